"""What a statement under a heading of standards or conditions asks for: by its cues, else in its own words."""

import re

from corpus.document import Provision
from corpus.registers import Span
from ingest.measures import TIME
from ingest.quantities import quantities
from ingest.requirement_clause import Asked, Clause
from ingest.requirement_conditions import attribute_of, conditions, in_own_words, without_aside
from ingest.requirement_reading import opens, without_stop
from ingest.requirement_scope import MODAL, Scope, kind_of

_ADMITTED = re.compile(
    r"(?<!\w)(?:may be|is eligible|are eligible|được (?:xem xét|cử|bổ nhiệm|tiếp nhận|dự"
    r"|đăng ký))(?!\w)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^:.;\n]{3,120}:\s+(?=\S)")
_DEMAND = re.compile(
    r"(?:[^:.;\n]{3,120}:\s+)?(?:đã được|có|đủ|đáp ứng|duy trì|bảo đảm|đảm bảo|là|được|không|chưa|thuộc|phù hợp|cam kết"
    r"|tốt nghiệp"
    r"|having|being|holding|meeting|not|satisfying|possessing|committing)(?!\w)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"(?:không|chưa|not|no)\b", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"(?<!\w)(?:không được|may not|must not|shall not|are not allowed|is not allowed)(?!\w)", re.IGNORECASE
)
_TOLD_APART = re.compile(
    r"(?<!\w)(?:có|đã|đang|bị|chưa|thuộc|là|không|nghỉ|vi phạm|quá|hết|mất|tại|theo|do|who|that|which|being|having|with|without|of|in)"
    r"(?!\w)",
    re.IGNORECASE,
)
# of a list of cases those that say what one has or has done; mere groups of people are none
_QUALIFIED = re.compile(
    r"(?:(?:là\s)?(?:những\s|các\s)?(?:người|cá nhân|cán bộ|công chức|viên chức|tổ chức)\s(?:[^\s.;:]+\s){0,3}?)?"
    r"(?:có|đã|đang|từng|từ đủ|đủ|tốt nghiệp|đạt|không|chưa|là|ít nhất|tối thiểu|đáp ứng)(?!\w)"
    r"|(?:is|are|has|have|having|being|holds?|persons? (?:who|with)|those (?:who|with))\s",
    re.IGNORECASE,
)
PEOPLE = frozenset({"post", "rank", "candidate"})
_ITEM_LEAST = 4  # characters of a member of a list behind "phải có các thiết bị sau đây:"
_OTHER_LEAST = 12  # characters of a list item that is asked for in its own words


def in_scope(clause: Clause, scope: Scope, asked: list[Asked], unit: Provision | None) -> list[Asked]:
    """Under a heading of standards: what has a cue; a list item without one asks for its own words."""
    text = clause.text
    listed = unit is not None and unit.kind in ("point", "dash", "plus", "clause", "subclause")
    demanded = _DEMAND.match(text, clause.start, clause.end) is not None
    listed = listed and (scope.item or demanded)
    modal = MODAL.search(text, clause.start, clause.end)
    if scope.barred and scope.item and opens(text, unit, clause.start):
        return [_barred(clause, asked)]
    if scope.cases and not _QUALIFIED.match(text, clause.start, clause.end):
        return []
    if asked:
        if not (listed or modal or _is_leaf(unit) or _ADMITTED.search(text, clause.start, clause.end)):
            return []
        return _with_the_rest(clause, asked) if listed and opens(text, unit, clause.start) else asked
    barred = _FORBIDDEN.search(text, clause.start, clause.end)
    if barred and not scope.item:
        return (
            [Asked("other", "has_not", Span(clause.start, barred.start() - 1))]
            if _is_told_apart(clause, barred)
            else []
        )
    people = modal is not None and kind_of(text[clause.start : modal.start()]) in PEOPLE
    if modal and people and not scope.item and not _has_time(clause):
        last = min((e.start for e in clause.exceptions), default=clause.end)
        words = Span(modal.start(), without_stop(text, modal.start(), max(last, modal.end())))
        return [Asked("other", "has", words)]
    least = _ITEM_LEAST if scope.item else _OTHER_LEAST
    goes_on = scope.item and demanded and text[max(0, clause.start - 8) : clause.start].rstrip()[-1:] == ";"
    if not listed or clause.end - clause.start < least or not (opens(text, unit, clause.start) or goes_on):
        return []
    negative = _NEGATIVE.match(text, clause.start, clause.end) or _FORBIDDEN.search(text, clause.start, clause.end)
    label = _LABELLED.match(text, clause.start, clause.end)
    last = without_aside(text, clause.start, clause.end)
    words = Span(label.end() if label else clause.start, without_stop(text, clause.start, last))
    return [Asked(attribute_of(text, words), "has_not" if negative else "has", words)]


def _with_the_rest(clause: Clause, asked: list[Asked]) -> list[Asked]:
    """What has a cue, and the other conditions of the same item in their own words."""
    text = clause.text
    parts = [
        p
        for p in conditions(text, clause.start, clause.end)
        if _DEMAND.match(text, p.start, p.end)
        and not any(a.words.start < p.end and p.start < a.words.end for a in asked)
    ]
    own = [in_own_words(text, p) for p in parts if p.end - p.start >= _OTHER_LEAST]
    return sorted([*asked, *own], key=lambda a: a.words.start)


def _barred(clause: Clause, asked: list[Asked]) -> Asked:
    """Who may not, as a list of those names him."""
    words = Span(clause.start, without_stop(clause.text, clause.start, clause.end))
    disciplined = next((a for a in asked if a.attribute == "discipline"), None)
    if disciplined is None:
        return Asked("other", "has_not", words)
    return Asked("discipline", "has_not", words, disciplined.value, disciplined.unit)


def _is_told_apart(clause: Clause, barred: re.Match[str]) -> bool:
    """Whether those who may not are told by what they are, not only named: "người đang bị ...", not "công dân"."""
    return _TOLD_APART.search(clause.text, clause.start, barred.start()) is not None


def _has_time(clause: Clause) -> bool:
    """Whether a time limit is set, which makes a duty of it."""
    return any(q.unit in TIME for q in quantities(clause.masked, clause.start, clause.end, clause.language))


def _is_leaf(unit: Provision | None) -> bool:
    return unit is not None and unit.kind in ("point", "dash", "plus")
