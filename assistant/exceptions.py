"""Sentences that loosen a requirement elsewhere in its document ("vận dụng thấp hơn một bậc", "chưa có ... thì phải
hoàn thành trong 12 tháng"), so that "not met" is not said where they may help. Decides nothing about people.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.levels import THEORY
from assistant.posts import Who, who
from assistant.profile import Profile
from assistant.standard import Standard
from corpus.dates import find_dates
from corpus.document import Outline
from corpus.registers import Span
from corpus.rows import Entry
from corpus.sentences import statements
from corpus.units import same_length

_LOOSENS = re.compile(
    r"van dung|thap hon (?:mot|01|1) bac|(?:truong hop|nguoi) chua co .{3,120} thi phai hoan thanh"
    r"|duoc tinh la (?:co )?|duoc mien|truong hop dac biet|khong ap dung dieu kien|tiep tuc ap dung"
    r"|chua dat .{3,120} phai hoan thanh|one level lower|lower level .{0,40} appl|is (?:counted|regarded) as"
    r"|does not yet have .{3,140} must (?:obtain|complete)"
    r"|exempt|special cases?|condition does not apply|continues? to apply|do not meet .{3,140} must complete"
)
_ABOUT = {
    "political_theory": re.compile(r"ly luan chinh tri|political theory"),
    "certificate": re.compile(r"chung chi|certificate"),
    "state_management": re.compile(r"quan ly nha nuoc|state management"),
    "experience": re.compile(r"kinh nghiem|thoi gian cong tac|nam cong tac|experience|working time|years of work"),
    "post_held": re.compile(r"kinh nghiem|thoi gian (?:cong tac|giu chuc)|cong tac|experience|working time|holding"),
    "degree": re.compile(r"van bang|bang dai hoc|bang cao dang|degree"),
    "planning": re.compile(r"quy hoach|planning|planned"),
    "age": re.compile(r"tuoi|years old|years of age"),
}
_KINDS = re.compile(r"cap (?P<vi>phong|so|huyen|tinh|xa)|(?P<en>division|department|district|commune)-level")
_EVEN = {"phong": "division", "so": "department", "huyen": "district", "xa": "commune", "tinh": "province"}
_MINORITY = re.compile(r"dan toc thieu so|ethnic minority")
_IN_OFFICE = re.compile(
    r"(?:cong chuc|nguoi|can bo) dang giu chuc|(?:civil servants?|persons?) (?:who (?:are|is) )?holding"
)
# what is left out of a count makes it no easier
_COUNTING = re.compile(r"\W*(?:excluding|not counting|not including|khong ke|khong tinh|khong bao gom)")
_ONE_LOWER = re.compile(r"thap hon (?:mot|01|1) bac|one level lower")
_BEFORE = re.compile(r"truoc ngay|before|no later than|cham nhat")


@dataclass(frozen=True, slots=True)
class Loosening:
    """A sentence that loosens requirements, and the document that it stands in."""

    entry: Entry
    span: Span
    words: str
    chapter: str = ""


def loosenings(standards: Iterable[Standard]) -> list[Loosening]:
    """The loosening sentences of the documents that some standards are of, each document read once."""
    documents = {s.entry.revision: s for s in standards}
    return [
        Loosening(s.entry, Span(start, end), s.text[start:end], _chapter(s.outline, start))
        for s in documents.values()
        for start, end in statements(s.text)
        if _LOOSENS.search(same_length(s.text[start:end]))
    ]


def exception_to(
    standard: Standard, among: Iterable[Loosening], asked: Who, profile: Profile, day: date
) -> Loosening | None:
    """An exception that may apply to a person: the entry's own, or a sentence about the same thing.

    Of another document only one about a certificate counts: when it has to be there is said once for all posts.
    """
    for span in standard.requirement.exceptions:
        if not _COUNTING.match(same_length(span.of(standard.text))):
            return Loosening(standard.entry, span, span.of(standard.text))
    about = _ABOUT.get(standard.requirement.attribute)
    if about is None:
        return None
    for one in among:
        own = one.entry.revision == standard.entry.revision
        near = own and one.chapter == _chapter(standard.outline, standard.requirement.whole.start)
        if not near and standard.requirement.attribute != "certificate":
            continue
        if about.search(same_length(one.words)) and _may_help(one.words, standard, asked, profile, day):
            return one
    return None


def _may_help(sentence: str, standard: Standard, asked: Who, profile: Profile, day: date) -> bool:
    """Whether a loosening sentence can be about this person and post on this day."""
    even = same_length(sentence)
    if _MINORITY.search(even) and profile.minority is False:
        return False
    if _ONE_LOWER.search(even) and not _is_one_lower(standard, profile):
        return False
    if _IN_OFFICE.search(even):
        return False  # who is in office already is not to be appointed
    days = [d.value for d in find_dates(sentence)]
    if days and max(days) < day and _BEFORE.search(even):
        return False  # its time is over
    about = who(sentence)
    if about.posts and asked.posts and not about.keys & asked.keys:
        return False
    mine = {p.scope for p in (*asked.posts, *standard.about.posts) if p.scope}
    places = about.scopes & {"commune", "district"}
    if places and mine and not places & mine:
        return False  # "công tác ở xã ..." helps nobody at a department
    return _same_kind(even, standard)


def _is_one_lower(standard: Standard, profile: Profile) -> bool:
    """Whether the person is one rung below what is asked, of political theory: of other ladders it is not known."""
    asked = THEORY.lowest(standard.clause)
    return asked is None or (THEORY.highest(profile.theory or "") or 0) == asked - 1


def _chapter(entry_outline: Outline, offset: int) -> str:
    """The largest unit around a place, but for the whole of an enclosure."""
    above = [u for u in entry_outline.above(entry_outline.innermost(offset)) if u.kind not in ("enclosure", "annex")]
    return above[-1].address if above else ""


def _same_kind(even: str, standard: Standard) -> bool:
    """Whether a certificate is the one meant: of the same level, if both tell one."""
    if standard.requirement.attribute not in ("certificate", "state_management"):
        return True
    said, asked = ({_EVEN.get(m["vi"] or "", m["en"] or "") for m in _KINDS.finditer(w)} for w in (even, standard.even))
    return not said or not asked or bool(said & asked)
