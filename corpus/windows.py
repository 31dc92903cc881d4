"""Passages to the windows that the model sees: whole statements side by side, none longer than the model's window.

No text is invisible to the model: a statement that is longer by itself is cut between words.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.passage import Passage, Window

if TYPE_CHECKING:
    from corpus.embedding import SentenceEmbedding
from corpus.sentences import statements

PREFERRED = 96  # tokens: a window of a few statements is nearer to a question than a page is


def cut_windows(text: str, passages: Sequence[Passage], model: "SentenceEmbedding") -> list[Window]:
    """The windows of all passages, in order; their offsets are the document's."""
    spans = [(p.ordinal, p.start + a, p.start + b) for p in passages for a, b in statements(text[p.start : p.end])]
    lengths = model.count_tokens([text[a:b] for _, a, b in spans])
    limit = model.window
    windows: list[Window] = []
    numbers: dict[int, int] = {}
    open_length = 0
    for (passage, start, end), length in zip(spans, lengths, strict=True):
        last = windows[-1] if windows else None
        if last is not None and last.passage == passage and open_length + length <= min(PREFERRED, limit):
            windows[-1] = Window(passage, last.number, last.start, end)
            open_length += length + 1
            continue
        for a, b in _parts(text, start, end, model) if length > limit else [(start, end)]:
            number = numbers.get(passage, 0)
            numbers[passage] = number + 1
            windows.append(Window(passage, number, a, b))
        open_length = length + 1
    return windows


def _parts(text: str, start: int, end: int, model: "SentenceEmbedding") -> list[tuple[int, int]]:
    ends = model.token_ends(text[start:end])
    room = model.window - 1  # what begins inside of a word may take a token more
    parts: list[tuple[int, int]] = []
    begin, taken = start, 0
    while len(ends) - taken > room:
        cut = start + ends[taken + room - 1]
        space = text.rfind(" ", begin + 1, cut + 1)
        cut = space if space > begin else cut
        parts.append((begin, cut))
        begin = cut
        taken = next(i for i, e in enumerate(ends) if start + e > cut)
    parts.append((begin, end))
    return parts
