// The card of a dataset, like those that stand in the page.

const LOBE_WIDTH = 13;

function cardNode(card, marks) {
  const [slug, title, lang, acronym, producer, path, summary, formats, files, license, date, frequency, badges] = card;
  const [verdicts, points, measurable, maximum] = card.slice(13);
  const home = page.dataset.home;
  const node = fill("card", {
    href: home + "datasets/" + slug + "/index.html",
    title: marked(title, marks),
    lang,
    acronym,
    producer,
    producer_href: path && home + path + "/index.html",
    summary: summary && marked(summary, marks),
    formats: formats.map((format) => engine.label("format", format)),
    files: (words) => plural(words, files),
    license: engine.label("license", license),
    date: date && engine.date(date, true),
    frequency: engine.label("frequency", frequency),
    badges: badges.length,
    ...Object.fromEntries(badges.map((badge) => [badge, true])),
    measurable,
    points: numberIn(points),
    rest: (words) => fillHoles(words[!measurable ? "none" : measurable < maximum ? "some" : "all"], { measurable, max: maximum }),
  });
  node.querySelectorAll("time").forEach((time) => (time.dateTime = date));
  node.querySelectorAll(".valance").forEach((valance) => drawLobes(valance, verdicts));
  return node;
}

// A text with what was looked for marked.
function marked(text, marks) {
  const whole = document.createDocumentFragment();
  for (const [piece, isMarked] of engine.highlight(text, marks)) {
    if (!isMarked) whole.append(piece);
    else whole.appendChild(document.createElement("mark")).textContent = piece;
  }
  return whole;
}

// A lobe for each criterion; lobes of one verdict share a path.
function drawLobes(valance, verdicts) {
  const width = verdicts.length * LOBE_WIDTH;
  valance.setAttribute("viewBox", "0 0 " + width + " 15");
  valance.setAttribute("width", width);
  for (const path of [...valance.children]) {
    const { verdict, shape } = path.dataset;
    const lobes = [...verdicts].map((one, at) => (one === verdict ? "M" + (at * LOBE_WIDTH + 1) + " 1" + shape : ""));
    if (lobes.join("")) path.setAttribute("d", lobes.join(""));
    else path.remove();
  }
}
