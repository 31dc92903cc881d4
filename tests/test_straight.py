"""A unit or a number that is named goes straight there, in every way it is typed, and to what cites it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.citing import agreement, cited_in, cited_within
from assistant.mentions import find_mentions
from assistant.question import understand
from assistant.references import resolve
from assistant.search import Search, View
from assistant.straight import straight
from corpus.corpus import Corpus
from corpus.document import Outline, Provision
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings
from corpus.units import named_units, units_called


@pytest.fixture(scope="module")
def corpus(few_data: Path, embedding: SentenceEmbedding) -> Iterator[Corpus]:
    corpus = Corpus(read_settings(few_data))
    corpus.embedding = embedding
    yield corpus
    corpus.close()


@pytest.fixture(scope="module")
def view(corpus: Corpus) -> View:
    return Search(corpus).view


def places(corpus: Corpus, view: View, question: str, why: str | None = None) -> list[str]:
    """The passages that a question goes straight to, as document/address."""
    found = [s for s in straight(corpus, question, view, list(view.entries)) if why in (None, s.why)]
    passages = corpus.library.passages(s.key for s in found)
    return [f"{view.entries[s.key.revision].id}/{passages[s.key].address}" for s in found]


@pytest.mark.parametrize(
    ("named", "steps"),
    [
        ("khoản 2 Điều 5 Nghị định", [("clause", "2"), ("article", "5")]),
        ("Điều 5, khoản 2", [("clause", "2"), ("article", "5")]),
        ("khoan 2 dieu 5", [("clause", "2"), ("article", "5")]),
        ("khỏan 2 Điêu 5", [("clause", "2"), ("article", "5")]),
        ("KHOẢN  2   ĐIỀU 5", [("clause", "2"), ("article", "5")]),
        ("điểm đ khoản 1 Điều 5", [("point", "đ"), ("clause", "1"), ("article", "5")]),
        ("Article 5, Clause 1, Point a", [("point", "a"), ("clause", "1"), ("article", "5")]),
        ("Điều 5a", [("article", "5a")]),
        ("mục II.1", [("clause", "1"), ("section", "II")]),
        ("Section III.2.b of", [("point", "b"), ("clause", "2"), ("section", "III")]),
        ("điểm 1 mục II", [("point", "1"), ("section", "II")]),
        ("Chương II", [("chapter", "II")]),
        ("chuong ii", [("chapter", "ii")]),
        ("mục 2 Chương III", [("section", "2"), ("chapter", "III")]),
        ("Phụ lục I", [("annex", "I")]),
        ("Annex No. 1", [("annex", "1")]),
        ("Phần thứ hai", [("part", "2")]),
        ("Mẫu số 01", [("form", "01")]),
    ],
)
def test_units_are_read_as_they_are_named(named: str, steps: list[tuple[str, str]]) -> None:
    (unit,) = named_units(named)
    assert list(unit.steps) == steps


@pytest.mark.parametrize(
    "text",
    ["mục vi phạm", "mức 2", "phần 20%", "tăng 2,5 phần", "khoản 2", "điểm a", "phân cấp 3", "màu 3", "mục tiêu"],
)
def test_what_only_looks_like_a_unit_is_none(text: str) -> None:
    assert named_units(text) == []


@pytest.mark.parametrize(
    ("typed", "serial", "year"),
    [
        ("18/2024/QĐ-UBND", "18", "2024"),
        ("18/2024/QD-UBND", "18", "2024"),
        ("18/2024/qd-ubnd", "18", "2024"),
        ("18 / 2024 / QĐ - UBND", "18", "2024"),
        ("l8/2O24/QĐ-UBND", "18", "2024"),
        ("Quyết định số 18 năm 2024", "18", "2024"),
        ("quyet dinh so 18/2024", "18", "2024"),
        ("QĐ 18/2024", "18", "2024"),
        ("QĐ18", "18", ""),
        ("qd 18/2024", "18", "2024"),
        ("Decision No. 18 of 2024", "18", "2024"),
        ("Decision 18/2024", "18", "2024"),
        ("05-NQ/TU", "5", ""),
        ("05/NQ-TU", "5", ""),
        ("Nghị quyết 05", "5", ""),
        ("nq 05-nq/tu", "5", ""),
        ("1482 QĐ-UBND", "1482", ""),
    ],
)
def test_numbers_are_read_as_they_are_typed(typed: str, serial: str, year: str) -> None:
    (mention,) = find_mentions(typed)
    assert (mention.serial, mention.year) == (serial, year)


@pytest.mark.parametrize(
    "text",
    ["kế hoạch 3 tháng", "Kế hoạch 5 năm 2021-2025", "đã 04 người", "1.482 người", "tỷ lệ 3/5", "ngày 31/3/2024"],
)
def test_counts_and_dates_are_no_numbers_of_documents(text: str) -> None:
    assert find_mentions(text) == []


@pytest.mark.parametrize(
    "typed",
    [
        "Điều 4 Quyết định 18/2024/QĐ-UBND",
        "dieu 4 quyet dinh 18/2024/qd-ubnd",
        "Article 4 of Decision 18/2024",
        "Điều 4 QĐ 18/2024",
        "khoản 1 Điều 4 QĐ18",
        "Điêu 4 của Quyết định số l8/2024/QĐ-UBND",
        "Điều 4  Quyết  định số 18 năm 2024",
    ],
)
def test_a_named_unit_comes_first_then_its_document(corpus: Corpus, view: View, typed: str) -> None:
    found = places(corpus, view, typed)
    assert found[0] == "18-2024-qd-ubnd/d4" and "18-2024-qd-ubnd/" in found
    assert places(corpus, view, typed, "unit") == ["18-2024-qd-ubnd/d4"]


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("mục II Kết luận 77-KL/TU", "77-kl-tu-2024/mii"),
        ("Section II of Conclusion 77-KL/TU", "77-kl-tu-2024-en/mii"),
        ("mục II.3 Kết luận 77", "77-kl-tu-2024/mii"),
        ("muc II ket luan 77-kl/tu", "77-kl-tu-2024/mii"),
    ],
)
def test_units_of_party_texts_are_found_in_the_questions_language_first(
    corpus: Corpus, view: View, typed: str, unit: str
) -> None:
    found = places(corpus, view, typed, "unit")
    assert found[0] == unit and {p.split("/")[0] for p in found} == {"77-kl-tu-2024", "77-kl-tu-2024-en"}


def test_a_number_that_is_only_cited_goes_to_what_cites_it(corpus: Corpus, view: View) -> None:
    for typed in ("Thông tư 98/2022/TT-BNV", "TT 98/2022", "thong tu so 98 nam 2022", "98/2022/tt-bnv"):
        assert {p.split("/")[0] for p in places(corpus, view, typed)} >= {"642-snv-ccvc-2023", "77-kl-tu-2024"}
        assert {s.why for s in straight(corpus, typed, view, list(view.entries))} == {"cites"}


def test_a_passage_that_cites_the_unit_named_comes_before_other_citations(corpus: Corpus, view: View) -> None:
    first, *_ = straight(corpus, "khoản 2 Điều 5 Quyết định 25/2022/QĐ-UBND", view, list(view.entries))
    passage = corpus.library.passages([first.key])[first.key]
    text = corpus.library.text(first.key.revision)[passage.start : passage.end]
    assert first.why == "cites" and "khoản 2 Điều 5 Quy chế ban hành kèm theo Quyết định số 25/2022/QĐ-UBND" in text


def test_what_may_not_be_shown_is_not_shown(corpus: Corpus, view: View) -> None:
    allowed = [r for r, e in view.entries.items() if e.id == "642-snv-ccvc-2023"]
    assert straight(corpus, "Quyết định 18/2024/QĐ-UBND", view, allowed) == []
    assert {s.key.revision for s in straight(corpus, "Thông tư 98/2022", view, allowed)} == set(allowed)


def test_words_beside_the_name_choose_within_the_document(corpus: Corpus, view: View) -> None:
    (first, *_) = straight(corpus, "thay thế cụm từ trong Quyết định 18/2024/QĐ-UBND", view, list(view.entries))
    assert not first.bare and first.why == "document"
    assert corpus.library.passages([first.key])[first.key].address == "d2"
    assert all(s.bare for s in straight(corpus, "Quyết định 18/2024/QĐ-UBND", view, list(view.entries)))


@pytest.mark.parametrize(
    "question", ["bổ nhiệm lại", "what is due in 2024", "Điều 5", "Quyết định 999/2030/QĐ-UBND", "9"]
)
def test_a_question_that_names_nothing_known_goes_nowhere(corpus: Corpus, view: View, question: str) -> None:
    assert straight(corpus, question, view, list(view.entries)) == []


def test_asking_resolves_the_same_names(corpus: Corpus, view: View) -> None:
    for typed in ("Điều 4 QĐ 18/2024", "mục II Nghị quyết 05-NQ/TU", "Section II of resolution 05-nq/tu"):
        named = resolve(corpus, understand(typed), view.entries.values())
        assert named.entries and named.unit is not None and not named.unknown
    assert resolve(corpus, understand("Điều 99 Quyết định 18/2024/QĐ-UBND"), view.entries.values()).unit_missing
    assert resolve(corpus, understand("Quyết định 999/2030/QĐ-UBND"), view.entries.values()).unknown


def test_chapters_annexes_and_enclosed_articles_are_found_in_an_outline() -> None:
    units = [
        Provision("d1", "article", "Điều 1", "", 0, 10),
        Provision("kt1", "enclosure", "Quy chế", "", 10, 90),
        Provision("kt1.cii", "chapter", "Chương II", "", 20, 60, "kt1"),
        Provision("kt1.d5", "article", "Điều 5", "", 25, 60, "kt1.cii"),
        Provision("kt1.d5.k2", "clause", "khoản 2", "", 30, 50, "kt1.d5"),
        Provision("kt1.d5.k2.dd", "point", "điểm đ", "", 40, 50, "kt1.d5.k2"),
        Provision("pli", "annex", "Phụ lục I", "", 90, 100),
    ]
    wanted = {
        "điểm đ khoản 2 Điều 5": "kt1.d5.k2.dd",
        "Point dd, Clause 2, Article 5": "kt1.d5.k2.dd",
        "khoản 2 Điều 5 Chương II": "kt1.d5.k2",
        "Chương 2": "kt1.cii",
        "Phụ lục 1": "pli",
        "Annex I": "pli",
    }
    for named, address in wanted.items():
        assert [u.address for u in units_called(Outline(units), named_units(named)[0])] == [address]
    assert units_called(Outline(units), named_units("khoản 2 Điều 5 Chương III")[0]) == []


def test_citations_are_read_with_the_unit_that_they_name() -> None:
    text = "Theo khoản 2 Điều 5 Nghị định số 138/2020/NĐ-CP ngày 27/11/2020; Điều 7. Nghị định số 138/2020/NĐ-CP"
    key = find_mentions("138/2020/NĐ-CP")[0].number
    assert key is not None
    with_unit, without = cited_in(text, {key.key})
    (clause,) = named_units("khoản 2 Điều 5")
    (article,) = named_units("Article 5")
    (other,) = named_units("Điều 6")
    assert with_unit.unit is not None and without.unit is None
    assert agreement(clause, with_unit.unit) == agreement(article, with_unit.unit) == 0
    assert agreement(clause, article) == 1 and agreement(clause, None) == 2 and agreement(other, with_unit.unit) == 3


def test_a_text_cites_its_own_units() -> None:
    (unit,) = named_units("Điều 5")
    text = "Theo khoản 2 Điều 5 Quy chế này và Điều 5 của Luật Cán bộ, công chức. Under Article 5 of this Regulation."
    assert [text[at : at + 8] for at in cited_within(text, unit)] == ["Điều 5 Q", "Article "]
