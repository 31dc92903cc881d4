/** Which documents are asked, and for which day: chosen before asking, shown beside the box, told in each answer. */

import { call, told } from "../core/api.js";
import { day } from "../core/dates.js";
import { ask } from "../core/dialog.js";
import { el, fill, follows, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/ask.js";
import { typeName } from "../words/types.js";

/** @typedef {{types: string[], issuers: string[], documents: string[], issued_from: string | null, issued_to: string | null, as_of: string | null}} Chosen */

const word = said(WORDS);
const SHOWN = 60; // documents of the list that are shown at a time

/** @returns {Chosen} */
export function nothingChosen() {
  return { types: [], issuers: [], documents: [], issued_from: null, issued_to: null, as_of: null };
}

/**
 * The filters as the API takes them, null for none.
 * @param {Chosen} chosen
 */
export function asSent(chosen) {
  const filters = { ...chosen, as_of: undefined }; // the day is asked for beside them
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length : value)) ? filters : null;
}

/**
 * Filters in words: "nghị quyết; TỈNH ỦY LAM GIANG; từ 01/01/2021".
 * @param {any} filters the API's, null for none
 * @param {Map<string, string>} names of documents
 * @returns {string[]}
 */
export function inWords(filters, names) {
  if (!filters) return [];
  return [
    ...filters.types.map((/** @type {string} */ t) => typeName(t) || t),
    ...filters.issuers,
    ...filters.documents.map((/** @type {string} */ id) => names.get(id) ?? id),
    ...(filters.issued_from ? [word("from", { day: day(filters.issued_from) })] : []),
    ...(filters.issued_to ? [word("to", { day: day(filters.issued_to) })] : []),
  ];
}

/**
 * The button that opens the choice, and what is chosen beside it.
 * @param {(chosen: Chosen) => void} changed
 */
export function filterBar(changed) {
  let chosen = nothingChosen();
  /** @type {Map<string, string>} */
  const names = new Map();
  const count = () => pills().length;
  const label = () => (count() ? word("filtersOn", { count: count() }) : word("filters"));
  const button = el("button", { type: "button", class: "quiet small", onclick: open }, icon("filter"), label);
  const text = /** @type {Text} */ (button.lastChild);
  const list = el("ul", { class: "pills" });
  follows(list, draw);

  /** @returns {Array<[string, () => void]>} each with what takes it away */
  function pills() {
    const one = (/** @type {"types" | "issuers" | "documents"} */ kind) =>
      chosen[kind].map((value) => {
        const shown = kind === "types" ? typeName(value) || value : (names.get(value) ?? value);
        return /** @type {[string, () => void]} */ ([shown, () => void (chosen = { ...chosen, [kind]: chosen[kind].filter((v) => v !== value) })]);
      });
    const dated = (/** @type {"issued_from" | "issued_to" | "as_of"} */ kind, /** @type {string} */ name) =>
      chosen[kind] ? [/** @type {[string, () => void]} */ ([word(name, { day: day(chosen[kind]) }), () => void (chosen = { ...chosen, [kind]: null })])] : [];
    return [...one("types"), ...one("issuers"), ...one("documents"), ...dated("issued_from", "from"), ...dated("issued_to", "to"), ...dated("as_of", "onDay")];
  }

  function draw() {
    text.data = label();
    fill(
      list,
      pills().map(([filter, without]) => {
        const remove = () => {
          without();
          draw();
          changed(chosen);
          button.focus();
        };
        return el("li", {}, el("button", { type: "button", class: "pill", "aria-label": word("without", { filter }), onclick: remove }, filter, icon("close")));
      }),
    );
  }

  async function open() {
    const form = await choice(chosen, names).catch((error) => told(error));
    if (typeof form === "string") {
      await ask({ title: () => word("filters"), body: [el("p", { class: "notice wrong" }, form)] });
      return;
    }
    const done = await ask({
      title: () => word("filtersTitle"),
      body: [form.element],
      actions: [{ value: "clear", label: () => word("clear") }, { value: "apply", label: () => word("apply"), kind: "primary" }],
    });
    if (!done) return;
    chosen = done === "clear" ? nothingChosen() : form.read();
    draw();
    changed(chosen);
  }

  draw();
  return { element: el("div", { class: "filters" }, button, list), names };
}

/**
 * The form in which filters are chosen.
 * @param {Chosen} chosen
 * @param {Map<string, string>} names of documents, to be filled
 */
async function choice(chosen, names) {
  const [scope, { documents }] = await Promise.all([call("/api/scope"), call("/api/documents")]);
  for (const d of documents) names.set(d.id, d.number ?? d.title);
  const types = ticks(scope.types.map((/** @type {any} */ t) => ({ value: t.value, name: () => typeName(t.value) || t.value, count: t.documents })), chosen.types);
  const issuers = ticks(scope.issuers.map((/** @type {any} */ i) => ({ value: i.value, name: () => i.value, count: i.documents })), chosen.issuers);
  const picked = new Set(chosen.documents);
  const from = dateField("issuedFrom", chosen.issued_from);
  const to = dateField("issuedTo", chosen.issued_to);
  const on = dateField("validOn", chosen.as_of, "validOnHint");
  const element = el(
    "div",
    { class: "filter-form" },
    el("div", { class: "two" }, on.element),
    el("div", { class: "two" }, from.element, to.element),
    group("types", types.element),
    group("issuers", issuers.element),
    group("documents", documentList(documents, picked)),
  );
  const read = () => ({
    types: types.chosen(),
    issuers: issuers.chosen(),
    documents: [...picked],
    issued_from: from.input.value || null,
    issued_to: to.input.value || null,
    as_of: on.input.value || null,
  });
  return { element, read };
}

/**
 * @param {string} name
 * @param {Node} content
 */
function group(name, content) {
  return el("fieldset", { class: "filter-group" }, el("legend", {}, () => word(name)), content);
}

/**
 * @param {Array<{value: string, name: () => string, count: number}>} values
 * @param {string[]} before
 */
function ticks(values, before) {
  const boxes = values.map(({ value, name, count }) => {
    const box = el("input", { type: "checkbox", value, checked: before.includes(value) });
    return { box, row: el("label", { class: "tick" }, box, el("span", {}, name, " ", el("span", { class: "muted" }, `(${count})`))) };
  });
  return { element: el("div", { class: "ticks" }, boxes.map((b) => b.row)), chosen: () => boxes.filter((b) => b.box.checked).map((b) => b.box.value) };
}

/**
 * @param {any[]} documents
 * @param {Set<string>} picked
 */
function documentList(documents, picked) {
  const id = freshId("find");
  const find = el("input", { id, type: "search", autocomplete: "off", oninput: draw });
  const list = el("div", { class: "ticks scrolls" });
  function draw() {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    const fits = documents.filter((d) => words.every((w) => plain(`${d.number ?? ""} ${d.title}`).includes(w)));
    const first = [...fits].sort((a, b) => Number(picked.has(b.id)) - Number(picked.has(a.id))).slice(0, SHOWN);
    fill(
      list,
      first.map((d) => {
        const box = el("input", { type: "checkbox", checked: picked.has(d.id), onchange: () => (box.checked ? picked.add(d.id) : picked.delete(d.id)) });
        return el("label", { class: "tick" }, box, el("span", {}, d.number && el("b", {}, `${d.number} `), d.title));
      }),
    );
  }
  draw();
  return el("div", {}, el("label", { for: id, class: "small" }, () => word("findDocument")), find, list);
}

/**
 * @param {string} text
 * @returns {string} without diacritics and case, for finding
 */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
}

/**
 * @param {string} name
 * @param {string | null} value
 * @param {string} [hint]
 */
function dateField(name, value, hint) {
  const id = freshId("day");
  const input = el("input", { id, type: "date", value, "aria-describedby": hint ? `${id}-hint` : null });
  const below = hint ? el("span", { id: `${id}-hint`, class: "hint" }, () => word(hint)) : null;
  return { input, element: el("div", { class: "field" }, el("label", { for: id }, () => word(name)), input, below) };
}
