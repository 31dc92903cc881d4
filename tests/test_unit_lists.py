"""Lists and ranges of units, in every order in which they are printed."""

import pytest

from corpus.unit_lists import every_unit, unit_mentions


def marks(text: str) -> list[str]:
    return [" ".join(f"{kind[0]}{mark}" for kind, mark in unit.named) for unit in every_unit(text)]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Điều 5, 6 và 7", ["a5", "a6", "a7"]),
        ("dieu 5, 6 va 7 quyet dinh 25", ["a5", "a6", "a7"]),
        ("các Điều 8, 12 và 15 của Luật", ["a8", "a12", "a15"]),
        ("Articles 5, 6 and 7 of Decision 25", ["a5", "a6", "a7"]),
        ("Articles 5 to 7", ["a5", "a6", "a7"]),
        ("Điều 5-7", ["a5", "a6", "a7"]),
        ("điểm a, b khoản 1 Điều 5", ["a5 c1 pa", "a5 c1 pb"]),
        ("các điểm a, b và đ khoản 2 Điều 3", ["a3 c2 pa", "a3 c2 pb", "a3 c2 pđ"]),
        ("từ điểm c đến điểm e khoản 2 Điều 3", ["a3 c2 pc", "a3 c2 pd", "a3 c2 pđ", "a3 c2 pe"]),
        ("từ khoản 1 đến khoản 3 Điều 5", ["a5 c1", "a5 c2", "a5 c3"]),
        ("khoản 1 và khoản 3 Điều 5", ["a5 c1", "a5 c3"]),
        ("khoản 1 Điều 5 và khoản 2 Điều 6", ["a5 c1", "a6 c2"]),
        ("điểm a khoản 1 và điểm b khoản 2 Điều 5", ["a5 c1 pa", "a5 c2 pb"]),
        ("Điều 5 khoản 1, Điều 6 khoản 2", ["a5 c1", "a6 c2"]),
        ("khoản 3 Điều 6, điểm b khoản 2 Điều 10 và khoản 3 Điều 20", ["a6 c3", "a10 c2 pb", "a20 c3"]),
        ("khoản 2 Điều 4 và Điều 8 của Quy chế", ["a4 c2", "a8"]),
        ("Điều 12, khoản 3 Điều 7", ["a12", "a7 c3"]),
        ("điểm đ, khoản 3, Điều 10", ["a10 c3 pđ"]),
        ("Articles 5 and 7, Clause 2 Article 9", ["a5", "a7", "a9 c2"]),
        ("Clauses 1 and 2, Article 27", ["a27 c1", "a27 c2"]),
        ("Points a and b, Clause 1, Article 27", ["a27 c1 pa", "a27 c1 pb"]),
        ("Article 27(2)(a) of the Regulation", ["a27 c2 pa"]),
        ("Chương II và III", ["cII", "cIII"]),
        ("Chapters II and III", ["cII", "cIII"]),
        ("Điều 5 và Điều 9", ["a5", "a9"]),
        ("khoản 2 Điều 5 Nghị định 138/2020/NĐ-CP", ["a5 c2"]),
        ("mục 2 Phụ lục kèm theo Quyết định số 5/QĐ-UBND", ["a s2"]),
        ("Phụ lục mức thu ban hành kèm theo Quy chế", ["a"]),
        ("the Annex attached to the Regulation", ["a"]),
        ("Phụ lục II ban hành kèm theo Nghị định", ["aII"]),
        ("các phụ lục kèm theo Nghị định", []),
        ("phụ lục hợp đồng lao động", []),
        ("Điểm 1.3 Khoản 1 Mục II", ["sII c1 p1.3"]),
        ("mục II.1", ["sII c1"]),
    ],
)
def test_every_unit_of_a_list_is_read(text: str, units: list[str]) -> None:
    assert marks(text) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Điều 5 và 3 tháng lương", ["a5"]),
        ("Điều 5, 30 ngày", ["a5"]),
        ("Article 5 and 3 years", ["a5"]),
        ("Điều 5, 31/3/2024", ["a5"]),
        ("Article 5 or a decision", ["a5"]),
    ],
)
def test_a_figure_that_counts_is_no_mark(text: str, units: list[str]) -> None:
    assert marks(text) == units


def test_a_clause_alone_is_a_mention_only() -> None:
    assert every_unit("khoản 2 thì sao") == []
    assert [u.steps for u in unit_mentions("khoản 2 thì sao")] == [(("clause", "2"),)]
