"""An amending text, ready to be read: what it quotes blanked out, its letters folded, its units. Reads no orders."""

from dataclasses import dataclass
from functools import cached_property

from assistant.amendment import Span
from assistant.amendments.pieces import Done
from assistant.amendments.quotes import Quoted, quoted
from corpus.document import Outline
from corpus.units import same_length


@dataclass(frozen=True)
class Source:
    """A text with its units; `own_key` is its own number's: it names itself without amending itself."""

    text: str
    outline: Outline
    own_key: str | None

    @cached_property
    def quoted(self) -> Quoted:
        """What it quotes."""
        return quoted(self.text)

    @cached_property
    def bare(self) -> str:
        """The text with what it quotes blanked out."""
        return self.quoted.bare

    @cached_property
    def even(self) -> str:
        """The same, folded letter by letter."""
        return same_length(self.bare)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph outside quotations, with each clause that orders something and what that is."""

    start: int
    end: int
    done: tuple[tuple[Span, Done], ...]
