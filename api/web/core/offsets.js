/**
 * Offsets of the API count characters (code points); a browser's strings count UTF-16 units.
 * Knows nothing of the page.
 */

/**
 * A function from code point offsets to UTF-16 offsets of one text.
 * @param {string} text
 * @returns {(point: number) => number}
 */
export function unitsOf(text) {
  /** @type {number[]} code point offsets of the characters that take two units */
  const wide = [];
  let point = 0;
  for (const character of text) {
    if (character.length === 2) wide.push(point);
    point += 1;
  }
  return (offset) => {
    let low = 0;
    let high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wide[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
}

/**
 * The cited words named by an address's fragment (#c1203-1361), null if it names none.
 * @param {string} fragment
 * @returns {{start: number, end: number} | null}
 */
export function citedIn(fragment) {
  const match = /^#c(\d+)-(\d+)$/.exec(fragment);
  if (!match || Number(match[2]) <= Number(match[1])) return null;
  return { start: Number(match[1]), end: Number(match[2]) };
}
