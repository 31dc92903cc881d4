/** The family of a document: its picture, and the same as a list, each document with what it does to the others. */

import { day } from "../core/dates.js";
import { el } from "../core/dom.js";
import { said } from "../core/language.js";
import { validity } from "../parts/validity.js";
import { WORDS } from "../words/relations.js";
import { once, sentence } from "./events.js";
import { picture } from "./picture.js";

const word = said(WORDS);
const FIRST = 12; // documents listed at once

/**
 * @param {import("./kin.js").Family} family
 * @returns {HTMLElement}
 */
export function familyView(family) {
  const head = el("h4", {}, () => word("family"));
  if (family.kin.length < 2) return el("div", {}, head, el("p", { class: "muted" }, () => word("alone")));
  const rows = family.kin.map((kin) => row(kin, family.ties));
  const rest = rows.slice(FIRST);
  return el(
    "div",
    {},
    head,
    picture(family),
    el("ol", { class: "family-list" }, rows.slice(0, FIRST)),
    rest.length ? el("details", {}, el("summary", {}, () => word("moreUnits", { count: rest.length })), el("ol", { class: "family-list" }, rest)) : null,
    family.whole ? null : el("p", { class: "small muted" }, () => word("notWhole")),
  );
}

/**
 * @param {import("./kin.js").Kin} kin
 * @param {import("./kin.js").Tie[]} ties
 */
function row(kin, ties) {
  const name = kin.own ? el("b", {}, kin.name) : el("a", { href: `/documents/${encodeURIComponent(kin.id)}` }, kin.name);
  const does = ties.filter((t) => t.source === kin);
  return el(
    "li",
    { "data-document": kin.id },
    el("p", {}, name, kin.own ? el("span", { class: "small muted" }, () => ` · ${word("thisOne")}`) : null, " ", validity(kin.period ?? kin.state)),
    kin.issued ? el("p", { class: "small muted" }, () => word("issuedDay", { day: day(kin.issued) })) : null,
    does.length ? el("ul", {}, does.map((tie) => el("li", { class: "small" }, ...sentence(tie, "does"), tie.day && ["", ", ", () => word("fromDay", { day: day(tie.day) })], " · ", el("a", { href: tie.url, title: tie.quote }, () => word("proof")), " ", ...once(tie, does)))) : null,
  );
}
