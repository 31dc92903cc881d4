/** One item of a checklist as it is read and ticked. Knows not what its buttons do. */

import { day, today } from "../core/dates.js";
import { el, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/checklists.js";
import { WORDS as SHARED } from "../words/work.js";
import { tellsDay } from "./deadlines.js";
import { chips } from "./sources.js";

const word = said(WORDS);
const shared = said(SHARED);
const SHORT = 80; // characters of a task in the name of a button

/**
 * @typedef {{tick: (item: any, done: boolean) => void, move: (item: any, by: -1 | 1) => void, edit: (item: any) => void,
 *   drag: (item: any, event: PointerEvent) => void, numberOf: (id: string) => number}} Acts
 */

/**
 * @param {any} item
 * @param {Acts | null} acts null: only to be looked at
 * @param {{kind: string, language: string} & Record<string, any>} list that it belongs to
 * @returns {HTMLElement}
 */
export function itemRow(item, acts, { kind, language }) {
  const id = freshId("item");
  const box = el("input", { type: "checkbox", id, "data-part": "tick" });
  box.checked = item.done;
  box.disabled = !acts;
  box.addEventListener("change", () => acts?.tick(item, box.checked));
  return el(
    "div",
    { class: "item-row" },
    acts ? el("span", { class: "item-handle no-print", title: () => word("dragItem"), "aria-hidden": "true", onpointerdown: (/** @type {PointerEvent} */ e) => acts.drag(item, e) }, "⠿") : null,
    el("span", { class: "item-number" }),
    box,
    el(
      "div",
      { class: "item-body" },
      el("label", { for: id, class: "item-task" }, item.task),
      el("p", { class: "item-sources" }, chips(item.sources, language), item.locked ? null : el("span", { class: "muted small" }, () => word("own"))),
      facts(item, kind),
      remarks(item, acts),
      own(item),
    ),
    acts ? tools(item, acts) : null,
  );
}

/**
 * What a task is called in the name of a button.
 * @param {any} item
 * @returns {string}
 */
export function brief(item) {
  return item.task.length > SHORT ? `${item.task.slice(0, SHORT).trimEnd()}…` : item.task;
}

/**
 * Whether an item is late: not done, and its day is over.
 * @param {any} item
 * @returns {boolean}
 */
export function late(item) {
  const due = item.due ?? item.day;
  return !item.done && Boolean(due) && (due < today() || (!item.due && item.inclusive === false && due === today()));
}

/**
 * @param {any} item
 * @param {string} kind
 */
function facts(item, kind) {
  const asks = kind !== "dossier";
  const said = (/** @type {string | null} */ words) => words ?? (item.locked ? () => shared("notStated") : null);
  return el(
    "dl",
    { class: "item-facts" },
    fact("leadAgency", asks ? said(item.lead) : item.lead),
    fact("coordinators", item.coordinators.join("; ")),
    fact("deadline", asks ? said(item.deadline) : item.deadline, meant(item)),
    fact("product", item.product),
    fact("condition", item.condition),
    item.strength && asks ? fact("strength", el("span", {}, () => word(`strength_${item.strength}`))) : null,
  );
}

/**
 * @param {string} name
 * @param {string | null | Node | (() => string)} value a function says that the source is silent
 * @param {Node | null} [more]
 */
function fact(name, value, more = null) {
  if (!value) return null;
  const kind = typeof value === "function" ? "silent" : "";
  return el("div", { class: kind }, el("dt", {}, () => `${word(name)}: `), el("dd", {}, value, more));
}

/** @param {any} item */
function meant(item) {
  if (!item.deadline || !item.day) return null;
  const name = item.inclusive === true ? "until" : item.inclusive === false ? "before" : "openDay";
  const text = () => word(name, { day: day(item.day) });
  // the words tell the day themselves: it need not be said twice
  return tellsDay(item.deadline, item.day) ? null : el("span", { class: "muted" }, " (", text, ")");
}

/**
 * @param {any} item
 * @param {Acts | null} acts
 */
function remarks(item, acts) {
  const links = (/** @type {HTMLElement} */ p) => {
    for (const other of item.against) {
      const number = acts?.numberOf(other);
      if (number) p.append(" ", el("a", { href: `#${other}`, class: "item-other" }, () => word("seeItem", { number })));
    }
    return p;
  };
  return [
    ...item.contested.map((/** @type {string} */ what) => links(el("p", { class: "item-remark" }, icon("warn"), " ", () => word(`against_${what}`)))),
    item.group ? el("p", { class: "item-remark plain" }, icon("info"), " ", () => word("oneOf")) : null,
  ];
}

/** @param {any} item */
function own(item) {
  const isLate = late(item);
  const parts = [
    item.assignee ? el("span", { class: "badge" }, () => `${word("assignee")}: `, el("strong", {}, item.assignee)) : null,
    item.due ? el("span", { class: "badge" }, () => `${word("due")}: ${day(item.due)}`) : null,
    isLate ? el("span", { class: "badge wrong" }, icon("warn"), () => word("late")) : null,
  ].filter(Boolean);
  return [parts.length ? el("p", { class: "item-own" }, parts) : null, item.note ? el("p", { class: "item-note" }, item.note) : null];
}

/**
 * @param {any} item
 * @param {Acts} acts
 */
function tools(item, acts) {
  const button = (/** @type {string} */ drawing, /** @type {string} */ name, /** @type {() => void} */ act) =>
    el("button", { type: "button", class: "quiet round", "data-part": drawing, "aria-label": () => word(name, { task: brief(item) }), title: () => word(name, { task: "" }).replace(/[:\s]+$/, ""), onclick: act }, icon(drawing));
  return el(
    "div",
    { class: "item-tools no-print" },
    button("up", "moveUp", () => acts.move(item, -1)),
    button("down", "moveDown", () => acts.move(item, 1)),
    button("edit", "editItem", () => acts.edit(item)),
  );
}
