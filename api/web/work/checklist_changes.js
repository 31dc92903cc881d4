/** What changes do to a checklist, as the server would do it. Knows no page and no server. */

/**
 * The body of a checklist, and a change as `PATCH /api/checklists/{id}` takes it.
 * @typedef {{id: string, title: string, items: any[]}} Section
 * @typedef {{id: string, version: number, title: string, language: "vi" | "en", sections: Section[]} & Record<string, any>} Checklist
 * @typedef {{op: "set" | "add" | "move" | "remove" | "title" | "section" | "rename" | "place" | "restore"} & Record<string, any>} Change
 */

/**
 * A copy of a checklist with changes made; those that only the server can make (it gives the ids) are left out.
 * @param {Checklist} list
 * @param {Change[]} changes
 * @returns {Checklist}
 */
export function applied(list, changes) {
  const sections = list.sections.map((s) => ({ ...s, items: [...s.items] }));
  for (const change of changes) APPLY[change.op]?.(sections, change);
  const title = changes.findLast((c) => c.op === "title")?.value ?? list.title;
  return { ...list, title, sections };
}

/** @type {Record<string, (sections: Section[], change: Change) => void>} */
const APPLY = {
  set: (sections, { item, field, value }) => {
    for (const section of sections) section.items = section.items.map((i) => (i.id === item ? { ...i, [field]: fitting(field, value) } : i));
  },
  remove: (sections, { item }) => {
    for (const section of sections) section.items = section.items.filter((i) => i.id !== item);
  },
  move: (sections, { item, after, section }) => {
    const from = sections.find((s) => s.items.some((i) => i.id === item));
    const to = sections.find((s) => (after ? s.items.some((i) => i.id === after) : s.id === (section || from?.id)));
    if (!from || !to || after === item) return;
    const [moved] = from.items.splice(from.items.findIndex((i) => i.id === item), 1);
    to.items.splice(after ? to.items.findIndex((i) => i.id === after) + 1 : 0, 0, moved);
  },
  rename: (sections, { section, value }) => {
    for (const one of sections) if (one.id === section) one.title = value;
  },
  place: (sections, { section, after }) => {
    const from = sections.findIndex((s) => s.id === section);
    if (from < 0 || after === section || (after && !sections.some((s) => s.id === after))) return;
    const [placed] = sections.splice(from, 1);
    sections.splice(after ? sections.findIndex((s) => s.id === after) + 1 : 0, 0, placed);
  },
};

/**
 * @param {string} field
 * @param {any} value
 */
function fitting(field, value) {
  if (field === "coordinators") return String(value ?? "").split(";").map((name) => name.trim()).filter(Boolean);
  if (field === "done") return value;
  if (["task", "assignee", "note"].includes(field)) return (value ?? "").trim();
  return value || null;
}

/**
 * The item of an id, and where it stands.
 * @param {Checklist} list
 * @param {string} id
 * @returns {{item: any, section: Section, at: number} | null}
 */
export function found(list, id) {
  for (const section of list.sections) {
    const at = section.items.findIndex((i) => i.id === id);
    if (at >= 0) return { item: section.items[at], section, at };
  }
  return null;
}

/**
 * The change that moves an item one place up or down, over the border of its section if it stands there.
 * @param {Checklist} list
 * @param {string} id
 * @param {-1 | 1} by
 * @returns {Change | null} null at either end of the list
 */
export function step(list, id, by) {
  const here = found(list, id);
  if (!here) return null;
  const { section, at } = here;
  const next = at + by;
  if (next >= 0 && next < section.items.length) {
    const after = by < 0 ? section.items[at - 2] : section.items[next];
    return { op: "move", item: id, ...(after ? { after: after.id } : {}) };
  }
  const beside = list.sections[list.sections.indexOf(section) + by];
  if (!beside) return null;
  const last = by < 0 ? beside.items.at(-1) : null;
  return { op: "move", item: id, ...(last ? { after: last.id } : { section: beside.id }) };
}

/**
 * The change that moves a section one place up or down.
 * @param {Checklist} list
 * @param {string} id
 * @param {-1 | 1} by
 * @returns {Change | null} null at either end of the list
 */
export function stepSection(list, id, by) {
  const at = list.sections.findIndex((s) => s.id === id);
  const next = at + by;
  if (at < 0 || next < 0 || next >= list.sections.length) return null;
  const after = by < 0 ? list.sections[at - 2] : list.sections[next];
  return { op: "place", section: id, ...(after ? { after: after.id } : {}) };
}

/**
 * Changes of ours that are to be made again on a list that others have changed meanwhile: those that still can be made,
 * those whose item or section is gone, and those that set what the others have set, too.
 * @param {Change[]} ours
 * @param {Change[]} theirs
 * @param {Checklist} latest
 * @returns {{kept: Change[], gone: Change[], clashes: Array<{change: Change, saved: any, item: any}>}}
 */
export function rebased(ours, theirs, latest) {
  const set = new Set(theirs.filter((c) => c.op === "set").map((c) => `${c.item} ${c.field}`));
  /** @type {Change[]} */
  const kept = [];
  /** @type {Change[]} */
  const gone = [];
  const clashes = [];
  for (const change of ours) {
    const item = change.item ? found(latest, change.item)?.item : null;
    if (change.item && !item) gone.push(change);
    else if (change.op === "rename" || change.op === "place") (placeable(change, latest) ? kept : gone).push(change);
    else if (change.op === "set" && set.has(`${change.item} ${change.field}`) && !same(item[change.field], fitting(change.field, change.value))) {
      clashes.push({ change, saved: item[change.field], item });
    } else if (change.after && !found(latest, change.after)) {
      if (change.op === "add") kept.push(without(change, "after"));
      else gone.push(change);
    } else kept.push(change);
  }
  return { kept, gone, clashes };
}

/**
 * Whether the sections that a change names are still there.
 * @param {Change} change
 * @param {Checklist} list
 */
function placeable({ section, after }, list) {
  const known = (/** @type {string} */ id) => list.sections.some((s) => s.id === id);
  return known(section) && (!after || known(after));
}

/**
 * @param {any} one
 * @param {any} other
 */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * @param {Change} change
 * @param {string} name
 * @returns {Change}
 */
function without(change, name) {
  const copy = { ...change };
  delete copy[name];
  return copy;
}
