// Facets: which values each dataset has, which datasets have one of some values, and how many hits each value has.
// A column gives each dataset a combination of values, so that one pass over the hits counts all values.

function readColumn({ values, labels: names, sets, each, ids, lists, from, map }) {
  const shown = names && (names[language] || names[""]);
  const column = { values, from, map, names: new Map(values.map((value, place) => [value, shown && shown[place]])) };
  if (lists) return { ...column, tags: values.map((value, place) => ({ value, list: lists[place] })) };
  return from ? column : { ...column, sets: sets.map(readSet), ids: readIds(ids, each, Math.max(2, sets.length)) };
}

// The set of each id: several to a symbol where there are few sets, a varint each where there are many.
function readIds(text, each, count) {
  const cursor = cursorOn(text);
  const sets = new Int32Array(boot.ids);
  let symbol = 0;
  for (let id = 0; id < sets.length; id++) {
    if (!each) sets[id] = number(cursor);
    else {
      symbol = id % each ? Math.floor(symbol / count) : symbolAt(text, id / each);
      sets[id] = symbol % count;
    }
  }
  return sets;
}

// Places and ranges of places: `0-1,4`.
function readSet(text) {
  const places = [];
  for (const range of text ? text.split(",") : []) {
    const [first, last = first] = range.split("-").map(Number);
    for (let place = first; place <= last; place++) places.push(place);
  }
  return places;
}

// The column of a facet; undefined when the catalogue has none.
async function columnOf(facet) {
  const column = boot.columns[facet] && (await load("columns/" + boot.columns[facet]));
  if (column && column.from && !column.ids) {
    const { sets, ids } = await columnOf(column.from);
    column.sets = sets.map((set) => [...new Set(set.map((place) => column.map[place]))]);
    column.ids = ids;
  }
  return column;
}

function labelOf(facet, value) {
  const column = loaded.get("columns/" + boot.columns[facet]);
  const label = (column && column.names.get(value)) || (labels.values[facet] || {})[value];
  // Anyone may have written the value into the address, even `constructor`.
  return typeof label === "string" ? label : value;
}

// A byte for each id: 1 when it has one of the values. People type words of a label, addresses have values.
async function idsWith(facet, asked, isTyped) {
  const mask = new Uint8Array(boot.ids);
  if (facet === "tag") {
    for (const tag of await tagsOf(asked, isTyped)) idsOfTag(tag).forEach((id) => (mask[id] = 1));
    return mask;
  }
  const column = await columnOf(facet);
  if (!column) return mask;
  const typed = isTyped ? words(asked[0]) : [];
  if (isTyped && !column.words) column.words = column.values.map((value) => words(value + " " + labelOf(facet, value)));
  const isMeant = (word, place) => column.words[place].some((known) => known.startsWith(word));
  const isChosen = column.values.map(
    (value, place) => asked.includes(value) || (typed.length && typed.every((word) => isMeant(word, place))),
  );
  const isSetChosen = column.sets.map((set) => set.some((place) => isChosen[place]));
  for (let id = 0; id < mask.length; id++) mask[id] = isSetChosen[column.ids[id]];
  return mask;
}

// The values of a facet to be shown: those of some hit that counts, and those that are chosen.
async function countFacet(facet, asked, mask) {
  const column = await columnOf(facet);
  const counts = new Map();
  let chosen = asked;
  if (facet === "tag") {
    const tags = await tagsOf(asked);
    chosen = tags.map(({ value }) => value);
    if (column) tags.push(...column.tags);
    for (const tag of tags) counts.set(tag.value, idsOfTag(tag).reduce((sum, id) => sum + mask[id], 0));
  } else if (column) {
    const bySet = new Int32Array(column.sets.length);
    for (let id = 0; id < mask.length; id++) bySet[column.ids[id]] += mask[id];
    const byPlace = column.values.map(() => 0);
    column.sets.forEach((set, index) => set.forEach((place) => (byPlace[place] += bySet[index])));
    column.values.forEach((value, place) => counts.set(value, byPlace[place]));
  }
  return [...new Set([...counts.keys(), ...chosen])]
    .map((value) => ({
      value,
      label: labelOf(facet, value),
      count: counts.get(value) || 0,
      chosen: chosen.includes(value),
    }))
    .filter((row) => row.count || row.chosen)
    .sort((a, b) => b.count - a.count || compare(a.label, b.label) || compare(a.value, b.value));
}
