"""One clause of an instruction to what it does: acts, units, anchors, phrases. Not where its new wording stands.

Offsets are those of the clause. Knows nothing of the units above it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.amendment import Act, Portion, Span
from assistant.amendments import verbs
from corpus.folding import fold
from corpus.unit_lists import unit_mentions
from corpus.units import EXCEPT, LADDER, UnitReference

_SWAPPING = re.compile(
    r"(?<!\w)(?:thay|sua|doi|dinh chinh|chuyen|replac\w*|substitut\w*|correct\w*|amend\w*|chang\w*)(?!\w)"
)
_PASSIVE = re.compile(r"(?:(?<!\w)(?:duoc|bi|is|are|shall be|be)\s+(?:hereby\s+)?|^)$")
_PAST = re.compile(r"(?<!\w)(?:da|was|were|been|which)\s+(?:duoc|bi)?\s*$")
_ONLY_NAMES = re.compile(
    r"(?:\W|\b(?:va|and|cua|of|the|tai|in|cac|so|no|ban hanh|kem|theo|nghi dinh|quyet dinh|thong tu|luat|nghi quyet"
    r"|quy che|quy dinh|decree|decision|circular|law|resolution|regulation|promulgated|together|with|ngay"
    r"|thang|nam|dated)\b)*"
)
# folded, these are other words as well: bộ, bố, đối, chuyện
_SPELT = {"bo": "bỏ", "sua": "sửa", "chuyen": "chuyển", "them": "thêm"}
# what may stand between "bãi bỏ" and a unit, so that it is the unit that goes and not something that it lays down
_OBJECT = re.compile(
    r"(?:\W|\b(?:cac|nhung|toan bo|noi dung|mot so|quy dinh|tai|cua|o|doi voi|ten|doan|cum tu|all|of|the"
    r"|provisions?|contents?|whole|in|at|under|following|sau day)\b)*"
)
_ITSELF = re.compile(r"\W*(?:\w+ ){0,3}?nay\b|\W*this \w+")
_NEXT = re.compile(r"(?:[,;]|\b(?:va|and|dong thoi))\s*$")
_MARK = re.compile(
    r"\s*(?:(?:dieu|article|khoan|clause)\s+)?(?:\d{1,3}[a-z]?(?:\.\d{1,2})*|[ivx]{1,5}|[a-z]{1,2}\d?)\s*[.)/:-]+\s*|\s*[-–+•*]\s*"
)


@dataclass(frozen=True, slots=True)
class Done:
    """An act of a clause: its verb's span, the units it is about, what else it names."""

    act: Act
    start: int
    end: int
    units: tuple[UnitReference, ...] = ()
    anchor: UnitReference | None = None
    before: bool = False
    renumbered: tuple[UnitReference, ...] = ()
    old: Span | None = None
    new: Span | None = None
    portion: Portion | None = None


@dataclass(frozen=True, slots=True)
class _Verb:
    act: Act
    start: int
    end: int
    passive: bool


def after_mark(even: str) -> int:
    """Where a clause begins behind its number ("2.", "a)", "Điều 3."); 0 where it has none."""
    found = _MARK.match(even)
    return found.end() if found else 0


def acts_in(bare: str, even: str) -> list[Done]:
    """What a clause orders; empty where it orders nothing (a heading, a duty, a reference)."""
    begin = after_mark(even)
    named = [u for u in unit_mentions(bare) if u.start >= begin and not _is_own(even, u)]
    named = [u for u in named if not _in_brackets(even, u)] or named
    words = _word_acts(even, begin, named)
    if words:
        return words
    found = [v for v in _verbs(even, begin, named) if _is_spelt(v, bare)]
    done: list[Done] = []
    for n, verb in enumerate(found):
        last = found[n + 1].start if n + 1 < len(found) else len(even)
        limit = EXCEPT.search(even, verb.end, last)
        if verb.passive:
            first = found[n - 1].end if n else begin
            among = [u for u in named if first <= u.start < verb.start]
            if verb.act is Act.RENUMBER or (verb.act is Act.SUPPLEMENT):
                among += [u for u in named if verb.end <= u.start < last]
        else:
            among = [u for u in named if verb.end <= u.start < (limit.start() if limit else last)]
        goes = verb.act is Act.ANNUL and not verb.passive
        if among and not (goes and not is_object(even, verb.end, among[0].start)):
            done.append(_done(verb, among, even))
    return _with_articles(done)


def bare_list(bare: str, even: str) -> tuple[UnitReference, ...]:
    """The units of an item that names nothing else ("2. Khoản 3 Điều 5."), under a heading that says what is done."""
    begin = after_mark(even)
    named = [u for u in unit_mentions(bare) if u.start >= begin and not _is_own(even, u)]
    if not named:
        return ()
    rest = even[begin : named[0].start]
    return tuple(named) if _ONLY_NAMES.fullmatch(rest) else ()


def is_object(even: str, verb_end: int, unit_start: int) -> bool:
    """Whether it is the unit itself that a verb is about, and not something that it lays down."""
    return _OBJECT.fullmatch(even, verb_end, unit_start) is not None


def _is_spelt(verb: _Verb, bare: str) -> bool:
    """Whether a short verb is the one that is meant, where the text has its marks."""
    printed = bare[verb.start : verb.end].lower()
    return printed == fold(printed) or printed == _SPELT.get(fold(printed), printed)


def _in_brackets(even: str, unit: UnitReference) -> bool:
    before = even[: unit.start]
    return before.count("(") > before.count(")")


def _is_own(even: str, unit: UnitReference) -> bool:
    """Whether a unit is one of the amending document's own: "Phụ lục I ban hành kèm theo Nghị định này"."""
    behind = re.match(r"\W*(?:ban hanh\s+)?", even[unit.end :])
    at = unit.end + (behind.end() if behind else 0)
    return verbs.OWN.match(even, at) is not None


def _word_acts(even: str, begin: int, named: Sequence[UnitReference]) -> list[Done]:
    """Phrases put for others, put in, left out."""
    done: list[Done] = []
    taken: list[Span] = []
    for m in verbs.ADD_WORDS.finditer(even, begin):
        before = m["where"] in ("truoc", "phia truoc", "before")
        done.append(Done(Act.ADD_WORDS, *m.span(), old=_inside(m, "old"), new=_inside(m, "new"), before=before))
        taken.append(m.span())
    for m in verbs.ADD_AT_END.finditer(even, begin):
        done.append(Done(Act.ADD_WORDS, *m.span(), new=_inside(m, "new")))
        taken.append(m.span())
    if _SWAPPING.search(even, begin):
        for m in verbs.SWAPS.finditer(even, begin):
            if not any(a < m.end() and m.start() < b for a, b in taken):
                done.append(Done(Act.SWAP, *m.span(), old=_inside(m, "old"), new=_inside(m, "new")))
                taken.append(m.span())
    for m in verbs.DROPS.finditer(even, begin):
        group = "old" if m["old"] else "gone"
        if not any(a < m.end() and m.start() < b for a, b in taken) and not verbs.NOT_DONE.search(even[: m.start()]):
            done.append(Done(Act.DROP, *m.span(), old=_inside(m, group)))
    return [replace(d, units=_places(d, done, named, even)) for d in done]


def _places(d: Done, done: Sequence[Done], named: Sequence[UnitReference], even: str) -> tuple[UnitReference, ...]:
    """The units in which a phrase is changed: those behind it, up to the next phrase; else all that are named."""
    following = min((o.start for o in done if o.start > d.start), default=len(even))
    limit = EXCEPT.search(even, d.end)
    behind = [u for u in named if d.end <= u.start < following and not (limit and u.start > limit.start())]
    if behind:
        return tuple(behind)
    before = [u for u in named if u.start < d.end and not (limit and u.start > limit.start())]
    later = [u for u in named if u.start >= d.end and not (limit and u.start > limit.start())]
    return tuple(before or later)


def _inside(m: re.Match[str], group: str) -> Span:
    """A phrase without its quotation marks."""
    return m.start(group) + 1, m.end(group) - 1


def _verbs(even: str, begin: int, named: Sequence[UnitReference]) -> list[_Verb]:
    """The verbs that order something of units, in order; none where the clause opens with something else."""
    found: list[_Verb] = []
    for act, pattern in verbs.ACTIVE:
        for m in pattern.finditer(even, begin):
            if any(v.start < m.end() and m.start() < v.end for v in found):
                continue
            verb = _verb(act, m, even, named)
            if verb is not None:
                found.append(verb)
    return _opening(sorted(found, key=lambda v: v.start), even, begin, named) if found else []


def _verb(act: Act, m: re.Match[str], even: str, named: Sequence[UnitReference]) -> _Verb | None:
    """A verb that gives an order; None for one that tells of the past, or of what others have to do."""
    before = even[max(0, m.start() - 60) : m.start()]
    passive = _PASSIVE.search(before) is not None and any(u.end <= m.start() for u in named)
    told = _PAST.search(before) if passive else verbs.NOT_DONE.search(before) or verbs.AMENDED_BY.match(even, m.start())
    return None if told else _Verb(act, *m.span(), passive or m.group().startswith(("het hieu", "cease")))


def _opening(found: list[_Verb], even: str, begin: int, named: Sequence[UnitReference]) -> list[_Verb]:
    """The verbs, where the clause opens with one, or with the units that one is about."""
    led = verbs.LED_BY.match(even, begin)
    opens = led.end() if led else begin
    first = found[0]
    if first.passive:
        head = next((u for u in named if u.end <= first.start), None)
        return found if head is not None and head.start <= opens + 40 else []
    if first.start <= opens:
        return found
    if _ITSELF.match(even, begin):  # "Quyết định này có hiệu lực ...; bãi bỏ Điều 5 ..."
        return [v for v in found if _NEXT.search(even[: v.start])]
    return []


def _done(verb: _Verb, among: list[UnitReference], even: str) -> Done:
    if verb.act is Act.RENUMBER:
        return _renumbering(verb, among, even)
    if verb.act is Act.SUPPLEMENT or verb.act is Act.AMEND:
        anchored = _anchored(verb, among, even)
        if anchored is not None:
            return anchored
    start = min(verb.start, among[0].start)
    return Done(verb.act, start, max(verb.end, among[-1].end), tuple(among), portion=_portion(even, among[0]))


def _portion(even: str, unit: UnitReference) -> Portion | None:
    before = even[max(0, unit.start - 60) : unit.start]
    for pattern, portion in ((verbs.TITLE, Portion.TITLE), (verbs.LEAD, Portion.LEAD), (verbs.INNER, Portion.OTHER)):
        if pattern.search(before):
            return portion
    return None


def _anchored(verb: _Verb, among: list[UnitReference], even: str) -> Done | None:
    """ "bổ sung khoản 4 vào sau khoản 3 Điều 19", "bổ sung khoản 6 vào Điều 15"."""
    for n, unit in enumerate(among):
        if n == 0:
            continue
        last = max(u.end for u in among[:n])
        between = even[last : unit.start]
        place = verbs.AFTER.search(between)
        if place is not None:
            new = tuple(completed(u, unit) for u in among[:n])
            start = min(verb.start, among[0].start)
            return Done(Act.INSERT, start, unit.end, new, unit, before=place["before"] is not None)
        larger = LADDER.index(unit.steps[0][0]) > LADDER.index(among[0].steps[-1][0])
        if larger and verbs.INTO.search(between):
            new = tuple(completed(u, unit) for u in among[:n])
            return Done(Act.SUPPLEMENT, min(verb.start, among[0].start), unit.end, new)
    return None


def completed(unit: UnitReference, by: UnitReference) -> UnitReference:
    """A unit with what it stands in, as its neighbour names that: "khoản 4" beside "khoản 3 Điều 19"."""
    top = LADDER.index(unit.steps[-1][0])
    more = tuple(s for s in by.steps if LADDER.index(s[0]) > top)
    return replace(unit, steps=unit.steps + more) if more else unit


def _renumbering(verb: _Verb, among: list[UnitReference], even: str) -> Done:
    """ "khoản 3 được đánh số lại thành khoản 4": the names before "thành" and those behind it."""
    cut = next(
        (n for n in range(1, len(among)) if verbs.BECOMES.search(even[max(u.end for u in among[:n]) : among[n].start])),
        len(among),
    )
    old, new = among[:cut], among[cut:]
    new = [completed(u, old[min(n, len(old) - 1)]) for n, u in enumerate(new)]
    old = [completed(u, new[min(n, len(new) - 1)]) for n, u in enumerate(old)] if new else old
    start = min(verb.start, among[0].start)
    return Done(Act.RENUMBER, start, max(verb.end, among[-1].end), tuple(old), renumbered=tuple(new))


def _with_articles(done: list[Done]) -> list[Done]:
    """ "sửa đổi khoản 1 và bổ sung khoản 5 Điều 7": what is named without its article is of the next one's."""
    for n in range(len(done) - 2, -1, -1):
        following = done[n + 1].units
        if following:
            done[n] = replace(done[n], units=tuple(completed(u, following[0]) for u in done[n].units))
    return done
