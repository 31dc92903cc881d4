/**
 * One question on its way: the stream of its answer, and what to do when the server goes away in the middle of it.
 * The question has a key of its own, so that asking it again never makes two turns of it. Shows nothing.
 */

import { call, Problem, streamed } from "../core/api.js";

const WAITS = [500, 1000, 2000, 3000, 4000, 5000, 5000, 5000, 5000, 10_000, 10_000, 10_000]; // milliseconds: a minute in all
const REACHED = 3; // times that the server may go away in one question

/**
 * @typedef {{question: string, conversation: string | null, turn?: number | null, filters: any, asOf: string | null, key: string}} Question
 * @typedef {{statement: (s: any) => void, citation: (c: any) => void, broken: () => void, again: () => void}} Listener
 */

/** @returns {string} */
export function freshKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/**
 * Asks, and asks again when the server is back; gives the whole answer.
 * Throws a Problem where it cannot be answered, an AbortError where the reader stopped it.
 * @param {Question} question
 * @param {Listener} listener
 * @param {AbortSignal} signal
 * @returns {Promise<any>}
 */
export async function answered(question, listener, signal) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(question, listener, signal);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "offline" || tries > REACHED) throw error;
      listener.broken();
      await back(error, signal);
      listener.again();
    }
  }
}

/**
 * @param {Question} question
 * @param {Listener} listener
 * @param {AbortSignal} signal
 */
async function once({ question, conversation, turn, filters, asOf, key }, listener, signal) {
  let answer = null;
  const json = { question, conversation, turn: turn ?? null, filters, as_of: asOf, key };
  for await (const { event, data } of streamed("/api/ask", { json, signal })) {
    if (event === "statement") listener.statement(data);
    else if (event === "citation") listener.citation(data);
    else if (event === "error") throw new Problem(data.detail, data.code, data.status);
    else if (event === "answer") answer = data;
  }
  if (answer) return answer;
  throw new Problem("", "offline", 0); // the stream ended before its answer
}

/**
 * Waits until the server answers again.
 * @param {Problem} error thrown on if it does not
 * @param {AbortSignal} signal
 */
async function back(error, signal) {
  for (const wait of WAITS) {
    await rest(wait, signal);
    try {
      await call("/healthz", { signal });
      return;
    } catch (gone) {
      if (!(gone instanceof Problem)) throw gone;
    }
  }
  throw error;
}

/**
 * @param {number} wait
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function rest(wait, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, wait);
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException("stopped", "AbortError"));
    };
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
  });
}
