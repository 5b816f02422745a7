// Words of the page's language, and elements that are cloned from the templates of the theme.

function fillHoles(text, values) {
  return text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
}

function numberIn(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, engine.labels.format.thousands);
}

// A message of the section `search`.
function say(key, values = {}) {
  return fillHoles(engine.labels.texts[key], values);
}

// A message that counts.
function tally(key, number, values) {
  const { texts } = engine.labels;
  return plural({ one: texts[key + ".one"], other: texts[key + ".other"] }, number, values);
}

function plural(forms, number, values) {
  const isOne = number === 1 || (!number && engine.labels.format.plural === "zero-one");
  return fillHoles(isOne ? forms.one : forms.other, { n: numberIn(number), ...values });
}

// A copy of a template, filled. Values are texts and nodes, never markup; a function is given the words that the
// template has for it; a list repeats its element.
function fill(name, values) {
  const copy = page.querySelector('[data-template="' + name + '"]').content.firstElementChild.cloneNode(true);
  const each = (key, visit) => copy.querySelectorAll("[data-" + key + "]").forEach((one) => visit(one, values[one.dataset[key]]));
  each("if", (one, value) => value || one.remove());
  each("link", (link, value) => value && (link.href = value));
  each("words", (one) => values.lang && (one.lang = values.lang));
  each("slot", (slot, value) => {
    if (!Array.isArray(value)) return slot.append(typeof value === "function" ? value(slot.dataset) : value);
    slot.replaceWith(...value.map((item) => {
      const one = slot.cloneNode();
      one.append(item);
      return one;
    }));
  });
  return copy;
}

function element(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

// A link to a state.
function linkTo(address, words) {
  const link = element("a", words);
  link.href = address;
  return link;
}
