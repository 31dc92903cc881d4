/** An answer as elements: statements with the marks of their sources, then the sources. Knows nothing of how it was asked. */

import { el, word } from "./page.js";
import { percent, unsure } from "./pages.js";

/**
 * @param {any} answer the API's body
 * @param {string} language of the messages in it
 * @returns {Node[]}
 */
export function answerView(answer, language) {
  if (!answer.statements.length) return [heading("notFound"), missing(answer, language)];
  const sources = new Map(answer.citations.map((/** @type {any} */ c) => [c.mark, c]));
  const statements = answer.statements.map((/** @type {any} */ s) =>
    el("p", {}, s.text, ...s.citations.flatMap((/** @type {number} */ m) => chip(sources.get(m)))),
  );
  return [
    heading("answer"),
    el("div", { class: "card answer" }, ...statements),
    ...(answer.note ? [el("p", { class: "muted", lang: language }, answer.note)] : []),
    el("h3", {}, word("sources")),
    el("ol", { class: "sources" }, ...byDocument(answer.citations).map(source)),
  ];
}

/** @param {string} name */
function heading(name) {
  return el("h2", { id: "answer-title" }, word(name));
}

/** @param {any} c */
function chip(c) {
  const source = word("source", { mark: c.mark, number: c.document.number ?? c.document.title, path: c.path });
  const label = c.uncertain ? `${source}. ${word("unsure", { sure: percent(c.page_confidence) })}` : source;
  return [" ", el("a", { class: "chip", href: c.url, "aria-label": label, title: label }, `[${c.mark}]${c.uncertain ? "⚠" : ""}`)];
}

/**
 * Citations side by side of one document as one card.
 * @param {any[]} citations
 * @returns {any[][]}
 */
function byDocument(citations) {
  /** @type {any[][]} */
  const groups = [];
  for (const c of citations) {
    const last = groups.at(-1);
    if (last && last[0].document.id === c.document.id) last.push(c);
    else groups.push([c]);
  }
  return groups;
}

/** @param {any[]} citations of one document */
function source(citations) {
  const { number, title, issued } = citations[0].document;
  const card = el("li", { class: "card source" }, el("p", { class: "source-name" }, [number, issued].filter(Boolean).join(" · ") || title));
  if (number) card.append(el("p", { class: "muted" }, title));
  card.append(...citations.map(cited));
  return card;
}

/** @param {any} c */
function cited(c) {
  const place = [c.path, c.page ? word("page", { page: c.page }) : ""].filter(Boolean).join(" · ");
  const link = el("a", { href: c.url }, `[${c.mark}] ${place || c.document.title}`);
  return el("div", { class: "cited" }, link, ...(c.uncertain ? [unsure(c.page_confidence)] : []), el("blockquote", {}, c.quote));
}

/**
 * What the documents do not say: `missing` tells how much was searched and what came nearest.
 * @param {any} answer
 * @param {string} language
 */
function missing(answer, language) {
  const { words } = answer.searched;
  const card = el("div", { class: "card missing" }, el("p", { lang: language }, answer.missing ?? ""));
  if (words.length) card.append(el("p", { class: "muted" }, word("searchedWords", { words: words.join(", ") })));
  return card;
}
