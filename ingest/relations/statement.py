"""One statement taken apart: the documents and units that it names, the verbs that say what is done to them.

What is only told of (a law called by its name alone, what once changed the unit that is named) is kept apart here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.relations import RelationKind as Kind
from corpus.units import EXCEPT, UnitReference, same_length
from ingest.relations.joints import leaves_bracket_open
from ingest.relations.mentioned import Mentioned
from ingest.relations.place import Place
from ingest.relations.targets import mentioned, units_named, unquoted
from ingest.relations.verbs import SELF, Verb, after_mark, main_verbs

_BASE = re.compile(
    r"(?:can cu(?: vao)?|thuc hien|tren co so|pursuant to|in (?:pursuance|implementation) of|implementing|on the"
    r" basis of|based on)\s"
)
_OWN_UNIT = re.compile(
    r"(?:\s|,)*(?:(?:cua|tai|of|in)\s+|(?:(?:duoc )?ban hanh )?kem theo\s+|(?:attached|annexed) to\s+"
    r"|(?:promulgated|issued) (?:together )?with\s+)?(?:the\s+)?(?:\w+\s+){0,2}?(?:nay|this|hereof)(?!\w)"
)
# "Kể từ ngày Quyết định này có hiệu lực, ...": when, and not who
_SINCE = re.compile(
    r"(?:(?:ke\s+)?tu\s+(?:ngay|thoi diem)|as\s+from|as\s+of|from|on|upon)\s[^,;:.]{0,60}?(?:hieu luc(?: thi hanh)?"
    r"|this (?:\w+ ){0,2}\w+(?: (?:takes effect|comes into (?:force|effect)))?)\s*,\s*"
)
# behind these a document is told of as what once did something to the unit that is named
_ONCE_BY = re.compile(
    r"(?:(?:which|that) (?:was|were|has been|have been|had been)|(?<!\w)da (?:duoc|bi))\s(?:[^.;]{0,60}?\s)?(?:by|under"
    r"|in|theo|boi|tai|bang)\s+(?:(?:the|dieu|khoan|article|clause)\s+(?:\d+\w?\s+)?(?:of\s+)?)*$"
)
_FAR = 200  # characters between a statement's first word and the document or unit that it opens with


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as it is read; all offsets are into its own text.

    `bare` has quotations blanked, `even` is that folded, with what is read past blanked too. `found` are the documents
    that something may be done to; `told` those that once changed a unit of the document above; `passing` laws called by
    their names alone. `opens`: the first words name a document or a unit. `base`: it says what the document rests on.
    """

    place: Place
    bare: str
    even: str
    base: bool
    found: tuple[Mentioned, ...]
    told: tuple[Mentioned, ...]
    passing: tuple[Mentioned, ...]
    units: tuple[UnitReference, ...]
    verbs: tuple[Verb, ...]
    opens: bool

    def part(self, n: int) -> tuple[int, int]:
        """Where stands what a verb (by its place in `verbs`) is done to: behind an active one, before a passive one."""
        verb = self.verbs[n]
        if verb.passive:
            return (self.verbs[n - 1].end if n else 0), verb.start
        return verb.end, (self.verbs[n + 1].start if n + 1 < len(self.verbs) else len(self.even))


def read_statement(place: Place) -> Statement:
    """The statement that stands in a place, taken apart."""
    bare = unquoted(place.text)
    even = same_length(bare)
    named = mentioned(place.text, names_end_it=place.title or place.base or place.preamble)
    # a basis is what a document rests on, also where it is called by its name alone
    base = place.base or (place.preamble and _BASE.match(even, after_mark(even)) is not None)
    passing = tuple(m for m in named if m.passing and not base)
    found = [m for m in named if m not in passing]
    told: list[Mentioned] = []
    if place.above.target is not None:
        even, told = _past(even, found)
    found = [m for m in found if m not in told]
    units = _units_done_to(bare, even, passing)
    begin = after_mark(even)
    starts = [m.first for m in found], [u.start for u in units]
    opens = any(_opens_at(even, begin, at) for firsts in starts for at in firsts[:1])
    verbs = _verbs(even, opens, _clauses(even, begin, sorted([*starts[0], *starts[1]])))
    return Statement(place, bare, even, base, tuple(found), tuple(told), passing, units, verbs, opens)


def _past(even: str, found: Sequence[Mentioned]) -> tuple[str, list[Mentioned]]:
    """The documents that are named as what once changed a unit of the document above; the words without them.

    "Khoản 3 Điều 4, đã bị bãi bỏ bởi Thông tư B, được thay bằng ...".
    """
    told: list[Mentioned] = []
    for m in found:
        past = _ONCE_BY.search(even[: m.start])
        if past is None or leaves_bracket_open(even[: past.start()]):
            continue
        even = even[: past.start()] + " " * (m.end - past.start()) + even[m.end :]
        told.append(m)
    return even, told


def _units_done_to(bare: str, even: str, passing: Sequence[Mentioned]) -> tuple[UnitReference, ...]:
    """The units behind the mark that are neither the document's own nor those of laws named in passing."""
    begin = after_mark(even)
    of_laws = {u for m in passing for u in m.units}
    named = (u for u in units_named(bare) if u.start >= begin and u not in of_laws)
    return tuple(u for u in named if not _OWN_UNIT.match(even[u.end :]))


def _verbs(even: str, opens: bool, clauses: Sequence[int]) -> tuple[Verb, ...]:
    """Of "trừ Điều 5 được tiếp tục áp dụng đến ..." the first verb says it all."""
    return tuple(
        verb
        for verb in main_verbs(even, opens, clauses)
        if verb.kind is not Kind.CONTINUES or not EXCEPT.search(even, 0, verb.start)
    )


def _clauses(even: str, begin: int, named: Sequence[int]) -> list[int]:
    """Where behind a semicolon a clause opens with a document or a unit: "...; Nghị định A vẫn có hiệu lực"."""
    starts = (begin + m.end() for m in re.finditer(r";\s+", even[begin:]))
    return [start for start in starts if any(_opens_at(even, start, at) for at in named if at >= start)]


def _opens_at(even: str, begin: int, at: int) -> bool:
    """Whether what is named at `at` is what the words from `begin` on open with; a day before it is no subject."""
    since = _SINCE.match(even, begin)
    between = even[since.end() if since and since.end() <= at else begin : at]
    return at >= begin and len(between) <= _FAR and not SELF.search(between) and ";" not in between
