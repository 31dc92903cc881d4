/** Files sent by button or by drag and drop, and how their indexing stands. Knows nothing of the list below it. */

import { call, Problem, told } from "../core/api.js";
import { el, fill } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { language, said } from "../core/language.js";
import { announce } from "../core/live.js";
import { WORDS } from "../words/documents.js";
import { watched } from "./job_watch.js";

const word = said(WORDS);
const KINDS =
  ".pdf,.docx,.docm,.dotx,.doc,.rtf,.odt,.html,.htm,.mht,.mhtml,.txt,.md,.xlsx,.xlsm,.ods,.pptx,.odp,.eml,.zip,.tar,.gz,.jpg,.jpeg,.png,.tif,.tiff,.bmp,.gif,.webp";
const NAMES = 5; // of chosen files that are told
/** @type {Record<string, string>} */
const STEPS = { reading: "stepReading", recognising: "stepRecognising", embedding: "stepEmbedding", extracting: "stepExtracting", relating: "stepRelating", done: "stepDone" };

/**
 * @param {() => void} indexed is called when something has been indexed
 * @returns {{element: HTMLElement, stop: () => void}}
 */
export function uploading(indexed) {
  const files = el("input", { id: "files", class: "unseen", type: "file", multiple: true, accept: KINDS, "aria-describedby": "file-kinds" });
  const password = el("input", { id: "password", type: "password", maxlength: 200, autocomplete: "off" });
  const chosen = el("p", { class: "chosen" });
  const jobs = el("div", { id: "job", class: "jobs" });
  const zone = el(
    "div",
    { class: "drop-zone" },
    icon("upload"),
    el("p", {}, () => word("drop")),
    el("p", { class: "drop-now" }, () => word("dropNow")),
    files,
    el("label", { for: "files", class: "button" }, () => word("choose")),
    el("p", { class: "hint small muted", id: "file-kinds" }, () => word("kinds")),
    chosen,
  );
  const element = el(
    "form",
    { id: "upload", class: "card upload", onsubmit: submit, "aria-label": () => word("add") },
    el("h2", {}, () => word("add")),
    zone,
    el("details", { class: "more" }, el("summary", {}, () => word("locked")), el("div", { class: "field" }, el("label", { for: "password" }, () => word("password")), password)),
    el("div", { class: "actions" }, el("button", { type: "submit", class: "primary" }, () => word("upload"))),
    jobs,
  );
  const stopped = new AbortController();
  files.addEventListener("change", tellChosen);
  beginDrop();
  void goOn();
  return { element, stop: () => stopped.abort() };

  function tellChosen() {
    const all = [...(files.files ?? [])].map((f) => f.name);
    const names = all.slice(0, NAMES).join(", ") + (all.length > NAMES ? ", …" : "");
    fill(chosen, all.length ? () => word("chosen", { count: all.length, names }) : "");
    if (all.length) announce(word("chosen", { count: all.length, names }));
  }

  function beginDrop() {
    const over = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
    element.addEventListener("dragover", (event) => {
      if (!over(event)) return;
      event.preventDefault();
      zone.classList.add("over");
    });
    element.addEventListener("dragleave", (event) => {
      if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) zone.classList.remove("over");
    });
    element.addEventListener("drop", (event) => {
      if (!over(event)) return;
      event.preventDefault();
      zone.classList.remove("over");
      void send([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    void send([...(files.files ?? [])]);
  }

  /** @param {File[]} sent */
  async function send(sent) {
    const place = el("div", { class: "job", role: "status" });
    jobs.prepend(place);
    if (!sent.length) {
      fill(jobs, place);
      fill(place, el("p", { class: "notice wrong" }, () => word("chooseFirst")));
      return files.focus();
    }
    for (const warning of jobs.querySelectorAll(".job:has(.notice.wrong)")) if (warning !== place) warning.remove();
    fill(place, el("p", {}, () => word("sending")));
    const body = new FormData();
    for (const file of sent) body.append("files", file);
    if (password.value) body.append("password", password.value);
    try {
      const job = await call("/api/documents", { body });
      files.value = password.value = "";
      tellChosen();
      await watch(job, place);
    } catch (error) {
      fill(place, el("p", { class: "notice wrong" }, told(error)));
    }
  }

  /** What was sent before this view was opened, or from another window, is followed as well. */
  async function goOn() {
    try {
      const found = (await call("/api/jobs")).jobs.filter((/** @type {any} */ j) => ["queued", "running"].includes(j.state));
      for (const job of found) {
        const place = el("div", { class: "job", role: "status" });
        jobs.append(place);
        void watch(job, place);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // the list below says that the server is gone
    }
  }

  /**
   * @param {any} job
   * @param {HTMLElement} place
   */
  async function watch(job, place) {
    const { update } = progress(place);
    try {
      for await (const at of watched(job, stopped.signal)) {
        job = at.job;
        update(job, at.problem);
      }
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "job-unknown") throw error;
      return fill(place, el("p", { class: "notice warn" }, () => word("gone")));
    }
    if (stopped.signal.aborted) return;
    fill(place, job.problem ? el("p", { class: "notice wrong" }, job.problem.detail) : outcome(job));
    indexed();
  }
}

/**
 * How a job stands, in elements that stay: a screen reader then says only what changes.
 * @param {HTMLElement} place
 */
function progress(place) {
  const bar = el("progress", {});
  const text = el("p", {});
  const doing = el("p", { class: "muted small", "aria-live": "off" });
  const away = el("p", { class: "wrong" });
  fill(place, text, bar, doing, away, el("p", { class: "muted small" }, () => word("meanwhile")));
  let said = "";
  return {
    /**
     * @param {any} job
     * @param {string} problem
     */
    update(job, problem) {
      const facts = { done: job.done, total: job.total };
      const now = `${job.state} ${job.done}`;
      if (now !== said) {
        fill(text, () => (job.state === "queued" ? word("queued") : word("indexing", facts)));
        bar.setAttribute("aria-label", word("indexing", facts));
      }
      said = now;
      bar.max = job.total;
      bar.value = job.done + (job.page && job.pages ? Math.min(0.99, job.page / job.pages) : 0);
      const page = () => (job.page ? `, ${word("pageOf", { page: job.page, pages: job.pages })}` : "");
      fill(doing, job.current && job.step ? () => `${job.current}: ${word(STEPS[job.step])}${page()}` : "");
      fill(away, problem);
    },
  };
}

/** @param {any} job */
function outcome(job) {
  const s = job.summary;
  const counts = { added: s.added.length, updated: s.updated.length, unchanged: s.unchanged, aside: s.set_aside.length };
  const reasons = s.set_aside.map((/** @type {any} */ f) => el("li", {}, el("strong", {}, f.name), ": ", f.reason));
  const report = el("a", { href: `${job.report}?language=${language()}`, target: "_blank" }, () => word("report"));
  return [
    el("p", { class: "job-done" }, icon("check"), " ", () => word("summary", counts), " ", report),
    reasons.length ? el("ul", { class: "notice wrong aside-list" }, reasons) : null,
  ];
}
