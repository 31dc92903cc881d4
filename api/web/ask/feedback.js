/** What a reader thinks of an answer: good, or what is not; kept by the server for the evaluation, and taken back. */

import { call, told } from "../core/api.js";
import { ask } from "../core/dialog.js";
import { el, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { toast } from "../core/toast.js";
import { WORDS } from "../words/ask.js";

const word = said(WORDS);
const FAULTS = ["wrong", "outdated", "unsupported", "incomplete"];

/**
 * @param {string} conversation
 * @param {number} turn
 * @param {{verdict: string, comment: string} | null} before what was said already
 * @returns {HTMLElement}
 */
export function feedback(conversation, turn, before) {
  const path = `/api/conversations/${encodeURIComponent(conversation)}/turns/${turn}/feedback`;
  const good = el("button", { type: "button", class: "quiet small", onclick: () => void say("good", "") }, icon("good"), () => word("good"));
  const bad = el("button", { type: "button", class: "quiet small", onclick: () => void open() }, icon("bad"), () => word("notGood"));
  let said = before;
  draw();
  return el("div", { class: "feedback", role: "group", "aria-label": () => word("feedback") }, good, bad);

  function draw() {
    good.setAttribute("aria-pressed", String(said?.verdict === "good"));
    bad.setAttribute("aria-pressed", String(Boolean(said && said.verdict !== "good")));
  }

  /**
   * @param {string} verdict
   * @param {string} comment
   */
  async function say(verdict, comment) {
    try {
      if (verdict === "good" && said?.verdict === "good") return await takeBack();
      said = await call(path, { method: "PUT", json: { verdict, comment } });
      draw();
      toast(() => word("thanks"), { label: () => word("undo"), act: () => void takeBack() });
    } catch (error) {
      const message = told(error);
      toast(() => message);
    }
  }

  async function takeBack() {
    await call(path, { method: "DELETE" });
    said = null;
    draw();
    toast(() => word("takenBack"));
  }

  async function open() {
    const id = freshId("comment");
    const name = freshId("fault");
    const chosen = FAULTS.includes(said?.verdict ?? "") ? said?.verdict : FAULTS[0];
    const radios = FAULTS.map((fault) => {
      const box = el("input", { type: "radio", name, value: fault, checked: fault === chosen });
      return el("label", { class: "tick" }, box, el("span", {}, () => word(fault)));
    });
    const comment = el("textarea", { id, rows: 3, maxlength: 4000 }, said?.comment ?? "");
    const choice = el("fieldset", {}, el("legend", { class: "unseen" }, () => word("whatWrong")), radios);
    const text = el("div", { class: "field" }, el("label", { for: id }, () => word("comment")), comment, el("span", { class: "hint" }, () => word("commentHint")));
    const done = await ask({ title: () => word("whatWrong"), body: [choice, text], actions: [{ value: "send", label: () => word("send"), kind: "primary" }] });
    if (!done) return;
    const verdict = choice.querySelector("input:checked");
    if (verdict instanceof HTMLInputElement) await say(verdict.value, comment.value.trim());
  }
}
