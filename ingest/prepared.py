"""A document made ready for its registers: what all of them read from it, worked out once. Knows nothing of any."""

from dataclasses import dataclass
from functools import cached_property

from corpus.document import Document, Outline, Provision
from corpus.sentences import statements
from ingest.figure_cells import Table, tables
from ingest.not_figures import without_others


@dataclass(frozen=True)
class Prepared:
    """A document with its statements, its outline, its tables, and its text without the numbers that are no figures."""

    document: Document

    @cached_property
    def units(self) -> Outline:
        """The outline of the document."""
        return Outline(self.document.provisions)

    @cached_property
    def statements(self) -> list[tuple[int, int, Provision | None]]:
        """The statements in reading order, each with the innermost unit that it stands in."""
        return [(start, end, self.units.innermost(start)) for start, end in statements(self.document.text)]

    @cached_property
    def masked(self) -> str:
        """The text with blanks over what is no figure; offsets hold in both."""
        return without_others(self.document.text)

    @cached_property
    def tables(self) -> list[Table]:
        """The tables, in order."""
        return tables(self.document, self.units)
