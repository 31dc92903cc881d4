/** What a checklist asks and shows in dialogs: its versions, and which of two values holds where two people were at work. */

import { call, told } from "../core/api.js";
import { day, moment } from "../core/dates.js";
import { ask } from "../core/dialog.js";
import { el, fill, freshId } from "../core/dom.js";
import { said } from "../core/language.js";
import { WORDS } from "../words/checklists.js";
import { WORDS as SHARED } from "../words/work.js";
import { found } from "./checklist_changes.js";
import { brief } from "./checklist_item.js";
import { whoField } from "./who_field.js";

const word = said(WORDS);
const shared = said(SHARED);
const MOST = 6; // changes of a version that are told one by one

/** @typedef {import("./checklist_changes.js").Change} Change */

/**
 * @param {string} id
 * @param {number} present
 */
export function showVersions(id, present) {
  const list = el("ol", { class: "versions" }, el("li", {}, () => shared("opening")));
  void load();
  return ask({ title: () => word("versionsOf"), body: [list, whoField(() => word("whoHint"))] });

  async function load() {
    try {
      const [now, { versions }] = await Promise.all([
        call(`/api/checklists/${encodeURIComponent(id)}`),
        call(`/api/checklists/${encodeURIComponent(id)}/versions`),
      ]);
      fill(list, versions.toReversed().map((/** @type {any} */ v) => line(v, now)));
    } catch (error) {
      fill(list, el("li", { class: "notice wrong" }, told(error)));
    }
  }

  /**
   * @param {any} version
   * @param {any} now
   */
  function line(version, now) {
    const { number, at, who } = version;
    const there = number === present;
    const what = differences(version.changes, now);
    const first = number === 1 ? [el("li", {}, () => word("firstDraft"))] : [];
    const more = what.length > MOST ? [el("li", {}, () => word("moreChanges", { count: what.length - MOST }))] : [];
    return el(
      "li",
      {},
      el(
        "p",
        {},
        el("strong", {}, () => word("versionLine", { number, at: moment(at) })),
        ", ",
        who || (() => word("nobody")),
        " ",
        there ? el("span", { class: "badge" }, () => word("present")) : el("a", { href: `/checklists/${id}?version=${number}`, onclick: (/** @type {Event} */ e) => /** @type {HTMLElement} */ (e.target).closest("dialog")?.close() }, () => word("openVersion")),
      ),
      el("ul", { class: "small muted" }, first, what.slice(0, MOST).map((text) => el("li", {}, text)), more),
    );
  }
}

/**
 * Changes in words.
 * @param {Change[]} changes
 * @param {any} list for the tasks of its items
 * @returns {string[]}
 */
export function differences(changes, list) {
  return changes.map((c) => {
    const item = c.item ? (found(list, c.item)?.item ?? null) : null;
    const section = c.section ? list.sections.find((/** @type {any} */ s) => s.id === c.section) : null;
    const named = { item: item ? `“${brief(item)}”` : word("goneItem"), section: section ? `“${section.title}”` : word("goneSection") };
    const facts = { ...named, field: c.field ? word(`field_${c.field}`) : "", value: valued(c.value ?? c.task) };
    if (c.field === "done") return word(c.value ? "change_done" : "change_undone", facts);
    return word(`change_${c.op}`, facts);
  });
}

/** @param {any} value */
function valued(value) {
  if (value === true || value === false) return word(value ? "yes" : "no");
  const text = Array.isArray(value) ? value.join("; ") : (value ?? "");
  return /^\d{4}-\d\d-\d\d$/.test(text) ? day(text) : text || word("blank");
}

/**
 * Which of two values is to hold, for each place that two people have set.
 * @param {Array<{change: Change, saved: any, item: any}>} clashes
 * @returns {Promise<boolean[]>} whether ours holds; where nobody chose, ours does: the other one stays in the versions
 */
export async function decide(clashes) {
  /** @type {HTMLInputElement[]} */
  const mine = [];
  const body = clashes.map(({ change, saved, item }) => {
    const name = freshId("clash");
    const choice = (/** @type {string} */ which, /** @type {any} */ value) => {
      const radio = el("input", { type: "radio", name, value: which });
      if (which === "mine") {
        radio.checked = true;
        mine.push(radio);
      }
      return el("label", { class: "tick" }, radio, el("span", {}, () => word(which, { value: valued(value) })));
    };
    return el(
      "fieldset",
      { class: "clash" },
      el("legend", {}, () => word("clashItem", { task: brief(item), field: word(`field_${change.field}`) })),
      choice("mine", change.value),
      choice("theirs", saved),
    );
  });
  await ask({
    title: () => word("clash"),
    body: [el("p", {}, () => word("clashText")), ...body],
    actions: [{ value: "yes", label: () => word("keepChosen"), kind: "primary" }],
  });
  return mine.map((radio) => radio.checked);
}
