/** The indexed documents and the way to add some. */

import { byId, call, el, language, onLanguage, Problem, word } from "./page.js";
import { TYPES } from "./words.js";

const POLL = 600; // milliseconds
/** @type {Record<string, string>} */
const STEPS = {
  reading: "stepReading", recognising: "stepRecognising", embedding: "stepEmbedding", extracting: "stepExtracting",
  done: "stepDone",
};

/** @type {any[] | null} */
let documents = null;
/** @type {string | null} */
let failed = null;
/** @type {{message?: string, wrong?: boolean, job?: any}} */
let upload = {};

/** Shows the list and makes the upload work. */
export function beginDocuments() {
  byId("upload").addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  onLanguage(draw);
  void refresh();
}

async function refresh() {
  failed = null;
  try {
    documents = (await call("/api/documents")).documents;
  } catch (error) {
    failed = said(error);
  }
  draw();
}

async function send() {
  const input = /** @type {HTMLInputElement} */ (byId("files"));
  if (!input.files?.length) return tell({ message: word("chooseFirst"), wrong: true });
  const form = new FormData();
  for (const file of input.files) form.append("files", file);
  const password = /** @type {HTMLInputElement} */ (byId("password"));
  if (password.value) form.append("password", password.value);
  tell({ message: word("sending") });
  try {
    let job = await call("/api/documents", { method: "POST", body: form });
    while (job.state === "queued" || job.state === "running") {
      tell({ job });
      await new Promise((wake) => setTimeout(wake, POLL));
      job = await call(`/api/jobs/${job.id}`);
    }
    tell(job.problem ? { message: job.problem.detail, wrong: true } : { job });
    input.value = "";
    password.value = "";
    await refresh();
  } catch (error) {
    tell({ message: said(error), wrong: true });
  }
}

/** @param {typeof upload} state */
function tell(state) {
  upload = state;
  drawUpload();
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function said(error) {
  if (error instanceof Problem) return error.message;
  throw error;
}

function draw() {
  drawUpload();
  byId("count").textContent = documents ? word("documentsCount", { count: documents.length }) : "";
  const list = byId("documents");
  if (failed) list.replaceChildren(el("li", { class: "problem" }, failed));
  else if (documents && !documents.length) list.replaceChildren(el("li", { class: "muted" }, word("noDocuments")));
  else list.replaceChildren(...(documents ?? []).map(row));
}

/** @param {any} d */
function row(d) {
  const facts = [TYPES[language()][d.type], d.issued, d.issuer, d.how === "text" ? "" : word("scan")].filter(Boolean).join(" · ");
  const check = d.uncertain_pages.length ? [el("span", { class: "unsure" }, `⚠ ${word("checkPages", { pages: d.uncertain_pages.join(", ") })}`)] : [];
  return el(
    "li",
    {},
    el("a", { href: d.url, lang: d.language }, d.number ? `${d.number} · ${d.title}` : d.title),
    el("span", { class: "muted" }, facts),
    ...check,
  );
}

function drawUpload() {
  const { message, wrong, job } = upload;
  const place = byId("job");
  if (job?.summary) return place.replaceChildren(...summary(job));
  if (job) {
    const text = word("indexing", { done: job.done, total: job.total });
    const bar = el("progress", { max: String(job.total), value: String(job.done), "aria-label": text });
    return place.replaceChildren(el("p", {}, text), bar, el("p", { class: "muted" }, doing(job)));
  }
  place.replaceChildren(...(message ? [el("p", { class: wrong ? "problem" : "" }, message)] : []));
}

/**
 * What is happening now: "scan.pdf: recognising, page 2 of 5".
 * @param {any} job
 * @returns {string}
 */
function doing(job) {
  if (!job.current || !job.step) return "";
  const page = job.page ? `, ${word("pageOf", { page: job.page, pages: job.pages })}` : "";
  return `${job.current}: ${word(STEPS[job.step])}${page}`;
}

/** @param {any} job */
function summary(job) {
  const s = job.summary;
  const counts = { added: s.added.length, updated: s.updated.length, unchanged: s.unchanged, aside: s.set_aside.length };
  const reasons = s.set_aside.map((/** @type {any} */ f) => el("li", {}, f.reason));
  const report = el("a", { href: `${job.report}?language=${language()}` }, word("report"));
  return [el("p", {}, word("summary", counts), " ", report), ...(reasons.length ? [el("ul", { class: "problem" }, ...reasons)] : [])];
}
