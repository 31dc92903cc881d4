/** The day of a date field as the office writes it: the field itself follows the browser's language, 11/22 or 22/11. */

import { day } from "../core/dates.js";
import { el, fill, freshId } from "../core/dom.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/work.js";

const word = said(WORDS);

/**
 * @param {HTMLInputElement} field
 * @returns {HTMLElement} what stands below it
 */
export function toldDay(field) {
  const told = el("span", { class: "hint", id: freshId("day") });
  const tell = () => fill(told, field.value ? () => word("dayMeant", { day: day(field.value) }) : "");
  field.addEventListener("input", tell);
  field.setAttribute("aria-describedby", told.id);
  tell();
  return told;
}
