// YAML of a descriptor. A mapping is a Map, a list an array, a text a string, and what is no text (a date, a number) an
// object with `plain`. Whatever people write reads back as the same text.

// Words that YAML or etal take for something else.
const TAKEN = /^(?:true|false|yes|no|oui|non|on|off|y|n|null)$/i;
const PLAIN = /^\p{L}[\p{L}\p{N} _.,;()'\u2019\/@+-]*$/u;
// Addresses need no quotes unless they end as a key does.
const ADDRESS = /^https?:\/\/[!$-~]*[A-Za-z0-9\/=_-]$/;
// Signs that YAML does not take as they are.
const UNPRINTABLE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

function yaml(mapping) {
  return linesOf(mapping, "").join("\n") + "\n";
}

function linesOf(mapping, indent) {
  return [...mapping].flatMap(([key, value]) => entry(key, value, indent));
}

function entry(key, value, indent) {
  const start = indent + key + ":";
  if (value instanceof Map) return [start, ...linesOf(value, indent + "  ")];
  if (Array.isArray(value)) return [start, ...value.flatMap((item) => itemOf(item, indent + "  "))];
  return [start + " " + scalar(value, indent)];
}

function itemOf(item, indent) {
  if (!(item instanceof Map)) return [indent + "- " + scalar(item, indent)];
  const [first, ...rest] = linesOf(item, indent + "  ");
  return [indent + "- " + first.slice(indent.length + 2), ...rest];
}

function scalar(value, indent) {
  if (value.plain !== undefined) return value.plain;
  // Half a pair of surrogates is no character.
  const text = value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  if (ADDRESS.test(text)) return text;
  if (PLAIN.test(text) && !text.endsWith(" ") && !TAKEN.test(text)) return text;
  if (isBlock(text)) {
    return "|-\n" + text.split("\n").map((line) => line && indent + "  " + line).join("\n");
  }
  return quoted(text);
}

// Whether a text keeps all its signs in a block: several lines, no blanks at their ends, nothing unprintable.
function isBlock(text) {
  return /^\S[^]*\n[^]*\S$/.test(text) && !/ \n/.test(text) && !text.replace(/\n/g, "").match(UNPRINTABLE);
}

// JSON's escapes are YAML's too.
function quoted(text) {
  const hex = (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0");
  return JSON.stringify(text).replace(UNPRINTABLE, hex);
}
