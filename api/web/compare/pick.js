/** A field in which one document of all is chosen: typed by number or title, or picked from the list. */

import { el, fill, freshId } from "../core/dom.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/compare.js";

const word = said(WORDS);

/**
 * @param {() => string} label
 * @param {() => unknown} changed
 */
export function documentField(label, changed) {
  const id = freshId("document");
  const list = el("datalist", { id: `${id}-list` });
  const hint = el("span", { class: "hint", id: `${id}-hint` }, () => word("hint"));
  const field = el("input", { id, type: "text", list: list.id, autocomplete: "off", spellcheck: "false", maxlength: 400, "aria-describedby": hint.id, onchange: changed });
  /** @type {Map<string, any>} */
  const byName = new Map();
  let wanted = "";
  return {
    element: el("div", { class: "field grow" }, el("label", { for: id }, label), field, hint, list),
    field,
    /** @param {any[]} documents */
    offer(documents) {
      byName.clear();
      for (const d of documents) byName.set(nameOf(d, documents), d);
      fill(list, [...byName.keys()].map((name) => el("option", { value: name })));
      if (wanted && field.value === wanted) this.choose(wanted); // what was typed meanwhile stays
    },
    /** @param {string} id of a document, or whatever was typed */
    choose(id) {
      wanted = id;
      field.value = [...byName].find(([, d]) => d.id === id)?.[0] ?? id;
    },
    /** @returns {string} the id of what is chosen; what was typed where that is no document of the list */
    chosen() {
      const typed = field.value.trim();
      return byName.get(typed)?.id ?? typed;
    },
  };
}

/**
 * A name that no other document of the list has.
 * @param {any} d
 * @param {any[]} documents
 * @returns {string}
 */
function nameOf(d, documents) {
  const name = [d.number, d.title].filter(Boolean).join(" · ");
  const twins = documents.filter((other) => other !== d && [other.number, other.title].filter(Boolean).join(" · ") === name);
  return twins.length ? `${name} (${d.id})` : name;
}
