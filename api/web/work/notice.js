/** A word in the view itself about what went wrong or has to be minded; said to a screen reader, too. */

import { el, fill } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { alarm } from "../core/live.js";

/**
 * @param {Element} place is emptied first
 * @param {string} text
 * @param {{kind?: "wrong" | "warn" | "good", action?: {label: () => string, act: () => void}}} [how]
 */
export function tell(place, text, { kind = "wrong", action } = {}) {
  const button = action ? el("button", { type: "button", onclick: action.act }, action.label) : null;
  fill(place, el("div", { class: `notice ${kind}` }, icon(kind === "good" ? "check" : "warn"), el("p", {}, text), button));
  alarm(text);
}
