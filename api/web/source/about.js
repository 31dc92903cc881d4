/** What is known of a document itself: its identity, how it was read, its validity. */

import { day } from "../core/dates.js";
import { el } from "../core/dom.js";
import { said } from "../core/language.js";
import { percent } from "../parts/chip.js";
import { validityOf } from "../parts/validity.js";
import { WORDS } from "../words/source.js";
import { typeName } from "../words/types.js";

const word = said(WORDS);
/** @type {Record<string, string>} */
const HOW = { text: "readText", scan: "readScan", both: "readBoth" };

/**
 * @param {any} about
 * @returns {HTMLElement}
 */
export function facts(about) {
  /** @type {Array<[string, () => (string | Node)]>} */
  const rows = [
    ["number", () => about.number],
    ["type", () => typeName(about.type)],
    ["issuer", () => about.issuer],
    ["issued", () => day(about.issued)],
    ["signer", () => about.signer],
    ["file", () => about.name],
    ["extent", () => word("extentOf", { characters: about.counts.characters, passages: about.counts.passages })],
    ["read", () => word(HOW[about.how] ?? "readText", { sure: percent(about.confidence ?? 1) })],
  ];
  const told = rows.filter(([, value]) => value()).map(([name, value]) => el("div", {}, el("dt", {}, () => word(name)), el("dd", {}, /** @type {() => string} */ (value))));
  return el("dl", { class: "facts" }, told, el("div", {}, el("dt", {}, () => word("validity")), el("dd", {}, validityOf(about))));
}
