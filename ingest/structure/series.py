"""Which marks are to be believed: those that open or continue their series. Knows nothing of offsets.

So "2021. ..." at the start of a line, a citation or a quoted article makes no unit.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.marks import Mark, follows, is_capitals, rank, read_marks
from ingest.structure.tree import Tree, Unit, series_of

_UPPER = ("part", "chapter", "section", "subsection")
RANK_OF_HEADING = rank("heading")
_LOST = 3  # as many articles or chapters in a row may have lost their mark to damage


class Ahead:
    """The sure marks of a text by their place, to look for what comes after a gap in a series."""

    def __init__(self, texts: Sequence[str], passed: set[int]) -> None:
        self._places: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._tops: list[int] = []
        for i, text in enumerate(texts):
            mark = next((m for m in read_marks(text) if m.sure), None) if i not in passed else None
            if mark is not None:
                self._places[mark.kind, mark.number].append(i)
                if mark.rank <= RANK_OF_HEADING:
                    self._tops.append(i)

    def next(self, kind: str, number: int, after: int) -> float:
        """The paragraph after this one that opens with such a mark; infinity if none does."""
        return _after(self._places.get((kind, number), []), after)

    def top(self, after: int) -> float:
        """The next paragraph that opens an article or a unit as high or higher."""
        return _after(self._tops, after)


def _after(places: Sequence[int], i: int) -> float:
    at = bisect_right(places, i)
    return places[at] if at < len(places) else float("inf")


def accepted(tree: Tree, text: str, i: int, ahead: Ahead) -> Mark | None:
    """The first reading of a line that fits where it stands, None if none does."""
    for mark in read_marks(text):
        found = _fitting(tree, mark, i, ahead)
        if found is not None:
            return found
    return None


def _fitting(tree: Tree, mark: Mark, i: int, ahead: Ahead) -> Mark | None:
    parent = tree.above(mark.rank)
    last = tree.articles.get(tree.scope()) if mark.kind == "article" else parent.last.get(series_of(mark))
    if mark.kind == "point" and last is not None and mark.mark == last.mark == "d":
        mark = replace(mark, mark="đ")  # the stroke is lost on many a scan, and in translations
    if not _in_place(tree, mark, parent):
        return None
    if last is None:
        fits = _opens(mark, parent)
    else:
        fits = follows(last, mark) or (mark.sure and _goes_on_later(mark, last, i, ahead))
    return mark if fits else None


def _in_place(tree: Tree, mark: Mark, parent: Unit) -> bool:
    """Whether such a unit can stand here at all."""
    if mark.kind in ("dash", "plus"):
        return len(tree.stack) > 1
    if (
        mark.kind == "annex"
        and not mark.mark
        and any(u.provision.kind == "annex" and " " in u.provision.label.removeprefix("Phụ lục") for u in tree.stack)
    ):
        return False  # of one of its forms
    if mark.kind in ("annex", "form"):
        return not any(  # its name is printed on every page of it
            mark.mark and u.provision.kind == mark.kind and u.provision.label.endswith(f" {mark.mark}")
            for u in tree.stack
        )
    if mark.kind in ("roman", "letter") and tree.within("article"):
        return False
    if mark.kind == "numeral":
        return parent.provision.kind in ("point", "clause", "subclause", "article")
    # a group of rows in a table that is printed without rules
    return not (mark.kind == "roman" and parent.capitals and not is_capitals(mark.title))


def _opens(mark: Mark, parent: Unit) -> bool:
    """Whether a mark may be the first of its series."""
    if mark.kind in ("annex", "form", "dash", "plus") or (mark.sure and mark.kind in (*_UPPER, "article")):
        return True
    if not mark.sure and mark.kind in ("clause", "point"):
        return mark.number == 1 and parent.provision.kind != "document"
    return mark.number == 1


def _goes_on_later(mark: Mark, last: Mark, i: int, ahead: Ahead) -> bool:
    """Whether a gap in a series is a loss, not a citation: what ought to come here comes nowhere below."""
    kind, step = mark.kind, mark.number - last.number
    if kind in ("annex", "form", "dash", "plus"):
        return True
    if kind in _UPPER and mark.number == 1:
        return True  # it restarts in a text that has not said that it begins
    expected = ahead.next(kind, last.number + 1, i)
    if kind == "article" or kind in _UPPER:
        return 1 < step <= _LOST and not expected < ahead.next(kind, 1, i)
    return kind == "clause" and step == 2 and not expected < ahead.top(i)
