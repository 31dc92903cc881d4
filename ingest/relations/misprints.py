"""Misprints that are set right where no verb leads: "Tại mục 2 Phụ lục ..., “A” sửa thành “B”"."""

from corpus.relations import RelationKind as Kind
from ingest.relations.deed import Deed
from ingest.relations.mentioned import Mentioned
from ingest.relations.statement import Statement
from ingest.relations.swaps import sets_right
from ingest.relations.units import all_units


def set_right(statement: Statement) -> Deed | None:
    """The correction that a statement makes, of the one document that it names or of the one above it."""
    above, found = statement.place.above, statement.found
    corrects = "dinh chinh" in statement.even or "correct" in statement.even or above.corrects
    if not corrects or not statement.units or len(found) > 1 or not sets_right(statement.place.text):
        return None
    if found:
        return Deed(Kind.CORRECTS, found[0])
    if above.target is None:
        return None
    return Deed(Kind.CORRECTS, Mentioned(above.target, 0, 0), None, all_units(statement))
