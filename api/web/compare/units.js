/** The units of two documents side by side, what differs marked by lines and words. Knows neither the form nor the API. */

import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/compare.js";

const word = said(WORDS);
/** @type {Record<string, [string, string]>} kind of badge and icon of each kind of difference */
export const KINDS = {
  changed: ["warn", "edit"],
  added: ["good", "plus"],
  removed: ["wrong", "minus"],
  moved: ["", "swap"],
  renumbered: ["", "again"],
  split: ["", "relations"],
  merged: ["", "relations"],
  beside: ["", "documents"],
  same: ["", "check"],
};

/**
 * @param {any} unit of the API's comparison
 * @param {string} id
 * @param {any} compared the whole
 * @returns {HTMLElement}
 */
export function unitView(unit, id, compared) {
  const { left, right } = compared;
  const [kind, drawing] = KINDS[unit.kind] ?? ["", "info"];
  const names = [unit.left_name, unit.right_name].filter(Boolean);
  // an order's unit is named after the one that it changes: "Article 5 (by Article 1, Clause 2)"
  const one = names.length === 1 || names[1]?.startsWith(names[0]);
  const name = el("span", { class: "unit-name", lang: right.language }, one ? names.at(-1) : [names[0], " ", el("span", { class: "became", lang: document.documentElement.lang }, icon("right"), el("span", { class: "unseen" }, () => word("became"))), " ", names[1]]);
  const same = unit.kind === "same" && !unit.reworded;
  const cells = same
    ? [cell("both", unit.new, unit.right, right)]
    : [cell("old", unit.old, unit.left, left), cell("new", unit.new, unit.right, right)];
  const empty = !unit.old.length && !unit.new.length;
  return el(
    "section",
    { class: `unit-diff ${unit.kind}`, "data-kind": unit.kind },
    el("h3", { id, tabindex: -1 }, el("span", { class: `badge ${kind}` }, icon(drawing), unit.words_kind), " ", name),
    empty && same ? null : el("div", { class: same ? "" : "unit-sides" }, cells),
  );
}

/**
 * @param {"old" | "new" | "both"} side
 * @param {any[]} runs
 * @param {any[]} units
 * @param {any} of the document
 */
function cell(side, runs, units, of) {
  const links = units.map((u) =>
    el("a", { class: "small no-print", href: u.url, "aria-label": () => word("open", { name: u.path || u.title, document: of.number ?? of.title }) }, () => word("openShort")),
  );
  const label = side === "both" ? null : el("p", { class: "side-label small" }, el("b", {}, () => word(side)), ` ${of.number ?? of.title}`);
  const said = runs.length ? el("p", { class: "side-words", lang: of.language }, runs.map(run)) : el("p", { class: "muted small" }, units.length ? units.map((u) => u.title).join("; ") : () => word("notIn"));
  return el("div", { class: `unit-side ${side}` }, label, said, links.length ? el("p", { class: "side-links" }, links) : null);
}

/**
 * Words that only one side has: struck through or underlined for who sees them, told in words to who hears them.
 * @param {{mark: string, text: string}} run
 */
function run({ mark, text }) {
  if (mark === "same") return text;
  const unseen = (/** @type {string} */ name, /** @type {string} */ before, /** @type {string} */ after) => el("span", { class: "unseen", lang: document.documentElement.lang }, () => `${before}${word(name)}${after}`);
  const told = [unseen(mark === "removed" ? "cutStart" : "putStart", "[", " "), text, unseen("saidEnd", " ", "]")];
  return mark === "removed" ? el("del", {}, ...told) : el("ins", {}, ...told);
}
