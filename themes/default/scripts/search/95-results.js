// The results, the active filters above them, the orders, the pages, and what to do when nothing is found.

function showAnswer(answer) {
  const { total, hits, marks, sort } = answer;
  const last = Math.ceil(total / RESULTS_ON_PAGE);
  if (last && state.page > last) go(addressOf({ page: last }), "typed");
  parts.title.textContent = total ? tally("results", total) : say("none");
  parts.see.textContent = tally("see", total);
  parts.cards.replaceChildren(...hits.map((hit) => cardNode(hit.card, marks)));
  parts.cards.hidden = !total;
  parts.every.hidden = total > 0;
  showSorts(answer.ranked, sort);
  showPages(last);
  showAdvice(answer);
  const others = answer.unfiltered - total;
  parts.others.hidden = !others;
  parts.others.replaceChildren(tally("others", others), " ", linkTo(addressOf({ filters: {} }), say("see_others")));
}

function showChips() {
  const chips = Object.entries(state.filters).flatMap(([name, values]) => values.map((value) => chipNode(name, value)));
  parts.chips.replaceChildren(...chips);
  parts.chips.hidden = parts.clear.hidden = !chips.length;
  parts.clear.href = addressOf({ filters: {} });
}

function chipNode(name, value) {
  const facet = facets[name].box.firstElementChild.textContent;
  const node = fill("chip", {
    href: toggled(name, value),
    label: say("chip", { facet, value: engine.label(name, value) }),
  });
  node.firstElementChild.dataset.key = "chip:" + name + ":" + value;
  return node;
}

// The order that a question has by itself is not in its address.
function showSorts(isRanked = Boolean(state.text.trim()), current = state.sort) {
  const own = isRanked ? "relevance" : "updated";
  for (const link of parts.sorts.querySelectorAll("a")) {
    const { sort } = link.dataset;
    link.parentNode.hidden = sort === "relevance" && !isRanked;
    link.href = addressOf({ sort: sort === own ? "" : sort });
    if (sort === (current || own)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function showPages(last) {
  const { page: current } = state;
  const { previous, next } = parts.pages.dataset;
  const items = [];
  const add = (number, words) => items.push(element("li", linkTo(addressOf({ page: number }), words)));
  if (current > 1) add(current - 1, previous);
  for (let number = 1, before = 0; number <= last; number++) {
    // A gap of one number is that number.
    const reach = number === 2 || number === last - 1 ? 3 : 2;
    if (number > 1 && number < last && Math.abs(number - current) > reach) continue;
    if (number > before + 1) items.push(element("li", "…"));
    add(number, numberIn(number));
    if (number === current) items.at(-1).firstChild.setAttribute("aria-current", "page");
    before = number;
  }
  if (current < last) add(current + 1, next);
  parts.pages.hidden = last < 2;
  parts.pages.firstElementChild.replaceChildren(...items);
}

function showAdvice({ total, unfiltered, corrections, suggestions, without }) {
  const text = state.text.trim();
  const lines = [];
  if (corrections.length) {
    const from = corrections.map((one) => one.from).join(" ");
    const to = corrections.reduce((changed, one) => withWord(changed, one.from, one.to), text);
    lines.push(element("p", say("corrected", { from }), " ", linkTo(addressOf({ text: to }), to)));
  } else if (text && !total) {
    lines.push(element("h3", unfiltered ? say("nothing_filtered", { query: text }) : say("nothing", { query: text })));
  }
  if (!corrections.length) {
    const found = suggestions.flatMap(({ word, forms }) => forms.map((form) => withWord(text, word, form)));
    const links = found.flatMap((changed) => [" ", linkTo(addressOf({ text: changed }), changed)]);
    if (links.length) lines.push(element("p", say("did_you_mean"), ...links));
  }
  for (const { word, total: count } of without) {
    const link = count && linkTo(addressOf({ text: withWord(text, word, "") }), tally("without", count, { word }));
    if (link) lines.push(element("p", link));
  }
  parts.advice.hidden = !lines.length;
  parts.advice.replaceChildren(...lines);
}

// The question with another word in the place of one.
function withWord(text, from, to) {
  const found = tokens(text).find((token) => token.word === from);
  return found ? (text.slice(0, found.start) + to + text.slice(found.end)).replace(/\s+/g, " ").trim() : text;
}
