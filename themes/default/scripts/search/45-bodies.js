// Posting lists: the datasets of a class with their scores, and those that have it in their title. The frequent ones
// are in files of their own, so that looking up a word does not load the lists of its neighbours.

function bodiesOf(groups) {
  return all(groups, async (group) => {
    if (!group.body) {
      const { text, at } = group.list;
      const file = group.size > 256 && (await load("postings/" + text.slice(at)));
      group.body = readBody(file ? cursorOn(file.get(group.key)) : { text, at }, group.size);
    }
    return group.body;
  });
}

// `titles` are places in `ids`.
function readBody(cursor, size) {
  const ids = increasing(cursor, size);
  const levels = [];
  const count = number(cursor) + 1;
  for (let place = 0; place < count; place++) {
    levels.push(number(cursor) + (place && count <= 92 ? levels[place - 1] : 0));
  }
  const scores = new Int32Array(size).fill(levels[0]);
  for (let place = 0; place < size && count > 1; place++) {
    scores[place] = levels[count > 92 ? number(cursor) : symbolAt(cursor.text, cursor.at++)];
  }
  return { ids, scores, titles: increasing(cursor) };
}
