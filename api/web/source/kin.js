/**
 * The family of a document put in order for those who show it: one node a work, one tie for all that one document says
 * of another, each with its day. Draws nothing.
 */

/**
 * @typedef {{id: string, name: string, language: string | null, issued: string | null, effective: string | null,
 *   expired: string | null, state: string, history: any[], period: any, indexed: boolean, own: boolean}} Kin
 * @typedef {{source: Kin, target: Kin, kinds: string[], units: string[], partial: boolean, day: string | null, url: string,
 *   quote: string}} Tie
 * @typedef {{kin: Kin[], ties: Tie[], whole: boolean}} Family
 */

/** What ends the validity of what it names; what changes it otherwise; the rest only connects the two. */
export const ENDS = ["replaces", "annuls", "expires"];
export const CHANGES = ["amends", "supplements", "corrects", "suspends", "resumes", "postpones", "extends", "continues"];

/**
 * @param {any} known the API's body of relations
 * @returns {Family}
 */
export function familyOf(known) {
  const { nodes, edges, whole } = known.family;
  const self = nodes.find((/** @type {any} */ n) => n.id === known.document);
  const kin = nodes.filter((/** @type {any} */ n) => shown(n, nodes, self)).map((/** @type {any} */ n) => ({ ...n, name: n.number ?? n.title ?? n.id, own: n.id === known.document, period: periodOn(n.history, known.as_of) }));
  /** @type {Map<string, Kin>} */
  const byId = new Map(kin.map((/** @type {Kin} */ k) => [k.id, k]));
  /** @type {Map<string, Tie>} */
  const ties = new Map();
  for (const edge of edges) {
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    if (!source || !target || source === target) continue;
    const key = `${source.id} ${target.id} ${kindOf(edge.kind)}`;
    /** @type {Tie} */
    const tie = ties.get(key) ?? { source, target, kinds: [], units: [], partial: true, day: null, url: edge.url, quote: edge.quote };
    if (!tie.kinds.includes(edge.kind)) tie.kinds.push(edge.kind);
    tie.units.push(...edge.units.filter((/** @type {string} */ u) => !tie.units.includes(u)));
    if (!edge.partial && !edge.units.length) tie.partial = false;
    if (edge.day && (!tie.day || edge.day < tie.day)) tie.day = edge.day;
    ties.set(key, tie);
  }
  const found = [...ties.values()].map((tie) => ({ ...tie, day: tie.day ?? begins(tie) }));
  const tied = new Set(found.flatMap((t) => [t.source, t.target]));
  return { kin: kin.filter((/** @type {Kin} */ k) => k.own || tied.has(k)), ties: found, whole };
}

/**
 * From when a statement works: with its document; a consolidation lays nothing down, it is there from its issue on.
 * @param {Tie} tie
 */
function begins({ source, kinds }) {
  return (kinds.includes("consolidates") ? source.issued : source.effective) ?? source.issued ?? source.effective;
}

/**
 * @param {any[]} history
 * @param {string} on a day
 */
function periodOn(history, on) {
  return history.find((h) => (!h.first || h.first <= on) && (!h.until || on < h.until)) ?? null;
}

/**
 * A text and its translation are one work; of what is not indexed only what is changed or changes belongs to the picture.
 * @param {any} node
 * @param {any[]} nodes
 * @param {any} self
 */
function shown(node, nodes, self) {
  if (!node.indexed) return false;
  if (!self || node.id === self.id || !node.number) return true;
  if (node.number === self.number) return false;
  const twins = nodes.filter((n) => n.indexed && n.number === node.number);
  return node.language === self.language || !twins.some((n) => n.language === self.language);
}

/**
 * @param {string} kind of a relation
 * @returns {"ends" | "changes" | "around"}
 */
export function kindOf(kind) {
  if (ENDS.includes(kind)) return "ends";
  return CHANGES.includes(kind) ? "changes" : "around";
}

/**
 * @typedef {{day: string | null, state: string | null, ties: Tie[], proofs: any[]}} Event
 * What happened to a document, in order: its issue, its states, and what was done to it without changing its state.
 * @param {any} known
 * @param {Family} family
 * @returns {Event[]}
 */
export function eventsOf(known, family) {
  const own = family.kin.find((k) => k.own);
  const done = family.ties.filter((t) => t.target.own && kindOf(t.kinds[0]) !== "around");
  const left = new Set([...done, ...family.ties.filter((t) => t.target.own && t.kinds.includes("consolidates"))]);
  /** @type {Event[]} */
  const events = own?.issued ? [{ day: own.issued, state: null, ties: [], proofs: [] }] : [];
  for (const state of known.history) {
    if (!state.first) continue;
    const ties = done.filter((t) => left.has(t) && state.by.includes(t.source.id) && fits(t, state));
    ties.forEach((t) => left.delete(t));
    events.push({ day: state.first, state: state.state, ties, proofs: state.proofs });
  }
  for (const tie of left) events.push({ day: tie.day, state: null, ties: [tie], proofs: [] });
  return events.sort((a, b) => (a.day ?? "9999").localeCompare(b.day ?? "9999"));
}

/**
 * @param {Tie} tie
 * @param {any} state of the document that its source has brought about
 */
function fits(tie, state) {
  if (state.state === "expired") return kindOf(tie.kinds[0]) === "ends" || tie.kinds.includes("extends") || tie.kinds.includes("continues");
  if (state.state === "suspended") return tie.kinds.includes("suspends");
  return tie.day !== null && tie.day <= state.first;
}
