/** A document's text to be read: paragraphs, headings, page notes, the cited words marked. A page is laid out when it is near. */

import { el, fill } from "../core/dom.js";
import { unitsOf } from "../core/offsets.js";
import { said } from "../core/language.js";
import { percent } from "../parts/chip.js";
import { WORDS } from "../words/source.js";

const word = said(WORDS);
const LONGEST_HEADING = 160; // characters: a longer first line is the text of its unit
const LINES = 60; // a section of a text that has no pages
const HEADINGS = new Set(["part", "chapter", "section", "subsection", "article", "heading", "annex", "enclosure", "roman", "form"]);

/** @typedef {{start: number, end: number}} Cited */

/**
 * The units that are headed, as a tree.
 * @param {any[]} provisions
 * @returns {Array<{unit: any, below: any[]}>}
 */
export function headed(provisions) {
  return provisions.flatMap((unit) => {
    const below = headed(unit.children);
    return HEADINGS.has(unit.kind) ? [{ unit, below }] : below;
  });
}

/**
 * @param {any[]} tree
 * @returns {any[]} its units in a row
 */
function row(tree) {
  return tree.flatMap(({ unit, below }) => [unit, ...row(below)]);
}

/**
 * Draws the text into a sheet; gives the first mark, null where the cited words are no longer there.
 * @param {HTMLElement} sheet
 * @param {any} about
 * @param {any} content
 * @param {Cited | null} cited
 * @returns {HTMLElement | null}
 */
export function drawText(sheet, about, content, cited) {
  const units = unitsOf(content.text);
  const heads = new Map(row(headed(about.provisions)).map((unit) => [units(unit.start), unit]));
  const pages = content.pages.map((/** @type {any} */ p) => ({ ...p, at: units(p.start) }));
  const marked = cited && { start: units(cited.start), end: units(cited.end) };
  sheet.lang = content.language;
  /** @type {HTMLElement[]} */
  const sections = [];
  let at = 0;
  let next = 0;
  for (const line of content.text.split("\n")) {
    const end = at + line.length;
    const turned = pages[next] && pages[next].at <= end;
    let section = sections.at(-1);
    if (!section || turned || (!pages.length && section.childElementCount >= LINES)) {
      section = el("section", { class: "text-page" });
      sections.push(section);
    }
    while (pages[next] && pages[next].at <= end) section.append(pageNote(pages[next++]));
    const head = heads.get(at);
    const isHeading = head && line.length <= LONGEST_HEADING;
    section.append(el("p", { "data-start": head?.start, class: isHeading ? "unit" : null }, ...pieces(line, at, marked)));
    at = end + 1;
  }
  fill(sheet, ...sections);
  return sheet.querySelector("mark");
}

/** @param {any} page */
function pageNote(page) {
  const number = () => word("pageNote", { page: page.number });
  const note = () => (page.uncertain ? `${number()} · ⚠ ${word("unsureShort", { sure: percent(page.confidence) })}` : number());
  return el("p", { class: "page-note" }, note);
}

/**
 * A line as text, its cited part marked.
 * @param {string} line
 * @param {number} at
 * @param {Cited | null} marked
 * @returns {Array<Node | string>}
 */
function pieces(line, at, marked) {
  const from = Math.max(0, (marked?.start ?? 0) - at);
  const to = Math.min(line.length, (marked?.end ?? 0) - at);
  if (!marked || from >= to) return [line];
  return [line.slice(0, from), el("mark", {}, line.slice(from, to)), line.slice(to)];
}

/**
 * The contents: a tree that unfolds, each unit a button that goes to it.
 * @param {any} about
 * @param {(start: number) => void} go
 * @param {Cited | null} cited what is cited is unfolded
 * @returns {HTMLElement | null} null for a text without headings
 */
export function outline(about, go, cited) {
  const tree = headed(about.provisions);
  if (!tree.length) return null;
  const holds = (/** @type {any} */ unit) => cited !== null && unit.start <= cited.start && cited.start < unit.end;
  /** @type {(branch: any[]) => HTMLElement} */
  const list = (branch) => el("ul", {}, branch.map(({ unit, below }) => el("li", {}, ...entry(unit, below))));
  /** @type {(unit: any, below: any[]) => Node[]} */
  const entry = (unit, below) => {
    const name = [unit.label, unit.title].filter(Boolean).join(". ") || unit.address;
    const here = holds(unit) && !below.some((b) => holds(b.unit));
    const button = el("button", { type: "button", class: "quiet unit-link", "aria-current": here ? "location" : null, onclick: () => go(unit.start) }, el("span", {}, name));
    if (!below.length) return [button];
    const fold = el("details", { open: holds(unit) || branchIsShort(tree) }, el("summary", { "aria-label": name }), list(below));
    return [el("div", { class: "branch" }, fold, button)];
  };
  return el("div", { class: "tree", lang: about.language }, list(tree));
}

/** @param {any[]} tree a short one is shown whole */
function branchIsShort(tree) {
  return row(tree).length <= 40;
}
