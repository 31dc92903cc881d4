"""Requirements of the sample dossier, read by eye and put down by their words: what a right extraction gives.

So that weighing and amending are tried by themselves, whatever the extraction finds.
"""

from collections.abc import Callable
from typing import NamedTuple

from corpus.corpus import Corpus
from corpus.registers import Attribute, Operator, Registers, Requirement, Span, Subject


class Made(NamedTuple):
    """A requirement by its words; `whole` begins and `until` ends its statement."""

    document: str
    whole: str
    words: str
    attribute: Attribute
    operator: Operator = "has"
    value: float | None = None
    unit: str | None = None
    subject: str = ""
    group: str = ""
    equivalent: bool = False
    exception: str = ""
    condition: str = ""
    kind: Subject = "post"


_25, _25E, _18, _18E = "25-2022-qd-ubnd", "25-2022-qd-ubnd-en", "18-2024-qd-ubnd", "18-2024-qd-ubnd-en"
_09, _1482, _40 = "09-hd-btctu-2022", "1482-qd-ubnd-2023", "40-2023-qd-ubnd"
_5_2 = "Người được bổ nhiệm lần đầu giữ chức vụ Trưởng phòng và tương đương thuộc sở"
_5_2_E = "A person appointed for the first time to the post of Head of Division or equivalent under a department"
_14_1, _14_1_E = (
    "Trưởng phòng và tương đương thuộc sở phải có bằng",
    "A Head of Division or equivalent under a department must",
)
_14_3 = "Phó Trưởng phòng và tương đương thuộc sở; Trưởng phòng, Phó Trưởng phòng thuộc Ủy ban nhân dân cấp huyện"
_15_1, _15_1_E = "Công chức được bổ nhiệm lần đầu phải còn", "A civil servant appointed for the first time must"
_ROW_1, _ROW_2 = "1 | Giám đốc sở và tương đương", "2 | Phó Giám đốc sở và tương đương"
_ROW_3, _ROW_7 = "3 | Trưởng phòng thuộc sở và tương đương", "7 | SNV-LĐ-07 | Trưởng phòng thuộc Sở"
_4A = "Không quá 45 tuổi tính từ thời điểm"

MADE: tuple[Made, ...] = (
    Made(_25, _5_2, "ít nhất 03 năm (36 tháng) công tác trong ngành, lĩnh vực được giao phụ trách", "experience", "at_least", 3, "year", "Trưởng phòng và tương đương thuộc sở"),
    Made(_25, _5_2, "ít nhất 01 năm (12 tháng) giữ chức vụ Phó Trưởng phòng hoặc tương đương", "post_held", "at_least", 1, "year", "Trưởng phòng và tương đương thuộc sở", equivalent=True),
    Made(_18, _5_2, "ít nhất 05 năm (60 tháng) công tác trong ngành, lĩnh vực được giao phụ trách", "experience", "at_least", 5, "year", "Trưởng phòng và tương đương thuộc sở"),
    Made(_18, _5_2, "ít nhất 02 năm (24 tháng) giữ chức vụ Phó Trưởng phòng hoặc tương đương", "post_held", "at_least", 2, "year", "Trưởng phòng và tương đương thuộc sở", equivalent=True),
    Made(_25, _14_1, "bằng đại học trở lên đúng chuyên ngành", "degree", "at_least", subject="Trưởng phòng và tương đương thuộc sở"),
    Made(_25, _14_1, "trình độ trung cấp lý luận chính trị trở lên", "political_theory", "at_least", subject="Trưởng phòng và tương đương thuộc sở"),
    Made(_25, _14_1, "ngạch chuyên viên hoặc tương đương trở lên", "other", "at_least", subject="Trưởng phòng và tương đương thuộc sở", equivalent=True),
    Made(_25, "Chi cục trưởng thuộc sở phải", "trình độ cao cấp lý luận chính trị", "political_theory", "at_least", subject="Chi cục trưởng thuộc sở"),
    Made(_25, "Chi cục trưởng thuộc sở phải", "ngạch chuyên viên chính hoặc tương đương trở lên", "other", "at_least", subject="Chi cục trưởng thuộc sở", equivalent=True),
    Made(_25, _14_3, "trình độ trung cấp lý luận chính trị", "political_theory", "at_least", subject=_14_3),
    Made(_25, _14_3, "chứng chỉ bồi dưỡng quản lý nhà nước ngạch chuyên viên", "state_management", subject=_14_3),
    Made(_25, _15_1, "còn đủ tuổi để công tác trọn một thời hạn bổ nhiệm", "term_left", subject="Công chức được bổ nhiệm lần đầu", kind="candidate"),
    Made(_25, _15_1, "không quá 48 tuổi", "age", "at_most", 48, "year", "Trưởng phòng thuộc sở"),
    Made(_25, _15_1, "không quá 45 tuổi", "age", "at_most", 45, "year", "Phó Trưởng phòng thuộc sở và Trưởng phòng, Phó Trưởng phòng thuộc Ủy ban nhân dân cấp huyện"),
    Made(_25, "Công chức được đề nghị bổ nhiệm từ nguồn tại chỗ", "được quy hoạch chức vụ bổ nhiệm hoặc chức vụ tương đương", "planning", subject="Công chức được đề nghị bổ nhiệm", condition="từ nguồn tại chỗ", kind="candidate"),
    Made(_25, "Công chức được đề nghị bổ nhiệm từ nguồn tại chỗ", "xếp loại hoàn thành tốt nhiệm vụ trở lên trong 02 năm liền kề", "grading", "at_least", 2, "year", "Công chức được đề nghị bổ nhiệm", condition="từ nguồn tại chỗ", kind="candidate"),
    Made(_25, "Công chức bị kỷ luật khiển trách không được bổ nhiệm", "bị kỷ luật khiển trách", "discipline", "has_not", 12, "month", "Công chức", kind="candidate"),
    Made(_25, "Công chức bị kỷ luật khiển trách không được bổ nhiệm", "bị kỷ luật cảnh cáo", "discipline", "has_not", 24, "month", "Công chức", kind="candidate"),
    Made(_09, _ROW_1, "Không quá 55 tuổi", "age", "at_most", 55, "year", "Giám đốc sở và tương đương"),
    Made(_09, _ROW_1, "không quá 52 tuổi", "age", "at_most", 52, "year", "Giám đốc sở và tương đương"),
    Made(_09, _ROW_1, "Cao cấp hoặc cử nhân", "political_theory", "at_least", subject="Giám đốc sở và tương đương"),
    Made(_09, _ROW_1, "Ít nhất 05 năm công tác", "experience", "at_least", 5, "year", "Giám đốc sở và tương đương"),
    Made(_09, _ROW_1, "ít nhất 02 năm giữ chức vụ phó giám đốc sở và tương đương", "post_held", "at_least", 2, "year", "Giám đốc sở và tương đương", equivalent=True),
    Made(_09, _ROW_3, "Còn đủ tuổi công tác trọn một thời hạn bổ nhiệm", "term_left", subject="Trưởng phòng thuộc sở và tương đương"),
    Made(_09, _ROW_3, "Trung cấp trở lên", "political_theory", "at_least", subject="Trưởng phòng thuộc sở và tương đương"),
    Made(_09, _ROW_3, "Ít nhất 03 năm (36 tháng) trong ngành, lĩnh vực", "experience", "at_least", 3, "year", "Trưởng phòng thuộc sở và tương đương"),
    Made(_09, _ROW_3, "ít nhất 01 năm giữ chức vụ phó trưởng phòng và tương đương", "post_held", "at_least", 1, "year", "Trưởng phòng thuộc sở và tương đương", equivalent=True),
    Made(_09, "Không bổ nhiệm người chưa được quy hoạch", "chưa được quy hoạch", "planning", "has_not", exception="cơ quan mới thành lập chưa quá 12 tháng", kind="candidate"),
    Made(_09, "Có đủ sức khỏe theo giấy chứng nhận", "đủ sức khỏe", "health", kind="candidate"),
    Made(_1482, _ROW_7, "Đại học trở lên phù hợp với lĩnh vực của phòng", "degree", "at_least", subject="Trưởng phòng thuộc Sở"),
    Made(_1482, _ROW_7, "trung cấp lý luận chính trị trở lên", "political_theory", "at_least", subject="Trưởng phòng thuộc Sở"),
    Made(_1482, _ROW_7, "chứng chỉ bồi dưỡng lãnh đạo cấp phòng", "certificate", subject="Trưởng phòng thuộc Sở"),
    Made(_40, _4A, "Không quá 45 tuổi", "age", "at_most", 45, "year", kind="candidate"),
    Made(_25E, _14_1_E, "an intermediate or higher level of political theory", "political_theory", "at_least", subject="Head of Division or equivalent under a department"),
    Made(_25E, _15_1_E, "no older than 48 years", "age", "at_most", 48, "year", "Head of Division under a department"),
    Made(_25E, _15_1_E, "no older than 45 years", "age", "at_most", 45, "year", "Deputy Head of Division under a department and a Head or Deputy Head of Division under a district-level People's Committee"),
    Made(_25E, _5_2_E, "at least 03 years (36 months) in the sector or field", "experience", "at_least", 3, "year", "Head of Division or equivalent under a department"),
    Made(_18E, _5_2_E, "at least 05 years (60 months) in the sector or field", "experience", "at_least", 5, "year", "Head of Division or equivalent under a department"),
)  # fmt: skip


def made_registers(corpus: Corpus) -> Callable[[int], Registers]:
    """The registers of a corpus that holds the sample dossier, with these requirements only."""
    library = corpus.library
    found: dict[int, list[Requirement]] = {}
    for one in MADE:
        entry = library.entry(one.document)
        found.setdefault(entry.revision, []).append(_requirement(library.text(entry.revision), one, corpus))
    return lambda revision: Registers(requirements=tuple(found.get(revision, ())))


def _requirement(text: str, made: Made, corpus: Corpus) -> Requirement:
    start = text.index(made.whole)
    end = text.index("\n", start)
    entry = corpus.library.entry(made.document)
    unit = corpus.library.outline(entry.revision).innermost(start)
    return Requirement(
        Span(start, end),
        unit.address if unit else "",
        made.kind,
        _span(text, made.subject, start, end) if made.subject else None,
        made.attribute,
        made.operator,
        _span(text, made.words, start, end),
        made.value,
        made.unit,
        made.group,
        made.equivalent,
        (_span(text, made.exception, start, end),) if made.exception else (),
        _span(text, made.condition, start, end) if made.condition else None,
    )


def _span(text: str, words: str, start: int, end: int) -> Span:
    at = text.index(words, start, end)
    return Span(at, at + len(words))
