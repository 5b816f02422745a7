// Numbers and texts as the search files write them: whole numbers in printable characters are smaller than JSON after
// compression and are read faster. See "Numbers" in docs/search-format.md.

// The value of a symbol; 0 behind the end, so that a file that was cut cannot hold up the page.
function symbolAt(text, at) {
  const code = text.charCodeAt(at);
  return code > 92 ? code - 35 : code > 33 ? code - 34 : 0;
}

function cursorOn(text) {
  return { text, at: 0 };
}

// The varint at the cursor.
function number(cursor) {
  const symbol = symbolAt(cursor.text, cursor.at++);
  return symbol < 62 ? symbol : symbol + 30 * number(cursor);
}

// Numbers that grow, each written less the one before less one. Without a count, the count stands before them.
function increasing(cursor, count = number(cursor)) {
  const numbers = new Int32Array(count);
  let last = -1;
  for (let place = 0; place < count; place++) {
    last += number(cursor) + 1;
    numbers[place] = last;
  }
  return numbers;
}

// A number of `width` symbols for each id.
function fixed({ width, ids }) {
  const numbers = new Int32Array(ids.length / width);
  for (let at = 0; at < ids.length; at++) {
    const id = Math.floor(at / width);
    numbers[id] = numbers[id] * 92 + symbolAt(ids, at);
  }
  return numbers;
}

// Texts of which each repeats only the length of what it shares with the one before.
function frontCoded(text) {
  let form = "";
  return text.split(" ").map((piece) => {
    form = form.slice(0, symbolAt(piece, 0)) + piece.slice(1);
    return form;
  });
}

// Order by code point. JavaScript's own order is by UTF-16 unit, which puts U+10000 before U+E000.
function compare(left, right) {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return (left.codePointAt(at) ?? -1) - (right.codePointAt(at) ?? -1);
}

// What becomes of all items, in their order; they are waited for together.
function all(items, visit) {
  return Promise.all(items.map(visit));
}

function lengthOf(text) {
  return [...text].length;
}
