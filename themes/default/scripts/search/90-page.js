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

function start() {
  for (const part of page.querySelectorAll("[data-part]")) parts[part.dataset.part] = part;
  const { cards, title, see } = parts;
  still = { cards: [...cards.children], title: title.textContent, see: see.textContent, name: document.title };
  parts.help.hidden = false;
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
  showSorts();
  refresh();
}

// Nothing is asked: the page is as it is without a script.
function isStill() {
  return addressOf({ text: state.text.trim(), page: state.page }).replace("sort=updated", "") === "?";
}

async function refresh() {
  const mine = ++turn;
  wanted = facetsToCount();
  parts.results.setAttribute("aria-busy", "true");
  let shown = showFault;
  try {
    engine ||= await open(page.dataset.base, page.dataset.entry, page.dataset.language);
    const question = { ...state, size: RESULTS_ON_PAGE, facets: wanted, cards: !isStill() };
    const answer = (question.cards || wanted.length) && (await engine.search(question));
    shown = () => show(answer);
  } catch {}
  if (mine === turn) keepingFocus(shown);
  // What was shown may have asked again.
  if (mine !== turn) return;
  page.classList.remove("is-coming");
  parts.results.setAttribute("aria-busy", "false");
}

function show(answer) {
  const text = state.text.trim();
  parts.fault.hidden = true;
  document.title = (text && text + engine.labels.format.title_separator) + still.name;
  showFacets(answer);
  showChips();
  if (isStill()) putBack();
  else showAnswer(answer);
}

// The list that stands in the page.
function putBack() {
  parts.title.textContent = still.title;
  parts.see.textContent = still.see;
  parts.cards.replaceChildren(...still.cards);
  parts.cards.hidden = parts.every.hidden = false;
  parts.advice.hidden = parts.others.hidden = parts.pages.hidden = true;
  showSorts();
}

// A file did not come. What is shown stays; at first that is the list.
function showFault() {
  if (page.classList.contains("is-coming")) putBack();
  parts.fault.hidden = false;
}

// Keeps the focus where it was when the elements are made anew: on the one with the same key, else on the number of
// results. What was chosen in the facets stays under the pointer.
function keepingFocus(change) {
  let focused = document.activeElement;
  const { key } = focused.dataset;
  const wasChip = parts.chips.contains(focused);
  const { top } = focused.getBoundingClientRect();
  change();
  if (!isSeen(focused)) {
    const same = key && page.querySelector('[data-key="' + CSS.escape(key) + '"]');
    focused = [same, wasChip && parts.chips.querySelector("a"), parts.title].find(isSeen);
    focused.focus({ preventScroll: true });
  }
  if (parts.filters.contains(focused)) scrollBy(0, focused.getBoundingClientRect().top - top);
}

function isSeen(element) {
  return element && element.getClientRects().length;
}
