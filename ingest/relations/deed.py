"""What a statement does to one document, and how it is kept as a relation: units, exceptions, days, words swapped."""

import re
from dataclasses import dataclass

from corpus.relations import Relation
from corpus.relations import RelationKind as Kind
from corpus.units import UnitReference, shifted
from ingest.relations.days import Days
from ingest.relations.mentioned import Mentioned
from ingest.relations.statement import Statement
from ingest.relations.swaps import swaps_in
from ingest.relations.units import exceptions_behind, is_in_part, units_of
from ingest.relations.verbs import Verb
from ingest.relations.when import days_of

# "thay thế Phụ lục I ... bằng Phụ lục I kèm theo Nghị định này", "thay thế Điều 5 như sau:": it goes on in other words
_BY_ONE_OF_ITS_OWN = re.compile(
    r"(?:nhu sau|as follows|(?:with|by) the following(?: \w+)?)\s*:\s*$|"
    r"(?<!\w)(?:bang|with|by)\s+(?:cac\s+|the\s+)?(?:phu luc|mau|bieu|danh muc|annex|appendix|form)(?!\w)[^.;]{0,120}?"
    r"\s(?:nay|this|hereto)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done to a document, and by which verb of the statement (None: what stands above says it).

    `units` are those that it is done to; None: those that are named with the document.
    """

    kind: Kind
    document: Mentioned
    verb: Verb | None = None
    units: tuple[UnitReference, ...] | None = None

    @property
    def meant(self) -> str | None:
        """What two names of one document have in common."""
        return self.document.target.number_key or self.document.target.name

    @property
    def reached(self) -> tuple[UnitReference, ...]:
        """The units of the document that it is done to, as far as they are named with it."""
        return self.document.units if self.units is None else self.units


def relation_of(statement: Statement, deed: Deed) -> Relation:
    """A deed as a relation, its offsets those of the document that states it."""
    m, verb, place = deed.document, deed.verb, statement.place
    units = deed.units if deed.units is not None else units_of(statement, m, verb)
    kind = _kind(statement.even, deed, units)
    changes = kind not in (Kind.BASED_ON, Kind.REFERS_TO)
    days = days_of(statement, kind, m, verb) if changes else Days()
    if place.above.lists and days == Days():
        days = place.above.days
    start, end = (verb.start, verb.end) if verb is not None else (m.start, m.end)
    return Relation(
        kind=kind,
        target=m.target,
        start=place.start,
        end=place.start + len(place.text),
        phrase_start=place.start + start,
        phrase_end=place.start + end,
        source_unit=place.unit,
        units=shifted(units, place.start),
        exceptions=shifted(exceptions_behind(statement, m), place.start) if changes else (),
        partial=changes and not units and is_in_part(statement, m, verb),
        day=days.day,
        until=days.until,
        swaps=swaps_in(place.text) if (verb is not None and verb.words) or kind is Kind.CORRECTS else (),
    )


def _kind(even: str, deed: Deed, units: tuple[UnitReference, ...]) -> Kind:
    """A unit that is replaced by one of the document's own words is amended: it stays in force."""
    replaced = deed.kind is Kind.REPLACES and units and deed.verb is not None
    if replaced and deed.verb and _BY_ONE_OF_ITS_OWN.search(even, deed.verb.end):
        return Kind.AMENDS
    return deed.kind
