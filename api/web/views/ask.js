/** Asking. */

import { el, fill } from "../core/dom.js";

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root) {
  fill(root, el("h1", {}, "…"));
}
