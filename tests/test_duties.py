"""Duties: order first, actor first, bullets under a heading, task tables, translations and news; what is none."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.registers import Duty
from ingest.duties import duties
from ingest.duty.slots import coordinators
from ingest.files import files_under
from ingest.prepared import Prepared
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
    return Found(document, duties(Prepared(document)))


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


def test_a_label_before_a_colon_is_no_part_of_the_sentence(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "II. NHIỆM VỤ\n1. Bước 1: Phòng Tổ chức lập danh sách người dự thi.\n2. Sở Nội vụ: chủ trì, thẩm định hồ sơ.\n"
        "3. Về kinh phí: Sở Tài chính bố trí kinh phí cho các lớp.\n4. Mục tiêu: Nâng cao chất lượng tham mưu.\n"
        "5. Chi làm thêm giờ: Thực hiện theo Thông tư số 08/2005/TT-BTC.\n",
    )  # fmt: skip
    assert found.words("lead") == ["Phòng Tổ chức", "Sở Nội vụ", "Sở Tài chính"]


def test_lines_beside_a_task_fill_its_slots(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "II. NHIỆM VỤ\n1. Xây dựng Đề án kho hồ sơ số\n- Đơn vị chủ trì: Sở Nội vụ.\n- Đơn vị phối hợp: Sở Tài chính, Sở Y tế.\n"
        "- Thời gian hoàn thành: Quý II/2025.\n- Sản phẩm: Đề án được phê duyệt.\n"
        "2. Báo cáo tháng\na) Cơ quan, đơn vị thực hiện: Các Vụ và Văn phòng.\n"
        "b) Thời gian báo cáo: Báo cáo gửi trước ngày 25 hằng tháng.\n",
    )  # fmt: skip
    first, second = found.entries
    assert found.words("lead") == ["Sở Nội vụ", "Các Vụ và Văn phòng"]
    assert [c.of(found.document.text) for c in first.coordinators] == ["Sở Tài chính", "Sở Y tế"]
    assert found.words("product")[0] == "Đề án được phê duyệt"
    assert first.deadline is not None and str(first.deadline.day) == "2025-06-30"
    assert second.deadline is not None and second.deadline.every == "month"


def test_who_opens_an_article_acts_in_its_points(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Điều 5. Vụ Tổng hợp chịu trách nhiệm giúp Bộ trưởng theo dõi.\n1. Tổng hợp báo cáo của các đơn vị.\n"
        "2. Tổ chức kiểm tra việc thực hiện.\n",
    )  # fmt: skip
    assert found.words("lead") == ["Vụ Tổng hợp"] * 3


def test_starred_lines_name_who_acts_in_the_dashes_below(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Điều 2. Nhiệm vụ cụ thể\n* Đoàn kiểm tra có trách nhiệm:\n- Lập kế hoạch kiểm tra.\n- Báo cáo kết quả.\n"
        "* Văn phòng Sở:\n- Bố trí phương tiện.\n",
    )  # fmt: skip
    assert found.words("lead") == ["Đoàn kiểm tra", "Đoàn kiểm tra", "Văn phòng Sở"]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Ủy ban nhân dân tỉnh yêu cầu các cấp, các ngành thực hiện Chỉ thị này.", "các cấp, các ngành"),
        ("Giao Vụ Tổ chức cán bộ là đơn vị thường trực của Ban Chỉ đạo.", "Vụ Tổ chức cán bộ"),
        ("Các khoản thu do đơn vị thu phải nộp đủ vào ngân sách.", "đơn vị thu"),
        ("Việc đóng góp là nghĩa vụ của mọi công dân cư trú tại xã.", "mọi công dân cư trú tại xã"),
        ("Cơ quan chủ trì soạn thảo gửi hồ sơ đến Sở Tư pháp.", "Cơ quan chủ trì soạn thảo"),
        ("Tổ chức pháp chế thuộc Bộ rà soát danh mục văn bản.", "Tổ chức pháp chế thuộc Bộ"),
        ("Nhà nước hỗ trợ kinh phí xây dựng kho lưu trữ.", "Nhà nước"),
        ("Uỷ quyền Trưởng Ban quản lý khu kinh tế trực tiếp ký hợp đồng.", "Trưởng Ban quản lý khu kinh tế"),
    ],
)
def test_who_acts(tmp_path: Path, sentence: str, lead: str) -> None:
    assert read(tmp_path, f"Điều 1. Điều khoản chung\n1. {sentence}\n").words("lead") == [lead]


def test_a_title_may_name_whose_tasks_follow(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Điều 3. Nhiệm vụ và quyền hạn của Chi cục Thú y.\n1. Tham mưu Giám đốc Sở trình ban hành kế hoạch;\n"
        "2. Phối hợp với các đơn vị kiểm tra việc chấp hành.\n",
    )  # fmt: skip
    assert found.words("lead") == ["Chi cục Thú y", "Chi cục Thú y"]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Hội đồng bồi thường, hỗ trợ và tái định cư có trách nhiệm giải thích rõ chính sách.",
         "Hội đồng bồi thường, hỗ trợ và tái định cư"),
        ("Trường hợp hồ sơ có giấy tờ, chứng từ hợp lệ thì Phòng Tài chính phải lập phương án.", "Phòng Tài chính"),
        ("Giám đốc Sở Y tế quyết định điều động bác sĩ giữa các xã; hoàn thành trước ngày 15 tháng 8 hằng năm.",
         "Giám đốc Sở Y tế"),
        ("Phó Trưởng phòng giúp Trưởng phòng thực hiện một số nhiệm vụ.", "Phó Trưởng phòng"),
    ],
)  # fmt: skip
def test_names_and_cases(tmp_path: Path, sentence: str, lead: str) -> None:
    assert read(tmp_path, f"Điều 1. Điều khoản chung\n1. {sentence}\n").words("lead") == [lead]


def test_a_thing_and_its_day(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Điều 4. Thời hạn\n1. Thời hạn thẩm định hồ sơ là 40 ngày kể từ ngày nhận đủ hồ sơ.\n"
        "2. Báo cáo năm gửi trước ngày 15 tháng 12 hằng năm.\n",
    )  # fmt: skip
    assert [d.deadline.kind for d in found.entries if d.deadline] == ["relative", "recurring"]


def test_an_english_task_table(tmp_path: Path) -> None:
    table = (
        "<html><body><p>PLAN</p><table><tr><td>No.</td><td>Task</td><td>Lead agency</td><td>Coordinating agencies</td>"
        "<td>Deadline</td><td>Product</td></tr><tr><td>1</td><td>Reviewing the map</td><td>Department of Maps</td>"
        "<td>Department of Finance</td><td>Before June 30, 2025</td><td>Report</td></tr></table></body></html>"
    )
    path = tmp_path / "table.html"
    path.write_text(table, encoding="utf-8")
    (file,) = files_under([path])
    document = document_of(file, path.read_bytes(), "0").document
    (duty,) = duties(Prepared(document))
    assert duty.lead is not None and duty.lead.of(document.text) == "Department of Maps"
    assert duty.deadline is not None and str(duty.deadline.day) == "2025-06-30"


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
    (duty,) = duties(Prepared(document))
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
        ("Difficulties must be reported by agencies and localities to the Office.", "agencies and localities", "must"),
        ("The drafting team counts the work of each position.", "The drafting team", "assigned"),
        ("No later than 07 working days from receipt, the Council interviews the person.", "the Council", "assigned"),
        (
            "Officials who hold posts but do not meet the level must complete it before May 1, 2025.",
            "Officials who hold posts but do not meet the level",
            "must",
        ),
        ("The time limit for appraising a plan is 40 days from the date of receipt.", None, "must"),
        ("Within 60 days from the date this Decision takes effect, the agency must report.", "the agency", "must"),
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
        "Điều 1. Các loại báo cáo\na) Báo cáo tháng;\nb) Báo cáo đột xuất.\n",
        "Điều 1. Gia hạn\n1. Số thuế phải nộp năm 2010 của doanh nghiệp nhỏ.\n",
        "Điều 1. Sử dụng Quỹ\n- Quỹ được sử dụng như sau:\n+ Hỗ trợ tu sửa trường học;\n+ Tập huấn cho đội xung kích.\n",
        "Điều 1. Thành lập\n1. Đồng chí Lê Văn An, Phó Chánh Thanh tra Sở - Phó Trưởng đoàn;\n",
        "Điều 2. Đối tượng áp dụng\n1. Ủy ban nhân dân các xã có nhiệm vụ quản lý về dân tộc.\n",
    ],
)
def test_no_duty(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, body).entries == ()


def test_every_slot_points_into_the_text(samples: Path) -> None:
    for name in ("96-kh-ubnd-2024.docx", "77-kl-tu-2024.en.html", "642-snv-ccvc-2023.txt"):
        (file,) = files_under([samples / name])
        document = document_of(file, (samples / name).read_bytes(), "0").document
        entries = duties(Prepared(document))
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


def test_with_whom_in_english_ends_before_of_doing() -> None:
    text = "It is in charge, in coordination with the Lamp Office and the School of Nursing, of proposing new lamps."
    assert [c.of(text) for c in coordinators(text, 0, len(text))] == ["the Lamp Office", "the School of Nursing"]


@pytest.mark.parametrize(
    ("body", "lead", "deadline"),
    [
        ("1. Việc mở lại phiên họp cách phiên họp trước chậm nhất là 20 ngày.\n", None, "chậm nhất là 20 ngày"),
        ("1. The return must be filed with the Registrar:\n(a) in the set form; and\n(b) within two months of the year"
         " end.\n", None, "within two months of the year end"),
        ("1. The Regulator will review the plan at least annually.\n", "The Regulator", "at least annually"),
        ("1. If so, the Reporting Entity is to ensure that it is told immediately.\n", "the Reporting Entity",
         "immediately"),
        ("1. Quyết định kháng nghị phải được gửi ngay cho Tòa án đã ra bản án đã có hiệu lực pháp luật.\n", None, "ngay"),
    ],
)  # fmt: skip
def test_a_limit_makes_a_duty(tmp_path: Path, body: str, lead: str | None, deadline: str) -> None:
    found = read(tmp_path, body, heading="QUY ĐỊNH\nVề hồ sơ\n\n")
    dues = [d.deadline.phrase.of(found.document.text) for d in found.entries if d.deadline is not None]
    assert dues == [deadline]
    assert lead in found.words("lead")


@pytest.mark.parametrize(
    "body",
    [
        "1. Hồ sơ gồm:\na) Giấy khám sức khỏe không quá 06 tháng kể từ ngày cấp;\nb) Đơn.\n",
        "1. Kết quả kiểm định có giá trị trong thời hạn 24 tháng kể từ ngày công bố.\n",
        "1. The conditions are that the offer—\n(a) is made within 12 months of the first offer.\n",
    ],
)
def test_a_limit_of_a_paper_or_a_case_makes_none(tmp_path: Path, body: str) -> None:
    assert [d for d in read(tmp_path, body, heading="QUY ĐỊNH\nVề hồ sơ\n\n").entries if d.deadline] == []


def test_further_deadlines_are_kept(tmp_path: Path) -> None:
    body = (
        "1. Sở Nội vụ gửi danh sách trước ngày 10/3/2026 đối với lớp thứ nhất, trước ngày 15/7/2026 đối với lớp sau.\n"
    )
    found = read(tmp_path, body)
    (duty,) = found.entries
    assert duty.deadline is not None
    assert str(duty.deadline.day) == "2026-03-10"
    assert [str(d.day) for d in duty.also_due] == ["2026-07-15"]


def test_a_further_thing_done_at_intervals_is_kept(tmp_path: Path) -> None:
    body = "1. Công ty có trách nhiệm khai trình trong thời hạn 30 ngày kể từ ngày mở cửa, định kỳ báo cáo Sở Nội vụ.\n"
    found = read(tmp_path, body)
    (duty,) = found.entries
    assert [d.phrase.of(found.document.text) for d in duty.also_due] == ["định kỳ"]
