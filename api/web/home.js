/** The page to ask on: question, answer with its sources, documents, upload. */

import { begin, byId, call, el, language, onLanguage, Problem, word } from "./page.js";
import { answerView } from "./answer.js";
import { beginDocuments } from "./library.js";
import { EXAMPLES } from "./words.js";

/** @type {{answer: any, language: string} | null} */
let shown = null;
/** @type {string | null} */
let failed = null;
let asked = 0;

const form = /** @type {HTMLFormElement} */ (byId("ask"));
const question = /** @type {HTMLTextAreaElement} */ (byId("question"));

function draw() {
  document.title = word("title");
  byId("examples").replaceChildren(
    ...EXAMPLES[language()].map((text) => {
      const button = el("button", { type: "button", class: "example" }, text);
      button.addEventListener("click", () => {
        question.value = text;
        form.requestSubmit();
      });
      return el("li", {}, button);
    }),
  );
  const place = byId("answer");
  place.hidden = !shown && !failed;
  if (failed) place.replaceChildren(el("h2", { id: "answer-title" }, word("failed")), el("p", { class: "card problem" }, failed));
  else if (shown) place.replaceChildren(...answerView(shown.answer, shown.language));
}

/** @param {string} text */
async function ask(text) {
  const turn = ++asked;
  const asking = language();
  tell(word("asking"), false);
  byId("answer").setAttribute("aria-busy", "true");
  /** @type {any} */
  let answer = null;
  let problem = null;
  try {
    const body = JSON.stringify({ question: text, language: asking });
    answer = await call("/api/ask", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problem = error.message;
  }
  if (turn !== asked) return; // another question has been asked since
  shown = answer && { answer, language: asking };
  failed = problem;
  byId("answer").removeAttribute("aria-busy");
  draw();
  const found = answer?.citations.length;
  tell(problem ?? (found ? word("answered", { count: found }) : word("notFound")), true);
}

/**
 * What a screen reader is told; what stands below anyway is told to nobody else.
 * @param {string} message
 * @param {boolean} shownBelow
 */
function tell(message, shownBelow) {
  byId("status").textContent = message;
  byId("status").classList.toggle("unseen", shownBelow);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = question.value.trim();
  // the question stands in the address, so that coming back from a source shows its answer again
  history.replaceState(null, "", text ? `/?q=${encodeURIComponent(text)}` : "/");
  void ask(text);
});

question.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

begin();
onLanguage(draw);
beginDocuments();
const before = new URLSearchParams(location.search).get("q");
if (before) {
  question.value = before;
  void ask(before);
}
