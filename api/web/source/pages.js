/** The original's pages as images, the cited words marked on them. The text is the twin for those who do not see them. */

import { call, told } from "../core/api.js";
import { el, fill } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { unsure } from "../parts/chip.js";
import { WORDS } from "../words/source.js";

/** @typedef {{start: number, end: number}} Cited */

const word = said(WORDS);
const SHARPNESS = [100, 150, 200, 300]; // dots an inch that are asked for: few, so that images are kept by the browser
const ZOOMS = [1, 1.5, 2, 3];

export function pageView() {
  /** @type {{path: string, pages: any[], cited: Cited | null, number: number, zoom: number}} */
  const shown = { path: "", pages: [], cited: null, number: 0, zoom: 1 };
  let asked = 0;
  const image = el("img", { class: "page-image" });
  const marks = el("div", { class: "page-marks", "aria-hidden": "true" });
  const paper = el("div", { class: "paper" }, image, marks);
  const frame = el("div", { class: "page-frame", tabindex: 0, role: "group", "aria-label": () => word("page") }, paper);
  const number = el("span", { role: "status", class: "page-number" });
  const notes = el("div", { class: "page-notes" });
  const previous = turner("previous", "left", () => turn(shown.number - 1));
  const next = turner("next", "right", () => turn(shown.number + 1));
  const smaller = turner("smaller", "minus", () => zoom(-1));
  const larger = turner("larger", "plus", () => zoom(1));
  const back = el("button", { type: "button", class: "quiet small", onclick: () => void turn(home()) }, () => word("toCited"));
  const element = el("div", { class: "page-view" }, el("div", { class: "turners" }, previous, number, next, back, el("span", { class: "zooms" }, smaller, larger)), notes, frame);
  image.addEventListener("error", () => {
    paper.hidden = true;
    fill(notes, el("p", { class: "notice wrong" }, () => word("pageFailed")));
  });
  image.addEventListener("load", () => {
    paper.hidden = false;
    reveal();
  });

  return {
    element,
    /**
     * Shows the page of the cited words, or the first one.
     * @param {string} path of the document in the API
     * @param {any[]} pages
     * @param {Cited | null} cited
     * @param {number | null} page that the citation names
     */
    open(path, pages, cited, page = null) {
      Object.assign(shown, { path, pages, cited });
      void turn(page ?? home());
    },
    reveal,
  };

  /**
   * @param {string} name
   * @param {string} drawing
   * @param {() => unknown} act
   */
  function turner(name, drawing, act) {
    return el("button", { type: "button", class: "quiet round", "aria-label": () => word(name), title: () => word(name), onclick: act }, icon(drawing));
  }

  function last() {
    return shown.pages.at(-1)?.number ?? 1;
  }

  /** @returns {number} the page on which the cited words begin */
  function home() {
    const start = shown.cited?.start;
    return (start === undefined ? shown.pages[0] : shown.pages.filter((p) => p.start <= start).at(-1))?.number ?? 1;
  }

  /** @returns {boolean} whether some of the cited words belong on the page that is shown */
  function touched() {
    const page = shown.pages.find((p) => p.number === shown.number);
    return Boolean(shown.cited && page && page.start < shown.cited.end && page.end > shown.cited.start);
  }

  /** @param {number} to */
  async function turn(to) {
    if (to < 1 || to > last()) return;
    const mine = ++asked;
    shown.number = to;
    fill(marks);
    fill(notes);
    fill(number, () => word("pageOf", { page: shown.number, pages: last() }));
    previous.setAttribute("aria-disabled", String(to === 1));
    next.setAttribute("aria-disabled", String(to === last()));
    back.hidden = !shown.cited || touched();
    image.alt = word("pageAlt", { page: to });
    const range = shown.cited ? `?c=${shown.cited.start}-${shown.cited.end}` : "";
    try {
      const known = await call(`${shown.path}/pages/${to}${range}`);
      if (mine === asked) draw(known);
    } catch (error) {
      told(error); // a blank page: there is an image of it, and no more to say
      if (mine === asked) source(595);
    }
  }

  /** @param {any} known what the server knows of the page */
  function draw(known) {
    if (known.width && known.height) {
      image.width = Math.round(known.width);
      image.height = Math.round(known.height);
    }
    source(known.width || 595);
    if (known.marked !== "none") image.alt = word("pageAltMarked", { page: shown.number });
    fill(
      marks,
      known.boxes.map((/** @type {any} */ box) => {
        const mark = el("div", { class: "page-mark" });
        mark.style.left = `${box.left * 100}%`;
        mark.style.top = `${box.top * 100}%`;
        mark.style.width = `${(box.right - box.left) * 100}%`;
        mark.style.height = `${(box.bottom - box.top) * 100}%`;
        return mark;
      }),
    );
    /** @type {Record<string, string>} */
    const says = { none: "markedNone", part: "markedPart", all: "markedAll" };
    fill(
      notes,
      known.uncertain && unsure(known.confidence),
      touched() && el("p", { class: "small muted" }, () => word(says[known.marked])),
      !touched() && shown.cited && el("p", { class: "small muted" }, () => word("elsewhere")),
    );
    reveal();
  }

  /** @param {number} points the page's width */
  function source(points) {
    const wanted = ((frame.clientWidth || 600) * shown.zoom * devicePixelRatio * 72) / points;
    const dpi = SHARPNESS.find((s) => s >= wanted) ?? SHARPNESS[SHARPNESS.length - 1];
    image.src = `${shown.path}/pages/${shown.number}.png?dpi=${dpi}`;
  }

  /** @param {number} step */
  function zoom(step) {
    const at = ZOOMS.indexOf(shown.zoom) + step;
    if (!ZOOMS[at]) return;
    shown.zoom = ZOOMS[at];
    paper.style.width = `${shown.zoom * 100}%`;
    smaller.setAttribute("aria-disabled", String(at === 0));
    larger.setAttribute("aria-disabled", String(at === ZOOMS.length - 1));
    source(image.width || 595);
    reveal();
  }

  /** The first mark comes into view, inside the frame only. */
  function reveal() {
    const mark = marks.firstElementChild;
    if (!(mark instanceof HTMLElement) || !frame.clientHeight) return;
    frame.scrollTop = mark.offsetTop - frame.clientHeight / 3;
    frame.scrollLeft = mark.offsetLeft - 24;
  }
}
