"""A section's rows laid out as a table of texts: with a number first and, where needed, state and source last.

Knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from api.export.words import (
    columns_of,
    is_number_heading,
    is_source_heading,
    lacks_state,
    place_words,
    source_words,
    state_words,
)
from assistant.sheet import Sheet, SheetRow, SheetSection, SheetSource
from corpus.messages import Language, message


@dataclass(frozen=True, slots=True)
class Laid:
    """Headings and rows of one width; `source_at` is the column where the sources are to be marked."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source_at: int


def laid(sheet: Sheet, section: SheetSection, before: int) -> Laid:
    """A section that has rows; `before` rows were counted already (a course counts each of its parts by itself)."""
    own = columns_of(sheet, section)
    own += ("",) * (max(len(r.cells) for r in section.rows) - len(own))
    numbered = bool(own[:1]) and own[0] != "" and is_number_heading(own[0])
    stated = lacks_state(sheet, section)
    sourced = any(r.sources for r in section.rows) and not any(map(is_source_heading, own))
    names = ["no"] * (not numbered), ["state"] * stated + ["source"] * sourced
    first, last = ([message(f"export-column-{name}", sheet.language) for name in part] for part in names)
    headings = (*first, *own, *last)
    start = 1 if sheet.kind == "course" else before + 1

    def texts(n: int, r: SheetRow) -> tuple[str, ...]:
        cells = (*([] if numbered else [str(n)]), *r.cells, *[""] * (len(own) - len(r.cells)))
        state = [state_words(r, sheet.language)] if stated else []
        return (*cells, *state, *([places(r.sources, sheet.language)] if sourced else []))

    at = next((n for n, text in enumerate(headings) if is_source_heading(text)), len(headings) - 1)
    return Laid(headings, tuple(texts(n, r) for n, r in enumerate(section.rows, start)), at)


def places(sources: Sequence[SheetSource], language: Language) -> str:
    """Where the sources stand, a line each."""
    return "\n".join(place_words(source, language) for source in sources)


class Citations:
    """The words of sources as notes: with its document's title only where the document is cited first."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._named: set[tuple[str, int]] = set()

    def words(self, source: SheetSource) -> str:
        """The note for this source, in the order in which they are printed."""
        document = (source.document, source.version)
        first = document not in self._named
        self._named.add(document)
        return source_words(source, self.language, titled=first)
