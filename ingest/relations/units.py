"""To which units of a document something is done, which are left as they were, and whether to a part without a name."""

import re
from collections.abc import Iterable, Sequence

from corpus.units import EXCEPT, UnitReference
from ingest.relations.mentioned import Mentioned
from ingest.relations.statement import Statement
from ingest.relations.verbs import Verb, after_mark

# what is put in behind or before a unit does nothing to that unit
_BESIDE = re.compile(r"(?<!\w)(?:sau|truoc|after|before)\s+(?:the\s+)?$")
PART = re.compile(
    r"(?<!\w)(?:mot so|mot phan|cac quy dinh|quy dinh (?:ve|tai|lien quan)|nhung (?:quy dinh|noi dung)|phan quy"
    r" dinh|noi dung"
    r"|cac noi dung|some|certain|a number of|several|parts? of|the provisions|provisions (?:on|in|of|relating))(?!\w)"
)
_JOINS = re.compile(r"[,;]|(?<!\w)(?:va|and)(?!\w)")


def but_beside(even: str, units: Iterable[UnitReference]) -> tuple[UnitReference, ...]:
    """The units without those that another is only put in beside."""
    return tuple(u for u in units if not _BESIDE.search(even[: u.start]))


def units_between(statement: Statement, begin: int, end: int) -> tuple[UnitReference, ...]:
    """The units named in a part of a statement, up to what is left as it was."""
    limit = EXCEPT.search(statement.even, begin, end)
    among = [u for u in statement.units if begin <= u.start < (limit.start() if limit else end)]
    return _completed(statement.even, among)


def all_units(statement: Statement) -> tuple[UnitReference, ...]:
    """The units named in a statement, up to what is left as it was."""
    return units_between(statement, 0, len(statement.even))


def units_of(statement: Statement, m: Mentioned, verb: Verb | None) -> tuple[UnitReference, ...]:
    """The units that are named with a document; where a verb changes words, those in which they stand."""
    units = _completed(statement.even, m.units)
    if units or verb is None or not verb.words:
        return units
    return units_between(statement, 0 if verb.passive else verb.end, len(statement.even))


def _completed(even: str, among: Sequence[UnitReference]) -> tuple[UnitReference, ...]:
    return tuple(_with_home(even, u, among) for u in but_beside(even, among))


def _with_home(even: str, unit: UnitReference, among: Sequence[UnitReference]) -> UnitReference:
    """ "khoản 4 vào sau khoản 3 Điều 2" is a clause of Article 2."""
    after = next((u for u in among if u.start > unit.start and _BESIDE.search(even[: u.start])), None)
    kinds = {kind for kind, _ in unit.steps}
    if after is None or not after.steps or after.steps[0][0] != unit.steps[0][0] or "article" in kinds:
        return unit
    return UnitReference((*unit.steps, *after.steps[len(unit.steps) :]), unit.start, unit.end)


def exceptions_behind(statement: Statement, m: Mentioned) -> tuple[UnitReference, ...]:
    """The units of a document that are left as they were: "trừ Điều 5"."""
    match = EXCEPT.search(statement.even, m.end)
    return tuple(u for u in statement.units if u.start > match.end()) if match else ()


def is_in_part(statement: Statement, m: Mentioned, verb: Verb | None) -> bool:
    """Whether something is done to a part of a document that no unit names: "một số điều của Nghị định A"."""
    even = statement.even
    begin = verb.end if verb is not None and not verb.passive else after_mark(even)
    before = [o.end for o in statement.found if o.end <= m.start]
    if before:  # behind what joins it to the one before
        joins = [j.end() for j in _JOINS.finditer(even[: m.start])]
        begin = max(begin, before[-1], joins[-1] if joins else 0)
    return PART.search(even, begin, m.start) is not None
