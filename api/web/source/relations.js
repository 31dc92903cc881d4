/**
 * How a document stands to others: copies and translations, and where the API knows them the states that it has been in
 * and the statements that connect it, each with its sentence.
 */

import { call, Problem } from "../core/api.js";
import { day } from "../core/dates.js";
import { el, fill } from "../core/dom.js";
import { said } from "../core/language.js";
import { validity } from "../parts/validity.js";
import { WORDS } from "../words/source.js";

const word = said(WORDS);
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
  const links = about.links.map((/** @type {any} */ link) => el("li", {}, () => (KIN[link.kind] ? word(KIN[link.kind]) : link.kind), ": ", el("a", { href: link.url }, link.document)));
  const none = el("p", { class: "muted" }, () => word("noRelations"));
  void load();
  return el("section", { class: "relations" }, el("h3", {}, () => word("relations")), links.length ? el("ul", { class: "plain" }, links) : none, more);

  async function load() {
    try {
      const known = await call(`${path}/relations`);
      if (known.stated.length + known.states.length) none.remove();
      const told = [timeline(known), group("stated", known.stated, known), group("states", known.states, known)];
      if (!told.some(Boolean)) return;
      const count = known.stated.length + known.states.length;
      // folded beside a text, which must not move when this comes
      fill(more, el("details", { open }, el("summary", {}, () => word("details", { count })), ...told.map((part) => el("div", {}, part))));
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // what is known from elsewhere stands there already
    }
  }
}

/** @param {any} known */
function timeline(known) {
  if (!known.history.length) return null;
  const states = known.history.map((/** @type {any} */ s) => {
    const dates = () => [s.first && word("since", { day: day(s.first) }), s.until && word("until", { day: day(s.until) })].filter(Boolean).join(", ");
    const proofs = s.proofs.map((/** @type {any} */ p) => [" ", p.by_hand ? el("span", { class: "muted" }, p.by_hand) : el("a", { href: p.url, title: p.quote }, () => word("proof"))]);
    return el("li", {}, validity(s.state), " ", dates, ...proofs);
  });
  return [el("h4", {}, () => word("history")), el("ol", { class: "timeline" }, states)];
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
  return [el("h4", {}, () => word(name)), el("ul", { class: "statements-of" }, rows.slice(0, FIRST)), folded];
}
