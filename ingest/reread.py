"""Words that somebody else found for a register, read by our own rules, whose reading goes before what was said.

Makes an entry of what was proposed, or none where it has no value that the rules can read. Knows no model.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from corpus.document import Document
from corpus.register_entries import RegisterEntry
from corpus.registers import Deadline, Definition, Duty, Figure, Operator, Requirement, Span, Strength
from corpus.second_reading import Proposed
from ingest.deadlines import find_deadlines, strongest
from ingest.definitions import definitions_in
from ingest.duty.actors import lowered
from ingest.duty.parts import Reader
from ingest.duty.read import Words
from ingest.duty.scope import Scope
from ingest.duty.slots import coordinators, report_to
from ingest.figures import figures_in
from ingest.prepared import Prepared
from ingest.quantities import quantities
from ingest.requirement.clause import Asked, Clause, asked_in
from ingest.requirement.subjects import kind_of, subject_of

_STRENGTHS: tuple[tuple[Strength, re.Pattern[str]], ...] = (
    ("must_not", re.compile(r"(?<!\w)(?:không được|nghiêm cấm|(?:must|shall|may) not)(?!\w)", re.IGNORECASE)),
    ("requested", re.compile(r"(?<!\w)(?:đề nghị|yêu cầu|(?:is|are) requested)(?!\w)", re.IGNORECASE)),
    ("must", re.compile(r"(?<!\w)(?:phải|có trách nhiệm|must|shall|(?:is|are) responsible)(?!\w)", re.IGNORECASE)),
    ("may", re.compile(r"(?<!\w)(?:có thể|có quyền|được phép|may)(?!\w)", re.IGNORECASE)),
)
_OPERATORS: Mapping[str, Operator] = {
    "at_least": "at_least", "at_most": "at_most", "more_than": "more_than", "less_than": "less_than",
}  # fmt: skip
_T = TypeVar("_T")


class Reread:
    """Reads what is proposed for one document."""

    def __init__(self, document: Document) -> None:
        self._prepared = Prepared(document)
        self._words = Words(document.text, lowered(document.text))

    def __call__(self, proposed: Proposed) -> RegisterEntry | None:
        """The entry, its values and days as the rules read them; None for a figure or an actor that is none to them."""
        unit = self._prepared.units.innermost(proposed.whole.start)
        address = unit.address if unit else ""
        match proposed.kind:
            case "duty":
                return self._duty(proposed, address)
            case "requirement":
                return self._requirement(proposed, address)
            case "figure":
                return self._figure(proposed)
            case "definition":
                return self._definition(proposed, address)

    def _duty(self, proposed: Proposed, address: str) -> Duty | None:
        whole, slots = proposed.whole, proposed.slots
        if self._only_concerned(whole, slots.get("who")):
            return None
        read = list(Reader(self._words).read(whole, address, Scope("tasks")))
        own = _nearest(slots["what"], read, lambda d: d.action)
        if own is not None:
            return own if own.lead is not None else replace(own, lead=slots.get("who"))
        due = self._deadline(proposed)
        return Duty(whole, address, self._strength(whole), slots["what"], lead=slots.get("who"), deadline=due)

    def _strength(self, whole: Span) -> Strength:
        text = self._words.text
        found: list[Strength] = [name for name, words in _STRENGTHS if words.search(text, whole.start, whole.end)]
        return found[0] if found else "assigned"

    def _only_concerned(self, whole: Span, who: Span | None) -> bool:
        """Whether the rules read the one who is to act as one with whom it is done or to whom it is told."""
        told = report_to(self._words.text, whole.start, whole.end)
        others = [*coordinators(self._words.text, whole.start, whole.end), *([told] if told else [])]
        return who is not None and any(o.start < who.end and who.start < o.end for o in others)

    def _deadline(self, proposed: Proposed) -> Deadline | None:
        found = find_deadlines(self._words.text, proposed.whole.start, proposed.whole.end)
        named = proposed.slots.get("deadline")
        near = _nearest(named, found, lambda d: d.phrase) if named else None
        return near or strongest(found)

    def _requirement(self, proposed: Proposed, address: str) -> Requirement:
        whole, what, who = proposed.whole, proposed.slots["what"], proposed.slots.get("for")
        document = self._prepared.document
        text, language = document.text, document.identity.language
        clause = Clause(text, self._prepared.masked, whole.start, whole.end, language)
        asked = _nearest(what, asked_in(clause), lambda a: a.words) or self._asked(what)
        subject = asked.whom or subject_of(text, whole.start, whole.end, asked.words.start) or who
        kind = "dossier" if asked.attribute in ("document", "count") else kind_of(subject.of(text)) if subject else None
        return Requirement(
            whole, address, kind or "other", subject, asked.attribute, asked.operator, asked.words, asked.value,
            asked.unit, asked.group, asked.equivalent, clause.exceptions, asked.condition or clause.condition,
        )  # fmt: skip

    def _asked(self, what: Span) -> Asked:
        """What no rule knows the name of: its words, with the number in them if there is one."""
        language = self._prepared.document.identity.language
        number = next(iter(quantities(self._prepared.masked, what.start, what.end, language)), None)
        if number is None:
            return Asked("other", "has", what)
        return Asked("other", _OPERATORS.get(number.hedge, "equal"), what, number.value, number.unit)

    def _figure(self, proposed: Proposed) -> Figure | None:
        read = figures_in(self._prepared, proposed.whole)
        return _nearest(proposed.slots["number"], read, lambda f: f.printed)

    def _definition(self, proposed: Proposed, address: str) -> Definition:
        term, meaning = proposed.slots["term"], proposed.slots["meaning"]
        own = _nearest(term, definitions_in(self._prepared, proposed.whole), lambda d: d.term)
        short = term.of(self._words.text).isupper()
        return own or Definition(proposed.whole, address, term, meaning, abbreviation=short)


def _nearest(named: Span, found: Iterable[_T], at: Callable[[_T], Span]) -> _T | None:
    """Of what the rules read, what shares most of the words that were named; None where nothing shares any."""
    shared = [(min(named.end, at(f).end) - max(named.start, at(f).start), f) for f in found]
    return max((pair for pair in shared if pair[0] > 0), key=lambda pair: pair[0], default=(0, None))[1]
