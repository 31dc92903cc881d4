/** Where words come from, as chips that open the source. The chip itself is the one that answers have, too. */

import { el } from "../core/dom.js";

/**
 * @param {any[]} sources with document, number, path, quote, start, end
 * @returns {HTMLElement[]}
 */
export function chips(sources) {
  return sources.map((s) => el("a", { class: "chip", href: s.url ?? `/documents/${s.document}#c${s.start}-${s.end}` }, [s.number ?? s.title, s.path].filter(Boolean).join(", ")));
}
