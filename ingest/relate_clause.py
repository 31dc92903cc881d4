"""One statement to the relations that it states. What stands above it (a heading, the lead of a list) is handed in.

Which verb governs which document: the one before it; a document in the description of another ("Quyết định A về việc
sửa đổi Quyết định B") is only referred to, one that is joined to it ("Nghị định A và Nghị định B") goes with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from corpus.dates import find_dates
from corpus.folding import fold
from corpus.relations import ENDING, Relation, Target
from corpus.relations import RelationKind as Kind
from corpus.units import UnitReference, same_length
from ingest.relate_days import Days, days_in
from ingest.relate_swaps import sets_right, swaps_in
from ingest.relate_targets import Mentioned, mentioned, units_named, unquoted
from ingest.relate_verbs import SELF, TYPE_NAMES, Verb, after_mark, main_verbs

_BASE = re.compile(
    r"(?:can cu(?: vao)?|thuc hien|tren co so|pursuant to|in (?:pursuance|implementation) of|implementing|on the"
    r" basis of|based on)\s"
)
_CARRIES_OUT = re.compile(r"thuc hien\s|implementing\s|in implementation of\s")
_JOINED = re.compile(
    r"(?:[,;]|(?<!\w)(?:va|and|hoac|cung voi|cung nhu))\s*(?:va\s+|and\s+|dong thoi\s+)?(?:cac\s+|the\s+)?$"
)
_WITH = re.compile(r"\s*(?:va|and)\s+(?:cac\s+|the\s+)?")
_OF_SEVERAL = re.compile(r"(?<!\w)(?:dieu|khoan) cua cac\s[^;]*$")
# another base on the same line: "Căn cứ Nghị định A; Căn cứ Nghị định B"
_ANEW = re.compile(r"[,;.]\s*(?:can cu|thuc hien|pursuant to)(?:\s+(?:vao|cac|the))*\s*$")
# behind these each item of a list on one line is what the verb is about: "gồm: ... theo Quyết định A; ... Quyết định B"
_INLINE = re.compile(r"(?:gom|sau|sau day|bao gom|cu the|following|namely)\s*:[^:]*$")
# what stands between a verb and a document that the verb has nothing to do with
_OTHERS = re.compile(
    r"(?<!kem )(?<!ban hanh )(?<!\w)theo(?! quyet dinh so| nghi quyet so)(?!\w)|trai (?:voi|quy dinh)|(?<!\w)can"
    r" cu(?!\w)|phu hop voi|contrary to|in accordance with|pursuant to"
)
# "kéo dài thời gian thực hiện chính sách theo Quyết định A": what is prolonged is the decision's
_LONGER = re.compile(r"(?:thoi gian|thoi han) (?:thuc hien|ap dung|thi diem)$")
_OWN_UNIT = re.compile(
    r"(?:\s|,)*(?:(?:cua|tai|of|in)\s+|(?:(?:duoc )?ban hanh )?kem theo\s+|(?:attached|annexed) to\s+"
    r"|(?:promulgated|issued) (?:together )?with\s+)?(?:the\s+)?(?:\w+\s+){0,2}?(?:nay|this|hereof)(?!\w)"
)
# "thay thế Phụ lục I ... bằng Phụ lục I kèm theo Nghị định này", "thay thế Điều 5 như sau:": it goes on in other words
_BY_ONE_OF_ITS_OWN = re.compile(
    r"(?:nhu sau|as follows|(?:with|by) the following(?: \w+)?)\s*:\s*$|"
    r"(?<!\w)(?:bang|with|by)\s+(?:cac\s+|the\s+)?(?:phu luc|mau|bieu|danh muc|annex|appendix|form)(?!\w)[^.;]{0,120}?"
    r"\s(?:nay|this|hereto)(?!\w)"
)
_NAMES = re.compile(
    rf"(?<!\w)(?:{TYPE_NAMES}|ban hanh|kem|theo|so|no|cua|of|the|cac|tai|va|and|from|ve|dated?|to|in|noi"
    rf" dung)(?!\w)|\W+"
)
_PART = re.compile(
    r"(?<!\w)(?:mot so|mot phan|cac quy dinh|quy dinh (?:ve|tai|lien quan)|nhung (?:quy dinh|noi dung)|phan quy"
    r" dinh|noi dung"
    r"|cac noi dung|some|certain|a number of|several|parts? of|the provisions|provisions (?:on|in|of|relating))(?!\w)"
)
_BESIDE = re.compile(r"(?<!\w)(?:sau|truoc|after|before)\s+(?:the\s+)?$")
_EXCEPT = re.compile(r"(?<!\w)(?:tru|ngoai tru|except(?: for)?|excluding)(?!\w)")
# "Kể từ ngày Quyết định này có hiệu lực, ...": when, and not who
_SINCE = re.compile(
    r"(?:(?:ke\s+)?tu\s+(?:ngay|thoi diem)|as\s+from|as\s+of|from|on|upon)\s[^,;:.]{0,60}?(?:hieu luc(?: thi hanh)?"
    r"|this (?:\w+ ){0,2}\w+(?: (?:takes effect|comes into (?:force|effect)))?)\s*,\s*"
)
# behind these a document is told of as what once changed another, and no next one: "(đã được sửa đổi theo ...)"
_TOLD = re.compile(
    r"(?<!\w)(?:da|as|already|previously|which (?:was|has been|is))\s(?:[^.;]{0,80}?\s)?(?:theo|boi|tai|bang|under|by"
    r"|in)\s+(?:cac\s+|the\s+)?$"
    r"|(?<!\w)(?:quy dinh|neu|ghi|prescribed|stated|provided for) (?:tai|o|in|by|under)\s+(?:cac\s+|the\s+)?$"
)
# behind these a document is told of as what once did something to the unit that is named
_ONCE_BY = re.compile(
    r"(?:(?:which|that) (?:was|were|has been|have been|had been)|(?<!\w)da (?:duoc|bi))\s(?:[^.;]{0,60}?\s)?(?:by|under"
    r"|in|theo|boi|tai|bang)\s+(?:(?:the|dieu|khoan|article|clause)\s+(?:\d+\w?\s+)?(?:of\s+)?)*$"
)
# "ngày hết hiệu lực: 01/11/2025", a column of a list
_NAMED_DAY = re.compile(r"(?:ngay|thoi diem|date of|day of)\s+$")


@dataclass(frozen=True, slots=True)
class Above:
    """What the heading or the lead over a statement says: the verb for its items, the document that it is all about.

    `corrects`: the title says that misprints are set right.
    """

    kind: Kind | None = None
    target: Target | None = None
    days: Days = Days()
    lists: bool = False
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A statement: its words, where it stands, in which unit, whether before the first unit; what stands above it."""

    text: str
    start: int
    unit: str | None = None
    preamble: bool = False
    opens_unit: bool = False
    above: Above = Above()
    base: bool = False
    title: bool = False


def relations_in(place: Place) -> list[Relation]:
    """The relations that a statement states, in the order of the documents named; laws called by name alone last."""
    clause = _Clause(place)
    found = clause.relations()
    return [*found, *clause.in_passing(found)]


class _Clause:
    def __init__(self, place: Place) -> None:
        self.place = place
        self.bare = unquoted(place.text)
        self.even = same_length(self.bare)
        named_here = mentioned(place.text, names_end_it=place.title or place.base or place.preamble)
        # a basis is what a document rests on, also where it is called by its name alone
        self.base = place.base or (place.preamble and bool(_BASE.match(self.even, after_mark(self.even))))
        self.passing = [m for m in named_here if m.passing and not self.base]
        self.found = [m for m in named_here if m not in self.passing]
        self.told = [m for m in self.found if self._is_past(m)]
        self.found = [m for m in self.found if m not in self.told]
        begin = after_mark(self.even)
        of_laws = {u for m in self.passing for u in m.units}
        named = (u for u in units_named(self.bare) if u.start >= begin and u not in of_laws)
        self.units = [u for u in named if not _OWN_UNIT.match(self.even[u.end :])]
        opening = [m.first for m in self.found[:1]] + [u.start for u in self.units[:1]]
        self.opens = any(self._is_opening(begin, at) for at in opening)
        # of "trừ Điều 5 được tiếp tục áp dụng đến ..." the first verb says it all
        self.verbs = [
            v
            for v in main_verbs(self.even, self.opens, self._clauses(begin))
            if v.kind is not Kind.CONTINUES or not _EXCEPT.search(self.even, 0, v.start)
        ]

    def _clauses(self, begin: int) -> list[int]:
        """Where behind a semicolon a clause opens with a document or a unit: "...; Nghị định A vẫn có hiệu lực"."""
        named = sorted([m.first for m in self.found] + [u.start for u in self.units])
        starts = (m.end() for m in re.finditer(r";\s+", self.even[begin:]))
        return [begin + s for s in starts if any(self._is_opening(begin + s, at) for at in named if at >= begin + s)]

    def _is_past(self, m: Mentioned) -> bool:
        """Whether it is named as what once changed a unit of the document that stands above: that is read past.

        "Khoản 3 Điều 4, đã bị bãi bỏ bởi Thông tư B, được thay bằng ...".
        """
        past = _ONCE_BY.search(self.even[: m.start]) if self.place.above.target is not None else None
        if past is None or _aside(self.even[: past.start()]):
            return False
        self.even = self.even[: past.start()] + " " * (m.end - past.start()) + self.even[m.end :]
        return True

    def _is_opening(self, begin: int, at: int) -> bool:
        adverb = _SINCE.match(self.even, begin)
        between = self.even[adverb.end() if adverb and adverb.end() <= at else begin : at]
        return at >= begin and len(between) <= 200 and not SELF.search(between) and ";" not in between

    def relations(self) -> list[Relation]:
        if self.base:
            guides = (
                re.search(r"(?<!\w)(?:huong dan|guides?|guidance)(?!\w)", self.even[self.found[0].end :])
                if self.found
                else None
            )
            kind = Kind.GUIDES if guides and _CARRIES_OUT.match(self.even, after_mark(self.even)) else Kind.BASED_ON
            return [self._relation(k, m, None) for m, k in self._with_joined(kind)]
        governed: dict[int, Verb] = {}
        for n, verb in enumerate(self.verbs):
            end = self._end_of(n)
            reach = [i for i, m in enumerate(self.found) if self._reached(verb, n, m, end)]
            for i in self._top(reach, verb):
                governed.setdefault(i, verb)
        listed = self._listed() if not governed else []
        corrected = self._corrected() if not governed else None
        if corrected is not None:
            return [corrected]
        relations: list[Relation] = []
        for i, m in enumerate(self.found):
            if i in governed:
                relations.extend(self._done_by(governed[i], m))
            elif i in listed and self.place.above.kind is not None:
                relations.append(self._relation(self.place.above.kind, m, None))
            else:
                relations.append(self._relation(Kind.REFERS_TO, m, None))
        if not governed and not listed:
            relations.extend(self._inherited())
        relations += [self._relation(Kind.REFERS_TO, replace(m, units=()), None) for m in self.told]
        done = {r.target.number_key or r.target.name for r in relations if r.kind is not Kind.REFERS_TO}
        # what is named again in the same breath is no second relation
        return [
            r for r in relations if r.kind is not Kind.REFERS_TO or (r.target.number_key or r.target.name) not in done
        ]

    def _done_by(self, verb: Verb, m: Mentioned) -> list[Relation]:
        """What a verb does to a document; and what the verbs before it do to its units that stand behind them.

        "Sửa đổi khoản 1 Điều 5 và bãi bỏ khoản 2 Điều 6 của Nghị định A" says two things.
        """
        n = self.verbs.index(verb)
        if verb.passive or verb.words:
            return [self._relation(verb.kind, m, verb)]
        found: list[Relation] = []
        rest = [u for u in m.units if not _BESIDE.search(self.even[: u.start])]
        for before, following in zip(self.verbs[:n], self.verbs[1 : n + 1], strict=True):
            own = tuple(u for u in rest if before.end <= u.start < following.start)
            if own and not before.passive and not before.words:
                found.append(self._relation(before.kind, m, before, own))
        taken = {u for r in found for u in m.units if u.start + self.place.start in {x.start for x in r.units}}
        kept = tuple(u for u in rest if u not in taken)
        return (
            [*found, self._relation(verb.kind, m, verb, kept)]
            if found and kept
            else [self._relation(verb.kind, m, verb)]
        )

    def in_passing(self, found: Sequence[Relation]) -> list[Relation]:
        """The laws that the statement calls by their names alone, each once with the same units."""
        done = {(r.target.name, tuple(u.even for u in r.units)) for r in found}
        full = [fold(m.target.printed) for m in self.found]
        relations: list[Relation] = []
        for m in self.passing:
            key = (m.target.name, tuple(u.even for u in m.units))
            if key not in done and not any(printed.startswith(fold(m.target.printed)) for printed in full):
                relations.append(self._relation(Kind.REFERS_TO, m, None))
            done.add(key)
        return relations

    def _end_of(self, n: int) -> int:
        """Where the reach of a verb ends: at the next one, or where its subject begins: "bãi bỏ A; B hết hiệu lực"."""
        if n + 1 == len(self.verbs):
            return len(self.even)
        following = self.verbs[n + 1]
        apart = self.even.rfind(";", self.verbs[n].end, following.start) if following.passive else -1
        if apart >= 0 and any(apart < m.start < following.start for m in self.found):
            return apart
        return following.start

    def _corrected(self) -> Relation | None:
        """A misprint that is set right where no verb leads: "Tại mục 2 Phụ lục ..., “A” sửa thành “B”"."""
        above = self.place.above
        corrects = "dinh chinh" in self.even or "correct" in self.even or above.corrects
        if not corrects or not self.units or len(self.found) > 1 or not sets_right(self.place.text):
            return None
        if self.found:
            return self._relation(Kind.CORRECTS, self.found[0], None)
        own = Mentioned(above.target, 0, 0) if above.target is not None else None
        return self._relation(Kind.CORRECTS, own, None, tuple(self._units(0, len(self.even)))) if own else None

    def _reached(self, verb: Verb, n: int, m: Mentioned, end: int) -> bool:
        if verb.passive:
            begin = self.verbs[n - 1].end if n else 0
            nearest = max((o.end for o in self.found if o.start < verb.start), default=begin)
            # behind the last document another clause with a subject of its own: "...; no decision was revoked"
            apart = ";" in self.even[nearest : verb.start] and not _NAMED_DAY.search(self.even[: verb.start])
            return begin <= m.start < verb.start and not apart
        return verb.end <= m.start < end

    def _top(self, among: Sequence[int], verb: Verb) -> list[int]:
        """Those that the verb governs: the first, and what is joined to one."""
        top: list[int] = []
        for i in among:
            m = self.found[i]
            before = self.even[: m.first]
            begin = 0 if verb.passive else verb.end
            if not top:
                between = self.even[begin : m.first]
                if _INLINE.search(between):
                    between = re.sub(r"\s(?:theo|under|by)\s*$", "", between)
                # "Quy định chi tiết việc ... theo Nghị quyết A" details A
                detailed = self.place.title and verb.kind in (Kind.DETAILS, Kind.GUIDES)
                longer = verb.kind is Kind.EXTENDS and _LONGER.search(self.even, verb.start, verb.end)
                if (_OTHERS.search(between) and not detailed and not longer) or _aside(between):
                    if not verb.passive:
                        break
                    continue
                top.append(i)
            elif _aside(self.even[begin : m.first]):
                continue  # "(đã được sửa đổi theo Nghị định B và Nghị định C)"
            elif _JOINED.search(before) or _JOINED.search(self.even[: m.start]) or self._next_item(i, begin):
                top.append(i)
        return top

    def _next_item(self, i: int, begin: int) -> bool:
        """Whether it is the first document of another item of a list on one line, which the verb opens."""
        between = self.even[self.found[i - 1].end : self.found[i].first]
        last = re.split(r";|(?<!\w)va(?!\w)", between)[-1]
        return last != between and _INLINE.search(self.even[begin : self.found[0].first]) is not None

    def _with_joined(self, kind: Kind) -> list[tuple[Mentioned, Kind]]:
        """Of a clause that says on what the document rests: the first document named and what is joined to it."""
        found: list[tuple[Mentioned, Kind]] = []
        for n, m in enumerate(self.found):
            first = n == 0 and not re.search(r"de nghi|proposal", self.even[: m.start])
            lead = self.even[: m.start]
            joined = n > 0 and found[0][1] is kind and (_JOINED.search(lead) or _ANEW.search(lead)) is not None
            if joined and found[-1][1] is Kind.REFERS_TO and self._told_with(self.found[n - 1], m):
                joined = False
            found.append((m, kind if first or joined else Kind.REFERS_TO))
        return found

    def _told_with(self, told: Mentioned, m: Mentioned) -> bool:
        """Whether both belong to what is told of a base: "... hướng dẫn thi hành Luật A và Luật B"."""
        if _WITH.fullmatch(self.even[told.end : m.start]) is None:
            return False
        return told.target.type == m.target.type or _OF_SEVERAL.search(self.even[: m.start]) is not None

    def _listed(self) -> list[int]:
        """The documents that an item of a list names, where the verb stands above the list."""
        if not self.place.above.lists or not self.place.opens_unit or self.verbs or not self.found:
            return []
        begin = after_mark(self.even)
        first = self.found[0]
        between = _NAMES.sub("", self.even[begin : first.first])
        if between and not _PART.match(self.even[begin : first.first]):
            return []
        top = [0]
        for i in range(1, len(self.found)):
            if _JOINED.search(self.even[: self.found[i].first]):
                top.append(i)
        return top

    def _inherited(self) -> list[Relation]:
        """What is done to units (or words) of the document that stands above: "2. Bãi bỏ khoản 3 Điều 5."."""
        above, relations = self.place.above, []
        if above.target is None:
            return []
        own = Mentioned(above.target, 0, 0)
        verbs = [v for v in self.verbs if not v.passive or self.units]
        for n, verb in enumerate(verbs):
            begin = 0 if verb.passive else verb.end
            end = verb.start if verb.passive else (verbs[n + 1].start if n + 1 < len(verbs) else len(self.even))
            units = self._units(begin, end)
            if verb.words:
                units = self._units(0, len(self.even))
            if units or verb.words:
                relations.append(self._relation(verb.kind, own, verb, tuple(units)))
        if (
            not verbs
            and above.kind is not None
            and self.place.opens_unit
            and self.opens
            and self.units
            and not self.found
        ):
            lead = self.even[after_mark(self.even) : self.units[0].start]
            if not _NAMES.sub("", lead):
                relations.append(self._relation(above.kind, own, None, tuple(self._units(0, len(self.even)))))
        return relations

    def _units(self, begin: int, end: int) -> list[UnitReference]:
        """The units named in a part of the statement; not the one behind which another is put in."""
        except_ = _EXCEPT.search(self.even, begin, end)
        limit = except_.start() if except_ else end
        among = [u for u in self.units if begin <= u.start < limit]
        return [self._completed(u, among) for u in among if not _BESIDE.search(self.even[: u.start])]

    def _completed(self, unit: UnitReference, among: Sequence[UnitReference]) -> UnitReference:
        """ "khoản 4 vào sau khoản 3 Điều 2" is a clause of Article 2."""
        after = next((u for u in among if u.start > unit.start and _BESIDE.search(self.even[: u.start])), None)
        kinds = {kind for kind, _ in unit.steps}
        if after is None or not after.steps or after.steps[0][0] != unit.steps[0][0] or "article" in kinds:
            return unit
        return UnitReference((*unit.steps, *after.steps[len(unit.steps) :]), unit.start, unit.end)

    def _relation(
        self, kind: Kind, m: Mentioned, verb: Verb | None, units: tuple[UnitReference, ...] | None = None
    ) -> Relation:
        place, length = self.place, len(self.place.text)
        swaps = swaps_in(place.text) if (verb is not None and verb.words) or kind is Kind.CORRECTS else ()
        if units is None:
            units = tuple(self._completed(u, m.units) for u in m.units if not _BESIDE.search(self.even[: u.start]))
            if verb is not None and verb.words and not units:
                units = tuple(self._units(0 if verb.passive else verb.end, length))
        if kind is Kind.REPLACES and units and verb and _BY_ONE_OF_ITS_OWN.search(self.even, verb.end):
            kind = Kind.AMENDS
        changes = kind not in (Kind.BASED_ON, Kind.REFERS_TO)
        days = self._days(kind, m, verb) if changes else Days()
        if place.above.lists and days == Days():
            days = place.above.days
        start, end = (verb.start, verb.end) if verb is not None else (m.start, m.end)
        return Relation(
            kind=kind,
            target=m.target,
            start=place.start,
            end=place.start + length,
            phrase_start=place.start + start,
            phrase_end=place.start + end,
            source_unit=place.unit,
            units=tuple(_shifted(u, place.start) for u in units),
            exceptions=tuple(_shifted(u, place.start) for u in self._exceptions(m)) if changes else (),
            partial=changes and not units and self._partly(m, verb),
            day=days.day,
            until=days.until,
            swaps=swaps,
        )

    def _days(self, kind: Kind, m: Mentioned, verb: Verb | None) -> Days:
        """From when it holds; of what ends but for some units, the last day of these, where the statement says it."""
        behind = self._behind(m, verb)
        if verb is not None and verb.kind is Kind.EXPIRES and _NAMED_DAY.search(self.even[: verb.start]):
            printed = next(iter(find_dates(behind)), None)
            if printed is not None and not behind[: printed.start].strip(" :"):
                return Days(printed.value)
        but = _EXCEPT.search(same_length(behind))
        if but is None or kind not in ENDING:
            return days_in(behind)
        own, kept = days_in(behind[: but.start()]), days_in(behind[but.start() :])
        return Days(own.day, kept.until or (kept.day - timedelta(1) if kept.day else None))

    def _behind(self, m: Mentioned, verb: Verb | None) -> str:
        """Where the days of a relation stand: behind the document and the verb, up to the next document."""
        begin = max(m.end, verb.end if verb and verb.passive else 0)
        behind = (o for o in self.found if o.start > m.start and o.start >= begin)
        end = next((o.first for o in behind if not self._is_told(begin, o.first)), len(self.bare))
        later = [v.start for v in self.verbs if v.start >= begin]
        return self.bare[begin : max(begin, min([end, *later]))]

    def _is_told(self, begin: int, at: int) -> bool:
        """Whether a document further on is named only to tell of one before it."""
        return _TOLD.search(self.even[:at]) is not None or _aside(self.even[begin:at])

    def _exceptions(self, m: Mentioned) -> list[UnitReference]:
        match = _EXCEPT.search(self.even, m.end)
        return [u for u in self.units if u.start > match.end()] if match else []

    def _partly(self, m: Mentioned, verb: Verb | None) -> bool:
        begin = verb.end if verb is not None and not verb.passive else after_mark(self.even)
        before = [o.end for o in self.found if o.end <= m.start]
        if before:  # behind what joins it to the one before
            joins = [j.end() for j in re.finditer(r"[,;]|(?<!\w)(?:va|and)(?!\w)", self.even[: m.start])]
            begin = max(begin, before[-1], joins[-1] if joins else 0)
        return _PART.search(self.even, begin, m.start) is not None


def _aside(between: str) -> bool:
    """Whether a bracket stands open at the end."""
    return between.count("(") > between.count(")")


def _shifted(unit: UnitReference, by: int) -> UnitReference:
    return UnitReference(unit.steps, unit.start + by, unit.end + by)
