"""One task said twice is one item with all its sources; two that set it otherwise are both kept, and marked.

Compares words, leads and days. Knows nothing of documents but their ids and the order in which items came.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.checklists.found import Found
from assistant.checklists.items import Contested, Item
from corpus.folding import fold, words

_ALIKE = 0.85  # share of the words of both that two tellings of one task have in common
_FEWEST = 4  # words: what is shorter ("report the results") may be said of anything
_MOST_ALIKE = 40  # items with a word in common that are held against each other
_RAREST = 3
_NUMERAL = re.compile(r"\d+")


def merged(found: Sequence[Found]) -> list[Found]:
    """Items in their order, each task once; ids are given, and what is told otherwise is marked on both."""
    tasks = [_Task(f) for f in found]
    kept: list[_Task] = []
    near = _Near(tasks)
    at: dict[int, int] = {}  # number of a task -> its place in `kept`
    pairs: list[tuple[int, int, Contested]] = []
    for number, task in enumerate(tasks):
        others = [at[n] for n in near.before(number) if n in at and task.same_words(tasks[n])]
        into = next((k for k in others if _one_task(kept[k], task)), None)
        if into is not None:
            kept[into] = kept[into].joined(task)
            continue
        at[number] = len(kept)
        pairs += [(k, len(kept), what) for k in others for what in _contested(kept[k], task)]
        kept.append(task)
    return _marked(kept, pairs)


class _Task:
    """An item with its words as they are compared: without its deadline and its lead."""

    def __init__(self, found: Found, bag: Counter[str] | None = None) -> None:
        self.found, self.item = found, found.item
        self.bag = Counter(_bag(found.item)) if bag is None else bag
        self.numerals = frozenset(w for w in self.bag if w[0].isdigit())

    def same_words(self, other: "_Task") -> bool:
        if self.numerals != other.numerals or min(self.bag.total(), other.bag.total()) < _FEWEST:
            return self.bag == other.bag
        both = (self.bag & other.bag).total()
        return both >= _ALIKE * max(self.bag.total(), other.bag.total())

    def joined(self, other: "_Task") -> "_Task":
        """With the other's sources, and with its word where this one is silent."""
        a, b = self.item, other.item
        item = replace(
            a,
            lead=a.lead or b.lead,
            coordinators=a.coordinators or b.coordinators,
            deadline=a.deadline or b.deadline,
            day=a.day or b.day,
            inclusive=a.inclusive if a.deadline else b.inclusive,
            product=a.product or b.product,
            sources=tuple(dict.fromkeys((*a.sources, *b.sources))),
        )
        return _Task(replace(self.found, item=item), self.bag)


def _bag(item: Item) -> Iterable[str]:
    text = item.task
    for part in (item.deadline, item.lead, *item.coordinators):
        if part and part != text:
            text = text.replace(part, " ")
    return (fold(w) for w in words(text))


class _Near:
    """Which items have a rare word in common: only these can be one task."""

    def __init__(self, tasks: Sequence[_Task]) -> None:
        self._tasks = tasks
        self._common = Counter(w for t in tasks for w in t.bag)
        self._having: dict[str, list[int]] = defaultdict(list)
        self._equal: dict[frozenset[tuple[str, int]], list[int]] = defaultdict(list)

    def before(self, number: int) -> list[int]:
        """The earlier items that may be the same task; the item itself is taken up for later ones."""
        bag = self._tasks[number].bag
        equal = self._equal[frozenset(bag.items())]
        near = dict.fromkeys(equal[-_MOST_ALIKE:])
        equal.append(number)
        for word in sorted(bag, key=lambda w: (self._common[w], w))[:_RAREST]:
            near.update(dict.fromkeys(self._having[word][-_MOST_ALIKE:]))
            self._having[word].append(number)
        return sorted(near)


def _one_task(one: _Task, other: _Task) -> bool:
    a, b = one.item, other.item
    if _place(one) == _place(other) and _contradict_days(a, b):
        return False
    return _agree(a.lead, b.lead) and not _contradict_days(a, b) and _agree(a.condition, b.condition, silent=False)


def _contested(one: _Task, other: _Task) -> tuple[Contested, ...]:
    """What two tellings of one task set otherwise; within one provision they are two cases, not a contradiction."""
    a, b = one.item, other.item
    if _place(one) == _place(other) or not _agree(a.condition, b.condition, silent=False):
        return ()
    if _agree(a.lead, b.lead):
        return ("deadline",) if _contradict_days(a, b) else ()
    elsewhere = one.found.place.entry.id != other.found.place.entry.id
    if not elsewhere:
        return ()  # one document gives the same task to several bodies
    return ("lead", "deadline") if _contradict_days(a, b) else ("lead",)


def _place(task: _Task) -> tuple[str, str]:
    return task.found.place.entry.id, task.found.address


def _agree(one: str | None, other: str | None, *, silent: bool = True) -> bool:
    """Whether two slots say the same; with `silent`, one that says nothing agrees with all."""
    if one is None or other is None:
        return silent or one is other
    a, b = fold(one), fold(other)
    return a == b or (silent and (a in b or b in a))


def _contradict_days(a: Item, b: Item) -> bool:
    """Whether the deadlines are two: two days, or two counts of days."""
    if a.deadline is None or b.deadline is None:
        return False
    if a.day is not None and b.day is not None:
        return a.day != b.day
    if a.day is not None or b.day is not None:
        return True
    return _NUMERAL.findall(a.deadline) != _NUMERAL.findall(b.deadline)


def _marked(kept: Sequence[_Task], pairs: Iterable[tuple[int, int, Contested]]) -> list[Found]:
    against: dict[int, dict[int, None]] = defaultdict(dict)
    what: dict[int, dict[Contested, None]] = defaultdict(dict)
    for one, other, contested in pairs:
        for at, its in ((one, other), (other, one)):
            against[at][its] = None
            what[at][contested] = None
    return [
        replace(
            t.found,
            item=replace(
                t.item, id=f"i{n + 1}", against=tuple(f"i{o + 1}" for o in against[n]), contested=tuple(what[n])
            ),
        )
        for n, t in enumerate(kept)
    ]
