"""A text as amendments make it: chains, phrases, units that go, come and stand again; each piece cites its document."""

from datetime import date

import pytest

from assistant.amending import read_amendments
from assistant.consolidate import consolidate, in_order
from assistant.consolidated import ConsolidatedText, Origin
from assistant.consolidation.units import Change
from tests.made_texts import origin

TARGET = """
ỦY BAN NHÂN DÂN TỈNH VÂN HẢI
Số: 61/2017/QĐ-UBND
Vân Hải, ngày 15 tháng 8 năm 2017
QUYẾT ĐỊNH
Quy định về thư viện xã
Điều 1. Mở cửa
1. Thư viện mở cửa năm ngày trong tuần.
2. Thư viện do Phòng Văn hóa quản lý.
Điều 2. Thẻ bạn đọc
Thẻ có giá trị một năm; lệ phí do Phòng Văn hóa thu.
Điều 3. Mượn sách
1. Bạn đọc được mượn:
a) hai cuốn sách;
b) một tạp chí;
c) một đĩa nhạc.
2. Thời hạn mượn là mười ngày.
3. Quá hạn thì nộp phạt.
Điều 4. Thi hành
Quyết định này có hiệu lực từ ngày 01 tháng 9 năm 2017.
"""


@pytest.fixture(scope="module")
def target() -> Origin:
    return origin(TARGET, "target")


def amending(body: str, id: str = "one", day: str = "2019-01-01") -> list[Change]:
    head = f"""
ỦY BAN NHÂN DÂN TỈNH VÂN HẢI
Số: {id}/2018/QĐ-UBND
QUYẾT ĐỊNH
Sửa đổi Quyết định số 61/2017/QĐ-UBND
QUYẾT ĐỊNH:
"""
    made = origin(head + body, id)
    return [Change(made, a, date.fromisoformat(day)) for a in read_amendments(made.text, made.outline)]


def texts(found: ConsolidatedText) -> dict[str, str]:
    return {u.address: " ".join(u.text.split()) for u in found.walk()}


def test_a_new_wording_keeps_everything_else(target: Origin) -> None:
    changes = amending("Điều 1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. Thời hạn mượn là hai mươi ngày.”.")
    found = consolidate(target, changes)
    before, after = texts(consolidate(target, [])), texts(found)
    assert after.pop("d3.k2") == "2. Thời hạn mượn là hai mươi ngày." and before.pop("d3.k2") != ""
    assert after == before and found.unsettled == ()
    unit = found.get("d3.k2")
    assert unit is not None and unit.state == "amended" and [c.document for c in unit.by] == ["one"]


def test_every_piece_is_the_text_of_its_document(target: Origin) -> None:
    changes = amending(
        "Điều 1. Sửa đổi, bổ sung như sau:\n1. Sửa đổi Điều 1 như sau:\n“Điều 1. Giờ mở cửa\n1. Cả tuần.\n2. Do xã quản lý.”.\n"
        "2. Thay thế cụm từ “Phòng Văn hóa” bằng cụm từ “Ủy ban xã” tại Điều 2.\n3. Bỏ cụm từ “một tạp chí” tại điểm b khoản 1 Điều 3.\n"
        "4. Bổ sung cụm từ “làm việc” vào sau cụm từ “mười ngày” tại khoản 2 Điều 3."
    )  # fmt: skip
    found = consolidate(target, changes)
    held = {target.id: target, **{c.origin.id: c.origin for c in changes}}
    pieces = [p for u in found.walk() for p in u.pieces]
    assert all(held[p.document].text[p.start : p.end] == p.text for p in pieces if p.start < p.end)
    assert all(p.text.isspace() for p in pieces if p.start == p.end), "only blanks between them are nobody's"
    got = texts(found)
    assert got["d1"] == "Điều 1. Giờ mở cửa" and got["d1.k1"] == "1. Cả tuần."
    assert got["d2"].endswith("lệ phí do Ủy ban xã thu.")
    assert got["d3.k1.b"] == "b);" and got["d3.k2"] == "2. Thời hạn mượn là mười ngày làm việc."
    assert found.unsettled == ()


def test_units_come_go_and_stand_again_in_a_chain(target: Origin) -> None:
    first = amending(
        "Điều 1. Bổ sung Điều 2a vào sau Điều 2 như sau:\n“Điều 2a. Thẻ tạm\nThẻ tạm có giá trị một tháng.”.\nĐiều 2. Bãi bỏ khoản 3 Điều 3.\nĐiều 3. Bổ sung điểm d vào sau điểm c khoản 1 Điều 3 như sau: “d) một bản đồ.”",
        "one",
        "2019-01-01",
    )
    second = amending(
        "Điều 1. Thay thế cụm từ “một tháng” bằng cụm từ “ba tháng” tại Điều 2a.\nĐiều 2. Bổ sung khoản 3 vào sau khoản 2 Điều 3 như sau:\n“3. Quá hạn thì bị nhắc nhở.”.",
        "two",
        "2021-01-01",
    )
    early = consolidate(target, in_order(first))
    assert [u.address for u in early.walk()].index("d2a") == [u.address for u in early.walk()].index("d2") + 1
    gone = early.get("d3.k3")
    assert gone is not None and gone.state == "annulled" and gone.text == "3." and gone.by[0].made == "annulled"
    late = consolidate(target, in_order([*second, *first]))
    assert texts(late)["d2a"].endswith("một tháng.".replace("một", "ba")) and late.unsettled == ()
    again = late.get("d3.k3")
    assert again is not None and again.text == "3. Quá hạn thì bị nhắc nhở."
    assert [c.made for c in again.by] == ["annulled", "inserted"]
    assert texts(late)["d3.k1.d"] == "d) một bản đồ."


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Điều 1. Bãi bỏ Điều 99.", "consolidate-unit-missing"),
        ("Điều 1. Sửa đổi khoản 8 Điều 3 như sau: “8. Mới.”", "consolidate-unit-missing"),
        ("Điều 1. Bổ sung Điều 2 vào sau Điều 1 như sau: “Điều 2. Thẻ\nThẻ.”", "consolidate-unit-exists"),
        ("Điều 1. Thay thế cụm từ “không có” bằng cụm từ “có” tại Điều 2.", "consolidate-phrase-missing"),
        ("Điều 1. Sửa đổi khoản 2 Điều 3 như sau: “5. Của khoản khác.”", "consolidate-wording-elsewhere"),
        ("Điều 1. Sửa đổi đoạn thứ hai của Điều 2 như sau: “Mới.”", "consolidate-portion"),
    ],
)
def test_what_cannot_be_carried_out_is_told_and_changes_nothing(target: Origin, body: str, code: str) -> None:
    found = consolidate(target, amending(body))
    assert [u.code for u in found.unsettled] == [code]
    assert texts(found) == texts(consolidate(target, [])) and not found.changed


def test_an_annulled_unit_is_not_amended(target: Origin) -> None:
    changes = amending("Điều 1. Bãi bỏ Điều 2.\nĐiều 2. Sửa đổi Điều 2 như sau: “Điều 2. Thẻ\nMới.”")
    found = consolidate(target, changes)
    assert [u.code for u in found.unsettled] == ["consolidate-unit-annulled"] and texts(found)["d2"] == "Điều 2."


def test_titles_leads_wordings_without_marks_and_numbers(target: Origin) -> None:
    found = consolidate(
        target,
        amending(
            "Điều 1. Sửa đổi tên Điều 1 như sau: “Giờ phục vụ”.\nĐiều 2. Sửa đổi đoạn mở đầu khoản 1 Điều 3 như sau: “1. Mỗi lần được mượn:”.\n"
            "Điều 3. Sửa đổi khoản 2 Điều 3 như sau: “Mượn tối đa mười ngày.”\nĐiều 4. Khoản 3 Điều 3 được đánh số lại thành khoản 5."
        ),
    )  # fmt: skip
    got = texts(found)
    assert got["d1"] == "Điều 1. Giờ phục vụ" and got["d1.k1"].startswith("1. Thư viện mở cửa")
    assert got["d3.k1"] == "1. Mỗi lần được mượn:" and got["d3.k1.a"] == "a) hai cuốn sách;"
    assert got["d3.k2"] == "2. Mượn tối đa mười ngày." and got["d3.k5"] == "5. Quá hạn thì nộp phạt."
    assert found.unsettled == ()


def test_a_correction_of_an_amending_text_reaches_what_that_has_put_in(target: Origin) -> None:
    first = amending("Điều 1. Sửa đổi Điều 2 như sau:\n“Điều 2. Thẻ bạn đọc\nThẻ có giá trị hai năm.”.", "one")
    fixing = amending("Điều 1. Tại Điều 1, cụm từ “hai năm” được sửa thành “ba năm”.", "two", "2019-03-01")
    through = [Change(c.origin, c.amendment, c.day, first[0].origin) for c in fixing]
    found = consolidate(target, in_order([*through, *first]))
    assert texts(found)["d2"].endswith("ba năm.") and texts(found)["d1.k1"] == "1. Thư viện mở cửa năm ngày trong tuần."
    unit = found.get("d2")
    assert unit is not None and [c.document for c in unit.by] == ["one", "two"]


def test_words_everywhere_but_in_what_is_excepted(target: Origin) -> None:
    found = consolidate(target, amending("Điều 1. Thay thế cụm từ “Phòng Văn hóa” bằng cụm từ “xã”, trừ Điều 2."))
    got = texts(found)
    assert got["d1.k2"] == "2. Thư viện do xã quản lý." and "Phòng Văn hóa" in got["d2"]
