// Tags: there are too many for a column, so that those of few datasets are looked up by their words, as in the
// dictionary.

// The tags of each key: several when they differ in signs alone.
function readTags([keys, values, names, lists]) {
  const file = new Map();
  keys.split(" ").forEach((key, place) => {
    const tag = { value: values[place], label: names[place], list: lists[place] };
    file.set(key, [...(file.get(key) || []), tag]);
  });
  return file;
}

// Read when it is asked for first: of most tags nobody ever asks.
function idsOfTag(tag) {
  if (!tag.ids) tag.ids = increasing(cursorOn(tag.list));
  return tag.ids;
}

// The tags that texts name: all that have the words of a text, but one alone when it is written the very same. What is
// typed may be the beginning of a name; a value that no tag has is a tag of no dataset.
async function tagsOf(texts, isTyped) {
  const found = [];
  for (const text of texts) {
    const key = words(text).join("-") || "-";
    const named = (await find("tags", key)) || [];
    const same = named.filter(({ label }) => label === text);
    found.push(...(same.length ? same : named));
    if (named.length) continue;
    if (isTyped) await eachFrom("tags", key, (begun, tags) => found.push(...tags));
    else found.push({ value: text, label: text, list: "!" });
  }
  for (const { value, label } of found) labels.values.tag[value] = label;
  return found;
}
