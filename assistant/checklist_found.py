"""What a document's registers hold on a topic, as items: duties as tasks, required papers as papers to hand in.

Each item's words and quote are the document's own. Knows nothing of other documents.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.checklist_items import Item
from assistant.checklist_scope import Place, place_of
from assistant.orders import speaks_to_machines
from assistant.sheet import SheetSource
from assistant.sourced import source_at
from corpus.document import Outline
from corpus.library import Library
from corpus.registers import Duty, Registers, Requirement, Span
from corpus.rows import Entry
from corpus.units import same_length

_FEWEST = 4  # words: a shorter action is told with the whole statement
_LONGEST_TASK = 600
_PASSIVE = re.compile(r"(?:must|shall|should|is|are|to|has to|have to)(?: not)? be \w+ed\b|(?:phai )?duoc\b")
_LONGEST = 300  # characters of a condition that is shown whole

_CLAUSE_MARK = re.compile(r"^[“\"]?(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]{1,2})[.)]|[-–+•])\s+(?=\S)")

Holds = Callable[[Place], bool]
ReadRegisters = Callable[[int], Registers]


@dataclass(frozen=True, slots=True)
class Found:
    """An item without its id and section yet, and where it stands; its `stage` where it is no task of its own."""

    item: Item
    place: Place
    address: str
    stage: str = ""


class Reading:
    """One document being read for items."""

    def __init__(self, library: Library, entry: Entry, registers: Registers) -> None:
        self.entry, self.registers = entry, registers
        self.text: str = library.text(entry.revision)
        self.outline: Outline = library.outline(entry.revision)
        self._pages = library.pages(entry.revision)

    def duties(self, holds: Holds) -> tuple[list[Found], int]:
        """The tasks on the topic in reading order, and how many directions without a task were left out."""
        found, directions = [], 0
        for duty in self.registers.duties:
            place = place_of(self.entry, self.outline, duty.address, duty.whole.start, duty.whole.end)
            if not holds(place) or speaks_to_machines(duty.whole.of(self.text)):
                continue
            if self._is_condition(duty):
                continue
            if duty.strength == "orientation" and duty.deadline is None:
                directions += 1
            else:
                found.append(Found(self._task(duty, place), place, place.unit.address if place.unit else ""))
        return found, directions

    def papers(self, holds: Holds) -> list[Found]:
        """The papers that a dossier on the topic has to hold, in reading order."""
        return [f for f in self._required(holds, holds) if f.stage == "papers"]

    def conditions(self, holds: Holds, said: Holds, tasks: Sequence[Found]) -> list[Found]:
        """The papers on the topic and the conditions said of it (`said`) that no task has already."""
        taken = [(f.place.start, f.place.end) for f in tasks]
        return [
            f for f in self._required(holds, said) if not any(a < f.place.end and b > f.place.start for a, b in taken)
        ]

    def _required(self, holds: Holds, said: Holds) -> list[Found]:
        found = []
        for asked in self.registers.requirements:
            place = place_of(self.entry, self.outline, asked.address, asked.whole.start, asked.whole.end)
            stage = "papers" if asked.attribute == "document" and asked.operator != "has_not" else "meet"
            if stage == "meet" and place.unit is not None and place.unit.kind == "row":
                continue  # a register of posts: what each asks for is no condition of the topic
            if holds(place) if stage == "papers" else said(place):
                address = place.unit.address if place.unit else ""
                found.append(Found(self._requirement(asked, place, stage), place, address, stage))
        return found

    def paper_at(self, span: Span) -> Found:
        """A paper of a list that the registers hold nothing of."""
        place = place_of(self.entry, self.outline, "", span.start, span.end)
        task = self._words(span).rstrip(" .;,") if span.end > span.start else ""
        item = Item("", "", task, sources=(self.source(span, place),))
        return Found(item, place, place.unit.address if place.unit else "")

    def source(self, span: Span, place: Place) -> SheetSource:
        """Where words come from, with the words."""
        return source_at(self.entry, self.outline, self._pages, self.text, span, place.unit)

    def _is_condition(self, duty: Duty) -> bool:
        """Whether a duty of nobody, by no day, is what the requirements have already ("must have three years")."""
        if duty.deadline or duty.lead:
            return False
        return any(
            r.whole.start < duty.whole.end and r.whole.end > duty.whole.start for r in self.registers.requirements
        )

    def _task(self, duty: Duty, place: Place) -> Item:
        deadline = duty.deadline
        return Item(
            id="",
            section="",
            task=_unmarked(self._words(self._telling(duty))),
            lead=self._said(duty.lead),
            coordinators=tuple(map(self._words, duty.coordinators)),
            deadline=self._said(deadline.phrase) if deadline else None,
            day=deadline.day if deadline else None,
            inclusive=deadline.inclusive if deadline else None,
            product=self._said(duty.product),
            condition="; ".join(self._words(s) for s in (duty.condition, duty.exception) if s) or None,
            strength=duty.strength,
            sources=(self.source(duty.whole, place),),
        )

    def _telling(self, duty: Duty) -> Span:
        """The action, or the whole statement where the action alone does not say of what ("must be completed")."""
        action = duty.action.of(self.text)
        bare = len(action.split()) < _FEWEST or _PASSIVE.match(same_length(action))
        return duty.whole if bare and duty.whole.end - duty.whole.start <= _LONGEST_TASK else duty.action

    def _requirement(self, asked: Requirement, place: Place, stage: str) -> Item:
        conditions = (asked.condition, *asked.exceptions)
        short = stage == "papers" or asked.whole.end - asked.whole.start > _LONGEST
        return Item(
            id="",
            section="",
            task=_unmarked(self._words(asked.words if short else asked.whole)),
            condition="; ".join(self._words(s) for s in conditions if s) or None,
            strength="must_not" if asked.operator == "has_not" else "must",
            group=f"{self.entry.id}#{asked.group}" if asked.group else "",
            sources=(self.source(asked.whole, place),),
        )

    def _said(self, span: Span | None) -> str | None:
        return self._words(span) if span else None

    def _words(self, span: Span) -> str:
        """The words on one line."""
        return " ".join(span.of(self.text).split())


def _unmarked(task: str) -> str:
    """A task without the mark of the clause that it stands in: it has a number of its own in the list."""
    return _CLAUSE_MARK.sub("", task, count=1)
