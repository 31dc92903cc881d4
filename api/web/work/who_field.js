/** The field for the reader's own name, which stands beside what he changes and decides; it is remembered. */

import { el, freshId } from "../core/dom.js";
import { keep, kept } from "../core/kept.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/work.js";

const word = said(WORDS);

/**
 * @param {() => string} hint what the name is for
 * @returns {HTMLElement}
 */
export function whoField(hint) {
  const id = freshId("who");
  const told = el("span", { class: "hint", id: freshId("hint") }, hint);
  const input = el("input", { id, type: "text", maxlength: 200, autocomplete: "name", "aria-describedby": told.id });
  input.value = kept("who") ?? "";
  input.addEventListener("change", () => keep("who", input.value.trim() || null));
  return el("div", { class: "field" }, el("label", { for: id }, () => word("who")), input, told);
}
