// The language of questions: blanks part clauses, `-` excludes, `tag:` and its like choose by facet. The last word of
// the text is open: it may be half typed.

const OPERATORS = {
  title: "title",
  titre: "title",
  tag: "tag",
  mot: "tag",
  "mot-clé": "tag",
  org: "organization",
  organization: "organization",
  organisation: "organization",
  producteur: "organization",
  format: "format",
  license: "license",
  licence: "license",
};
const NAMES = Object.keys(OPERATORS).join("|");
// Sign, operator, then a value between quotes or up to a blank.
const CLAUSE = new RegExp(`(-?)(?:(${NAMES}):)?(?:(["“”«»])([^"“”«»]*)["“”«»]?|(\\S*))`, "gi");

// `asked` are the words that count, each with what its clause says of it; `excluded` and `chosen` are clauses.
function parse(text) {
  const query = { asked: [], excluded: [], chosen: [] };
  for (const clause of text.matchAll(CLAUSE)) {
    const [whole, sign, operator, quoted, inside, bare] = clause;
    const value = (quoted ? inside : bare).trim();
    const facet = operator && OPERATORS[operator.toLowerCase()];
    const title = facet === "title";
    const found = words(value).map((word) => ({ word, title, quoted }));
    if (facet && !title) {
      if (value) query.chosen.push({ facet, value, kept: !sign });
    } else if (sign) {
      if (found.length) query.excluded.push(found);
    } else if (found.length) {
      const atEnd = clause.index + whole.length === text.length && folded([...text].pop()) !== 0;
      found[found.length - 1].open = atEnd && !quoted;
      query.asked.push(...found);
    }
  }
  query.asked = thoseThatCount(query.asked);
  return query;
}

// Leaves out a last word of one letter and the frequent words of the language, as long as something else is asked for.
function thoseThatCount(asked) {
  const isStop = ({ word }) => boot.stop.includes(word);
  const isBegun = (one) => one.open && lengthOf(one.word) < 2 && !isCompleted(one);
  if (asked.some((one) => !isStop(one) && !isBegun(one))) asked = asked.filter((one) => !isBegun(one));
  return asked.some((one) => !isStop(one)) ? asked.filter((one) => one.quoted || !isStop(one)) : asked;
}
