/** What an editor makes of an entry that the second reader proposed: accept it, reject it, take that back. */

import { call, Problem, told } from "../core/api.js";
import { el, fill, freshId } from "../core/dom.js";
import { kept } from "../core/kept.js";
import { said } from "../core/language.js";
import { announce } from "../core/live.js";
import { WORDS } from "../words/registers.js";
import { tell } from "./notice.js";

const word = said(WORDS);

/** @typedef {"proposed" | "accepted" | "rejected"} State */
/** @typedef {{id: number, model: string, state: State, who: string}} Proposal */

/** @type {Record<State, State[]>} what it can become */
const NEXT = { proposed: ["accepted", "rejected"], accepted: ["proposed"], rejected: ["proposed"] };

/**
 * The mark of an entry that the rules did not find, and the buttons that decide on it.
 * @param {Proposal} proposal
 * @returns {HTMLElement}
 */
export function secondReview(proposal) {
  let by = proposal;
  let sending = false;
  const mark = el("p", { class: "muted small", id: freshId("second") });
  const actions = el("div", { class: "actions" });
  const problem = el("div", {});
  const place = el("div", { class: "second-review", role: "group", "aria-labelledby": mark.id }, mark, actions, problem);
  draw();
  return place;

  function draw() {
    const { id, model, who, state } = by;
    place.dataset.state = state;
    fill(mark, () => word(`second_${state}`, { model, who: who || "?", id }));
    fill(
      actions,
      NEXT[state].map((to) =>
        // the number is in the name, as a screen reader lists the buttons of many entries
        el("button", { type: "button", class: "small", "data-to": to, onclick: () => decide(to) }, () => word(`second_to_${to}`), el("span", { class: "unseen" }, ` [${id}]`)),
      ),
    );
  }

  /** @param {State} state */
  async function decide(state) {
    if (sending) return; // not disabled: who pressed it keeps the focus
    sending = true;
    place.setAttribute("aria-busy", "true");
    try {
      by = { ...by, ...(await call(`/api/registers/second/${by.id}`, { method: "PUT", json: { state, who: kept("who") ?? "" } })) };
      fill(problem);
      const focused = place.contains(document.activeElement);
      draw();
      if (focused) actions.querySelector("button")?.focus();
      announce(word(`second_made_${by.state}`, { id: by.id }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(problem, told(error));
    } finally {
      sending = false;
      place.removeAttribute("aria-busy");
    }
  }
}
