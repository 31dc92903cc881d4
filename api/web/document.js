/** The page of one document: its text, with the words marked that the address's fragment names. */

import { begin, byId, call, el, language, onLanguage, Problem, word } from "./page.js";
import { citedIn, unitsOf } from "./offsets.js";
import { beginPages, openPages, percent } from "./pages.js";
import { TYPES } from "./words.js";

const HEADINGS = new Set("part chapter section subsection article annex heading enclosure roman form".split(" "));

/** @type {Record<string, string>} */
const HOW = { text: "readText", ocr: "readScan", "text+ocr": "readBoth" };

const LONGEST_HEADING = 160; // characters: an article whose first line is its whole text is not set as a heading

const id = decodeURIComponent(location.pathname.split("/")[2] ?? "");
/** @type {any} */
let about = null;
/** @type {any} */
let content = null;
/** @type {string | null} */
let failed = null;

async function open() {
  byId("status").textContent = word("loading");
  try {
    const path = `/api/documents/${encodeURIComponent(id)}`;
    [about, content] = await Promise.all([call(path), call(`${path}/text`)]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    failed = error.message;
  }
  draw();
  drawText();
  drawPages();
}

function drawPages() {
  if (!about?.page_images || !content) return;
  const cited = citedIn(location.hash);
  const there = cited && cited.end <= about.counts.characters ? cited : null;
  openPages(`/api/documents/${encodeURIComponent(id)}`, content.pages, there);
}

function draw() {
  if (failed) {
    byId("text").hidden = true;
    byId("title").textContent = word("failed");
    byId("status").textContent = failed;
    byId("status").classList.add("problem");
  }
  if (!about) return;
  document.title = `${about.number ?? about.title} · Vanban`;
  byId("title").textContent = about.title;
  byId("title").lang = about.language;
  const extent = word("extentOf", { characters: about.counts.characters, passages: about.counts.passages });
  /** @type {Array<[string, string]>} */
  const facts = [
    ["number", about.number],
    ["type", TYPES[language()][about.type]],
    ["issuer", about.issuer],
    ["issued", about.issued],
    ["file", about.name],
    ["extent", extent],
    ["read", word(HOW[about.how], { sure: percent(about.confidence ?? 1) })],
  ];
  byId("facts").replaceChildren(
    ...facts.filter(([, value]) => value).map(([name, value]) => el("div", {}, el("dt", {}, word(name)), el("dd", {}, value))),
  );
  byId("actions").replaceChildren(
    el("a", { class: "button", href: `/api/documents/${encodeURIComponent(id)}/original` }, word("original")),
  );
  for (const note of document.querySelectorAll("[data-page]")) {
    const sure = note.getAttribute("data-unsure");
    const page = word("page", { page: note.getAttribute("data-page") ?? "" });
    note.textContent = sure ? `${page} · ⚠ ${word("unsure", { sure })}` : page;
  }
  drawStatus();
}

/**
 * The units of the text that are headed, with their depth.
 * @param {any[]} provisions
 * @param {number} depth
 * @returns {Array<{unit: any, depth: number}>}
 */
function headed(provisions, depth = 0) {
  return provisions.flatMap((unit) => {
    const own = HEADINGS.has(unit.kind);
    return [...(own ? [{ unit, depth }] : []), ...headed(unit.children, own ? depth + 1 : depth)];
  });
}

function drawText() {
  if (!content) return;
  const units = unitsOf(content.text);
  const heads = new Map(headed(about.provisions).map(({ unit, depth }) => [units(unit.start), { unit, depth }]));
  const pages = new Map(content.pages.map((/** @type {any} */ p) => [units(p.start), p]));
  const cited = citedIn(location.hash);
  const marked = cited && { start: units(cited.start), end: units(cited.end) };
  const sheet = byId("text");
  sheet.lang = content.language;
  sheet.replaceChildren();
  let at = 0;
  for (const line of content.text.split("\n")) {
    const end = at + line.length;
    for (const [start, page] of pages) {
      if (start < at || start > end) continue;
      const note = el("p", { class: "page-note", "data-page": String(page.number), lang: language() });
      if (page.uncertain) note.setAttribute("data-unsure", String(percent(page.confidence)));
      sheet.append(note);
      pages.delete(start);
    }
    const head = heads.get(at);
    const heading = { id: `u${head?.unit.start}`, class: line.length <= LONGEST_HEADING ? "unit" : "" };
    sheet.append(el("p", head ? heading : {}, ...pieces(line, at, marked)));
    at = end + 1;
  }
  drawOutline([...heads.values()]);
  draw();
  show();
}

/**
 * A line as text, its cited part marked.
 * @param {string} line
 * @param {number} at
 * @param {{start: number, end: number} | null} marked
 * @returns {Array<Node | string>}
 */
function pieces(line, at, marked) {
  const from = Math.max(0, (marked?.start ?? 0) - at);
  const to = Math.min(line.length, (marked?.end ?? 0) - at);
  if (!marked || from >= to) return [line];
  return [line.slice(0, from), el("mark", {}, line.slice(from, to)), line.slice(to)];
}

/** @param {Array<{unit: any, depth: number}>} heads */
function drawOutline(heads) {
  byId("outline").hidden = heads.length === 0;
  const links = heads.map(({ unit, depth }) => {
    const name = [unit.label, unit.title].filter(Boolean).join(". ");
    return el("li", { class: `depth-${Math.min(depth, 3)}` }, el("a", { href: `#u${unit.start}` }, name || unit.address));
  });
  const list = byId("outline").querySelector("ul");
  if (list) {
    list.lang = content.language;
    list.replaceChildren(...links);
  }
}

function drawStatus() {
  if (failed || !content) return;
  const cited = citedIn(location.hash);
  const found = document.querySelector("#text mark");
  byId("status").textContent = cited ? word(found ? "marked" : "markMissing") : "";
}

function show() {
  const place = document.querySelector("#text mark") ?? (/^#u\d+$/.test(location.hash) ? document.querySelector(location.hash) : null);
  if (!(place instanceof HTMLElement)) return;
  place.tabIndex = -1; // reading on by keyboard or screen reader begins here
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", () => {
  if (!citedIn(location.hash)) return;
  drawText();
  drawPages();
});
begin();
beginPages();
onLanguage(draw);
void open();
