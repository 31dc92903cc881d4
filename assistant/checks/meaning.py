"""What is left once figures, names and operators agree: is it said at all, of whom, and not the other way round?

A rule sees words, their stems, their other names in the glossary, a few opposites, figures that changed places and
actors that did. It does not see what only meaning tells: a new object under old words, a cause for a sequence, irony,
an opposite that is in no list, or a synonym that no list has.
"""

import re
from collections.abc import Iterator

from assistant.checks.opposites import compare_opposites
from assistant.checks.roles import acts, compare_roles
from assistant.checks.same import alike
from assistant.checks.side import Side
from assistant.checks.text import Fault
from assistant.checks.words import Reading
from assistant.vocabulary import LIGHT_ENGLISH, LIGHT_VIETNAMESE

_LEAST = 0.5  # share of a statement's words that its source must have: of less, swapped citations would pass
_LEAST_ACROSS = 0.3  # of 45 true ones none has less, of swapped citations three of four
_LIGHT = 0.3
_PASSIVE = re.compile(r"\b(?:by|bởi|do|bị|được)\b", re.IGNORECASE)
_WINDOW = 4
_THEN = re.compile(r"\bthì\b|[;.] ")
_ADVISING = re.compile(
    r"\b(?:(?:advice|proposal|request|recommendation) of|(?:đề nghị|tham mưu|đề xuất) của)(?: the)? $", re.IGNORECASE
)
# a day that a document is of, or attached by, is not the day from which it holds
_EFFECT = re.compile(
    r"hiệu lực|\b(?:in|into|of|to) (?:force|effect)\b|\btakes? effect\b|\beffective\b|\bthi hành\b", re.IGNORECASE
)


def compare_meaning(said: Side, source: Side, context: list[Reading]) -> Iterator[Fault]:
    """Whether the statement is about what the source says, and the same way round."""
    if said.reading.language != source.reading.language:
        if _share_across(said, source) < _LEAST_ACROSS:
            yield Fault("meaning", said.reading.text[:120])
        return
    if _share(said, source, context) < _LEAST:
        yield Fault("meaning", said.reading.text[:120])
    if _EFFECT.search(said.reading.text) and not any(_EFFECT.search(r.text) for r in (source.reading, *context)):
        yield Fault("meaning", "hiệu lực" if said.reading.language == "vi" else "effect")
    yield from compare_opposites(said, source)
    yield from _figures_changed_places(said, source)
    yield from _actors_changed_places(said.reading, source.reading)
    yield from compare_roles(said, source)


def _share(said: Side, source: Side, context: list[Reading]) -> float:
    known = source.reading.forms.union(*(c.forms for c in context))
    lines = set(source.reading.things).union(*(c.things for c in context))
    named = {i for line, (a, b) in said.reading.things.items() if line in lines for i in range(a, b)}
    numbers = {w.start: i for i, w in enumerate(said.reading.words)}
    english = said.reading.language == "en"
    light = LIGHT_ENGLISH if english else LIGHT_VIETNAMESE
    # a figure that both have is said: without it a short statement of little but figures would be about nothing
    have = all_ = float(_figures_both(said, source))
    for w in said.words:
        there = w.form in known or numbers[w.start] in named or alike(w.form, known, english=english)
        weight = _LIGHT if w.form in light and not there else 1.0
        all_ += weight
        have += weight * there
    return have / all_ if all_ else 1.0


def _figures_both(said: Side, source: Side) -> int:
    known = [q.values for q in source.figures.quantities]
    dates = [d.when for d in source.figures.dates]
    years = source.figures.years
    return sum(any(q.values & k for k in known) for q in said.figures.quantities) + sum(
        any(d.when.fits(o, years) for o in dates) for d in said.figures.dates
    )


def _share_across(said: Side, source: Side) -> float:
    """Of the things that the glossary knows and of the figures, how many stand in a source in the other language."""
    things, lines = said.reading.things, set(source.reading.things)
    light = LIGHT_ENGLISH if said.reading.language == "en" else LIGHT_VIETNAMESE
    words = said.reading.words
    have = all_ = float(len(said.figures.quantities) + len(said.figures.dates) + len(said.figures.numbers))
    found = {things[line] for line in lines & set(things)}
    for first, last in set(things.values()):
        there = (first, last) in found
        weight = _LIGHT if last - first == 1 and words[first].form in light and not there else 1.0
        all_ += weight
        have += weight * there
    return have / all_ if all_ else 0.0


def _figures_changed_places(said: Side, source: Side) -> Iterator[Fault]:
    """Two figures that each stand by the words of the other one: "one set on paper and two signed digitally"."""
    places = _by_figures(source)
    if len(places) < 2:
        return
    taken = [(value, near, _owners(value, near, places)) for value, near in _by_figures(said)]
    for value, near, owners in taken:
        if any(other in owners and value in theirs for other, _, theirs in taken):
            yield Fault("order", " ".join(near))
            return


def _owners(value: object, mine: tuple[str, ...], places: list[tuple[object, tuple[str, ...]]]) -> list[object]:
    """The figures of a source by whose words, and not by its own, a figure of the statement stands."""
    own = [near for v, near in places if v == value]
    others = [near for v, near in places if v != value]
    if not own or not all(own) or not others or not mine:
        return []
    if any(set(near) <= set(other) for near in own for other in others):
        return []  # "17 have sent their plans, 11 have not": what the other one has may be left unsaid
    elsewhere = frozenset().union(*others)
    telling = [w for w in mine if (w in elsewhere) != any(w in near for near in own)]
    if not telling or any(w in near for near in own for w in telling):
        return []
    return [v for v, near in places if v != value and all(w in near for w in telling)]


def _by_figures(side: Side) -> list[tuple[object, tuple[str, ...]]]:
    """Each quantity and date with the telling words behind it, up to the next one."""
    figures: list[tuple[int, int, object]] = [
        (q.start, q.end, (q.unit, q.values)) for q in side.figures.quantities if q.demanded
    ]
    figures += [(d.when.start, d.when.end, (d.when.day, d.when.month, d.when.year)) for d in side.figures.dates]
    figures.sort(key=lambda f: f[0])
    dated = {d.when.start for d in side.figures.dates}
    found: list[tuple[object, tuple[str, ...]]] = []
    for i, (at, end, value) in enumerate(figures):
        rest = [start for start, *_ in figures[i + 1 :] if side.reading.text[end:start].strip(" (")]
        until = min(rest, default=len(side.reading.text))  # "05 years (60 months)" is one figure
        own = next((w.clause for w in side.reading.words if w.start >= at), -1)
        near = tuple(w.form for w in side.words if end <= w.start < until and w.clause == own)[:_WINDOW]
        if at in dated and not any(w.clause == own and w.start < at for w in side.words):
            near = ()  # "By 2025 the payroll ...": a day that opens a clause is said of all of it
        found.append((value, near))
    return found


def _actors_changed_places(said: Reading, source: Reading) -> Iterator[Fault]:
    """Two bodies with the same word between them, the other way round, and no passive on one side."""
    mine, theirs = bodies(said), bodies(source)
    for a, b in ((a, b) for a in mine for b in mine if a != b and mine[a][1] <= mine[b][0]):
        if a not in theirs or b not in theirs or theirs[b][1] > theirs[a][0] or _again(source, a, theirs):
            continue
        if _THEN.search(_between(said, mine[a][1], mine[b][0])):
            continue  # one in the condition, one in what follows
        if _ADVISING.search(said.text[: said.words[mine[b][0]].start]):
            continue  # "on the advice of the department": it does something, to nobody
        one = _runs(said, mine[a][1], mine[b][0])
        other = _runs(source, theirs[b][1], theirs[a][0])
        between = one & other
        passive = bool(_PASSIVE.search(_between(said, mine[a][1], mine[b][0]))) != bool(
            _PASSIVE.search(_between(source, theirs[b][1], theirs[a][0]))
        )
        if between and not passive:
            yield Fault("order", said.text[:120])


def _runs(reading: Reading, first: int, last: int) -> set[tuple[str, ...]]:
    """What says something between two words: a Vietnamese syllable alone does not."""
    forms = [w.form for w in reading.words[first:last] if w.telling]
    if reading.language == "en" or len(forms) < 2:
        return {(f,) for f in forms}
    return set(zip(forms, forms[1:], strict=False))


def bodies(reading: Reading) -> dict[int, tuple[int, int]]:
    """The things named with a capital, by their line in the glossary."""
    words = reading.words
    return {
        line: (a, b)
        for line, (a, b) in reading.things.items()
        if b - a > 1 and reading.text[words[a].start].isupper() and acts(reading, a, b)
    }


def _again(reading: Reading, line: int, known: dict[int, tuple[int, int]]) -> bool:
    """Whether a body is named more than once: then its places do not tell who does it."""
    first, last = known[line]
    name, there = [w.form for w in reading.words[first:last]], [w.form for w in reading.words]
    return sum(there[i : i + len(name)] == name for i in range(len(there))) > 1


def _between(reading: Reading, first: int, last: int) -> str:
    return reading.text[reading.words[first].start : reading.words[last].start] if first < len(reading.words) else ""
