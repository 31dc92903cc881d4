/** The form of a person, as `ProfileBody` takes it: what is left blank is not known, an empty list says "none". */

import { el, follows, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/sheets.js";
import { WORDS as SHARED } from "../words/work.js";

const word = said(WORDS);
const shared = said(SHARED);

/** @typedef {{element: HTMLElement, value: () => any}} Field `value` is undefined where nothing is known */
/** @typedef {{name: string, label: string, kind: "text" | "date" | "number", need?: boolean}} Part */

const TEXTS = ["political_theory", "state_management", "rank", "informatics", "citizenship"];
const LISTS = ["degrees", "certificates", "languages"];
const ASKED = ["party_member", "planned", "healthy", "assets_declared", "ethnic_minority"];
/** @type {Record<string, Part[]>} */
const ROWS = {
  experience: [
    { name: "field", label: "field", kind: "text" },
    { name: "years", label: "years", kind: "number" },
    { name: "since", label: "since", kind: "date" },
    { name: "until", label: "until", kind: "date" },
  ],
  posts: [
    { name: "post", label: "postHeld", kind: "text", need: true },
    { name: "years", label: "years", kind: "number" },
    { name: "since", label: "since", kind: "date" },
    { name: "until", label: "until", kind: "date" },
  ],
  discipline: [
    { name: "kind", label: "measure", kind: "text", need: true },
    { name: "day", label: "day", kind: "date" },
  ],
  gradings: [
    { name: "year", label: "year", kind: "number", need: true },
    { name: "grade", label: "grade", kind: "text", need: true },
  ],
};

/** @returns {{element: HTMLElement, value: () => Record<string, any>}} */
export function profileForm() {
  /** @type {Record<string, Field>} */
  const fields = { birth: line("birth", "date"), sex: choice("sex", ["male", "female"], word) };
  for (const name of TEXTS) fields[name] = line(name, "text");
  for (const name of LISTS) fields[name] = lines(name);
  for (const name of ASKED) fields[name] = asked(name);
  for (const name of Object.keys(ROWS)) fields[name] = rows(name);
  const grid = (/** @type {string[]} */ ...names) => el("div", { class: "item-fields" }, names.map((n) => fields[n].element));
  const element = el(
    "div",
    { class: "profile" },
    el("p", { class: "hint muted" }, () => word("blankHint")),
    grid("birth", "political_theory"),
    fields.experience.element,
    fields.posts.element,
    grid("degrees", "certificates"),
    el(
      "details",
      { class: "more" },
      el("summary", {}, () => word("more")),
      grid("sex", "state_management", "rank", "informatics", "citizenship", "languages", ...ASKED),
      fields.discipline.element,
      fields.gradings.element,
    ),
  );
  return {
    element,
    value: () => Object.fromEntries(Object.entries(fields).flatMap(([name, f]) => (f.value() === undefined ? [] : [[name, f.value()]]))),
  };
}

/**
 * @param {string} name
 * @param {"text" | "date"} type
 * @returns {Field}
 */
function line(name, type) {
  const input = el("input", { id: freshId(name), type, maxlength: type === "text" ? 500 : null, autocomplete: "off" });
  return { element: el("div", { class: "field" }, el("label", { for: input.id }, () => word(name)), input), value: () => input.value.trim() || undefined };
}

/**
 * @param {string} name
 * @param {string[]} values
 * @param {(name: string) => string} named
 * @returns {Field}
 */
function choice(name, values, named) {
  const select = el("select", { id: freshId(name) }, el("option", { value: "" }, () => shared("notKnown")), values.map((v) => el("option", { value: v }, () => named(v))));
  return { element: el("div", { class: "field" }, el("label", { for: select.id }, () => word(name)), select), value: () => select.value || undefined };
}

/**
 * @param {string} name
 * @returns {Field}
 */
function asked(name) {
  const { element, value } = choice(name, ["yes", "no"], shared);
  return { element, value: () => (value() === undefined ? undefined : value() === "yes") };
}

/**
 * @param {string} name
 * @param {() => boolean} filled
 */
function noneBox(name, filled) {
  const box = el("input", { type: "checkbox" });
  return { box, said: () => box.checked && !filled(), element: el("label", { class: "tick small" }, box, el("span", {}, () => word("none"), el("span", { class: "unseen" }, () => `: ${word(name)}`))) };
}

/**
 * @param {string} name
 * @returns {Field}
 */
function lines(name) {
  const area = el("textarea", { id: freshId(name), rows: 2, maxlength: 2000 });
  const told = () => area.value.split("\n").map((l) => l.trim()).filter(Boolean);
  const none = noneBox(name, () => told().length > 0);
  const hint = el("span", { class: "hint", id: `${area.id}-hint` }, () => word("onePerLine"));
  area.setAttribute("aria-describedby", hint.id);
  const value = () => (told().length ? told() : none.said() ? [] : undefined);
  return { element: el("div", { class: "field" }, el("label", { for: area.id }, () => word(name)), area, hint, none.element), value };
}

/**
 * @param {string} name
 * @returns {Field}
 */
function rows(name) {
  const list = el("ul", { class: "profile-rows" });
  /** @type {Array<{item: HTMLElement, inputs: Record<string, HTMLInputElement>, rename: () => void}>} */
  let all = [];
  const what = () => word(name);
  const add = el("button", { type: "button", class: "small", "aria-label": () => word("addRow", { what: what() }), onclick: () => more(true) }, icon("plus"), () => word("add"));
  const told = () => all.map((r) => given(r.inputs, ROWS[name])).filter((r) => r !== null);
  const none = noneBox(name, () => told().length > 0);
  more(false);
  return {
    element: el("fieldset", { class: "profile-group" }, el("legend", {}, what), list, el("div", { class: "actions" }, add, none.element)),
    value: () => (told().length ? told() : none.said() ? [] : undefined),
  };

  /** @param {boolean} focus */
  function more(focus) {
    /** @type {Record<string, HTMLInputElement>} */
    const inputs = {};
    const parts = ROWS[name].map((part) => {
      const id = freshId(part.name);
      const whole = part.kind === "number" && part.name === "year";
      inputs[part.name] = el("input", { id, type: part.kind, maxlength: part.kind === "text" ? 500 : null, min: whole ? 1900 : part.kind === "number" ? 0 : null, step: part.kind === "number" ? (whole ? 1 : "any") : null });
      return el("div", { class: `field ${part.kind}` }, el("label", { for: id }, () => word(part.label)), inputs[part.name]);
    });
    const button = el("button", { type: "button", class: "quiet round", onclick: () => drop() }, icon("close"));
    const rename = () => button.setAttribute("aria-label", word("removeRow", { number: all.indexOf(row) + 1, what: what() }));
    const row = { item: el("li", {}, parts, button), inputs, rename };
    const drop = () => {
      const at = all.indexOf(row);
      all = all.filter((r) => r !== row);
      row.item.remove();
      for (const other of all) other.rename();
      /** @type {HTMLElement} */ (all[Math.max(0, at - 1)]?.item.querySelector("input") ?? add).focus();
    };
    all.push(row);
    follows(button, rename);
    list.append(row.item);
    if (focus) row.item.querySelector("input")?.focus();
  }
}

/**
 * What one row says; null where nothing that counts is filled in.
 * @param {Record<string, HTMLInputElement>} inputs
 * @param {Part[]} parts
 * @returns {Record<string, any> | null}
 */
function given(inputs, parts) {
  /** @type {Record<string, any>} */
  const row = {};
  for (const { name, kind } of parts) {
    const text = inputs[name].value.trim();
    if (text) row[name] = kind === "number" ? Number(text) : text;
  }
  // a row that is begun is sent even without its main part: the server says what is missing
  return Object.keys(row).length ? row : null;
}
