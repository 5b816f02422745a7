// The name that a title gives to a file and an address, made as etal makes it. What a character of another alphabet
// becomes stands in the page; what is not there parts words.

// Folded letters by character; a character alone says that it parts words.
function foldsOf(text) {
  const folds = {};
  for (const piece of text.split(" ")) {
    const [character] = piece;
    if (character) folds[character] = piece.slice(character.length);
  }
  return folds;
}

function slugOf(title, folds) {
  let slug = "";
  for (const character of title) {
    const folded = character < "\u0080" ? character : folds[character] || "-";
    for (const letter of folded.toLowerCase()) {
      if (/[a-z0-9]/.test(letter)) slug += letter;
      else if (slug && !slug.endsWith("-")) slug += "-";
    }
  }
  return slug.slice(0, 100).replace(/-+$/, "");
}

// Windows keeps some names for devices.
function isSlug(slug) {
  return /^[a-z0-9-]{1,100}$/.test(slug) && !/^(?:con|prn|aux|nul|(?:com|lpt)[1-9])$/.test(slug);
}

// A random UUID, version 4. `crypto.randomUUID` is not there on every page.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
