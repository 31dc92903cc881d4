"""Sheets as tests give them out: the fictitious province's, in both languages."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assistant.sheet import Layout, Sheet, SheetRow, SheetSection, SheetSource
from corpus.messages import Language

MADE = date(2026, 11, 22)
QUOTE = (
    "Sở Nội vụ chủ trì, phối hợp với các sở, ngành trình phê duyệt Đề án vị trí việc làm trước ngày 31 tháng 3 năm 2024"
)
COLUMNS: dict[Language, tuple[str, ...]] = {
    "vi": ("Nhiệm vụ", "Chủ trì", "Thời hạn"),
    "en": ("Task", "Lead", "Deadline"),
}
_CELLS: dict[Language, tuple[str, str, str]] = {
    "vi": ("Hoàn thiện Đề án vị trí việc làm của đơn vị {n}", "Sở Nội vụ", "trước ngày 31/3/2024"),
    "en": ("Complete the job position project of unit {n}", "Department of Home Affairs", "before 31 March 2024"),
}


def source(n: int = 1, document: str = "18-2024-qd-ubnd", quote: str = QUOTE) -> SheetSource:
    """A place in a document; another for each number."""
    return SheetSource(
        document=document,
        number="18/2024/QĐ-UBND",
        title="Quy định về quản lý vị trí việc làm tỉnh Lam Giang",
        path=f"Điều {n}, khoản 2",
        page=n,
        quote=quote,
        start=200 * n,
        end=200 * n + len(quote),
        sha256=f"{n % 7:x}a5c" * 16,
        version=2,
    )


def row(n: int, language: Language = "vi", **more: Any) -> SheetRow:
    """A task that is due, with its source."""
    cells = tuple(cell.format(n=n) for cell in _CELLS[language])
    made = SheetRow(cells, (source(n),), date(2024, 3, 31) + timedelta(days=n), "open", frozenset({0}), f"row-{n}")
    return replace(made, **more)


def sheet(rows: int = 6, language: Language = "vi", layout: Layout = "state", **more: Any) -> Sheet:
    """A checklist of two stages."""
    names = ("Chuẩn bị", "Trình duyệt") if language == "vi" else ("Preparation", "Submission")
    tasks = tuple(row(n, language) for n in range(1, rows + 1))
    half = (rows + 1) // 2
    sections = (SheetSection(names[0], tasks[:half], ("Trước khi trình.",)), SheetSection(names[1], tasks[half:]))
    title = "Phê duyệt Đề án vị trí việc làm" if language == "vi" else "Approval of the job position project"
    made = Sheet("checklist", title, language, COLUMNS[language], sections, MADE, layout, ("Đã tìm trong 27 văn bản.",))
    return replace(made, **more)


def with_rows(*rows: SheetRow, **more: Any) -> Sheet:
    """A sheet of one section with exactly these rows."""
    return sheet(sections=(SheetSection("Chuẩn bị", rows),), **more)


def course() -> Sheet:
    """A course pack whose answer key stands before its quiz."""
    asked = "Đề án vị trí việc làm phải trình trước ngày nào?\nA. 31/3/2024\nB. 30/6/2024"
    sections = (
        SheetSection("Mục tiêu", (SheetRow(("Nắm được thời hạn",)),), role="objectives"),
        SheetSection("Quy định trọng tâm", (SheetRow(("Trách nhiệm", f"“{QUOTE}”"), (source(1),)),), role="provisions"),
        SheetSection("Đáp án", (SheetRow(("1", "A"), (source(1),)),), role="key", columns=("TT", "Đáp án")),
        SheetSection("Câu hỏi", (SheetRow(("1", "Một lựa chọn", asked)),), role="quiz", columns=("TT", "Loại", "Câu")),
    )
    return sheet(kind="course", title="Bồi dưỡng về vị trí việc làm", sections=sections, columns=("Nội dung", "Trích"))
