/** One document as a page of its own; the words to mark are in the address's fragment. */

import { el, fill } from "../core/dom.js";

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root, { id }) {
  fill(root, el("h1", {}, id));
}
