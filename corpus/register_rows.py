"""The registers of the catalogue: written with their document, read back, asked, made anew.

Knows not how they are extracted.
"""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from corpus import schema
from corpus.errors import NotFoundError
from corpus.keyed import parts
from corpus.register_entries import RegisterEntry, entry_rows, name_rows, to_entry_of, to_registers
from corpus.register_filters import DefinitionFilter, DutyFilter, FigureFilter, Filter, RequirementFilter, of_document
from corpus.registers import Definition, Duty, Figure, Registers, Requirement
from corpus.rows import Entry, to_entry
from corpus.window_rows import WindowRows

_SHOWN: ColumnElement[bool] = (schema.revisions.c.id == schema.register_entries.c.revision) & (
    schema.revisions.c.state == "live"
)


class RegisterRows(WindowRows):
    """The registers of each revision."""

    def registers(self, revision: int) -> Registers:
        """Everything that was extracted from a revision, as it was handed over."""
        t = schema.register_entries
        query = select(t.c.kind, t.c.entry).where(t.c.revision == revision).order_by(t.c.kind, t.c.ordinal)
        with self.transaction() as c:
            return to_registers((row.kind, row.entry) for row in c.execute(query))

    def duties(
        self, wanted: DutyFilter | None = None, limit: int | None = None, offset: int = 0
    ) -> list[tuple[Entry, Duty]]:
        """Duties with their documents, by their day, those without one last, then as they stand in the documents."""
        return cast("list[tuple[Entry, Duty]]", self._asked(wanted or DutyFilter(), limit, offset))

    def requirements(
        self, wanted: RequirementFilter | None = None, limit: int | None = None, offset: int = 0
    ) -> list[tuple[Entry, Requirement]]:
        """Requirements with their documents, as they stand in them."""
        found = self._asked(wanted or RequirementFilter(), limit, offset)
        return cast("list[tuple[Entry, Requirement]]", found)

    def figures(
        self, wanted: FigureFilter | None = None, limit: int | None = None, offset: int = 0
    ) -> list[tuple[Entry, Figure]]:
        """Figures with their documents, as they stand in them."""
        return cast("list[tuple[Entry, Figure]]", self._asked(wanted or FigureFilter(), limit, offset))

    def definitions(
        self, wanted: DefinitionFilter | None = None, limit: int | None = None, offset: int = 0
    ) -> list[tuple[Entry, Definition]]:
        """Definitions and abbreviations with their documents, as they stand in them."""
        found = self._asked(wanted or DefinitionFilter(), limit, offset)
        return cast("list[tuple[Entry, Definition]]", found)

    def how_many(self, wanted: Filter) -> int:
        """How many entries there are in all of those that a filter wants."""
        e = schema.register_entries
        query = select(func.count()).select_from(e).join(schema.revisions, _SHOWN)
        with self.transaction() as c:
            return int(c.execute(query.where(e.c.kind == wanted.kind, *wanted.conditions())).scalar_one())

    def _asked(self, wanted: Filter, limit: int | None, offset: int) -> list[tuple[Entry, RegisterEntry]]:
        e = schema.register_entries
        query = select(e.c.revision, e.c.entry).join(schema.revisions, _SHOWN)
        query = query.where(e.c.kind == wanted.kind, *wanted.conditions()).order_by(e.c.day, e.c.revision, e.c.ordinal)
        with self.transaction() as c:
            _check_documents(c, wanted.documents)
            rows = c.execute(query.limit(limit).offset(offset)).all()
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
        """Puts other registers in place of a revision's, in one commit.

        Gives whether the revision is still wanted: nothing is stored for one that has been retired meanwhile.
        """
        t = schema.revisions
        with self.transaction() as c:
            if c.execute(select(t.c.state).where(t.c.id == revision)).scalar_one_or_none() != "live":
                return False
            for table in (schema.register_names, schema.register_entries, schema.extractions):
                c.execute(delete(table).where(table.c.revision == revision))
            write_registers(c, revision, text, registers, extractor)
        return True


def write_registers(connection: Connection, revision: int, text: str, registers: Registers, extractor: int) -> None:
    """Stores the registers of a revision, in a commit with others; `extractor` 0: another extraction is to come."""
    for table, rows in (
        (schema.extractions, [{"revision": revision, "extractor": extractor}] if extractor else []),
        (schema.register_entries, list(entry_rows(revision, text, registers))),
        (schema.register_names, name_rows(revision, text, registers)),
    ):
        if rows:
            connection.execute(insert(table), rows)


def _entries(connection: Connection, revisions: Sequence[int]) -> dict[int, Entry]:
    t = schema.revisions
    rows = (row for part in parts(revisions) for row in connection.execute(select(t).where(t.c.id.in_(part))))
    return {row.id: to_entry(row) for row in rows}


def _check_documents(connection: Connection, named: Sequence[str]) -> None:
    """Raises NotFoundError for a name that no document has: an empty register would say that it asks for nothing."""
    t = schema.revisions
    for name in named:
        if not connection.execute(select(t.c.id).where(t.c.state == "live", of_document(name)).limit(1)).all():
            raise NotFoundError("document-unknown", id=name)
