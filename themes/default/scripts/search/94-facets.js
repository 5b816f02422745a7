// The facets. Their first values stand in the page with their counts; when something is asked, those that are open are
// counted anew.

const VALUES_SHOWN = 8;
const VALUES_BEFORE_NARROWING = 20;
const AGES = ["30-days", "12-months", "3-years"];

// By name: its element, its list, its values as they stand in the page and as they are now.
const facets = {};

function takeFacets() {
  for (const box of page.querySelectorAll("[data-facet]")) {
    const values = [...box.querySelectorAll("li a:not(.all)")].map((link) => ({
      value: link.dataset.value,
      href: link.getAttribute("href"),
      label: link.querySelector(".label").textContent,
      lang: link.querySelector(".label").lang,
      count: link.querySelector(".count").textContent.replace(/\D/g, ""),
    }));
    const total = Number(box.dataset.total);
    facets[box.dataset.facet] = { box, list: box.querySelector("ul"), narrow: box.querySelector("input"), values, total };
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
    facet.now = (answer && answer.facets[name]) || (isStill() && facet.values);
    if (facet.now) showFacet(name, parts.filters.contains(document.activeElement));
  }
}

// `isSteady` keeps the height of the list, so that a value that is chosen does not move the others.
function showFacet(name, isSteady) {
  const { list, narrow, now, values, total, isWhole } = facets[name];
  const count = now === values ? total : now.length;
  const sought = narrow ? plain(narrow.value) : "";
  const rows = inOrder(name, now).filter((row) => row.chosen || plain(row.label).includes(sought));
  const chosen = rows.filter((row) => row.chosen);
  const others = rows.filter((row) => !row.chosen);
  const most = isWhole || sought ? rows.length : Math.max(0, VALUES_SHOWN - chosen.length);
  list.style.minHeight = isSteady ? list.offsetHeight + "px" : "";
  list.replaceChildren(...[...chosen, ...others.slice(0, most)].map((row) => valueNode(name, row)));
  if (!rows.length) addNote(list, say("no_value"));
  if (count > VALUES_SHOWN && !sought) addButton(name, list, count);
  if (name === "tag" && (isWhole || sought)) addNote(list, say("rare_tags"));
  if (narrow) narrow.hidden = count <= VALUES_BEFORE_NARROWING && !sought;
}

// By number of datasets, but what has an order of its own keeps it; that of the bands is the page's.
function inOrder(name, rows) {
  if (name === "year") return [...rows].sort((a, b) => (a.value < b.value ? 1 : -1));
  const order = name === "updated" ? AGES : name === "quality" ? facets.quality.values.map((row) => row.value) : [];
  return [...rows].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function valueNode(name, { value, href, label, lang, count, chosen }) {
  const node = fill("value", { href: value ? toggled(name, value) : href, label, count: numberIn(count) });
  const link = node.firstElementChild;
  if (chosen) link.setAttribute("aria-current", "true");
  if (lang) link.querySelector(".label").lang = lang;
  if (value) link.dataset.key = name + ":" + value;
  else delete link.dataset.go;
  return node;
}

function addButton(name, list, count) {
  const facet = facets[name];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "all";
  button.dataset.key = "all:" + name;
  button.textContent = facet.isWhole ? say("show_less") : say("show_all", { n: numberIn(count) });
  button.onclick = () => {
    facet.isWhole = !facet.isWhole;
    recount(name);
  };
  list.appendChild(document.createElement("li")).append(button);
}

function addNote(list, text) {
  const note = list.appendChild(document.createElement("li"));
  note.className = "quiet";
  note.textContent = text;
}

// Another part of the values is to be seen.
function recount(name) {
  if (facetsToCount().includes(name) && !wanted.includes(name)) refresh();
  else keepingFocus(() => showFacet(name));
}
