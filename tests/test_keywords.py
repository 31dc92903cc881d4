"""The fields of the lexical index: what a question looks for in each, and that document numbers are found in parts."""

from pathlib import Path

import pytest

from corpus.errors import UnavailableError
from corpus.fields import FIELDS, Clause, clauses_of, terms_of
from corpus.keywords import Entry, Keywords, affordable

TEXTS = [
    ("Căn cứ Nghị định số 138/2020/NĐ-CP về tuyển dụng công chức.", "", "vi"),
    ("Căn cứ Nghị định số 62/2020/NĐ-CP về vị trí việc làm.", "", "vi"),
    ("Thực hiện Nghị quyết số 05-NQ/TU của Tỉnh ủy.", "", "vi"),
    ("Pursuant to Decision No. 25/2022/QD-UBND on recruitment.", "", "en"),
    ("Thời hạn là 138 ngày trong năm 2020.", "", "vi"),
    ("Mức chi theo bảng sau.", "Kinh phí bồi dưỡng", "vi"),
    ("The amounts are set out below.", "Tuition fees and allowances", "en"),
]


@pytest.fixture
def keywords(tmp_path: Path) -> Keywords:
    index = Keywords(tmp_path / "words")
    rows = [
        Entry(i, text, above, "en" if language == "en" else "vi") for i, (text, above, language) in enumerate(TEXTS)
    ]
    index.add({1: rows})
    return index


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("138/2020/NĐ-CP", 0), ("138/2020/ND-CP", 0), ("138/2020", 0), ("NĐ-CP 138", 0), ("ND-CP 138", 0), ("NĐ 138", 0),
        ("nghi dinh 138", 0), ("nghị định số 138", 0), ("Decree No. 138", 0), ("Nghị định 62", 1), ("decree 62/2020", 1),
        ("nghi quyet 05", 2), ("NQ 5", 2), ("Resolution No. 05", 2), ("05-NQ/TU", 2), ("5-NQ/TU", 2),
        ("Quyết định 25", 3), ("quyet dinh 25/2022", 3), ("QĐ-UBND 25", 3), ("Decision 25/2022/QĐ-UBND", 3),
    ],
)  # fmt: skip
def test_a_number_is_found_whole_and_in_parts(keywords: Keywords, question: str, first: int) -> None:
    assert keywords.search(question, 5)[0].passage.ordinal == first


@pytest.mark.parametrize("question", ["trong 138 ngày", "138%", "giai đoạn 2020-2025", "quyết định 1,5 lần"])
def test_other_figures_are_no_numbers_of_documents(question: str) -> None:
    assert not [c for c in clauses_of(question) if c.field == "number"]


def test_headings_are_found_in_both_languages(keywords: Keywords) -> None:
    assert keywords.search("kinh phí bồi dưỡng", 5)[0].passage.ordinal == 5
    assert keywords.search("kinh phi boi duong", 5)[0].passage.ordinal == 5
    assert keywords.search("tuition fee", 5)[0].passage.ordinal == 6


def test_every_field_is_one_of_the_schema_and_every_language_has_its_own() -> None:
    for text, above, language in TEXTS:
        terms = terms_of(text, above, "en" if language == "en" else "vi")
        assert tuple(terms) == FIELDS
        assert (terms["stem"] == terms["folded"][: len(terms["stem"])]) == (language == "vi")
        assert all(" " not in term for found in terms.values() for term in found)


def test_english_pairs_leave_out_what_says_nothing_and_are_stemmed() -> None:
    pairs = {c.term for c in clauses_of("the appointment of the heads of divisions") if c.field == "pair"}
    assert pairs == {"appoint_head", "head_divis"} and pairs <= set(
        terms_of("Appointing a head of the division", "", "en")["pair"]
    )


def test_a_name_typed_in_an_english_question_is_looked_for_in_vietnamese_texts() -> None:
    terms = set(terms_of("đồng chí Nguyễn Đức Thắng", "", "vi")["pair"])
    asked = {c.term for c in clauses_of("Which post does Nguyen Duc Thang hold?") if c.field == "pair"}
    assert {"nguyen_duc", "duc_thang"} <= asked & terms


def test_a_pasted_page_costs_no_more_than_a_paragraph() -> None:
    page = " ".join(f"tuyển dụng công chức số{i}" for i in range(5000))
    assert len(page) > 100_000
    assert len(clauses_of(page)) < 900


def test_the_place_of_the_tone_makes_no_difference() -> None:
    assert {c.term for c in clauses_of("khoá")} == {c.term for c in clauses_of("khóa")}


def test_many_commits_are_seen_at_once_and_another_may_write_when_it_is_settled(tmp_path: Path) -> None:
    one, other = Keywords(tmp_path / "words"), Keywords(tmp_path / "words")
    for revision in range(30):
        one.add({revision: [Entry(0, f"thời hạn {revision} ngày", "", "vi")]})
        assert one.search(f"{revision} ngày", 50)[0].passage.revision == revision
    assert other.count() == 30
    with pytest.raises(UnavailableError):
        other.add({99: [Entry(0, "đang chờ", "", "vi")]})
    stamp = one.stamp
    one.settle()
    assert one.stamp == stamp  # merging changes nothing that the catalogue has noted
    other.add({99: [Entry(0, "đang chờ", "", "vi")]})
    other.settle()
    assert one.search("đang chờ", 1)[0].passage.revision == 99


def test_the_commonest_words_are_left_out_when_there_is_too_much_to_look_through() -> None:
    frequencies = {"của": 900_000, "ban": 500_000, "luân": 30_000, "chuyển": 40_000, "bí": 100, "thư": 200}
    clauses = [Clause("exact", word, 1.0) for word in (*frequencies, "luân")]

    def kept(most: int) -> dict[str, float]:
        return {c.term: c.weight for c in affordable(clauses, lambda _, term: frequencies[term], most)}

    assert set(kept(2_000_000)) == set(frequencies) and kept(2_000_000)["luân"] == 2.0  # each once, with all its weight
    assert set(kept(100_000)) == {"bí", "thư", "luân", "chuyển"}
    assert len(kept(10)) == 4  # some are looked for whatever it takes
    small = [Clause("exact", "ban", 1.0)]
    assert affordable(small, lambda _, term: frequencies[term], 10) == small
