/** Dialogs that are answered: the browser's own `<dialog>` keeps the focus inside and gives it back. */

import { el, freshId } from "./dom.js";
import { icon } from "./icons.js";
import { said } from "./language.js";
import { WORDS } from "../words/shell.js";

const word = said(WORDS);

/**
 * Shows a dialog until it is answered; gives the value of the button pressed, null if it was closed without.
 * @param {{title: () => string, body?: Node[], actions?: Array<{value: string, label: () => string, kind?: "primary" | "danger"}>}} what
 * @returns {Promise<string | null>}
 */
export function ask({ title, body = [], actions = [] }) {
  const id = freshId("dialog");
  const dialog = el("dialog", { class: "dialog", "aria-labelledby": id });
  const close = el("button", { type: "button", class: "quiet round", "aria-label": () => word("close"), onclick: () => dialog.close() }, icon("close"));
  const buttons = actions.map(({ value, label, kind }) => el("button", { type: "submit", value, class: kind ?? "" }, label));
  const cancel = el("button", { type: "button", onclick: () => dialog.close() }, () => word("cancel"));
  const form = el(
    "form",
    { method: "dialog" },
    el("div", { class: "dialog-head" }, el("h2", { id }, title), close),
    el("div", { class: "dialog-body" }, ...body),
    actions.length ? el("div", { class: "actions" }, cancel, ...buttons) : null,
  );
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue || null);
      dialog.remove();
    });
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.showModal();
  });
}

/**
 * Whether the reader means it.
 * @param {() => string} title
 * @param {() => string} text
 * @param {() => string} action what the button says
 * @returns {Promise<boolean>}
 */
export async function confirmed(title, text, action) {
  return (await ask({ title, body: [el("p", {}, text)], actions: [{ value: "yes", label: action, kind: "danger" }] })) === "yes";
}

/**
 * A line of text from the reader, null if there is none.
 * @param {() => string} title
 * @param {() => string} label
 * @param {string} before what stands in the field
 * @param {() => string} action
 * @returns {Promise<string | null>}
 */
export async function entered(title, label, before, action) {
  const id = freshId("field");
  const field = el("input", { id, type: "text", maxlength: 200, value: before, required: true });
  const body = [el("div", { class: "field" }, el("label", { for: id }, label), field)];
  queueMicrotask(() => field.select());
  const done = await ask({ title, body, actions: [{ value: "yes", label: action, kind: "primary" }] });
  return done ? field.value.trim() || null : null;
}
