"""The registers of the catalogue: written with their document, read back, made anew. Knows not how they are found."""

from sqlalchemy import Connection, delete, insert, select

from corpus import schema
from corpus.register_entries import entry_rows, name_rows, to_registers
from corpus.registers import Registers
from corpus.window_rows import WindowRows


class RegisterRows(WindowRows):
    """The registers of each revision."""

    def registers(self, revision: int) -> Registers:
        """Everything that was extracted from a revision, as it was handed over."""
        t = schema.register_entries
        query = select(t.c.kind, t.c.entry).where(t.c.revision == revision).order_by(t.c.kind, t.c.ordinal)
        with self.transaction() as c:
            return to_registers((row.kind, row.entry) for row in c.execute(query))

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
