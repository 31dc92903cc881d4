/** What a screen reader is told: politely, one thing after another, or at once where something went wrong. */

import { el } from "./dom.js";

const polite = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
const urgent = el("div", { class: "unseen", role: "alert" });
/** @type {string[]} */
let waiting = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Puts the two regions into the page. */
export function beginLive() {
  document.body.append(polite, urgent);
}

/**
 * Says something politely; what comes within a moment is said together, so that nothing is lost.
 * @param {string} text
 */
export function announce(text) {
  if (!text) return;
  waiting.push(text);
  clearTimeout(timer);
  timer = setTimeout(() => {
    polite.textContent = waiting.join(" ");
    waiting = [];
  }, 150);
}

/**
 * Says at once what went wrong.
 * @param {string} text
 */
export function alarm(text) {
  urgent.textContent = "";
  setTimeout(() => (urgent.textContent = text), 50); // the same words twice are two alarms
}
