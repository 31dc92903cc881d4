/** One checklist: its items in sections, ticked, filled in, moved and given out. */

import { call, told } from "../core/api.js";
import { moment } from "../core/dates.js";
import { confirmed, entered } from "../core/dialog.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { kept } from "../core/kept.js";
import { said } from "../core/language.js";
import { announce } from "../core/live.js";
import { entitle, navigate } from "../core/router.js";
import { toast } from "../core/toast.js";
import { WORDS } from "../words/checklists.js";
import { WORDS as SHARED } from "../words/work.js";
import { decide, differences, showVersions } from "../work/checklist_dialogs.js";
import { keep } from "../work/checklist_kept.js";
import { itemList } from "../work/checklist_list.js";
import { exportMenu, laidOut } from "../work/exports.js";
import { tell } from "../work/notice.js";
import { beside } from "../work/sources.js";

const word = said(WORDS);
const shared = said(SHARED);
const FORMATS = ["docx_state", "docx_party", "xlsx", "ics", "md", "csv", "json"];

/** @type {import("../core/router.js").View["mount"]} */
export function mount(outer, { id, query }) {
  const { content: root, close: shut } = beside(outer);
  const version = query.get("version");
  const path = `/api/checklists/${encodeURIComponent(id)}`;
  entitle(() => word("checklists"));
  fill(root, el("p", { class: "lead" }, () => shared("opening")));
  let close = () => {};
  let gone = false;
  call(version ? `${path}?version=${encodeURIComponent(version)}` : path).then(
    (list) => {
      if (!gone) close = show(root, list, version !== null);
    },
    (error) => {
      fill(root, el("h1", {}, () => word("checklists")), el("div", { class: "notices" }), el("a", { href: "/checklists" }, () => word("back")));
      tell(/** @type {Element} */ (root.querySelector(".notices")), told(error));
    },
  );
  return () => {
    gone = true;
    close();
    shut();
  };
}

/**
 * @param {HTMLElement} root
 * @param {import("../work/checklist_changes.js").Checklist} first
 * @param {boolean} past whether it is an earlier version, to be looked at only
 * @returns {() => void}
 */
function show(root, first, past) {
  const notices = el("div", { class: "notices no-print" });
  const title = el("h1", { lang: first.language });
  const progress = el("progress", { class: "list-progress" });
  const count = el("p", { class: "list-count", id: freshId("count") });
  const state = el("span", { class: "muted small save-state", "data-state": "saved" }, past ? null : () => word("autosaved"));
  const counted = el("p", { class: "muted small", role: "status" });

  const saving = past
    ? null
    : keep(first, {
        changed: draw,
        saving: () => say("saving"),
        saved: () => {
          say("saved");
          if (notices.querySelector(".wrong")) fill(notices);
        },
        failed: (why) => {
          say("");
          tell(notices, word("unsaved", { reason: why }), { action: { label: () => word("tryAgain"), act: () => saving?.again() } });
        },
        refused: (why) => tell(notices, why),
        merged: (who, version, lost) => {
          const facts = { who: who || word("somebody"), version };
          const missing = lost.length ? ` ${word("lost", { what: differences(lost, first).join("; ") })}` : "";
          tell(notices, word("merged", facts) + missing, { kind: lost.length ? "warn" : "good" });
        },
        reloaded: () => toast(() => word("reloaded")),
        decide,
      });
  const items = itemList(first, saving ? (...changes) => saving.change(...changes) : null);

  const show = el(
    "select",
    { id: freshId("show") },
    ["all", "open", "done", "late"].map((name) => el("option", { value: name }, () => word(`show${name[0].toUpperCase()}${name.slice(1)}`))),
  );
  const find = el("input", { id: freshId("find"), type: "search", autocomplete: "off" });
  const filter = () => {
    const { shown, total } = items.filter(show.value, find.value);
    fill(counted, shown === total ? "" : () => (shown ? word("shown", { shown, total }) : word("noneShown")));
  };
  show.addEventListener("change", filter);
  find.addEventListener("input", filter);

  const path = `/api/checklists/${encodeURIComponent(first.id)}`;
  const files = exportMenu(FORMATS, (format, layout) => ({
    path: laidOut(`${path}.${format}${past ? `?version=${first.version}` : ""}`, layout),
  }));
  const button = (/** @type {string} */ drawing, /** @type {string} */ name, /** @type {() => unknown} */ act) =>
    el("button", { type: "button", onclick: act }, icon(drawing), () => word(name));
  fill(
    root,
    el("p", { class: "way-back no-print" }, el("a", { href: "/checklists" }, icon("left"), () => word("back"))),
    el("div", { class: "view-head" }, title, past ? null : el("button", { type: "button", class: "quiet round no-print", "aria-label": () => word("rename"), title: () => word("rename"), onclick: rename }, icon("edit"))),
    notices,
    past ? el("div", { class: "notice warn" }, icon("history"), el("p", {}, () => word("earlier", { number: first.version })), el("button", { type: "button", onclick: restore }, () => word("restore")), el("a", { class: "button", href: `/checklists/${first.id}` }, () => word("toPresent"))) : null,
    el("div", { class: "list-progress-row" }, progress, count, state),
    el(
      "div",
      { class: "toolbar no-print" },
      files,
      el("button", { type: "button", onclick: () => print() }, icon("print"), () => shared("print")),
      past ? null : button("history", "versions", () => showVersions(first.id, items.list.version)),
      past ? null : button("plus", "addSection", addSection),
      past ? null : button("trash", "deleteThis", remove),
    ),
    el(
      "div",
      { class: "filter-row no-print" },
      el("div", { class: "field" }, el("label", { for: show.id }, () => word("show")), show),
      el("div", { class: "field grow" }, el("label", { for: find.id }, () => word("find")), find),
    ),
    counted,
    remarks(first),
    items.element,
  );
  draw(first);
  addEventListener("beforeunload", warn);
  return () => {
    removeEventListener("beforeunload", warn);
    saving?.close();
  };

  /** @param {import("../work/checklist_changes.js").Checklist} list */
  function draw(list) {
    entitle(() => list.title);
    fill(title, list.title);
    items.draw(list);
    const all = list.sections.flatMap((s) => s.items);
    const done = all.filter((i) => i.done).length;
    progress.max = Math.max(1, all.length);
    progress.value = done;
    progress.setAttribute("aria-labelledby", count.id);
    fill(count, () => word("progress", { done, items: all.length }), " · ", () => word("version", { number: list.version }));
    filter();
  }

  /** @param {string} name */
  function say(name) {
    state.dataset.state = name || "unsaved";
    fill(state, name ? () => word(name) : "");
  }

  async function rename() {
    const value = await entered(() => word("renameTitle"), () => word("title"), items.list.title, () => word("save"));
    if (value && value !== items.list.title) saving?.change({ op: "title", value });
  }

  async function addSection() {
    const value = await entered(() => word("addSection"), () => word("sectionName"), "", () => word("addSection"));
    if (value) saving?.change({ op: "section", value });
  }

  /** Nothing is lost by it, so nobody is asked twice. */
  async function restore() {
    try {
      const { version } = await call(path);
      const json = { version, who: kept("who") ?? "" };
      const now = await call(`${path}/versions/${first.version}/restore`, { json });
      const others = new BroadcastChannel(`vanban-checklist-${first.id}`);
      others.postMessage(now.version);
      others.close();
      navigate(`/checklists/${first.id}`);
      toast(() => word("restored", { number: first.version }));
    } catch (error) {
      tell(notices, told(error));
    }
  }

  async function remove() {
    const sure = await confirmed(() => word("deleteList"), () => word("deleteListText", { title: items.list.title }), () => word("deleteThis"));
    if (!sure) return;
    try {
      await call(path, { method: "DELETE" });
      navigate("/checklists");
      announce(word("deleted"));
    } catch (error) {
      tell(notices, told(error));
    }
  }

  /** @param {BeforeUnloadEvent} event */
  function warn(event) {
    if (saving?.unsaved || items.editing) event.preventDefault();
  }
}

/** @param {any} list */
function remarks(list) {
  const { documents, passages, nearest } = list.searched;
  const near = nearest.length && !list.sections.length ? el("p", {}, () => word("nearest", { documents: nearest.join(", ") })) : null;
  return el(
    "div",
    { class: "list-remarks" },
    list.remarks.length ? el("ul", { class: "notice warn list-notes", lang: list.language }, list.remarks.map((/** @type {string} */ r) => el("li", {}, r))) : null,
    el("p", { class: "muted small" }, () => word("searched", { documents, passages, at: moment(list.made) })),
    near,
  );
}
