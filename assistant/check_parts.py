"""Which part of a source a figure stands in, and whether a statement leaves it there.

"2,150 at the province, 3,010 in the communes": a part is what stands between commas, semicolons and the words that open
a list. A figure is said of the words of its own part, of what heads that part, and of no other. Knows figures and
words, nothing of what they mean.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.check_figures import Dated, Quantity
from assistant.check_modals import Side
from assistant.check_text import Fault, hide
from assistant.check_words import Reading

_HARD = re.compile(r"[;\n]|(?<!\bNo)[.!?](?=\s|$)")
_SOFT = re.compile(r"[;:\n]|(?<!\bNo)[.!?,](?=\s|$)")
_LIST = re.compile(
    r"\b(?:including|of (?:whom|which)|among (?:whom|which)|comprising|namely|trong (?:số )?(?:đó|này)|bao gồm|gồm(?: có)?)\b",
    re.IGNORECASE,
)
_AND = re.compile(r" (?:và|and|còn|while|but|nhưng) ")
_ASIDE = re.compile(r"\([^()\n]{0,60}\)")
_SUBJECT = {"en": 4, "vi": 6}  # telling words that open a sentence: what is left unsaid in its later parts
_REFERS = re.compile(r"\b(?:this|these|such|it|they|that|thereof|này|đó|nêu trên|trên đây)\b", re.IGNORECASE)
_BEYOND = {"en": 1, "vi": 3}  # so many words of another sentence are no ellipsis
_SOON = 12  # characters behind an "and": "and at least 22 %", not "and civil servants of 146 communes"
_SHORT = {"en": 2, "vi": 3}
_COUNTS = frozenset({"", "%", "times", "points"})  # of what there are so many, stands beside the figure
_BESIDE = 4
_HEAD = {"en": 3, "vi": 4}  # telling words that name what is counted

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
                Part(start, end, unit, sum(h < start for h in full), child, text[start:end].rstrip().endswith(":"),
                     inside, frozenset(w.form for w in words), _opening(side, start, hard), _counted(side, inside),
                     bool(_REFERS.search(text, start, end)),
                     frozenset(own), len(own) <= _SHORT[side.reading.language])
            )  # fmt: skip
    return found


def _between_figures(text: str, cuts: list[int], figures: list[Figure]) -> Iterator[int]:
    """Where "and" joins two stretches that have a figure each."""
    for start, end in zip(cuts, cuts[1:], strict=False):
        there = [f for f in figures if start <= place(f)[0] < end]
        for match in _AND.finditer(text, start, end):
            before = {_kind(f) for f in there if place(f)[0] < match.start()}
            behind = next((f for f in there if place(f)[0] > match.start()), None)
            if behind and _kind(behind) in before and (isinstance(behind, Dated) or behind.start < match.end() + _SOON):
                yield match.start()


def _opening(side: Side, start: int, hard: list[int]) -> frozenset[str]:
    first = max((h for h in hard if h < start), default=-1)
    words = [w.form for w in side.reading.words if w.start > first and w.telling]
    return frozenset(words[: _SUBJECT[side.reading.language]])


def _counted(side: Side, figures: Iterable[Figure]) -> frozenset[str]:
    found = set[str]()
    for f in figures:
        if isinstance(f, Quantity):
            found |= {f.unit} if f.unit else set(_behind(side, f)[:1])
    return frozenset(found)


def compare_parts(said: Side, source: Side, context: Iterable[Reading]) -> Iterator[Fault]:
    """Figures that a statement says of what its source says of another one."""
    there, above = parts_of(source), frozenset[str]().union(*(c.forms for c in context))
    if not there:
        return
    for part in parts_of(said):
        homes = {id(f): _homes(f, there) for f in part.figures}
        if not part.figures or not all(homes.values()):
            continue  # a figure that stands nowhere is another fault
        words = [w for w in said.words if part.start <= w.start < part.end and w.form not in above]
        yield from _foreign(part, [w.form for w in words], list(homes.values()), there, said)
        yield from _of_the_whole(part, list(homes.values()), there, said)
    yield from _crossed(said, there)


def _homes(figure: Figure, there: list[Part]) -> list[Part]:
    return [p for p in there if any(_same(figure, other) for other in p.figures)]


def _same(one: Figure, other: Figure) -> bool:
    if isinstance(one, Dated):
        return isinstance(other, Dated) and one.when.fits(other.when, frozenset({one.when.year or 0}))
    return isinstance(other, Quantity) and bool(one.values & other.values)


def _foreign(part: Part, words: list[str], homes: list[list[Part]], there: list[Part], said: Side) -> Iterator[Fault]:
    """Words of the statement's part that stand in parts of other figures only, or in sentences that have none."""
    legit = {p.start for own in homes for p in own}
    units = {p.unit for own in homes for p in own}
    # a date is said of all that its sentence tells: beside a quantity it adds its own part only
    counting = [own for f, own in zip(part.figures, homes, strict=True) if isinstance(f, Quantity)]
    known = frozenset[str]().union(*(_said_of(p, there, said.reading.forms) for own in counting or homes for p in own))
    known = known.union(*(p.forms for own in homes for p in own))
    inside = {f for p in there if p.start not in legit and p.unit in units for f in p.forms}
    outside = {f for p in there if p.unit not in units for f in p.forms}
    strange = [w for w in words if w not in known]
    beside = [w for w in strange if w in inside]
    beyond = [w for w in strange if w in outside]
    if beside or len(beyond) >= _BEYOND[said.reading.language]:
        yield Fault("order", said.reading.text[part.start : part.end].strip()[:120], " ".join(beside or beyond))


def _said_of(home: Part, there: list[Part], said: frozenset[str]) -> frozenset[str]:
    """The words that may be said of a part's figures: those of its sentence but for other figures of the kind, of what
    heads it, and what opens the sentences before it, which is left unsaid in the later ones.
    """
    found = set(home.forms | home.subject)
    opened = {p.unit for p in there if p.opens}
    for n, p in enumerate(there):
        near = home.short and home in there[max(0, n - 1) : n + 2] and not said.isdisjoint(home.own - p.forms or said)
        if p.unit == home.unit:
            found |= frozenset() if _rival(home, p) and not near else p.forms
        elif (p.opens and len(opened) == 1 and p.unit < home.unit) or (home.refers and p.unit == home.unit - 1):
            found |= p.forms
        elif p.sentence == home.sentence and p.unit < home.unit:
            found |= p.subject
    return frozenset(found)


def _rival(one: Part, other: Part) -> bool:
    """Whether two parts of a sentence tell of two things of a kind, or are two items of a list."""
    listed = one.child and other.child and one.start != other.start and bool(one.figures) and bool(other.figures)
    dated = [any(isinstance(f, Dated) for f in p.figures) for p in (one, other)]
    alike = bool(one.counted & other.counted) or (all(dated) and not one.counted and not other.counted)
    return listed or (alike and one.start != other.start and one.child == other.child)


def _of_the_whole(part: Part, homes: list[list[Part]], there: list[Part], said: Side) -> Iterator[Fault]:
    """The figure of a part said of the whole, which has a figure of its own: "40, of which 16 on skills"."""
    for figure, own in zip(part.figures, homes, strict=True):
        if isinstance(figure, Dated) or len(own) != 1 or not own[0].child:
            continue
        (home,) = own
        wholes = [p for p in there if p.unit == home.unit and not p.child and p.figures and p.start < home.start]
        rivals = [f for p in wholes for f in p.figures if isinstance(f, Quantity) and f.unit in (figure.unit, "")]
        mine = home.forms.difference(*(p.forms for p in wholes))
        telling = {w for w in mine if not w[0].isdigit()}
        if rivals and telling and not telling & said.reading.forms and not any(_stands(f, said) for f in rivals):
            yield Fault("order", said.reading.text[figure.start : figure.end], "")


def _stands(figure: Figure, side: Side) -> bool:
    every: list[Figure] = [*side.figures.quantities, *side.figures.dates]
    return any(_same(f, figure) for f in every)


def _crossed(said: Side, there: list[Part]) -> Iterator[Fault]:
    """Two figures in one part of the statement, each of which its source says beside another one of the other's kind."""
    for part in parts_of(said):
        for one in part.figures:
            for other in part.figures:
                mine, theirs = _homes(one, there), _homes(other, there)
                if _kind(one) == _kind(other) or len(mine) != 1 or len(theirs) != 1 or mine == theirs:
                    continue
                rival = any(_kind(f) == _kind(one) and not _same(one, f) for f in theirs[0].figures)
                if rival and not any(_same(one, f) for f in theirs[0].figures):
                    yield Fault("order", said.reading.text[part.start : part.end].strip()[:120])
                    return


def _kind(figure: Figure) -> str:
    return "date" if isinstance(figure, Dated) else figure.unit


def compare_counted(said: Side, source: Side) -> Iterator[Fault]:
    """A count or share of another thing: "90 % of posts" for "90 % of officials are put in posts"."""
    for q in said.figures.quantities:
        same = [k for k in source.figures.quantities if k.values & q.values]
        if q.unit not in _COUNTS or not same or not (mine := _behind(said, q)):
            continue
        if mine[0] not in source.reading.forms or any(mine[0] in _around(source, k) for k in same):
            continue
        theirs = [_behind(source, k)[:2] for k in same]
        if all(t and not set(t) & set(mine) for t in theirs):
            yield Fault("order", " ".join(mine), " ".join(theirs[0]))


def _behind(side: Side, q: Quantity) -> list[str]:
    """The telling words behind a figure in its clause, up to the next figure."""
    until = min((f.start for f in side.figures.quantities if f.start >= q.end), default=len(side.reading.text))
    words = [w for w in side.words if q.end <= w.start < until]
    return [w.form for w in words if words[0].clause == w.clause][:_BESIDE]


def _around(side: Side, q: Quantity) -> set[str]:
    before = [w.form for w in side.words if w.end <= q.start][-_BESIDE:]
    return {*before, *_behind(side, q)[: _HEAD[side.reading.language]]}
