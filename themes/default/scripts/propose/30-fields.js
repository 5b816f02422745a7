// From the fields of the form to values. A field is an element with `data-field`, its key; `data-shape` says what it
// holds. Fields stand in one another as the values do.

// The fields directly in a field, an item or the form.
function fieldsIn(container) {
  const owner = (field) => field.parentElement.closest("[data-field], [data-item], form");
  return [...container.querySelectorAll("[data-field]")].filter((field) => owner(field) === container);
}

function itemsIn(field) {
  return [...field.querySelectorAll("[data-item]")].filter((item) => item.closest("[data-field]") === field);
}

function controlOf(field) {
  return field.querySelector("input, textarea, select");
}

function textOf(field) {
  return controlOf(field).value.trim();
}

// The value of a field; nothing when nothing was written.
function valueOf(field) {
  const { shape } = field.dataset;
  if (shape === "group") return some(mappingOf(field));
  if (shape === "items") return some(itemsIn(field).map(mappingOf).filter((item) => item.size));
  if (shape === "codes") return some([...field.querySelectorAll(":checked")].map((box) => box.value));
  const text = textOf(field);
  if (!text) return undefined;
  if (shape === "words") return some(wordsOf(text));
  if (shape === "zones") return text.split("\n").map((line) => line.trim()).filter(Boolean).map(zoneOf);
  if (shape === "date" || shape === "count") return { plain: text };
  const { language } = form.dataset;
  // A text in another language than the first of the site says so.
  return language && shape === "text" ? new Map([[language, text]]) : text;
}

function some(values) {
  return values.size || values.length ? values : undefined;
}

function mappingOf(container) {
  const mapping = new Map();
  for (const field of fieldsIn(container)) {
    const value = valueOf(field);
    if (value !== undefined && field.dataset.field !== "slug") mapping.set(field.dataset.field, value);
  }
  return mapping;
}

function wordsOf(text) {
  return [...new Set(text.split(/[,\n]/).map((word) => word.trim()).filter(Boolean))];
}

// An id such as fr:commune:35238, else a name.
function zoneOf(line) {
  return /^[a-z-]+(?::[\w.-]+)+$/.test(line) ? line : new Map([["name", line]]);
}

// The descriptor: its identity first, then the keys in the order of the documentation.
function descriptor(id) {
  const values = mappingOf(form);
  const ordered = new Map([["id", { plain: id }]]);
  for (const key of form.dataset.keys.split(" ")) {
    if (values.has(key)) ordered.set(key, values.get(key));
  }
  return ordered;
}
