"""One statement to the relations that it states. What stands above it (a heading, the lead of a list) is handed in."""

from collections.abc import Iterator

from corpus.relations import Relation
from corpus.relations import RelationKind as Kind
from ingest.relations.above import besides, inherited, listed
from ingest.relations.bases import bases
from ingest.relations.deed import Deed, relation_of
from ingest.relations.misprints import set_right
from ingest.relations.passing import laws_in_passing, told_of
from ingest.relations.place import Place
from ingest.relations.reach import done_by, governed
from ingest.relations.statement import Statement, read_statement


def relations_in(place: Place) -> list[Relation]:
    """The relations that a statement states, in the order of the documents named; laws called by name alone last."""
    statement = read_statement(place)
    stated = [relation_of(statement, deed) for deed in deeds(statement)]
    return [*stated, *(relation_of(statement, deed) for deed in laws_in_passing(statement, stated))]


def deeds(statement: Statement) -> list[Deed]:
    """What a statement does to each document that it names, or to the one above it."""
    if statement.base:
        return list(bases(statement))
    verbs = governed(statement)
    corrected = set_right(statement) if not verbs else None
    if corrected is not None:
        return [corrected]
    items = listed(statement) if not verbs else frozenset()
    found: list[Deed] = []
    for i, m in enumerate(statement.found):
        above = statement.place.above.kind if i in items else None
        found += done_by(statement, verbs[i], m) if i in verbs else [Deed(above or Kind.REFERS_TO, m)]
    if not items:
        found += besides(statement, found) if verbs else inherited(statement)
    return list(_once([*found, *told_of(statement)]))


def _once(found: list[Deed]) -> Iterator[Deed]:
    """What is named again in the same breath as what something is done to is no second relation."""
    done = {deed.meant for deed in found if deed.kind is not Kind.REFERS_TO}
    return (deed for deed in found if deed.kind is not Kind.REFERS_TO or deed.meant not in done)
