// Hits and their order. Passes over arrays with a place for each id take less time than a map of the hits, at a hundred
// thousand datasets too.

// Takes the ids out of `ids` that the mask does not have; without `kept`, those that it has.
function keep(ids, mask, kept = true) {
  for (let id = 0; id < ids.length; id++) {
    if (!mask[id] === kept) ids[id] = 0;
  }
}

// A byte for each id: 1 for a dataset, 0 for a free id.
function presentIds() {
  const present = new Uint8Array(boot.ids);
  const cursor = cursorOn(boot.groups);
  for (let id = 0; cursor.at < boot.groups.length; id += number(cursor)) {
    present.fill(1, id, (id += number(cursor)));
  }
  return present;
}

// The ids that have all words.
function idsOfAll(matched) {
  const ids = presentIds();
  matched.forEach(({ marks }) => keep(ids, marks));
  return ids;
}

// The ids that the clauses leave which are not words of text. A word that is excluded has neither completions nor other
// endings, as if it had quotes.
async function idsWithin({ excluded, chosen }) {
  const [taken, masks] = await Promise.all([
    all(excluded, (clause) => all(clause, (one) => match({ ...one, quoted: true }))),
    all(chosen, ({ facet, value }) => idsWith(facet, [value], true)),
  ]);
  const ids = presentIds();
  masks.forEach((mask, place) => keep(ids, mask, chosen[place].kept));
  taken.forEach((matched) => keep(ids, idsOfAll(matched), false));
  return ids;
}

// What each of the ids comes to: 1 when it passes all filters, 2 + n when the filter n alone stops it, else 0.
function sift(ids, masks) {
  const states = ids.slice();
  masks.forEach((mask, place) => {
    for (let id = 0; id < mask.length; id++) {
      if (!mask[id] && states[id]) states[id] = states[id] > 1 ? 0 : place + 2;
    }
  });
  return states;
}

function count(states) {
  let sum = 0;
  for (const state of states) sum += state === 1;
  return sum;
}

// The ids that pass with the lowest ranks, in order; equals by id, as they come and stay. What cannot be among them is
// dropped on the way.
function lowest(states, rankOf, wanted) {
  let ids = [];
  let limit = Infinity;
  const cut = () => (ids = ids.sort((a, b) => rankOf(a) - rankOf(b)).slice(0, wanted));
  states.forEach((state, id) => {
    if (state === 1 && rankOf(id) < limit && ids.push(id) > 2 * wanted + 999) limit = rankOf(cut()[wanted - 1]);
  });
  return cut();
}

// How many of the ids that pass each word alone stands in the way of.
function totalsWithout(matched, states) {
  const totals = matched.map(({ word }) => ({ word, total: 0 }));
  states.forEach((state, id) => {
    const missing = matched.filter(({ marks }) => !marks[id]);
    if (state === 1 && missing.length === 1) totals[matched.indexOf(missing[0])].total++;
  });
  return totals;
}
