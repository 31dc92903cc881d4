/**
 * How a document stands to others: copies and translations, and where the API knows them what happened to it, its family
 * as a picture and as a list, and the statements that connect it, each with its sentence.
 */

import { call, Problem } from "../core/api.js";
import { day } from "../core/dates.js";
import { ask } from "../core/dialog.js";
import { el, fill } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS as RELATED } from "../words/relations.js";
import { WORDS } from "../words/source.js";
import { compareAddress } from "./address.js";
import { timeline } from "./events.js";
import { familyView } from "./family.js";
import { familyOf } from "./kin.js";

const word = said(WORDS);
const related = said(RELATED);
const FIRST = 12; // statements shown at once
/** @type {Record<string, string>} by the API's kinship */
const KIN = { "same-text": "copy", scan: "scan", translation: "translation", version: "version" };

/**
 * @param {any} about the document
 * @param {string} path of it in the API
 * @param {boolean} open whether it is unfolded
 * @returns {HTMLElement}
 */
export function relations(about, path, open) {
  const more = el("div", {});
  const links = about.links.map((/** @type {any} */ link) => el("li", {}, () => (KIN[link.kind] ? word(KIN[link.kind]) : link.kind), ": ", el("a", { href: link.url }, link.document), " ", compareWith(about, link)));
  const none = el("p", { class: "muted" }, () => word("noRelations"));
  void load();
  return el("section", { class: "relations" }, el("h3", {}, () => word("relations")), links.length ? el("ul", { class: "plain" }, links) : none, more);

  async function load() {
    try {
      const known = await call(`${path}/relations`);
      if (known.stated.length + known.states.length) none.remove();
      const told = whole(known);
      if (!told.length) return;
      const count = known.stated.length + known.states.length;
      // folded beside a text, which must not move when this comes
      fill(more, el("details", { open }, el("summary", {}, () => word("details", { count })), ...told));
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // what is known from elsewhere stands there already
    }
  }
}

/**
 * The same in a dialog, where no document is open.
 * @param {any} row of the list of documents
 * @returns {Promise<void>}
 */
export async function showFamily(row) {
  const name = row.number ?? row.title;
  const known = await call(`/api/documents/${encodeURIComponent(row.id)}/relations`);
  const body = el("div", { class: "relations" }, ...whole(known));
  // a link leads away from the list: the dialog must not stay above what comes
  body.addEventListener("click", ({ target }) => target instanceof Element && target.closest("a") && body.closest("dialog")?.close());
  await ask({ title: () => related("familyOf", { name }), body: [body] });
}

/**
 * @param {any} known the API's body
 * @returns {HTMLElement[]}
 */
function whole(known) {
  const family = familyOf(known);
  const count = known.stated.length + known.states.length;
  const groups = [group("stated", known.stated, known), group("states", known.states, known)].filter((node) => node !== null);
  const sentences = count ? el("details", {}, el("summary", {}, () => related("sentences", { count })), ...groups) : null;
  return [timeline(known, family), family.kin.length > 1 ? familyView(family) : null, findings(known), sentences].filter((node) => node !== null);
}

/**
 * @param {any} about
 * @param {any} link to a translation or another version of it
 */
function compareWith(about, link) {
  if (link.kind !== "version" && link.kind !== "translation") return null;
  const names = { left: about.number ?? about.title, right: link.document };
  return el("a", { class: "compare-link small", href: compareAddress(about.id, link.document), "aria-label": () => related("compareOf", names) }, icon("compare"), () => related("compare"));
}

/**
 * What cannot be right, and what was entered by hand: for those who look after the documents.
 * @param {any} known
 */
function findings(known) {
  const told = known.findings.map((/** @type {any} */ f) => el("li", {}, el("a", { href: f.url }, f.text)));
  const entered = known.entered.map((/** @type {any} */ e) => el("li", {}, () => related("entered"), ": ", [e.who, day(e.at), e.why].filter(Boolean).join(" · ")));
  if (!told.length && !entered.length) return null;
  return el("div", {}, el("h4", {}, icon("warn"), " ", () => related("findings")), el("ul", { class: "plain" }, told, entered));
}

/**
 * @param {"stated" | "states"} name
 * @param {any[]} statements
 * @param {any} known
 */
function group(name, statements, known) {
  if (!statements.length) return null;
  /** @type {Map<string, any>} */
  const nodes = new Map(known.family.nodes.map((/** @type {any} */ n) => [n.id, n]));
  const rows = statements.map((s) => {
    const other = name === "stated" ? s.source : s.target;
    const called = name === "stated" ? (nodes.get(other)?.number ?? other) : s.printed;
    const units = [...s.units, s.partial && !s.units.length ? word("partly") : ""].filter(Boolean).join(", ");
    return el(
      "li",
      {},
      el("b", {}, s.label),
      units && ` (${units})`,
      " ",
      other ? el("a", { href: `/documents/${encodeURIComponent(other)}` }, called) : called,
      s.day && [" ", () => word("since", { day: day(s.day) })],
      el("blockquote", {}, el("a", { href: s.url }, s.quote)),
    );
  });
  const rest = rows.slice(FIRST);
  const folded = rest.length ? el("details", {}, el("summary", {}, () => word("more", { count: rest.length })), el("ul", { class: "statements-of" }, rest)) : null;
  return el("div", {}, el("h4", {}, () => word(name)), el("ul", { class: "statements-of" }, rows.slice(0, FIRST)), folded);
}
