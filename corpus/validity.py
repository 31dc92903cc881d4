"""What held on which day: the states of a document and of its units as intervals, each with what proves it.

"Per the documents indexed": what no document (and no editor) says is unknown, never in force by default.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """The state on a day (vbpl.vn: chưa có hiệu lực, còn hiệu lực, hết hiệu lực một phần, hết hiệu lực, ngưng).

    A document is partly expired as soon as a unit of it is annulled, replaced, or amended into other words (Law
    64/2025/QH15, Art. 57): additions and corrections leave it in force. A unit that is amended is in force, in its new
    words; one that is annulled is expired.
    """

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    PARTLY_EXPIRED = "partly_expired"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


ANSWERABLE = frozenset({Status.IN_FORCE, Status.PARTLY_EXPIRED, Status.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves a state: a sentence of an indexed document (`start:end` of its text), or who entered it by hand."""

    document: str
    start: int = 0
    end: int = 0
    by_hand: str | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """A state from a day (None: from the beginning) until the day before `until` (None: open).

    `address` is the provision of the document that it is about, "" for the whole of it; a unit without intervals of its
    own shares those of the unit around it. `by` are the ids of the documents that brought the state about. `changed`: a
    unit is in force in other words than the document's own.
    """

    status: Status
    first: date | None = None
    until: date | None = None
    address: str = ""
    by: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    changed: bool = False

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return (self.first is None or self.first <= day) and (self.until is None or day < self.until)


UNKNOWN = Interval(Status.UNKNOWN)


def at(intervals: Iterable[Interval], day: date, address: str = "") -> Interval:
    """The interval of one address on a day; unknown where none says."""
    return next((i for i in intervals if i.address == address and i.holds(day)), UNKNOWN)
