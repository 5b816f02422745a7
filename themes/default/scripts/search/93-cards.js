// The card of a dataset, like those that stand in the page.

const LOBE_WIDTH = 13;

function cardNode(card, marks) {
  const [slug, title, lang, acronym, producer, path, summary, formats, files, license, date, frequency, ...rest] = card;
  const [badges, verdicts, points, measurable, maximum] = rest;
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
    files: (words) => fillHoles(words[formFor(files)], { n: numberIn(files) }),
    license: license && named("license", license),
    date: date && engine.date(date, true),
    frequency: frequency && named("frequency", frequency),
    badges: badges.length,
    ...Object.fromEntries(badges.map((badge) => [badge, true])),
    measurable,
    points: numberIn(points),
    rest: (words) => {
      const state = measurable ? (measurable < maximum ? "some" : "all") : "none";
      return fillHoles(words[state], { measurable, max: maximum });
    },
  });
  node.querySelectorAll("time").forEach((time) => (time.dateTime = date));
  node.querySelectorAll(".valance").forEach((valance) => drawLobes(valance, verdicts));
  return node;
}

// The label of a value; the template has others for those that say nothing without the name of their facet.
function named(facet, value) {
  return (words) => words[value] || engine.label(facet, value);
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
  for (const path of valance.children) {
    const { verdict, shape } = path.dataset;
    const lobes = [...verdicts].map((one, at) => (one === verdict ? "M" + (at * LOBE_WIDTH + 1) + " 1" + shape : ""));
    path.setAttribute("d", lobes.join(""));
  }
}
