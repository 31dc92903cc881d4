/** The checklists that are kept, and the form for a new one. */

import { call, told } from "../core/api.js";
import { moment } from "../core/dates.js";
import { confirmed } from "../core/dialog.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { kept } from "../core/kept.js";
import { language, said } from "../core/language.js";
import { announce } from "../core/live.js";
import { entitle, navigate } from "../core/router.js";
import { toast } from "../core/toast.js";
import { WORDS } from "../words/checklists.js";
import { WORDS as SHARED } from "../words/work.js";
import { chooseDocuments } from "../work/choose_documents.js";
import { keptRows } from "../work/kept_rows.js";
import { tell } from "../work/notice.js";
import { whoField } from "../work/who_field.js";

const word = said(WORDS);
const shared = said(SHARED);
const KINDS = ["", "procedure", "assignment", "dossier"];

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root, { query }) {
  entitle(() => word("checklists"));
  const { list, pages, notices, load } = keptRows("/api/checklists", "checklists", word, row);
  fill(
    root,
    el("h1", {}, () => word("checklists")),
    el("p", { class: "lead" }, () => word("lead")),
    draftForm(query.get("topic") ?? ""),
    el("h2", { class: "list-heading" }, () => word("keptOnes")),
    notices,
    list,
    pages,
  );
  void load(0);

  /**
   * @param {any} c
   * @param {number} offset
   */
  function row(c, offset) {
    const bar = el("progress", { max: Math.max(1, c.items), value: c.done, "aria-label": () => word("doneOf", { done: c.done, items: c.items }) });
    return el(
      "li",
      { class: "kept-row" },
      el(
        "div",
        {},
        el("a", { href: `/checklists/${c.id}` }, c.title),
        el("p", { class: "muted small" }, () => `${shared(c.kind)} · ${word("doneOf", { done: c.done, items: c.items })} · ${word("changedAt", { at: moment(c.changed) })}`),
        bar,
      ),
      el("button", { type: "button", class: "quiet round", "aria-label": () => word("deleteOf", { title: c.title }), title: () => shared("delete"), onclick: () => remove(c, offset) }, icon("trash")),
    );
  }

  /**
   * @param {any} c
   * @param {number} offset
   */
  async function remove(c, offset) {
    const sure = await confirmed(() => word("deleteList"), () => word("deleteListText", { title: c.title }), () => word("deleteThis"));
    if (!sure) return;
    try {
      await call(`/api/checklists/${c.id}`, { method: "DELETE" });
      toast(() => word("deleted"));
      await load(offset);
      /** @type {HTMLElement | null} */ (root.querySelector(".list-heading"))?.setAttribute("tabindex", "-1");
      /** @type {HTMLElement | null} */ (root.querySelector(".list-heading"))?.focus();
    } catch (error) {
      tell(notices, told(error));
    }
  }
}

/** @param {string} wanted what it is to be about, if that is known */
function draftForm(wanted) {
  const topic = el("input", { id: freshId("topic"), type: "text", maxlength: 2000, "aria-describedby": "topic-hint", autocomplete: "off", value: wanted.slice(0, 2000) });
  const kind = el("select", { id: freshId("kind") }, KINDS.map((k) => el("option", { value: k }, () => word(k ? `kind_${k}` : "kindAuto"))));
  const wide = el("input", { type: "checkbox", "aria-describedby": "wide-hint" });
  const documents = chooseDocuments();
  const place = el("div", { class: "notices" });
  const button = el("button", { type: "submit", class: "primary" }, () => word("draft"));
  let busy = false;
  return el(
    "form",
    { class: "card work-form", onsubmit: submit, "aria-label": () => word("newOne") },
    el("h2", {}, () => word("newOne")),
    el("div", { class: "field" }, el("label", { for: topic.id }, () => word("topic")), topic, el("span", { class: "hint", id: "topic-hint" }, () => word("topicHint"))),
    el("div", { class: "fields" }, el("div", { class: "field" }, el("label", { for: kind.id }, () => word("kind")), kind), whoField(() => word("whoHint"))),
    el("div", { class: "field" }, el("label", { class: "tick" }, wide, el("span", {}, () => word("wide"))), el("span", { class: "hint", id: "wide-hint" }, () => word("wideHint"))),
    documents.element,
    el("div", { class: "actions" }, button),
    place,
  );

  /** @param {SubmitEvent} event */
  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    if (!topic.value.trim()) {
      tell(place, word("topicMissing"));
      return topic.focus();
    }
    busy = true;
    fill(place, el("div", { class: "busy" }, el("p", {}, () => word("drafting"))));
    announce(word("drafting"));
    try {
      const chosen = documents.chosen();
      const json = { topic: topic.value, language: language(), who: kept("who") ?? "", ...(kind.value ? { kind: kind.value } : {}), ...(wide.checked ? { wide: true } : {}), ...(chosen.length ? { filters: { documents: chosen } } : {}) };
      const made = await call("/api/checklists", { json });
      navigate(`/checklists/${made.id}`);
    } catch (error) {
      tell(place, told(error));
    } finally {
      busy = false;
    }
  }
}
