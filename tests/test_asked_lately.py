"""The model is run once for the words of a question, however often they are searched for."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from assistant.assistant import Assistant
from corpus.asked_lately import KEPT, AskedLately


class Model:
    """Counts what it is given, and can be held up or fail."""

    def __init__(self) -> None:
        self.begun: Counter[str] = Counter()
        self.free = Event()
        self.free.set()
        self.fails = False

    def begin(self, text: str) -> Callable[[], list[str]]:
        self.begun[text] += 1

        def wait() -> list[str]:
            assert self.free.wait(10)
            if self.fails:
                raise MemoryError
            return [text]

        return wait


def test_the_same_words_are_begun_once_and_waited_for_by_all() -> None:
    model, lately = Model(), AskedLately[list[str]]()
    model.free.clear()
    with ThreadPoolExecutor(4) as threads:
        found = [threads.submit(lambda text: lately.begun(text, model.begin)(), text) for text in ("a", "b", "a", "a")]
        model.free.set()
        made = [f.result(10) for f in found]
    assert made == [["a"], ["b"], ["a"], ["a"]] and made[0] is made[2] is made[3]
    assert model.begun == {"a": 1, "b": 1}


def test_what_failed_is_begun_anew() -> None:
    model, lately = Model(), AskedLately[list[str]]()
    model.fails = True
    with pytest.raises(MemoryError):
        lately.begun("a", model.begin)()
    model.fails = False
    assert lately.begun("a", model.begin)() == ["a"] and model.begun["a"] == 2


def test_only_the_last_few_are_kept() -> None:
    model, lately = Model(), AskedLately[list[str]]()
    for n in range(KEPT):
        lately.begun(str(n), model.begin)
    lately.begun("0", model.begin)  # asked again: it is the latest now
    lately.begun("new", model.begin)
    lately.begun("0", model.begin)
    lately.begun("1", model.begin)
    assert model.begun["0"] == 1 and model.begun["1"] == 2


def test_a_question_that_names_a_document_runs_the_model_once(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder, texts = assistant.corpus.embedding.encoder, Counter[str]()
    begin = encoder.begin

    def counted(text: str) -> Callable[[], object]:
        texts[text] += 1
        return begin(text)

    monkeypatch.setattr(encoder, "begin", counted)
    question = "Theo Quyết định 25/2022/QĐ-UBND, ai lập kế hoạch đào tạo, bồi dưỡng hằng năm?"
    assistant.ask(question)  # searched for in all documents, in that one, and in those that are titled after it
    assert texts[question] == 1 and set(texts.values()) == {1}
