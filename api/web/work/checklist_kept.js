/**
 * A checklist that is worked on: changes are shown at once and saved one batch after the other. What others have changed
 * meanwhile is loaded, ours is made again on it, and nothing is dropped without a word. Knows no page.
 */

import { call, Problem } from "../core/api.js";
import { kept } from "../core/kept.js";
import { applied, rebased } from "./checklist_changes.js";

/** @typedef {import("./checklist_changes.js").Checklist} Checklist */
/** @typedef {import("./checklist_changes.js").Change} Change */
/**
 * What is told: `changed` the list is another, `saved` all is kept, `failed` something is not kept yet (why),
 * `refused` the server will not have it (why), `merged` others had changed it (who), and which changes found no place;
 * `decide` asks which of two values to keep, and gives for each whether ours holds.
 * @typedef {{changed: (list: Checklist) => void, saving: () => void, saved: () => void, failed: (why: string) => void,
 *   refused: (why: string) => void, merged: (who: string, version: number, gone: Change[]) => void, reloaded: () => void,
 *   decide: (clashes: Array<{change: Change, saved: any, item: any}>) => Promise<boolean[]>}} Told
 */

const MOST = 500; // changes that the server takes at once

/**
 * @param {Checklist} list
 * @param {Told} told
 */
export function keep(list, told) {
  let server = list;
  /** @type {Change[]} what the server has not got yet, the batch on its way included */
  let waiting = [];
  let sending = false;
  const path = `/api/checklists/${encodeURIComponent(list.id)}`;
  const others = new BroadcastChannel(`vanban-checklist-${list.id}`);
  others.addEventListener("message", ({ data }) => {
    if (data > server.version && !waiting.length && !sending) void reload();
  });

  const shown = () => applied(server, waiting);

  async function reload() {
    try {
      const latest = await call(path);
      if (latest.version <= server.version || waiting.length || sending) return;
      server = latest;
      told.changed(server);
      told.reloaded();
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // the next change finds out, too
    }
  }

  async function send() {
    if (sending) return;
    sending = true;
    told.saving();
    try {
      while (waiting.length) await sendOnce();
      told.saved();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      told.failed(error.message);
    } finally {
      sending = false;
    }
  }

  async function sendOnce() {
    const batch = waiting.slice(0, MOST);
    try {
      const json = { version: server.version, who: kept("who") ?? "", changes: batch };
      server = await call(path, { method: "PATCH", json });
      waiting = waiting.slice(batch.length);
      told.changed(shown());
      others.postMessage(server.version);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === "checklist-stale") return merge();
      if (error.status !== 422 && error.status !== 404) throw error;
      // it would be refused again and again: what it would have done is taken back, and said
      waiting = waiting.slice(batch.length);
      told.changed(shown());
      told.refused(error.message);
    }
  }

  async function merge() {
    const [latest, { versions }] = await Promise.all([call(path), call(`${path}/versions`)]);
    const news = versions.filter((/** @type {any} */ v) => v.number > server.version && v.number <= latest.version);
    const ours = waiting;
    const { kept: still, gone, clashes } = rebased(ours, news.flatMap((/** @type {any} */ v) => v.changes), latest);
    const hold = clashes.length ? await told.decide(clashes) : [];
    const chosen = clashes.filter((_, n) => hold[n]).map((c) => c.change);
    server = latest;
    waiting = [...still, ...chosen, ...waiting.slice(ours.length)];
    told.changed(shown());
    told.merged(news.at(-1)?.who ?? "", latest.version, gone);
  }

  return {
    /** @returns {Checklist} the list as it is shown */
    get list() {
      return shown();
    },
    /** @returns {boolean} whether something is not kept yet */
    get unsaved() {
      return waiting.length > 0;
    },
    /** @param {...Change} changes */
    change(...changes) {
      waiting = [...waiting, ...changes];
      told.changed(shown());
      void send();
    },
    again: () => void send(),
    close: () => others.close(),
  };
}
