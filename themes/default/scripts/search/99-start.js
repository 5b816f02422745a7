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
    // The keyboard of a touch screen would cover the results.
    if (matchMedia("(pointer: coarse)").matches) parts.title.focus();
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
  go(link.getAttribute("href"), "followed").then(() => isTurning && parts.results.scrollIntoView());
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
  if (target.dataset.facet) recount(target.dataset.facet);
}

function isShortcut(event) {
  return event.ctrlKey || event.metaKey || event.altKey;
}

// `/` goes to the box from anywhere but a field.
function jumped(event) {
  if (event.key !== "/" || event.target.matches("input") || isShortcut(event)) return;
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
  const places = [parts.box, ...parts.cards.querySelectorAll("h3 a")];
  const target = places.includes(event.target) && places[places.indexOf(event.target) + step];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

if (page) start();
