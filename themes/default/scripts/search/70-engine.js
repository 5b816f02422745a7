// The engine: opens a catalogue's search and answers questions. Its answers are to be the same, to the last digit, as
// those of `etal search`.

// `folder` is the address of `search/`, `entry` the name of the first file.
async function open(folder, entry, code) {
  base = folder;
  language = code;
  boot = await load("boot", entry);
  if (boot.version !== 1) throw new Error("version " + boot.version);
  files = boot.languages[code];
  labels = await load("labels/" + files.labels);
  labels.values.tag = {};
  return { boot, labels, words, search, highlight, label: labelOf, date: writtenDate };
}

window.etal.open = open;

async function search({ text = "", filters = {}, sort, page = 1, size = 10, facets = [], cards }) {
  const query = parse(text);
  const filtered = Object.keys(filters).filter((facet) => filters[facet].length);
  const ranked = query.asked.length > 0;
  const isOrder = ["updated", "newest", "title", "quality"].includes(sort);
  const order = isOrder ? sort : ranked ? "relevance" : "updated";
  const [{ matched, corrections, suggestions }, within, masks, ranks] = await Promise.all([
    understand(query.asked),
    idsWithin(query),
    all(filtered, (facet) => idsWith(facet, filters[facet])),
    ranksOf(order),
    all(facets, columnOf),
  ]);
  const found = idsOfAll(matched);
  keep(found, within);
  const sifted = sift(found, masks);
  const total = count(sifted);
  const scoreOf = (id) => matched.reduce((sum, { marks }) => sum + marks[id] - 1, 0);
  const shown = lowest(sifted, (id) => (ranks ? ranks[id] : -scoreOf(id)), page * size).slice((page - 1) * size);
  const isPuzzling = !total && matched.length > 1 && matched.every(({ keys }) => keys.length);
  const counted = await all(facets, async (facet) => {
    const other = filtered.includes(facet) ? filtered.indexOf(facet) + 2 : 1;
    const mask = filtered[0] ? sifted.map((state) => state === 1 || state === other) : sifted;
    return [facet, await countFacet(facet, filters[facet] || [], mask)];
  });
  return {
    total,
    unfiltered: count(found),
    sort: order,
    ranked,
    hits: await all(shown, async (id) => ({ id, score: scoreOf(id), card: cards ? await cardOf(id) : null })),
    facets: Object.fromEntries(counted),
    corrections,
    suggestions,
    without: isPuzzling ? totalsWithout(matched, sift(within, masks)) : [],
    marks: {
      keys: new Set(matched.flatMap(({ keys }) => keys)),
      begun: matched.filter(isCompleted).map(({ word }) => word),
    },
  };
}

// The rank of each id in an order; undefined for relevance.
async function ranksOf(order) {
  const name = order === "title" ? files.title : boot.orders[order];
  return name && load("orders/" + name);
}

async function cardOf(id) {
  const names = await load("blocks/" + files.blocks[id >> 12]);
  return (await load(nameAt("cards", names, (id & 4095) >> 4)))[id & 15];
}
