"""The words of a difference as runs to be read: each side in order, its own words marked. Knows no format."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.compare import Aligned
from assistant.comparison.text import Compared, Span
from assistant.comparison.units import Unit
from assistant.comparison.words import WordChange

Mark = Literal["same", "removed", "added"]
_BLANK = frozenset(" \t\n\u00a0")


@dataclass(frozen=True, slots=True)
class Run:
    """Words, and whether only this side has them."""

    mark: Mark
    text: str


def runs_of(a: Aligned, texts: tuple[Compared, Compared]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The words of both sides of a difference; of units in two languages, what each says."""
    if a.kind == "beside":
        return _plain(a.left, texts[0]), _plain(a.right, texts[1])
    old = _runs(texts[0].text, [("removed" if w.change != "same" else "same", w.left) for w in a.words])
    if any(w.change == "same" and w.left and not w.right for w in a.words):
        return old, _put_in(a.words, texts)
    return old, _runs(texts[1].text, [("added" if w.change != "same" else "same", w.right) for w in a.words])


def _plain(units: Sequence[Unit], text: Compared) -> tuple[Run, ...]:
    return _runs(text.text, [("same", u.own) for u in units])


def _put_in(words: Sequence[WordChange], texts: tuple[Compared, Compared]) -> tuple[Run, ...]:
    """Of an order that names only the phrase that takes another's place: the left words with the phrase put in."""
    left, right = (c.text for c in texts)
    found: list[Run] = []
    last: int | None = None
    for w in words:
        for n, (start, end) in enumerate(w.left):
            if last is not None and (w.change == "same" or n == 0):
                found.append(Run("same", left[last:start] if set(left[last:start]) <= _BLANK else "\n"))
            if w.change == "same":
                found.append(Run("same", left[start:end]))
            last = end
        if w.change != "same" and w.right:
            apart = not w.left and bool(found)
            found += [Run("same", " ")] * apart + [Run("added", " ".join(right[a:b] for a, b in w.right))]
    return tuple(_joined([r for r in found if r.text]))


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
