"""A new wording to its units, by the marks at the beginning of its lines. Knows one wording, not where it goes.

The marks are those of Decree 78/2025/NĐ-CP, Appendix I: Điều 5., 2., a), in English Article 5., 2., a) or dd).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.amendment import Span
from corpus.units import even_mark

# from large to small; what stands lower belongs to what stands higher above it
RANKS = ("annex", "part", "chapter", "section", "article", "clause", "subclause", "point")
_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("article", re.compile(r"(?:Điều|Article)\s+(?P<mark>\d{1,3}[a-zđ]?)\s*(?:[.:]|$|(?=\n))", re.IGNORECASE)),
    ("chapter", re.compile(r"(?:Chương|Chapter)\s+(?P<mark>[IVXLC]+[a-z]?|\d{1,2}[a-z]?)(?!\w)", re.IGNORECASE)),
    ("section", re.compile(r"(?:Mục|Section)\s+(?P<mark>\d{1,2}[a-z]?|[IVXLC]+)\s*(?:[.:]|$|(?=\n))")),
    ("part", re.compile(r"(?:Phần|Part)\s+(?P<mark>[IVXLC]+|\d{1,2})(?!\w)", re.IGNORECASE)),
    ("annex", re.compile(
        r"(?:Phụ lục|Annex|Appendix)(?:\s+(?P<mark>[IVXLC]+|\d{1,2}[a-z]?)(?!\w)|(?=\s*(?:\n|$)))", re.IGNORECASE
    )),
    ("subclause", re.compile(r"(?P<mark>\d{1,2}(?:\.\d{1,2})+)\s*[.)]?\s+(?=\S)")),
    ("clause", re.compile(r"(?P<mark>\d{1,2}[a-zđ]?)\s*(?:[.\-–](?=\s|$)|(?=\s+[A-ZĐ]))")),
    ("point", re.compile(r"(?P<mark>dd|[a-zđ]\d?)\s*[)/](?=\s|$)")),
)  # fmt: skip


@dataclass(slots=True)
class Worded:
    """A unit of a wording: its own words and its mark as spans, and what stands below it."""

    kind: str
    mark: str
    own: Span
    marked: Span
    parts: list["Worded"] = field(default_factory=list)

    def is_unit(self, kind: str, mark: str) -> bool:
        """Whether it is the unit of this name."""
        return self.kind == kind and even_mark(self.mark) == even_mark(mark)


def rank_of(kind: str) -> int:
    """How small a unit is; what has no mark in wordings is the smallest."""
    return RANKS.index(kind) if kind in RANKS else len(RANKS)


def worded(text: str, span: Span) -> list[Worded]:
    """The units of a wording, the top ones; words before the first mark are a unit without kind."""
    start, end = span
    tops: list[Worded] = []
    stack: list[Worded] = []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        at = start + line.start() + len(line.group()) - len(line.group().lstrip())
        found = _marked(text, at, start + line.end())
        if found is None:
            if stack:
                stack[-1].own = stack[-1].own[0], start + line.end()
                continue
            found = Worded("", "", (at, start + line.end()), (at, at))
        while stack and rank_of(stack[-1].kind) >= rank_of(found.kind):
            stack.pop()
        (stack[-1].parts if stack else tops).append(found)
        if stack and not stack[-1].parts[:-1]:
            stack[-1].own = stack[-1].own[0], min(stack[-1].own[1], at)
        stack.append(found)
    return tops


def _marked(text: str, at: int, end: int) -> Worded | None:
    for kind, pattern in _LINES:
        found = pattern.match(text, at, end)
        if found is not None:
            return Worded(kind, found["mark"] or "", (at, end), (at, found.end()))
    return None


def units_in(tops: Sequence[Worded]) -> list[Worded]:
    """The units of a wording that have a mark, the top ones."""
    return [w for w in tops if w.kind]
