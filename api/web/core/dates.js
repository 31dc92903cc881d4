/** Days as the office writes them: 06/10/2023, in both languages. */

/**
 * @param {string | null | undefined} iso "2023-10-06", or with a time after it
 * @returns {string} "" for none
 */
export function day(iso) {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? "");
  return found ? `${found[3]}/${found[2]}/${found[1]}` : "";
}

/**
 * A moment in the reader's own time: "06/10/2023 14:05".
 * @param {string} iso with its time zone
 * @returns {string}
 */
export function moment(iso) {
  const at = new Date(iso);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** @returns {string} this day in the reader's own time, "2026-11-22" */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
