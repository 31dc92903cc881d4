/** The original's pages as images beside the text, the cited words marked on them. The text stays the twin that is read. */

import { byId, call, el, onLanguage, Problem, word } from "./page.js";

/** @typedef {{number: number, start: number, end: number}} Page */
/** @typedef {{start: number, end: number}} Cited */

/** @type {{path: string, pages: Page[], cited: Cited | null, number: number}} */
const shown = { path: "", pages: [], cited: null, number: 0 };
/** @type {any} what the server knows of the page that is shown, null while it is asked or where it knows nothing */
let known = null;
let failed = false;
let asked = 0;

/** Makes the buttons work. */
export function beginPages() {
  byId("previous").addEventListener("click", () => void turn(shown.number - 1));
  byId("next").addEventListener("click", () => void turn(shown.number + 1));
  byId("page-image").addEventListener("error", () => {
    failed = true;
    draw();
  });
  byId("page-image").addEventListener("load", reveal);
  onLanguage(draw);
}

/**
 * Shows the page of the cited words, or the first one.
 * @param {string} path of the document in the API
 * @param {Page[]} pages
 * @param {Cited | null} cited
 */
export function openPages(path, pages, cited) {
  Object.assign(shown, { path, pages, cited });
  const at = cited ? pages.filter((p) => p.start <= cited.start).at(-1) : pages[0];
  void turn(at?.number ?? 1);
}

function last() {
  return shown.pages.at(-1)?.number ?? 1;
}

/** @param {number} number */
async function turn(number) {
  if (number < 1 || number > last()) return;
  const mine = ++asked;
  shown.number = number;
  known = null;
  failed = false;
  draw();
  const range = shown.cited ? `?c=${shown.cited.start}-${shown.cited.end}` : "";
  const image = /** @type {HTMLImageElement} */ (byId("page-image"));
  image.src = `${shown.path}/pages/${number}.png${range}`;
  try {
    const answer = await call(`${shown.path}/pages/${number}${range}`);
    if (mine !== asked) return;
    known = answer;
    draw();
    reveal();
  } catch (error) {
    if (!(error instanceof Problem)) throw error; // a blank page: there is an image of it, and no more to say
  }
}

/** Whether the cited words, or some of them, belong on the page that is shown. */
function touched() {
  const page = shown.pages.find((p) => p.number === shown.number);
  return Boolean(shown.cited && page && page.start < shown.cited.end && page.end > shown.cited.start);
}

/** Where the page has a frame of its own to scroll in, its first mark comes into view. */
function reveal() {
  const [box] = known?.boxes ?? [];
  const [view, image] = [byId("page-view"), /** @type {HTMLImageElement} */ (byId("page-image"))];
  if (!box || !image.complete) return;
  const from = view.getBoundingClientRect().top - image.getBoundingClientRect().top;
  view.scrollTop += box.top * image.clientHeight - from - view.clientHeight / 2;
}

function draw() {
  if (!shown.number) return;
  byId("page-view").hidden = false;
  byId("page-number").textContent = word("pageOf", { page: shown.number, pages: last() });
  byId("previous").setAttribute("aria-disabled", String(shown.number === 1));
  byId("next").setAttribute("aria-disabled", String(shown.number === last()));
  const image = /** @type {HTMLImageElement} */ (byId("page-image"));
  const marked = known?.marked ?? "none";
  image.alt = word(marked === "none" ? "pageAlt" : "pageAltMarked", { page: shown.number });
  if (known?.width && known?.height) {
    image.width = Math.round(known.width);
    image.height = Math.round(known.height);
  }
  const link = /** @type {HTMLAnchorElement} */ (byId("page-link"));
  link.href = image.src || "#";
  link.hidden = failed;
  byId("page-notes").replaceChildren(...notes(marked));
}

/**
 * @param {"none" | "part" | "all"} marked
 * @returns {Node[]}
 */
function notes(marked) {
  if (failed) return [el("p", { class: "problem" }, word("pageFailed"))];
  if (!known) return [];
  const found = [];
  if (known.uncertain) found.push(unsure(known.confidence));
  if (touched()) found.push(el("p", { class: "muted" }, word({ none: "markedNone", part: "markedPart", all: "markedAll" }[marked])));
  return found;
}

/**
 * The warning of a page that was badly recognised: a sign and words, never colour alone.
 * @param {number} confidence
 * @returns {HTMLElement}
 */
export function unsure(confidence) {
  return el("p", { class: "unsure" }, el("span", { "aria-hidden": "true" }, "⚠ "), word("unsure", { sure: percent(confidence) }));
}

/**
 * @param {number} confidence
 * @returns {number}
 */
export function percent(confidence) {
  return Math.round(confidence * 100);
}
