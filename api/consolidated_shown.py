"""A wording on a day as plain lines, for the command line and `Accept: text/plain`. Decides nothing."""

from collections.abc import Iterator
from datetime import date

from assistant.consolidated import ConsolidatedText, ConsolidatedUnit
from assistant.consolidated_words import cause_words, notice, title_on, unsettled_words
from corpus.library import Library
from corpus.messages import Language, message
from corpus.rows import Entry


def plain_lines(entry: Entry, found: ConsolidatedText, library: Library, language: Language) -> Iterator[str]:
    """Title, notice, every unit with what changed it, and what was not carried out."""
    yield title_on(entry, found.day or date.today(), language)
    yield from notice(entry, found, library, language)
    yield ""
    for unit in found.units:
        yield from _unit(unit, library, language, inside=False)
    if found.unsettled:
        yield ""
        yield from (unsettled_words(u, library, language) for u in found.unsettled)


def _unit(unit: ConsolidatedUnit, library: Library, language: Language, *, inside: bool) -> Iterator[str]:
    """A unit; below one that was annulled, or came whole from one order, the same is not said again."""
    words = unit.text
    if unit.state == "annulled":
        words = f"{words or unit.label} ({message('consolidated-state-annulled', language)})"
    if words:
        yield words
    if unit.by and not inside:
        yield from (f"    [{cause_words(c, library, language)}]" for c in unit.by)
    if unit.state != "annulled":
        for part in unit.parts:
            yield from _unit(part, library, language, inside=bool(unit.by) and part.by[-1:] == unit.by[-1:])
