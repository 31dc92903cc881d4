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

_UNTOUCHED = ("", "open")


@dataclass(frozen=True, slots=True)
class Laid:
    """Headings and rows of one width; `source_at` is the column where the sources are to be marked."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source_at: int


def laid(sheet: Sheet, section: SheetSection, before: int, brief: bool = False) -> Laid:
    """A section that has rows; `before` rows were counted already (a course counts each of its parts by itself).

    `brief` leaves the states out while nothing has been done yet.
    """
    own = columns_of(sheet, section)
    own += ("",) * (max(len(r.cells) for r in section.rows) - len(own))
    numbered = bool(own[:1]) and own[0] != "" and is_number_heading(own[0])
    stated = lacks_state(sheet, section) and not (brief and all(r.state in _UNTOUCHED for r in sheet.rows))
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


def laid_for_print(sheet: Sheet) -> list[Laid | None]:
    """All sections as they are printed (None for one without rows), without columns in which nothing stands.

    Tables with the same headings keep the same columns. What is to be filled in belongs into a workbook.
    """
    found: list[Laid | None] = []
    count = 0
    for section in sheet.sections:
        found.append(laid(sheet, section, count, brief=True) if section.rows else None)
        count += len(section.rows)
    told: dict[tuple[str, ...], set[int]] = {}
    for content in filter(None, found):
        kept = told.setdefault(content.headings, {0, content.source_at})
        kept |= {n for texts in content.rows for n, text in enumerate(texts) if text.strip()}
    return [content and _only(content, sorted(told[content.headings])) for content in found]


def _only(content: Laid, kept: list[int]) -> Laid:
    rows = tuple(tuple(texts[n] for n in kept) for texts in content.rows)
    return Laid(tuple(content.headings[n] for n in kept), rows, kept.index(content.source_at))


def places(sources: Sequence[SheetSource], language: Language) -> str:
    """Where the sources stand, a line each."""
    return "\n".join(place_words(source, language) for source in sources)


class Citations:
    """The words of sources as notes: with its document's title, version and hash only where it is cited first."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._named: set[tuple[str, int]] = set()

    def text(self, source: SheetSource) -> str:
        """The note for this source, were it printed next."""
        return source_words(source, self.language, whole=(source.document, source.version) not in self._named)

    def words(self, source: SheetSource) -> str:
        """The note for this source, in the order in which they are printed."""
        text = self.text(source)
        self._named.add((source.document, source.version))
        return text
