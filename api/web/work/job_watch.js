/** How an upload stands, as it goes: told by the server's events, asked again and again where those break off. No page. */

import { call, Problem, streamed } from "../core/api.js";

const POLL = 600; // milliseconds
const SILENCE = 10_000; // milliseconds without an event: a long file, or something on the way that holds them back

/** @param {any} job */
const going = (job) => job.state === "queued" || job.state === "running";

/**
 * The job whenever it has changed, the last time when it is over; with a message while the server is away. Throws a
 * Problem where the server does not know it any longer.
 * @param {any} job
 * @param {AbortSignal} signal ends it
 * @returns {AsyncGenerator<{job: any, problem: string}>}
 */
export async function* watched(job, signal) {
  yield { job, problem: "" };
  for await (const told of events(job, signal)) yield { job: (job = told), problem: "" };
  while (going(job) && !signal.aborted) {
    await new Promise((wake) => setTimeout(wake, POLL));
    if (signal.aborted) return;
    let problem = "";
    try {
      job = await call(`/api/jobs/${job.id}`, { signal });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem) || error.status) throw error;
      problem = error.message; // the server is away: it may come back
    }
    yield { job, problem };
  }
}

/**
 * Until the job is over, or the stream has broken off or fallen silent.
 * @param {any} job
 * @param {AbortSignal} signal
 */
async function* events(job, signal) {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), SILENCE);
  try {
    const stream = streamed(`/api/jobs/${job.id}/events`, { signal: AbortSignal.any([signal, silent.signal]) });
    for await (const { data } of stream) {
      clearTimeout(timer);
      yield data;
      if (!going(data)) return;
      timer = setTimeout(() => silent.abort(), SILENCE);
    }
  } catch (error) {
    const broken = error instanceof Problem || error instanceof SyntaxError || signal.aborted || silent.signal.aborted;
    if (!broken) throw error;
  } finally {
    clearTimeout(timer);
  }
}
