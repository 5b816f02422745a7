// The analyser: words of a text, cut and folded exactly as when the index was built. What Unicode says of a character
// comes from the boot file, because a browser's Unicode may be older or newer than that of the build; of characters that
// no dataset has, only what never changes once a character exists is asked for.

const APOSTROPHES = "'\u2019\u02bc";
// Scripts without blanks.
const DENSE = /^[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const SIGN = /[\p{P}\p{S}\p{Z}\p{C}]/u;

function words(text) {
  return tokens(text).map((token) => token.word);
}

// The words with the places where they stand in the text, which highlighting needs.
function tokens(text) {
  const found = [];
  let token = null;
  // Whether an apostrophe stands directly before.
  let after = false;
  let at = 0;

  const close = (elides) => {
    if (token && !token.paired) {
      const { word } = token;
      token.word = [...word].slice(0, 40).join("");
      if (!(elides && boot.elisions.includes(word)) && !(token.after && /^[stdm]$/.test(word))) found.push(token);
    }
    token = null;
  };

  for (const character of text) {
    const next = at + character.length;
    const letters = folded(character);
    for (const letter of letters || "") {
      const dense = DENSE.test(letter);
      if (token && token.dense !== dense) close();
      if (token && !dense) token.word += letter;
      else {
        if (token) found.push({ word: token.word + letter, start: token.start, end: next });
        token = { word: letter, start: at, dense, paired: token, after };
        after = false;
      }
    }
    if (letters === 0) {
      after = APOSTROPHES.includes(character);
      const [following = " "] = text.slice(next);
      close(after && folded(following));
    } else if (token) token.end = next;
    at = next;
  }
  close();
  return found;
}

// What a character adds to a word, or 0 when it parts words.
function folded(character) {
  const known = boot.fold[character];
  if (known !== undefined) return known;
  if (SIGN.test(character)) return 0;
  const lower = (part) => (SIGN.test(part) || /\p{M}/u.test(part) ? "" : part.toLowerCase());
  return character.normalize("NFKD").replace(/./gsu, (part) => (boot.fold[part] ?? lower(part)) || "");
}
