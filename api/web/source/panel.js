/** The source beside a conversation: the cited words in their document; from one citation to the next; a sheet on phones. */

import { call, told } from "../core/api.js";
import { day } from "../core/dates.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { keep } from "../core/kept.js";
import { said } from "../core/language.js";
import { menu } from "../core/menu.js";
import { toast } from "../core/toast.js";
import { place } from "../parts/chip.js";
import { validityOf } from "../parts/validity.js";
import { WORDS } from "../words/source.js";
import { copied } from "../ask/turn.js";
import { reading } from "./reading.js";

const word = said(WORDS);
const narrow = matchMedia("(max-width: 62rem)");

export function sourcePanel() {
  const id = freshId("source");
  const view = reading({ inside: true });
  const title = el("h2", { id, tabindex: -1 });
  const where = el("p", { class: "small muted source-where" });
  const badges = el("p", { class: "source-badges" });
  const count = el("span", { class: "small" });
  const previous = stepper("previousCitation", "up", -1);
  const next = stepper("nextCitation", "down", 1);
  const close = el("button", { type: "button", class: "quiet round", "aria-label": () => word("close"), title: () => word("close"), onclick: shut }, icon("close"));
  const foot = el("div", { class: "source-foot" });
  const element = el(
    "dialog",
    { class: "source-panel no-print", "aria-labelledby": id },
    el("div", { class: "source-head" }, el("div", { class: "source-steps" }, count, previous, next, close), title, where, badges),
    view.element,
    foot,
  );
  /** @type {any[]} */
  let citations = [];
  let at = 0;
  /** @type {HTMLElement | null} where the focus goes back to */
  let from = null;
  /** @type {(open: boolean) => void} */
  let watch = () => {};

  element.addEventListener("close", () => {
    watch(false);
    if (from?.isConnected) from.focus();
    from = null;
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) shut();
  });
  element.addEventListener("click", (event) => event.target === element && narrow.matches && shut());
  narrow.addEventListener("change", () => {
    if (!element.open) return;
    const back = from;
    from = null;
    element.close();
    from = back;
    reveal();
  });

  return {
    element,
    close: shut,
    /** @param {(open: boolean) => void} told */
    onOpen(told) {
      watch = told;
    },
    /**
     * @param {any} citation
     * @param {HTMLElement} chip
     * @param {any[]} among the answer's
     */
    open(citation, chip, among) {
      citations = [...among].sort((a, b) => a.mark - b.mark);
      at = citations.findIndex((c) => c.mark === citation.mark);
      from = chip;
      reveal();
      show();
      keep("opened", "yes"); // who has found the way needs no hint
      for (const hint of document.querySelectorAll(".press-mark")) hint.remove();
      title.focus({ preventScroll: true });
    },
  };

  function reveal() {
    if (!element.open) {
      if (narrow.matches) element.showModal();
      else element.show();
    }
    watch(true);
  }

  function shut() {
    if (element.open) element.close();
  }

  /**
   * @param {string} name
   * @param {string} drawing
   * @param {number} by
   */
  function stepper(name, drawing, by) {
    const step = () => {
      if (!citations[at + by]) return;
      at += by;
      show();
    };
    return el("button", { type: "button", class: "quiet round", "aria-label": () => word(name), title: () => word(name), onclick: step }, icon(drawing));
  }

  function show() {
    const c = citations[at];
    const { number, issued, title: name, language } = c.document;
    fill(count, () => word("sourceOf", { mark: c.mark, at: at + 1, count: citations.length }));
    previous.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === citations.length - 1));
    fill(title, [number, day(issued)].filter(Boolean).join(" · ") || name);
    fill(where, el("b", {}, () => [c.path, place(c)].filter(Boolean).join(" · ")), number && [el("br"), el("span", { lang: language }, name)]);
    fill(badges, validityOf(c.document), ...proof(c.document));
    const path = `/api/documents/${encodeURIComponent(c.document.id)}`;
    fill(
      foot,
      el("a", { class: "button small", href: c.url }, icon("open"), () => word("openDocument")),
      el("a", { class: "button small quiet", href: `${path}/original`, download: "" }, icon("download"), () => word("original")),
      menu({ label: () => word("copyCitation"), face: [icon("copy"), el("span", {}, () => word("copyCitation"))], kind: "quiet small", choices: () => styles(c, path) }),
    );
    for (const chip of document.querySelectorAll(".chip[aria-current]")) chip.removeAttribute("aria-current");
    const chip = [...document.querySelectorAll(`a.chip[data-mark="${c.mark}"]`)].find((link) => link.getAttribute("href") === c.url);
    chip?.setAttribute("aria-current", "true");
    if (chip instanceof HTMLElement) from = chip;
    view.open(c.document.id, { start: c.start, end: c.end }, c.page, c.as_of).catch(told);
  }

  /**
   * What proves the state of a document: the sentence, or who entered it by hand.
   * @param {any} of
   * @returns {Node[]}
   */
  function proof(of) {
    const { proof: url, by_hand: entered } = of.validity ?? {};
    if (url) return [el("a", { class: "small", href: url }, () => word("proof"))];
    return entered ? [el("span", { class: "small muted" }, entered)] : [];
  }

  /**
   * @param {any} c
   * @param {string} path
   */
  function styles(c, path) {
    const copy = (/** @type {"state" | "party"} */ style) => async () => {
      try {
        const cited = await call(`${path}/citation?c=${c.start}-${c.end}`);
        await copied(`“${c.quote}” (${cited[style]})`);
      } catch (error) {
        const message = told(error);
        toast(() => message);
      }
    };
    return [
      { label: () => word("copyState"), act: copy("state") },
      { label: () => word("copyParty"), act: copy("party") },
    ];
  }
}
