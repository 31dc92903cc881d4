"""How surely pages were read: from their text layer, or recognised, and how surely. Knows nothing of files."""

from collections.abc import Iterable
from typing import Literal

from corpus.document import Page

How = Literal["text", "ocr", "text+ocr"]

# Measured on pages of the sample dossier made worse step by step: from 0.92 on, nine words of ten and more are right as
# a rule (clean scans: 0.94 to 0.96); between 0.87 and 0.90 only 64 to 89 of 100; at 0.6 hardly one. What is below the
# bar has to be looked at before it is relied on.
UNSURE_BELOW = 0.90


def least_sure(pages: Iterable[Page], start: int, end: int) -> float | None:
    """The lowest confidence of the recognised pages that a range of the text stands on; None if there are none."""
    return least_confidence(p for p in pages if p.start < end and p.end > start)


def least_confidence(pages: Iterable[Page]) -> float | None:
    """That of the page read worst; None where all have a text layer."""
    return min((p.confidence for p in pages if p.confidence is not None), default=None)


def is_unsure(confidence: float | None) -> bool:
    """Whether a page read with this confidence has to be checked; a text layer (None) has not."""
    return confidence is not None and confidence < UNSURE_BELOW


def how_read(pages: Iterable[Page]) -> How:
    """Whether the pages have their words from a text layer, from recognition, or some from the one, some the other."""
    sources = {p.source for p in pages}
    return "text+ocr" if len(sources) > 1 else "ocr" if sources == {"ocr"} else "text"


def unsure_pages(pages: Iterable[Page]) -> list[int]:
    """The numbers of the pages that have to be checked."""
    return [p.number for p in pages if is_unsure(p.confidence)]
