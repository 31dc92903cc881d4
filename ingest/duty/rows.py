"""Rows of a task table as duties: the header row says which column holds the task, the lead, the day, the product.

Knows nothing of sentences.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.document import Outline, Provision
from corpus.registers import Duty, Span
from ingest.deadlines import cell_deadline
from ingest.duty.actors import trimmed
from ingest.duty.bodies import bodies

_COLUMNS = {
    "lead": re.compile(r"chủ trì|cơ quan thực hiện|đơn vị thực hiện|đầu mối|người thực hiện"
                       r"|\b(?:lead|presiding|in charge|responsible|implementing)\b", re.IGNORECASE),
    "with": re.compile(r"phối hợp|\b(?:coordinat\w*|co-ordinat\w*|cooperat\w*|supporting)\b", re.IGNORECASE),
    "when": re.compile(r"thời hạn|thời gian|hoàn thành|tiến độ|\b(?:deadline|time|completion|due|schedule)\b",
                       re.IGNORECASE),
    "product": re.compile(r"sản phẩm|kết quả|\b(?:products?|outputs?|results?|deliverables?)\b", re.IGNORECASE),
    "task": re.compile(r"nhiệm vụ|nội dung|công việc|hoạt động|tên văn bản"
                       r"|\b(?:tasks?|contents?|work|activit\w+|duties|duty)\b", re.IGNORECASE),
    "report": re.compile(r"báo cáo|nơi nhận|cấp trình|\b(?:report|submitted|recipient)\b", re.IGNORECASE),
}  # fmt: skip
_CELL = re.compile(r" \| ")


def table_duties(text: str, outline: Outline, table: Provision) -> Iterator[Duty]:
    """The duties of a table; none if no row names a task and who does it or by when."""
    rows = [unit for unit in outline.children(table.address) if unit.kind == "row"]
    columns: dict[str, int] = {}
    for row in rows:
        cells = _cells(text, row)
        if not columns:
            columns = _columns([cell.of(text) for cell in cells])
        elif duty := _duty(text, row, cells, columns):
            yield duty


def _cells(text: str, row: Provision) -> list[Span]:
    end = row.end
    while end > row.start and text[end - 1].isspace():
        end -= 1
    cells, begin = [], row.start
    for match in _CELL.finditer(text, row.start, end):
        cells.append(Span(begin, match.start()))
        begin = match.end()
    return [*cells, Span(begin, end)]


def _columns(words: Sequence[str]) -> dict[str, int]:
    """Which column is which; empty where this is not the header of a task table."""
    found: dict[str, int] = {}
    for at, word in enumerate(words):
        if len(word) > 80:
            return {}
        name = next((n for n, pattern in _COLUMNS.items() if n not in found and pattern.search(word)), None)
        if name is not None:
            found[name] = at
    return found if "task" in found and ("lead" in found or {"when", "with"} <= found.keys()) else {}


def _duty(text: str, row: Provision, cells: Sequence[Span], columns: dict[str, int]) -> Duty | None:
    def cell(name: str) -> Span | None:
        at = columns.get(name)
        if at is None or at >= len(cells):
            return None
        span = trimmed(text, cells[at].start, cells[at].end)
        return span if span.end > span.start else None

    task, lead, when = cell("task"), cell("lead"), cell("when")
    if task is None or len(cells) < 3 or (lead is None and when is None):
        return None
    with_ = cell("with")
    return Duty(
        Span(row.start, cells[-1].end), row.address, "assigned", task, lead=lead,
        coordinators=bodies(text, with_.start, with_.end) if with_ else (), product=cell("product"),
        report_to=cell("report"), deadline=cell_deadline(text, when.start, when.end) if when else None,
    )  # fmt: skip
