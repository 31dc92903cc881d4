/** Documents as the API gives them, the last few kept at hand: going to the next citation must not load the text anew. */

import { call } from "../core/api.js";

/** @typedef {{about: any, content: any, path: string}} Opened */

const KEPT = 6;
/** @type {Map<string, Promise<Opened>>} */
const opened = new Map();

/**
 * A document with its text.
 * @param {string} id
 * @returns {Promise<Opened>}
 */
export function openDocument(id) {
  const before = opened.get(id);
  if (before) return before;
  const path = `/api/documents/${encodeURIComponent(id)}`;
  const loading = Promise.all([call(path), call(`${path}/text`)]).then(([about, content]) => ({ about, content, path }));
  opened.set(id, loading);
  loading.catch(() => opened.delete(id)); // it may be there the next time
  for (const oldest of [...opened.keys()].slice(0, -KEPT)) opened.delete(oldest);
  return loading;
}
