"""The documents that a statement names: by number, or a law by its name with date or year; and the units named of each.

Knows nothing of what is done to them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.unit_lists import unit_mentions
from corpus.units import LADDER, UnitReference, same_length
from ingest.relations.joints import leaves_bracket_open
from ingest.relations.laws import law_names
from ingest.relations.mentioned import Mentioned
from ingest.relations.named import dated_laws, laws_at_end, laws_called
from ingest.relations.numbered import numbered
from ingest.relations.verbs import SELF, after_mark

# a quotation of several sentences is still open where the statement ends
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|“[^“”\"]+$")
# a title between a unit and what it stands in: "Mục IX - Phí lưu kho thuộc Phụ lục số 01"
_TITLED = re.compile(r"\s*[-–]\s[^;:.]{2,120}?\s(?:thuoc|trong|cua|tai|of|in)\s+")

# in a bracket behind a unit: what once changed the unit is told
_TELLS = re.compile(
    r"(?<!\w)(?:da|duoc|bi|sua doi|bo sung|thay the|was|were|been|amended|supplemented|inserted|replaced)(?!\w)"
)


def unquoted(text: str) -> str:
    """The text with what stands in quotation marks blanked, offsets kept: it is another document's wording."""
    return _QUOTED.sub(lambda m: m.group()[0] + "\u00b7" * (len(m.group()) - 2) + m.group()[-1], text)


def mentioned(text: str, *, names_end_it: bool = False) -> list[Mentioned]:
    """The documents named in a statement, in order, each with the units that are named of it.

    `names_end_it`: a law's name may end the statement without a date ("Căn cứ Luật Viên chức;"). Otherwise a law that
    is called by its name alone is told of in passing.
    """
    bare = unquoted(text)
    even = same_length(bare)
    laws = list(law_names(bare))
    found = numbered(bare, even)
    taken = [(m.start, m.end) for m in found]
    for named in (dated_laws(bare, even, laws), laws_at_end(bare) if names_end_it else (), laws_called(bare, laws)):
        new = [m for m in named if not any(m.start < b and a < m.end for a, b in taken)]
        found += new
        taken += [(m.start, m.end) for m in new]
    found.sort(key=lambda m: m.start)
    return list(_with_units(bare, even, found))


def units_named(text: str) -> list[UnitReference]:
    """The units named in a text; one whose title stands between it and what it is in is of that."""
    named, even = unit_mentions(text), same_length(text)
    found: list[UnitReference] = []
    absorbed: set[int] = set()  # where what they stand in is named
    for unit in reversed(named):
        behind = next((u for u in reversed(found) if u.start >= unit.end), None)
        if (
            behind is not None
            and LADDER.index(behind.steps[0][0]) > LADDER.index(unit.steps[-1][0])
            and _TITLED.fullmatch(even, unit.end, behind.start)
        ):
            absorbed.add(behind.start)
            unit = UnitReference((*unit.steps, *behind.steps), unit.start, unit.end)
        found.append(unit)
    return [u for u in reversed(found) if u.start not in absorbed]


def _with_units(text: str, even: str, found: list[Mentioned]) -> Iterator[Mentioned]:
    """Units belong to the nearest document to their right, unless that is told of this one ("Điều 5 Nghị định này")."""
    units = units_named(text)
    begin = reached = after_mark(even)  # "Điều 2." before the first word is the statement's own
    taken: set[int] = set()
    for m in found:
        free = [u for u in units if reached <= u.start and u.end <= m.start and u.start not in taken]
        own = [u for u in free if _leads(even[u.end : m.start])]
        yield replace(m, units=tuple(own), first=min((u.start for u in own), default=m.start))
        taken |= {u.start for u in own}
        # behind a bracket that tells of another document the sentence goes on: "Điều 5 (bổ sung tại A) Nghị định B"
        if not _told_aside(even[begin : m.start]):
            reached = m.end


def _leads(between: str) -> bool:
    """Whether what stands between a unit and a document can only be names: of other units, of a regulation in it."""
    named = ";" not in between and ": " not in between and SELF.search(between) is None and " nay" not in between
    return named and not _told_aside(between)


def _told_aside(before: str) -> bool:
    """Whether a document stands in a bracket that tells what once happened: "(đã được sửa đổi theo Nghị định A)"."""
    return leaves_bracket_open(before) and _TELLS.search(before.rpartition("(")[2]) is not None
