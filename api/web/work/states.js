/** How a requirement is met, by an icon and words: never by colour alone. */

import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/work.js";

const word = said(WORDS);

/** @type {Record<string, [string, string]>} the icon and the kind of badge */
const LOOKS = { met: ["check", "good"], not_met: ["close", "wrong"], unknown: ["info", ""], judgement: ["warn", "warn"] };

/**
 * @param {string} state
 * @returns {HTMLElement}
 */
export function stateBadge(state) {
  const [drawing, kind] = LOOKS[state] ?? LOOKS.unknown;
  return el("span", { class: `badge verdict-badge ${kind}`, "data-state": state }, icon(drawing), () => word(`state_${state}`));
}
