/** A choice of documents, folded away until somebody wants it. */

import { call, told } from "../core/api.js";
import { el, fill, freshId } from "../core/dom.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/work.js";

const word = said(WORDS);

/**
 * @returns {{element: HTMLElement, chosen: () => string[]}}
 */
export function chooseDocuments() {
  /** @type {Set<string>} */
  const picked = new Set();
  const summary = el("summary", {}, () => (picked.size ? word("chosenDocuments", { count: picked.size }) : word("allDocuments")));
  const id = freshId("find");
  const search = el("input", { id, type: "search", autocomplete: "off" });
  const list = el("ul", { class: "document-choices" });
  const element = el(
    "details",
    { class: "choose" },
    summary,
    el("fieldset", {}, el("legend", { class: "unseen" }, () => word("onlyDocuments")), el("label", { for: id }, () => word("findDocument")), search, list),
  );
  const count = () => fill(summary, () => (picked.size ? word("chosenDocuments", { count: picked.size }) : word("allDocuments")));

  /** @param {any} d */
  const row = (d) => {
    const box = el("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      if (box.checked) picked.add(d.id);
      else picked.delete(d.id);
      count();
    });
    const name = [d.number, d.title].filter(Boolean).join(" · ");
    return el("li", { "data-name": name.toLocaleLowerCase() }, el("label", { class: "tick", lang: d.language }, box, el("span", {}, name)));
  };
  element.addEventListener("toggle", async () => {
    if (!element.open || list.childElementCount) return;
    try {
      fill(list, (await call("/api/documents")).documents.map(row));
    } catch (error) {
      fill(list, el("li", {}, told(error)));
    }
  });
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    for (const item of list.children) item.toggleAttribute("hidden", !item.getAttribute("data-name")?.includes(wanted));
  });
  return { element, chosen: () => [...picked] };
}
