/** From one page of a long list to the next, and how far one is. */

import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/work.js";

const word = said(WORDS);

/**
 * @param {{offset: number, limit: number, total: number, go: (offset: number) => void}} page
 * @returns {HTMLElement | null} nothing where all fits on one page
 */
export function pager({ offset, limit, total, go }) {
  if (total <= limit && !offset) return null;
  const facts = { from: Math.min(offset + 1, total), to: Math.min(offset + limit, total), total };
  return el(
    "nav",
    { class: "pager", "aria-label": () => word("pageOf", facts) },
    turn("left", "previousPage", offset > 0, () => go(Math.max(0, offset - limit))),
    el("span", {}, () => word("pageOf", facts)),
    turn("right", "nextPage", offset + limit < total, () => go(offset + limit)),
  );
}

/**
 * @param {string} drawing
 * @param {string} name
 * @param {boolean} possible
 * @param {() => void} act
 */
function turn(drawing, name, possible, act) {
  // not `disabled`: that would take the focus away from whoever has just pressed it
  const press = () => possible && act();
  return el("button", { type: "button", "data-turn": drawing, "aria-disabled": possible ? null : "true", "aria-label": () => word(name), onclick: press }, icon(drawing));
}
