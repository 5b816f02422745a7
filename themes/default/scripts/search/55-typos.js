// Mistyped words. One mistake leaves one half of a word as it is, so that all words at that distance are found beside
// its first half in the dictionary, or beside its last half in the dictionary written backwards.

// Forms a word may have been meant as, the likeliest first: the nearest, then the most frequent.
async function similarForms(word) {
  const letters = [...word];
  const half = letters.length >> 1;
  const most = letters.length < 8 ? 1 : 2;
  // Forms with their weights, by their distance.
  const found = [0, 1, 2, 3].map(() => new Map());
  const consider = (form, weight) => {
    const forms = found[distance(letters, [...form], most)];
    forms.set(form, Math.max(forms.get(form) || 0, weight));
  };
  if (letters.length < 4) return [];
  await eachFrom("terms", letters.slice(0, half).join(""), (form, linked) => {
    consider(form, Math.max(...linked.map(({ size }) => 31 - Math.clz32(size || 1))));
  });
  await eachFrom("reversed", letters.slice(half + 1).reverse().join(""), (form, weight) => {
    consider([...form].reverse().join(""), weight);
  });
  const nearest = found[found[1].size ? 1 : most];
  return [...nearest.keys()].sort((a, b) => nearest.get(b) - nearest.get(a) || compare(a, b));
}

// How many letters must be inserted, deleted, replaced or swapped with their neighbour, none of them twice (optimal
// string alignment); more than `most` when it is more than that.
function distance(from, to, most) {
  let at = 0;
  while (at < from.length && from[at] === to[at]) at++;
  if (at === from.length && at === to.length) return 0;
  if (!most) return 1;
  const after = (left, right) => distance(from.slice(at + left), to.slice(at + right), most - 1);
  const swapped = from[at] === to[at + 1] && from[at + 1] === to[at];
  return 1 + Math.min(after(1, 1), after(1, 0), after(0, 1), swapped ? after(2, 2) : most);
}
