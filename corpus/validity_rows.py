"""What holds when, and who says what of whom: asked of the catalogue, corrected by hand, related anew.

Knows not how relations are read.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, literal_column, select

from corpus import schema
from corpus.binding import Held
from corpus.entered import Entered, enter, entries_of, withdraw
from corpus.errors import NotFoundError
from corpus.families import renew, targets_of
from corpus.family_graph import Edge, Graph, family_of, stated_by, stated_of
from corpus.keyed import parts
from corpus.relation_rows import (
    days_of,
    findings_of,
    forget_statements,
    held,
    named_so,
    relations_of,
    relations_to,
    write_statements,
)
from corpus.relations import Finding, Relation, RelationKind, Statements
from corpus.second_rows import SecondRows
from corpus.validity import ANSWERABLE, Interval, Proof, Status

_I, _T = schema.intervals, schema.revisions
# SQLite takes an index over some rows only where the condition stands in the statement itself, not bound to it
_OVER = [s.value for s in Status if s not in ANSWERABLE]


class ValidityRows(SecondRows):
    """The relations and the intervals of each revision."""

    def intervals(self, revision: int) -> list[Interval]:
        """The intervals of a document and of its units, the document's ("") first."""
        return self.intervals_of([revision]).get(revision, [])

    def intervals_of(self, revisions: Iterable[int], *, whole: bool = False) -> Mapping[int, list[Interval]]:
        """Those of several documents; with `whole` without their units'."""
        found: dict[int, list[Interval]] = {}
        with self.transaction() as c:
            for part in parts(sorted(set(revisions))):
                query = select(_I).where(_I.c.revision.in_(part)).order_by(_I.c.revision, _I.c.ordinal)
                for row in c.execute(query.where(_I.c.address == "") if whole else query):
                    found.setdefault(row.revision, []).append(_interval(row))
        return found

    def not_in_force(self, day: date) -> frozenset[int]:
        """The revisions that did not hold on a day: not yet, no longer, or suspended."""
        first, until = _I.c.first, _I.c.until
        over = select(_I.c.revision).where(
            literal_column("address = ''"), _I.c.status.in_(_OVER), first.is_(None) | (first <= day)
        )
        with self.transaction() as c:
            # asked in two, for each of which the index leads straight to its rows
            halves = [c.execute(over.where(of)).scalars() for of in (until.is_(None), until > day)]
            return frozenset(chain.from_iterable(halves))

    def with_units(self) -> frozenset[int]:
        """The revisions of whose units something is said."""
        query = select(_I.c.revision).where(literal_column("address != ''")).distinct()
        with self.transaction() as c:
            return frozenset(c.execute(query).scalars())

    def statements(self, revision: int) -> Statements:
        """Everything that a revision states of others and of itself, with what cannot be right about it."""
        with self.transaction() as c:
            relations = tuple(r for _, r in relations_of(c, [revision]))
            return Statements(
                relations, tuple(days_of(c, [revision]).get(revision, ())), tuple(findings_of(c, revision))
            )

    def findings(self, revision: int) -> list[Finding]:
        """What cannot be right about what a revision states."""
        with self.transaction() as c:
            return findings_of(c, revision)

    def held(self, revisions: Iterable[int]) -> list[Held]:
        """Documents as binding knows them."""
        with self.transaction() as c:
            return held(c, revisions)

    def named_so(self, number_key: str) -> list[Held]:
        """Live documents that bear a number."""
        with self.transaction() as c:
            return named_so(c, [number_key], ())

    def stated_by(self, revision: int, kinds: Iterable[RelationKind] | None = None) -> list[Edge]:
        """What a document says of others, with those that are indexed."""
        with self.transaction() as c:
            return [e for document in held(c, [revision]) for e in stated_by(c, document, kinds)]

    def stated_of(self, revision: int, kinds: Iterable[RelationKind] | None = None) -> list[Edge]:
        """What others say of a document."""
        with self.transaction() as c:
            return [e for document in held(c, [revision]) for e in stated_of(c, document, kinds)]

    def said_of_number(self, number_key: str, kinds: Iterable[RelationKind]) -> list[tuple[int, Relation]]:
        """What is said of a number, whether a document that bears it is indexed or not."""
        with self.transaction() as c:
            return relations_to(c, [number_key], (), kinds)

    def family(self, revision: int) -> Graph:
        """The documents that hang together with one, and what they say of each other."""
        with self.transaction() as c:
            return next((family_of(c, document) for document in held(c, [revision])), Graph((), ()))

    def related_otherwise(self, relater: int) -> list[int]:
        """Live revisions whose relations another version read, or none."""
        t, made = schema.revisions, schema.relatings
        same = select(made.c.revision).where(made.c.relater == relater)
        with self.transaction() as c:
            return list(c.execute(select(t.c.id).where(t.c.state == "live", t.c.id.not_in(same))).scalars())

    def replace_statements(self, made: Sequence[tuple[int, Statements]], relater: int) -> None:
        """Puts other statements in place of those of revisions, and reckons anew what follows, in one commit.

        Nothing is stored for a revision that has been retired meanwhile.
        """
        with self.transaction() as c:
            live: list[int] = []
            targets: set[int] = set()
            for revision, statements in made:
                row = c.execute(select(_T.c.state, _T.c.type, _T.c.title).where(_T.c.id == revision)).one_or_none()
                if row is None or row.state != "live":
                    continue
                live.append(revision)
                before = targets_of(c, revision)
                forget_statements(c, revision)
                write_statements(c, revision, statements, relater, row.type, row.title)
                targets.update(before)
            renew(c, [*live, *targets])

    # --- by hand -----------------------------------------------------------------------------------------------------

    def enter_statuses(self, entered: Sequence[Entered]) -> list[str]:
        """Keeps states that were entered by hand or that a list brought; gives the documents that they apply to now."""
        with self.transaction() as c:
            enter(c, entered)
            return self._renewed(c, entered)

    def withdraw_status(self, id: int) -> Entered:
        """Takes an entry back; raises NotFoundError."""
        with self.transaction() as c:
            entry = withdraw(c, id)
            if entry is None:
                raise NotFoundError("status-entry-unknown", id=id)
            self._renewed(c, [entry])
            return entry

    @staticmethod
    def _renewed(connection: Connection, entered: Sequence[Entered]) -> list[str]:
        found = named_so(connection, {e.key for e in entered if e.key}, ())
        ids = {e.document for e in entered if e.document}
        rows = connection.execute(select(_T.c.id).where(_T.c.state == "live", _T.c.document.in_(ids))).scalars()
        found += held(connection, rows.all())
        renew(connection, [d.revision for d in found])
        return sorted({d.id for d in found})

    def entered_statuses(self, document: Held | None = None) -> list[Entered]:
        """What has been entered for a document, or all."""
        with self.transaction() as c:
            return entries_of(c, document)


def _interval(row: Row[Any]) -> Interval:
    proofs = tuple(Proof(*p) for p in row.proofs)
    return Interval(Status(row.status), row.first, row.until, row.address, tuple(row.by), proofs, row.changed)
