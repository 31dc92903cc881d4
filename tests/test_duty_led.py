"""Points that go on from the line above them: what "must:" binds, and the deadline that holds for all of them."""

from pathlib import Path

import pytest

from corpus.registers import Duty
from ingest.duties import duties
from ingest.duty.led import led_by
from ingest.files import files_under
from ingest.prepared import Prepared
from ingest.reading import document_of


def read(tmp_path: Path, body: str) -> tuple[str, tuple[Duty, ...]]:
    """The text as ingestion reads it, and its duties."""
    path = tmp_path / "rules.txt"
    path.write_text(body, encoding="utf-8")
    (file,) = files_under([path])
    document = document_of(file, path.read_bytes(), "0").document
    return document.text, duties(Prepared(document))


def due(text: str, found: tuple[Duty, ...]) -> list[str | None]:
    """The deadline of each duty."""
    return [d.deadline.phrase.of(text) if d.deadline else None for d in found]


def test_points_go_on_from_must(tmp_path: Path) -> None:
    text, found = read(
        tmp_path,
        "Rules on claims\n\nArticle 1.\nOn receipt of a Claim, a Company must:\n(1) acknowledge it promptly in writing;\n"
        "(2) provide the claimant with:\n(i) the name of the person in charge;\n(ii) key particulars of the procedure; and\n"
        "(3) before paying, weigh what the Claim is about.\n",
    )  # fmt: skip
    assert [d.whole.of(text)[:3] for d in found] == ["(1)", "(2)", "(3)"]
    assert {d.lead.of(text) if d.lead else None for d in found} == {"a Company"}
    assert due(text, found) == ["promptly", None, None]


def test_points_go_on_from_must_be_and_from_a_pronoun(tmp_path: Path) -> None:
    text, found = read(
        tmp_path,
        "Rules on books\n\nArticle 1.\nThe books of a Company must be:\n(1) kept for at least six years; and\n"
        "(2) if the Agency asks for them, in hand within five Business Days, in print.\nArticle 2.\n"
        "Where the Agency proposes to refuse a licence, it must:\n(a) hear the applicant; and\n(b) say why.\n",
    )  # fmt: skip
    assert [d.lead.of(text) if d.lead else None for d in found] == [None, None, "the Agency", "the Agency"]
    assert due(text, found)[1] == "within five Business Days"


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("A Company must not:", "must_not"),
        ("Each Company shall also:", "must"),
        ("A Company may:", None),
        ("Công ty phải:", None),
        ("The list of members:", None),
    ],
)
def test_what_a_line_says_of_its_points(line: str, strength: str | None) -> None:
    found = led_by(line, 0, len(line))
    assert (found.strength if found else None) == strength


def test_the_deadline_of_an_opening_line_is_that_of_its_points(tmp_path: Path) -> None:
    text, found = read(
        tmp_path,
        "Điều 1. Trình tự\nTrong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ, Sở Nội vụ có trách nhiệm:\n"
        "a) Kiểm tra hồ sơ;\nb) Gửi hồ sơ đến cơ quan thuế trong thời hạn 02 ngày làm việc.\n"
        "Điều 2. Báo cáo\nSở Nội vụ báo cáo trước ngày 05/3/2024 về các nội dung sau:\na) Kiểm tra hồ sơ;\n",
    )
    wanted = ["Trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ", "trong thời hạn 02 ngày làm việc"]
    assert due(text, found)[:2] == wanted
    assert all(d is None or d.startswith("trước") for d in due(text, found)[2:])


def test_a_time_limit_that_stands_elsewhere_makes_no_duty(tmp_path: Path) -> None:
    text, found = read(
        tmp_path,
        "Điều 1. Thủ tục\n1. Việc giải thể được thực hiện trong thời hạn quy định tại khoản 2 Điều 7.\n"
        "2. Sở Nội vụ phải trả lời trong thời hạn quy định tại khoản 2 Điều 7.\n",
    )
    assert due(text, found) == ["trong thời hạn quy định tại khoản 2 Điều 7"]


def test_the_day_of_a_periodic_report_comes_again_unless_its_year_is_named(tmp_path: Path) -> None:
    text, found = read(
        tmp_path,
        "Điều 1. Gửi báo cáo\n1. Báo cáo 6 tháng gửi trước ngày 10 tháng 7.\n"
        "2. Báo cáo 6 tháng năm 2024 gửi trước ngày 12 tháng 7.\n3. Danh sách gửi trước ngày 14 tháng 7.\n",
    )
    kinds = {d.deadline.phrase.of(text): d.deadline.kind for d in found if d.deadline}
    assert kinds == {
        "trước ngày 10 tháng 7": "recurring", "trước ngày 12 tháng 7": "date", "trước ngày 14 tháng 7": "date",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "lead", "by"),
    [
        ("Trong thời hạn 03 ngày, người đã lập hồ sơ gửi hồ sơ cho Sở Nội vụ.", "người", "Trong thời hạn 03 ngày"),
        ("Trường hợp xã chưa xác định được tính chính xác thì chậm nhất 05 ngày kể từ ngày nhận, Ủy ban nhân dân cấp xã"
         " phải hỏi lại.", "Ủy ban nhân dân cấp xã", "chậm nhất 05 ngày kể từ ngày nhận"),
    ],
)  # fmt: skip
def test_who_is_told_apart_by_what_he_did(tmp_path: Path, sentence: str, lead: str, by: str) -> None:
    text, found = read(tmp_path, f"Điều 1. Thủ tục\n1. {sentence}\n")
    assert [d.lead.of(text) if d.lead else None for d in found] == [lead]
    assert due(text, found) == [by]
