/** The sections of a checklist with their items: drawn anew only where something has changed, so that 500 stay quick. */

import { confirmed, entered } from "../core/dialog.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { announce } from "../core/live.js";
import { WORDS } from "../words/checklists.js";
import { found, step, stepSection } from "./checklist_changes.js";
import { dragItem } from "./checklist_drag.js";
import { itemForm } from "./checklist_edit.js";
import { brief, itemRow, late } from "./checklist_item.js";

const word = said(WORDS);

/** @typedef {import("./checklist_changes.js").Checklist} Checklist */
/** @typedef {import("./checklist_changes.js").Change} Change */

/**
 * @param {Checklist} first
 * @param {((...changes: Change[]) => void) | null} change null: only to be looked at
 */
export function itemList(first, change) {
  let list = first;
  const element = el("div", { class: "checklist", lang: first.language });
  /** @type {Map<string, {row: HTMLElement, said: string}>} each item as it was drawn, and from what */
  const drawn = new Map();
  /** @type {Map<string, {section: HTMLElement, items: HTMLElement, title: HTMLElement, count: HTMLElement, empty: HTMLElement, ends: (first: boolean, last: boolean) => void}>} */
  const sections = new Map();
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {Set<string>} the items whose form is open: what is typed there stays, whatever is drawn anew */
  const editing = new Set();
  const lone = change ? [adder("")] : [];
  const empty = el("p", { class: "notice" }, () => word("empty"));

  const acts = change && {
    tick(/** @type {any} */ item, /** @type {boolean} */ done) {
      change({ op: "set", item: item.id, field: "done", value: done });
      announce(word(done ? "ticked" : "unticked", { task: brief(item) }));
    },
    move(/** @type {any} */ item, /** @type {-1 | 1} */ by) {
      const moving = step(list, item.id, by);
      if (moving) moved(moving);
    },
    edit: (/** @type {any} */ item) => edit(item.id),
    drag(/** @type {any} */ item, /** @type {PointerEvent} */ press) {
      const row = drawn.get(item.id)?.row;
      if (row) dragItem(element, row, press, ({ after, section }) => moved({ op: "move", item: item.id, ...(after ? { after } : { section }) }));
    },
    numberOf: (/** @type {string} */ id) => numbers.get(id) ?? 0,
  };

  /** @param {Change} moving */
  function moved(moving) {
    change?.(moving);
    const here = found(list, moving.item);
    if (here) announce(word("movedTo", { number: numbers.get(moving.item) ?? "", section: here.section.title }));
  }

  /** @param {Checklist} next */
  function draw(next) {
    list = next;
    number();
    const focus = focused();
    for (const section of list.sections) drawSection(section);
    for (const [id, { section }] of sections) {
      if (list.sections.some((s) => s.id === id)) continue;
      section.remove();
      sections.delete(id);
    }
    for (const id of drawn.keys()) if (!numbers.has(id)) forget(id);
    inOrder(element, list.sections.length ? list.sections.flatMap((s) => sections.get(s.id)?.section ?? []) : lone);
    empty.remove();
    if (!numbers.size) element.before(empty);
    focus();
  }

  function number() {
    numbers.clear();
    let last = 0;
    for (const section of list.sections) for (const item of section.items) numbers.set(item.id, ++last);
  }

  /** Where the focus is, to be put there again: an element that is moved or drawn anew loses it. */
  function focused() {
    const at = document.activeElement;
    const row = at instanceof HTMLElement ? at.closest(".item") : null;
    // a section that is moved takes the focus along
    if (at instanceof HTMLElement && at.closest(".stage-tools")) return () => at.focus();
    if (!(row instanceof HTMLElement) || !element.contains(row)) return () => {};
    const part = /** @type {HTMLElement} */ (at).dataset.part;
    return () => {
      if (document.activeElement === at || editing.has(row.dataset.id ?? "")) return;
      const now = drawn.get(row.dataset.id ?? "")?.row;
      if (part) /** @type {HTMLElement | null} */ (now?.querySelector(`[data-part="${part}"]`))?.focus();
    };
  }

  /** @param {import("./checklist_changes.js").Section} section */
  function drawSection(section) {
    const place = sections.get(section.id) ?? newSection(section);
    fill(place.title, section.title);
    const done = section.items.filter((i) => i.done).length;
    fill(place.count, () => word("doneOf", { done, items: section.items.length }));
    place.empty.hidden = section.items.length > 0;
    place.ends(section === list.sections[0], section === list.sections.at(-1));
    inOrder(place.items, section.items.map(drawItem));
  }

  /** @param {import("./checklist_changes.js").Section} section */
  function newSection(section) {
    const id = freshId("stage");
    const title = el("h2", { id });
    const count = el("span", { class: "muted small" });
    const items = el("ol", { class: "todo", "aria-labelledby": id });
    const none = el("p", { class: "muted" }, () => word("emptySection"));
    const tools = change ? sectionTools(section.id, id) : null;
    const place = { section: el("section", { class: "stage", "data-section": section.id, "aria-labelledby": id }), items, title, count, empty: none, ends: tools?.ends ?? (() => {}) };
    place.section.append(el("div", { class: "stage-head" }, title, count, tools?.element), none, items);
    if (change) place.section.append(adder(section.id, id));
    sections.set(section.id, place);
    return place;
  }

  /** @param {string} id */
  function titleOf(id) {
    return list.sections.find((s) => s.id === id)?.title ?? "";
  }

  /**
   * @param {string} id
   * @param {string} heading the id of its heading, which names the buttons: it may be renamed
   */
  function sectionTools(id, heading) {
    const button = (/** @type {string} */ drawing, /** @type {string} */ name, /** @type {() => void} */ act) => {
      const own = freshId("section");
      return el("button", { type: "button", id: own, class: "quiet round", "aria-label": () => word(name), "aria-labelledby": `${own} ${heading}`, title: () => word(name), onclick: act }, icon(drawing));
    };
    const up = button("up", "sectionUp", () => place(-1));
    const down = button("down", "sectionDown", () => place(1));
    return {
      element: el("div", { class: "stage-tools no-print" }, button("edit", "sectionRename", rename), up, down),
      /** @param {boolean} first @param {boolean} last */
      ends(first, last) {
        // not disabled: who has just moved it to the end keeps the focus
        up.setAttribute("aria-disabled", String(first));
        down.setAttribute("aria-disabled", String(last));
      },
    };

    /** @param {-1 | 1} by */
    function place(by) {
      const moving = stepSection(list, id, by);
      if (!moving) return;
      change?.(moving);
      announce(word("sectionMoved", { section: titleOf(id), number: list.sections.findIndex((s) => s.id === id) + 1 }));
    }

    async function rename() {
      const value = await entered(() => word("sectionRenameTitle"), () => word("sectionName"), titleOf(id), () => word("save"));
      if (value && value !== titleOf(id)) change?.({ op: "rename", section: id, value });
    }
  }

  /** @param {any} item */
  function drawItem(item) {
    const said = JSON.stringify([item, item.against.map((/** @type {string} */ id) => numbers.get(id))]);
    let known = drawn.get(item.id);
    if (!known) {
      known = { row: el("li", { class: "item", id: item.id, "data-id": item.id }), said: "" };
      drawn.set(item.id, known);
    }
    if (known.said !== said && !editing.has(item.id)) {
      known.said = said;
      known.row.classList.toggle("done", item.done);
      fill(known.row, itemRow(item, acts, /** @type {any} */ (list)));
    }
    const place = known.row.querySelector(".item-number");
    const text = `${numbers.get(item.id)}.`;
    if (place && place.textContent !== text) place.textContent = text;
    return known.row;
  }

  /** @param {string} id */
  function edit(id) {
    const here = found(list, id);
    const row = drawn.get(id)?.row;
    if (!here || !row || !change) return;
    if (editing.has(id)) return void shut(id);
    editing.add(id);
    const { item, section } = here;
    const form = itemForm(item, list.sections, section.id, people(), {
      save(values, into) {
        const steps = Object.entries(values).map(([field, value]) => ({ op: /** @type {const} */ ("set"), item: id, field, value }));
        const last = list.sections.find((s) => s.id === into)?.items.at(-1);
        const moving = into !== section.id ? [{ op: /** @type {const} */ ("move"), item: id, ...(last ? { after: last.id } : { section: into }) }] : [];
        shut(id);
        if (steps.length || moving.length) change(...steps, ...moving);
        back(id);
        announce(word("savedItem", { number: numbers.get(id) ?? "" }));
      },
      cancel() {
        shut(id);
        back(id);
      },
      async remove() {
        const sure = await confirmed(() => word("removeTitle"), () => word("removeText", { task: brief(item) }), () => word("remove"));
        if (!sure) return;
        shut(id);
        const after = [...numbers.keys()][(numbers.get(id) ?? 1) - 2];
        change({ op: "remove", item: id });
        announce(word("removed"));
        if (after) back(after);
      },
    });
    row.append(form);
  }

  /**
   * Closes the form of an item; what has changed of it meanwhile is drawn.
   * @param {string} id
   */
  function shut(id) {
    drawn.get(id)?.row.querySelector("form")?.remove();
    editing.delete(id);
    draw(list);
  }

  /** @param {string} id */
  function back(id) {
    /** @type {HTMLElement | null | undefined} */ (drawn.get(id)?.row.querySelector('[data-part="edit"]'))?.focus();
  }

  /** @param {string} id */
  function forget(id) {
    drawn.get(id)?.row.remove();
    drawn.delete(id);
    editing.delete(id);
  }

  /** @returns {string[]} who has been given something, the words of the documents aside */
  function people() {
    return [...new Set(list.sections.flatMap((s) => s.items.map((i) => i.assignee)).filter(Boolean))].sort();
  }

  /**
   * @param {string} section "" for the end of the list
   * @param {string} [heading] the id of its heading
   */
  function adder(section, heading) {
    const place = el("div", { class: "item-adder no-print" });
    const own = freshId("add");
    const named = heading ? { id: own, "aria-label": () => word("addTo"), "aria-labelledby": `${own} ${heading}` } : {};
    const button = el("button", { type: "button", class: "quiet small", ...named, onclick: open }, icon("plus"), () => word("add"));
    place.append(button);
    return place;

    function open() {
      const form = itemForm({ locked: false }, [], section, people(), {
        save(values) {
          const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
          form.replaceWith(button);
          button.focus();
          change?.(/** @type {Change} */ ({ op: "add", ...(section ? { section } : {}), ...given }));
          announce(word("added"));
        },
        cancel() {
          form.replaceWith(button);
          button.focus();
        },
      });
      button.replaceWith(form);
    }
  }

  return {
    element,
    draw,
    get list() {
      return list;
    },
    get editing() {
      return editing.size > 0 || element.querySelector(".item-form") !== null;
    },
    /**
     * Shows only some items; gives how many of how many.
     * @param {string} which
     * @param {string} words
     */
    filter(which, words) {
      const wanted = words.trim().toLocaleLowerCase();
      const fits = (/** @type {any} */ i) => which === "all" || (which === "late" ? late(i) : i.done === (which === "done"));
      let shown = 0;
      for (const section of list.sections) {
        let here = 0;
        for (const item of section.items) {
          const text = [item.task, item.lead, item.deadline, item.assignee, item.note, ...item.coordinators].join(" ").toLocaleLowerCase();
          const fit = fits(item) && text.includes(wanted);
          drawn.get(item.id)?.row.toggleAttribute("hidden", !fit);
          here += Number(fit);
        }
        const all = which === "all" && !wanted;
        sections.get(section.id)?.section.toggleAttribute("hidden", !here && !all);
        shown += here;
      }
      return { shown, total: numbers.size };
    },
  };
}

/**
 * Puts children in an order with as few moves as there have to be: an element that is moved loses the focus.
 * @param {Element} parent
 * @param {Element[]} children
 */
function inOrder(parent, children) {
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
  while (next) {
    const gone = next;
    next = next.nextElementSibling;
    if (!children.includes(gone)) gone.remove();
  }
}
