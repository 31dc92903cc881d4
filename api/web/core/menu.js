/** A button that opens a menu: arrows, Home, End and Escape work as in any office program. */

import { el, freshId } from "./dom.js";

/** @typedef {{label: () => string, act: () => unknown, icon?: Node, checked?: () => boolean}} Choice */

/**
 * @param {{label: () => string, face: Node[], choices: () => Choice[], kind?: string}} what `label` names the button
 * @returns {HTMLElement}
 */
export function menu({ label, face, choices, kind = "quiet round" }) {
  const id = freshId("menu");
  const button = el("button", { type: "button", class: kind, "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": label, title: label }, ...face);
  const list = el("div", { id, class: "menu", role: "menu", "aria-label": label, hidden: true });
  const place = el("div", { class: "menu-place" }, button, list);

  const items = () => /** @type {HTMLElement[]} */ ([...list.children]);
  /** @param {boolean} focus whether the button takes the focus again */
  const close = (focus) => {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    removeEventListener("pointerdown", outside);
    if (focus) button.focus();
  };
  /** @param {Event} event */
  const outside = (event) => !place.contains(/** @type {Node} */ (event.target)) && close(false);
  const open = () => {
    list.replaceChildren(
      ...choices().map((choice) => {
        const role = choice.checked ? "menuitemradio" : "menuitem";
        const state = choice.checked ? String(choice.checked()) : null;
        const act = () => {
          close(true);
          choice.act();
        };
        return el("button", { type: "button", role, tabindex: -1, "aria-checked": state, onclick: act }, choice.icon, choice.label);
      }),
    );
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    (items().find((i) => i.getAttribute("aria-checked") === "true") ?? items()[0])?.focus();
    addEventListener("pointerdown", outside);
  };

  button.addEventListener("click", () => (list.hidden ? open() : close(true)));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || !list.hidden) return;
    event.preventDefault();
    open();
  });
  list.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (goal !== undefined) all.at(goal % all.length)?.focus();
    else if (event.key === "Escape") close(true);
    else if (event.key === "Tab") return close(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return place;
}
