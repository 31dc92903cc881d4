/** One document as a view of its own; the words to mark are in the address's fragment. */

import { Problem, told } from "../core/api.js";
import { el, fill } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { citedIn } from "../core/offsets.js";
import { entitle } from "../core/router.js";
import { reading } from "../source/reading.js";
import { WORDS as RELATED } from "../words/relations.js";
import { WORDS } from "../words/source.js";

const word = said(WORDS);
const related = said(RELATED);

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root, { id }) {
  const view = reading({ inside: false });
  const heading = el("h1", {}, "…");
  const actions = el("p", { class: "actions no-print" });
  root.classList.add("document");
  fill(root, el("p", { class: "back no-print" }, el("a", { href: "/" }, icon("left"), () => word("back"))), heading, actions, view.element);
  const show = () => void open();
  addEventListener("hashchange", show);
  show();
  return () => removeEventListener("hashchange", show);

  async function open() {
    try {
      const about = await view.open(id, citedIn(location.hash));
      if (!about) return;
      fill(heading, about.title);
      heading.lang = about.language;
      entitle(() => about.number ?? about.title);
      const compare = el("a", { class: "button", href: `/compare?left=${encodeURIComponent(id)}` }, icon("compare"), () => related("compareWith"));
      fill(actions, compare, el("a", { class: "button", href: `/api/documents/${encodeURIComponent(id)}/original`, download: "" }, icon("download"), () => word("original")));
    } catch (error) {
      const message = told(error);
      fill(heading, error instanceof Problem && error.status === 404 ? id : "…");
      fill(actions, el("span", { class: "notice wrong", role: "alert" }, message));
    }
  }
}
