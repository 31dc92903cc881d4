"""Two documents in conflict: the higher rank, of one issuer the later; Party and State are never ranked."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant.precedence import told_of
from corpus.binding import Held
from corpus.competence import may_change, rank_of
from corpus.document import Identity, Source
from corpus.identity import find_numbers
from corpus.relations import RelationKind as Kind
from corpus.rows import Entry


def entry(number: str, type: str, issued: date, issuer: str | None = None) -> Entry:
    (found,) = find_numbers(number)
    identity = Identity(
        "Về lưu trữ", "vi", number=number, number_key=found.key, type=type, issuer=issuer, issued=issued
    )
    return Entry(1, number, identity, Source("k", "n", "", 1, ""), "c", 1, 1, datetime.now(UTC))


DECREE = entry("8/2019/NĐ-CP", "decree", date(2019, 1, 1))
CIRCULAR = entry("9/2020/TT-BNV", "circular", date(2020, 1, 1))
DECISION = entry("7/2021/QĐ-UBND", "decision", date(2021, 1, 1))
LATER = entry("8/2022/QĐ-UBND", "decision", date(2022, 1, 1))
PARTY = entry("88-QĐ/TU", "regulation", date(2022, 3, 1))
PARTY_NOTICE = entry("12-TB/TU", "notice", date(2023, 3, 1))
PARTY_BOARD = entry("12-HD/BTCTU", "guidance", date(2023, 3, 1))
PLAN = entry("5/KH-SNV", "plan", date(2022, 3, 1))
PROVINCE = entry("24/2021/NQ-HĐND", "resolution", date(2021, 12, 6), "HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG TRÀ")
DISTRICT = entry("3/2022/NQ-HĐND", "resolution", date(2022, 12, 6), "HỘI ĐỒNG NHÂN DÂN HUYỆN BẾN ĐÁ")
NEIGHBOUR = entry("4/2023/NQ-HĐND", "resolution", date(2023, 12, 6), "HỘI ĐỒNG NHÂN DÂN HUYỆN ĐỒNG CAU")
COMMITTEE = entry("5/2021/QĐ-UBND", "decision", date(2021, 1, 6), "ỦY BAN NHÂN DÂN TỈNH SÔNG TRÀ")


def test_the_ladder() -> None:
    ladder = [entry("9/2015/QH13", "law", date(2015, 1, 1)), DECREE, CIRCULAR, DECISION]
    ranks = [rank_of(e.identity.number_key, e.identity.type) or 0 for e in ladder]
    assert ranks == sorted(set(ranks)) and rank_of(PLAN.identity.number_key, PLAN.identity.type) is None


@pytest.mark.parametrize(
    ("source", "target", "kind", "may"),
    [
        (DECREE, DECISION, Kind.REPLACES, True),
        (LATER, DECISION, Kind.REPLACES, True),
        (DECISION, DECREE, Kind.REPLACES, False),
        (DECISION, CIRCULAR, Kind.AMENDS, False),
        (PLAN, DECISION, Kind.ANNULS, False),
        (PLAN, PLAN, Kind.REPLACES, True),
        (PLAN, DECISION, Kind.CORRECTS, True),
        (PARTY, DECISION, Kind.REPLACES, True),
        (PARTY_NOTICE, PARTY, Kind.SUSPENDS, True),
        (PARTY_BOARD, PARTY, Kind.ANNULS, False),
        (PLAN, DECISION, Kind.CONTINUES, True),
    ],
)
def test_a_text_is_changed_by_its_own_or_a_higher_issuer(source: Entry, target: Entry, kind: Kind, may: bool) -> None:
    one, other = (
        Held(1, e.id, e.identity.number_key, None, e.identity.type, e.identity.issued) for e in (source, target)
    )
    assert may_change(one, other, kind) is may


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (DECISION, DECREE, "8/2019/NĐ-CP (01/01/2019) cao hơn 7/2021/QĐ-UBND"),
        (DECISION, LATER, "8/2022/QĐ-UBND (01/01/2022) ban hành sau 7/2021/QĐ-UBND"),
        (PARTY, DECISION, "không so thứ bậc"),
        (PLAN, DECISION, "không cho biết"),
        (DISTRICT, PROVINCE, "24/2021/NQ-HĐND (06/12/2021) cao hơn 3/2022/NQ-HĐND"),
        (DISTRICT, COMMITTEE, "5/2021/QĐ-UBND (06/01/2021) cao hơn 3/2022/NQ-HĐND"),
        (PROVINCE, COMMITTEE, "24/2021/NQ-HĐND (06/12/2021) cao hơn 5/2021/QĐ-UBND"),
        (DISTRICT, NEIGHBOUR, "không cho biết"),
    ],
)
def test_how_two_documents_stand_to_each_other(one: Entry, other: Entry, said: str) -> None:
    assert said in told_of(one, other, "vi") and said in told_of(replace(other), replace(one), "vi")
