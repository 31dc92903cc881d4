/** The badge that says whether a document is in force: an icon, words and dates; "not determined" where nothing says. */

import { day } from "../core/dates.js";
import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/parts.js";

const word = said(WORDS);
/** @type {Record<string, [string, string]>} kind of badge and icon of each state */
const LOOKS = {
  in_force: ["good", "check"],
  not_yet: ["warn", "info"],
  partly_expired: ["warn", "warn"],
  expired: ["wrong", "close"],
  suspended: ["wrong", "stop"],
  unknown: ["", "info"],
};

/**
 * @param {any} status of a document in the API; null is not determined
 * @returns {HTMLElement}
 */
export function validity(status) {
  const said = status?.state ?? status?.status ?? status;
  const state = LOOKS[said] ? said : "unknown";
  const [kind, drawing] = LOOKS[state];
  const since = day(status?.first ?? status?.since);
  const until = day(status?.until);
  const dates = () => [since && word("since", { day: since }), until && word("until", { day: until })].filter(Boolean).join(" ");
  return el("span", { class: `badge ${kind}`, "data-validity": state }, icon(drawing), () => `${word(state)} ${dates()}`.trim());
}

/**
 * The badge of a document, with dates where the API gives them.
 * @param {any} document in the API
 * @returns {HTMLElement}
 */
export function validityOf(document) {
  return validity(document.validity ?? document.status);
}
