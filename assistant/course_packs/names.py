"""Which words name one body or post, and which names of a document are alike. Knows nothing of questions."""

import re
from collections.abc import Iterator

from assistant.course_packs.material import Material, bare, plain
from corpus.agencies import OFFICES_EN, OFFICES_VI
from corpus.messages import Language
from corpus.registers import Span

# beside the offices: bodies of several, and posts
_BODIES: dict[Language, str] = {
    "vi": OFFICES_VI + "|UBMTTQ|Viện|Tỉnh đoàn|Thường trực|Mặt trận|Trung tâm|Hội|Liên đoàn|Chính phủ|Quốc hội|Đoàn"
    "|Bảo hiểm|Ngân hàng|Tòa án|Viện kiểm sát|Tổ|Tiểu ban|Thủ tướng|Giám đốc|Phó|Chủ tịch|Trưởng|Chánh|Hiệu trưởng"
    "|Bí thư|Cục trưởng|Vụ trưởng|Viện trưởng",
    "en": OFFICES_EN + "|Minister|University|College|Director|Chairman|Chairperson|Chairwoman|Chief|Rector|Principal"
    "|Head|Secretary|Bureau|Agency|Center|Centre|Institute|Court|Government|Politburo|Union|Front|Station|Police|Bank"
    "|Team|Procuracy",
}
_STARTS = re.compile(rf"(?:{_BODIES['vi']})\b")
_NO_PART = re.compile(r"\b(?:các|những|mọi|mỗi|từng|này|đó|liên quan|do|được|là|phải|để|theo|có|trong|thuộc)\b")
_HOLDS = re.compile(rf"\b(?:{_BODIES['en']})\b")
_LONG_FORMS = (("Ủy ban nhân dân", "UBND"), ("Uỷ ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"))
# small syllables that may follow the last word with a capital: "Trường Chính trị tỉnh"
_PLACES = frozenset(["tỉnh", "huyện", "xã", "thành", "phố", "thị", "cấp", "trung", "ương", "quận", "nước"])


def is_name(words: str, language: Language) -> bool:
    """Whether words name one body or post ("Sở Nội vụ"), not a kind of them ("các sở, ban, ngành")."""
    name = re.sub(r"^(?:the|The)\s+", "", plain(words))
    if not 5 <= len(name) <= 110 or re.search(r"[\d|(;:/]|, ", name):
        return False
    return _names_one_vi(name) if language == "vi" else _names_one_en(name)


def _names_one_vi(name: str) -> bool:
    if not _STARTS.match(name) or _NO_PART.search(name):
        return False
    for long, short in _LONG_FORMS:
        name = name.replace(long, short)
    syllables = re.findall(r"[^\W\d_]+", name)
    capitals = [n for n, s in enumerate(syllables) if s[0].isupper()]
    enough = len(capitals) > 1 or any(len(s) > 2 and s.isupper() for s in syllables)
    # the first one may be the second half of that word
    tail = syllables[capitals[-1] + 2 :] if capitals else []
    return enough and all(s in _PLACES for s in tail) and _single(name, " và ")


def _names_one_en(name: str) -> bool:
    plural = r"\b(?:Heads|Departments|Agencies|Units|Chair\w*s|Directors|Committees|Councils|Boards|Bodies|Offices)\b"
    many = r"\b(?:all|each|every|any|relevant|other|this|these|districts|departments|agencies|units|concerned)\b"
    capitals = [w for w in re.findall(r"[^\W\d_][\w’']*", name) if w[0].isupper()]
    if not _HOLDS.search(name) or re.search(plural, name) or re.search(many, name):
        return False
    if _POSTS.match(name) and " of " not in name:
        return False
    return len(capitals) > 1 and name[0].isupper() and name.split()[-1][0].isupper() and _single(name, " and ")


_POSTS = re.compile(r"(?:[A-Z]\w+ )*(?:Head|Director|Chair\w+|Chief|Rector|Principal|Secretary|Deputy)\b")
_HEAD = re.compile(rf"(?:the )?(?:{_BODIES['vi']}|{_BODIES['en']})\b")


def _single(name: str, joint: str) -> bool:
    """Whether what follows an "and" does not name another body: "Department of Education and Training" is one."""
    return not any(_HEAD.match(part) for part in name.split(joint)[1:])


_CUT_OFF = re.compile(r"[A-Z][^\W\d_]+(?: and|,) $")
_GOES_ON = re.compile(r"\s+(?:and|và|-)\s+(?=[^\W\d_])")


def name_at(text: str, span: Span, language: Language) -> str | None:
    """The name at a place as an option shows it; None where it names no one body, or is only a part of a name."""
    if not is_name(span.of(text), language):
        return None
    # "Radio and | Television Station", "Sở Giáo dục | và Đào tạo"
    cut = language == "en" and _CUT_OFF.search(text, max(0, span.start - 40), span.start)
    more = _GOES_ON.match(text, span.end)
    part = more and text[more.end()].isupper() and not _HEAD.match(text, more.end())
    return None if cut or part else shown_name(span.of(text))


def names_of(material: Material) -> Iterator[str]:
    """The bodies and posts that a document's duties name, as printed, without "the"."""
    for duty in material.registers.duties:
        for span in (duty.lead, *duty.coordinators, duty.assigner, duty.report_to):
            if span is not None and (name := name_at(material.text, span, material.language)):
                yield name


def shown_name(words: str) -> str:
    """A body's name as an option shows it."""
    name = re.sub(r"^(?:the|The)\s+", "", plain(words))
    return name[:1].upper() + name[1:]


def alike_names(one: str, other: str) -> bool:
    """Whether one name is or holds the other: "UBND tỉnh", "Chủ tịch UBND tỉnh"."""
    a, b = bare(one).replace("cap ", ""), bare(other).replace("cap ", "")
    return a in b or b in a
