/** A quiz to try: each answer is checked against the key, which is shown with its source. Keeps no results. */

import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { announce } from "../core/live.js";
import { WORDS } from "../words/courses.js";
import { chips } from "./sources.js";

const word = said(WORDS);

/**
 * @param {any[]} questions
 * @param {"vi" | "en"} speaks the language of the questions
 * @returns {HTMLElement}
 */
export function quiz(questions, speaks) {
  /** @type {Map<number, boolean>} which have been checked, and whether they were right */
  const checked = new Map();
  const score = el("p", { class: "score", role: "status" });
  const list = el("ol", { class: "questions" });
  const again = el("button", { type: "button", onclick: begin }, icon("again"), () => word("again"));
  begin();
  return el("div", { class: "quiz" }, list, el("div", { class: "score-row" }, score, again));

  function begin() {
    checked.clear();
    fill(list, questions.map((q, n) => el("li", {}, one(q, n, speaks, mark))));
    count();
  }

  /**
   * @param {number} number
   * @param {boolean} right
   */
  function mark(number, right) {
    checked.set(number, right);
    count();
  }

  function count() {
    const right = [...checked.values()].filter(Boolean).length;
    fill(score, () => word(checked.size ? "score" : "noneYet", { right, checked: checked.size, left: questions.length - checked.size }));
  }
}

/**
 * @param {any} q
 * @param {number} number
 * @param {"vi" | "en"} speaks
 * @param {(number: number, right: boolean) => void} mark
 */
function one(q, number, speaks, mark) {
  const outcome = el("div", { class: "quiz-outcome" });
  const { element, given } = q.options.length ? optionsOf(q, speaks) : lineOf(speaks);
  const check = el("button", { type: "submit", class: "small" }, () => word(q.form === "short" ? "showAnswer" : "check"));
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const answer = given();
    if (answer === null && q.form !== "short") {
      fill(outcome, el("p", { class: "notice warn" }, icon("warn"), () => word("answerFirst")));
      return announce(word("answerFirst"));
    }
    show(answer);
  };
  return el(
    "form",
    { class: "question", onsubmit: submit },
    el(
      "fieldset",
      {},
      el("legend", {}, el("span", { class: "question-number" }, () => `${word("question", { number: number + 1 })} · ${word(`form_${q.form}`)} · ${word(`level_${q.level}`)}`), el("span", { class: "question-text", lang: speaks }, q.question)),
      element,
    ),
    el("div", { class: "actions" }, check),
    outcome,
  );

  /** @param {string | number | null} answer */
  function show(answer) {
    const open = q.form === "short";
    const right = !open && isRight(q, answer);
    const key = () => word(open ? "compare" : "answer", { answer: q.answer });
    const verdict = open ? null : el("p", { class: "verdict" }, icon(right ? "check" : "close"), el("strong", {}, () => word(right ? "right" : "wrong")));
    fill(outcome, el("div", { class: `notice ${open ? "" : right ? "good" : "wrong"}` }, verdict, el("p", { lang: speaks }, key), el("p", { class: "item-sources" }, chips(q.sources))));
    if (!open) mark(number, right);
    announce([open ? "" : word(right ? "right" : "wrong"), key()].join(" "));
  }
}

/**
 * @param {any} q
 * @param {"vi" | "en"} speaks
 */
function optionsOf(q, speaks) {
  const name = freshId("question");
  const radios = q.options.map((/** @type {string} */ _, /** @type {number} */ n) => el("input", { type: "radio", name, value: n }));
  const letter = (/** @type {number} */ n) => (q.form === "choice" ? `${String.fromCharCode(65 + n)}. ` : "");
  const element = el("div", { class: "options", lang: speaks }, radios.map((/** @type {HTMLInputElement} */ r, /** @type {number} */ n) => el("label", { class: "tick" }, r, el("span", {}, letter(n) + q.options[n]))));
  const given = () => {
    const at = radios.findIndex((/** @type {HTMLInputElement} */ r) => r.checked);
    return at < 0 ? null : at;
  };
  return { element, given };
}

/** @param {"vi" | "en"} speaks */
function lineOf(speaks) {
  const input = el("input", { id: freshId("answer"), type: "text", maxlength: 500, autocomplete: "off", lang: speaks });
  const element = el("div", { class: "field answer-field" }, el("label", { for: input.id }, () => word("yourAnswer")), input);
  return { element, given: () => input.value.trim() || null };
}

/**
 * Whether an answer is the key's: the option, or any accepted spelling, whatever its case and spaces.
 * @param {any} q
 * @param {string | number | null} answer
 * @returns {boolean}
 */
export function isRight(q, answer) {
  if (typeof answer === "number") return answer === q.right;
  return [q.answer, ...q.accepted].some((a) => bare(a) === bare(String(answer ?? "")));
}

/** @param {string} text */
function bare(text) {
  return text.normalize("NFC").toLocaleLowerCase().replace(/\s+/g, " ").replace(/[\s.;,:]+$/, "").trim();
}
