"""Word by word: what of one wording is in the other, as spans of both texts. Knows nothing of units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from assistant.comparison.text import Compared, Span

Change = Literal["same", "removed", "added", "replaced"]
_SCRAP = 2  # words that stayed between two changes of more words than that: shown apart, nobody could read them
_LONGEST = 6000  # words: beyond it the wordings are shown whole, old and new


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of words: `left` and `right` are its spans in the two texts (several where parts stand between)."""

    change: Change
    left: tuple[Span, ...]
    right: tuple[Span, ...]


def word_changes(left: Compared, right: Compared, old: Sequence[Span], new: Sequence[Span]) -> tuple[WordChange, ...]:
    """The differences between two wordings, each given by its spans; in order, with what stayed between them."""
    a, b = left.tokens_of(old), right.tokens_of(new)
    return tuple(
        WordChange(change, _spans(left, a[i:j], old), _spans(right, b[k:m], new))
        for change, i, j, k, m in _joined(_opcodes([left.keys[n] for n in a], [right.keys[n] for n in b]))
    )


_Op = tuple[Change, int, int, int, int]
_NAMES: dict[str, Change] = {"equal": "same", "delete": "removed", "insert": "added", "replace": "replaced"}


def _opcodes(a: list[str], b: list[str]) -> Iterator[_Op]:
    """As of `difflib`; what both begin and end with is set aside first, for its time grows with the square."""
    before = 0
    while before < min(len(a), len(b)) and a[before] == b[before]:
        before += 1
    behind = 0
    while behind < min(len(a), len(b)) - before and a[-1 - behind] == b[-1 - behind]:
        behind += 1
    if before:
        yield "same", 0, before, 0, before
    inner = a[before : len(a) - behind], b[before : len(b) - behind]
    if max(map(len, inner)) > _LONGEST and all(inner):
        yield "replaced", before, len(a) - behind, before, len(b) - behind
    else:
        for tag, i, j, k, m in SequenceMatcher(None, *inner, autojunk=False).get_opcodes():
            yield _NAMES[tag], i + before, j + before, k + before, m + before
    if behind:
        yield "same", len(a) - behind, len(a), len(b) - behind, len(b)


def _joined(ops: Iterator[_Op]) -> list[_Op]:
    """Changes with only a scrap of the same words between them are one change."""
    found: list[_Op] = []
    for op in ops:
        if len(found) > 1 and op[0] != "same" and _is_scrap(found[-2], found[-1], op):
            _, first = found.pop(), found.pop()
            op = (_kind(first[1], op[2], first[3], op[4]), first[1], op[2], first[3], op[4])
        found.append(op)
    return found


def _is_scrap(first: _Op, between: _Op, last: _Op) -> bool:
    kept = between[2] - between[1]
    changed = min(max(op[2] - op[1], op[4] - op[3]) for op in (first, last))
    return between[0] == "same" and first[0] != "same" and kept <= _SCRAP and kept < changed


def _kind(i: int, j: int, k: int, m: int) -> Change:
    return "replaced" if i < j and k < m else "removed" if i < j else "added"


def _spans(text: Compared, tokens: Sequence[int], within: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches of text that these words cover, parted where they leave one of the spans."""
    found: list[Span] = []
    at = 0
    for n in tokens:
        start, end = text.spans[n]
        before = at
        while at < len(within) and start >= within[at][1]:
            at += 1
        if found and at == before:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
