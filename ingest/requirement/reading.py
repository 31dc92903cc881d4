"""What every way of reading requirements shares: the document at hand, and how an entry of the register is made."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from corpus.document import Document, Outline, Provision
from corpus.registers import Requirement, Span
from ingest.requirement.clause import Asked, Clause
from ingest.requirement.scope import Scopes
from ingest.requirement.subjects import kind_of

_JOINT = re.compile(r"[;,]\s*(?:and|or|và|hoặc)$")
_EXCEPTIONS = 4  # exceptions that one requirement may have


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its outline, the scopes of its units, and its text without the numbers that are no figures."""

    document: Document
    masked: str
    units: Outline
    scopes: Scopes

    def clause(self, start: int, end: int) -> Clause:
        """A stretch of the text, to be looked through for what it asks."""
        return Clause(self.document.text, self.masked, start, end, self.document.identity.language)


def requirement(
    reading: Reading, whole: Span, unit: Provision | None, subject: Span | None, asked: Asked, clause: Clause
) -> Requirement:
    """The entry for one thing that is asked for; whom the clause itself names goes before `subject`."""
    text = reading.document.text
    who = asked.whom or subject
    kind = "dossier" if asked.attribute in ("document", "count") else kind_of(who.of(text)) if who else "other"
    first = bisect_left(clause.exceptions, asked.words.start, key=lambda e: e.start)
    exceptions = clause.exceptions[first : first + _EXCEPTIONS]
    return Requirement(
        whole, unit.address if unit else "", kind, who, asked.attribute, asked.operator, asked.words, asked.value,
        asked.unit, asked.group, asked.equivalent, exceptions, asked.condition or clause.condition,
    )  # fmt: skip


def opens(text: str, unit: Provision | None, begin: int) -> bool:
    """Whether a statement is the first of its unit."""
    return unit is not None and begin - unit.start <= 6


def without_stop(text: str, start: int, end: int) -> int:
    """The end of words without the stops behind them, nor what joins a next member of a list ("; and")."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    joint = _JOINT.search(text, max(start, end - 8), end)
    return without_stop(text, start, joint.start()) if joint else end
