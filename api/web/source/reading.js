/**
 * A document to be read at a place: the page, the text with its contents, and what is known of it. In a narrow place one
 * at a time, in a wide one side by side. Knows neither the panel nor the view that it stands in.
 */

import { told } from "../core/api.js";
import { el, fill } from "../core/dom.js";
import { keep, kept } from "../core/kept.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/source.js";
import { facts } from "./about.js";
import { openDocument } from "./documents.js";
import { pageView } from "./pages.js";
import { relations } from "./relations.js";
import { drawText, outline } from "./text.js";

/** @typedef {{start: number, end: number}} Cited */

const word = said(WORDS);
const WAYS = ["page", "text", "about"];
const SETTLING = 6; // frames

/**
 * @param {{inside: boolean}} how inside: the text scrolls in a frame of its own
 */
export function reading({ inside }) {
  const pages = pageView();
  const sheet = el("div", { class: "sheet" });
  const contents = el("nav", { class: "contents", "aria-label": () => word("outline") });
  const marked = el("p", { class: "small muted mark-note", role: "status" });
  const text = el("div", { class: "text-view", tabindex: inside ? 0 : null, role: inside ? "group" : null, "aria-label": inside ? () => word("text") : null }, marked, sheet);
  const about = el("div", { class: "about-view" });
  const buttons = WAYS.map((way) => el("button", { type: "button", class: "small", "data-way": way, onclick: () => choose(way) }, () => word(way)));
  const ways = el("div", { class: "ways", role: "group", "aria-label": () => word("show") }, buttons);
  const element = el("div", { class: "reading" }, ways, contents, text, pages.element, about);
  let asked = 0;

  return { element, open, go };

  /**
   * Opens a document at the cited words.
   * @param {string} id
   * @param {Cited | null} cited
   * @param {number | null} [page] that the citation names
   * @returns {Promise<any>} what is known of the document, null if another was opened meanwhile
   */
  async function open(id, cited, page = null) {
    const mine = ++asked;
    fill(marked, () => word("loading"));
    let opened;
    try {
      opened = await openDocument(id);
    } catch (error) {
      if (mine === asked) {
        fill(marked, el("span", { class: "unsure" }, told(error)));
        element.dataset.shown = "text";
      }
      throw error;
    }
    if (mine !== asked) return null;
    const { about: known, content, path } = opened;
    element.dataset.pages = String(known.page_images);
    buttons[0].hidden = !known.page_images;
    fill(about, facts(known), relations(known, path, inside));
    const tree = outline(known, go, cited);
    contents.hidden = !tree;
    fill(contents, tree && el("details", { open: !inside }, el("summary", {}, () => word("outline")), tree));
    const mark = drawText(sheet, known, content, cited);
    fill(marked, cited && (() => word(mark ? "marked" : "markMissing")));
    const way = kept("source-way") ?? "page";
    choose(known.page_images ? way : way === "page" ? "text" : way, false);
    if (known.page_images) pages.open(path, content.pages, cited, page);
    if (mark) bring(mark);
    else if (inside) text.scrollTop = 0;
    return known;
  }

  /**
   * @param {string} way
   * @param {boolean} [chosen] by the reader, and to be remembered
   */
  function choose(way, chosen = true) {
    element.dataset.shown = way;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.way === way));
    if (!chosen) return;
    keep("source-way", way);
    const mark = sheet.querySelector("mark");
    if (way === "text" && mark) bring(mark);
    if (way === "page") pages.reveal();
  }

  /**
   * Goes to the unit that begins at an offset.
   * @param {number} start
   */
  function go(start) {
    const place = sheet.querySelector(`[data-start="${start}"]`);
    if (!(place instanceof HTMLElement)) return;
    if (element.dataset.shown !== "text") choose("text");
    bring(place);
    place.tabIndex = -1; // reading on by keyboard or screen reader begins here
    place.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} place */
  function bring(place) {
    let left = SETTLING;
    const off = () => {
      if (!inside) return place.getBoundingClientRect().top - innerHeight / 3;
      return place.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    };
    const scroll = () => {
      if (inside) text.scrollTop += off();
      else scrollBy({ top: off(), behavior: "instant" });
      left -= 1;
      if (left) requestAnimationFrame(scroll); // pages on the way have their true height only when they are near
    };
    scroll();
  }
}
