/** Statements laid out as they are meant: sentences, list items, rows of tables. Each keeps its citations' chips. */

import { el } from "../core/dom.js";

/** How an item of a list begins: "a)", "đ)", "12.", "1.2.", "-", "+", "•". */
const ITEM = /^(?:[a-zđ]{1,2}[).]|\d{1,3}(?:\.\d{1,2}){0,2}[.)]|[-–+•*])\s+/iu;
/** A cell of a row as the documents' reader writes it: "Year 2020: 236". */
const CELL = /^([^:;]{1,60}): (.+)$/su;
const FEWEST_CELLS = 3;

/**
 * The cells of a row of a table, null for words that are no row.
 * @param {string} text
 * @returns {Array<[string, string]> | null}
 */
export function cellsOf(text) {
  const parts = text.split("; ").map((part) => CELL.exec(part));
  if (parts.length < FEWEST_CELLS) return null;
  /** @type {Array<[string, string]>} */
  const cells = [];
  for (const part of parts) {
    if (!part) return null;
    cells.push([part[1], part[2]]);
  }
  return cells;
}

/**
 * What an item that stands alone is called: by itself, "2." tells nobody what there are two of.
 * @param {string} mark "2.", "a)", "-"
 * @param {string} path where its source has it: "Điều 4, khoản 2"
 * @returns {string} "Khoản 2"; the mark itself where the source calls it otherwise, "" for a dash
 */
export function nameOf(mark, path) {
  const own = mark.replace(/[.)]$/u, "");
  if (!/[\p{L}\p{N}]/u.test(own)) return "";
  const unit = path.split(", ").at(-1) ?? "";
  if (!unit.toLocaleLowerCase().endsWith(` ${own.toLocaleLowerCase()}`)) return mark;
  return unit[0].toLocaleUpperCase() + unit.slice(1);
}

/**
 * A place that takes statements one by one.
 * @param {(statement: any) => Node[]} chipsOf
 * @param {(statement: any) => string} pathOf where its first source has it, "" if that is not known
 * @returns {{element: HTMLElement, add: (statement: any) => void}}
 */
export function statementList(chipsOf, pathOf) {
  const element = el("div", { class: "statements" });
  return { element, add: (statement) => append(element, statement, chipsOf, pathOf) };
}

/**
 * @param {HTMLElement} place
 * @param {any} statement
 * @param {(statement: any) => Node[]} chipsOf
 * @param {(statement: any) => string} pathOf
 */
function append(place, statement, chipsOf, pathOf) {
  const cells = cellsOf(statement.text);
  const last = place.lastElementChild;
  if (cells) {
    const heads = cells.map(([head]) => head);
    const row = el("tr", {}, cells.map(([, value]) => el("td", {}, value, " ", chipsOf(statement))));
    const same = last instanceof HTMLElement && last.dataset.heads === JSON.stringify(heads);
    if (same) return void last.querySelector("tbody")?.append(row);
    const head = el("thead", {}, el("tr", {}, heads.map((name) => el("th", { scope: "col" }, name))));
    return place.append(
      el("div", { class: "table-frame", tabindex: 0, role: "group", "data-heads": JSON.stringify(heads) }, el("table", {}, head, el("tbody", {}, row))),
    );
  }
  const mark = ITEM.exec(statement.text);
  if (!mark) return place.append(el("p", {}, statement.text, " ", chipsOf(statement)));
  const words = el("span", {}, statement.text.slice(mark[0].length), " ", chipsOf(statement));
  const item = () => el("li", {}, el("span", { class: "item-mark" }, mark[0].trim()), words);
  if (last?.tagName === "UL") return last.append(item());
  const alone = last instanceof HTMLElement ? last.dataset.item : undefined;
  if (last && alone !== undefined) {
    const first = el("li", {}, el("span", { class: "item-mark" }, alone), last.lastElementChild);
    return last.replaceWith(el("ul", { class: "items" }, first, item()));
  }
  const name = nameOf(mark[0].trim(), pathOf(statement));
  // one item is no list: it becomes one when another follows
  place.append(el("p", { "data-item": mark[0].trim() }, name && el("span", { class: "unit-name" }, name), name && " ", words));
}
