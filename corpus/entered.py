"""States of documents that somebody entered, or that a list brought: by whom, when and why. Corrected by entering anew.

They are kept for a number, whether a document that bears it is indexed or not, and apply when it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Row, insert, or_, select, update

from corpus import schema
from corpus.bearing import ByHand
from corpus.binding import Held
from corpus.identity import find_numbers
from corpus.validity import Proof, Status

_E = schema.entered_statuses


@dataclass(frozen=True, slots=True)
class Entered:
    """A state from a day (None: from the day of the entry) until the day before `until`; `source` is where it is told.

    `document` is the id of an indexed document; without one, what bears the number is meant, of the day `issued` if
    that is given.
    """

    number: str
    status: Status
    first: date | None = None
    until: date | None = None
    who: str = ""
    why: str = ""
    source: str | None = None
    issued: date | None = None
    document: str | None = None
    at: datetime | None = None
    id: int | None = None

    @property
    def key(self) -> str | None:
        """The key of the number; None where it is no number."""
        return next((n.key for n in find_numbers(self.number)), None)


def enter(connection: Connection, entered: Sequence[Entered], at: datetime | None = None) -> None:
    """Keeps entries, in a commit with others."""
    rows = [
        {
            "number": e.number, "number_key": e.key, "document": e.document, "issued": e.issued,
            "status": e.status.value, "first": e.first, "until": e.until, "who": e.who, "why": e.why,
            "source": e.source, "at": at or datetime.now(UTC),
        }
        for e in entered
    ]  # fmt: skip
    if rows:
        connection.execute(insert(_E), rows)


def withdraw(connection: Connection, id: int) -> Entered | None:
    """Takes an entry back; it stays on record as withdrawn. None where there is none."""
    row = connection.execute(select(_E).where(_E.c.id == id, _E.c.withdrawn.is_(None))).one_or_none()
    if row is None:
        return None
    connection.execute(update(_E).where(_E.c.id == id).values(withdrawn=datetime.now(UTC)))
    return _entered(row)


def entries_of(connection: Connection, document: Held | None = None) -> list[Entered]:
    """The entries that apply to a document, or all, the earliest first; those withdrawn are left out."""
    query = select(_E).where(_E.c.withdrawn.is_(None)).order_by(_E.c.at, _E.c.id)
    if document is not None:
        own = [_E.c.document == document.id]
        if document.number_key is not None:
            own.append((_E.c.number_key == document.number_key) & _E.c.document.is_(None))
        query = query.where(or_(*own))
    found = [_entered(row) for row in connection.execute(query)]
    if document is None or document.issued is None:
        return found
    return [e for e in found if e.issued is None or e.issued == document.issued]


def entered_for(connection: Connection, document: Held) -> list[ByHand]:
    """The same, as they are reckoned with."""
    found: list[ByHand] = []
    for e in entries_of(connection, document):
        assert e.at is not None
        told = " · ".join(filter(None, (e.who, e.at.date().isoformat(), e.why, e.source)))
        first = e.first if e.first or e.status is Status.NOT_YET else e.at.date()
        found.append(ByHand(e.status, first, e.until, Proof(document.id, by_hand=told), e.at.date()))
    return found


def _entered(row: Row[tuple[object, ...]]) -> Entered:
    get = row._mapping
    return Entered(
        get["number"], Status(get["status"]), get["first"], get["until"], get["who"], get["why"], get["source"],
        get["issued"], get["document"], get["at"], get["id"],
    )  # fmt: skip
