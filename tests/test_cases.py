"""The cases that we ship: what each asks for stands in the documents that it names. Knows nothing of the answers."""

import hashlib
import unicodedata
from pathlib import Path

import pytest

from evals.answers import CASES, SAMPLES
from evals.judge import Case, holds, read_cases
from ingest.job import document_of, files_under

HELD_OUT = CASES.parent / "cases_held_out"
SEVERAL = ("compare", "conflict")  # kinds whose answer is put together from several documents


@pytest.fixture(scope="module")
def sample_texts() -> dict[str, str]:
    """The text that the product reads from each sample file, by the file's name without its suffix."""
    files = files_under([SAMPLES])
    return {Path(f.name).stem: document_of(f, f.path.read_bytes(), "").document.text for f in files}


@pytest.fixture(scope="module", params=[CASES, HELD_OUT], ids=["open", "held out"])
def cases(request: pytest.FixtureRequest) -> list[Case]:
    """The cases of a folder."""
    return read_cases(request.param)


def test_cases_cover_both_languages_and_every_kind(cases: list[Case]) -> None:
    assert len(cases) >= 110
    assert {c.language for c in cases} == {"vi", "en"}
    kinds = ("fact", "number", "date", "who", "list", "definition", "deadline", "yesno", "find", "unit", "compare")
    for kind in (*kinds, "conflict", "partial", "absent", "trap"):
        assert any(c.kind == kind for c in cases), kind
    assert all(c.answerable != (c.kind in ("absent", "trap")) for c in cases)
    assert all((c.outcome == "partial") == (c.kind == "partial") for c in cases)
    assert all((c.outcome == "conflicting") == (c.kind == "conflict") for c in cases)
    assert all(unicodedata.is_normalized("NFC", c.model_dump_json()) for c in cases)


def test_what_a_case_asks_for_stands_in_the_documents_it_names(cases: list[Case], sample_texts: dict[str, str]) -> None:
    for case in cases:
        if not case.answerable:
            assert not case.must and not case.documents, case.id
            continue
        assert case.must and case.documents, case.id
        assert set(case.documents) <= set(sample_texts), case.id
        texts = [sample_texts[d] for d in case.documents]
        absent = [a for g in case.must for a in g.split("|") if not any(holds(t, a) for t in texts)]
        assert not absent, case.id
        assert case.kind in SEVERAL or any(all(holds(t, g) for g in case.must) for t in texts), case.id


def test_no_question_is_asked_twice() -> None:
    every = [*read_cases(CASES), *read_cases(HELD_OUT)]
    assert len({c.id for c in every}) == len({c.question.casefold() for c in every}) == len(every)


def test_what_is_held_out_was_drawn_and_not_chosen() -> None:
    """Which half a case of these files fell into follows from its name alone."""
    late = [c for path in CASES.glob("more_*.jsonl") for c in read_cases(path)]
    drawn = {True: read_cases(HELD_OUT), False: late}
    for held, given in drawn.items():
        assert all(hashlib.sha256(c.id.encode()).digest()[0] % 2 == held for c in given)
