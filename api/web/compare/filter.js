/** Which kinds of difference are shown: a button for each kind that there is, with how many. */

import { el } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/compare.js";
import { KINDS } from "./units.js";

const word = said(WORDS);

/**
 * @param {Record<string, number>} counts
 * @param {Set<string>} hidden kinds that are not shown
 * @param {boolean} unchanged whether what did not change is shown
 * @param {{filter: () => void, whole: (on: boolean) => void}} acts
 * @returns {HTMLElement}
 */
export function kindFilter(counts, hidden, unchanged, { filter, whole }) {
  const kinds = Object.keys(counts).filter((k) => k !== "same" && counts[k]);
  const buttons = kinds.map((kind) => {
    const press = () => {
      if (hidden.has(kind)) hidden.delete(kind);
      else hidden.add(kind);
      button.setAttribute("aria-pressed", String(!hidden.has(kind)));
      filter();
    };
    const button = el("button", { type: "button", class: "small kind-button", "data-kind": kind, "aria-pressed": String(!hidden.has(kind)), onclick: press }, icon(KINDS[kind]?.[1] ?? "info"), () => `${word(`kind_${kind}`)} (${counts[kind]})`);
    return button;
  });
  const box = el("input", { type: "checkbox", checked: unchanged });
  box.addEventListener("change", () => whole(box.checked));
  const rest = counts.same ? el("label", { class: "tick" }, box, el("span", {}, () => word("unchanged", { count: counts.same }))) : null;
  return el("div", { class: "kind-filter no-print" }, kinds.length > 1 ? el("div", { class: "kinds", role: "group", "aria-label": () => word("only") }, buttons) : null, rest);
}
