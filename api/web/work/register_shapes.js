/** What each register has: its filters, and its columns with what it can be sorted by. As `/api/registers` takes them. */

import { day } from "../core/dates.js";
import { el } from "../core/dom.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/registers.js";
import { WORDS as SHARED } from "../words/work.js";
import { tellsDay } from "./deadlines.js";
import { secondReview } from "./second_review.js";
import { chips } from "./sources.js";

const word = said(WORDS);
const shared = said(SHARED);

/**
 * `unset` is what a choice says where nothing is chosen.
 * @typedef {{name: string, kind: "text" | "day" | "choice", values?: string[], prefix?: string, hint?: string, unset?: string}} Filter
 */

const STRENGTHS = ["must", "must_not", "assigned", "requested", "may", "orientation"];
const SUBJECTS = ["post", "rank", "candidate", "dossier", "unit", "other"];
const ATTRIBUTES =
  "age experience degree political_theory state_management language informatics certificate training post_held planning health discipline grading assets citizenship membership term_left document count other".split(" ");

/** @type {Filter} a document and its translation tell the same twice */
const WRITTEN = { name: "written", kind: "choice", values: ["vi", "en"] };
/** @type {Filter} who found an entry */
const ORIGIN = { name: "origin", kind: "choice", values: ["rules", "second", "all"], unset: "origin_settled" };

/** @type {Record<string, Filter[]>} */
export const FILTERS = {
  duties: [
    { name: "agency", kind: "text", hint: "agencyHint" },
    { name: "role", kind: "choice", values: ["lead", "coordinator", "assigner", "report_to"] },
    { name: "after", kind: "day" },
    { name: "before", kind: "day" },
    { name: "strength", kind: "choice", values: STRENGTHS },
    { name: "deadline_kind", kind: "choice", values: ["date", "relative", "recurring", "vague"], prefix: "deadline" },
    WRITTEN,
    ORIGIN,
  ],
  requirements: [
    { name: "subject", kind: "text" },
    { name: "subject_kind", kind: "choice", values: SUBJECTS, prefix: "subject" },
    { name: "attribute", kind: "choice", values: ATTRIBUTES },
    WRITTEN,
    ORIGIN,
  ],
  figures: [
    { name: "about", kind: "text" },
    { name: "period", kind: "text", hint: "periodHint" },
    { name: "stance", kind: "choice", values: ["target", "result", "rule", "other"] },
    WRITTEN,
    ORIGIN,
  ],
  definitions: [
    { name: "term", kind: "text" },
    { name: "abbreviation", kind: "choice", values: ["true", "false"] },
    WRITTEN,
    ORIGIN,
  ],
};

export const KINDS = Object.keys(FILTERS);

const label = (/** @type {string} */ name) => () => word(`column_${name}`);
const silent = () => el("span", { class: "muted" }, () => shared("notStated"));
/** @param {any} words */
const told = (words) => [words ? inLine(words.text) : silent()];
/** @param {string} text */
const inLine = (text) => text.replace(/\s+/g, " ").trim();
/**
 * @param {string} name
 * @param {any} words
 */
const more = (name, words) => (words ? el("p", { class: "muted small" }, () => word(name, { words: inLine(words.text) })) : null);
/** @param {any} e */
const source = (e) => [...chips([{ document: e.document.id, number: e.document.number, title: e.document.title, path: e.path, page: e.page, quote: e.quote, start: e.start, end: e.end, url: e.url }]), e.second_reader ? secondReview(e.second_reader) : null];
const sourced = { label: label("source"), sort: "document", cell: source };

/** @type {Record<string, import("./table.js").Column[]>} */
export const COLUMNS = {
  duties: [
    { label: label("action"), wide: true, cell: (e) => [inLine(e.action.text), more("product", e.product), more("condition", e.condition), more("exception", e.exception)] },
    { label: label("lead"), sort: "lead", cell: (e) => told(e.lead) },
    { label: label("coordinators"), cell: (e) => [e.coordinators.map((/** @type {any} */ c) => inLine(c.text)).join("; ")] },
    { label: label("deadline"), sort: "day", cell: deadline },
    { label: label("strength"), sort: "strength", cell: (e) => [() => word(`strength_${e.strength}`)] },
    sourced,
  ],
  requirements: [
    { label: label("subject"), sort: "subject", cell: (e) => told(e.subject) },
    { label: label("attribute"), sort: "attribute", cell: (e) => [() => word(`attribute_${e.attribute}`)] },
    { label: label("words"), wide: true, cell: (e) => [inLine(e.words.text), e.equivalent ? el("p", { class: "muted small" }, () => word("equivalent")) : null] },
    { label: label("condition"), cell: (e) => [e.condition ? inLine(e.condition.text) : null, ...e.exceptions.map((/** @type {any} */ x) => more("exception", x))] },
    sourced,
  ],
  figures: [
    { label: label("printed"), sort: "value", cell: (e) => [el("strong", {}, inLine(e.printed.text))] },
    { label: label("counts"), sort: "counts", wide: true, cell: (e) => told(e.counts) },
    { label: label("base"), cell: (e) => [e.base ? inLine(e.base.text) : null] },
    { label: label("period"), sort: "year_from", cell: (e) => [[e.period, e.place].filter(Boolean).map((w) => inLine(w.text)).join("; ")] },
    { label: label("stance"), cell: (e) => [() => word(`stance_${e.stance}`)] },
    sourced,
  ],
  definitions: [
    { label: label("term"), sort: "term", cell: (e) => [el("strong", {}, inLine(e.term.text))] },
    { label: label("meaning"), wide: true, cell: (e) => [inLine(e.meaning.text)] },
    sourced,
  ],
};

/** @param {any} e */
function deadline(e) {
  const told = [e.deadline, ...e.also_due].filter(Boolean);
  if (told.length === 0) return [silent()];
  return told.map((due) => {
    const words = inLine(due.phrase.text);
    return el("div", {}, words, due.day && !tellsDay(words, due.day) ? el("p", { class: "muted small" }, day(due.day)) : null);
  });
}
