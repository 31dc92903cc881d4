"""How an entry of the registers is told as an item: its words, slots and source are the document's own.

Knows nothing of topics, nor which entries become items.
"""

import re

from assistant.checklists.items import Item
from assistant.checklists.place import Place
from assistant.checklists.powers import Power
from assistant.sheet import SheetSource
from assistant.sourced import source_at
from corpus.document import Outline, Page
from corpus.registers import Duty, Requirement, Span
from corpus.rows import Entry
from corpus.units import same_length

_FEWEST = 4  # words: a shorter action is told with the whole statement
_LONGEST_TASK = 600
_PASSIVE = re.compile(r"(?:must|shall|should|is|are|to|has to|have to)(?: not)? be \w+ed\b|(?:phai )?duoc\b")
_LONGEST = 300  # characters of a condition that is shown whole
_END_MARK = re.compile(r"\s*\./\.?$")
_CLAUSE_MARK = re.compile(r"^[“\"]?(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]{1,2})[.)]|[-–+•])\s+(?=\S)")


class Wording:
    """Tells what stands in one document as items, without their ids and sections."""

    def __init__(self, entry: Entry, text: str, outline: Outline, pages: list[Page]) -> None:
        self._entry, self._text, self._outline, self._pages = entry, text, outline, pages

    def source(self, span: Span, place: Place) -> SheetSource:
        """Where words come from, with the words."""
        return source_at(self._entry, self._outline, self._pages, self._text, span, place.unit)

    def task(self, duty: Duty, place: Place) -> Item:
        """What a duty says is to be done, by whom and by when."""
        deadline = duty.deadline
        return Item(
            id="",
            section="",
            task=unmarked(self._words(self._telling(duty))),
            lead=self._said(duty.lead),
            coordinators=tuple(map(self._words, duty.coordinators)),
            deadline=self._said(deadline.phrase) if deadline else None,
            day=deadline.day if deadline else None,
            inclusive=deadline.inclusive if deadline else None,
            product=self._product(duty),
            condition="; ".join(self._words(s) for s in (duty.condition, duty.exception) if s) or None,
            strength=duty.strength,
            sources=(self.source(duty.whole, place),),
        )

    def _product(self, duty: Duty) -> str | None:
        """The product without the deadline that its words may run into ("đề án đúng tiến độ")."""
        product, by = duty.product, duty.deadline.phrase if duty.deadline else None
        if product is not None and by is not None and product.start < by.start < product.end <= by.end:
            product = Span(product.start, by.start)
        return (self._said(product) or "").rstrip(" ,;") or None

    def _telling(self, duty: Duty) -> Span:
        """The action, or the whole statement where the action alone does not say of what ("must be completed")."""
        action = duty.action.of(self._text)
        bare = len(action.split()) < _FEWEST or _PASSIVE.match(same_length(action))
        return duty.whole if bare and duty.whole.end - duty.whole.start <= _LONGEST_TASK else duty.action

    def requirement(self, asked: Requirement, place: Place, stage: str) -> Item:
        """A paper to hand in, or a condition to meet."""
        conditions = (asked.condition, *asked.exceptions)
        short = stage == "papers" or asked.whole.end - asked.whole.start > _LONGEST
        return Item(
            id="",
            section="",
            task=unmarked(self._words(asked.words if short else asked.whole)),
            condition="; ".join(self._words(s) for s in conditions if s) or None,
            strength="must_not" if asked.operator == "has_not" else "must",
            group=f"{self._entry.id}#{asked.group}" if asked.group else "",
            sources=(self.source(asked.whole, place),),
        )

    def power(self, power: Power, place: Place) -> Item:
        """Who decides what, how long it takes, when it is due: the whole sentence."""
        return Item(
            "", "", unmarked(self._words(power.whole)), self._said(power.who), strength=power.strength,
            sources=(self.source(power.whole, place),),
        )  # fmt: skip

    def clause(self, span: Span, place: Place) -> Item:
        """A clause of which the registers hold nothing, whole."""
        return Item("", "", unmarked(self._words(span)), sources=(self.source(span, place),))

    def paper(self, span: Span, place: Place) -> Item:
        """A paper of a list of which the registers hold nothing."""
        task = self._words(span).rstrip(" .;,") if span.end > span.start else ""
        return Item("", "", task, sources=(self.source(span, place),))

    def _said(self, span: Span | None) -> str | None:
        return self._words(span) if span else None

    def _words(self, span: Span) -> str:
        """The words on one line."""
        return " ".join(span.of(self._text).split())


def unmarked(task: str) -> str:
    """A task without the mark of its clause, and without that of the document's end ("./.")."""
    return _END_MARK.sub("", _CLAUSE_MARK.sub("", task, count=1))
