"""Finding within bounds: type, issuer, date, document, collection; and words typed without their marks."""

from datetime import date
from pathlib import Path

import pytest

from assistant.search import Filters, Search
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings
from tests.conftest import OpenCorpus


@pytest.fixture(scope="module")
def search(few_data: Path, embedding: SentenceEmbedding) -> Search:
    corpus = Corpus(read_settings(few_data))
    corpus.embedding = embedding
    return Search(corpus)


def found(search: Search, question: str, filters: Filters | None = None) -> set[str]:
    hits = search.find(question, 30, filters)
    return {search.view.entries[h.key.revision].id for h in hits}


QUESTION = "kế hoạch đào tạo, bồi dưỡng cán bộ"


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(types=("plan",)), {"31-kh-tct-2026"}),
        (Filters(types=("plan", "decision")), {"31-kh-tct-2026", "18-2024-qd-ubnd"}),
        (Filters(documents=("02-ctr-tu-2026",)), {"02-ctr-tu-2026"}),
        (Filters(issuers=("trường chính trị",)), {"31-kh-tct-2026"}),
        (Filters(issued_from=date(2026, 1, 1)), {"02-ctr-tu-2026", "31-kh-tct-2026"}),
        (Filters(issued_from=date(2024, 5, 10), issued_to=date(2024, 5, 10)), {"18-2024-qd-ubnd"}),
        (Filters(collections=("khác",)), set()),
        (Filters(types=("decree",)), set()),
    ],
)
def test_only_what_the_filters_admit_is_found(search: Search, filters: Filters, ids: set[str]) -> None:
    assert found(search, QUESTION, filters) == ids


def test_without_filters_all_documents_are_looked_at(search: Search) -> None:
    everything = {e.id for e in search.corpus.library.entries()}
    assert found(search, QUESTION, Filters(collections=("default",))) == found(search, QUESTION) <= everything


def test_filters_together_must_all_admit(search: Search) -> None:
    assert found(search, QUESTION, Filters(types=("plan",), issued_to=date(2025, 1, 1))) == set()


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("lý lịch tư pháp số 1", "ly lich tu phap so 1"),
        ("kiểm định chất lượng đầu vào công chức", "kiem dinh chat luong dau vao cong chuc"),
        ("học viên nghỉ quá 20% số tiết", "hoc vien nghi qua 20% so tiet"),
    ],
)
def test_words_typed_without_marks_find_the_text_with_them(search: Search, marked: str, bare: str) -> None:
    assert search.find(bare, 1)[0].key == search.find(marked, 1)[0].key


def test_marked_words_prefer_the_text_with_those_marks(few_data: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_data)
    (best,) = corpus.keywords.search("phiếu lý lịch", 1)
    entry = next(e for e in corpus.library.entries() if e.revision == best.passage.revision)
    passage = corpus.library.passages([best.passage])[best.passage]
    assert "lý lịch" in corpus.library.text(entry.revision)[passage.start : passage.end]


def test_a_number_finds_its_document_however_it_is_typed(search: Search) -> None:
    for question in ("Quyết định 18/2024/QĐ-UBND", "quyet dinh 18/2024/QD-UBND"):
        best = search.find(question, 1)[0]
        assert search.view.entries[best.key.revision].id.startswith("18-2024-qd-ubnd")


def test_words_that_stand_nowhere_are_found_nowhere(search: Search) -> None:
    assert search.corpus.keywords.search("xylophone zebra", 5) == []
    assert search.corpus.keywords.search("?!", 5) == []


def test_the_same_question_finds_the_same_in_the_same_order(search: Search) -> None:
    assert search.find(QUESTION, 20) == search.find(QUESTION, 20)
