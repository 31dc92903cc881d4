/** Where words come from: the chips that answers have, too, and the same panel beside the view. */

import { call, Problem } from "../core/api.js";
import { el, fill } from "../core/dom.js";
import { said } from "../core/language.js";
import { chip } from "../parts/chip.js";
import { sourcePanel } from "../source/panel.js";
import { WORDS as SHARED } from "../words/work.js";

const shared = said(SHARED);

/** @type {WeakMap<Element, any>} what each chip cites */
const cited = new WeakMap();

/**
 * @param {any[]} sources with document, number, path, quote, start, end
 * @param {string} [speaks] the language around them: a source in another one says so, where it stands beside its original
 * @returns {HTMLElement[]}
 */
export function chips(sources, speaks) {
  return sources.map((source) => {
    const citation = citationOf(source);
    const foreign = speaks && sources.length > 1 && source.language && source.language !== speaks;
    const parts = [citation.document.number ?? citation.document.title, citation.path, foreign && shared(`from_${source.language}`)];
    const name = parts.filter(Boolean).join(", ");
    const link = chip(0, "verbatim", citation, (_, at) => at.dispatchEvent(new CustomEvent("vanban-source", { bubbles: true })), name);
    cited.set(link, citation);
    return link;
  });
}

/**
 * A view with the source panel beside it: what the view shows goes into `content`.
 * @param {HTMLElement} root
 * @returns {{content: HTMLElement, close: () => void}}
 */
export function beside(root) {
  const panel = sourcePanel();
  const content = el("div", { class: "work-content" });
  fill(root, content, panel.element);
  panel.onOpen((open) => root.classList.toggle("source-open", open));
  root.addEventListener("vanban-source", ({ target }) => void open(/** @type {HTMLElement} */ (target)));
  return { content, close: panel.close };

  /**
   * From one citation to the next goes through all that the view shows, in their order.
   * @param {HTMLElement} pressed
   */
  async function open(pressed) {
    const links = [...content.querySelectorAll("a.chip")].filter((link) => cited.has(link) && !link.closest("[hidden]"));
    links.forEach((link, n) => {
      cited.get(link).mark = n + 1;
      link.setAttribute("data-mark", String(n + 1));
    });
    await known();
    panel.open(cited.get(pressed), pressed, links.map((link) => cited.get(link)));
    // the window has become narrower for the view: what was pressed stays in sight
    requestAnimationFrame(() => pressed.scrollIntoView({ block: "nearest" }));
  }

  /** Day, state and language of the documents, which sources do not carry; without them the words can still be seen. */
  async function known() {
    try {
      const { documents } = await call("/api/documents");
      const byId = new Map(documents.map((/** @type {any} */ d) => [d.id, d]));
      for (const link of content.querySelectorAll("a.chip")) {
        const citation = cited.get(link);
        if (citation) Object.assign(citation.document, byId.get(citation.document.id));
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // the panel says itself that the server is gone
    }
  }
}

/** @param {any} source */
function citationOf(source) {
  const { document, number, title, path, page, quote, start, end } = source;
  const url = source.url ?? `/documents/${document}#c${start}-${end}`;
  return { mark: 0, document: { id: document, number, title }, path, page, quote, start, end, url, uncertain: false };
}
