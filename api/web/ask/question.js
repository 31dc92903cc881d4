/** The question box: grows with what is typed, keeps a draft, asks by Enter, stops what runs. Knows no conversation. */

import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/ask.js";

const word = said(WORDS);
const DRAFT = "vanban-draft";

/**
 * @param {{send: (question: string) => void, stop: () => void, limit: () => number | null, beside: Node[]}} around
 */
export function questionBox({ send, stop, limit, beside }) {
  let next = false;
  let running = false;
  const name = () => word(next ? "questionNext" : "question");
  const label = el("label", { for: "question", class: "unseen" }, name);
  const field = el("textarea", { id: "question", rows: 1, placeholder: () => word(next ? "placeholderNext" : "placeholder"), "aria-describedby": "question-note" });
  const note = el("p", { id: "question-note", class: "small question-note", role: "status" });
  const sender = el("button", { type: "submit", class: "primary" }, icon("send"), () => word("ask"));
  const stopper = el("button", { type: "button", onclick: stop, hidden: true }, icon("stop"), () => word("stop"));
  const form = el(
    "form",
    { class: "question-box", onsubmit: submit },
    label,
    field,
    el("div", { class: "question-row" }, ...beside, note, el("span", { class: "question-end" }, stopper, sender)),
  );

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    if (running || overlong()) return field.focus();
    send(field.value.trim());
  }

  /** @returns {boolean} */
  function overlong() {
    const most = limit();
    const length = [...field.value.trim()].length;
    const over = most !== null && length > most;
    note.textContent = over ? word("tooLong", { length, limit: most }) : "";
    note.classList.toggle("unsure", over);
    field.toggleAttribute("aria-invalid", over);
    return over;
  }

  function changed() {
    overlong();
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
    try {
      sessionStorage.setItem(DRAFT, field.value);
    } catch {
      // storage is switched off: a reload loses the draft
    }
  }

  field.addEventListener("input", changed);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  return {
    element: form,
    field,
    /** @param {string} text */
    write(text) {
      field.value = text;
      changed();
    },
    draft() {
      try {
        return sessionStorage.getItem(DRAFT) ?? "";
      } catch {
        return "";
      }
    },
    /** @param {boolean} now whether an answer is on its way */
    run(now) {
      running = now;
      stopper.hidden = !now;
      sender.hidden = now;
    },
    /** @param {boolean} goesOn whether there are turns already */
    follow(goesOn) {
      next = goesOn;
      label.textContent = name();
      field.placeholder = word(next ? "placeholderNext" : "placeholder");
    },
  };
}
