/** One answer: the card of its outcome, its statements with their chips, and the honest line below. Asks nothing. */

import { day } from "../core/dates.js";
import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { kept } from "../core/kept.js";
import { said } from "../core/language.js";
import { chip, STATES, unsupportedMark } from "../parts/chip.js";
import { validity, validityOf } from "../parts/validity.js";
import { compareAddress } from "../source/address.js";
import { WORDS } from "../words/ask.js";
import { WORDS as PARTS } from "../words/parts.js";
import { WORDS as RELATED } from "../words/relations.js";
import { statementList } from "./statements.js";

const word = said(WORDS);
const part = said(PARTS);
const related = said(RELATED);
const FIRST = 60; // statements shown of a huge answer
/** @type {Record<string, [string, string]>} kind of card and icon of each outcome that is no plain answer */
const OUTCOMES = {
  partial: ["warn", "info"],
  clarify: ["", "ask"],
  not_found: ["", "search"],
  conflicting: ["warn", "warn"],
  out_of_force: ["wrong", "warn"],
};

/**
 * What an answer needs of the window around it.
 * @typedef {{open: (citation: any, chip: HTMLElement, citations: any[]) => void, ask: (question: string) => void}} Around
 */

/**
 * An answer that is on its way: statements and citations one by one.
 * @param {Around} around
 */
export function growing(around) {
  /** @type {Map<number, any>} */
  const citations = new Map();
  const list = statementList((statement) => chips(statement, citations, around), (statement) => pathOf(statement, citations));
  return {
    element: list.element,
    statement: list.add,
    /** @param {any} citation */
    citation(citation) {
      citations.set(citation.mark, citation);
      // its chip stands there already, without anywhere to go
      for (const waiting of list.element.querySelectorAll(`span[data-mark="${citation.mark}"]`)) {
        const state = Object.keys(STATES).find((s) => waiting.classList.contains(STATES[s][0])) ?? "unsupported";
        waiting.replaceWith(chip(citation.mark, state, citation, (c, link) => around.open(c, link, [...citations.values()])));
      }
    },
  };
}

/**
 * The whole answer.
 * @param {any} answer the API's body
 * @param {Around} around
 * @returns {Node[]}
 */
export function answerView(answer, around) {
  const citations = new Map(answer.citations.map((/** @type {any} */ c) => [c.mark, { ...c, as_of: answer.as_of }]));
  return [
    outcome(answer),
    answer.lead && el("p", { class: "lead-in" }, answer.lead),
    answer.outcome === "conflicting" ? sideBySide(answer, citations, around) : statements(answer.statements, citations, around),
    answer.choices.length ? choices(answer.choices, around) : null,
    missing(answer),
    notHeld(answer),
    answer.statements.length ? honestLine(answer) : null,
    answer.note && el("p", { class: "small muted" }, answer.note),
  ].filter((node) => node instanceof Node);
}

/** @param {any} answer */
function outcome(answer) {
  const look = OUTCOMES[answer.outcome];
  if (!look) return null;
  const [kind, drawing] = look;
  return el("h3", { class: `outcome ${kind}`, "data-outcome": answer.outcome }, icon(drawing), " ", () => word(answer.outcome));
}

/**
 * @param {any} statement
 * @param {Map<number, any>} citations
 * @param {Around} around
 * @returns {Node[]}
 */
function chips(statement, citations, around) {
  const open = (/** @type {any} */ c, /** @type {HTMLElement} */ link) => around.open(c, link, [...citations.values()]);
  if (!statement.citations.length) return statement.support === "unsupported" ? [unsupportedMark()] : [];
  return statement.citations.map((/** @type {number} */ mark) => chip(mark, statement.support, citations.get(mark) ?? null, open));
}

/**
 * Where its first source has a statement: "Điều 4, khoản 2".
 * @param {any} statement
 * @param {Map<number, any>} citations
 * @returns {string}
 */
function pathOf(statement, citations) {
  return citations.get(statement.citations[0])?.path ?? "";
}

/**
 * @param {any[]} all
 * @param {Map<number, any>} citations
 * @param {Around} around
 * @returns {HTMLElement}
 */
function statements(all, citations, around) {
  const list = statementList((statement) => chips(statement, citations, around), (statement) => pathOf(statement, citations));
  all.slice(0, FIRST).forEach(list.add);
  if (all.length <= FIRST) return list.element;
  const rest = () => {
    all.slice(FIRST).forEach(list.add);
    const next = more.previousElementSibling;
    more.remove();
    if (next instanceof HTMLElement) {
      next.tabIndex = -1;
      next.focus();
    }
  };
  const more = el("p", {}, el("button", { type: "button", onclick: rest }, icon("down"), () => word("showAll", { count: all.length })));
  return el("div", {}, list.element, more);
}

/**
 * What each document says, beside what the others say.
 * @param {any} answer
 * @param {Map<number, any>} citations
 * @param {Around} around
 */
function sideBySide(answer, citations, around) {
  /** @type {Map<string, {document: any, statements: any[]}>} */
  const sides = new Map();
  for (const statement of answer.statements) {
    const document = citations.get(statement.citations[0])?.document;
    const side = sides.get(document?.id ?? "") ?? { document, statements: [] };
    side.statements.push(statement);
    sides.set(document?.id ?? "", side);
  }
  const columns = [...sides.values()].map(({ document: d, statements: own }) =>
    el(
      "section",
      { class: "side" },
      d && el("h4", {}, d.number ?? d.title, " ", el("span", { class: "muted small" }, day(d.issued))),
      d && el("p", {}, validityOf(d)),
      statements(own, citations, around),
    ),
  );
  return el("div", { class: "sides" }, columns);
}

/**
 * @param {any[]} offered
 * @param {Around} around
 */
function choices(offered, around) {
  const buttons = offered.map((choice) => el("li", {}, el("button", { type: "button", class: "choice", onclick: () => around.ask(choice.question) }, choice.label)));
  return el("ul", { class: "choices" }, buttons);
}

/**
 * What the documents do not say; with no answer at all also which words were looked for, and what came nearest.
 * @param {any} answer
 */
function missing(answer) {
  if (!answer.missing) return null;
  const { words, nearest_documents: nearest = [], nearest_places: places = [] } = answer.searched;
  const found = answer.outcome === "not_found";
  const within = (/** @type {any} */ d) => {
    const there = places.filter((/** @type {any} */ p) => p.document === d.id && p.path);
    return there.length > 0 && el("ul", {}, there.map((/** @type {any} */ p) => el("li", {}, el("a", { href: p.url }, p.path))));
  };
  const links = nearest.map((/** @type {any} */ d) =>
    el("li", {}, el("a", { href: `/documents/${encodeURIComponent(d.id)}` }, [d.number, d.title].filter(Boolean).join(" · ")), within(d)),
  );
  return el(
    "div",
    { class: "missing" },
    !found && el("h4", {}, () => word("whatMissing")),
    el("p", {}, answer.missing),
    found && words.length > 0 && el("p", { class: "small muted" }, () => word("searchedWords", { words: words.join(", ") })),
    found && links.length > 0 && el("h4", {}, () => word("nearest")),
    found && el("ul", { class: "plain" }, links),
  );
}

/**
 * What would have answered and did not hold on the day, and what ended it: only what a sentence says, nothing inferred.
 * @param {any} answer
 */
function notHeld(answer) {
  const found = answer.not_held;
  if (!found) return null; // of a conversation that was kept before this was told
  const name = (/** @type {any} */ d) => d.number ?? d.title;
  const link = (/** @type {any} */ d) => el("a", { href: `/documents/${encodeURIComponent(d.id)}` }, name(d));
  const by = found.by.map((/** @type {any} */ b) => {
    const parts = () => related(`by_${b.kind ?? "other"}`, { other: "\u0000" }).split("\u0000");
    const names = { left: name(found.document), right: name(b.document) };
    const compare = el("a", { class: "compare-link small", href: compareAddress(found.document.id, b.document.id), "aria-label": () => related("compareOf", names) }, icon("compare"), () => related("compare"));
    return el("li", {}, () => parts()[0], link(b.document), () => parts()[1] ?? "", " ", compare);
  });
  return el(
    "div",
    { class: "missing not-held" },
    el("h4", {}, () => word("notHeld", { day: day(answer.as_of) })),
    el("p", {}, link(found.document), found.path && `, ${found.path}`, " ", validity(found.state)),
    by.length ? el("ul", { class: "plain" }, by) : null,
  );
}

/**
 * The one line that says how much of the answer is borne out.
 * @param {any} answer
 * @returns {HTMLElement}
 */
export function honestLine(answer) {
  const bad = answer.statements.filter((/** @type {any} */ s) => s.support === "unsupported" || !s.citations.length).length;
  const count = answer.citations.length;
  const states = Object.entries(STATES).map(([support, [state, drawing]]) => {
    const found = answer.statements.filter((/** @type {any} */ s) => s.support === support).length;
    return found ? el("span", { class: `state ${state}` }, icon(drawing), " ", () => word(`count${state[0].toUpperCase()}${state.slice(1)}`, { count: found })) : null;
  });
  return el(
    "p",
    { class: `honest ${bad || !count ? "warn" : "good"}` },
    icon(bad || !count ? "warn" : "check"),
    el("b", {}, () => honest(answer)),
    ...states,
    el("span", { class: "muted" }, () => word("asOf", { day: day(answer.as_of) })),
    answer.writer === "generated" && el("span", { class: "muted" }, () => word("generated")),
    // until a source has been opened once
    count > 0 && !kept("opened") && el("span", { class: "muted press-mark" }, () => word("pressMark")),
  );
}

/**
 * @param {any} answer
 * @returns {string}
 */
export function honest(answer) {
  const bad = answer.statements.filter((/** @type {any} */ s) => s.support === "unsupported" || !s.citations.length).length;
  if (bad) return word("notVerified", { bad, count: answer.statements.length });
  const count = answer.citations.length;
  if (!count) return word("noCitations");
  return count === 1 ? word("oneVerified") : word("allVerified", { count });
}

/**
 * The answer as text with its sources, to be pasted elsewhere.
 * @param {any} answer
 * @returns {string}
 */
export function asText(answer) {
  const sources = answer.citations.map((/** @type {any} */ c) => {
    const { number, title, issued } = c.document;
    const name = [number, issued && part("issued", { day: day(issued) })].filter(Boolean).join(" ") || title;
    return `[${c.mark}] ${[name, c.path, c.page && part("page", { page: c.page })].filter(Boolean).join(", ")}: “${c.quote}”`;
  });
  return [answer.text, "", ...sources, "", answer.statements.length ? honest(answer) : "", word("asOf", { day: day(answer.as_of) })].join("\n").trim();
}

