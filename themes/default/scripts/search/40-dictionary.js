// The dictionary: which classes (forms of one stem) a word stands for. Stems were found when the site was built; here
// a form is only looked up, completed, or tried with another ending.

// All classes of the files read so far, by key. One that only other files have told of has no size yet.
const classes = new Map();

// The classes of each form.
function readTerms([forms, links, lists, foreign]) {
  const file = new Map();
  const cursor = cursorOn(links);
  const others = foreign.split(" ").values();
  const made = [];
  for (const form of frontCoded(forms)) {
    const linked = [];
    let brought = 0;
    for (let left = number(cursor); left >= 0; left--) {
      const code = number(cursor);
      if (code > 1) linked.push(made[made.length + 1 - code]);
      else if (code) linked.push({ key: others.next().value });
      else {
        const list = cursorOn(lists[made.length]);
        const group = { key: brought ? form + "~" + brought : form, list, size: number(list) };
        brought++;
        made.push(group);
        linked.push(group);
        classes.set(group.key, group);
      }
    }
    file.set(form, linked);
  }
  return file;
}

// The classes of a form, with their sizes; none when it is not in the dictionary.
async function classesOf(form) {
  const linked = (await find("terms", form)) || [];
  return all(linked, async ({ key }) => {
    await find("terms", key.split("~")[0]);
    return classes.get(key);
  });
}

// A last word that is long enough to have few completions.
function isCompleted({ word, open }) {
  return open && (lengthOf(word) > 1 || DENSE.test(word));
}

// Classes of words that begin like this one, which is still being typed.
async function completions(word) {
  if (lengthOf(word) < 4) {
    const forms = (await find("starts", word)) || "";
    return (await all(forms.split(" "), classesOf)).flat();
  }
  const begun = new Set();
  await eachFrom("terms", word, (form, linked) => linked.forEach((group) => group.size && begun.add(group)));
  return [...begun].sort((a, b) => b.size - a.size || compare(a.key, b.key)).slice(0, 8);
}

// Classes of the first known word that differs in its ending alone: an inflection that no text of the catalogue has.
async function classesByEnding(word) {
  const read = new Set([fileAt("terms", word)]);
  const tried = [];
  for (const [ending, other] of await load("endings/" + boot.endings)) {
    if (!word.endsWith(ending) || lengthOf(word) - lengthOf(ending) < 3) continue;
    const form = word.slice(0, word.length - ending.length) + other;
    const place = fileAt("terms", form);
    if (read.has(place) || read.size < 4) {
      read.add(place);
      tried.push(form);
    }
  }
  return (await all(tried, classesOf)).find((found) => found.length) || [];
}
