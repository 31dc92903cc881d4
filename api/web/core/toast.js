/** A short word at the foot of the window that something was done, with a way back where there is one. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { said } from "./language.js";
import { announce } from "./live.js";
import { WORDS } from "../words/shell.js";

const word = said(WORDS);
const LONG = 10_000; // milliseconds: time enough to read it and to reach the button

const place = el("section", { class: "toasts", "aria-label": () => word("notices") });

/** Puts the place for them into the page. */
export function beginToasts() {
  document.body.append(place);
}

/**
 * @param {() => string} text
 * @param {{label: () => string, act: () => unknown}} [action]
 */
export function toast(text, action) {
  const notice = el("div", { class: "toast" }, el("p", {}, text));
  const remove = () => notice.remove();
  let timer = setTimeout(remove, LONG);
  const wait = () => clearTimeout(timer);
  const goOn = () => {
    clearTimeout(timer);
    timer = setTimeout(remove, LONG);
  };
  for (const name of ["pointerenter", "focusin"]) notice.addEventListener(name, wait);
  for (const name of ["pointerleave", "focusout"]) notice.addEventListener(name, goOn);
  if (action) {
    const act = () => {
      remove();
      action.act();
    };
    notice.append(el("button", { type: "button", onclick: act }, action.label));
  }
  notice.append(el("button", { type: "button", class: "quiet round", "aria-label": () => word("close"), onclick: remove }, icon("close")));
  place.replaceChildren(notice);
  announce(text());
}
