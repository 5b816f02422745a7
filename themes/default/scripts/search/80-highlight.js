// Marks in a text what made it a hit. Inflected forms are recognised by the dictionary files that the question has
// loaded: they have the neighbours of its words, which is where most of its inflections stand.

// The text in pieces, each with whether it is marked.
function highlight(text, marks) {
  const pieces = [];
  let at = 0;
  const cut = (end, isMarked) => {
    if (end > at) pieces.push([text.slice(at, end), isMarked]);
    at = Math.max(at, end);
  };
  for (const { word, start, end } of tokens(text)) {
    if (!isMarked(word, marks)) continue;
    cut(start, false);
    cut(end, true);
  }
  cut(text.length, false);
  return pieces;
}

function isMarked(word, { keys, begun }) {
  const file = loaded.get(nameAt("terms", boot.terms[1], fileAt("terms", word)));
  const linked = (file && file.get(word)) || [];
  return begun.some((beginning) => word.startsWith(beginning)) || linked.some(({ key }) => keys.has(key));
}
