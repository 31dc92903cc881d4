"""What changes the state of a document or of a unit of it, each on a day."""

from dataclasses import dataclass, field
from datetime import date

from corpus.validity import Proof, Status


@dataclass(slots=True)
class Event:
    """Something that changes a state on a day: the document or units, and how."""

    day: date
    status: Status
    proof: Proof
    by: str
    until: date | None = None
    changes: bool = False


@dataclass(slots=True)
class Course:
    """The events of the document or of a unit, in the order of their days."""

    begins: list[Event] = field(default_factory=list)
    ends: list[Event] = field(default_factory=list)
    parts: list[Event] = field(default_factory=list)
    pauses: list[Event] = field(default_factory=list)
    extended: list[Event] = field(default_factory=list)
    kept: list[Event] = field(default_factory=list)
    changes: list[Event] = field(default_factory=list)
