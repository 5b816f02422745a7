// What is wrong with what was written: a field and words for each fault. etal checks more once the descriptor is there;
// this is what can be told without it.

// Fields with their faults, in the order of the form.
function faultsIn(container) {
  return fieldsIn(container).flatMap((field) => {
    const { shape } = field.dataset;
    if (shape === "group") return [...faultsIn(field), ...missingOne(field, field)];
    if (shape === "items") return itemsIn(field).flatMap((item) => [...faultsIn(item), ...missingOne(item, field)]);
    const words = faultOf(field);
    return words ? [{ field, words }] : [];
  });
}

function faultOf(field) {
  const { dataset } = field;
  const words = form.dataset;
  if (dataset.shape === "codes") return "";
  const text = textOf(field);
  if (!text) return dataset.required === undefined ? "" : words.sayRequired;
  if (dataset.field === "slug") return faultOfSlug(text);
  if (dataset.max && [...text].length > dataset.max) return words.sayLong.replace("{max}", dataset.max);
  if (dataset.field === "owner" && form.elements.namedItem("organization")?.value) return words.sayExclusive;
  if (dataset.shape === "url" && !isAddress(text)) return words.sayUrl;
  if (dataset.shape === "email" && !isEmail(text)) return words.sayEmail;
  if (dataset.shape === "date" && !isDate(text)) return words.sayDate;
  if (dataset.shape === "count" && !/^\d{1,15}$/.test(text)) return words.sayCount;
  const isTag = (word) => [...word].length >= 3 && [...word].length <= 96 && /[\p{L}\p{N}]/u.test(word);
  if (dataset.shape === "words" && !wordsOf(text).every(isTag)) return words.sayTag;
  return "";
}

function faultOfSlug(slug) {
  if (!isSlug(slug)) return form.dataset.saySlug;
  return taken.has(slug) ? form.dataset.sayTaken : "";
}

// A mapping that says something must have one of some keys.
function missingOne(container, { dataset }) {
  const keys = (dataset.oneOf || "").split(" ").filter(Boolean);
  const fields = fieldsIn(container);
  const values = mappingOf(container);
  if (!keys.length || !values.size || keys.some((key) => values.has(key))) return [];
  return [{ field: fields.find((field) => keys.includes(field.dataset.field)), words: form.dataset.sayRequired }];
}

// A day, month or year that a calendar has.
function isDate(text) {
  const [, year, month = "01", day = "01"] = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) || [];
  if (!year) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
}

function isAddress(text) {
  if (/\s/.test(text) || !/^(?:https?|ftp):\/\/[^\/?#]/i.test(text)) return false;
  try {
    return Boolean(new URL(text).hostname);
  } catch {
    return false;
  }
}

function isEmail(text) {
  return /^[^\s@,;:<>()"]+@[^\s@,;:<>()".]+(?:\.[^\s@,;:<>()".]+)*\.[^\s@,;:<>()".\d]{2,}$/.test(text);
}
