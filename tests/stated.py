"""What texts made for a test state of others: a clause in a text of its own, in either language."""

from corpus.relations import RelationKind as Kind
from corpus.relations import Statements
from ingest.relate import relate
from tests.validity_made import document, text_of

Found = list[tuple[str, str, tuple[str, ...]]]


def stated(text: str) -> Statements:
    return relate(document(text))


def said(statements: Statements, *, references: bool = False) -> Found:
    """(kind, target as printed, units from large to small) of each relation."""
    return [
        (r.kind.value, r.target.printed, tuple(" ".join(f"{k} {m}" for k, m in u.named) for u in r.units))
        for r in statements.relations
        if references or r.kind is not Kind.REFERS_TO
    ]


def clause(words: str) -> Statements:
    """The statements of one clause in a text of its own."""
    body = f"Điều 1. Phạm vi\nQuyết định này quy định về kho tư liệu.\nĐiều 2. Thi hành\n{words}\n"
    return stated(
        text_of("55/2021/QĐ-UBND", "ngày 03 tháng 3 năm 2021", "QUYẾT ĐỊNH", "Về kho tư liệu", body, "TỈNH X")
    )


def english(words: str) -> Statements:
    body = (
        "MINISTRY OF RECORDS\nNo. 55/2021/TT-BNV\n\nSOCIALIST REPUBLIC OF VIETNAM\nIndependence - Freedom - Happiness\n"
        "Hanoi, March 3, 2021\n\nCIRCULAR\nOn reading rooms\n\nArticle 1. Scope\nThis Circular prescribes reading rooms.\n"
        f"Article 2. Implementation\n{words}\n"
    )
    return stated(body)
