"""What is printed around a page's text, told by where it stands: page numbers, repeated headers and footers, stamps and
watermarks along the margin. For text layers and recognised pages alike. Knows nothing of files.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.folding import fold
from ingest.lines import Line, PrintedPage
from ingest.structure.marks import opens_unit

_EDGE = 5  # lines at the top and at the bottom of a page that may be header or footer
_TOP, _BOTTOM = 0.16, 0.86  # of the page's height: a header ends above, a footer begins below
_SAME_HEIGHT = 0.015
_OFTEN = 0.6  # of the pages, or of those on the left or on the right
_NUMBER = re.compile(r"^[-–—\s|]*(?:(?:trang|page)\s*)?(\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s|]*$", re.IGNORECASE)
_GAZETTE = re.compile(r"^(?:\d{1,4}\s+)?cong bao\s*(?:/\s*so|so|/|$)|^(?:official )?gazette\s*(?:/|no\b)")
_ADDRESS = re.compile(r"^\S*(?:https?://|www\.)\S+(?:\s+\d+(?:/\d+)?)?$", re.IGNORECASE)
# what forms and letters open with on every page, and is theirs
_THEIRS = re.compile(
    r"cong hoa xa hoi|doc lap|socialist republic|independence|dang cong san|communist party"
    r"|^(?:bieu|bang|mau|phu luc|form|table|annex|appendix)\b"
)
_YEARS = 1900  # a greater number alone at the edge of a short letter may be a year
_UPRIGHT_WORD = 1.4  # times as high as wide: a word written up or down


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line with the place of all its words."""

    line: Line
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def furniture(lines: Sequence[Line], pages: Sequence[PrintedPage]) -> list[Line]:
    """Those of the lines that stand around the text; lines without places and rows of tables never do."""
    sizes = {p.number: p for p in pages}
    by_page: dict[int, list[_Seen]] = defaultdict(list)
    for line in lines:
        seen = _seen(line)
        if seen is not None:
            by_page[seen.page].append(seen)
    found = [s for number, there in by_page.items() for s in _along_margin(there, sizes.get(number))]
    gone = {id(s) for s in found}
    edges = {n: _edges([s for s in there if id(s) not in gone]) for n, there in by_page.items()}
    found += _repeated(edges, len(pages))
    found += (s for there in edges.values() for s in there if _is_banner(s.line.text))
    gone = {id(s) for s in found}
    kept = {n: [s for s in there if id(s) not in gone] for n, there in by_page.items()}
    found += _page_numbers(kept)
    # a page of nothing else is one whose text looks like furniture
    found = [s for s in found if s.line.kind == "text"]
    counts = Counter(s.page for s in found)
    return [s.line for s in found if counts[s.page] < len(by_page[s.page])]


def _seen(line: Line) -> _Seen | None:
    boxes = [box for word in line.boxes for box in word]
    if not boxes or line.page is None:
        return None
    left, top = min(b.left for b in boxes), min(b.top for b in boxes)
    return _Seen(line, boxes[0].page, left, top, max(b.right for b in boxes), max(b.bottom for b in boxes))


def _edges(seen: Sequence[_Seen]) -> list[_Seen]:
    """The lines that may be a header or footer: the topmost and the lowest, in the margins."""
    by_height = sorted(seen, key=lambda s: s.middle)
    top = [s for s in by_height[:_EDGE] if s.bottom <= _TOP]
    return top + [s for s in by_height[-_EDGE:] if s.top >= _BOTTOM and s not in top]


def _repeated(edges: dict[int, list[_Seen]], pages: int) -> list[_Seen]:
    """Lines that come again at the same height, the same but for the page's number."""
    groups: dict[tuple[str, bool], list[_Seen]] = defaultdict(list)
    for there in edges.values():
        for s in there:
            if not _THEIRS.search(fold(s.line.text)) and not opens_unit(s.line.text):
                groups[_pattern(s), s.middle < 0.5].append(s)
    found = []
    for group in groups.values():
        common = [s for s in group if sum(abs(s.middle - o.middle) < _SAME_HEIGHT for o in group) * 2 > len(group)]
        numbers = {s.page for s in common}
        sides = Counter(n % 2 for n in numbers)
        per_side = max(1, pages // 2)
        if len(numbers) >= 3 and (len(numbers) >= _OFTEN * pages or max(sides.values()) >= max(3, _OFTEN * per_side)):
            found += common
    return found


def _pattern(seen: _Seen) -> str:
    """The line with the page's number taken out wherever it counts along with the pages."""
    return re.sub(
        r"\d+", lambda m: f"#{int(m.group()) - seen.page}" if len(m.group()) <= 4 else m.group(), fold(seen.line.text)
    )


def _page_numbers(kept: dict[int, list[_Seen]]) -> list[_Seen]:
    """A number alone above or below all else; in a file of some pages, if it counts along with them."""
    alone = [s for there in kept.values() for s in _lone_numbers(there)]
    steps = Counter(_value(s) - s.page for s in alone)
    return [s for s in alone if steps[_value(s) - s.page] > 1 or (len(kept) <= 2 and _value(s) < _YEARS)]


def _is_banner(text: str) -> bool:
    return bool(_GAZETTE.match(fold(text)) or _ADDRESS.match(text))


def _value(seen: _Seen) -> int:
    match = _NUMBER.match(seen.line.text)
    return int(match.group(1)) if match else 0


def _lone_numbers(there: Sequence[_Seen]) -> Iterable[_Seen]:
    if len(there) < 2:
        return
    by_height = sorted(there, key=lambda s: s.middle)
    for s, beside in ((by_height[0], by_height[1]), (by_height[-1], by_height[-2])):
        apart = s.bottom <= beside.top + 0.002 or s.top >= beside.bottom - 0.002
        if apart and _NUMBER.match(s.line.text) and (s.middle < _TOP or s.middle > _BOTTOM):
            yield s


def _along_margin(there: Sequence[_Seen], page: PrintedPage | None) -> list[_Seen]:
    """Writing up or down, and crumbs of it, beside the text of a page that is written across."""
    shape = page.width / page.height if page is not None and page.height else 0.7
    upright = [s for s in there if _is_upright(s, shape)]
    across = [s for s in there if s not in upright and len(s.line.boxes) >= 4]
    if not across:
        return []
    left = min(s.left for s in across)
    right = max(s.right for s in across)
    outside = [s for s in there if s.right <= left + 0.005 or s.left >= right - 0.005]
    crumbs = [s for s in outside if len(s.line.text) <= 4 and s not in upright]
    stacked = [s for s in crumbs if sum(abs(s.left - o.left) < 0.02 for o in crumbs) >= 4]
    return [s for s in upright if s in outside] + stacked


def _is_upright(seen: _Seen, shape: float) -> bool:
    words = [
        (box.right - box.left) * shape * _UPRIGHT_WORD < box.bottom - box.top
        for word, boxes in zip(seen.line.text.split(), seen.line.boxes, strict=False)
        for box in boxes
        if len(word) >= 3
    ]
    return bool(words) and sum(words) > 0.8 * len(words)
