"""Table rows as facts: the column's heading, what the row is of, the cell's words. Knows no wording."""

from dataclasses import dataclass

from assistant.course_packs.facts import Fact


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what its column says it is, what its row is of, its words."""

    column: str
    row: str
    value: str


def cell_of(fact: Fact) -> Cell | None:
    """The cell that a fact's number stands in, where its row can be told from all others and its column has a name."""
    material, text = fact.material, fact.material.text
    row = next(
        (u for u in material.outline.above(material.outline.innermost(fact.slot.start)) if u.kind == "row"), None
    )
    if row is None:
        return None
    rows = [u for u in material.outline.children(row.parent) if u.kind == "row"]
    if len(rows) < 3 or rows[0] is row:
        return None
    head, cells = _cells(text[rows[0].start : rows[0].end]), _cells(text[row.start : row.end])
    column = text[row.start : fact.slot.start].count("|")
    if len(head) != len(cells) or column >= len(cells) or any(c.isdigit() for c in head[column]) or not head[column]:
        return None
    name_column = next((i for i, c in enumerate(cells) if any(x.isalpha() for x in c) and i != column), None)
    if name_column is None or name_column > column:
        return None
    name, value = cells[name_column], cells[column]
    # in the whole document: a question names the place of a table, not always the table
    others = [_cells(text[u.start : u.end]) for u in material.outline if u.kind == "row" and u is not row]
    unique = all(len(o) <= name_column or o[name_column] != name for o in others)
    single = value.count(fact.answer) == 1 and sum(c.isdigit() for c in value) == sum(c.isdigit() for c in fact.answer)
    return Cell(head[column], name, value) if unique and single and len(value) < 60 else None


def _cells(row: str) -> list[str]:
    return [" ".join(c.split()) for c in row.strip().strip("|").split("|")]
