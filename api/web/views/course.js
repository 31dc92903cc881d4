/** One course pack: outline, provisions, glossary, cases, and the quiz to try. */

import { call, told } from "../core/api.js";
import { confirmed } from "../core/dialog.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { announce } from "../core/live.js";
import { entitle, navigate } from "../core/router.js";
import { WORDS } from "../words/courses.js";
import { WORDS as SHARED } from "../words/work.js";
import { exportMenu, laidOut } from "../work/exports.js";
import { tell } from "../work/notice.js";
import { quiz } from "../work/quiz.js";
import { beside, chips } from "../work/sources.js";

const word = said(WORDS);
const shared = said(SHARED);
const FORMATS = ["pptx", "docx_state", "docx_party", "xlsx", "md", "csv", "json"];

/** @type {import("../core/router.js").View["mount"]} */
export function mount(outer, { id }) {
  const { content: root, close } = beside(outer);
  entitle(() => word("courses"));
  fill(root, el("p", { class: "lead" }, () => shared("opening")));
  const path = `/api/courses/${encodeURIComponent(id)}`;
  call(path).then(
    (course) => show(root, course, path),
    (error) => {
      const notices = el("div", { class: "notices" });
      fill(root, el("h1", {}, () => word("courses")), notices, el("a", { href: "/courses" }, () => word("back")));
      tell(notices, told(error));
    },
  );
  return close;
}

/**
 * @param {HTMLElement} root
 * @param {any} course
 * @param {string} path
 */
function show(root, course, path) {
  entitle(() => course.subject);
  const speaks = course.language;
  const notices = el("div", { class: "notices" });
  const parts = [
    part("objectives", el("ul", { class: "bullets", lang: speaks }, course.objectives.map((/** @type {string} */ o) => el("li", {}, o))), course.objectives.length),
    part("outline", outline(course), course.sessions.length),
    part("provisions", el("ul", { class: "provisions" }, course.provisions.map((/** @type {any} */ p) => el("li", {}, el("blockquote", { lang: speaks }, p.quote), el("p", { class: "item-sources" }, chips([p]))))), course.provisions.length),
    part("glossary", glossary(course), course.glossary.length),
    part("cases", cases(course), course.cases.length),
    part("quiz", el("div", {}, fewer(course), quiz(course.questions, speaks)), course.questions.length),
  ];
  fill(
    root,
    el("p", { class: "way-back no-print" }, el("a", { href: "/courses" }, icon("left"), () => word("back"))),
    el("div", { class: "view-head" }, el("h1", { lang: speaks }, course.subject)),
    course.notes.map((/** @type {string} */ n) => el("p", { class: "muted small course-note", lang: speaks }, n)),
    notices,
    el(
      "div",
      { class: "toolbar no-print" },
      exportMenu(FORMATS, (format, layout) => ({ path: laidOut(`${path}.${format}`, layout) })),
      el("button", { type: "button", onclick: () => print() }, icon("print"), () => shared("print")),
      el("button", { type: "button", onclick: remove }, icon("trash"), () => word("deleteIt")),
    ),
    el("nav", { class: "tabs no-print", "aria-label": () => word("contents") }, parts.map((p) => el("a", { href: `#${p.id}` }, () => word(p.dataset.part ?? "")))),
    parts,
  );

  async function remove() {
    if (!(await confirmed(() => word("deleteTitle"), () => word("deleteText", { subject: course.subject }), () => word("deleteIt")))) return;
    try {
      await call(path, { method: "DELETE" });
      navigate("/courses");
      announce(word("deleted"));
    } catch (error) {
      tell(notices, told(error));
    }
  }
}

/**
 * @param {string} name
 * @param {HTMLElement} content
 * @param {number} count
 */
function part(name, content, count) {
  const id = freshId("title");
  return el(
    "section",
    { id: name, class: "stage course-part", "data-part": name, "aria-labelledby": id },
    el("div", { class: "stage-head" }, el("h2", { id }, () => word(name)), el("span", { class: "muted small" }, count)),
    count ? content : el("p", { class: "muted" }, () => word("nothing")),
  );
}

/** @param {any} course */
function outline(course) {
  const step = (/** @type {any} */ s, /** @type {number} */ n) =>
    el(
      "li",
      {},
      el("span", { class: "minutes" }, () => word("minutes", { minutes: s.minutes })),
      el("span", { lang: s.title ? course.language : null }, s.title || (() => word(n ? "review" : "opening"))),
      s.source ? el("span", { class: "item-sources" }, chips([s.source])) : null,
    );
  return el(
    "div",
    {},
    course.sessions.map((/** @type {any} */ s) =>
      el("div", { class: "session" }, el("h3", {}, () => word("session", { number: s.number, title: s.title }), " ", el("span", { class: "muted small" }, () => word("minutes", { minutes: s.minutes }))), el("ol", { class: "steps" }, s.steps.map(step))),
    ),
  );
}

/** @param {any} course */
function glossary(course) {
  const entry = (/** @type {any} */ g) =>
    el(
      "div",
      {},
      el("dt", { lang: course.language }, g.term),
      el("dd", {}, g.meaning, " ", g.source ? el("span", { class: "item-sources" }, chips([g.source])) : el("span", { class: "muted small" }, "(", () => word("fromGlossary"), ")")),
    );
  return el("dl", { class: "glossary" }, course.glossary.map(entry));
}

/** @param {any} course */
function cases(course) {
  const one = (/** @type {any} */ c, /** @type {number} */ n) =>
    el(
      "li",
      { class: "case" },
      el("h3", {}, () => word("caseNumber", { number: n + 1 })),
      el("p", { lang: course.language }, c.situation),
      el("details", { class: "more" }, el("summary", {}, () => word("solution")), el("p", { lang: course.language }, c.solution), el("p", { class: "item-sources" }, chips(c.sources))),
    );
  return el("ol", {}, course.cases.map(one));
}

/** @param {any} course */
function fewer(course) {
  const made = course.questions.length;
  return made < course.questions_asked ? el("p", { class: "muted" }, () => word("fewer", { made, asked: course.questions_asked })) : null;
}
