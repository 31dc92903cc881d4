/** Light, dark, high contrast, or as the system has it. `early.js` has set it before the first paint. */

import { keep, kept } from "./kept.js";

/** @typedef {"auto" | "light" | "dark" | "contrast"} Theme */

/** @type {Theme[]} */
export const THEMES = ["auto", "light", "dark", "contrast"];

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");

/** @returns {Theme} */
export function theme() {
  const choice = /** @type {Theme} */ (kept("theme"));
  return THEMES.includes(choice) ? choice : "auto";
}

/** @param {Theme} choice */
export function paint(choice) {
  keep("theme", choice === "auto" ? null : choice);
  show();
}

/** Follows the system where the reader has not chosen. */
export function beginTheme() {
  dark.addEventListener("change", show);
  contrast.addEventListener("change", show);
}

function show() {
  const choice = theme();
  const system = contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
  document.documentElement.dataset.theme = choice === "auto" ? system : choice;
}
