/** The form of one item: what people fill in; of an item without a source also its words. Gives back what was changed. */

import { el, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/checklists.js";
import { toldDay } from "./told_day.js";

const word = said(WORDS);
const OWN = ["assignee", "due", "note"];
const WORDS_OF = ["task", "lead", "coordinators", "deadline", "day", "product", "condition"];
const LONG = ["task", "note", "condition"];
const DAYS = ["due", "day"];
/** @type {Record<string, string>} */
const LABELS = { lead: "leadAgency", day: "deadlineDay" };
const LONGEST = 4000;

/**
 * @typedef {{save: (values: Record<string, string | null>, section: string) => void, cancel: () => void, remove?: () => void}} Acts
 */

/**
 * @param {any} item null-like values for a new one: `{locked: false}`
 * @param {Array<{id: string, title: string}>} sections
 * @param {string} section in which it stands
 * @param {string[]} people named in the list already
 * @param {Acts} acts
 * @returns {HTMLFormElement}
 */
export function itemForm(item, sections, section, people, acts) {
  const names = item.locked ? OWN : [...WORDS_OF, ...OWN];
  const datalist = el("datalist", { id: freshId("people") }, people.map((name) => el("option", { value: name })));
  /** @type {Record<string, HTMLInputElement | HTMLTextAreaElement>} */
  const fields = {};
  const rows = names.map((name) => {
    const id = freshId(name);
    const value = before(item, name);
    const input = LONG.includes(name)
      ? el("textarea", { id, rows: name === "condition" ? 1 : 2, maxlength: LONGEST })
      : el("input", { id, type: DAYS.includes(name) ? "date" : "text", maxlength: DAYS.includes(name) ? null : LONGEST, list: name === "assignee" ? datalist.id : null });
    input.value = value;
    input.required = name === "task";
    fields[name] = input;
    const hint = name === "coordinators" ? el("span", { class: "hint", id: `${id}-hint` }, () => word("coordinatorsHint")) : null;
    if (hint) input.setAttribute("aria-describedby", hint.id);
    return el("div", { class: LONG.includes(name) ? "field whole" : "field" }, el("label", { for: id }, () => word(LABELS[name] ?? name)), input, hint, DAYS.includes(name) ? toldDay(/** @type {HTMLInputElement} */ (input)) : null);
  });
  const place = el("select", { id: freshId("section") }, sections.map((s) => el("option", { value: s.id, selected: s.id === section }, s.title)));
  const form = el(
    "form",
    { class: "item-form no-print", onsubmit: submit },
    item.locked ? el("p", { class: "item-locked" }, icon("quote"), " ", () => word("locked")) : null,
    el("div", { class: "item-fields" }, rows, sections.length > 1 ? el("div", { class: "field" }, el("label", { for: place.id }, () => word("section")), place) : null),
    datalist,
    el(
      "div",
      { class: "actions" },
      el("button", { type: "submit", class: "primary" }, () => word("save")),
      el("button", { type: "button", onclick: acts.cancel }, () => word("cancel")),
      acts.remove ? el("button", { type: "button", class: "danger apart", onclick: acts.remove }, () => word("remove")) : null,
    ),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    acts.cancel();
  });
  const first = fields[item.locked ? "assignee" : "task"];
  queueMicrotask(() => first.focus());
  return form;

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    /** @type {Record<string, string | null>} */
    const values = {};
    for (const [name, input] of Object.entries(fields)) {
      const value = input.value.trim();
      if (value !== before(item, name)) values[name] = value || null;
    }
    acts.save(values, place.value || section);
  }
}

/**
 * @param {any} item
 * @param {string} name
 * @returns {string}
 */
function before(item, name) {
  return name === "coordinators" ? (item.coordinators ?? []).join("; ") : (item[name] ?? "");
}
