"""Levels reached, compared with those asked: political theory, degrees, ranks, certificates, gradings, languages."""

import re
from datetime import date

from assistant.levels import DEGREE, GRADING, RANK, THEORY, Ladder
from assistant.posts import without_acts
from assistant.profile import Profile
from assistant.standard import Finding, Standard, State
from corpus.folding import fold, stem, words
from corpus.units import same_length

_NONE = re.compile(r"(?<!\w)(?:chua|khong|none|not|no)(?!\w)")
_FIELD_ASKED = re.compile(r"nganh|chuyen mon|phu hop|linh vuc|discipline|suitable|field|major|appropriate|relevant")
_FIELDS = re.compile(r"(?:nganh|in|field of|majoring in) (?!dao tao|(?:the|an?) )(?P<list>[^;|.]{2,160})")
_CAUGHT = re.compile(r"\b(?:tro len|or higher|or above|phu hop).*$")
_YEARS = re.compile(r"(?<!\d)(\d{1,2}) (?:(?:immediately |consecutive )*(?:preceding )?)?(?:nam|years?)(?!\w)")
# what certificates and fields of study are called in the other language, so that a profile may be in either
_CROSS = {
    "division-level": "cap phong", "department-level": "cap so", "leadership": "lanh dao", "management": "quan ly",
    "administration": "hanh chinh", "administrative": "hanh chinh", "law": "luat", "economics": "kinh te",
    "finance": "tai chinh", "accounting": "ke toan", "inspector": "thanh tra vien", "human resources": "nhan luc",
    "human resource": "nhan luc", "information technology": "cong nghe thong tin", "reform": "cai cach",
    "archives": "luu tru", "chief accountant": "ke toan truong", "security guard": "bao ve", "driving": "lai xe",
    "principal specialist": "chuyen vien chinh", "specialist": "chuyen vien", "statistics": "thong ke",
}  # fmt: skip
_CROSS_PATTERN = re.compile("|".join(rf"(?<!\w){w}(?!\w)" for w in sorted(_CROSS, key=len, reverse=True)))
_LEVELS = {"phong": 1, "so": 2, "huyen": 2, "tinh": 3}
_PLAIN = (
    "bang chung chi cap giay van tot nghiep boi duong nghiep vu ve tro len co hang lop da duoc nganh chuyen loai he"
)
_PLAIN_EN = "certificate degree training fostering course in of the a an for or higher with has holding licence license"
_GENERIC = frozenset(map(stem, f"{_PLAIN} {_PLAIN_EN}".split(" ")))


def theory(standard: Standard, profile: Profile, day: date) -> Finding:
    """The level of political theory."""
    return _level(THEORY, standard, profile.theory, "settle-theory")


def _level(ladder: Ladder, standard: Standard, told: str | None, settles: str) -> Finding:
    asked = ladder.lowest(standard.words)
    if asked is None:
        asked = ladder.lowest(standard.clause)
    if told is None:
        return Finding("unknown", why="why-untold", settles=settles)
    has = ladder.highest(told)
    if has is None and _NONE.search(same_length(told)):
        has = 0
    if has is None or asked is None:
        return Finding("judgement", told, "why-judge", settles=settles)
    return Finding("met" if has >= asked else "not_met", told, "why-level", {"has": told}, settles)


def rank(standard: Standard, profile: Profile, day: date) -> Finding:
    """The rank held."""
    return _level(RANK, standard, profile.rank, "settle-rank")


def state_management(standard: Standard, profile: Profile, day: date) -> Finding:
    """The certificate of state management, by the rank that it is for."""
    if profile.state_management is None and profile.certificates:
        found = [c for c in profile.certificates if re.search("quan ly nha nuoc|state management", same_length(c))]
        if found:
            return _level(RANK, standard, found[0], "settle-certificate")
    return _level(RANK, standard, profile.state_management, "settle-certificate")


def degree(standard: Standard, profile: Profile, day: date) -> Finding:
    """The highest degree, and its field where one is asked for."""
    asked = DEGREE.lowest(without_acts(standard.words))
    if asked is None and not _FIELD_ASKED.search(standard.even):
        return Finding("judgement", why="why-judge", settles="settle-degree")
    if profile.degrees is None:
        return Finding("unknown", why="why-untold", settles="settle-degree")
    said = "; ".join(profile.degrees) or "-"
    rungs = {d: rung for d in profile.degrees if (rung := DEGREE.highest(d)) is not None}
    high = [d for d, rung in rungs.items() if asked is None or rung >= asked]
    if not high:
        return Finding("not_met", said, "why-level", {"has": said}, "settle-degree")
    if not _FIELD_ASKED.search(standard.even):
        return Finding("met", said, "why-level", {"has": said}, "settle-degree")
    return _of_field(standard, high, said)


def _of_field(standard: Standard, degrees: list[str], said: str) -> Finding:
    """High enough; its field is in the list, or not, or for a person to judge, or not told."""
    told = [t for d in degrees if (t := _words(d) - _level_words())]
    if not told:
        return Finding("unknown", said, "why-degree-field-untold", settles="settle-degree")
    match = _FIELDS.search(standard.even)
    listed = [_words(_CAUGHT.sub("", part)) for part in re.split(r",| hoac | or ", match["list"])] if match else []
    named = [fields for fields in listed if fields]
    if any(fields <= has for fields in named for has in told):
        return Finding("met", said, "why-level", {"has": said}, "settle-degree")
    if not named or any(fields & has for fields in named for has in told):
        return Finding("judgement", said, "why-degree-field", {"has": said}, "settle-degree")
    return Finding("not_met", said, "why-degree-other", {"has": said}, "settle-degree")


def _words(text: str) -> frozenset[str]:
    """The words that tell one certificate or field from another, English ones by their Vietnamese names."""
    even = _CROSS_PATTERN.sub(lambda m: _CROSS[m[0]], same_length(text.lower()))
    return frozenset(stem(fold(w)) for w in words(even)) - _GENERIC


def _level_of(text: str) -> int:
    """The level of office that a certificate is for: of a division, a department or district, a province; 0: none."""
    return max((_LEVELS.get(w, 0) for w in _words(text)), default=0)


def _level_words() -> frozenset[str]:
    levels = "dai hoc cao dang thac si sy tien si sau trung cap cu nhan ky su bac cong lap chinh quy loai gioi kha"
    english = "university college bachelor master doctor postgraduate engineer phd s degree higher"
    return frozenset(map(stem, f"{levels} {english}".split(" ")))


def certificate(standard: Standard, profile: Profile, day: date) -> Finding:
    """A certificate, known by its words."""
    if re.search("quan ly nha nuoc|state management", standard.even):
        return state_management(standard, profile, day)
    told = profile.certificates
    if told is None:
        return Finding("unknown", why="why-untold", settles="settle-certificate")
    said = "; ".join(told) or "-"
    asked, level = _words(standard.words) - _LEVELS.keys(), _level_of(standard.words)
    state: State = "not_met" if profile.complete else "unknown"
    for one in told:
        has, reached = _words(one), _level_of(one)
        if asked <= has and reached == level:
            return Finding("met", one, "why-level", {"has": one}, "settle-certificate")
        if 2 * len(asked & has) > len(asked) and (not level or not reached or reached > level):
            state = "judgement"
    why = {"not_met": "why-lacks", "unknown": "why-untold", "judgement": "why-judge"}[state]
    return Finding(state, said, why, {"has": said}, "settle-certificate")


def grading(standard: Standard, profile: Profile, day: date) -> Finding:
    """The grades of the years before, as many as are asked."""
    asked = GRADING.lowest(standard.words)
    if asked is None:
        asked = GRADING.lowest(standard.clause)
    if profile.gradings is None or asked is None:
        return Finding("unknown", why="why-untold", settles="settle-grading")
    if not profile.gradings:  # none at all, as with an empty list of posts or measures
        return Finding("not_met", "-", "why-graded", {"has": "-"}, "settle-grading")
    number = _YEARS.search(same_length(standard.whole))
    value = standard.requirement.value
    years = int(value) if value and value < 10 else int(number[1]) if number else 1
    wanted = range(day.year - years, day.year)
    by_year = {g.year: g.grade for g in profile.gradings}
    said = "; ".join(f"{g.year}: {g.grade}" for g in profile.gradings) or "-"
    rungs = [GRADING.highest(by_year[y]) for y in wanted if y in by_year]
    if any(rung is not None and rung < asked for rung in rungs):
        return Finding("not_met", said, "why-graded", {"has": said}, "settle-grading")
    if len(rungs) < years:
        lacking = ", ".join(str(y) for y in wanted if y not in by_year)
        return Finding("unknown", said, "why-years-untold", {"years": lacking}, "settle-grading")
    state: State = "judgement" if None in rungs else "met"
    return Finding(state, said, "why-graded", {"has": said}, "settle-grading")


def language(standard: Standard, profile: Profile, day: date) -> Finding:
    """A language or computer skills: who has some is for a person to judge, for scales differ."""
    told = "; ".join(profile.languages or ()) if standard.requirement.attribute == "language" else profile.informatics
    if not told:
        return Finding("unknown", why="why-untold", settles="settle-certificate")
    return Finding("judgement", told, "why-judge", {"has": told}, "settle-certificate")
