"""Places cited as the offices write them: State and Party style, Vietnamese and English, over the sample dossier."""

import pytest

from assistant.citation_style import cited, in_sentence
from corpus.corpus import Corpus


@pytest.mark.parametrize(
    ("document", "address", "state", "party"),
    [
        (
            "25-2022-qd-ubnd",
            "kt1.d11.k1.a",
            "điểm a khoản 1 Điều 11 Quy chế ban hành kèm theo Quyết định số 25/2022/QĐ-UBND ngày 14 tháng 7 năm 2022 của Ủy ban nhân dân tỉnh Lam Giang ban hành Quy chế tuyển dụng",
            "điểm a khoản 1 Điều 11 Quy chế ban hành kèm theo Quyết định số 25/2022/QĐ-UBND, ngày 14/07/2022 của Ủy ban nhân dân tỉnh Lam Giang",
        ),
        (
            "05-nq-tu-2021",
            "mi",
            "mục I Nghị quyết số 05-NQ/TU ngày 12 tháng 01 năm 2021 của Tỉnh ủy Lam Giang về xây dựng đội ngũ cán bộ",
            "mục I Nghị quyết số 05-NQ/TU, ngày 12/01/2021 của Tỉnh ủy Lam Giang về xây dựng đội ngũ cán bộ",
        ),
        (
            "98-2022-tt-bnv",
            "d3.k1",
            "khoản 1 Điều 3 Thông tư số 98/2022/TT-BNV ngày 20 tháng 12 năm 2022 của Bộ Nội vụ hướng dẫn",
            "khoản 1 Điều 3 Thông tư số 98/2022/TT-BNV, ngày 20/12/2022 của Bộ Nội vụ",
        ),
        (
            "18-2024-qd-ubnd-en",
            "d4.k1",
            "Clause 1, Article 4 of Decision No. 18/2024/QĐ-UBND dated May 10, 2024 of the People's Committee of Lam Giang Province",
            "Clause 1, Article 4 of Decision No. 18/2024/QĐ-UBND, dated 10/05/2024 of the",
        ),
    ],
)
def test_a_place_is_cited_in_both_styles(
    sample_corpus: Corpus, document: str, address: str, state: str, party: str
) -> None:
    entry = sample_corpus.library.entry(document)
    outline = sample_corpus.library.outline(entry.revision)
    unit = outline.get(address)
    assert unit is not None
    found = cited(entry.identity, outline, unit.start)
    assert found.state.startswith(state) and found.party.startswith(party)


def test_a_place_outside_any_unit_cites_the_document(sample_corpus: Corpus) -> None:
    entry = sample_corpus.library.entry("18-2024-qd-ubnd")
    outline = sample_corpus.library.outline(entry.revision)
    assert outline.innermost(0) is None
    assert cited(entry.identity, outline, 0).state.startswith("Quyết định số 18/2024/QĐ-UBND ngày 10 tháng 5 năm 2024")


def test_every_document_of_the_dossier_is_cited_with_its_number_and_day(sample_corpus: Corpus) -> None:
    for entry in sample_corpus.library.entries():
        found = cited(entry.identity, sample_corpus.library.outline(entry.revision), 0)
        for told in (found.state, found.party):
            assert (entry.identity.number or entry.identity.title) in told
            assert "  " not in told and told == told.strip()
        if entry.identity.issued:
            assert f"{entry.identity.issued:%d/%m/%Y}" in found.party and str(entry.identity.issued.year) in found.state


@pytest.mark.parametrize(
    ("printed", "place", "told"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH LAM GIANG", "Lam Giang", "Ủy ban nhân dân tỉnh Lam Giang"),
        ("BỘ NỘI VỤ", None, "Bộ nội vụ"),
        ("Bộ Nội vụ", None, "Bộ Nội vụ"),
        ("LAM GIANG PROVINCIAL PARTY COMMITTEE", "Lam Giang", "Lam Giang Provincial Party Committee"),
        ("PEOPLE'S COMMITTEE OF THE DISTRICT", None, "People's Committee of the District"),
    ],
)
def test_an_issuer_in_capitals_stands_in_a_sentence(printed: str, place: str | None, told: str) -> None:
    assert in_sentence(printed, place) == told
