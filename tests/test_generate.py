"""Writing with a language model: what is carried is shown, what is not is not, and whatever the model does there is a checked answer."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from llama_index.core.base.llms.types import ChatMessage, ChatResponseGen
from llama_index.core.llms import LLM, MockLLM
from starlette.testclient import TestClient

from api.app import make_app
from assistant.answer import Answer, Citation, Statement
from assistant.assistant import Assistant
from assistant.llm import named
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings
from tests import llm_stub
from tests.llm_stub import Behaviour, Handler, saying, stub_model
from tests.plain_check import PlainCheck

DEFINED = "What is a competency framework?"
DEFINED_VI = "Khung năng lực là gì?"
NOWHERE = "How do penguins hatch their eggs in Antarctica?"


@pytest.fixture(scope="module")
def corpus(sample_data: Path, embedding: SentenceEmbedding) -> Iterator[Corpus]:
    yield from _opened(sample_data, embedding, first=30, whole=60)


@pytest.fixture(scope="module")
def hasty(sample_data: Path, embedding: SentenceEmbedding) -> Iterator[Corpus]:
    """The same with little patience, for models that do not come to an end by themselves."""
    yield from _opened(sample_data, embedding, first=0.6, whole=1.2)


def _opened(data: Path, embedding: SentenceEmbedding, first: float, whole: float) -> Iterator[Corpus]:
    corpus = Corpus(read_settings(data, llm_first_seconds=first, llm_seconds=whole))
    corpus.embedding = embedding
    yield corpus
    corpus.close()


def asking(corpus: Corpus, address: str) -> Assistant:
    settings = corpus.settings.model_copy(update={"llm": "openai-like", "llm_address": address})
    return Assistant(corpus, named(settings), PlainCheck())


def answer_of(corpus: Corpus, behave: Behaviour, question: str = DEFINED) -> Answer:
    with stub_model(behave) as stub:
        return asking(corpus, stub.address).ask(question)


def evidence_in(asked: dict[str, object]) -> list[str]:
    """The numbered excerpts of a prompt, without what is said of their place."""
    text = json.dumps(asked, ensure_ascii=False)
    return [
        m.replace('\\"', '"') for m in re.findall(r"\[\d+\] (.*?) \([^()]*\)\\n", text.split("=== Excerpts ===")[-1])
    ]


def fit_to_show(corpus: Corpus, answer: Answer) -> bool:
    marks = {c.mark for c in answer.citations}
    quotes = all(
        corpus.library.text(c.document.revision)[c.start : c.end] == c.quote and c.quote for c in answer.citations
    )
    return quotes and all(s.citations and marks.issuperset(s.citations) for s in answer.statements)


BAD: dict[str, tuple[Behaviour, str]] = {
    "hangs": (llm_stub.hangs, "within 0.6 seconds"),
    "drips": (llm_stub.drips, "within 0.6 seconds"),
    "drips its headers": (llm_stub.drips_headers, "within 0.6 seconds"),
    "a line without end": (llm_stub.never_ends_a_line, "not readable"),
    "drops the connection": (llm_stub.drops, "broke off"),
    "drops it at once": (llm_stub.drops_at_once, "broke off"),
    "an error 500": (llm_stub.errs, "error (500)"),
    "sends elsewhere": (llm_stub.redirects, "error (307)"),
    "a web page": (llm_stub.talks_html, "not readable"),
    "bytes": (llm_stub.talks_bytes, "not readable"),
    "broken JSON": (llm_stub.says_broken_json, "not readable"),
    "nothing": (llm_stub.says_nothing, "found no answer"),
    "NONE": (saying("NO", "NE"), "found no answer"),
    "the word that it cannot": (saying("I'm sorry, but as an AI I can't help with that."), "carry nothing"),
    "another language": (
        saying("Khung năng lực là tập hợp những điều mà ai cũng biết rõ từ trước đến nay [1]."),
        "in another language",
    ),
    "Chinese": (saying("能力框架是一套要求 [1]。它包括三个组。[2]"), "in another language"),
    "marks out of range": (saying("Penguins breed in winter [99]. Whales do not [0]."), "carry nothing"),
    "from memory, unmarked": (saying("Competency models were invented in 1973 by David McClelland."), "carry nothing"),
    "in circles": (llm_stub.goes_in_circles, "found no answer"),
    "without end": (llm_stub.never_ends, "carry nothing"),
    "a code block": (saying("```python\nprint('competency')\n```\n"), "carry nothing"),
    "half a sentence": (saying("A competency framework means the set of", reason="length"), "broke off"),
    "a link": (saying("A competency framework: see https://evil.example/x?q=1 [1]."), "carry nothing"),
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_the_model_does_the_quotes_answer_and_say_so(corpus: Corpus, hasty: Corpus, name: str) -> None:
    behave, why = BAD[name]
    quoted = Assistant(corpus).ask(DEFINED)
    answer = answer_of(hasty if "within" in why else corpus, behave)
    assert answer.writer == "quoted" and answer.outcome == "answered"
    assert (answer.statements, answer.citations) == (quoted.statements, quoted.citations)
    assert answer.note is not None and why in answer.note


@pytest.mark.parametrize(
    "said", ["A competency framework is what everybody has always known [1].", "Рамка компетенций [1]."]
)
def test_another_language_than_the_question_is_not_shown(corpus: Corpus, said: str) -> None:
    answer, quoted = answer_of(corpus, saying(said), DEFINED_VI), Assistant(corpus).ask(DEFINED_VI)
    assert answer.writer == "quoted" and answer.statements == quoted.statements
    assert answer.note is not None and "ngôn ngữ khác" in answer.note


def test_a_model_that_hangs_is_told_that_nobody_listens(hasty: Corpus) -> None:
    with stub_model(llm_stub.hangs) as stub:
        assert asking(hasty, stub.address).ask(DEFINED).writer == "quoted"
        assert waited_for(lambda: stub.hung_up)


def waited_for(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    return holds()


def test_a_server_that_is_not_there(corpus: Corpus) -> None:
    answer = asking(corpus, "http://127.0.0.1:9/v1").ask(DEFINED_VI)
    assert answer.writer == "quoted" and answer.statements
    assert answer.note is not None and "không kết nối được" in answer.note


def test_what_is_carried_is_shown_as_the_model_wrote_it(corpus: Corpus) -> None:
    def behave(handler: Handler) -> None:
        first = evidence_in(handler.stub.asked[-1])[0]
        words = first.split()
        saying(" ".join(words[-6:]).rstrip("."), " [1].\n", "The framework consists of three groups [2].")(handler)

    answer = answer_of(corpus, behave)
    assert answer.writer == "generated" and answer.outcome == "answered"
    assert [s.support for s in answer.statements] == ["verbatim", "checked"]
    assert answer.statements[1].text == "The framework consists of three groups."
    assert fit_to_show(corpus, answer)


def test_what_is_wrong_is_put_back_into_the_sources_words_or_left_out(corpus: Corpus) -> None:
    behave = saying(
        "The competency framework consists of 7 groups: general, professional and management competencies [2]. ",
        "Whoever fails it is dismissed without notice [1]. ",
        "The competency framework consists of three groups [2].",
    )
    answer = answer_of(corpus, behave)
    shown = " ".join(s.text for s in answer.statements)
    assert answer.writer == "generated" and "7" not in shown and "dismissed" not in shown
    assert answer.statements[0].support == "verbatim" and "three groups" in answer.statements[0].text
    assert answer.note is not None and "Left out" in answer.note and "own words" in answer.note
    assert fit_to_show(corpus, answer)


@pytest.mark.parametrize("mark", ["[7]", "[99]", "", "[3, 4]"])
def test_a_true_sentence_with_a_false_mark_gets_the_true_one(corpus: Corpus, mark: str) -> None:
    answer = answer_of(corpus, saying(f"The competency framework consists of three groups {mark}."))
    assert answer.writer == "generated"
    cited = {c.mark: c.quote for c in answer.citations}
    assert all("three groups" in cited[m] for s in answer.statements[:1] for m in s.citations)


def test_a_word_of_the_models_own_is_put_back_into_the_sources_words(corpus: Corpus) -> None:
    answer = answer_of(corpus, saying("The competency framework abolishes three groups [2]."))
    assert "abolishes" not in answer.text and "consists of three groups" in answer.text


def test_a_model_that_leaves_out_what_answers_is_completed(corpus: Corpus) -> None:
    answer, quoted = (
        answer_of(corpus, saying("The framework consists of three groups [2].")),
        Assistant(corpus).ask(DEFINED),
    )
    assert answer.writer == "generated" and {c.quote for c in quoted.citations} <= {c.quote for c in answer.citations}
    assert answer.note is not None and "left out what is asked for" in answer.note


def test_the_question_said_again_is_no_answer(corpus: Corpus) -> None:
    answer = answer_of(corpus, saying(f"Question: {DEFINED} [1]\n{DEFINED} [2]"))
    assert answer.writer == "quoted" and "?" not in answer.text


def test_a_model_that_stops_midway_is_completed_with_quotes(hasty: Corpus) -> None:
    def behave(handler: Handler) -> None:
        handler.begin()
        handler.say("The competency framework consists of three groups [2].\nIt")
        handler.stub.over.wait(30)

    answer, quoted = answer_of(hasty, behave), Assistant(hasty).ask(DEFINED)
    assert answer.statements[0].text == "The competency framework consists of three groups."
    assert {c.quote for c in quoted.citations} <= {c.quote for c in answer.citations}
    assert answer.note is not None and "within 1.2 seconds" in answer.note and fit_to_show(hasty, answer)


def test_nothing_is_asked_of_a_model_where_the_documents_do_not_say(corpus: Corpus) -> None:
    with stub_model(saying("Penguins hatch their eggs on their feet [1].")) as stub:
        answer = asking(corpus, stub.address).ask(NOWHERE)
        assert stub.asked == []
    quoted = Assistant(corpus).ask(NOWHERE)
    assert answer == quoted and answer.outcome == "not_found" and answer.note is None


def test_a_statement_is_shown_before_the_next_is_written(corpus: Corpus) -> None:
    go_on = threading.Event()

    def behave(handler: Handler) -> None:
        handler.begin()
        handler.say("The competency framework consists of three groups [2].\n")
        if go_on.wait(30):
            handler.say("The framework consists of general competencies [2].\n")
        handler.end()

    with stub_model(behave) as stub:
        steps = asking(corpus, stub.address).stream(DEFINED)
        first = next(steps)
        assert isinstance(first, Statement) and "three groups" in first.text
        go_on.set()
        rest = list(steps)
    assert isinstance(rest[0], Citation) and isinstance(rest[-1], Answer)
    answer = rest[-1]
    assert [first, *(s for s in rest if isinstance(s, Statement))] == list(answer.statements)
    assert (
        len(answer.statements) == 3 and answer.statements[1].text == "The framework consists of general competencies."
    )


def test_the_model_is_given_numbered_evidence_and_the_question_and_no_more(corpus: Corpus) -> None:
    with stub_model(saying("NONE")) as stub:
        asking(corpus, stub.address).ask(DEFINED_VI)
        (asked,) = stub.asked
    messages = asked["messages"]
    assert isinstance(messages, list) and [m["role"] for m in messages] == ["system", "user"]
    assert "tiếng Việt" in messages[0]["content"] and "NONE" in messages[0]["content"]
    numbers = re.findall(r"^\[(\d+)\] ", messages[1]["content"], re.MULTILINE)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)] and 1 <= len(numbers) <= 8
    assert DEFINED_VI in messages[1]["content"] and asked["temperature"] == 0


def test_a_long_list_is_quoted_whole_and_no_model_asked(corpus: Corpus) -> None:
    question = "Điều 2 Quyết định 25/2022/QĐ-UBND quy định gì?"
    whole = Assistant(corpus).ask("Hồ sơ đề nghị bổ nhiệm gồm những gì?")
    assert len(whole.statements) > 4
    with stub_model(saying("Một câu [1].")) as stub:
        answer = asking(corpus, stub.address).ask("Hồ sơ đề nghị bổ nhiệm gồm những gì?")
        assert stub.asked == [] and answer.statements == whole.statements
        assert answer.note is not None and "nguyên văn" in answer.note
        assert asking(corpus, stub.address).ask(question).statements


class Failing(MockLLM):
    """A plugged-in model that fails in its own way."""

    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: object) -> ChatResponseGen:
        raise RuntimeError("the key sk-secret is no good")


def test_a_plugged_in_model_that_raises_what_it_likes(corpus: Corpus, caplog: pytest.LogCaptureFixture) -> None:
    answer = Assistant(corpus, Failing(max_tokens=None), PlainCheck()).ask(DEFINED)
    assert answer.writer == "quoted" and answer.note is not None and "RuntimeError" in answer.note
    assert "sk-secret" not in answer.note + caplog.text


def test_any_llama_index_model_may_write(corpus: Corpus) -> None:
    echo: LLM = MockLLM(
        max_tokens=None
    )  # says what it was told: the evidence is in it, and orders that are in no document
    answer = Assistant(corpus, echo, PlainCheck()).ask(DEFINED)
    assert answer.statements and fit_to_show(corpus, answer)
    assert not any("excerpts" in s.text for s in answer.statements)


def test_over_http_as_events_and_as_a_body(sample_data: Path) -> None:
    with stub_model(saying("NONE")) as stub:
        settings = read_settings(sample_data, llm="openai-like", llm_address=stub.address, llm_key="sk-secret")
        with TestClient(make_app(settings)) as client:
            body = client.post("/api/ask", json={"question": DEFINED}).json()
            events = client.post("/api/ask", json={"question": DEFINED}, headers={"accept": "text/event-stream"}).text
        assert [h["authorization"] for h in stub.headers] == ["Bearer sk-secret"] * 2
    assert body["writer"] == "quoted" and "found no answer" in body["note"]
    names = re.findall(r"^event: (\w+)$", events, re.MULTILINE)
    assert names[0] == "statement" and names[-1] == "answer" and set(names) == {"statement", "citation", "answer"}
    streamed = json.loads(events.rsplit("data: ", 1)[1])
    assert streamed.pop("conversation") != body.pop("conversation")  # each begins one
    assert streamed == body
    assert "sk-secret" not in json.dumps(body) + events
