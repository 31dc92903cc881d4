"""The marked questions: each mark lies in its document, and what stands there is what answers."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.evidence import Evidence, gather
from corpus.corpus import Corpus
from evals.marked import HERE, SETS, Documents, Mark, Marked, read_marked

FOLDER = HERE / "marked_questions"


@pytest.fixture
def dossier(sample_corpus: Corpus) -> Documents:
    return Documents(sample_corpus, {})


@pytest.mark.parametrize("name", SETS)
def test_every_question_is_asked_once_and_seven_in_ten_can_be_answered(name: str) -> None:
    asked = read_marked(FOLDER / f"{name}.jsonl")
    assert len({a.id for a in asked}) == len({a.question for a in asked}) == len(asked)
    assert 0.55 < sum(a.answerable for a in asked) / len(asked) < 0.75


def test_each_mark_lies_in_its_document_and_holds_a_statement(dossier: Documents) -> None:
    texts = {
        Path(e.source.name).stem: dossier.corpus.library.text(e.revision) for e in dossier.corpus.library.entries()
    }
    marks = {m for a in read_marked(FOLDER / "dossier.jsonl") for m in a.marks}
    assert {m.document for m in marks} <= texts.keys()
    said = [texts[m.document][m.start : m.end] for m in marks]
    assert all(s.strip() == s and any(c.isalnum() for c in s) for s in said)
    assert all(m.end <= len(texts[m.document]) for m in marks)


def test_the_marked_statement_answers_its_twin_is_left_open_and_others_do_not(dossier: Documents) -> None:
    found = _statements(dossier.corpus, "Hồ sơ đề nghị")
    one = next(e for e in found if len(e.text) > 60)
    stem = Path(one.entry.source.name).stem
    asked = Marked("x", "?", "vi", (Mark(stem, one.start + 5, one.end - 5),))
    assert [e for e in found if dossier.answers(asked, e)] == [one]
    assert not any(dossier.unmarked(asked, e) for e in found if Path(e.entry.source.name).stem == stem)
    elsewhere = Marked("x", "?", "vi", (Mark(stem.removesuffix(".en") + ".en", 0, 9),))
    away = Marked("x", "?", "vi", (Mark("another", 0, 9),))
    assert dossier.unmarked(elsewhere, one) == (not stem.endswith(".en"))
    assert not dossier.unmarked(away, one)
    assert not dossier.answers(Marked("x", "?", "vi", ()), one)


def _statements(corpus: Corpus, text: str) -> list[Evidence]:
    assistant = Assistant(corpus)
    return gather(corpus, assistant.search.view, assistant.search.find(text, 12))
