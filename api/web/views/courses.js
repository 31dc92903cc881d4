/** The courses that are kept, and the form for a new one. */

import { call, Problem, told } from "../core/api.js";
import { moment } from "../core/dates.js";
import { confirmed } from "../core/dialog.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { announce } from "../core/live.js";
import { entitle, navigate } from "../core/router.js";
import { toast } from "../core/toast.js";
import { WORDS } from "../words/courses.js";
import { WORDS as SHARED } from "../words/work.js";
import { keptRows } from "../work/kept_rows.js";
import { tell } from "../work/notice.js";

const word = said(WORDS);
const shared = said(SHARED);
const PARTS = ["chapter", "part", "section"]; // kinds of provisions that a course can be made of

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root) {
  entitle(() => word("courses"));
  const { list, pages, notices, load } = keptRows("/api/courses", "courses", word, row);
  const heading = el("h2", { class: "list-heading", tabindex: -1 }, () => word("keptOnes"));
  fill(root, el("h1", {}, () => word("courses")), el("p", { class: "lead" }, () => word("lead")), courseForm(), heading, notices, list, pages);
  void load(0);

  /**
   * @param {any} c
   * @param {number} offset
   */
  function row(c, offset) {
    const facts = () => word("facts", { sessions: c.sessions, questions: c.questions, at: moment(c.made) });
    return el(
      "li",
      { class: "kept-row" },
      el("div", {}, el("a", { href: `/courses/${c.id}`, lang: c.language }, c.subject), el("p", { class: "muted small" }, facts)),
      el("button", { type: "button", class: "quiet round", "aria-label": () => word("deleteOf", { subject: c.subject }), title: () => shared("delete"), onclick: () => remove(c, offset) }, icon("trash")),
    );
  }

  /**
   * @param {any} c
   * @param {number} offset
   */
  async function remove(c, offset) {
    if (!(await confirmed(() => word("deleteTitle"), () => word("deleteText", { subject: c.subject }), () => word("deleteIt")))) return;
    try {
      await call(`/api/courses/${c.id}`, { method: "DELETE" });
      toast(() => word("deleted"));
      await load(offset);
      heading.focus();
    } catch (error) {
      tell(notices, told(error));
    }
  }
}

function courseForm() {
  const field = (/** @type {string} */ name, /** @type {HTMLElement} */ input, /** @type {string} */ hint = "") => {
    const said = hint ? el("span", { class: "hint", id: `${input.id}-hint` }, () => word(hint)) : null;
    if (said) input.setAttribute("aria-describedby", said.id);
    return el("div", { class: "field" }, el("label", { for: input.id }, () => word(name)), input, said);
  };
  const numbered = (/** @type {string} */ name, /** @type {number} */ min, /** @type {number} */ max, /** @type {string} */ value) =>
    el("input", { id: freshId(name), type: "number", min, max, value });
  const chosen = (/** @type {string} */ name, /** @type {Array<[string, string]>} */ options) => el("select", { id: freshId(name) }, options.map(([value, said]) => el("option", { value }, () => word(said))));

  const topic = el("input", { id: freshId("topic"), type: "text", maxlength: 2000, autocomplete: "off" });
  const document = chosen("document", [["", "chooseDocument"]]);
  const chapter = chosen("chapter", [["", "wholeDocument"]]);
  const questions = numbered("questions", 0, 200, "20");
  const sessions = numbered("sessions", 1, 60, "");
  const seed = numbered("seed", 0, 1_000_000_000, "1");
  const speaks = chosen("language", [["", "anyLanguage"], ["vi", "vi"], ["en", "en"]]);
  const level = chosen("level", [["", "anyLevel"], ["easy", "level_easy"], ["medium", "level_medium"], ["hard", "level_hard"]]);
  const ways = ["fromDocument", "fromTopic"].map((way) => el("input", { type: "radio", name: "from", value: way, onchange: show }));
  ways[0].checked = true;
  const ofDocument = el("div", { class: "fields" }, field("document", document), field("chapter", chapter));
  const ofTopic = field("topic", topic, "topicHint");
  const place = el("div", { class: "notices" });
  let busy = false;
  document.addEventListener("change", fillChapters);
  void fillDocuments();
  show();
  return el(
    "form",
    { class: "card work-form", onsubmit: submit, "aria-label": () => word("newOne") },
    el("h2", {}, () => word("newOne")),
    el("fieldset", {}, el("legend", {}, () => word("from")), el("div", { class: "choice-row" }, ways.map((w) => el("label", { class: "tick" }, w, el("span", {}, () => word(w.value)))))),
    ofDocument,
    ofTopic,
    el("div", { class: "fields" }, field("questions", questions), field("sessions", sessions, "sessionsAuto")),
    el("details", { class: "more" }, el("summary", {}, () => word("more")), el("div", { class: "fields" }, field("language", speaks), field("level", level), field("seed", seed, "seedHint"))),
    el("div", { class: "actions" }, el("button", { type: "submit", class: "primary" }, () => word("make"))),
    place,
  );

  function show() {
    ofDocument.hidden = !ways[0].checked;
    ofTopic.hidden = ways[0].checked;
  }

  async function fillDocuments() {
    try {
      const { documents } = await call("/api/documents");
      const names = documents.map((/** @type {any} */ d) => el("option", { value: d.id, lang: d.language }, [d.number, d.title].filter(Boolean).join(" · ")));
      document.append(...names);
    } catch (error) {
      tell(place, told(error));
    }
  }

  async function fillChapters() {
    fill(chapter, el("option", { value: "" }, () => word("wholeDocument")));
    if (!document.value) return;
    const wanted = document.value;
    try {
      const { provisions } = await call(`/api/documents/${encodeURIComponent(wanted)}`);
      if (wanted === document.value) chapter.append(...chaptersIn(provisions));
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // the whole document can still be had
    }
  }

  /** @param {SubmitEvent} event */
  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    const whole = ways[0].checked;
    const input = whole ? document : topic;
    if (!input.value.trim()) {
      tell(place, word(whole ? "documentMissing" : "topicMissing"));
      return input.focus();
    }
    busy = true;
    fill(place, el("div", { class: "busy" }, el("p", {}, () => word("making"))));
    announce(word("making"));
    try {
      const made = await call("/api/courses", { json: asked(whole, input.value) });
      navigate(`/courses/${made.id}`);
    } catch (error) {
      tell(place, told(error));
    } finally {
      busy = false;
    }
  }

  /**
   * @param {boolean} whole
   * @param {string} subject
   */
  function asked(whole, subject) {
    const given = { chapter: whole ? chapter.value : "", sessions: Number(sessions.value) || "", language: speaks.value, level: level.value };
    return { topic: subject, questions: Number(questions.value) || 0, seed: Number(seed.value) || 0, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")) };
  }
}

/**
 * The chapters and sections of a document, as choices.
 * @param {any[]} provisions
 * @returns {HTMLElement[]}
 */
function chaptersIn(provisions) {
  return provisions.flatMap((p) => [
    ...(PARTS.includes(p.kind) ? [el("option", { value: p.label }, [p.label, p.title].filter(Boolean).join(". "))] : []),
    ...chaptersIn(p.children),
  ]);
}
