"""Duties: order first, actor first, bullets under a heading, task tables, translations and news; what is none."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.registers import Duty
from ingest.duties import duties
from ingest.files import files_under
from ingest.reading import document_of


@dataclass
class Found:
    """The duties of a text, and what their slots say."""

    document: Document
    entries: tuple[Duty, ...]

    def words(self, slot: str) -> list[str | None]:
        """A slot of every duty, as words."""
        values = [getattr(entry, slot) for entry in self.entries]
        return [value.of(self.document.text) if value is not None else None for value in values]


def read(tmp_path: Path, body: str, heading: str = "KẾ HOẠCH\nThực hiện nhiệm vụ năm 2025\n\n") -> Found:
    """A text as ingestion reads it."""
    path = tmp_path / "text.txt"
    path.write_text(heading + body, encoding="utf-8")
    (file,) = files_under([path])
    document = document_of(file, path.read_bytes(), "0").document
    return Found(document, duties(document))


def test_order_first(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Điều 1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và Sở Kế hoạch và Đầu tư xây dựng Đề án tinh gọn bộ máy, "
        "trình Ủy ban nhân dân tỉnh trước ngày 30/6/2025.\n",
    )  # fmt: skip
    (duty,) = found.entries
    assert found.words("lead") == ["Sở Nội vụ"] and duty.strength == "assigned"
    text = found.document.text
    assert [c.of(text) for c in duty.coordinators] == ["Sở Tài chính", "Sở Kế hoạch và Đầu tư"]
    assert found.words("product") == ["Đề án tinh gọn bộ máy"] and found.words("report_to") == ["Ủy ban nhân dân tỉnh"]
    assert duty.deadline is not None and str(duty.deadline.day) == "2025-06-30" and duty.deadline.inclusive is False


@pytest.mark.parametrize(
    ("sentence", "lead", "strength"),
    [
        ("Sở Nội vụ có trách nhiệm hướng dẫn thực hiện Quy định này.", "Sở Nội vụ", "assigned"),
        ("Giám đốc các sở: Tài chính, Y tế phải báo cáo kết quả.", "Giám đốc các sở: Tài chính, Y tế", "must"),
        ("Cơ quan thẩm định không được trả lại hồ sơ.", "Cơ quan thẩm định", "must_not"),
        ("Nếu có vướng mắc, các cơ quan, đơn vị báo cáo Sở Nội vụ.", "các cơ quan, đơn vị", "assigned"),
        ("Đề nghị Ban Tổ chức Tỉnh ủy phối hợp thực hiện.", "Ban Tổ chức Tỉnh ủy", "requested"),
        ("Trung tâm tư vấn pháp luật phải lưu hồ sơ.", "Trung tâm tư vấn pháp luật", "must"),
        ("Cơ quan nào chậm nộp thì người đứng đầu phải kiểm điểm.", "người đứng đầu", "must"),
        ("Quyết định được gửi về Sở Nội vụ trong thời hạn 05 ngày kể từ ngày ký.", None, "must"),
    ],
)
def test_actor_first(tmp_path: Path, sentence: str, lead: str | None, strength: str) -> None:
    found = read(tmp_path, f"Điều 1. Điều khoản chung\n1. {sentence}\n")
    assert found.words("lead") == [lead] and found.entries[0].strength == strength


def test_bullets_have_the_actor_of_their_heading(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Điều 1. Trách nhiệm của Sở Nội vụ\n1. Tổng hợp, báo cáo Ủy ban nhân dân tỉnh.\n2. Không giao biên chế vượt chỉ tiêu.\n"
        "Điều 2. Trách nhiệm của các cơ quan liên quan\n1. Sở Tài chính bố trí kinh phí; kiểm tra việc quyết toán.\n",
    )  # fmt: skip
    assert found.words("lead") == ["Sở Nội vụ", "Sở Nội vụ", "Sở Tài chính", "Sở Tài chính"]
    assert [d.strength for d in found.entries] == ["assigned", "must_not", "assigned", "assigned"]


def test_two_days_are_two_duties(tmp_path: Path) -> None:
    found = read(
        tmp_path, "I. CHẾ ĐỘ BÁO CÁO\nSở Nội vụ sơ kết Đề án trong quý II/2026 và tổng kết Đề án trong quý IV/2028.\n"
    )  # fmt: skip
    assert [str(d.deadline.day) for d in found.entries if d.deadline] == ["2026-06-30", "2028-12-31"]
    assert found.words("lead") == ["Sở Nội vụ", "Sở Nội vụ"]


def test_condition_and_exception(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Điều 1. Quy định chung\n1. Người đứng đầu phải nộp hồ sơ khi có yêu cầu, trừ trường hợp hồ sơ đã nộp trực tuyến.\n",
    )  # fmt: skip
    assert found.words("condition") == ["khi có yêu cầu"]
    assert found.words("exception") == ["trừ trường hợp hồ sơ đã nộp trực tuyến"]


def test_a_task_table(tmp_path: Path) -> None:
    table = (
        "<html><body><p>KẾ HOẠCH</p><table><tr><td>STT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Phối hợp</td>"
        "<td>Thời hạn</td><td>Sản phẩm</td></tr><tr><td>1</td><td>Rà soát quy hoạch</td><td>Sở Nội vụ</td>"
        "<td>Sở Tài chính; Sở Y tế</td><td>Quý II/2025</td><td>Báo cáo</td></tr></table></body></html>"
    )
    path = tmp_path / "table.html"
    path.write_text(table, encoding="utf-8")
    (file,) = files_under([path])
    document = document_of(file, path.read_bytes(), "0").document
    (duty,) = duties(document)
    text = document.text
    assert duty.action.of(text) == "Rà soát quy hoạch" and duty.lead is not None and duty.lead.of(text) == "Sở Nội vụ"
    assert [c.of(text) for c in duty.coordinators] == ["Sở Tài chính", "Sở Y tế"]
    assert duty.deadline is not None and str(duty.deadline.day) == "2025-06-30"
    assert duty.product is not None and duty.product.of(text) == "Báo cáo"


@pytest.mark.parametrize(
    ("sentence", "lead", "strength"),
    [
        (
            "The Department of Finance shall appraise the estimates within 10 days of receipt.",
            "The Department of Finance",
            "must",
        ),
        (
            "The Department of Health is assigned to take the lead in drawing up the list.",
            "The Department of Health",
            "assigned",
        ),
        (
            "The Committee directs the Department of Justice to review the rules.",
            "the Department of Justice",
            "assigned",
        ),
        (
            "District People's Committees are requested to send their reports.",
            "District People's Committees",
            "requested",
        ),
        ("An agency that has no plan must not recruit.", "An agency that has no plan", "must_not"),
        ("Reports are sent to the Office before June 15 every year.", None, "must"),
    ],
)
def test_english(tmp_path: Path, sentence: str, lead: str | None, strength: str) -> None:
    found = read(tmp_path, f"I. IMPLEMENTATION\n1. {sentence}\n", "PLAN\non the work of 2025\n\n")
    assert found.words("lead") == [lead] and found.entries[0].strength == strength


def test_news_tells_what_was_asked_and_not_what_was_done(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "On March 3, the provincial committee held a conference on job positions. The Department of Home Affairs issued two "
        "circulars and trained 40 officials.\n\nIn his conclusion, the Vice Chairman requested that the approval of all "
        "projects of departments and localities must be completed before March 31, 2024.\n",
        "Conference on job positions\n\n",
    )  # fmt: skip
    (duty,) = found.entries
    assert found.words("lead") == ["departments and localities"] and duty.strength == "requested"
    assert duty.deadline is not None and str(duty.deadline.day) == "2024-03-31"


@pytest.mark.parametrize(
    "body",
    [
        "I. TÌNH HÌNH\nSở Nội vụ chủ trì, phối hợp với các sở tham mưu nhiều đề án.\n",
        "I. MỤC TIÊU\n- Nâng cao chất lượng đội ngũ cán bộ; 100% cán bộ phải đạt chuẩn.\n",
        "Điều 1. Hiệu lực\nQuyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 12/QĐ-UBND.\n",
        "Điều 1. Chế độ\n1. Cán bộ đi học được hưởng nguyên lương.\n",
        "Điều 1. Giải thích\n1. Luân chuyển là việc cử cán bộ giữ chức vụ khác.\n",
        "Điều 1. Quy định\n1. Người dự tuyển phải có ít nhất 03 năm kinh nghiệm.\n",
    ],
)
def test_no_duty(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, body).entries == ()


def test_every_slot_points_into_the_text(samples: Path) -> None:
    for name in ("96-kh-ubnd-2024.docx", "77-kl-tu-2024.en.html", "642-snv-ccvc-2023.txt"):
        (file,) = files_under([samples / name])
        document = document_of(file, (samples / name).read_bytes(), "0").document
        entries = duties(document)
        assert len(entries) > 8
        for duty in entries:
            assert 0 <= duty.whole.start <= duty.action.start < duty.action.end <= duty.whole.end <= len(document.text)
            assert duty.deadline is None or duty.whole.start <= duty.deadline.phrase.start < duty.deadline.phrase.end


def test_odd_input_gives_no_error(tmp_path: Path) -> None:
    for odd in (
        "Giao " * 3000,
        "Sở Nội vụ, " * 3000,
        "(" * 5000 + "phải",
        "Sở Nội vụ phải " + "và " * 5000,
        "İ phải nộp. " * 50,
    ):
        assert read(tmp_path, f"Điều 1. Nhiệm vụ\n1. {odd}\n").document.text
