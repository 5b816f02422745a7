// What is asked, in the address: `?q=…&format=csv&format=json&sort=title&page=2`. A link to a state has its address,
// so that it opens in another tab or is copied like any other.

// The address that stays in the history when typing has changed it.
let settled = "";

// Pages from a disk may not change their address in some browsers: the question stands behind `#` then.
function stateOf({ hash, search }) {
  const parameters = new URLSearchParams(hash[1] === "?" ? hash.slice(1) : search);
  const filters = {};
  for (const name in facets) {
    const values = parameters.getAll(name).filter(Boolean);
    if (values.length) filters[name] = [...new Set(values)];
  }
  const [text, sort, number] = ["q", "sort", "page"].map((name) => parameters.get(name) || "");
  return { text, filters, sort, page: Math.max(1, number | 0) };
}

// The address of the state with some changes; another question begins with its first page.
function addressOf(change) {
  const next = { ...state, page: 1, ...change };
  const parameters = new URLSearchParams();
  if (next.text) parameters.append("q", next.text);
  for (const name in facets) (next.filters[name] || []).forEach((value) => parameters.append(name, value));
  if (next.sort) parameters.append("sort", next.sort);
  if (next.page > 1) parameters.append("page", next.page);
  return "?" + parameters;
}

function currentAddress() {
  return addressOf({ page: state.page });
}

// The state in which a value of a facet is chosen or no longer.
function toggled(name, value) {
  const before = state.filters[name] || [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return addressOf({ filters: { ...state.filters, [name]: after } });
}

// Asks what the address says. What is `typed` replaces the entry of the history; what is `sent` adds one after the last
// that was not typed, as does a link that is `followed`, after whatever is there.
async function go(address, how) {
  const before = currentAddress();
  if (address === before && (how !== "sent" || address === settled)) return;
  if (how === "sent" && before !== settled) write("replaceState", settled);
  write(how === "typed" ? "replaceState" : "pushState", address);
  if (how !== "typed") settled = address;
  state = stateOf(new URL(address, location));
  if (engine && how === "followed") keepingFocus(showChosen);
  await refresh();
}

function write(method, address) {
  // On a phone the facets are a target of the address: they stay open.
  const target = location.hash === "#filters" ? location.hash : "";
  try {
    history[method](null, "", (address === "?" ? location.pathname : address) + target);
  } catch {
    location[method === "pushState" ? "assign" : "replace"]("#" + address);
  }
}
