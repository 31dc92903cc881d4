/** Requirement sheets with a profile, programme sheets and job positions: three forms, each with its sheet below. */

import { call, told } from "../core/api.js";
import { today } from "../core/dates.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { language, onLanguage, said } from "../core/language.js";
import { announce } from "../core/live.js";
import { entitle } from "../core/router.js";
import { WORDS } from "../words/sheets.js";
import { WORDS as SHARED } from "../words/work.js";
import { exportMenu, laidOut } from "../work/exports.js";
import { tell } from "../work/notice.js";
import { profileForm } from "../work/profile_form.js";
import { sheetShown } from "../work/sheet_shown.js";
import { beside } from "../work/sources.js";
import { toldDay } from "../work/told_day.js";

const word = said(WORDS);
const shared = said(SHARED);
const KINDS = ["requirements", "programme", "positions"];
const FORMATS = ["docx_state", "docx_party", "xlsx", "ics", "md", "csv", "json"];
const STATES = ["met", "not_met", "unknown", "judgement"];

/** @typedef {{path: string, json?: any}} Asked */

/** @type {import("../core/router.js").View["mount"]} */
export function mount(outer, { kind = "requirements", query }) {
  const { content: root, close } = beside(outer);
  const shown = KINDS.includes(kind) ? kind : "requirements";
  entitle(() => `${word(shown)} · ${word("sheets")}`);
  const place = el("div", { class: "sheet-place" });
  const notices = el("div", { class: "notices" });
  /** @type {(() => Asked) | null} what the sheet that is shown was asked with */
  let asked = null;
  let turn = 0;
  fill(
    root,
    el("h1", {}, () => word("sheets")),
    el(
      "nav",
      { class: "tabs no-print", "aria-label": () => word("kinds") },
      KINDS.map((k) => el("a", { href: k === "requirements" ? "/sheets" : `/sheets/${k}`, "aria-current": k === shown ? "page" : null }, () => word(k))),
    ),
    el("p", { class: "lead no-print" }, () => word(`${shown}Lead`)),
    FORMS[shown](ask, (text) => tell(notices, text), query),
    notices,
    place,
  );
  // what the sheet says comes in the reader's language
  const stop = onLanguage(() => asked && void ask(asked, false));
  return () => {
    stop();
    close();
  };

  /**
   * @param {() => Asked} what
   * @param {boolean} [focus]
   */
  async function ask(what, focus = true) {
    const mine = ++turn;
    fill(notices, el("div", { class: "busy" }, el("p", {}, () => word("checking"))));
    if (focus) announce(word("checking"));
    const { path, json } = what();
    try {
      const sheet = await call(path, { json });
      if (mine !== turn) return;
      asked = what;
      fill(notices);
      draw(sheet, path, json, focus);
    } catch (error) {
      if (mine === turn) tell(notices, told(error));
    }
  }

  /**
   * @param {any} sheet
   * @param {string} path
   * @param {any} json
   * @param {boolean} focus
   */
  function draw(sheet, path, json, focus) {
    const given = (/** @type {string} */ format, /** @type {string | null} */ layout) => ({ path: laidOut(`${path}${path.includes("?") ? "&" : "?"}format=${format}`, layout), json });
    const plot = shown === "programme" && sheet.sections.some((/** @type {any} */ s) => s.rows.length) ? el("a", { class: "button", href: `${path}&format=svg`, download: "vanban.svg" }, icon("download"), () => word("plotFile")) : null;
    fill(
      place,
      el("div", { class: "toolbar no-print" }, exportMenu(FORMATS, given), el("button", { type: "button", onclick: () => print() }, icon("print"), () => shared("print")), plot),
      sheetShown(sheet),
    );
    announce(summed(sheet));
    if (!focus) return;
    const title = /** @type {HTMLElement} */ (place.querySelector(".sheet-title"));
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "start" });
  }
}

/**
 * A sheet in a sentence, for who hears it.
 * @param {any} sheet
 */
function summed(sheet) {
  const rows = sheet.sections.flatMap((/** @type {any} */ s) => s.rows);
  if (!sheet.names.includes("requirement")) return word("foundRows", { rows: rows.length });
  const counts = STATES.map((state) => [state, rows.filter((/** @type {any} */ r) => r.state === state).length]).filter(([, n]) => n);
  if (!counts.length) return word("foundPlain", { rows: rows.length });
  return word("found", { rows: rows.length, counts: counts.map(([state, n]) => `${shared(`state_${state}`)} ${n}`).join(", ") });
}

/** @typedef {(ask: (what: () => Asked) => void, wrong: (text: string) => void, query: URLSearchParams) => HTMLElement} Form */

/** @type {Record<string, Form>} */
const FORMS = { requirements: requirementsForm, programme: programmeForm, positions: positionsForm };

/** @type {Form} */
function requirementsForm(ask, wrong, query) {
  const post = el("input", { id: freshId("post"), type: "text", maxlength: 500, "aria-describedby": "post-hint", autocomplete: "off", value: query.get("post") ?? "" });
  const asOf = el("input", { id: freshId("as-of"), type: "date", value: today() });
  const person = el("textarea", { id: freshId("person"), rows: 3, maxlength: 2000, "aria-describedby": "person-hint" });
  const profile = profileForm();
  const words = el("div", { class: "field" }, el("label", { for: person.id }, () => word("person")), person, el("span", { class: "hint", id: "person-hint" }, () => word("personHint")));
  /** @type {Record<string, HTMLInputElement>} */
  const ways = {};
  const choices = ["none", "form", "words"].map((way) => {
    ways[way] = el("input", { type: "radio", name: "how", value: way, onchange: show });
    return el("label", { class: "tick" }, ways[way], el("span", {}, () => word(`how_${way}`)));
  });
  const submits = el("button", { type: "submit", class: "primary" });
  ways.none.checked = true;
  show();
  return el(
    "form",
    { class: "card work-form no-print", onsubmit: submit, "aria-label": () => word("requirements") },
    el(
      "div",
      { class: "fields" },
      el("div", { class: "field grow" }, el("label", { for: post.id }, () => word("post")), post, el("span", { class: "hint", id: "post-hint" }, () => word("postHint"))),
      el("div", { class: "field" }, el("label", { for: asOf.id }, () => word("asOf")), asOf, toldDay(asOf)),
    ),
    el("fieldset", {}, el("legend", {}, () => word("how")), el("div", { class: "choice-row" }, choices)),
    profile.element,
    words,
    el("div", { class: "actions" }, submits),
  );

  function show() {
    fill(submits, () => word(ways.none.checked ? "look" : "check"));
    profile.element.hidden = !ways.form.checked;
    words.hidden = !ways.words.checked;
  }

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    if (!post.value.trim()) {
      wrong(word("postMissing"));
      return post.focus();
    }
    const given = ways.form.checked ? { profile: profile.value() } : ways.words.checked && person.value.trim() ? { person: person.value } : {};
    const body = { post: post.value, ...(asOf.value ? { as_of: asOf.value } : {}), ...given };
    ask(() => ({ path: "/api/requirement-sheets", json: { ...body, language: language() } }));
  }
}

/** @type {Form} */
function programmeForm(ask, wrong, query) {
  const name = el("input", { id: freshId("name"), type: "text", maxlength: 500, "aria-describedby": "name-hint", autocomplete: "off", value: query.get("name") ?? "" });
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!name.value.trim()) {
      wrong(word("nameMissing"));
      return name.focus();
    }
    const wanted = name.value;
    ask(() => ({ path: `/api/programme-sheets?${new URLSearchParams({ name: wanted, language: language() })}` }));
  };
  return el(
    "form",
    { class: "card work-form no-print", onsubmit: submit, "aria-label": () => word("programme") },
    el("div", { class: "field" }, el("label", { for: name.id }, () => word("name")), name, el("span", { class: "hint", id: "name-hint" }, () => word("nameHint"))),
    el("div", { class: "actions" }, el("button", { type: "submit", class: "primary" }, () => word("make"))),
  );
}

/** @type {Form} */
function positionsForm(ask, _, query) {
  const words = el("input", { id: freshId("words"), type: "search", maxlength: 500, autocomplete: "off", value: query.get("q") ?? "" });
  const show = () => {
    const wanted = words.value;
    ask(() => ({ path: `/api/job-positions?${new URLSearchParams({ q: wanted, language: language() })}` }));
  };
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    show();
  };
  return el(
    "form",
    { class: "card work-form no-print", onsubmit: submit, "aria-label": () => word("positions") },
    el("div", { class: "field" }, el("label", { for: words.id }, () => word("words")), words),
    el("div", { class: "actions" }, el("button", { type: "submit", class: "primary" }, () => word("show"))),
  );
}
