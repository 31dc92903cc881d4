"""The registers of the catalogue: written with their document, read back, asked, made anew.

Knows not how they are extracted.
"""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import ColumnElement, Connection, delete, func, select

from corpus import schema
from corpus.errors import NotFoundError
from corpus.keyed import parts
from corpus.register_entries import SECOND, RegisterEntry, to_entry_of, to_registers
from corpus.register_filters import DefinitionFilter, DutyFilter, FigureFilter, Filter, RequirementFilter, of_document
from corpus.register_order import Order
from corpus.register_writing import forget_unused, names_of, write_registers
from corpus.registers import Definition, Duty, Figure, Registers, Requirement
from corpus.rows import Entry, to_entry
from corpus.second_kept import drop_repeated
from corpus.window_rows import WindowRows

_AS_THEY_STAND = Order()
_HIDDEN = select(schema.revisions.c.id).where(schema.revisions.c.state.in_(["pending", "retired"]))


class RegisterRows(WindowRows):
    """The registers of each revision."""

    def registers(self, revision: int) -> Registers:
        """Everything that the rules extracted from a revision, as it was handed over."""
        t = schema.register_entries
        ours = (t.c.revision == revision) & (t.c.ordinal < SECOND)
        query = select(t.c.kind, t.c.entry).where(ours).order_by(t.c.kind, t.c.ordinal)
        with self.transaction() as c:
            return to_registers((row.kind, row.entry) for row in c.execute(query))

    def duties(
        self,
        wanted: DutyFilter | None = None,
        limit: int | None = None,
        offset: int = 0,
        order: Order = _AS_THEY_STAND,
    ) -> list[tuple[Entry, Duty]]:
        """Duties with their documents, by their day, those without one last, then as they stand in the documents."""
        return cast("list[tuple[Entry, Duty]]", self._asked(wanted or DutyFilter(), limit, offset, order))

    def requirements(
        self,
        wanted: RequirementFilter | None = None,
        limit: int | None = None,
        offset: int = 0,
        order: Order = _AS_THEY_STAND,
    ) -> list[tuple[Entry, Requirement]]:
        """Requirements with their documents, as they stand in them."""
        found = self._asked(wanted or RequirementFilter(), limit, offset, order)
        return cast("list[tuple[Entry, Requirement]]", found)

    def figures(
        self,
        wanted: FigureFilter | None = None,
        limit: int | None = None,
        offset: int = 0,
        order: Order = _AS_THEY_STAND,
    ) -> list[tuple[Entry, Figure]]:
        """Figures with their documents, as they stand in them."""
        return cast("list[tuple[Entry, Figure]]", self._asked(wanted or FigureFilter(), limit, offset, order))

    def definitions(
        self,
        wanted: DefinitionFilter | None = None,
        limit: int | None = None,
        offset: int = 0,
        order: Order = _AS_THEY_STAND,
    ) -> list[tuple[Entry, Definition]]:
        """Definitions and abbreviations with their documents, as they stand in them."""
        found = self._asked(wanted or DefinitionFilter(), limit, offset, order)
        return cast("list[tuple[Entry, Definition]]", found)

    def how_many(self, wanted: Filter) -> int:
        """How many entries there are in all of those that a filter wants."""
        query = select(func.count()).select_from(schema.register_entries)
        with self.transaction() as c:
            return int(c.execute(query.where(*_wanted(c, wanted))).scalar_one())

    def _asked(self, wanted: Filter, limit: int | None, offset: int, order: Order) -> list[tuple[Entry, RegisterEntry]]:
        e = schema.register_entries
        query = select(e.c.revision, e.c.entry).order_by(*order.terms(wanted.kind))
        query = query.limit(limit).offset(offset)
        with self.transaction() as c:
            rows = c.execute(query.where(*_wanted(c, wanted))).all()
            entries = _entries(c, sorted({row.revision for row in rows}))
        # a document may have been removed between the two
        there = (row for row in rows if row.revision in entries)
        return [(entries[row.revision], to_entry_of(wanted.kind, row.entry)) for row in there]

    def extracted_otherwise(self, extractor: int) -> list[int]:
        """Live revisions whose registers another version of the extraction made, or none."""
        t, made = schema.revisions, schema.extractions
        same = select(made.c.revision).where(made.c.extractor == extractor)
        with self.transaction() as c:
            return list(c.execute(select(t.c.id).where(t.c.state == "live", t.c.id.not_in(same))).scalars())

    def replace_registers(self, revision: int, text: str, registers: Registers, extractor: int) -> bool:
        """Puts other registers in place of a revision's, in one commit; what the second reader found besides stays.

        Gives whether the revision is still wanted: nothing is stored for one that has been retired meanwhile.
        """
        t, made = schema.revisions, schema.extractions
        with self.transaction() as c:
            if c.execute(select(t.c.state).where(t.c.id == revision)).scalar_one_or_none() != "live":
                return False
            before = names_of(c, [revision])
            for table in (schema.register_mentions, schema.register_entries):
                c.execute(delete(table).where(table.c.revision == revision, table.c.ordinal < SECOND))
            c.execute(delete(made).where(made.c.revision == revision))
            write_registers(c, revision, text, registers, extractor)
            drop_repeated(c, revision)
            forget_unused(c, before)
        return True


def _entries(connection: Connection, revisions: Sequence[int]) -> dict[int, Entry]:
    t = schema.revisions
    rows = (row for part in parts(revisions) for row in connection.execute(select(t).where(t.c.id.in_(part))))
    return {row.id: to_entry(row) for row in rows}


def _wanted(connection: Connection, wanted: Filter) -> list[ColumnElement[bool]]:
    e = schema.register_entries
    # what is hidden is little or nothing: asked so, no row of the many that are shown is looked up
    conditions = [e.c.kind == wanted.kind, e.c.revision.not_in(_HIDDEN), *wanted.conditions()]
    conditions += wanted.readers.conditions(wanted.kind)
    if wanted.written is not None:
        t = schema.revisions
        conditions.append(e.c.revision.in_(select(t.c.id).where(t.c.language == wanted.written)))
    if wanted.documents:
        named = [r for name in wanted.documents for r in _revisions_named(connection, name)]
        conditions.append(e.c.revision.in_(named))
    return conditions


def _revisions_named(connection: Connection, name: str) -> list[int]:
    """Raises NotFoundError for a name that no document has: an empty register would say that it asks for nothing."""
    t = schema.revisions
    found = list(connection.execute(select(t.c.id).where(t.c.state == "live", of_document(name))).scalars())
    if not found:
        raise NotFoundError("document-unknown", id=name)
    return found
