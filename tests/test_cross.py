"""Questions in one language, answers in the other: the cases stand in the documents, and enough of them are found."""

from collections import Counter
from pathlib import Path

import pytest

from assistant.search import Search
from corpus.errors import RequestError
from evals.cross import CrossCase, CrossResult, grouped, measure, read_cases, shares, tables
from tests.conftest import FEW, OpenCorpus

SOURCES = Path(__file__).parent.parent / "corpus" / "samples" / "sources"


def test_there_are_sixty_cases_half_each_way_and_a_third_held_out() -> None:
    assert Counter((c.language, c.held_out) for c in read_cases()) == {
        ("en", False): 20, ("en", True): 10, ("vi", False): 20, ("vi", True): 10,
    }  # fmt: skip


@pytest.mark.parametrize("case", read_cases(), ids=lambda c: c.id)
def test_the_answer_stands_in_the_other_language_only(case: CrossCase) -> None:
    texts = [" ".join((SOURCES / f"{name}.txt").read_text(encoding="utf-8").split()) for name in case.documents]
    assert all(any(quote in text for text in texts) for quote in case.quotes)
    for name in case.documents:
        assert name.endswith(".en") == (case.language == "vi")
        assert case.language == "vi" or not (SOURCES / f"{name}.en.txt").exists()


def test_most_of_them_are_found(few_data: Path, open_corpus: OpenCorpus) -> None:
    held = {Path(name).stem for name in FEW}
    cases = [c for c in read_cases() if held.issuperset(c.documents)]
    results = measure(Search(open_corpus(few_data)), cases)
    assert {c.language for c in cases} == {"en", "vi"}
    assert shares(results)["hit_at_5"] >= 0.8


def test_the_shares_count_places_within() -> None:
    case = read_cases()[0]
    results = [CrossResult(case, place) for place in (1, 3, 7, None)]
    assert shares(results) == {"hit_at_1": 0.25, "hit_at_5": 0.5, "hit_at_10": 0.75}
    assert shares([]) == {"hit_at_1": 0.0, "hit_at_5": 0.0, "hit_at_10": 0.0}
    assert grouped(results)["English question, Vietnamese text"] == results
    assert [row[2] for row in tables(results)[1].rows] == [7, None]


def test_a_bad_case_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text('{"id": "x-1", "question": ""}\n', encoding="utf-8")
    with pytest.raises(RequestError, match="x-1"):
        read_cases(tmp_path)
    (tmp_path / "one.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(RequestError, match="no case"):
        read_cases(tmp_path)
