"""What a course is made from: documents with their text, units and registers, and the units that the topic covers.

Knows how a place is cited; knows nothing of lessons or questions.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from textwrap import shorten

from assistant.sheet import SheetSource
from assistant.sourced import source_at
from corpus.corpus import Corpus
from corpus.document import Outline, Page, Provision
from corpus.folding import fold
from corpus.identity import TYPE_NAMES
from corpus.messages import Language, message
from corpus.registers import Registers, Span
from corpus.rows import Entry
from corpus.sentences import statements

_TITLE = 100  # characters of a title that stands for a number
_UNNAMED = frozenset({"paragraph", "dash", "plus"})
_ABOVE_ARTICLE = frozenset({"part", "chapter", "section", "subsection"})


# units that have a title of their own; in Party texts I, A and 1 have one too
HEADED = frozenset(
    {"part", "chapter", "section", "subsection", "article", "annex", "heading", "enclosure", "roman", "letter"}
)


# not frozen with slots: what is worked out once (sentences) is kept
@dataclass(frozen=True)
class Material:
    """A document as the course sees it; `units` are the units covered, whole, in reading order (none: all of it)."""

    entry: Entry
    text: str
    outline: Outline
    registers: Registers
    pages: tuple[Page, ...] = ()
    units: tuple[Provision, ...] = ()

    @property
    def language(self) -> Language:
        """The document's language."""
        return self.entry.identity.language

    @cached_property
    def sentences(self) -> list[Span]:
        """The statements of the whole text."""
        return [Span(start, end) for start, end in statements(self.text)]

    def sentence_at(self, start: int, end: int) -> Span | None:
        """The statement that holds a place."""
        n = bisect_right(self.sentences, start, key=lambda s: s.start) - 1
        found = self.sentences[n] if n >= 0 else None
        return found if found is not None and end <= found.end else None

    def covers(self, start: int) -> bool:
        """Whether a place lies in what the course covers."""
        return not self.units or any(u.start <= start < u.end for u in self.units)

    def name(self) -> str:
        """The document as a question names it: "Quyết định số 40/2023/QĐ-UBND", "Decision No. 40/2023/QĐ-UBND"."""
        identity, language = self.entry.identity, self.language
        if not identity.number:
            title = " ".join(identity.title.split()).rstrip(" .")
            return message("course-titled", language, title=shorten(title, _TITLE, placeholder=" …"))
        kind = TYPE_NAMES.get(identity.type or "", {}).get(language, "")
        kind = kind[:1].upper() + kind[1:] if kind else message("course-document", language)
        return message("course-numbered", language, kind=kind, number=identity.number)

    def place(self, offset: int) -> str:
        """The unit of a place, small to large: "điểm a khoản 1 Điều 5"; "" where the document has none."""
        return self._joined(self._steps(offset))

    def reference(self, offset: int, *, rows: bool = True) -> str:
        """The place with the document: "khoản 2 Điều 11 Quy chế ban hành kèm theo Quyết định số 40/2023/QĐ-UBND"."""
        steps = self._steps(offset)
        if not rows:
            steps = [u for u in steps if u.kind not in {"row", "table"}]
        enclosed = _enclosing(steps)
        return self._named(self._joined(steps), enclosed)

    def references(self) -> Iterator[str]:
        """The units covered, each document named once: "Điều 7, 8 và 11 Quy chế ban hành kèm theo ..."."""
        found: dict[str, list[list[Provision]]] = {}
        for unit in self.units:
            steps = self._steps(unit.start)
            enclosed = _enclosing(steps)
            found.setdefault(enclosed, []).append(steps)
        for enclosed, places in found.items():
            yield self._named(", ".join(filter(None, self._together(places))), enclosed)

    def _together(self, places: list[list[Provision]]) -> Iterator[str]:
        """The places, articles that follow one another under one word."""
        for alone, run in groupby(places, lambda steps: [u.kind for u in steps] != ["article"]):
            joined = [self._joined(steps) for steps in run]
            word, _, number = joined[0].partition(" ")
            if alone or len(joined) == 1 or any(not label.startswith(f"{word} ") for label in joined):
                yield from joined
                continue
            numbers = [number, *(label.partition(" ")[2] for label in joined[1:])]
            several, last = (word, " và ") if self.language == "vi" else (f"{word}s", " and ")
            yield f"{several} {', '.join(numbers[:-1])}{last}{numbers[-1]}"

    def _named(self, place: str, enclosed: str) -> str:
        facts = {"document": self.name()}
        if enclosed and place:
            return message("course-at-enclosed", self.language, place=place, enclosed=enclosed, **facts)
        return message("course-at", self.language, place=place, **facts) if place else self.name()

    def _steps(self, offset: int) -> list[Provision]:
        """The units of a place, small to large; numbers of articles run through, so that chapters are left out."""
        steps = [u for u in self.outline.above(self.outline.innermost(offset)) if u.label and u.kind not in _UNNAMED]
        if any(u.kind == "article" for u in steps):
            steps = [u for u in steps if u.kind not in _ABOVE_ARTICLE]
        return steps

    def _joined(self, steps: list[Provision]) -> str:
        return (" " if self.language == "vi" else ", ").join(u.label for u in steps)

    def source(self, span: Span) -> SheetSource:
        """The words at a place, as they are cited."""
        return source_at(self.entry, self.outline, self.pages, self.text, span)

    def titled(self, offset: int) -> Provision | None:
        """The smallest unit around a place that has a title of its own."""
        above = self.outline.above(self.outline.innermost(offset))
        return next((u for u in above if u.title and title_of(self.text, u)), None)


def title_of(text: str, unit: Provision) -> str:
    """A unit's title where it is a heading over other words; "" where the "title" is its own first sentence."""
    title = " ".join(unit.title.split()).strip(" .:;")
    heads = unit.kind in HEADED
    return title if heads and title and len(title) <= 200 and unit.end - unit.start > len(title) + 40 else ""


def material(corpus: Corpus, entry: Entry, units: tuple[Provision, ...] = ()) -> Material:
    """A document read from the catalogue."""
    library, revision = corpus.library, entry.revision
    return Material(
        entry,
        library.text(revision),
        library.outline(revision),
        library.registers(revision),
        tuple(library.pages(revision)),
        units,
    )


_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Words on one line, without the marks that end them."""
    return _SPACES.sub(" ", text).strip(" .;:,")


def same(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals, marks and an article."""
    return bare(one) == bare(other)


def bare(name: str) -> str:
    """A name to compare by: folded, without "the"."""
    return re.sub(r"^the ", "", fold(plain(name)))


def _enclosing(steps: list[Provision]) -> str:
    """What encloses the place ("Quy chế"), taken off its steps; "" for nothing."""
    return steps.pop().label if steps and steps[-1].kind == "enclosure" else ""
