/** The indexed documents and the way to add some. */

import { call, told } from "../core/api.js";
import { el, fill } from "../core/dom.js";
import { language, onLanguage, said } from "../core/language.js";
import { day } from "../core/dates.js";
import { entitle } from "../core/router.js";
import { WORDS } from "../words/documents.js";
import { typeName } from "../words/types.js";

const word = said(WORDS);
const KINDS =
  ".pdf,.docx,.docm,.dotx,.doc,.rtf,.odt,.html,.htm,.mht,.mhtml,.txt,.md,.xlsx,.xlsm,.pptx,.eml,.zip,.jpg,.jpeg,.png,.tif,.tiff,.bmp,.gif,.webp";
const POLL = 600; // milliseconds
/** @type {Record<string, string>} */
const STEPS = {
  reading: "stepReading", recognising: "stepRecognising", embedding: "stepEmbedding", extracting: "stepExtracting",
  done: "stepDone",
};

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root) {
  entitle(() => word("documents"));
  const files = el("input", { id: "files", type: "file", multiple: true, accept: KINDS });
  const password = el("input", { id: "password", type: "password", maxlength: 200, autocomplete: "off" });
  const job = el("div", { id: "job", role: "status", "aria-live": "polite" });
  const list = el("ul", { id: "documents", class: "documents" });
  const form = el(
    "form",
    { id: "upload", class: "card", onsubmit: send },
    el("label", { for: "files" }, () => word("choose")),
    files,
    el("details", {}, el("summary", {}, () => word("locked")), el("label", { for: "password" }, () => word("password")), password),
    el("button", { type: "submit", class: "primary" }, () => word("upload")),
    job,
  );
  const count = el("p", { id: "count", class: "muted" });
  fill(root, el("h1", {}, () => word("documents")), form, count, list);
  const stop = onLanguage(() => void refresh());
  let gone = false;
  void refresh();
  return () => {
    gone = true;
    stop();
  };

  async function refresh() {
    try {
      const { documents } = await call("/api/documents");
      fill(count, () => word("documentsCount", { count: documents.length }));
      fill(list, documents.length ? documents.map(row) : el("li", {}, () => word("noDocuments")));
    } catch (error) {
      fill(list, el("li", { class: "notice wrong" }, told(error)));
    }
  }

  /** @param {SubmitEvent} event */
  async function send(event) {
    event.preventDefault();
    if (!files.files?.length) return fill(job, el("p", { class: "notice wrong" }, () => word("chooseFirst")));
    const body = new FormData();
    for (const file of files.files) body.append("files", file);
    if (password.value) body.append("password", password.value);
    fill(job, () => word("sending"));
    try {
      let state = await call("/api/documents", { body });
      while (!gone && (state.state === "queued" || state.state === "running")) {
        fill(job, ...progress(state));
        await new Promise((wake) => setTimeout(wake, POLL));
        state = await call(`/api/jobs/${state.id}`);
      }
      fill(job, ...(state.problem ? [el("p", { class: "notice wrong" }, state.problem.detail)] : summary(state)));
      files.value = password.value = "";
      await refresh();
    } catch (error) {
      fill(job, el("p", { class: "notice wrong" }, told(error)));
    }
  }
}

/** @param {any} d */
function row(d) {
  const facts = () => [typeName(d.type), day(d.issued), d.issuer, d.how === "text" ? "" : word("scan")].filter(Boolean).join(" · ");
  const pages = d.uncertain_pages.join(", ");
  return el(
    "li",
    {},
    el("a", { href: d.url, lang: d.language }, d.number ? `${d.number} · ${d.title}` : d.title),
    el("span", { class: "muted" }, facts),
    pages && el("span", { class: "unsure" }, () => `⚠ ${word("checkPages", { pages })}`),
  );
}

/** @param {any} job */
function progress(job) {
  const text = () => word("indexing", { done: job.done, total: job.total });
  const page = () => (job.page ? `, ${word("pageOf", { page: job.page, pages: job.pages })}` : "");
  const doing = job.current && job.step ? el("p", { class: "muted" }, () => `${job.current}: ${word(STEPS[job.step])}${page()}`) : null;
  return [el("p", {}, text), el("progress", { max: job.total, value: job.done, "aria-label": text }), doing];
}

/** @param {any} job */
function summary(job) {
  const s = job.summary;
  const counts = { added: s.added.length, updated: s.updated.length, unchanged: s.unchanged, aside: s.set_aside.length };
  const reasons = s.set_aside.map((/** @type {any} */ f) => el("li", {}, f.reason));
  const report = el("a", { href: `${job.report}?language=${language()}` }, () => word("report"));
  return [el("p", {}, () => word("summary", counts), " ", report), reasons.length ? el("ul", { class: "notice wrong" }, reasons) : null];
}
