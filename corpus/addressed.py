"""The passages that lie in a unit of a document, found by the unit's address. Knows the catalogue only."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from corpus.library import Library
from corpus.passage import PassageKey
from corpus.schema import passages, provisions

_AT_ONCE = 500  # revisions in one question: SQLite takes only so many values


def passages_at(library: Library, addresses: Iterable[str], revisions: Sequence[int]) -> set[PassageKey]:
    """The passages of these revisions that hold something of a unit at one of the addresses ("d5": all of Điều 5)."""
    wanted = [a.strip().lower().strip(".") for a in addresses]
    columns = select(passages.c.revision, passages.c.ordinal).join(
        provisions,
        (provisions.c.revision == passages.c.revision)
        & (passages.c.start < provisions.c.end)
        & (passages.c.end > provisions.c.start),
    )
    found: set[PassageKey] = set()
    with library.transaction() as c:
        for first in range(0, len(revisions), _AT_ONCE):
            some = revisions[first : first + _AT_ONCE]
            at = provisions.c.revision.in_(some) & provisions.c.address.in_(wanted)
            found.update(PassageKey(row.revision, row.ordinal) for row in c.execute(columns.where(at)))
    return found
