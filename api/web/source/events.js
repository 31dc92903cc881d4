/** What happened to a document, one after the other: issued, in force, amended, partly expired, replaced; each with its proof. */

import { day, today } from "../core/dates.js";
import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { validity } from "../parts/validity.js";
import { WORDS } from "../words/relations.js";
import { compareAddress } from "./address.js";
import { eventsOf } from "./kin.js";

const word = said(WORDS);
const PROOFS = 3; // sentences linked at one event
const UNITS = 4; // units named at one event

/**
 * @param {any} known the API's body of relations
 * @param {import("./kin.js").Family} family
 * @returns {HTMLElement | null}
 */
export function timeline(known, family) {
  const events = eventsOf(known, family);
  if (!events.length) return null;
  const past = events.filter((e) => e.day && e.day <= known.as_of && e.state);
  const rows = events.map((event) => row(event, event === past.at(-1), Boolean(event.day && event.day > today())));
  return el("div", {}, el("h4", {}, () => word("events")), el("ol", { class: "timeline" }, rows));
}

/**
 * @param {import("./kin.js").Event} event
 * @param {boolean} now whether it is how things stand
 * @param {boolean} later whether it is still to come
 */
function row(event, now, later) {
  const proofs = event.proofs.slice(0, PROOFS).map((p, n) =>
    p.by_hand ? el("span", { class: "muted small" }, " ", p.by_hand) : [" ", el("a", { class: "small", href: p.url, title: p.quote }, () => `${word("proof")}${n ? ` ${n + 1}` : ""}`)],
  );
  const said = event.ties.map((tie) => el("span", { class: "done" }, ...sentence(tie, "by"), " ", ...once(tie, event.ties)));
  const issued = !event.state && !event.ties.length;
  return el(
    "li",
    { "aria-current": now ? "true" : null, "data-state": event.state ?? "none" },
    el("span", { class: "event-day" }, day(event.day) || "?"),
    el(
      "div",
      {},
      event.state ? validity(event.state) : null,
      issued ? () => word("issuedOn") : null,
      now ? el("b", { class: "small" }, " ", () => word("now")) : null,
      later ? el("span", { class: "small muted" }, " ", () => word("later")) : null,
      ...said,
      ...proofs.flat(),
    ),
  );
}

/**
 * The way to the comparison of two documents, told once of several ties between them.
 * @param {import("./kin.js").Tie} tie
 * @param {import("./kin.js").Tie[]} among
 */
export function once(tie, among) {
  const last = among.filter((t) => t.source === tie.source && t.target === tie.target && comparable(t)).at(-1);
  return last === tie ? comparing(tie) : [];
}

/**
 * What one document does to another, in words, the other as a link: "amended by 18/2024/QĐ-UBND (Article 5)".
 * @param {import("./kin.js").Tie} tie
 * @param {"by" | "does"} way from whose side it is said
 * @returns {import("../core/dom.js").Child[]}
 */
export function sentence(tie, way) {
  const other = way === "by" ? tie.source : tie.target;
  const kind = [...tie.kinds].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0];
  const place = el("a", { href: `/documents/${encodeURIComponent(other.id)}` }, other.name);
  const parts = () => word(`${way}_${kind}`, { other: "\u0000" }).split("\u0000");
  const more = tie.units.length - UNITS;
  const units = () => {
    const named = tie.units.slice(0, UNITS).join("; ") + (more > 0 ? `; ${word("moreUnits", { count: more })}` : "");
    return named || (tie.partial && ["amends", "annuls", "replaces", "expires"].includes(kind) ? word("partly") : "");
  };
  return [() => parts()[0], place, () => `${parts()[1] ?? ""}${units() ? ` (${units()})` : ""}`];
}

const ORDER = ["replaces", "annuls", "expires", "suspends", "amends", "supplements", "corrects", "postpones", "extends", "continues", "resumes", "consolidates", "details", "guides", "based_on", "refers_to"];

/**
 * The way to the comparison of two documents of which one changes or takes the place of the other.
 * @param {import("./kin.js").Tie} tie
 * @returns {import("../core/dom.js").Child[]}
 */
function comparing(tie) {
  const { source, target } = tie;
  const names = { left: target.name, right: source.name };
  return [el("a", { class: "compare-link small", href: compareAddress(target.id, source.id), "aria-label": () => word("compareOf", names) }, icon("compare"), () => word("compare"))];
}

/** @param {import("./kin.js").Tie} tie */
function comparable(tie) {
  return tie.kinds.some((kind) => COMPARED.has(kind)) && tie.source.indexed && tie.target.indexed;
}

const COMPARED = new Set(["replaces", "annuls", "expires", "amends", "supplements", "corrects", "consolidates"]);
