/** A sheet as the API gives it: requirements as cards with their verdicts, anything else as tables. */

import { el } from "../core/dom.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/sheets.js";
import { chips } from "./sources.js";
import { stateBadge } from "./states.js";
import { table } from "./table.js";

const word = said(WORDS);
const MOST = 7; // columns of a table that is still read at a glance
const TOLD = ["has", "why", "settles", "force"]; // below the requirement itself, in this order

/**
 * @param {any} sheet
 * @returns {HTMLElement}
 */
export function sheetShown(sheet) {
  const shown = sheet.names.includes("requirement") ? cards : rowsOf;
  return el(
    "article",
    { class: "sheet-shown", lang: sheet.language },
    el("h2", { class: "sheet-title", tabindex: -1 }, sheet.title),
    sheet.notes.map((/** @type {string} */ note) => el("p", { class: "muted small" }, note)),
    sheet.sections.map((/** @type {any} */ section) =>
      el(
        "section",
        { class: "stage" },
        el("div", { class: "stage-head" }, el("h3", {}, section.title)),
        section.notes.map((/** @type {string} */ note) => el("p", { class: "overall" }, note)),
        shown(sheet, section),
      ),
    ),
  );
}

/**
 * @param {any} sheet
 * @param {any} section
 */
function cards(sheet, section) {
  const at = (/** @type {string} */ name) => sheet.names.indexOf(name);
  const row = (/** @type {any} */ r) => {
    const told = TOLD.filter((name) => r.cells[at(name)]).map((name) =>
      el("div", {}, el("dt", {}, `${sheet.columns[at(name)]}: `), el("dd", {}, r.cells[at(name)])),
    );
    // a requirement that is superseded has a word for it, and no state
    const verdict = r.state ? stateBadge(r.state) : r.cells[at("verdict")] ? el("span", { class: "badge" }, r.cells[at("verdict")]) : null;
    return el(
      "li",
      { class: "requirement" },
      el("div", { class: "requirement-head" }, verdict, el("h4", {}, r.cells[at("kind")])),
      el("p", { class: "requirement-words" }, r.cells[at("requirement")]),
      el("p", { class: "item-sources" }, chips(r.sources)),
      el("dl", { class: "item-facts stacked" }, told),
    );
  };
  return el("ul", { class: "requirements" }, section.rows.map(row));
}

/**
 * @param {any} sheet
 * @param {any} section
 */
function rowsOf(sheet, section) {
  const names = section.columns.length ? section.columns : sheet.columns;
  // a column that says nothing in any row only takes up room
  const used = names.map((/** @type {string} */ name, /** @type {number} */ at) => ({ name, at })).filter((/** @type {any} */ c) => section.rows.some((/** @type {any} */ r) => r.cells[c.at]));
  const length = (/** @type {number} */ at) => section.rows.reduce((/** @type {number} */ sum, /** @type {any} */ r) => sum + r.cells[at].length, 0);
  // in a broad table what every row says alike is told once, above it
  const alike = (/** @type {any} */ c) => section.rows.length > 1 && section.rows.every((/** @type {any} */ r) => r.cells[c.at] === section.rows[0].cells[c.at]);
  const once = used.length > MOST ? used.filter(alike) : [];
  const own = used.filter((/** @type {any} */ c) => !once.includes(c));
  const longest = Math.max(...own.map((/** @type {any} */ c) => length(c.at)));
  const columns = own.map((/** @type {any} */ { name, at }) => ({ label: () => name, wide: length(at) === longest, cell: (/** @type {any} */ r) => [r.cells[at]] }));
  const source = { label: () => word("source"), cell: (/** @type {any} */ r) => chips(r.sources) };
  const facts = once.map((/** @type {any} */ { name, at }) => el("div", {}, el("dt", {}, `${name}: `), el("dd", {}, section.rows[0].cells[at])));
  return [
    facts.length ? [el("p", { class: "muted small alike" }, () => word("alike")), el("dl", { class: "item-facts stacked" }, facts)] : null,
    table(() => section.title, [...columns, source], section.rows),
  ].flat();
}
