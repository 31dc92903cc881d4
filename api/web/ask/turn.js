/** One question with its answer, and what can be done with both. Knows nothing of the conversation around it. */

import { day } from "../core/dates.js";
import { el, fill } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { toast } from "../core/toast.js";
import { WORDS } from "../words/ask.js";
import { answerView, asText, growing } from "./answer.js";
import { feedback } from "./feedback.js";
import { inWords } from "./filters.js";

const word = said(WORDS);

/**
 * @typedef {import("./answer.js").Around & {
 *   edit: (turn: Turn) => void, again: (turn: Turn) => void, names: Map<string, string>}} Around
 * @typedef {{question: string, number: number | null, filters: any, asOf: string | null}} Turn
 * @typedef {{text: () => string, kind?: string, actions?: Node[]}} Notice
 */

/**
 * @param {Turn} turn
 * @param {Around} around
 */
export function turnView(turn, around) {
  const notice = el("div", { class: "turn-notice" });
  const understood = el("p", { class: "small muted" });
  const body = el("div", { class: "answer" });
  const end = el("div", { class: "turn-end no-print" });
  const edit = el("button", { type: "button", class: "quiet round", "aria-label": () => word("edit"), title: () => word("edit"), onclick: () => around.edit(turn) }, icon("edit"));
  const heading = el("h2", { class: "asked", tabindex: -1 }, turn.question);
  const element = el("article", { class: "turn" }, el("div", { class: "asked-row" }, heading, edit), understood, scope(turn, around), body, notice, end);
  let writing = growing(around);

  return {
    element,
    turn,
    heading,
    /** Shows that the answer is on its way. */
    begin() {
      writing = growing(around);
      body.setAttribute("aria-busy", "true");
      edit.hidden = true;
      fill(end);
      fill(body, writing.element);
      this.notify({ text: () => word("searching"), kind: "busy" });
    },
    /** @param {any} statement */
    statement(statement) {
      writing.statement(statement);
      this.notify({ text: () => word("writing"), kind: "busy" });
    },
    /** @param {any} citation */
    citation(citation) {
      writing.citation(citation);
    },
    /**
     * @param {any} answer
     * @param {any} [said] the feedback given already
     */
    finish(answer, said = null) {
      const marked = document.activeElement instanceof HTMLElement && body.contains(document.activeElement) ? document.activeElement.dataset.mark : null;
      turn.number = answer.turn;
      element.dataset.turn = String(answer.turn ?? "");
      body.removeAttribute("aria-busy");
      edit.hidden = false;
      fill(notice);
      fill(understood, answer.understood && (() => word("understood", { question: answer.understood })));
      fill(body, ...answerView(answer, around), followUps(answer, around));
      fill(end, ...actions(answer, said));
      if (marked) /** @type {HTMLElement | null} */ (body.querySelector(`[data-mark="${marked}"]`))?.focus();
    },
    /** Shows that the answer was too long to be kept. */
    unkept() {
      this.notify({ text: () => word("notKept") });
      fill(end, again());
    },
    /** @param {Notice} what */
    notify({ text, kind = "", actions: buttons = [] }) {
      body.toggleAttribute("data-broken", kind === "warn" || kind === "wrong");
      fill(notice, el("div", { class: kind === "busy" ? "busy" : `notice ${kind}` }, el("p", {}, text), ...buttons));
      if (kind !== "busy") {
        body.removeAttribute("aria-busy");
        edit.hidden = false;
      }
    },
    againButton: again,
  };

  function again() {
    return el("button", { type: "button", class: "quiet small", onclick: () => around.again(turn) }, icon("again"), () => word("again"));
  }

  /**
   * @param {any} answer
   * @param {any} said
   */
  function actions(answer, said) {
    const copy = el("button", { type: "button", class: "quiet small", onclick: () => void copied(asText(answer)) }, icon("copy"), () => word("copyAnswer"));
    const print = el("button", { type: "button", class: "quiet small", onclick: () => window.print() }, icon("print"), () => word("print"));
    const list = answer.statements.length ? el("a", { class: "button quiet small", href: `/checklists?${new URLSearchParams({ topic: turn.question })}` }, icon("checklists"), () => word("toChecklist")) : null;
    const opinion = answer.turn ? feedback(answer.conversation, answer.turn, said) : null;
    return [copy, again(), print, list, opinion].filter((node) => node !== null);
  }
}

/**
 * @param {string} text
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(() => word("copied"));
  } catch {
    toast(() => word("notCopied"));
  }
}

/**
 * The filters and the day that a question was asked with.
 * @param {Turn} turn
 * @param {Around} around
 */
function scope(turn, around) {
  const text = () => {
    const filters = inWords(turn.filters, around.names);
    const parts = turn.asOf ? [...filters, word("onDay", { day: day(turn.asOf) })] : filters;
    return parts.length ? word("within", { filters: parts.join("; ") }) : "";
  };
  return text() ? el("p", { class: "small within" }, icon("filter"), " ", text) : null;
}

/**
 * @param {any} answer
 * @param {Around} around
 */
function followUps(answer, around) {
  if (!answer.follow_ups.length) return null;
  const buttons = answer.follow_ups.map((/** @type {string} */ q) => el("li", {}, el("button", { type: "button", class: "follow-up small", onclick: () => around.ask(q) }, q)));
  return el("div", { class: "follow-ups no-print" }, el("h3", {}, () => word("followUps")), el("ul", {}, buttons));
}

