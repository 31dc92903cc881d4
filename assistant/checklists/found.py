"""What a document's registers hold on a topic, as items: duties as tasks, required papers as papers to hand in.

Each item's words and quote are the document's own. Knows nothing of other documents.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.checklists.competence import powers_led
from assistant.checklists.headings import is_headed
from assistant.checklists.items import Item, Kind
from assistant.checklists.papers import paper_lists
from assistant.checklists.past import is_past
from assistant.checklists.place import Place, place_of
from assistant.checklists.powers import Power, powers_in
from assistant.checklists.worded import Wording
from assistant.orders import speaks_to_machines
from corpus.document import Outline, Provision
from corpus.library import Library
from corpus.registers import Duty, Registers, Requirement, Span
from corpus.rows import Entry

_FEWEST = 4  # words: what is shorter and of nobody is no task
_SENTENCE = 12  # words
_LONGEST_TASK = 600
_LONGEST = 300  # characters of a unit before its list's lead-in

_SAYING = frozenset({"clause", "subclause", "point"})
_LISTED = frozenset({"point", "dash", "plus"})

Holds = Callable[[Place], bool]
ReadRegisters = Callable[[int], Registers]


@dataclass(frozen=True, slots=True)
class Found:
    """An item without its id and section yet, and where it stands; its `stage` where it is no task of its own.

    `lead` is what leads in to the list of papers that it stands in.
    """

    item: Item
    place: Place
    address: str
    stage: str = ""
    lead: Place | None = None


def _is_sentence(unit: Provision, words: str) -> bool:
    """Whether a clause says something by itself, whatever leads in to it: points seldom do."""
    return unit.kind == "clause" and words.endswith(".") and len(words.split()) >= _SENTENCE


def _any(_: Place) -> bool:
    return True


class Reading:
    """One document being read for items."""

    def __init__(self, library: Library, entry: Entry, registers: Registers) -> None:
        self.entry, self.registers = entry, registers
        self.text: str = library.text(entry.revision)
        self.outline: Outline = library.outline(entry.revision)
        self.wording = Wording(entry, self.text, self.outline, library.pages(entry.revision))

    def duties(self, holds: Holds) -> tuple[list[Found], int]:
        """The tasks on the topic in reading order, and how many directions without a task were left out."""
        found, directions = [], 0
        for duty in self.registers.duties:
            place = self._place(duty)
            if not holds(place) or speaks_to_machines(duty.whole.of(self.text)):
                continue
            if self._is_condition(duty) or self._is_bare(duty) or is_past(self.text, self.outline, place):
                continue
            if duty.strength == "orientation" and duty.deadline is None:
                directions += 1
            else:
                found.append(Found(self.wording.task(duty, place), place, place.unit.address if place.unit else ""))
        return found, directions

    def places(self, kind: Kind) -> list[Place]:
        """Where anything stands that may become an item; of a dossier, what leads in to its papers."""
        leads = [self.lead_at(s) for s, _ in self.paper_lists]
        if kind == "dossier":
            papers = (self._place(r) for r in self.registers.requirements if r.attribute == "document")
            return [*map(self.of_list, papers), *leads]
        return [*map(self._place, self._entries), *map(self._place_of_power, self._powers), *leads]

    def lead_at(self, span: Span) -> Place:
        """The words that lead in to a list of papers: what it is a list of, these say and no paper in it."""
        unit = self.outline.innermost(span.start)
        start = unit.start if unit and unit.start < span.start < unit.start + _LONGEST else span.start
        return Place(self.entry, unit, start, span.end, alone=True)

    def _leads_in(self, unit: Provision) -> bool:
        """Whether what a unit says before its first part ends with a colon."""
        first = next((u.start for u in self.outline.children(unit.address)), unit.end)
        return self.text[unit.start : first].rstrip().endswith(":")

    def of_list(self, place: Place) -> Place:
        """What leads in to the list that a paper stands in; the paper itself where none does."""
        inside = (s for s, papers in self.paper_lists if s.start <= place.end and place.start < papers[-1].end)
        lead = next(inside, None)
        if lead is not None:
            return self.lead_at(lead)
        parent = self.outline.get(place.unit.parent) if place.unit and place.unit.kind in _LISTED else None
        return self.lead_of(parent) if parent else place

    def lead_of(self, unit: Provision) -> Place:
        """What a unit says before the list below it, or behind its colon."""
        first = next((u.start for u in self.outline.children(unit.address)), unit.end)
        colon = self.text.find(":", unit.start, first)
        end = colon + 1 if colon >= 0 else unit.start + len(self.text[unit.start : first].rstrip())
        return Place(self.entry, unit, unit.start, end, alone=True)

    def powers(self, holds: Holds, tasks: Sequence[Found]) -> list[Found]:
        """Who decides what, how long it takes and when it is due, where no task says it already."""
        taken = [(f.place.start, f.place.end) for f in tasks]
        found = []
        for power in self._powers:
            place = self._place_of_power(power)
            if (
                any(a < place.end and b > place.start for a, b in taken)
                or not holds(place)
                or is_past(self.text, self.outline, place)
            ):
                continue
            if speaks_to_machines(power.whole.of(self.text)):
                continue
            found.append(Found(self.wording.power(power, place), place, place.unit.address if place.unit else ""))
        return found

    def said_beside(self, at_home: Holds, taken: Sequence[Found]) -> list[Found]:
        """The clauses of a unit that the topic has to itself of which no item says anything yet, whole."""
        spans = [(f.place.start, f.place.end) for f in taken]
        found = []
        for unit in self.outline:
            if unit.kind not in _SAYING or unit.end - unit.start > _LONGEST_TASK:
                continue
            place = Place(self.entry, unit, unit.start, unit.end)
            words = Span(unit.start, unit.end).of(self.text).strip()
            if not at_home(place) or any(a < unit.end and b > unit.start for a, b in spans):
                continue
            headed = is_headed(self.text, unit)
            if headed and any(self.outline.children(unit.address)):
                continue
            if words.endswith(":") or len(words.split()) <= _FEWEST:
                continue
            parent = self.outline.get(unit.parent)
            if parent is not None and self._leads_in(parent) and not _is_sentence(unit, words):
                continue  # one of a list says nothing without what leads in to it
            if is_past(self.text, self.outline, place) or speaks_to_machines(words):
                continue
            start = self.text.index("\n", unit.start) + 1 if headed else unit.start
            span = Span(start, unit.start + len(self.text[unit.start : unit.end].rstrip()))
            found.append(Found(self.wording.clause(span, place), place, unit.address))
            spans.append((unit.start, unit.end))
        return found

    @property
    def _entries(self) -> list[Duty | Requirement]:
        return [*self.registers.duties, *self.registers.requirements]

    @cached_property
    def _powers(self) -> list[Power]:
        """The sentences of which the registers hold nothing."""
        held = [(e.whole.start, e.whole.end) for e in self._entries]
        found = [p for p in powers_in(self.text) if not any(a < p.whole.end and b > p.whole.start for a, b in held)]
        held += [(p.whole.start, p.whole.end) for p in found]
        led = powers_led(self.text, self.outline)
        found += [p for p in led if not any(a < p.whole.end and b > p.whole.start for a, b in held)]
        return sorted(found, key=lambda p: p.whole.start)

    def _place_of_power(self, power: Power) -> Place:
        return place_of(self.entry, self.outline, "", power.whole.start, power.whole.end)

    @cached_property
    def paper_lists(self) -> list[tuple[Span, list[Span]]]:
        """The lists of papers that the text sets out itself: what leads in, and each paper."""
        return list(paper_lists(self.text, self.outline))

    def _place(self, entry: Duty | Requirement) -> Place:
        beside = entry.coordinators if isinstance(entry, Duty) else ()
        return place_of(self.entry, self.outline, entry.address, entry.whole.start, entry.whole.end, beside)

    def papers(self, holds: Holds) -> list[Found]:
        """The papers that a dossier on the topic has to hold, in how many sets and which form, in reading order."""
        of_dossier = {(r.whole.start, r.whole.end) for r in self.registers.requirements if r.subject_kind == "dossier"}
        found = self._required(holds, holds)
        return [f for f in found if f.stage == "papers" or (f.place.start, f.place.end) in of_dossier]

    def papers_in(self, start: int, end: int) -> list[Found]:
        """Every paper that is asked for between two places, in reading order: by the registers, or in a list."""
        found = [f for f in self._required(_any, _any) if f.stage == "papers"]
        held = [(f.place.start, f.place.end) for f in found]
        listed = [(p, lead) for lead, papers in self.paper_lists for p in papers]
        found += [self.paper_at(p, lead) for p, lead in listed if not any(a < p.end and b > p.start for a, b in held)]
        within = (f for f in found if start <= f.place.start and f.place.end <= end)
        return sorted(within, key=lambda f: f.place.start)

    def conditions(self, holds: Holds, said: Holds, tasks: Sequence[Found]) -> list[Found]:
        """The papers on the topic and the conditions said of it (`said`) that no task has already."""
        taken = [(f.place.start, f.place.end) for f in tasks]
        return [
            f for f in self._required(holds, said) if not any(a < f.place.end and b > f.place.start for a, b in taken)
        ]

    def _required(self, holds: Holds, said: Holds) -> list[Found]:
        found = []
        for asked in self.registers.requirements:
            place = self._place(asked)
            stage = "papers" if asked.attribute == "document" and asked.operator != "has_not" else "meet"
            if stage == "meet" and place.unit is not None and place.unit.kind == "row":
                continue  # a register of posts: what each asks for is no condition of the topic
            if asked.whole.of(self.text).isupper():
                continue  # a heading
            lead = self.of_list(place) if stage == "papers" else None
            if asked.whole.of(self.text).rstrip().endswith(":") and place.unit is not None:
                lead = self.lead_of(place.unit)
            if holds(lead) if lead else said(place):
                address = place.unit.address if place.unit else ""
                found.append(Found(self.wording.requirement(asked, place, stage), place, address, stage, lead))
        return found

    def paper_at(self, span: Span, lead: Span) -> Found:
        """A paper of a list that the registers hold nothing of."""
        place = place_of(self.entry, self.outline, "", span.start, span.end)
        item = self.wording.paper(span, place)
        return Found(item, place, place.unit.address if place.unit else "", "papers", self.lead_at(lead))

    def _is_condition(self, duty: Duty) -> bool:
        """Whether a duty of nobody, by no day, is what the requirements have already ("must have three years")."""
        if duty.deadline or duty.lead:
            return False
        return any(
            r.whole.start < duty.whole.end and r.whole.end > duty.whole.start for r in self.registers.requirements
        )

    def _is_bare(self, duty: Duty) -> bool:
        """Whether a few words of nobody, by no day, are all there is: a member of a list of what was done."""
        silent = not (duty.lead or duty.deadline or duty.product or duty.coordinators)
        words = duty.whole.of(self.text)
        return words.isupper() or (silent and len(words.split()) <= _FEWEST)
