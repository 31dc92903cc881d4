/** A table that is one on wide windows and a list of cards on narrow ones; for a screen reader it is always a table. */

import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/work.js";

const word = said(WORDS);

/**
 * `sort` is what the server sorts by; `wide` columns get the room that is left.
 * @typedef {{label: () => string, cell: (row: any) => import("../core/dom.js").Child[], sort?: string, wide?: boolean}} Column
 * @typedef {{by: string | null, descending: boolean}} Order
 */

/**
 * @param {() => string} caption
 * @param {Column[]} columns
 * @param {any[]} rows
 * @param {{order?: Order, sort?: (by: string, descending: boolean) => void, kind?: (row: any) => string}} [options]
 * @returns {HTMLElement}
 */
export function table(caption, columns, rows, { order, sort, kind } = {}) {
  const head = columns.map((column) => heading(column, order, sort));
  const body = rows.map((row) => {
    const cells = columns.map((c) => el("td", { role: "cell", class: c.wide ? "wide" : "", "data-label": c.label }, c.cell(row)));
    return el("tr", { role: "row", class: kind?.(row) ?? "" }, cells);
  });
  return el(
    "div",
    { class: "table-frame", tabindex: 0, role: "region", "aria-label": caption },
    el(
      "table",
      { class: "cards", role: "table" },
      el("caption", { class: "unseen" }, caption),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head)),
      el("tbody", { role: "rowgroup" }, body),
    ),
  );
}

/**
 * @param {Column} column
 * @param {Order | undefined} order
 * @param {((by: string, descending: boolean) => void) | undefined} sort
 */
function heading(column, order, sort) {
  const by = column.sort;
  if (!by || !sort) return el("th", { role: "columnheader", scope: "col" }, column.label);
  const here = order?.by === by;
  const state = here ? (order?.descending ? "descending" : "ascending") : null;
  const next = here && !order?.descending;
  const mark = here ? icon(order?.descending ? "down" : "up") : null;
  const name = () => word("sortBy", { column: column.label() });
  const button = el("button", { type: "button", class: "quiet small sort", "data-sort": by, title: name, onclick: () => sort(by, next) }, column.label, mark);
  return el("th", { role: "columnheader", scope: "col", "aria-sort": state }, button);
}
