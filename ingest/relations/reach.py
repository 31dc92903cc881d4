"""Which verb governs which document: how far a verb reaches, and what is joined to what it reaches.

An active verb governs what stands behind it, a passive one what stands before it. A document in the description of
another ("Quyết định A về việc sửa đổi Quyết định B") is only referred to, one that is joined to it ("Nghị định A và
Nghị định B") goes with it.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.relations import ENDING
from corpus.relations import RelationKind as Kind
from corpus.units import UnitReference
from ingest.relations.deed import Deed
from ingest.relations.joints import JOINED, NAMED_DAY, NAMES, leaves_bracket_open
from ingest.relations.mentioned import Mentioned
from ingest.relations.statement import Statement
from ingest.relations.units import but_beside, is_in_part
from ingest.relations.verbs import Verb

# behind these each item of a list on one line is what the verb is about: "gồm: ... theo Quyết định A; ... Quyết định B"
_INLINE = re.compile(r"(?:gom|sau|sau day|bao gom|cu the|following|namely)\s*:[^:]*$")
_UNDER = re.compile(r"\s(?:theo|under|by)\s*$")
# what stands between a verb and a document that the verb has nothing to do with
_OTHERS = re.compile(
    r"(?<!kem )(?<!ban hanh )(?<!\w)theo(?! quyet dinh so| nghi quyet so)(?!\w)|trai (?:voi|quy dinh)|(?<!\w)can"
    r" cu(?!\w)|phu hop voi|contrary to|in accordance with|pursuant to"
)
# "kéo dài thời gian thực hiện chính sách theo Quyết định A": what is prolonged is the decision's
_LONGER = re.compile(r"(?:thoi gian|thoi han) (?:thuc hien|ap dung|thi diem)$")
_ALL = re.compile(r"(?<!\w)(?:toan bo|tat ca|all|whole|entire)(?!\w)")
_NEXT_ITEM = re.compile(r";|(?<!\w)va(?!\w)")


def governed(statement: Statement) -> dict[int, Verb]:
    """The verb of each document (by its place in `found`) that one governs; the first that reaches it keeps it."""
    verbs: dict[int, Verb] = {}
    for n, verb in enumerate(statement.verbs):
        reached = [i for i, m in enumerate(statement.found) if _reaches(statement, n, m)]
        for i in _taken(statement, verb, reached):
            verbs.setdefault(i, verb)
    return verbs


def _reaches(statement: Statement, n: int, m: Mentioned) -> bool:
    """Whether a document stands where the verb may govern it."""
    verb, even = statement.verbs[n], statement.even
    if not verb.passive:
        return verb.end <= m.start < _end_of(statement, n)
    begin = statement.verbs[n - 1].end if n else 0
    nearest = max((o.end for o in statement.found if o.start < verb.start), default=begin)
    # behind the last document another clause with a subject of its own: "...; no decision was revoked"
    apart = ";" in even[nearest : verb.start] and not NAMED_DAY.search(even[: verb.start])
    return begin <= m.start < verb.start and not apart


def _end_of(statement: Statement, n: int) -> int:
    """Where the reach of a verb ends: at the next one, or where its subject begins: "bãi bỏ A; B hết hiệu lực"."""
    if n + 1 == len(statement.verbs):
        return len(statement.even)
    following = statement.verbs[n + 1]
    apart = statement.even.rfind(";", statement.verbs[n].end, following.start) if following.passive else -1
    if apart >= 0 and any(apart < m.start < following.start for m in statement.found):
        return apart
    return following.start


def _taken(statement: Statement, verb: Verb, reached: Sequence[int]) -> list[int]:
    """Of the documents that a verb reaches those that it governs: the first, and what is joined to one."""
    even, taken = statement.even, list[int]()
    begin = 0 if verb.passive else verb.end
    for i in reached:
        m = statement.found[i]
        if taken:
            # "(đã được sửa đổi theo Nghị định B và Nghị định C)" stands aside
            if not leaves_bracket_open(even[begin : m.first]) and _goes_on(statement, i, begin):
                taken.append(i)
        elif not _is_others(statement, verb, even[begin : m.first]):
            taken.append(i)
        elif not verb.passive and not leaves_bracket_open(even[begin : m.first]):
            break
    return taken


def _goes_on(statement: Statement, i: int, begin: int) -> bool:
    """Whether a document is joined to what a verb governs already, or opens another item of its list."""
    even, m = statement.even, statement.found[i]
    joined = JOINED.search(even[: m.first]) or JOINED.search(even[: m.start])
    return joined is not None or _opens_item(statement, i, begin)


def _is_others(statement: Statement, verb: Verb, between: str) -> bool:
    """Whether the words between a verb and a document make it one that the verb has nothing to do with."""
    if _INLINE.search(between):
        between = _UNDER.sub("", between)
    if leaves_bracket_open(between):
        return True
    # "Quy định chi tiết việc ... theo Nghị quyết A" details A
    detailed = statement.place.title and verb.kind in (Kind.DETAILS, Kind.GUIDES)
    longer = verb.kind is Kind.EXTENDS and _LONGER.search(statement.even, verb.start, verb.end)
    return _OTHERS.search(between) is not None and not detailed and not longer


def _opens_item(statement: Statement, i: int, begin: int) -> bool:
    """Whether it is the first document of another item of a list on one line, which the verb opens."""
    found, even = statement.found, statement.even
    between = even[found[i - 1].end : found[i].first]
    last = _NEXT_ITEM.split(between)[-1]
    return last != between and _INLINE.search(even[begin : found[0].first]) is not None


def done_by(statement: Statement, verb: Verb, m: Mentioned) -> list[Deed]:
    """What a verb does to a document; and what the verbs before it do to its units.

    "Sửa đổi khoản 1 Điều 5 và bãi bỏ khoản 2 Điều 6 của Nghị định A" says two things of A; "Sửa đổi Điều 5 và bãi bỏ
    Nghị định A" one: nobody amends what he annuls, Article 5 is another's.
    """
    rest = but_beside(statement.even, m.units)
    before = [] if verb.words else list(_before(statement, verb, m, rest))
    if not before:
        return [Deed(verb.kind, m, verb)]
    taken = {u for deed in before for u in deed.reached}
    last = Deed(verb.kind, m, verb, tuple(u for u in rest if u not in taken))
    if last.units or is_in_part(statement, m, verb):
        return [*before, last]
    if _as_a_whole(statement, verb, m):
        return [last]
    # "... và thay thế bảng lương tại Nghị định A": what ends is no unit, and not the decree
    return before if verb.kind in ENDING else [*before, last]


def _before(statement: Statement, verb: Verb, m: Mentioned, units: Sequence[UnitReference]) -> Iterator[Deed]:
    """What the verbs before one do to units that are named with its document."""
    for n, earlier in enumerate(statement.verbs[: statement.verbs.index(verb)]):
        begin, end = statement.part(n)
        own = tuple(u for u in units if begin <= u.start < end)
        if own and earlier.passive == verb.passive and not earlier.words:
            yield Deed(earlier.kind, m, earlier, own)


def _as_a_whole(statement: Statement, verb: Verb, m: Mentioned) -> bool:
    """Whether the document itself is what the last of several verbs is about, and their units are another's."""
    if verb.kind not in ENDING and statement.place.above.target is None:
        return False
    begin, _ = statement.part(statement.verbs.index(verb))
    return m.target.enclosed or not NAMES.sub("", _ALL.sub("", statement.even[begin : m.start]))
