/** What is kept on the server as a list, page by page: its rows, the buttons for the pages, and what went wrong. */

import { call, told } from "../core/api.js";
import { el, fill } from "../core/dom.js";
import { said } from "../core/language.js";
import { announce } from "../core/live.js";
import { WORDS as SHARED } from "../words/work.js";
import { tell } from "./notice.js";
import { pager } from "./pager.js";

const shared = said(SHARED);
const PAGE = 30;

/**
 * @param {string} from where the list is asked for, as "/api/courses"
 * @param {string} name of the list in the answer
 * @param {(key: string, facts?: Record<string, any>) => string} word of the view: "none" and "loaded"
 * @param {(kept: any, offset: number) => Node} row
 */
export function keptRows(from, name, word, row) {
  const list = el("ul", { class: "kept-list" }, el("li", {}, () => shared("opening")));
  const pages = el("div", {});
  const notices = el("div", { class: "notices" });

  /** @param {number} offset */
  async function load(offset) {
    try {
      const { total, [name]: rows } = await call(`${from}?limit=${PAGE}&offset=${offset}`);
      fill(list, rows.length ? rows.map((/** @type {any} */ kept) => row(kept, offset)) : el("li", { class: "muted" }, () => word("none")));
      fill(pages, pager({ offset, limit: PAGE, total, go: load }));
      announce(word("loaded", { count: total }));
    } catch (error) {
      fill(list);
      tell(notices, told(error));
    }
  }

  return { list, pages, notices, load };
}
