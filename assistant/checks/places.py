"""Whether a statement leaves each figure to what its source says it of.

"2,150 at the province, 3,010 in the communes": a figure is said of the words of its own part, of what heads that part,
and of no other. Knows the parts of both texts, nothing of what they mean.
"""

from collections.abc import Iterator

from assistant.checks.amounts import partitive
from assistant.checks.figures import LASTING, Dated, Quantity
from assistant.checks.free import is_free
from assistant.checks.parts import Figure, Part, behind, kind_of, parts_of
from assistant.checks.side import Side
from assistant.checks.text import Fault
from assistant.checks.words import form_of
from corpus.messages import Language

_PEOPLE: tuple[tuple[str, Language], ...] = (("người", "vi"), ("person", "en"), ("people", "en"), ("one", "en"))
_ANYBODY = frozenset(form_of(w, language) for w, language in _PEOPLE)
_BESIDE = 4  # telling words before a figure
_BEYOND = {"en": 1, "vi": 3}  # so many words of another sentence are no ellipsis
_HEAD = {"en": 3, "vi": 3}  # telling words that name what is counted

_OWN = 2  # words of a date's own part that its sentence keeps

_COUNTS = frozenset({"", "%", "times", "points"})  # of what there are so many, stands beside the figure


def compare_parts(said: Side, source: Side) -> Iterator[Fault]:
    """Figures that a statement says of what its source says of another one."""
    there = parts_of(source)
    if not there:
        return
    for part in parts_of(said):
        homes = {id(f): _homes(f, there) for f in part.figures}
        if not part.figures or not all(homes.values()):
            continue  # a figure that stands nowhere is another fault
        words = [w for w in said.words if part.start <= w.start < part.end]
        yield from _foreign(part, [w.form for w in words], list(homes.values()), there, said)
        yield from _of_the_whole(part, list(homes.values()), there, said)
    yield from _crossed(said, there)
    yield from _denied(said, source, there)


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
    kinds = {_slot(f) for f in part.figures}
    inside = {
        f
        for p in there
        if p.start not in legit and p.unit in units and kinds & {_slot(g) for g in p.figures}
        for f in p.forms
    }
    outside = {f for p in there if p.unit not in units and kinds & {_slot(g) for g in p.figures} for f in p.forms}
    strange = [w for w in words if w not in known]
    beside = [w for w in strange if w in inside]
    beyond = [w for w in strange if w in outside]
    own = frozenset(words) & frozenset[str]().union(*(p.own for o in homes for p in o))
    dated = all(isinstance(f, Dated) for f in part.figures)
    if dated and len(own) >= _OWN and not beyond:
        return  # the day is said of what its own part tells; of what, stands elsewhere in the sentence
    if beside or len(beyond) >= _BEYOND[said.reading.language]:
        yield Fault("order", said.reading.text[part.start : part.end].strip()[:120], " ".join(beside or beyond))


def _slot(figure: Figure) -> str:
    """What a figure answers: when, or how many of what."""
    kind = kind_of(figure)
    return "time" if kind == "date" or kind in LASTING else kind


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
        elif (
            (p.opens and len(opened) == 1 and p.unit < home.unit)
            or (home.refers and p.unit == home.unit - 1)
            or (p.refers and not p.figures and p.unit == home.unit + 1)
        ):
            found |= p.forms
        elif p.sentence == home.sentence and p.unit < home.unit:
            found |= p.subject
    return frozenset(found)


def _rival(one: Part, other: Part) -> bool:
    """Whether two parts of a sentence tell of two things of a kind, or are two items of a list."""
    listed = one.child and other.child and one.start != other.start and bool(one.figures) and bool(other.figures)
    dated = [any(isinstance(f, Dated) for f in p.figures) for p in (one, other)]
    alike = bool(one.counted & other.counted) or (all(dated) and not one.counted and not other.counted)
    within = other.child and bool(one.counted & other.counted & LASTING)  # "5 years, of which 2 as deputy"
    return listed or (alike and one.start != other.start and (one.child == other.child or within))


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
                if kind_of(one) == kind_of(other) or len(mine) != 1 or len(theirs) != 1 or mine == theirs:
                    continue
                rivals = (f for f in theirs[0].figures if kind_of(f) == kind_of(one) and not _same(one, f))
                rival = any(not any(_same(f, p) for p in part.figures) for f in rivals)
                if rival and not any(_same(one, f) for f in theirs[0].figures):
                    yield Fault("order", said.reading.text[part.start : part.end].strip()[:120])
                    return


def _denied(said: Side, source: Side, there: list[Part]) -> Iterator[Fault]:
    """ "17 have sent it, 11 have not", with the figures changed: who has and who has not."""
    mine = [p for p in parts_of(said) if p.figures]
    theirs = {p.start: _denies(source, p) for p in there if p.figures}
    if len({_denies(said, p) for p in mine}) < 2 or len(set(theirs.values())) < 2:
        return
    for part in mine:
        counted = [f for f in part.figures if isinstance(f, Quantity) and not partitive(said.reading.text, f)]
        homes = [h for f in counted for h in _homes(f, there)]
        if len(homes) == 1 and theirs[homes[0].start] != _denies(said, part):
            yield Fault("negation", said.reading.text[part.start : part.end].strip()[:120])


def _denies(side: Side, part: Part) -> bool:
    return any(o.kind == "deny" and part.start <= o.start < part.end for o in side.operators)


def compare_counted(said: Side, source: Side) -> Iterator[Fault]:
    """A count or share of another thing: "90 % of posts" for "90 % of officials are put in posts"."""
    if is_free(said.reading, source.reading):
        return  # told freely, what is counted has other names
    for q in said.figures.quantities:
        same = [k for k in source.figures.quantities if k.values & q.values]
        if q.unit not in _COUNTS or not q.demanded or not same or not (mine := behind(said, q)):
            continue
        if mine[0] not in source.reading.forms or any(mine[0] in _around(source, k) for k in same):
            continue
        theirs = [behind(source, k)[:2] for k in same]
        if all(t and t[0] not in _ANYBODY | said.reading.forms and not set(t) & set(mine) for t in theirs):
            yield Fault("order", " ".join(mine), " ".join(theirs[0]))


def _around(side: Side, q: Quantity) -> set[str]:
    before = [w.form for w in side.words if w.end <= q.start][-_BESIDE:]
    return {*before, *behind(side, q)[: _HEAD[side.reading.language]]}
