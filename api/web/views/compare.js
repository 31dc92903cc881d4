/** Two documents compared: chosen, what differs in short on top, then unit by unit; given out as a file. */

import { call, told } from "../core/api.js";
import { day } from "../core/dates.js";
import { el, fill } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { onLanguage, said } from "../core/language.js";
import { alarm, announce } from "../core/live.js";
import { entitle, navigate } from "../core/router.js";
import { validityOf } from "../parts/validity.js";
import { compareAddress } from "../source/address.js";
import { sentence } from "../source/events.js";
import { familyOf, kindOf } from "../source/kin.js";
import { exportMenu } from "../work/exports.js";
import { documentField } from "../compare/pick.js";
import { kindFilter } from "../compare/filter.js";
import { unitView } from "../compare/units.js";
import { WORDS } from "../words/compare.js";

const word = said(WORDS);
const FIRST = 20; // differences told at once in the summary
const PAGE = 80; // units drawn at once

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root, { query }) {
  /** @type {any} */
  let compared = null;
  entitle(() => (compared ? compared.title : word("title")));
  let unchanged = query.get("all") === "1";
  let asked = 0;
  /** @type {Set<string>} */
  const hidden = new Set();
  const left = documentField(() => word("left"), () => void suggest());
  const right = documentField(() => word("right"), () => {});
  const swap = el("button", { type: "button", class: "quiet round swap", "aria-label": () => word("swap"), title: () => word("swap"), onclick: turnRound }, icon("swap"));
  const button = el("button", { type: "submit", class: "primary" }, icon("compare"), () => word("compare"));
  const notice = el("div", {});
  const suggestions = el("div", { class: "suggestions" });
  const result = el("div", { class: "compared" });
  const form = el("form", { class: "compare-form no-print", onsubmit: submit, novalidate: true }, el("div", { class: "compare-fields" }, left.element, swap, right.element), suggestions, el("div", { class: "actions" }, button), notice);
  const lead = el("p", { class: "lead no-print" }, () => word("lead"));
  root.classList.add("comparison");
  fill(root, el("h1", {}, () => word("title")), lead, form, result);
  left.choose(query.get("left") ?? "");
  right.choose(query.get("right") ?? "");
  const stop = onLanguage(() => {
    if (compared) void load(false);
    else fill(notice);
  });
  void begin();
  return stop;

  async function begin() {
    if (left.chosen() && right.chosen()) void load(false);
    try {
      const { documents } = await call("/api/documents");
      left.offer(documents);
      right.offer(documents);
    } catch (error) {
      wrong(error);
    }
    void suggest();
  }

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const [one, other] = [left.chosen(), right.chosen()];
    if (!one || !other) {
      fill(notice, el("p", { class: "notice warn", role: "alert" }, () => word("chooseBoth")));
      (one ? right : left).field.focus();
      return;
    }
    hidden.clear();
    navigate(compareAddress(one, other), { quiet: true });
    void load(true);
  }

  function turnRound() {
    const [one, other] = [left.chosen(), right.chosen()];
    left.choose(other);
    right.choose(one);
    void suggest();
  }

  /** What the first document may be compared with: what changed it, took its place, or was changed by it. */
  async function suggest() {
    const id = left.chosen();
    fill(suggestions);
    if (!id) return;
    try {
      const known = await call(`/api/documents/${encodeURIComponent(id)}/relations`);
      if (left.chosen() !== id) return;
      const ties = familyOf(known).ties.filter((t) => (t.source.own || t.target.own) && (kindOf(t.kinds[0]) !== "around" || t.kinds.includes("consolidates")));
      /** @type {Map<string, import("../source/kin.js").Tie>} one way to each document */
      const others = new Map([...ties].reverse().map((t) => [t.source.own ? t.target.id : t.source.id, { ...t, units: [], partial: false }]));
      const ways = [...others.values()].map((tie) => el("li", {}, ...offer(tie)));
      if (ways.length) fill(suggestions, el("p", { class: "small muted" }, () => word("related")), el("ul", { class: "suggested" }, ways));
    } catch (error) {
      told(error); // what is typed may be no document yet: comparing says so
    }
  }

  /** @param {import("../source/kin.js").Tie} tie */
  function offer(tie) {
    const way = tie.source.own ? "does" : "by";
    const words = sentence(tie, way).map((part) => (part instanceof Element ? part.textContent : part));
    const press = () => {
      left.choose(tie.target.id);
      right.choose(tie.source.id);
      form.requestSubmit();
    };
    return [el("button", { type: "button", class: "small", onclick: press }, ...words)];
  }

  /** @param {boolean} chosen by the reader just now: the focus goes to what was found */
  async function load(chosen) {
    const mine = ++asked;
    const [one, other] = [left.chosen(), right.chosen()];
    fill(notice, el("p", { class: "working", role: "status" }, () => word("comparing")));
    result.setAttribute("aria-busy", "true");
    try {
      const body = await call(`${path(one, other)}${unchanged ? "&unchanged=true" : ""}`);
      if (mine !== asked) return;
      if (body.mode === "translation" && !unchanged) {
        unchanged = true; // nothing of it counts as a difference: all is shown
        return void load(chosen);
      }
      compared = body;
      left.choose(body.left.id);
      right.choose(body.right.id);
      entitle(() => (compared ? compared.title : word("title")));
      lead.hidden = true;
      fill(notice);
      draw();
      const count = body.summary.length;
      if (chosen) result.querySelector("h2")?.focus();
      announce(word("done", { count }));
    } catch (error) {
      if (mine !== asked) return;
      compared = null;
      fill(result);
      wrong(error);
    } finally {
      if (mine === asked) result.removeAttribute("aria-busy");
    }
  }

  /** @param {unknown} error */
  function wrong(error) {
    const message = told(error);
    fill(notice, el("p", { class: "notice wrong" }, message));
    alarm(message);
  }

  function draw() {
    const body = compared;
    const files = exportMenu(["docx", "html"], (format) => ({ path: `${path(body.left.id, body.right.id)}&format=${format}` }));
    const filter = kindFilter(body.counts, hidden, unchanged, {
      filter: drawUnits,
      whole(on) {
        unchanged = on;
        void load(false);
      },
    });
    const heading = el("h2", { tabindex: -1 }, body.title);
    const units = el("div", { class: "units" });
    const count = el("p", { class: "small muted", role: "status" });
    const summary = el("ol", { class: "differences" });
    fill(
      result,
      el("div", { class: "spread" }, heading, el("div", { class: "no-print" }, files)),
      el("div", { class: "compare-heads" }, head(body.left, "old"), head(body.right, "new")),
      body.notes.map((/** @type {string} */ note) => el("p", {}, note)),
      body.summary.length ? el("h2", {}, () => word("summary")) : null,
      summary,
      el("h2", {}, () => word("detail")),
      body.mode === "translation" ? null : el("p", { class: "small" }, () => word("legend")),
      body.mode === "translation" ? null : filter,
      count,
      units,
    );
    drawUnits();

    function drawUnits() {
      const told = body.units.filter((/** @type {any} */ u) => u.told);
      const sentences = new Map(told.map((/** @type {any} */ u, /** @type {number} */ n) => [u, body.summary[n]]));
      const shown = body.units.filter((/** @type {any} */ u) => (u.told ? !hidden.has(u.kind) : unchanged));
      const ids = new Map(shown.map((/** @type {any} */ u, /** @type {number} */ n) => [u, `unit-${n + 1}`]));
      const lines = shown.filter((/** @type {any} */ u) => u.told).map((/** @type {any} */ u) => el("li", { "data-kind": u.kind }, el("a", { href: `#${ids.get(u)}`, onclick: (/** @type {Event} */ event) => reach(event, u) }, sentences.get(u))));
      fold(summary, lines, FIRST, "moreSummary");
      const views = shown.map((/** @type {any} */ u) => unitView(u, ids.get(u) ?? "", body));
      fold(units, views, PAGE, "more");
      fill(count, () => (shown.length ? word("shown", { shown: shown.length, count: told.length + (body.counts.same ?? 0) }) : word(told.length ? "noneShown" : "none")));

      /**
       * @param {Event} event
       * @param {any} unit
       */
      function reach(event, unit) {
        event.preventDefault(); // the address keeps what is compared
        const at = views[shown.indexOf(unit)];
        if (!at.isConnected) fold(units, views, views.length, "more");
        const name = at.querySelector("h3");
        at.scrollIntoView({ block: "start" });
        name?.focus({ preventScroll: true });
      }
    }
  }
}

/**
 * The first of many, and a button for the rest.
 * @param {HTMLElement} place
 * @param {HTMLElement[]} all
 * @param {number} first
 * @param {string} name of what the button says
 */
function fold(place, all, first, name) {
  const rest = all.slice(first);
  const open = () => {
    fold(place, all, first + PAGE, name);
    const next = rest[0].querySelector("a, h3");
    if (next instanceof HTMLElement) next.focus();
  };
  const button = el("button", { type: "button", onclick: open }, icon("down"), () => word(name, { count: rest.length }));
  const tag = place.tagName === "OL" ? "li" : "p";
  fill(place, all.slice(0, first), rest.length ? el(tag, { class: "fold-rest no-print" }, button) : null);
}

/**
 * @param {string} one
 * @param {string} other
 */
function path(one, other) {
  return `/api/compare?left=${encodeURIComponent(one)}&right=${encodeURIComponent(other)}`;
}

/**
 * @param {any} of a document
 * @param {"old" | "new"} side
 */
function head(of, side) {
  return el(
    "div",
    { class: "compare-head" },
    el("p", { class: "small muted" }, () => word(side)),
    el("p", {}, el("a", { href: `/documents/${encodeURIComponent(of.id)}` }, [of.number, day(of.issued)].filter(Boolean).join(" · ") || of.title)),
    of.number ? el("p", { class: "small", lang: of.language }, of.title) : null,
    el("p", {}, validityOf(of)),
  );
}
