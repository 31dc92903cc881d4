/**
 * A document to be read at a place: the page, the text with its contents, and what is known of it. In a narrow place one
 * at a time, in a wide one side by side. Knows neither the panel nor the view that it stands in.
 */

import { call, told } from "../core/api.js";
import { day, today } from "../core/dates.js";
import { el, fill, follows } from "../core/dom.js";
import { keep, kept } from "../core/kept.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/source.js";
import { facts } from "./about.js";
import { openDocument } from "./documents.js";
import { pageView } from "./pages.js";
import { relations } from "./relations.js";
import { drawText, outline } from "./text.js";
import { addressAt, wordingBar, wordingView } from "./wording.js";

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
  const bar = wordingBar({ show: (iso) => void showWording(iso), back: asIssued });
  const worded = el("div", {});
  const text = el("div", { class: "text-view", tabindex: inside ? 0 : null, role: inside ? "group" : null, "aria-label": inside ? () => word("text") : null }, bar.element, marked, worded, sheet);
  const about = el("div", { class: "about-view" });
  const buttons = WAYS.map((way) => el("button", { type: "button", class: "small", "data-way": way, onclick: () => choose(way) }, () => word(way)));
  const ways = el("div", { class: "ways", role: "group", "aria-label": () => word("show") }, buttons);
  const element = el("div", { class: "reading" }, ways, contents, text, pages.element, about);
  let asked = 0;
  /** @type {{path: string, about: any, cited: Cited | null, on: string | null}} what is shown, and of which day */
  const shown = { path: "", about: null, cited: null, on: null };
  // what changed a unit is told in the reader's language
  follows(worded, () => {
    if (shown.on) void showWording(shown.on);
  });

  return { element, open, go };

  /**
   * Opens a document at the cited words.
   * @param {string} id
   * @param {Cited | null} cited
   * @param {number | null} [page] that the citation names
   * @param {string} [on] the day that is asked about
   * @returns {Promise<any>} what is known of the document, null if another was opened meanwhile
   */
  async function open(id, cited, page = null, on = today()) {
    const mine = ++asked;
    bar.ready(false);
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
    Object.assign(shown, { path, about: known, cited, on: null });
    bar.field.value = on;
    bar.ready(true);
    bar.at(false);
    fill(worded);
    sheet.hidden = false;
    note(mark !== null);
    const way = kept("source-way") ?? "page";
    choose(known.page_images ? way : way === "page" ? "text" : way, false);
    if (known.page_images) pages.open(path, content.pages, cited, page);
    if (mark) bring(mark);
    else if (inside) text.scrollTop = 0;
    return known;
  }

  /** @param {boolean} found whether the cited words are marked */
  function note(found) {
    fill(marked, shown.cited && (() => word(found ? "marked" : "markMissing")));
  }

  /**
   * Shows the wording of a day in place of the text as it was issued, at the unit that is cited.
   * @param {string} iso
   */
  async function showWording(iso) {
    const mine = asked;
    const { path, about: known, cited } = shown;
    bar.say(() => word("wordingLoading"));
    try {
      const body = await call(`${path}/text?as_of=${iso}`);
      if (mine !== asked) return;
      const again = shown.on !== null;
      shown.on = iso;
      const address = cited ? addressAt(known.provisions, cited.start) : null;
      const view = wordingView(body, (place) => reach(place), address);
      fill(worded, view.element);
      sheet.hidden = true;
      bar.at(true);
      bar.say(() => word("wordingShown", { day: day(iso) }));
      fill(marked, cited && (() => word(view.cited ? "wordingHere" : "wordingGone", { day: day(iso) })));
      if (again) return;
      if (view.cited) bring(view.cited);
      else if (inside) text.scrollTop = 0;
    } catch (error) {
      const message = told(error);
      bar.say(() => message);
    }
  }

  /** Back to the text as it was issued. */
  function asIssued() {
    shown.on = null;
    fill(worded);
    sheet.hidden = false;
    bar.at(false);
    bar.say(() => "");
    bar.field.focus();
    const mark = sheet.querySelector("mark");
    note(mark !== null);
    if (mark instanceof HTMLElement) bring(mark);
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
    const address = shown.on ? addressAt(shown.about.provisions, start) : null;
    const place = shown.on ? worded.querySelector(`[data-address="${address}"]`) : sheet.querySelector(`[data-start="${start}"]`);
    if (place instanceof HTMLElement) reach(place);
  }

  /** @param {HTMLElement} place */
  function reach(place) {
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
