// The page of proposals: shows the form, adds and removes items, says what is wrong, and ends in a descriptor.

const form = document.querySelector("[data-propose]");
const parts = {};
const taken = new Set();
// A longer address is refused by some forges and browsers.
const MAX_ADDRESS = 8000;

let folds = {};
let id = "";
let ownSlug = false;
let items = 0;
let shown = null;

function start() {
  for (const part of document.querySelectorAll("[data-part]")) parts[part.dataset.part] = part;
  folds = foldsOf(form.dataset.folds);
  for (const slug of form.dataset.slugs.split(" ").filter(Boolean)) taken.add(slug);
  id = uuid();
  for (const list of form.querySelectorAll("[data-begin]")) addItem(list);
  form.noValidate = true;
  form.hidden = false;
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("click", clicked);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    make();
  });
  parts.faults.addEventListener("click", followed);
  parts.download.addEventListener("click", download);
  parts.copy.addEventListener("click", copy);
}

function slugField() {
  return form.querySelector('[data-field="slug"]');
}

function changed({ target }) {
  const field = target.closest("[data-field]");
  if (!field) return;
  const slug = controlOf(slugField());
  if (field.dataset.field === "slug") ownSlug = Boolean(target.value);
  else if (target.name === "title" && !ownSlug) slug.value = slugOf(target.value, folds);
  // A field that was wrong is looked at again at once; others are left alone until they are sent.
  if (target.getAttribute("aria-invalid")) mark(field, faultOf(field));
  if (shown) hideResult();
}

function clicked({ target }) {
  const button = target.closest("button[data-action]");
  if (!button) return;
  const list = button.closest('[data-shape="items"]');
  if (button.dataset.action === "add") controlOf(addItem(list)).focus();
  else {
    button.closest("[data-item]").remove();
    number(list);
    list.querySelector('[data-action="add"]').focus();
  }
  if (shown) hideResult();
}

// Adds an empty item to a list. Ids are made its own, so that labels and notes belong to their fields.
function addItem(list) {
  const item = list.querySelector("template").content.firstElementChild.cloneNode(true);
  const end = "-" + ++items;
  for (const element of item.querySelectorAll("[id], [for], [aria-describedby]")) {
    if (element.id) element.id += end;
    if (element.htmlFor) element.htmlFor += end;
    const described = element.getAttribute("aria-describedby");
    if (described) element.setAttribute("aria-describedby", described.split(" ").map((one) => one + end).join(" "));
  }
  list.querySelector("[data-items]").append(item);
  number(list);
  return item;
}

// Items are told apart by their numbers.
function number(list) {
  itemsIn(list).forEach((item, at) => {
    item.querySelector("legend").textContent = list.dataset.itemName + " " + (at + 1);
  });
}

function make() {
  for (const control of form.querySelectorAll("[aria-invalid]")) mark(control.closest("[data-field]"), "");
  const faults = faultsIn(form);
  for (const { field, words } of faults) mark(field, words);
  parts.faults.hidden = !faults.length;
  if (faults.length) {
    hideResult();
    list(faults);
    parts.faults.focus();
  } else showResult();
}

function mark(field, words) {
  const control = controlOf(field);
  const fault = field.querySelector("[data-fault]");
  if (words) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  fault.textContent = words;
  fault.hidden = !words;
}

// The faults as links to their fields.
function list(faults) {
  const entry = ({ field, words }) => {
    const link = document.createElement("a");
    link.href = "#" + controlOf(field).id;
    link.textContent = nameOf(field) + form.dataset.colon + " " + words;
    const item = document.createElement("li");
    item.append(link);
    return item;
  };
  parts.faults.querySelector("ul").replaceChildren(...faults.map(entry));
}

function nameOf(field) {
  const outer = field.parentElement.closest("[data-item], [data-field]");
  const own = field.querySelector("[data-name]").textContent;
  return outer ? outer.querySelector("legend").textContent + ", " + own : own;
}

// A field in a closed part of the form is opened before it is gone to.
function followed(event) {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  const control = document.getElementById(link.getAttribute("href").slice(1));
  for (let box = control.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  control.focus();
}

function hideResult() {
  shown = null;
  parts.result.hidden = true;
}

function showResult() {
  const slug = textOf(slugField());
  const path = "content/datasets/" + slug + "/dataset.yaml";
  const first = form.dataset.modeline;
  shown = (first && first + "\n") + yaml(descriptor(id));
  parts.path.textContent = path;
  parts.text.textContent = shown;
  parts.said.textContent = "";
  showForge(path);
  parts.result.hidden = false;
  parts.heading.focus();
}

// The forge's page of a new file, with the name filled in, and the text where the forge takes it and it is not too long.
function showForge(path) {
  if (!parts.forge) return;
  const { href, folder, name, content } = parts.forge.dataset;
  const named = href + "?" + name + "=" + encodeURIComponent(folder + path);
  const filled = content && named + "&" + content + "=" + encodeURIComponent(shown);
  const isFilled = Boolean(filled) && filled.length <= MAX_ADDRESS;
  parts.forge.href = isFilled ? filled : named;
  parts.paste.hidden = isFilled;
}

function download() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([shown], { type: "application/yaml" }));
  link.download = "dataset.yaml";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  parts.said.textContent = form.dataset.sayDownloaded;
}

async function copy() {
  let done = false;
  try {
    await navigator.clipboard.writeText(shown);
    done = true;
  } catch {
    // Without permission, or away from https: the older way.
    getSelection().selectAllChildren(parts.text);
    done = document.execCommand("copy");
  }
  parts.said.textContent = done ? form.dataset.sayCopied : form.dataset.sayUncopied;
}

if (form) start();
