"""A person told in free words ("46 tuổi, trung cấp lý luận chính trị, 5 năm làm phó phòng"), read by rule.

What the words do not say stays None: nothing is guessed. Both languages, with or without marks.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from assistant.levels import DEGREE, GRADING, RANK, THEORY
from assistant.posts import who
from assistant.profile import Grade, Held, Measure, Profile, Sex, Worked
from assistant.told_time import told_time
from corpus.dates import find_dates
from corpus.units import same_length

_PART = re.compile(r"[,;\n]|\.(?=\s|$)|\s(?:và|va|and|with|but|nhưng|nhung|plus)\s")
_AGE = re.compile(r"(?<!\d)(\d{2,3})[\s-]*(?:tuoi|years? old|year-old|years? of age)|(?:aged?|tuoi)\s+(\d{2,3})(?!\d)")
_BORN_YEAR = re.compile(r"(?:sinh (?:nam )?|born (?:in )?)((?:19|20)\d\d)(?!\d)")
_BORN = re.compile(r"sinh|born")
_TIME = re.compile(
    r"(?<![\d.,])(?<!thang )(?<!ngay )(?P<number>\d{1,3})(?P<part>[.,]\d)?\s*(?:\(\d+ thang\)\s*)?"
    # "tháng 5 năm 2022" and "15 tháng 5 năm 2022" are days of a calendar
    r"(?P<unit>nam|thang|years?|months?)(?!\w)(?!\s+(?:\d{1,2}\s+nam\s+)?(?:19|20)\d\d(?!\d))(?:\s*(?:ruoi|va\s+)?\s*(?P<more>\d{1,2})\s*(?:thang|months?))?"
)
_VI, _EN = "mot hai ba bon nam sau bay tam chin muoi", "one two three four five six seven eight nine ten"
_SCORE = {w: i for spelled in (_VI, _EN) for i, w in enumerate(spelled.split(" "), 1)}
_WRITTEN = re.compile(rf"(?<!\w)({'|'.join(_SCORE)})(?=\s+(?:nam|thang|years?|months?)(?!\w))")
_THEORY = re.compile(r"ly luan|llct|(?:so cap|trung cap|cao cap|cu nhan) chinh tri|political theory|(?<!\w)theory")
_STATE = re.compile(r"quan ly nha nuoc|qlnn|state management")
_CERTIFICATE = re.compile(r"chung chi|certificate|giay phep|licen[cs]e")
_NO = re.compile(r"(?<!\w)(?:khong|chua|no|not|never|without|none|hasn't|isn't)(?!\w)")
_PLANNED = re.compile(r"quy hoach|planned for|personnel planning|(?:in|on) the plan")
_MEMBER = re.compile(r"dang vien|party member")
_DISCIPLINE = re.compile(r"ky luat|khien trach|canh cao|cach chuc|disciplin|reprimand|warning|dismiss")
_MEASURES = (
    ("khiển trách", r"khien trach|reprimand"),
    ("cảnh cáo", r"canh cao|warning|warned"),
    ("cách chức", r"cach chuc|dismiss"),
)
_HEALTHY = re.compile(r"du suc khoe|suc khoe tot|healthy|good health|physically fit|giay chung nhan suc khoe")
_DECLARED = re.compile(r"ke khai tai san|declared assets|asset declaration")
_MINORITY = re.compile(r"dan toc thieu so|dtts|ethnic minority")
_FEMALE = re.compile(r"(?<!\w)(?:nu|female|woman|she|her|ba)(?!\w)")
_MALE = re.compile(r"(?<!\w)(?:nam gioi|male|man|he|his|ong)(?!\w)|(?:^|[,;]\s*)nam(?=\s*(?:[,;]|$))")
_VIETNAMESE = re.compile(r"quoc tich viet nam|vietnamese (?:national|citizen)")
_RANKED = re.compile(r"ngach|rank")
_WORK = re.compile(r"kinh nghiem|cong tac|lam viec|experience|worked|work|service|tham nien")
_IN_FIELD = re.compile(r"(?:trong|ve|in|within|of)\s+(?:nganh|linh vuc|the sector|the field|this field|this sector)")
_FIELD = re.compile(r"(?:nganh|linh vuc|in the (?:field|sector) of|in)\s+(?P<field>[a-z][a-z ,]{2,40})")
IN_THE_FIELD = "trong ngành, lĩnh vực"


def read_person(told: str, day: date) -> Profile:
    """What free words tell of a person."""
    even = same_length(told)
    profile = _age(told, even, day)
    profile = replace(profile, sex=_sex(even), minority=True if _said(_MINORITY, even) else None)
    for start, end in _parts(told):
        profile = _add(profile, told[start:end], even[start:end], day)
    return profile


def _parts(told: str) -> Iterable[tuple[int, int]]:
    start = 0
    for match in _PART.finditer(told):
        yield start, match.start()
        start = match.end()
    yield start, len(told)


def _age(told: str, even: str, day: date) -> Profile:
    for found in find_dates(told):
        if _BORN.search(even[max(0, found.start - 25) : found.start]):
            return Profile(birth=found.value)
    if match := _BORN_YEAR.search(even):
        return Profile(born_in=int(match[1]))
    match = _AGE.search(even)
    return Profile(age=int(match[1] or match[2])) if match else Profile()


def _sex(even: str) -> Sex | None:
    if _FEMALE.search(even):
        return "female"
    return "male" if _MALE.search(even) else None


def _said(pattern: re.Pattern[str], even: str) -> bool:
    match = pattern.search(even)
    return match is not None and not _NO.search(even[max(0, match.start() - 12) : match.start()])


def _months(even: str) -> int | None:
    """The length of time in a part, in months."""
    even = _WRITTEN.sub(lambda m: str(_SCORE[m[1]]), even)
    for match in _TIME.finditer(even):
        after = even[match.end() :].lstrip(" -")
        if after.startswith(("old", "tuoi", "of age")) or int(match["number"]) > 80 and match["unit"] != "thang":
            continue
        number = int(match["number"]) + (float(match["part"].replace(",", ".")) if match["part"] else 0.0)
        months = number if match["unit"].startswith(("thang", "month")) else number * 12
        return round(months) + int(match["more"] or 0)
    return None


def _add(profile: Profile, part: str, even: str, day: date) -> Profile:
    """The profile with what one part of the words tells."""
    for step in (_theory, _state, _degree, _certificate, _rank, _post_or_work, _flags, _discipline, _grading):
        added = step(profile, part, even, day)
        if added is not None:
            profile = added
            if step in (_theory, _state, _certificate):
                break
    return profile


def _theory(profile: Profile, part: str, even: str, day: date) -> Profile | None:
    bare = re.fullmatch(r"\s*(?:co |trinh do |bang )*(?:so cap|cao cap)\s*", even)
    if not (_THEORY.search(even) or bare) or THEORY.highest(part) is None:
        return None
    return replace(profile, theory=THEORY.name(THEORY.highest(part) or 0, "vi"))


def _state(profile: Profile, part: str, even: str, day: date) -> Profile | None:
    if not _STATE.search(even) or _NO.search(even):
        return None
    return replace(profile, state_management=part.strip())


def _degree(profile: Profile, part: str, even: str, day: date) -> Profile | None:
    rung = DEGREE.highest(part)
    if rung is None or _CERTIFICATE.search(even) or _RANKED.search(even) or RANK.found(part):
        return None
    return replace(profile, degrees=(*(profile.degrees or ()), part.strip()))


def _certificate(profile: Profile, part: str, even: str, day: date) -> Profile | None:
    match = _CERTIFICATE.search(even)
    if match is None or _NO.search(even[: match.start()]):
        return None
    return replace(profile, certificates=(*(profile.certificates or ()), part.strip()))


def _rank(profile: Profile, part: str, even: str, day: date) -> Profile | None:
    rung = RANK.highest(part)
    if rung is None or who(part).posts:
        return None
    return replace(profile, rank=RANK.name(rung, "vi"))


def _post_or_work(profile: Profile, part: str, even: str, day: date) -> Profile | None:
    months = _months(even)
    if who(part).posts and not _PLANNED.search(even):
        since, until = told_time(part) if months is None else (None, None)
        held = Held(part.strip(), months, since, until) if since and since <= day else Held(part.strip(), months)
        return replace(profile, held=(*(profile.held or ()), held))
    if months is None or not (_WORK.search(even) or _IN_FIELD.search(even)):
        return None
    field = IN_THE_FIELD if _IN_FIELD.search(even) else _field(part, even)
    return replace(profile, worked=(*(profile.worked or ()), Worked(field, months)))


def _field(part: str, even: str) -> str:
    match = _FIELD.search(even)
    return part[match.start("field") : match.end("field")].strip() if match else ""


def _flags(profile: Profile, part: str, even: str, day: date) -> Profile | None:
    denied = _NO.search(even) is not None
    if _PLANNED.search(even):
        posts = () if denied or not who(part).posts else (part.strip(),)
        profile = replace(profile, planned=not denied, planned_for=posts)
    if _MEMBER.search(even):
        profile = replace(profile, member=not denied)
    if _HEALTHY.search(even):
        profile = replace(profile, healthy=not denied)
    if _DECLARED.search(even):
        profile = replace(profile, declared=not denied)
    if _VIETNAMESE.search(even):
        profile = replace(profile, citizenship=part.strip())
    return profile


def _discipline(profile: Profile, part: str, even: str, day: date) -> Profile | None:
    if not _DISCIPLINE.search(even):
        return None
    if _NO.search(even):
        return replace(profile, discipline=())
    when = next((d.value for d in find_dates(part)), None)
    kind = next((name for name, pattern in _MEASURES if re.search(pattern, even)), part.strip())
    return replace(profile, discipline=(*(profile.discipline or ()), Measure(kind, when)))


def _grading(profile: Profile, part: str, even: str, day: date) -> Profile | None:
    years = [int(y) for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", part)]
    rung = GRADING.highest(part)
    if not years or rung is None or not re.search(r"hoan thanh|xep loai|grad|completed|fulfil", even):
        return None
    if len(years) == 2 and re.search(r"\d\s*(?:-|–|den|to)\s*\d", even):
        years = list(range(years[0], years[1] + 1))
    graded = tuple(Grade(y, GRADING.name(rung, "vi")) for y in years)
    return replace(profile, gradings=(*(profile.gradings or ()), *graded))
