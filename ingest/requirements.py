"""The requirements of a document: what a post, a rank, a candidate or a dossier has to fulfil.

From lists under headings and lead-ins, from sentences that say "must", and from tables of posts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Provision
from corpus.registers import Requirement, Span
from ingest.prepared import Prepared
from ingest.requirement.admission import admission
from ingest.requirement.clause import Asked, Clause, asked_in
from ingest.requirement.cues import STRONG
from ingest.requirement.dossier import SETS, of_dossier, of_lead, of_papers
from ingest.requirement.leads import DOSSIER_LEAD
from ingest.requirement.led import Scope
from ingest.requirement.phrases import BARRED, SUCH_AS, barred, licence, must_be, only, such_as
from ingest.requirement.prose import must_have
from ingest.requirement.reading import Reading, requirement
from ingest.requirement.scope import Scopes
from ingest.requirement.standards import PEOPLE, described, earned, given_to, in_scope, listed_inline, one_who
from ingest.requirement.subjects import kind_of, opening_subject, subject_of, without_mark
from ingest.requirement.tables import of_table

_OWNED = re.compile(
    r"(?:phải|cần|must|shall)\s+(?:có|còn|đạt|là|được|đủ|đang|bảo đảm|be|have|hold|possess|meet|reach|attain|achieve"
    r"|satisfy|fully|at least)",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"(?:and |và )?(?:the )?(?:tỷ lệ|tỉ lệ|số lượng|số|proportion|rate|number"
    r"|percentage)(?!\w)",
    re.IGNORECASE,
)
# how people are trained in general, not what one of them must have
_PRINCIPLE = re.compile(r"phải được đào tạo, bồi dưỡng(?!\w)", re.IGNORECASE)
# "Tuổi bổ nhiệm lần đầu không quá 55 tuổi ...", of whom the heading or nobody says
_OF_AGE = re.compile(
    r"[^.;:,\n]{2,80}?\sphải (?:từ |đủ |trên |dưới |không quá ){1,2}\d{1,2} tuổi"
    r"|(?:độ )?tuổi\s(?!thọ|trẻ)[^.;:\n]{2,80}?\s(?:không quá|từ|tối đa|tối thiểu|ít nhất|dưới|trên|đủ)\s",
    re.I,
)
_COUNTED = frozenset({"age", "experience", "post_held", "term_left", "other"})


def find_requirements(prepared: Prepared) -> tuple[Requirement, ...]:
    """The requirements of a document in reading order."""
    document, units = prepared.document, prepared.units
    reading = Reading(document, prepared.masked, units, Scopes(document.text, units, document.identity.title))
    found = [r for grid in prepared.tables for r in of_table(reading, grid)]
    for start, end, unit in prepared.statements:
        if unit is None or unit.kind not in ("table", "row"):
            found.extend(_of_statement(reading, start, end, unit))
    return tuple(sorted(found, key=lambda r: (r.words.start, r.words.end)))


def _of_statement(reading: Reading, start: int, end: int, unit: Provision | None) -> Iterator[Requirement]:
    text, whole = reading.document.text, Span(start, end)
    scope = reading.scopes.of(unit)
    begin = without_mark(text, start, end)
    clause = reading.clause(begin, end)
    if _heads(reading, unit, start, end) and not _is_paper_with_parts(reading, unit, scope, start):
        if text[end - 1] == ":":
            yield from of_lead(reading, whole, unit, clause)
            yield from _admitted(reading, whole, unit, scope, clause)
        return
    dossier = DOSSIER_LEAD.search(text, start, end)
    if scope.kind == "dossier" or dossier or (_opens_with_dossier(text, begin) and not scope.item):
        yield from of_dossier(reading, start, end, unit, scope, dossier)
        return
    papers = list(of_papers(reading, whole, unit, scope, clause))
    yield from papers
    if any(p.attribute == "document" for p in papers):
        return
    conditions = scope.item and scope.kind == "standards"
    if asked := only(clause) or ([] if conditions else licence(clause)):
        named = Span(begin, asked[0].words.start)
        for one in _joined(asked, [] if conditions else _must(clause)):
            yield requirement(reading, whole, unit, named, one, clause)
    elif inner := ([] if scope.item else listed_inline(clause) or given_to(clause)):
        for one in inner:
            yield requirement(reading, whole, unit, opening_subject(text, start, end), one, clause)
    elif admitted := list(_admitted(reading, whole, unit, scope, clause)):
        yield from admitted
    else:
        yield from _asked(reading, whole, unit, scope, clause)


def _opens_with_dossier(text: str, begin: int) -> bool:
    return SETS.match(text, begin + (4 if text[begin : begin + 4] == "The " else 0)) is not None


def _asked(
    reading: Reading, whole: Span, unit: Provision | None, scope: Scope, clause: Clause
) -> Iterator[Requirement]:
    """What a statement asks of persons, under a heading of standards or by a "must" of its own."""
    text, start, end = clause.text, whole.start, whole.end
    asked = barred(clause) or asked_in(clause) or such_as(clause)
    subject = subject_of(text, start, end, asked[0].words.start if asked else None)
    if scope.item and unit is not None and unit.kind != "paragraph":
        subject = scope.subject
    if not scope.item and (shut_out := barred(clause)):
        asked = shut_out
    elif scope.kind == "standards":
        told = [] if scope.item else one_who(clause)
        asked = told or in_scope(clause, scope, asked, unit)
        asked = asked if told or scope.item else _joined(must_have(clause), _joined(asked, must_be(clause)))
    elif _is_asked(text, start, end, subject, asked) or (
        _OF_AGE.match(text, clause.start, end) and any(a.attribute == "age" for a in asked)
    ):
        asked = _joined(must_have(clause), _joined(asked, must_be(clause)))
    elif not BARRED.match(text, clause.start):
        asked = _must(clause) or described(clause) or earned(clause)
    for one in asked:
        if not _describes(subject, one):
            who = subject or scope.subject or opening_subject(text, start, end)
            one = replace(one, group=one.group or scope.group)
            yield requirement(reading, whole, unit, who, one, clause)


def _joined(named: list[Asked], told: list[Asked]) -> list[Asked]:
    """What has a cue, and what stands beside it in its own words."""
    beside = [t for t in told if not any(n.words.start < t.words.end and t.words.start < n.words.end for n in named)]
    return sorted([*named, *beside], key=lambda a: a.words.start)


def _must(clause: Clause) -> list[Asked]:
    """What a sentence says that somebody must be or have."""
    return _joined(must_have(clause), must_be(clause))


def _admitted(
    reading: Reading, whole: Span, unit: Provision | None, scope: Scope, clause: Clause
) -> Iterator[Requirement]:
    """What a sentence asks of those whom it lets do or become something."""
    told = None if scope.item else admission(clause)
    for one in told.asked if told else ():
        yield requirement(reading, whole, unit, told.who if told else None, one, clause)


def _describes(subject: Span | None, asked: Asked) -> bool:
    """Whether words only tell who is meant: "a candidate for a position requiring a college degree must ..."."""
    within = subject is not None and subject.start <= asked.words.start < subject.end
    return within and asked.operator != "has_not"


def _heads(reading: Reading, unit: Provision | None, start: int, end: int) -> bool:
    """Whether a statement is the heading of its unit or the lead-in of a list, which asks for nothing itself."""
    text = reading.document.text
    if unit is None or not reading.units.children(unit.address):
        return False
    lead = text[unit.start : reading.units.children(unit.address)[0].start].rstrip()
    last = unit.start + len(lead)
    heading = start <= unit.start + 4 and text.find("\n", unit.start, last) == -1 and end >= last
    opens = end >= last and text[last - 1] == ":"
    return (heading or opens) and not DOSSIER_LEAD.search(text, start, end) and not _has_value(reading, start, end)


def _is_paper_with_parts(reading: Reading, unit: Provision | None, scope: Scope, start: int) -> bool:
    """Whether a paper of a list has notes of its own below it, which are no papers: "accounts, noting that:"."""
    if unit is None or scope.kind != "dossier" or not scope.item or start > unit.start + 4:
        return False
    return not reading.scopes.of(reading.units.children(unit.address)[0]).item


def _has_value(reading: Reading, start: int, end: int) -> bool:
    return any(a.value is not None for a in asked_in(reading.clause(start, end)))


def _is_asked(text: str, start: int, end: int, subject: Span | None, asked: list[Asked]) -> bool:
    """Whether a free sentence lays down a requirement of persons: "phải có ít nhất 03 năm"."""
    if subject is None or kind_of(subject.of(text)) not in PEOPLE or subject.end - subject.start > 400:
        return False
    if _SHARE_OF.match(subject.of(text)) or _PRINCIPLE.search(text, subject.end, end):
        return False
    if len(asked) == 1 and SUCH_AS.search(text, start, end):
        return True
    numbered = {a.attribute for a in asked if a.value is not None}
    levels = any(a.attribute in STRONG or a.value or a.operator == "at_least" for a in asked)
    return bool(numbered & _COUNTED) or (levels and _OWNED.search(text, start, end) is not None)
