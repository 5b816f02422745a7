// What the words of a question stand for: their classes, those they may become, and when nothing is known of a word,
// the words it may have been meant as.

// `marks` has the score of each id and one, so that 0 is "no hit" and a hit may score nothing: full classes are added
// up, of completions the best half counts when it is more.
async function match(asked) {
  const { word, title, quoted } = asked;
  const [known, begun] = await Promise.all([classesOf(word), isCompleted(asked) ? completions(word) : []]);
  const full = known.length || begun.length || quoted ? known : await classesByEnding(word);
  const halves = begun.filter((group) => !full.includes(group));
  const marks = new Int32Array(boot.ids);
  const [sums, largest] = await all([full, halves], bodiesOf);
  eachScore(sums, title, (id, score) => (marks[id] = (marks[id] || 1) + score));
  eachScore(largest, title, (id, score) => (marks[id] = Math.max(marks[id], (score >> 1) + 1)));
  return { ...asked, marks, keys: full.concat(halves).map((group) => group.key) };
}

function eachScore(bodies, title, visit) {
  for (const { ids, scores, titles } of bodies) {
    if (title) titles.forEach((place) => visit(ids[place], scores[place]));
    else ids.forEach((id, place) => visit(id, scores[place]));
  }
}

// Matches words; those that are mistyped are replaced, if all of them can be. Short ones and numbers are not.
async function understand(asked) {
  const matched = await all(asked, match);
  const unknown = matched.filter(({ keys }) => !keys.length);
  for (const one of unknown) one.similar = await similarForms(one.word);
  const replaced = unknown.every(({ word, similar }) => similar.length && /^\D{5,}$/u.test(word)) ? 1 : 0;
  const suggestions = unknown.map(({ word, similar }) => ({ word, forms: similar.slice(replaced, replaced + 5) }));
  return {
    matched: await all(matched, (one) =>
      replaced && one.similar ? match({ ...one, word: one.similar[0], open: false }) : one,
    ),
    corrections: replaced ? unknown.map(({ word, similar }) => ({ from: word, to: similar[0] })) : [],
    suggestions: suggestions.filter(({ forms }) => forms.length),
  };
}
