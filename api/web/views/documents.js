/** The indexed documents, what was set aside, and the way to add some. */

import { call, told } from "../core/api.js";
import { day, moment } from "../core/dates.js";
import { confirmed } from "../core/dialog.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { onLanguage, said } from "../core/language.js";
import { alarm } from "../core/live.js";
import { entitle } from "../core/router.js";
import { toast } from "../core/toast.js";
import { validityOf } from "../parts/validity.js";
import { showFamily } from "../source/relations.js";
import { WORDS as COMPARED } from "../words/compare.js";
import { WORDS } from "../words/documents.js";
import { WORDS as RELATED } from "../words/relations.js";
import { typeName } from "../words/types.js";
import { table } from "../work/table.js";
import { uploading } from "../work/upload.js";

const word = said(WORDS);
const related = said(RELATED);
const compared = said(COMPARED);
const ORDERS = ["number", "issued", "added", "title"];
/** @type {Record<string, (a: any, b: any) => number>} */
const COMPARISONS = {
  number: (a, b) => (a.number ?? "\uffff").localeCompare(b.number ?? "\uffff", "vi", { numeric: true }),
  issued: (a, b) => (b.issued ?? "").localeCompare(a.issued ?? ""),
  added: (a, b) => b.added.localeCompare(a.added),
  title: (a, b) => a.title.localeCompare(b.title, "vi"),
};

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root) {
  entitle(() => word("documents"));
  /** @type {any[]} */
  let documents = [];
  const upload = uploading(() => void refresh());
  const list = el("div", { id: "documents", class: "documents" });
  const count = el("p", { id: "count", class: "muted", role: "status" });
  const aside = el("div", {});
  const find = el("input", { id: freshId("find"), type: "search", autocomplete: "off" });
  const type = el("select", { id: freshId("type") });
  const order = el("select", { id: freshId("order") }, ORDERS.map((o) => el("option", { value: o }, () => word(`order_${o}`))));
  for (const field of [find, type, order]) field.addEventListener("input", draw);
  fill(
    root,
    el("h1", {}, () => word("documents")),
    upload.element,
    el("p", { class: "actions" }, el("a", { class: "button", href: "/compare" }, icon("compare"), () => compared("title"))),
    aside,
    el(
      "div",
      { class: "filter-row" },
      el("div", { class: "field grow" }, el("label", { for: find.id }, () => word("find")), find),
      el("div", { class: "field" }, el("label", { for: type.id }, () => word("type")), type),
      el("div", { class: "field" }, el("label", { for: order.id }, () => word("order")), order),
    ),
    count,
    list,
  );
  const stop = onLanguage(() => void refresh());
  void refresh();
  return () => {
    stop();
    upload.stop();
  };

  async function refresh() {
    try {
      const [found, { files }] = await Promise.all([call("/api/documents"), call("/api/set-aside")]);
      documents = found.documents;
      drawTypes();
      draw();
      fill(aside, files.length ? asideCard(files) : null);
    } catch (error) {
      fill(list, el("p", { class: "notice wrong" }, told(error)));
    }
  }

  function drawTypes() {
    const chosen = type.value;
    const known = [...new Set(documents.map((d) => d.type ?? ""))].sort((a, b) => typeName(a).localeCompare(typeName(b), "vi"));
    fill(type, el("option", { value: "*" }, () => word("anyType")), known.map((t) => el("option", { value: t }, () => typeName(t) || word("noType"))));
    type.value = known.includes(chosen) ? chosen : "*";
  }

  function draw() {
    const wanted = find.value.trim().toLocaleLowerCase();
    const fits = (/** @type {any} */ d) =>
      (type.value === "*" || (d.type ?? "") === type.value) &&
      [d.number, d.title, d.issuer, d.name].join(" ").toLocaleLowerCase().includes(wanted);
    const shown = documents.filter(fits).sort(COMPARISONS[order.value]);
    const facts = { shown: shown.length, count: documents.length };
    fill(count, () => word(shown.length === documents.length ? "documentsCount" : "shownCount", facts));
    const none = documents.length ? "noneFits" : "noDocuments";
    fill(list, shown.length ? table(() => word("documents"), columns(), shown) : el("p", {}, () => word(none)));
  }

  function columns() {
    const label = (/** @type {string} */ name) => () => word(name);
    return [
      { label: label("number"), cell: (/** @type {any} */ d) => [d.number] },
      { label: label("name"), wide: true, cell: named },
      { label: label("type"), cell: (/** @type {any} */ d) => [() => typeName(d.type)] },
      { label: label("issuer"), cell: (/** @type {any} */ d) => [d.issuer] },
      { label: label("issued"), cell: (/** @type {any} */ d) => [day(d.issued)] },
      { label: label("status"), cell: status },
      { label: label("actions"), cell: (/** @type {any} */ d) => [deleting(d)] },
    ];
  }

  /** @param {any} d */
  function deleting(d) {
    const name = d.number ?? d.title;
    const act = () => void remove(d, name);
    return el("button", { type: "button", class: "quiet round", "aria-label": () => word("deleteOf", { name }), title: () => word("delete"), onclick: act }, icon("trash"));
  }

  /**
   * @param {any} d
   * @param {string} name
   */
  async function remove(d, name) {
    if (!(await confirmed(() => word("deleteTitle"), () => word("deleteText", { name }), () => word("delete")))) return;
    try {
      await call(`/api/documents/${encodeURIComponent(d.id)}`, { method: "DELETE" });
      toast(() => word("deleted", { name }));
      await refresh();
      find.focus();
    } catch (error) {
      const message = told(error);
      toast(() => message);
      alarm(message);
    }
  }
}

/** @param {any} d */
function named(d) {
  const pages = d.uncertain_pages.join(", ");
  return [
    el("a", { href: d.url, lang: d.language }, d.title),
    el("p", { class: "muted small" }, () => [d.name, d.how === "text" ? "" : word("scan")].filter(Boolean).join(" · ")),
    pages ? el("p", { class: "unsure small" }, icon("warn"), " ", () => word("checkPages", { pages })) : null,
  ];
}

/** @param {any} d */
function status(d) {
  const name = d.number ?? d.title;
  const label = () => related("openFamily", { name });
  return [validityOf(d), el("button", { type: "button", class: "quiet small history-of", "aria-label": label, title: label, onclick: () => void history(d) }, icon("relations"), () => related("history"))];
}

/**
 * What happened to a document, and its family, without leaving the list.
 * @param {any} d
 */
async function history(d) {
  try {
    await showFamily(d);
  } catch (error) {
    const message = told(error);
    toast(() => message);
    alarm(message);
  }
}

/** @param {any[]} files */
function asideCard(files) {
  const since = (/** @type {any} */ f) => (f.at ? el("span", { class: "muted small" }, " ", () => word("asideSince", { at: moment(f.at) })) : null);
  return el(
    "details",
    { class: "card fold set-aside" },
    el("summary", {}, icon("warn"), () => word("asideTitle", { count: files.length })),
    el("p", { class: "muted" }, () => word("asideLead")),
    el("ul", { class: "aside-list" }, files.map((f) => el("li", {}, el("strong", {}, f.name), ": ", f.reason, since(f)))),
  );
}
