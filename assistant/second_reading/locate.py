"""Where words that a model quotes stand in a text, and how much of them does. Knows no register."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from corpus.folding import exact, nfc
from corpus.registers import Span

_TOKEN = re.compile(r"\d+(?:[.,/:]\d+)+|[^\W_]+|[%‰]")  # as corpus.folding.words cuts, with its place
_ENOUGH = 0.85  # of a quotation stand in the text one after the other: the rest is left out
_CLOSING = ")]”\"'’»"


def located(quote: str, text: str, within: Span) -> Span | None:
    """The words of the text that are a quotation: all of it, else a run of nearly all; None where there is none."""
    found = _found(quote, text, within, _ENOUGH)
    stop = found is not None and found.end < within.end and text[found.end] in ".;"
    return Span(found.start, found.end + 1) if found is not None and stop else found


def standing(words: str, text: str, within: Span) -> Span | None:
    """Where words stand to the letter, but for capitals, tone marks and what stands between them; None: nowhere."""
    return _found(words, text, within, 1.0)


def _found(words: str, text: str, within: Span, least: float) -> Span | None:
    spans = [m.span() for m in _TOKEN.finditer(text, within.start, within.end)]
    wanted = [exact(nfc(t)) for t in _TOKEN.findall(words)]
    there = [exact(nfc(text[a:b])) for a, b in spans]
    at, size = _run(there, wanted)
    if not wanted or size < least * len(wanted):
        return None
    end = spans[at + size - 1][1]
    while end < within.end and text[end] in _CLOSING:
        end += 1
    return Span(spans[at][0], end)


def _run(there: Sequence[str], wanted: Sequence[str]) -> tuple[int, int]:
    """The longest run of the wanted words: where it begins, how long it is."""
    match = SequenceMatcher(None, there, wanted, autojunk=False).find_longest_match()
    return match.a, match.size
