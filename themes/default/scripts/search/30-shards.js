// The files of the search: classic scripts with one call of `etal`, because that is all that loads from any host, below
// any path, from a disk and under a strict policy. Each is loaded and decoded once in the life of a page.

// A page has one catalogue: the address of its folder `search/`, its boot file, and what the page's language has of it.
let base, boot, language, files, labels;

const READERS = {
  terms: readTerms,
  postings: ([keys, ...bodies]) => new Map(keys.split(" ").map((key, place) => [key, bodies[place]])),
  reversed: ([forms, weights]) => new Map(frontCoded(forms).map((form, place) => [form, symbolAt(weights, place)])),
  starts: (starts) => new Map(Object.entries(starts)),
  columns: readColumn,
  tags: readTags,
  orders: fixed,
};

// Decoded files by name, and the scripts that are on their way.
const loaded = new Map();
const loading = new Map();

window.etal = (name, value) => {
  const [kind] = name.split("/");
  const reader = READERS[kind];
  // Where all is in one script, the boot file comes first and the others are read by it.
  if (kind === "boot") boot = value;
  loaded.set(kind === "boot" ? kind : name, reader ? reader(value) : value);
};

// A file by its name. `script` is where it is when that is elsewhere: a small catalogue has all in one script.
async function load(name, script = name) {
  if (!loaded.has(name)) {
    if (!loading.has(script)) loading.set(script, inject(script));
    await loading.get(script);
    loading.delete(script);
    if (!loaded.has(name)) throw new Error(name + " cannot be read");
  }
  return loaded.get(name);
}

// Resolves on failure too: whether `etal` was called is what counts, and a later question may try again.
function inject(name) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.onload = script.onerror = () => resolve(script.remove());
    script.src = base + name + ".js";
    document.head.append(script);
  });
}

// The place of the file that may hold a key: the last one that does not begin after it, or the first.
function fileAt(kind, key) {
  const directory = boot[kind];
  // The first keys are parted when they are needed first.
  if (directory[0].split) directory[0] = directory[1] ? directory[0].split(" ") : [];
  const [keys] = directory;
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(keys[middle], key) > 0) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}

function nameAt(kind, names, place) {
  return kind + "/" + names.slice(place * 8, place * 8 + 8);
}

// What the files of a kind have under a key.
async function find(kind, key) {
  const place = fileAt(kind, key);
  const [, names] = boot[kind];
  return names && (await load(nameAt(kind, names, place))).get(key);
}

// Visits what has a key with this beginning, in the file where the beginning stands and three following ones.
async function eachFrom(kind, beginning, visit) {
  const first = fileAt(kind, beginning);
  const [keys, names] = boot[kind];
  const read = keys.slice(first, first + 4).filter((key, place) => !place || key.startsWith(beginning));
  for (const file of await all(read, (key, place) => load(nameAt(kind, names, first + place)))) {
    file.forEach((value, key) => key.startsWith(beginning) && visit(key, value));
  }
}
