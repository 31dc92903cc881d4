/** Calls to the API: what goes wrong becomes a Problem with a message for the reader. Knows no view. */

import { keep, kept } from "./kept.js";
import { language, said } from "./language.js";
import { events } from "./sse.js";
import { WORDS } from "../words/shell.js";

const word = said(WORDS);

/** What the server says went wrong, or that it cannot be reached; its message is for the reader. */
export class Problem extends Error {
  /**
   * @param {string} message
   * @param {string} code the server's, or "offline"
   * @param {number} status 0 if no answer came
   */
  constructor(message, code, status) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** @returns {string} the key to the conversations of this browser: who has it sees them, and nobody else does */
function reader() {
  let key = kept("reader");
  if (!key || !/^[A-Za-z0-9_-]{22}$/.test(key)) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    key = btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    keep("reader", key);
  }
  return key;
}

/** @type {string | null} the key, made once a page: storage may be switched off */
let own = null;

/**
 * @param {string} path
 * @param {{method?: string, json?: unknown, body?: BodyInit, accept?: string, signal?: AbortSignal}} options
 * @returns {Promise<Response>}
 */
async function sent(path, { method, json, body, accept, signal }) {
  own ??= reader();
  /** @type {Record<string, string>} */
  const headers = { "Accept-Language": language(), "Vanban-Reader": own };
  if (accept) headers.Accept = accept;
  if (json !== undefined) headers["Content-Type"] = "application/json";
  const sending = json === undefined ? body : JSON.stringify(json);
  let response;
  try {
    response = await fetch(path, { method: method ?? (sending === undefined ? "GET" : "POST"), headers, body: sending, signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(word("offline"), "offline", 0);
  }
  if (response.ok) return response;
  const told = await response.json().catch(() => null);
  throw new Problem(told?.detail ?? word("failed", { status: response.status }), told?.code ?? "unknown", response.status);
}

/**
 * A call to the API: `json` is sent as JSON, `body` as it is (a form, a file); with either the method is POST.
 * Throws a Problem whose message is in the reader's language.
 * @param {string} path
 * @param {{method?: string, json?: unknown, body?: BodyInit, signal?: AbortSignal}} [options]
 * @returns {Promise<any>} null where the answer has no body
 */
export async function call(path, options = {}) {
  const response = await sent(path, options);
  if (response.status === 204) return null;
  try {
    return await response.json();
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Problem(word("offline"), "offline", 0); // it broke off on the way
  }
}

/**
 * A file from the API, with the name that the server gives it; throws as `call` does.
 * @param {string} path
 * @param {{json?: unknown}} [options]
 * @returns {Promise<{blob: Blob, name: string}>}
 */
export async function file(path, options = {}) {
  const response = await sent(path, options);
  const named = /filename\*=utf-8''([^;]+)/i.exec(response.headers.get("content-disposition") ?? "");
  try {
    return { blob: await response.blob(), name: decodeURIComponent(named?.[1] ?? "vanban") };
  } catch {
    throw new Problem(word("offline"), "offline", 0);
  }
}

/**
 * A call that is answered by server-sent events; a connection that breaks off is a Problem "offline".
 * @param {string} path
 * @param {{json?: unknown, signal?: AbortSignal}} options
 * @returns {AsyncGenerator<{event: string, data: any}>}
 */
export async function* streamed(path, options) {
  const response = await sent(path, { ...options, accept: "text/event-stream" });
  try {
    if (response.body) yield* events(response.body);
  } catch (error) {
    if (options.signal?.aborted || error instanceof SyntaxError) throw error;
    throw new Problem(word("offline"), "offline", 0);
  }
}

/**
 * The message of a Problem; anything else is a mistake of ours and thrown on.
 * @param {unknown} error
 * @returns {string}
 */
export function told(error) {
  if (error instanceof Problem) return error.message;
  throw error;
}
