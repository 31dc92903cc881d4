/**
 * The mark of a citation behind the words that it carries, with its state as icon and words, and the card that shows on
 * hover and focus what it cites. Knows neither answers nor where a source opens.
 */

import { day } from "../core/dates.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/parts.js";
import { validityOf } from "./validity.js";

const word = said(WORDS);
const SOON = 250; // milliseconds a pointer rests before the card shows
const LATE = 300; // and may be on its way into the card
const LONGEST = 420; // characters of the quote

/** @type {Record<string, [string, string]>} by the API's `support`: word and icon */
export const STATES = { verbatim: ["quoted", "quote"], checked: ["checked", "check"], unsupported: ["unsupported", "warn"] };

const card = el("div", { class: "source-card", id: freshId("card"), role: "tooltip", hidden: true });
/** @type {HTMLElement | null} the chip whose card is shown */
let shownFor = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * @param {number} mark
 * @param {string} support
 * @param {any} citation null while it is on its way
 * @param {(citation: any, chip: HTMLElement) => void} open
 * @param {string} [name] shown in place of the mark, where no text is marked: "40/2023/QĐ-UBND, Điều 5"
 * @returns {HTMLElement}
 */
export function chip(mark, support, citation, open, name = "") {
  const [state, drawing] = STATES[support] ?? STATES.unsupported;
  const label = () => {
    if (!citation) return word("pending", { mark });
    const { number, title } = citation.document;
    const named = word(name ? "sourceNamed" : "source", { mark, state: word(state), number: number ?? title, path: citation.path || place(citation) });
    return citation.uncertain ? `${named}. ${word("unsure", { sure: percent(citation.page_confidence) })}` : named;
  };
  const face = [icon(drawing), name || String(mark)];
  if (!citation) return el("span", { class: `chip ${state}`, "data-mark": mark }, ...face);
  const link = el(
    "a",
    { class: `chip ${state} ${name && "named"}`, href: citation.url, "data-mark": mark, "aria-label": label },
    ...face,
    support === "unsupported" && el("span", {}, () => word(state)),
    citation.uncertain && el("span", { class: "chip-warning" }, icon("warn"), () => word("unsureShort")),
  );
  link.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    hide();
    open(citation, link);
  });
  link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(() => show(link, citation, state), SOON));
  link.addEventListener("pointerleave", () => later(hide, LATE));
  link.addEventListener("focus", () => link.matches(":focus-visible") && show(link, citation, state));
  link.addEventListener("blur", () => later(hide, LATE));
  return link;
}

/**
 * A statement without any citation says so itself.
 * @returns {HTMLElement}
 */
export function unsupportedMark() {
  return el("span", { class: "chip unsupported" }, icon("warn"), el("span", {}, () => word("unsupported")));
}

card.addEventListener("pointerenter", () => clearTimeout(timer));
card.addEventListener("pointerleave", () => later(hide, LATE));
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || card.hidden) return;
  event.stopPropagation();
  hide();
}, true);
// the card goes with its chip; what scrolls inside the card is its own affair
addEventListener("scroll", (event) => event.target !== card && shownFor && stand(shownFor), true);

/**
 * @param {() => void} act
 * @param {number} wait
 */
function later(act, wait) {
  clearTimeout(timer);
  timer = setTimeout(act, wait);
}

/**
 * @param {HTMLElement} link
 * @param {any} citation
 * @param {string} state
 */
function show(link, citation, state) {
  clearTimeout(timer);
  if (!link.isConnected) return;
  hide();
  shownFor = link;
  fill(card, ...about(citation, state));
  document.body.append(card);
  card.hidden = false;
  link.setAttribute("aria-describedby", card.id);
  stand(link);
}

/** @param {HTMLElement} link beside which the card stands; out of sight it hides */
function stand(link) {
  const at = link.getBoundingClientRect();
  if (at.bottom < 0 || at.top > innerHeight) return hide();
  const { offsetWidth: wide, offsetHeight: high } = card;
  card.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - wide - 8))}px`;
  const below = at.bottom + 6;
  card.style.top = `${below + high > innerHeight && at.top - high - 6 > 0 ? at.top - high - 6 : below}px`;
}

function hide() {
  clearTimeout(timer);
  card.hidden = true;
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
}

/**
 * What a citation rests on, in short: number and day, title, place, validity, the words.
 * @param {any} citation
 * @param {string} state
 * @returns {Node[]}
 */
function about(citation, state) {
  const { number, title, issued, language } = citation.document;
  const quote = citation.quote.length > LONGEST ? `${citation.quote.slice(0, LONGEST)}…` : citation.quote;
  const [, drawing] = Object.values(STATES).find(([name]) => name === state) ?? STATES.unsupported;
  return [
    el("p", { class: "source-name" }, [number, issued && word("issued", { day: day(issued) })].filter(Boolean).join(" ") || title),
    number ? el("p", { class: "small muted", lang: language }, title) : el("span"),
    el("p", { class: "source-badges" }, validityOf(citation.document), el("span", { class: "badge" }, icon(drawing), word(state))),
    el("p", { class: "small" }, [citation.path, place(citation)].filter(Boolean).join(" · ")),
    el("blockquote", { lang: language }, quote),
  ];
}

/**
 * @param {any} citation
 * @returns {string} "page 3", "" where there are no pages
 */
export function place(citation) {
  return citation.page ? word("page", { page: citation.page }) : "";
}

/**
 * @param {number} confidence
 * @returns {number}
 */
export function percent(confidence) {
  return Math.round(confidence * 100);
}

/**
 * The warning of a page that was badly recognised: a sign and words, never colour alone.
 * @param {number} confidence
 * @returns {HTMLElement}
 */
export function unsure(confidence) {
  return el("p", { class: "unsure" }, icon("warn"), " ", () => word("unsure", { sure: percent(confidence) }));
}
