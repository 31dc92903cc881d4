/** The registers: what the documents lay down, filtered, sorted, page by page. The address says what is shown. */

import { call, Problem, told } from "../core/api.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { language, onLanguage, said } from "../core/language.js";
import { announce } from "../core/live.js";
import { entitle, navigate } from "../core/router.js";
import { WORDS } from "../words/registers.js";
import { WORDS as SHARED } from "../words/work.js";
import { exportMenu } from "../work/exports.js";
import { tell } from "../work/notice.js";
import { pager } from "../work/pager.js";
import { COLUMNS, FILTERS, KINDS } from "../work/register_shapes.js";
import { beside } from "../work/sources.js";
import { table } from "../work/table.js";
import { whoField } from "../work/who_field.js";

const word = said(WORDS);
const shared = said(SHARED);
const PAGE = 50;
const MOST = 1000; // entries that the server gives at once, into a file, too
const FORMATS = ["docx", "xlsx", "ics", "md", "csv", "json"];

/** @type {import("../core/router.js").View["mount"]} */
export function mount(outer, { kind, query }) {
  const { content: root, close } = beside(outer);
  const shown = KINDS.includes(kind) ? kind : "duties";
  const asked = new URLSearchParams(query);
  entitle(() => `${word(shown)} · ${word("registers")}`);
  const place = el("div", { class: "register", "aria-busy": "true" }, el("p", {}, () => shared("opening")));
  const count = el("p", { class: "muted", role: "status" });
  const notices = el("div", { class: "notices" });
  const formats = shown === "duties" ? FORMATS : FORMATS.filter((f) => f !== "ics");
  const files = exportMenu(formats, (format) => ({ path: `/api/registers/${shown}.${format}?${wanted(MOST, 0)}` }));
  fill(
    root,
    el("h1", {}, () => word("registers")),
    el("p", { class: "lead" }, () => word("lead")),
    el(
      "nav",
      { class: "tabs", "aria-label": () => word("kinds") },
      KINDS.map((k) => el("a", { href: `/registers/${k}`, "aria-current": k === shown ? "page" : null }, () => word(k))),
    ),
    filterForm(shown, asked, go),
    el("div", { class: "spread register-head" }, count, orderField(), files),
    notices,
    place,
  );
  let turn = 0;
  void load();
  // the remarks and problems come in the reader's language
  const stop = onLanguage(() => void load());
  return () => {
    stop();
    close();
  };

  /** @param {URLSearchParams} next */
  function go(next) {
    for (const name of [...asked.keys()]) asked.delete(name);
    for (const [name, value] of next) asked.append(name, value);
    navigate(`/registers/${shown}${asked.size ? `?${asked}` : ""}`, { quiet: true });
    void load();
  }

  /**
   * @param {number} limit
   * @param {number} offset
   */
  function wanted(limit, offset) {
    const sent = new URLSearchParams(asked);
    sent.set("limit", String(limit));
    sent.set("offset", String(offset));
    return sent;
  }

  async function load() {
    const mine = ++turn;
    const offset = Number(asked.get("offset")) || 0;
    place.setAttribute("aria-busy", "true");
    try {
      const body = await call(`/api/registers/${shown}?${wanted(PAGE, offset)}`);
      if (mine !== turn) return;
      draw(body, offset);
      announce(word("total", { total: body.total }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (mine !== turn) return;
      fill(place);
      fill(count);
      tell(notices, told(error));
    } finally {
      place.removeAttribute("aria-busy");
    }
  }

  /**
   * @param {any} body
   * @param {number} offset
   */
  function draw(body, offset) {
    const focus = focused();
    const order = { by: asked.get("sort"), descending: asked.get("descending") === "true" };
    fill(notices, body.remarks.map((/** @type {string} */ r) => el("p", { class: "notice warn" }, r)));
    if (body.entries.some((/** @type {any} */ e) => e.second_reader)) notices.append(whoField(() => word("secondWho")));
    fill(count, () => word("total", { total: body.total.toLocaleString(language()) }));
    fill(
      place,
      body.entries.length ? table(() => word(shown), COLUMNS[shown], body.entries, { order, sort }) : el("p", { class: "nothing" }, () => shared("nothing")),
      pager({ offset, limit: PAGE, total: body.total, go: (to) => turnTo(to) }),
    );
    focus();
  }

  /**
   * @param {string} by
   * @param {boolean} descending
   */
  function sort(by, descending) {
    const next = new URLSearchParams(asked);
    for (const name of ["sort", "descending", "offset"]) next.delete(name);
    if (by) next.set("sort", by);
    if (descending) next.set("descending", "true");
    go(next);
  }

  /** The order as a field: on narrow windows the table has no head to press. */
  function orderField() {
    const columns = COLUMNS[shown].filter((c) => c.sort);
    const ways = columns.flatMap((c) => [
      el("option", { value: `${c.sort}` }, () => word("upward", { column: c.label() })),
      el("option", { value: `${c.sort} down` }, () => word("downward", { column: c.label() })),
    ]);
    const select = el("select", { id: freshId("order") }, el("option", { value: "" }, () => word("asItStands")), ways);
    select.value = [asked.get("sort") ?? "", asked.get("descending") === "true" ? "down" : ""].join(" ").trim();
    select.addEventListener("change", () => {
      const [by, way] = select.value.split(" ");
      sort(by, way === "down");
    });
    return el("div", { class: "order-field" }, el("label", { for: select.id }, () => word("order")), select);
  }

  /** @param {number} offset */
  function turnTo(offset) {
    const next = new URLSearchParams(asked);
    if (offset) next.set("offset", String(offset));
    else next.delete("offset");
    go(next);
    place.scrollIntoView({ block: "start" });
  }

  /** The button that had the focus is drawn anew with the table: it gets it again. */
  function focused() {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || !place.contains(at)) return () => {};
    const { sort, turn: way } = at.dataset;
    const same = sort ? `[data-sort="${sort}"]` : way ? `[data-turn="${way}"]` : "";
    return () => same && /** @type {HTMLElement | null} */ (place.querySelector(same))?.focus();
  }
}

/**
 * @param {string} kind
 * @param {URLSearchParams} asked
 * @param {(next: URLSearchParams) => void} go
 */
function filterForm(kind, asked, go) {
  /** @type {Record<string, HTMLInputElement | HTMLSelectElement>} */
  const fields = {};
  const rows = FILTERS[kind].map((filter) => {
    const id = freshId(filter.name);
    const input = filter.kind === "choice" ? choice(id, filter) : el("input", { id, type: filter.kind === "day" ? "date" : "text", maxlength: filter.kind === "day" ? null : 200 });
    input.value = asked.get(filter.name) ?? "";
    fields[filter.name] = input;
    const hint = filter.hint ? el("span", { class: "hint", id: `${id}-hint` }, () => word(filter.hint ?? "")) : null;
    if (hint) input.setAttribute("aria-describedby", hint.id);
    return el("div", { class: filter.kind === "text" ? "field grow" : "field" }, el("label", { for: id }, () => word(filter.name)), input, hint);
  });
  const documents = el("select", { id: freshId("document") }, el("option", { value: "" }, () => word("anyDocument")));
  fields.document = documents;
  void fillDocuments(documents, asked.get("document"));
  const form = el(
    "form",
    { class: "filter-row", "aria-label": () => word("filters") },
    rows,
    el("div", { class: "field grow" }, el("label", { for: documents.id }, () => word("document")), documents),
    el(
      "div",
      { class: "actions" },
      el("button", { type: "submit", class: "primary" }, () => word("apply")),
      el("button", { type: "button", onclick: clear }, () => word("clear")),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const next = new URLSearchParams();
    for (const [name, input] of Object.entries(fields)) if (input.value.trim()) next.set(name, input.value.trim());
    for (const name of ["sort", "descending"]) if (asked.has(name)) next.set(name, asked.get(name) ?? "");
    go(next);
  });
  const wide = matchMedia("(min-width: 48rem)").matches;
  // on a phone what was filtered comes first, and the summary says that it was
  const set = Object.keys(fields).filter((name) => asked.has(name)).length;
  return el("details", { class: "card fold", open: wide }, el("summary", {}, icon("filter"), () => word("filters"), set ? ` (${set})` : null), form);

  function clear() {
    for (const input of Object.values(fields)) input.value = "";
    form.requestSubmit();
  }
}

/**
 * @param {string} id
 * @param {import("../work/register_shapes.js").Filter} filter
 */
function choice(id, filter) {
  const values = filter.values ?? [];
  return el("select", { id }, el("option", { value: "" }, () => word(filter.unset ?? "any")), values.map((v) => el("option", { value: v }, () => word(`${filter.prefix ?? filter.name}_${v}`))));
}

/**
 * @param {HTMLSelectElement} select
 * @param {string | null} chosen
 */
async function fillDocuments(select, chosen) {
  try {
    const { documents } = await call("/api/documents");
    select.append(...documents.map((/** @type {any} */ d) => el("option", { value: d.id, selected: d.id === chosen }, [d.number, d.title].filter(Boolean).join(" · "))));
  } catch (error) {
    if (!(error instanceof Problem)) throw error; // the register itself says what is wrong
  }
}
