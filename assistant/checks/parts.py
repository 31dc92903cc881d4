"""The parts of a text and the figures in each: what stands between commas, semicolons and the words that open a list.

Knows figures and words, nothing of what they mean nor of what may differ.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checks.figures import Dated, Quantity
from assistant.checks.side import Side
from assistant.checks.text import hide
from assistant.checks.words import form_of

_HARD = re.compile(r"[;\n]|(?<!\bNo)[.!?](?=\s|$)")
_SOFT = re.compile(r"[;:\n]|(?<!\bNo)[.!?,](?=\s|$)")
_LIST = re.compile(
    r"\b(?:including|of (?:whom|which)|among (?:whom|which)|comprising|namely|trong (?:số )?(?:đó|này)|bao gồm|gồm(?: có)?)\b",
    re.IGNORECASE,
)
_AND = re.compile(r" (?:và|and|còn|while|but|nhưng) ")
_ASIDE = re.compile(r"\([^()\n]{0,60}\)")
_SUBJECT = {"en": 4, "vi": 6}  # telling words that open a sentence: what is left unsaid in its later parts
_REFERS = re.compile(
    r"\b(?:this (?:is|was|has|means|shall|must|time limit|period|term|deadline|number|figure|level|rate|case)|these|such|it|they|thereof|nêu trên|trên đây"
    r"|(?:việc|điều|số|người|trường hợp|thời hạn|nội dung|thời gian|mức|tỷ lệ) (?:này|đó|trên))\b",
    re.IGNORECASE,
)
# "...; must be completed within": of whom, stands before
_NO_SUBJECT = re.compile(
    r"\W*(?:phải|được|không được|không phải|cần|sẽ|chưa|đã|must|shall|may|is|are|has|have|and|và)\b", re.IGNORECASE
)
_TOPIC = re.compile(r"\W*(?:\d{1,2}\. |[a-zđ]{1,2}\) )?(?:Đối với|Với|Tại|Ở|For|In|At|With) ", re.IGNORECASE)
_SOON = 12  # characters behind an "and": "and at least 22 %", not "and civil servants of 146 communes"
_SHORT = {"en": 2, "vi": 3}
_COMPARING = frozenset(form_of(w, "en") for w in ("compared", "than", "against")) | {"so", "hơn", "kém"}
_BESIDE = 4  # telling words behind a figure

Figure = Quantity | Dated


@dataclass(frozen=True)
class Part:
    """A stretch of a text with its figures; `child` if words that open a list stand before it."""

    start: int
    end: int
    unit: int  # what stands between semicolons and full stops
    sentence: int  # ... between full stops
    child: bool
    opens: bool  # ends with a colon: heads what follows
    figures: tuple[Figure, ...]
    forms: frozenset[str]
    subject: frozenset[str]  # the forms that open its unit
    counted: frozenset[str]  # what its figures count: the units or the words right behind them
    refers: bool  # points back ("this")
    own: frozenset[str]  # the forms that say something
    short: bool  # leaves to a neighbour what it is about: "75 in 2024, 70 in 2025 are sent to study"


def place(figure: Figure) -> tuple[int, int]:
    """Where a figure stands."""
    return (figure.when.start, figure.when.end) if isinstance(figure, Dated) else (figure.start, figure.end)


def parts_of(side: Side) -> list[Part]:
    """The parts of a text in their order."""
    text = _ASIDE.sub(lambda m: " " * len(m.group()), side.reading.text)
    demanded = (q for q in side.figures.quantities if q.demanded)
    every: list[Figure] = [*demanded, *side.figures.dates]
    figures = [f for f in every if text[slice(*place(f))].strip()]
    figures.sort(key=place)
    text = hide(text, side.figures.covered)  # "March 8, 2021" is no end of a part
    heads = [m.start() for m in _LIST.finditer(text)]
    cuts = sorted({0, len(text), *(m.end() for m in _SOFT.finditer(text)), *heads})
    cuts = sorted({*cuts, *_between_figures(text, cuts, figures)})
    hard = [m.start() for m in _HARD.finditer(text)]
    full = [h for h in hard if text[h] != ";"]
    found: list[Part] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        inside = tuple(f for f in figures if start <= place(f)[0] < end)
        words = [w for w in side.reading.words if start <= w.start < end]
        own = [w.form for w in side.words if start <= w.start < end]
        unit = sum(h < start for h in hard)
        child = any(h < end and h >= max([x for x in hard if x < start], default=0) for h in heads if h <= start)
        if words:
            found.append(
                Part(start, end, unit, sum(h < start for h in full), child, _heads(text[start:end]),
                     inside, frozenset(w.form for w in words), _opening(side, start, hard), _counted(side, inside),
                     bool(_REFERS.search(text, start, end) or (start - 1 in hard and _NO_SUBJECT.match(text, start))),
                     frozenset(own), len(own) <= _SHORT[side.reading.language])
            )  # fmt: skip
    return found


def _heads(part: str) -> bool:
    """Whether what follows is said of a part: it ends with a colon, or names what it is about before a comma."""
    return part.rstrip().endswith(":") or (part.rstrip().endswith(",") and bool(_TOPIC.match(part)))


def _between_figures(text: str, cuts: list[int], figures: list[Figure]) -> Iterator[int]:
    """Where "and" joins two stretches that have a figure each."""
    for start, end in zip(cuts, cuts[1:], strict=False):
        there = [f for f in figures if start <= place(f)[0] < end]
        for match in _AND.finditer(text, start, end):
            before = {kind_of(f) for f in there if place(f)[0] < match.start()}
            after = next((f for f in there if place(f)[0] > match.start()), None)
            if after and kind_of(after) in before and (isinstance(after, Dated) or after.start < match.end() + _SOON):
                yield match.start()


def _opening(side: Side, start: int, hard: list[int]) -> frozenset[str]:
    first = max((h for h in hard if h < start), default=-1)
    words = [w.form for w in side.reading.words if w.start > first and w.telling]
    return frozenset(words[: _SUBJECT[side.reading.language]])


def _counted(side: Side, figures: Iterable[Figure]) -> frozenset[str]:
    found = set[str]()
    for f in figures:
        if isinstance(f, Quantity):
            found |= {f.unit} if f.unit else set(behind(side, f)[:1])
    return frozenset(found)


def behind(side: Side, q: Quantity) -> list[str]:
    """The telling words behind a figure in its clause, up to the next figure."""
    until = min((f.start for f in side.figures.quantities if f.start >= q.end), default=len(side.reading.text))
    at = side.reading.at(q.start)
    clause = side.reading.words[at].clause if at < len(side.reading.words) else -1
    words = [w.form for w in side.words if q.end <= w.start < until and w.clause == clause][:_BESIDE]
    return words[: next((i for i, w in enumerate(words) if w in _COMPARING), _BESIDE)]


def kind_of(figure: Figure) -> str:
    """What it measures: a day, or a quantity in its unit."""
    return "date" if isinstance(figure, Dated) else figure.unit
