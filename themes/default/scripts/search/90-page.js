// The search page: takes over what the page shows without a script. The address says what is asked; whatever changes
// it ends in `refresh`, and only the newest answer is shown.

const page = document.querySelector("[data-entry]");
// The elements with `data-part`, by its value.
const parts = {};
const RESULTS_ON_PAGE = 10;

let engine = null;
let state = null;
// What is shown without a question, to be put back.
let still = null;
// How many questions were asked; an answer to an older one is dropped.
let turn = 0;
// The facets that the newest question asked for.
let wanted = [];
// A link to another page of results was followed: its results are to be seen from the first.
let isTurning = false;

function start() {
  for (const part of page.querySelectorAll("[data-part]")) parts[part.dataset.part] = part;
  parts.help.hidden = false;
  still = { cards: [...parts.cards.children], title: parts.title.textContent, see: parts.see.textContent, name: document.title };
  takeFacets();
  listen();
  arrive();
}

// The address has changed: by a visit, or by going back and forward.
function arrive() {
  state = stateOf(location);
  settled = currentAddress();
  parts.box.value = state.text;
  for (const name in state.filters) facets[name].box.open = true;
  if (!turn && !isStill()) {
    // The list is not what was asked for: its place is kept empty until the answer comes.
    page.classList.add("is-coming");
    parts.cards.replaceChildren();
    parts.title.textContent = "\u00a0";
  }
  showSorts(state.sort);
  refresh();
}

// Nothing is asked: the page is as it is without a script.
function isStill() {
  const isDefault = !state.sort || state.sort === "updated" || state.sort === "relevance";
  return !state.text.trim() && !Object.keys(state.filters).length && isDefault && state.page === 1;
}

async function refresh() {
  const mine = ++turn;
  wanted = facetsToCount();
  parts.results.setAttribute("aria-busy", "true");
  try {
    engine ||= await open(page.dataset.base, page.dataset.entry, page.dataset.language);
    const answer = isStill() && !wanted.length ? null : await engine.search(question());
    if (mine === turn) keepingFocus(() => show(answer));
  } catch {
    if (mine === turn) showFault();
  }
  if (mine === turn) parts.results.setAttribute("aria-busy", "false");
}

function question() {
  return { ...state, size: RESULTS_ON_PAGE, facets: wanted, cards: !isStill() };
}

function show(answer) {
  const last = answer && Math.ceil(answer.total / RESULTS_ON_PAGE);
  if (last && state.page > last) return go(addressOf({ page: last }), "typed");
  page.classList.remove("is-coming");
  parts.fault.hidden = true;
  document.title = state.text.trim() ? say("title", { query: state.text.trim(), title: still.name }) : still.name;
  showFacets(answer);
  showChips();
  if (isStill()) showStill();
  else showAnswer(answer, last);
}

function showStill() {
  parts.title.textContent = still.title;
  parts.see.textContent = still.see;
  parts.cards.replaceChildren(...still.cards);
  for (const name of ["advice", "others", "pages"]) parts[name].hidden = true;
  parts.cards.hidden = parts.every.hidden = false;
  showSorts("updated");
}

// A file did not come. What is shown stays; at first that is the list.
function showFault() {
  if (page.classList.contains("is-coming")) {
    page.classList.remove("is-coming");
    parts.title.textContent = still.title;
    parts.cards.replaceChildren(...still.cards);
  }
  parts.fault.hidden = false;
}

// Keeps the focus where it was when the elements are made anew: on the one with the same key, else on the number of
// results. What was chosen in the facets stays under the pointer.
function keepingFocus(change) {
  const focused = document.activeElement;
  const isInside = page.contains(focused);
  const isChip = parts.chips.contains(focused);
  const top = focused.getBoundingClientRect().top;
  change();
  let now = focused;
  if (isInside && !(focused.getClientRects().length)) {
    const same = focused.dataset.key && page.querySelector('[data-key="' + CSS.escape(focused.dataset.key) + '"]');
    now = same || (isChip && parts.chips.querySelector("a")) || parts.title;
    now.focus({ preventScroll: true });
  }
  if (parts.filters.contains(now)) scrollBy(0, now.getBoundingClientRect().top - top);
  if (isTurning) {
    isTurning = false;
    parts.title.focus({ preventScroll: true });
    parts.results.scrollIntoView();
  }
}
