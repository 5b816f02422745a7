// What the page listens to, and its beginning.

const TYPING_PAUSE = 120;
let typing = 0;

function listen() {
  page.addEventListener("click", follow);
  page.addEventListener("input", typed);
  page.addEventListener("toggle", opened, true);
  page.addEventListener("keydown", moved);
  document.addEventListener("keydown", jumped);
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    send("sent");
  });
  parts.retry.addEventListener("click", refresh);
  addEventListener("popstate", () => JSON.stringify(stateOf(location)) === JSON.stringify(state) || arrive());
}

// Follows a link to a state without leaving the page; other tabs and windows are the browser's.
function follow(event) {
  const link = event.target.closest('a[href^="?"]');
  if (!link || event.shiftKey || isShortcut(event)) return;
  event.preventDefault();
  clearTimeout(typing);
  // Another page of the results is read from its beginning.
  const isTurning = parts.pages.contains(link);
  const shown = go(link.getAttribute("href"), "followed");
  if (isTurning) shown.then(() => parts.results.scrollIntoView());
  parts.box.value = state.text;
}

function typed({ target: field }) {
  if (field !== parts.box) return recount(field.closest("[data-facet]").dataset.facet);
  clearTimeout(typing);
  // A single letter is the beginning of too many words.
  if ([...field.value.trim()].length !== 1) typing = setTimeout(send, TYPING_PAUSE, "typed");
}

function send(how) {
  clearTimeout(typing);
  go(addressOf({ text: parts.box.value }), how);
}

function opened({ target }) {
  const { facet } = target.dataset;
  if (facet && facetsToCount().includes(facet) && !wanted.includes(facet)) refresh();
}

function isShortcut(event) {
  return event.ctrlKey || event.metaKey || event.altKey;
}

// `/` goes to the box from anywhere but a field.
function jumped(event) {
  const isField = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isField || isShortcut(event)) return;
  event.preventDefault();
  parts.box.focus();
  parts.box.select();
}

// Arrows go from the box to the first result and between results, and back.
function moved(event) {
  const isInBox = event.target === parts.box;
  if (isInBox && event.key === "Escape") {
    event.preventDefault();
    parts.box.value = "";
    send("typed");
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !(isInBox || parts.cards.contains(event.target))) return;
  const titles = [...parts.cards.querySelectorAll("h3 a")];
  const here = event.target.closest("li.card");
  const next = titles.findIndex((title) => here && here.contains(title)) + step;
  const target = next < 0 && !isInBox ? parts.box : titles[next];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

if (page) start();
