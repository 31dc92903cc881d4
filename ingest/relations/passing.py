"""What a statement only tells of: what once changed the unit that is named, laws that it calls by their names alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.folding import fold
from corpus.relations import Relation
from corpus.relations import RelationKind as Kind
from ingest.relations.deed import Deed
from ingest.relations.statement import Statement


def told_of(statement: Statement) -> Iterator[Deed]:
    """The documents that once changed a unit of the one above; the unit is not theirs."""
    for m in statement.told:
        yield Deed(Kind.REFERS_TO, replace(m, units=()))


def laws_in_passing(statement: Statement, stated: Sequence[Relation]) -> Iterator[Deed]:
    """The laws called by their names alone, each once with the same units, but for what is stated already."""
    done = {(r.target.name, tuple(u.even for u in r.units)) for r in stated}
    in_full = [fold(m.target.printed) for m in statement.found]
    for m in statement.passing:
        key = (m.target.name, tuple(u.even for u in m.units))
        if key not in done and not any(printed.startswith(fold(m.target.printed)) for printed in in_full):
            yield Deed(Kind.REFERS_TO, m)
        done.add(key)
