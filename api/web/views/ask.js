/** Asking: the conversation, the question box, the history, and the source beside them. */

import { answered, freshKey } from "../ask/asking.js";
import { filterBar, asSent, nothingChosen } from "../ask/filters.js";
import { historyList } from "../ask/history.js";
import { honest } from "../ask/answer.js";
import { questionBox } from "../ask/question.js";
import { turnView } from "../ask/turn.js";
import { call, Problem, told } from "../core/api.js";
import { el, fill } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { language, onLanguage, said } from "../core/language.js";
import { alarm, announce } from "../core/live.js";
import { entitle, navigate } from "../core/router.js";
import { sourcePanel } from "../source/panel.js";
import { WORDS } from "../words/ask.js";

/** @typedef {import("../ask/asking.js").Question} Question */
/** @typedef {import("../ask/turn.js").Turn} Turn */
/** @typedef {ReturnType<typeof turnView>} View */

const word = said(WORDS);
const PENDING = "vanban-pending";
const tabs = new BroadcastChannel("vanban");

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root, params) {
  /** @type {string | null} */
  let id = params.conversation ?? null;
  let title = "";
  let filters = nothingChosen();
  /** @type {number | null} the turn that the next question takes the place of */
  let editing = null;
  /** @type {AbortController | null} */
  let running = null;
  /** @type {any} */
  let scope = null;
  let gone = false;

  entitle(() => title || word("title"));
  const panel = sourcePanel();
  const history = historyList(() => id);
  const bar = filterBar((chosen) => void (filters = chosen));
  const box = questionBox({ send: (q) => void ask(q), stop: () => running?.abort(), limit: () => scope?.question_limit ?? null, beside: [bar.element] });
  const turns = el("div", { class: "turns" });
  const opening = el("div", { class: "opening" });
  const examples = el("section", { class: "examples" });
  const edited = el("div", { class: "editing" });
  const place = el("div", { class: "question-place no-print" }, edited, box.element);
  const historyButton = el("button", { type: "button", class: "quiet small history-button", "aria-expanded": "false", onclick: toggleHistory }, icon("history"), () => word("history"));
  const newButton = el("a", { class: "button quiet small", href: "/" }, icon("plus"), () => word("newConversation"));
  const head = el("div", { class: "conversation-head no-print" }, historyButton, newButton);
  const heading = el("h1", { class: id ? "unseen" : "" }, () => title || word("heading"));
  const conversation = el("section", { class: "conversation" }, head, heading, opening, turns, place, examples);
  const grid = el("div", { class: "ask-grid" }, history.element, conversation, panel.element);
  root.classList.add("asking");
  fill(root, grid);
  panel.onOpen((open) => grid.classList.toggle("with-source", open));

  const around = {
    open: panel.open,
    ask: (/** @type {string} */ question) => void ask(question),
    edit,
    again: (/** @type {Turn} */ turn) => void ask(turn.question, { turn: turn.number, filters: turn.filters, asOf: turn.asOf }),
    names: bar.names,
  };

  const silent = onLanguage(() => {
    if (!id) void drawExamples();
  });
  /** @param {MessageEvent} event another tab has gone on with a conversation */
  const heard = (event) => {
    void history.refresh();
    if (event.data === id && !running) void load();
  };
  tabs.addEventListener("message", heard);
  void history.refresh();
  void begin();

  return () => {
    gone = true;
    running?.abort();
    silent();
    tabs.removeEventListener("message", heard);
    panel.close();
  };

  async function begin() {
    draw();
    const waiting = pending();
    const query = params.query.get("q");
    if (id) await load();
    else void drawExamples();
    if (gone) return;
    if (waiting && waiting.conversation === id && !query) void send(waiting);
    else if (query) void ask(query);
    else box.write(box.draft());
    try {
      scope = await call("/api/scope");
      draw();
    } catch (error) {
      fill(opening, el("p", { class: "notice wrong" }, told(error)));
    }
  }

  /** Shows the conversation as the server keeps it. */
  async function load() {
    try {
      const kept = await call(`/api/conversations/${encodeURIComponent(id ?? "")}`);
      if (gone || running) return;
      title = kept.title;
      entitle(() => title);
      fill(heading, () => title || word("heading"));
      const views = kept.turns.map((/** @type {any} */ t) => {
        const view = turnView({ question: t.question, number: t.turn, filters: t.answer?.filters ?? null, asOf: null }, around);
        if (t.answer) view.finish(t.answer, t.feedback);
        else view.unkept();
        return view.element;
      });
      fill(turns, ...views);
      draw();
    } catch (error) {
      const message = told(error);
      if (!(error instanceof Problem) || error.status !== 404) return fill(turns, el("p", { class: "notice wrong" }, message));
      fill(turns, el("div", { class: "notice warn" }, el("p", {}, () => word("expired")), el("a", { class: "button", href: "/" }, () => word("newConversation"))));
    }
  }

  function draw() {
    const asked = turns.childElementCount > 0;
    heading.classList.toggle("unseen", asked || Boolean(id));
    conversation.classList.toggle("begun", asked || Boolean(id));
    box.follow(asked);
    examples.hidden = opening.hidden = asked || Boolean(id);
    newButton.hidden = !asked && !id;
    if (!scope) return fill(opening, el("p", { class: "lead" }, () => word("lead")));
    const none = el("div", { class: "notice" }, el("p", {}, () => word("noDocuments")), el("a", { class: "button primary", href: "/documents" }, () => word("addDocuments")));
    const over = el("p", { class: "small muted" }, () => word("overDocuments", { count: scope.documents }));
    fill(opening, el("p", { class: "lead" }, () => word("lead")), scope.documents ? over : none);
  }

  async function drawExamples() {
    try {
      const { questions } = await call(`/api/examples?language=${language()}`);
      const buttons = questions.map((/** @type {string} */ q) => el("li", {}, el("button", { type: "button", class: "example", onclick: () => void ask(q) }, q)));
      fill(examples, questions.length ? [el("h2", {}, () => word("examples")), el("ul", {}, buttons)] : []);
    } catch (error) {
      told(error); // without examples one can ask as well; what is wrong is said above
    }
  }

  function toggleHistory() {
    const open = grid.classList.toggle("with-history");
    historyButton.setAttribute("aria-expanded", String(open));
    if (open) history.element.querySelector("input")?.focus();
  }

  /** @param {Turn} turn */
  function edit(turn) {
    editing = turn.number;
    box.write(turn.question);
    box.field.focus();
    const cancel = el("button", { type: "button", class: "quiet small", onclick: unedit }, () => word("cancelEdit"));
    fill(edited, editing && el("p", { class: "small" }, icon("edit"), " ", () => word("editing", { turn: turn.number ?? 0 })), editing && cancel);
  }

  function unedit() {
    editing = null;
    fill(edited);
    box.write("");
    box.field.focus();
  }

  /**
   * @param {string} question
   * @param {{turn: number | null, filters: any, asOf: string | null}} [instead] asked before, with what
   */
  async function ask(question, instead) {
    if (running) return;
    const own = instead ?? { turn: editing, filters: asSent(filters), asOf: filters.as_of };
    editing = null;
    fill(edited);
    box.write("");
    await send({ question, conversation: id, key: freshKey(), ...own });
  }

  /**
   * Asks, shows what comes, and says what went wrong.
   * @param {Question} asked
   */
  async function send(asked) {
    running = new AbortController();
    const { signal } = running;
    const view = turnView({ question: asked.question, number: asked.turn ?? null, filters: asked.filters, asOf: asked.asOf }, around);
    dropFrom(asked.turn ?? null);
    turns.append(view.element);
    view.begin();
    box.run(true);
    keepPending(asked);
    draw();
    view.element.scrollIntoView({ block: "start" });
    announce(word("searching"));
    try {
      const answer = await answered(asked, listener(view), signal);
      keepPending(null);
      view.finish(answer);
      arrived(answer);
    } catch (error) {
      if (gone) return; // the question is asked again when the reader comes back
      keepPending(null);
      failed(error, view, asked);
    } finally {
      running = null;
      if (!gone) box.run(false);
    }
  }

  /**
   * @param {View} view
   * @returns {import("../ask/asking.js").Listener}
   */
  function listener(view) {
    return {
      statement(statement) {
        view.statement(statement);
        announce(statement.text);
      },
      citation: view.citation,
      broken() {
        view.notify({ text: () => word("broken"), kind: "warn" });
        alarm(word("broken"));
      },
      again() {
        view.begin();
        view.notify({ text: () => word("retrying"), kind: "busy" });
        announce(word("retrying"));
      },
    };
  }

  /** @param {any} answer */
  function arrived(answer) {
    announce(answer.statements.length ? honest(answer) : (answer.lead ?? answer.missing ?? word("answered")));
    if (answer.conversation !== id) {
      id = answer.conversation;
      navigate(`/c/${id}`, { replace: true, quiet: true });
    }
    void history.refresh();
    tabs.postMessage(id);
  }

  /**
   * @param {unknown} error
   * @param {View} view
   * @param {Question} asked
   */
  function failed(error, view, asked) {
    if (error instanceof DOMException && error.name === "AbortError") {
      view.notify({ text: () => word("stopped"), actions: [view.againButton()] });
      return announce(word("stopped"));
    }
    const message = told(error);
    const code = error instanceof Problem ? error.code : "";
    const once = (/** @type {Question} */ question) => () => {
      view.element.remove();
      void send(question);
    };
    /** @type {() => string} */
    let text = () => message;
    let action = el("button", { type: "button", onclick: once(asked) }, () => word("tryAgain"));
    if (code === "offline") text = () => word("brokenFor");
    if (code === "conversation-unknown") {
      text = () => word("expired");
      action = el("button", { type: "button", onclick: () => { id = null; once({ ...asked, conversation: null, turn: null })(); } }, () => word("askNew"));
    }
    if (error instanceof Problem && error.status === 422) {
      // what was asked has to change: asked again, it would be refused again
      action = el("button", { type: "button", onclick: () => { view.element.remove(); box.write(asked.question); box.field.focus(); } }, () => word("edit"));
    }
    view.notify({ text, kind: "wrong", actions: [action] });
    alarm(text());
    if (!box.field.value) box.write(asked.question); // so that it can be mended
  }

  /** @param {number | null} number of the turn that is asked anew: it and what followed go */
  function dropFrom(number) {
    if (number === null) return;
    const from = [...turns.children].findIndex((element) => Number(/** @type {HTMLElement} */ (element).dataset.turn) >= number);
    if (from >= 0) [...turns.children].slice(from).forEach((element) => element.remove());
  }

  /** @param {Question | null} question that is on its way, for when the page is loaded anew */
  function keepPending(question) {
    try {
      if (question) sessionStorage.setItem(PENDING, JSON.stringify(question));
      else sessionStorage.removeItem(PENDING);
    } catch {
      // storage is switched off: a reload loses the question
    }
  }

  /** @returns {Question | null} */
  function pending() {
    try {
      return JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
    } catch {
      return null;
    }
  }
}
