"""Requirements in tables: a column of posts, and columns of what each of them asks for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Provision
from corpus.registers import Attribute, Operator, Requirement, Span
from ingest.figure_cells import Table
from ingest.requirement.clause import Asked, asked_in
from ingest.requirement.cues import is_level_up, of_column
from ingest.requirement.reading import Reading, requirement

_POST_COLUMN = re.compile(
    r"(?:tên )?(?:vị trí|chức danh|chức vụ|tên vị trí việc làm|vị trí việc làm)|posts?"
    r"|positions?|titles?|job positions?|name of",
    re.IGNORECASE,
)
_NO_POSTS = re.compile(r"nội dung|nhiệm vụ|chương trình|programme|content|task|chỉ tiêu|target", re.IGNORECASE)


def of_table(reading: Reading, table: Table) -> Iterator[Requirement]:
    """A table with a column of posts and columns of standards: each cell asks for what its column names."""
    text = reading.document.text
    head = [c.of(text) for c in table.rows[0][1]]
    column = next((i for i, name in enumerate(head) if _POST_COLUMN.search(name) and not of_column(name)), None)
    asking = {i: found for i, name in enumerate(head) if i != column and (found := of_column(name))}
    if column is None or not asking or any(_NO_POSTS.search(name) for name in head):
        return
    for address, cells in table.rows[1:]:
        if len(cells) != len(head):
            continue
        unit = reading.units.get(address)
        whole = Span(cells[0].start, cells[-1].end)
        for i, default in asking.items():
            told = _of_cell(reading, whole, unit, cells[column], cells[i], default)
            yield from (replace(r, subject_kind="post") for r in told)


def _of_cell(
    reading: Reading,
    whole: Span,
    unit: Provision | None,
    subject: Span,
    cell: Span,
    default: tuple[Attribute, Operator],
) -> Iterator[Requirement]:
    text = reading.document.text
    words = cell.of(text).strip()
    if len(words) < 2 or words in ("-", "–"):
        return
    clause = reading.clause(cell.start, cell.end)
    asked = asked_in(clause)
    attribute, operator = default
    if not asked or attribute == "political_theory":
        operator = "at_least" if is_level_up(words) and attribute != "age" else operator
        asked = [Asked(attribute, "has" if attribute == "age" else operator, cell)]
    for one in asked:
        yield requirement(reading, whole, unit, subject, one, clause)
