"""What the head above a statement says for it: the verb of a list for its items, the document whose units it names."""

from collections.abc import Iterator, Sequence

from corpus.units import UnitReference
from ingest.relations.deed import Deed
from ingest.relations.joints import JOINED, NAMES
from ingest.relations.mentioned import Mentioned
from ingest.relations.statement import Statement
from ingest.relations.units import PART, all_units, units_between
from ingest.relations.verbs import after_mark


def listed(statement: Statement) -> frozenset[int]:
    """The documents (by their place in `found`) that an item of a list names, where the verb stands above the list."""
    above, even, found = statement.place.above, statement.even, statement.found
    if not above.lists or not statement.place.opens_unit or statement.verbs or not found:
        return frozenset()
    before = even[after_mark(even) : found[0].first]
    if NAMES.sub("", before) and not PART.match(before):
        return frozenset()
    return frozenset([0, *(i for i, m in enumerate(found) if i and JOINED.search(even[: m.first]))])


def inherited(statement: Statement) -> Iterator[Deed]:
    """What is done to units (or words) of the document that stands above: "2. Bãi bỏ khoản 3 Điều 5."."""
    above = statement.place.above
    if above.target is None:
        return
    own = Mentioned(above.target, 0, 0)
    verbs = [v for v in statement.verbs if not v.passive or statement.units]
    for n, verb in enumerate(verbs):
        end = verbs[n + 1].start if n + 1 < len(verbs) else len(statement.even)
        part = (0, verb.start) if verb.passive else (verb.end, end)
        named = all_units(statement) if verb.words else units_between(statement, *part)
        units = tuple(u for u in named if not _anothers(statement, u))
        if units or (verb.words and not named):
            yield Deed(verb.kind, own, verb, units)
    if not verbs and above.kind is not None and _is_bare_item(statement):
        yield Deed(above.kind, own, None, all_units(statement))


def _anothers(statement: Statement, unit: UnitReference) -> bool:
    """Whether a unit is named with a document, no verb between them: "... theo khoản 1 Điều 1 Nghị định A"."""
    return any(
        unit.start in {u.start for u in m.units} and not any(unit.start < v.start < m.start for v in statement.verbs)
        for m in statement.found
    )


def besides(statement: Statement, stated: Sequence[Deed]) -> Iterator[Deed]:
    """The same where something is done to a document that is named, too: "Sửa đổi Điều 5 và bãi bỏ Nghị định A".

    `stated` is all that is said of documents that are named; its verbs and units are theirs, and a unit behind a
    document may be that one's.
    """
    above = statement.place.above.target
    if above is None:
        return
    taken = {u.start for deed in stated for u in deed.reached}
    named = min(m.start for m in statement.found)
    for n, verb in enumerate(statement.verbs):
        begin, end = statement.part(n)
        units = tuple(u for u in units_between(statement, begin, min(end, named)) if u.start not in taken)
        if units and all(deed.verb != verb for deed in stated):
            yield Deed(verb.kind, Mentioned(above, 0, 0), verb, units)


def _is_bare_item(statement: Statement) -> bool:
    """Whether an item of a list is no more than the units that it names: "1. Khoản 3 Điều 5."."""
    if not (statement.place.opens_unit and statement.opens and statement.units) or statement.found:
        return False
    even = statement.even
    return not NAMES.sub("", even[after_mark(even) : statement.units[0].start])
