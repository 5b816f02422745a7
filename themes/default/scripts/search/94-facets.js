// The facets. Their first values stand in the page with their counts; when something is asked, those that are open are
// counted anew.

const VALUES_SHOWN = 8;
const VALUES_BEFORE_NARROWING = 20;

// By name: its element, its list, its values as they stand in the page and as they are now.
const facets = {};

function takeFacets() {
  for (const box of page.querySelectorAll("[data-facet]")) {
    const values = [...box.querySelectorAll("[data-value]")].map((link) => ({
      value: link.dataset.value,
      label: link.firstElementChild.textContent,
      count: link.lastElementChild.textContent.replace(/\D/g, ""),
    }));
    const { facet, total } = box.dataset;
    facets[facet] = { box, list: box.querySelector("ul"), narrow: box.querySelector("input"), values, total };
  }
}

// Those that are open, as far as what stands in the page does not do.
function facetsToCount() {
  const isEnough = ({ values, isWhole, narrow }) => isStill() && values.length && !isWhole && !(narrow && narrow.value);
  return Object.keys(facets).filter((name) => facets[name].box.open && !isEnough(facets[name]));
}

function showFacets(answer) {
  for (const name in facets) {
    const facet = facets[name];
    // Facets without values in the page have a file when some dataset has a value.
    facet.box.hidden = !facet.values.length && !engine.boot.columns[name];
    facet.now = (answer && answer.facets[name]) || (isStill() && facet.values[0] && facet.values);
    if (!facet.now) continue;
    facet.count = facet.now === facet.values ? facet.total : facet.now.length;
    showFacet(name, parts.filters.contains(document.activeElement));
  }
}

// What is chosen, before its answer comes: another value may be chosen meanwhile.
function showChosen() {
  showChips();
  for (const name in facets) {
    const facet = facets[name];
    if (!facet.now) continue;
    const chosen = state.filters[name] || [];
    facet.now = facet.now.map((row) => ({ ...row, chosen: chosen.includes(row.value) }));
    showFacet(name, true);
  }
}

// `isSteady` keeps the height of the list, so that a value that is chosen does not move the others.
function showFacet(name, isSteady) {
  const { box, list, narrow, now, count, isWhole } = facets[name];
  // A label has the words that are sought in the list, or their beginnings.
  const spaced = (text) => " " + words(text).join(" ");
  const sought = narrow && narrow.value && spaced(narrow.value);
  const rows = inOrder(box, now).filter(({ chosen, label }) => chosen || !sought || spaced(label).includes(sought));
  // A value stays in its place when it is chosen: the next one is still where the pointer goes.
  const shown = rows.filter(({ chosen }, at) => chosen || isWhole || sought || at < VALUES_SHOWN);
  list.style.minHeight = isSteady ? list.offsetHeight + "px" : "";
  list.replaceChildren(...shown.map((row) => valueNode(name, row)));
  if (!rows.length) list.append(fill("note", { label: say("no_value") }));
  if (count > VALUES_SHOWN && !sought) list.append(buttonNode(name, count));
  if (name === "tag" && (isWhole || sought)) list.append(fill("note", { label: say("rare_tags") }));
  if (narrow) narrow.hidden = count <= VALUES_BEFORE_NARROWING && !sought;
}

// By number of datasets, as they come, but in a facet with an order of its own in that, and years from the last one.
function inOrder({ dataset }, rows) {
  const place = ({ value }) => (dataset.facet === "year" ? -value : (dataset.order || "").indexOf(value));
  return [...rows].sort((a, b) => place(a) - place(b));
}

function valueNode(name, { value, label, count, chosen }) {
  const node = fill("value", { href: toggled(name, value), label, count: numberIn(count) });
  const link = node.firstElementChild;
  if (chosen) link.setAttribute("aria-current", "true");
  link.dataset.key = name + ":" + value;
  return node;
}

function buttonNode(name, count) {
  const facet = facets[name];
  const node = fill("all", { label: facet.isWhole ? say("show_less") : say("show_all", { n: numberIn(count) }) });
  const button = node.firstElementChild;
  button.dataset.key = "all:" + name;
  button.onclick = () => {
    facet.isWhole = !facet.isWhole;
    recount(name);
  };
  return node;
}

// Another part of the values is to be seen.
function recount(name) {
  if (facetsToCount().includes(name) && !wanted.includes(name)) refresh();
  else if (facets[name].now) keepingFocus(() => showFacet(name));
}
