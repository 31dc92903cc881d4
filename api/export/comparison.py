"""A comparison as it is printed: names, kinds and runs of words, in one language. Knows no format.

A page of HTML (`comparison_html`), a Word file (`comparison_docx`) and Markdown (`comparison_markdown`) are made of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.compare import Aligned
from assistant.compare_summary import kind_words, names_of, notes, sentence, title_of
from assistant.compare_text import Span
from assistant.comparing import DocumentsCompared
from corpus.messages import Language, message

Mark = Literal["same", "removed", "added"]
_BLANK = frozenset(" \t\n\u00a0")


@dataclass(frozen=True, slots=True)
class Run:
    """Words, and whether only this side has them."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A difference: what became of the unit, its names, its words in both texts."""

    kind: str
    left: str
    right: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole comparison in one language; `columns` name the two texts."""

    language: Language
    title: str
    notes: tuple[str, ...]
    columns: tuple[str, str]
    summary: tuple[str, ...]
    rows: tuple[Row, ...]


def printed(found: DocumentsCompared, language: Language) -> Printed:
    """The comparison as it is printed: what did not change is counted, not shown."""
    left, right = (e.identity.number or e.id for e in (found.left, found.right))
    shown = found.differences
    return Printed(
        language,
        title_of(found, language),
        tuple(notes(found, language)),
        (message("compare-left", language) + f": {left}", message("compare-right", language) + f": {right}"),
        tuple(sentence(a, found.texts, language) for a in shown),
        tuple(_row(found, a, language) for a in shown),
    )


def _row(found: DocumentsCompared, a: Aligned, language: Language) -> Row:
    texts = [c.text for c in found.texts]
    return Row(
        kind_words(a, language),
        names_of(a.left, texts[0], language),
        names_of(a.right, texts[1], language),
        _runs(texts[0], [("removed" if w.change != "same" else "same", w.left) for w in a.words]),
        _runs(texts[1], [("added" if w.change != "same" else "same", w.right) for w in a.words]),
    )


def _runs(text: str, pieces: Sequence[tuple[Mark, tuple[Span, ...]]]) -> tuple[Run, ...]:
    """One side's words in order, with what stands between them in the text: a space, a line's end."""
    found: list[Run] = []
    last: int | None = None
    for mark, spans in pieces:
        for start, end in spans:
            between = text[last:start] if last is not None and last <= start else ""
            gap = "" if not between else between if set(between) <= _BLANK else "\n"
            if gap and found:
                # a mark that begins or ends with a space is hard to see: the space belongs to what did not change
                found.append(Run("same", gap))
            found.append(Run(mark, text[start:end]))
            last = end
    return tuple(_joined(found))


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Neighbours of one kind as one; a gap between two of one kind belongs to them."""
    found: list[Run] = []
    for n, run in enumerate(runs):
        after = runs[n + 1].mark if n + 1 < len(runs) else None
        inner = run.text.isspace() and found and found[-1].mark == after
        mark = found[-1].mark if inner else run.mark
        if found and found[-1].mark == mark:
            found[-1] = Run(mark, found[-1].text + run.text)
        else:
            found.append(Run(mark, run.text))
    return found
