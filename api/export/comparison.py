"""A comparison as it is printed: names, kinds and runs of words, in one language. Knows no format.

A page of HTML (`comparison_html`), a Word file (`comparison_docx`) and Markdown (`comparison_markdown`) are made of it.
"""

from dataclasses import dataclass

from assistant.compare import Aligned
from assistant.comparing import DocumentsCompared
from assistant.comparison.runs import Run, runs_of
from assistant.comparison.summary import kind_words, names_of, notes, sentence, title_of
from corpus.messages import Language, message


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
    old, new = runs_of(a, found.texts)
    return Row(
        kind_words(a, language),
        names_of(a.left, texts[0], language),
        names_of(a.right, texts[1], language),
        old,
        new,
    )
