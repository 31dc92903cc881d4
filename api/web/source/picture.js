/**
 * The family of a document as a picture: a lane a document, its states as bars along the years, and lines from what
 * changes to what is changed on its day. Bars and lines differ in form, not in colour alone; the list below says the same.
 */

import { el, fill, follows, freshId } from "../core/dom.js";
import { said } from "../core/language.js";
import { today } from "../core/dates.js";
import { WORDS } from "../words/relations.js";
import { kindOf } from "./kin.js";

const word = said(WORDS);
const SVG = "http://www.w3.org/2000/svg";
const MOST = 24; // lanes
const LANE = 44; // pixels
const TOP = 24;
const BAR = 12;
const EDGE = 8;
const YEAR = 54; // pixels between two years that are named
const LETTER = 9.5; // pixels of a letter, at most on the whole
const STATES = ["in_force", "partly_expired", "suspended", "waiting", "unknown"];
const LINES = /** @type {const} */ (["ends", "changes", "around"]);

/**
 * @param {import("./kin.js").Family} family
 * @returns {HTMLElement}
 */
export function picture(family) {
  const lanes = chosen(family);
  const id = freshId("stripes");
  const place = el("div", { class: "family-picture" });
  let width = 0;
  const draw = () => {
    if (width) fill(place, drawn(lanes, family.ties, width, id));
  };
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now === width) return;
    width = now;
    draw();
  }).observe(place);
  follows(place, draw);
  const less = lanes.length < family.kin.length ? el("p", { class: "small muted" }, () => word("pictureLess", { shown: lanes.length, count: family.kin.length })) : null;
  return el("figure", { class: "family-figure" }, place, key(lanes, family.ties), less);
}

/**
 * The lanes of a large family: those tied to the document itself come first.
 * @param {import("./kin.js").Family} family
 */
function chosen({ kin, ties }) {
  if (kin.length <= MOST) return kin;
  const near = new Set(ties.filter((t) => t.source.own || t.target.own).flatMap((t) => [t.source, t.target]));
  const kept = new Set([...kin.filter((k) => k.own || near.has(k)), ...kin].slice(0, MOST));
  return kin.filter((k) => kept.has(k));
}

/** @param {string | null} iso */
function time(iso) {
  return iso ? Date.parse(iso) : NaN;
}

/**
 * @param {import("./kin.js").Kin[]} lanes
 * @param {import("./kin.js").Tie[]} ties
 * @param {number} width
 * @param {string} id
 */
function drawn(lanes, ties, width, id) {
  const now = time(today());
  const days = [...lanes.flatMap((k) => [k.issued, k.effective, k.expired, ...k.history.map((h) => h.first)]), ...ties.map((t) => t.day)].map(time).filter(Number.isFinite);
  const from = Math.min(now, ...days);
  const to = Math.max(now, ...days);
  const span = Math.max(to - from, 86_400_000 * 365);
  const x = (/** @type {number} */ at) => EDGE + ((at - from) / span) * (width - 2 * EDGE);
  const height = TOP + lanes.length * LANE + 4;
  const facts = { count: lanes.length, from: new Date(from).getFullYear(), to: new Date(to).getFullYear() };
  const drawing = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": word("picture", facts) });
  drawing.append(stripes(id), ...years(from, to, x, height), line("now", x(now), TOP - 4, x(now), height));
  const label = text("now-label", Math.min(x(now), width - EDGE) - 2, 10, word("today"));
  label.setAttribute("text-anchor", "end");
  drawing.append(label);
  lanes.forEach((k, n) => drawing.append(lane(k, TOP + n * LANE, x, now, width, id)));
  const row = new Map(lanes.map((k, n) => [k, n]));
  const shown = ties.filter((t) => row.has(t.source) && row.has(t.target) && t.day);
  /** @type {Map<number, number>} how many lines stand at a place already */
  const taken = new Map();
  for (const tie of shown) {
    const at = Math.round(x(time(tie.day)) / 6);
    const beside = taken.get(at) ?? 0;
    taken.set(at, beside + 1);
    const left = Math.min(width - EDGE, Math.max(EDGE, x(time(tie.day)) + (beside % 2 ? -1 : 1) * Math.ceil(beside / 2) * 7));
    drawing.append(arrow(kindOf(tie.kinds[0]), left, middle(row.get(tie.source) ?? 0), middle(row.get(tie.target) ?? 0)));
  }
  lanes.forEach((k, n) => drawing.append(nameOf(k, TOP + n * LANE, x, width))); // above the lines
  return drawing;
}

/** @param {number} n of a lane */
function middle(n) {
  return TOP + n * LANE + 18 + BAR / 2;
}

/**
 * @param {import("./kin.js").Kin} k
 * @param {number} top
 * @param {(at: number) => number} x
 * @param {number} now
 * @param {number} width
 * @param {string} id
 */
function lane(k, top, x, now, width, id) {
  const group = svg("g", { class: k.own ? "lane own" : "lane" });
  if (k.own) group.append(svg("rect", { class: "lane-ground", x: 0, y: top, width, height: LANE - 3, rx: 5 }));
  const begin = time(k.issued ?? k.effective);
  const bars = barsOf(k, now);
  for (const bar of bars) {
    const left = x(bar.from);
    const rect = svg("rect", { class: `bar ${bar.state}`, x: left, y: top + 18, width: Math.max(2, x(bar.to) - left), height: BAR });
    if (bar.state === "partly_expired" || bar.state === "suspended") rect.setAttribute("fill", `url(#${id}-${bar.state})`);
    group.append(rect);
  }
  if (k.expired && time(k.expired) <= now) {
    const end = x(time(k.expired));
    const y = top + 18 + BAR / 2;
    group.append(svg("path", { class: "bar-end", d: `M${end - 5} ${y - 6}l10 12M${end + 5} ${y - 6}l-10 12` }));
  }
  if (Number.isFinite(begin)) group.append(svg("circle", { class: "issue", cx: x(begin), cy: top + 18 + BAR / 2, r: 3.5 }));
  return group;
}

/**
 * @param {import("./kin.js").Kin} k
 * @param {number} top
 * @param {(at: number) => number} x
 * @param {number} width
 */
function nameOf(k, top, x, width) {
  const begin = time(k.issued ?? k.effective);
  const name = k.own ? `${k.name} · ${word("thisOne")}` : k.name;
  const at = Number.isFinite(begin) ? Math.max(EDGE, x(begin) - 3) : EDGE;
  const fits = at + name.length * LETTER < width;
  const label = text(k.own ? "lane-name own" : "lane-name", fits ? at : width - EDGE, top + 13, name);
  if (!fits) label.setAttribute("text-anchor", "end");
  return label;
}

/**
 * @param {import("./kin.js").Kin} k
 * @param {number} now
 * @returns {Array<{state: string, from: number, to: number}>} nothing for the time after its end
 */
function barsOf(k, now) {
  const begin = time(k.issued ?? k.effective);
  return k.history.flatMap((h) => {
    if (h.state === "expired") return [];
    const from = Math.max(h.first ? time(h.first) : begin, Number.isFinite(begin) ? begin : 0); // a consolidation tells of days before it
    const to = h.until ? time(h.until) : Math.max(now, from);
    const state = h.state === "not_yet" ? "waiting" : h.state;
    return Number.isFinite(from) && to > from ? [{ state, from, to }] : [];
  });
}

/**
 * @param {"ends" | "changes" | "around"} kind
 * @param {number} x
 * @param {number} from
 * @param {number} to
 */
function arrow(kind, x, from, to) {
  const down = to > from ? 1 : -1;
  const tip = to - down * (BAR / 2);
  const group = svg("g", { class: `tie ${kind}` });
  const d = `M${x} ${from}V${tip}`;
  group.append(svg("path", { class: "halo", d }), svg("path", { class: "shaft", d }), svg("path", { class: "head", d: `M${x} ${tip}l-4 ${-7 * down}h8z` }), svg("circle", { class: "foot", cx: x, cy: from, r: 2.5 }));
  return group;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {(at: number) => number} x
 * @param {number} height
 */
function years(from, to, x, height) {
  const first = new Date(from).getFullYear() + 1;
  const last = new Date(to).getFullYear();
  const room = x(Date.UTC(first + 1, 0, 1)) - x(Date.UTC(first, 0, 1));
  const step = Math.max(1, Math.ceil(YEAR / room));
  /** @type {SVGElement[]} */
  const marks = [];
  for (let year = first; year <= last; year += step) {
    const at = x(Date.UTC(year, 0, 1));
    marks.push(line("year", at, TOP - 8, at, height));
    if (x(time(today())) - at > 60) marks.push(text("year-name", at + 2, 10, String(year)));
  }
  return marks;
}

/** @param {string} id */
function stripes(id) {
  const defs = svg("defs", {});
  for (const [state, d] of [["partly_expired", "M0 8L8 0"], ["suspended", "M0 8L8 0M0 0L8 8"]]) {
    const pattern = svg("pattern", { id: `${id}-${state}`, class: state, width: 8, height: 8, patternUnits: "userSpaceOnUse" });
    pattern.append(svg("rect", { class: "ground", width: 8, height: 8 }), svg("path", { class: "stripe", d }));
    defs.append(pattern);
  }
  return defs;
}

/**
 * What the forms mean: of each kind that the picture has.
 * @param {import("./kin.js").Kin[]} lanes
 * @param {import("./kin.js").Tie[]} ties
 */
function key(lanes, ties) {
  const now = time(today());
  const states = new Set(lanes.flatMap((k) => barsOf(k, now).map((b) => b.state)));
  const ended = lanes.some((k) => k.expired && time(k.expired) <= now);
  const kinds = new Set(ties.map((t) => kindOf(t.kinds[0])));
  const list = el("ul", { class: "key small" });
  const rows = [
    ...STATES.filter((s) => states.has(s)).map((s) => [s, `bar_${s}`, "bar"]),
    ...(ended ? [["end", "bar_end", "end"]] : []),
    ...LINES.filter((l) => kinds.has(l)).map((l) => [l, `line_${l}`, "tie"]),
  ];
  fill(list, rows.map(([name, said, form]) => el("li", {}, sample(name, form), () => word(said))));
  return el("figcaption", {}, el("span", { class: "unseen" }, () => word("legend")), list);
}

/**
 * @param {string} name
 * @param {string} form
 */
function sample(name, form) {
  const drawing = svg("svg", { class: "sample", width: 26, height: 14, viewBox: "0 0 26 14", "aria-hidden": "true" });
  if (form === "end") drawing.append(svg("path", { class: "bar-end", d: "M8 1l10 12M18 1l-10 12" }));
  else if (form === "tie") {
    const group = svg("g", { class: `tie ${name}` });
    group.append(svg("path", { class: "shaft", d: "M2 7H20" }), svg("path", { class: "head", d: "M25 7l-7 -4v8z" }));
    drawing.append(group);
  } else {
    const id = freshId("sample");
    const rect = svg("rect", { class: `bar ${name}`, x: 1, y: 1, width: 24, height: BAR });
    if (name === "partly_expired" || name === "suspended") {
      drawing.append(stripes(id));
      rect.setAttribute("fill", `url(#${id}-${name})`);
    }
    drawing.append(rect);
  }
  return drawing;
}

/**
 * @param {string} kind
 * @param {number} x1
 * @param {number} y1
 * @param {number} x2
 * @param {number} y2
 */
function line(kind, x1, y1, x2, y2) {
  return svg("line", { class: kind, x1, y1, x2, y2 });
}

/**
 * @param {string} kind
 * @param {number} x
 * @param {number} y
 * @param {string} words
 */
function text(kind, x, y, words) {
  const element = svg("text", { class: kind, x, y });
  element.textContent = words;
  return element;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
