/** A deadline's words beside the day that they mean. */

import { day } from "../core/dates.js";

/**
 * Whether words tell a day themselves ("30/9/2021"), so that it need not be said twice.
 * @param {string} words
 * @param {string} iso
 * @returns {boolean}
 */
export function tellsDay(words, iso) {
  const bare = (/** @type {string} */ text) => text.replace(/(?<!\d)0(?=\d)/g, "");
  return bare(words).includes(bare(day(iso)));
}
