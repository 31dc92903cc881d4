/**
 * A document's wording on a day, as the API puts it together from what amends it: each changed unit says what changed it
 * and leads there. It is no official text, and says so first.
 */

import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { language, said } from "../core/language.js";
import { WORDS } from "../words/source.js";

const word = said(WORDS);
const LONGEST_HEADING = 160; // characters: a longer unit is text
const HEADINGS = new Set(["part", "chapter", "section", "subsection", "article", "annex", "enclosure", "roman", "form"]);
/** @type {Record<string, string>} icon by the API's state of a unit */
const STATES = { amended: "edit", inserted: "plus", annulled: "minus", renumbered: "swap" };

/**
 * @param {any} body the API's wording on a day
 * @param {(place: HTMLElement) => void} go
 * @param {string | null} cited the address of the unit that is cited
 * @returns {{element: HTMLElement, cited: HTMLElement | null}}
 */
export function wordingView(body, go, cited) {
  const names = new Map([...body.sources.map((/** @type {any} */ s) => [s.id, s.number ?? s.title])]);
  /** @type {Map<string, any>} */
  const above = new Map();
  /** @type {Array<{unit: any, element: HTMLElement}>} */
  const drawn = body.units.map((/** @type {any} */ unit) => {
    const parent = above.get(unit.address.split(".").slice(0, -1).join("."));
    above.set(unit.address, unit);
    return { unit, element: unitView(unit, parent, body, names) };
  });
  const changed = drawn.filter(({ unit, element }) => unit.state !== "original" && element.querySelector(".origin"));
  const here = cited === null ? null : nearest(drawn, cited);
  here?.classList.add("cited-unit");
  const element = el(
    "div",
    { class: "wording" },
    el(
      "div",
      { class: "notice warn wording-notice" },
      icon("warn"),
      el("div", {}, el("p", {}, el("b", {}, () => word("wordingMade"))), body.notes.map((/** @type {string} */ note) => el("p", { class: "small" }, note))),
    ),
    changed.length ? changes(changed, go) : null,
    body.unsettled.length ? unsettled(body.unsettled) : null,
    el("div", { class: "sheet wording-sheet", lang: body.language }, drawn.map((d) => d.element)),
  );
  return { element, cited: here };
}

/**
 * @param {Array<{unit: any, element: HTMLElement}>} drawn
 * @param {string} cited
 * @returns {HTMLElement | null} the unit itself, else the one around it
 */
function nearest(drawn, cited) {
  for (let address = cited; address; address = address.split(".").slice(0, -1).join(".")) {
    const found = drawn.find(({ unit }) => unit.address === address);
    if (found) return found.element;
  }
  return null;
}

/**
 * @param {any} unit
 * @param {any} parent the unit around it: what changed that as a whole is not said again
 * @param {any} body
 * @param {Map<string, string>} names
 */
function unitView(unit, parent, body, names) {
  const heading = HEADINGS.has(unit.kind) && unit.text.length <= LONGEST_HEADING;
  const told = unit.by.length > 0 && unit.by.at(-1)?.start !== parent?.by.at(-1)?.start;
  const words = unit.pieces.map((/** @type {any} */ p) => (p.document === body.id ? p.text : el("span", { class: "piece", title: word("wordingFrom", { document: names.get(p.document) ?? p.document }) }, p.text)));
  const shown = words.length ? words : [unit.label];
  return el(
    "div",
    { class: `unit-of-day ${unit.state}`, "data-address": unit.address },
    unit.text || unit.state === "annulled" ? el("p", { class: heading ? "unit" : null }, unit.state === "annulled" ? el("del", {}, shown) : shown) : null,
    told ? origin(unit) : null,
  );
}

/**
 * What changed a unit, in the reader's language, with the way to it.
 * @param {any} unit
 */
function origin(unit) {
  const causes = unit.by.map((/** @type {any} */ c) => el("a", { href: c.url, title: c.quote }, c.said));
  return el("p", { class: "origin", lang: language() }, causes.map((/** @type {Node} */ cause) => el("span", { class: "cause" }, icon(STATES[unit.state] ?? "info"), " ", cause)));
}

/**
 * @param {Array<{unit: any, element: HTMLElement}>} changed
 * @param {(place: HTMLElement) => void} go
 */
function changes(changed, go) {
  const rows = changed.map(({ unit, element }) => el("li", {}, el("button", { type: "button", class: "quiet small unit-link", onclick: () => go(element) }, el("span", {}, `${unit.path || unit.label} · ${unit.state_words}`))));
  return el("details", { class: "wording-changes" }, el("summary", {}, () => word("wordingChanged", { count: changed.length })), el("ul", {}, rows));
}

/** @param {any[]} orders */
function unsettled(orders) {
  const rows = orders.map((o) => el("li", {}, el("a", { href: o.url, title: o.quote }, o.said)));
  return el("details", { class: "wording-unsettled", open: true }, el("summary", {}, icon("warn"), () => word("wordingUnsettled", { count: orders.length })), el("ul", { class: "plain" }, rows));
}

/**
 * The line in which a day is chosen.
 * @param {{show: (iso: string) => void, back: () => void}} acts
 */
export function wordingBar({ show, back }) {
  const field = el("input", { type: "date", "aria-label": () => word("wordingOn"), min: "1900-01-01", max: "2999-12-31" });
  const status = el("span", { class: "small", role: "status" });
  const button = el("button", { type: "submit", class: "small" }, icon("calendar"), () => word("wordingShow"));
  const home = el("button", { type: "button", class: "small quiet", onclick: back }, icon("again"), () => word("wordingBack"));
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (field.value) show(field.value);
    else say(() => word("badDay"));
  };
  const element = el("form", { class: "wording-bar no-print", onsubmit: submit, novalidate: true }, el("span", { class: "small", "aria-hidden": "true" }, () => word("wordingOn")), field, button, home, status);
  /** @param {() => string} text */
  const say = (text) => status.replaceChildren(el("span", {}, text));
  home.hidden = true;
  field.disabled = button.disabled = true;
  return {
    element,
    field,
    say,
    /** @param {boolean} on whether there is a document to ask about: none while one is being loaded */
    ready(on) {
      field.disabled = button.disabled = !on;
    },
    /** @param {boolean} on whether the wording of a day is shown */
    at(on) {
      home.hidden = !on;
    },
  };
}

/**
 * The address of the smallest unit in which an offset lies, null where it lies in none.
 * @param {any[]} provisions
 * @param {number} at
 * @returns {string | null}
 */
export function addressAt(provisions, at) {
  const unit = provisions.find((p) => p.start <= at && at < p.end);
  return unit ? (addressAt(unit.children, at) ?? unit.address) : null;
}
