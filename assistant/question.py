"""What is asked: language, kind, the words that carry it, the numbers and units that it names. Knows nothing of documents."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.folding import fold, has_diacritics, language_of, nfc, words
from corpus.identity import Number, find_numbers
from corpus.keywords import is_stopword
from corpus.messages import Language

Kind = Literal["deadline", "date", "number", "who", "list", "definition", "place", "yesno", "reason", "fact"]

# Looked for in this order in the folded question; the first that fits gives the kind.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("definition", re.compile(
        r"\b(?:la gi|nghia la gi|duoc hieu|the nao la|dinh nghia|khai niem|viet tat)\b|\bdefin(?:e|ed|ition)\b|\bmeaning of\b|\bwhat does .{2,60} mean\b"
        r"|\bstand(?:s)? for\b|\bwhat (?:is|are) meant\b")),
    ("deadline", re.compile(
        r"\b(?:thoi han|han chot|han cuoi|den han|cham nhat|muon nhat|truoc ngay nao|den bao gio|han nop|bao lau|may ngay|may thang|"
        r"bao nhieu ngay|han hoan thanh|han hoan thien|khi nao phai|phai .{2,40} khi nao)\b|^han\b"
        r"|\bdeadline\b|\bby when\b|\bno later than\b|\bwhen must\b|\bwhen (?:is|are) .{2,60} due\b|\bdue\b|\bhow long\b|\btime limit\b|\bwithin how\b"
        r"|\bhow soon\b|\bhow many (?:working )?days\b|\bby what date\b|\bbefore what date\b")),
    ("number", re.compile(
        r"\b(?:bao nhieu|may (?:nguoi|dong chi|nam|lop|cap|buoc|vi tri|de an|chuong|dieu|thanh vien|bo|lan|tuoi)|ty le|phan tram|toi thieu|toi da|it nhat|"
        r"nhieu nhat|so luong|tong so|muc (?:nao|chi|ho tro)|tuoi toi da|kinh phi)\b"
        r"|\bhow (?:many|much|old|large|big|often)\b|\bwhat (?:percentage|share|number|proportion|rate|amount|age|total|target|quota|budget|ratio)\b"
        r"|\b(?:number|percentage|proportion|share|total|ratio|amount) of\b|\bminimum\b|\bmaximum\b|\bat least\b|\bage limit\b")),
    ("who", re.compile(
        r"^ai\b|\b(?:do ai|boi ai|la ai|ai (?:la|chiu|chu|ky|phu|co|duoc|quyet|phe|tham|lam|phai|se|phoi|giu|dung|lanh)|nguoi nao|co quan nao|don vi nao|so nao|ban nao|"
        r"cap nao|bo nao|to chuc nao|chu tri|co tham quyen nao|tham quyen cua ai)\b"
        r"|^(?:to )?whom?\b|\bwhose\b|\bwho (?:is|are|was|were|must|leads?|chairs?|signed|approves?|decides?|has|have|will|can|did|took|ran|said)\b"
        r"|\bwhich (?:agency|body|bodies|department|agencies|unit|office|committee|ministry|official|leader|authority|person)\b|\bby whom\b"
        r"|\bwhat (?:agency|body|department|person|office)\b")),
    ("list", re.compile(
        r"\b(?:nhung gi|gom gi|gom nhung|bao gom|liet ke|ke ten|nhung (?:\w+ ){1,4}nao|cac (?:\w+ ){1,3}nao|giay to gi|(?:nhung|cac) buoc|nhung loai|dieu kien gi|tieu chuan gi|noi dung gi)\b"
        r"|\blist\b|\bwhat (?:documents|papers|requirements|conditions|criteria|steps|items|tasks|measures|solutions|difficulties|limitations|shortcomings)\b"
        r"|\bwhich (?:\w+ ){0,2}\w+s (?:are|were|must|should|have|take|make|does|do|did|will)\b|\bwhat (?:does|do|must|should) .{3,80} (?:contain|include|consist|cover|comprise)\b"
        r"|\b(?:contents|components) of\b|\bname the\b|\bwhat are the\b")),
    ("date", re.compile(
        r"\b(?:khi nao|ngay nao|bao gio|nam nao|thang nao|tu ngay|hieu luc tu|luc nao|vao ngay|quy nao)\b"
        r"|\bwhen\b|\b(?:what|which|on what|on which) (?:date|day|year|month|time|quarter)\b|\bsince when\b")),
    ("place", re.compile(r"\b(?:o dau|tai dau|noi nao|dia diem|dau la)\b|\bwhere\b|\b(?:what|which) (?:place|province|city|venue|location|district|site)\b")),
    ("reason", re.compile(r"\b(?:vi sao|tai sao|ly do|nguyen nhan)\b|\bwhy\b|\b(?:what|which) (?:reasons?|causes?)\b|\bhow come\b")),
    ("yesno", re.compile(
        r"\b(?:co phai|co duoc|dung hay sai|dung khong|hay khong|phai khong|duoc khong|co bat buoc)\b|\bco\b.{2,120}\bkhong$"
        r"|^(?:is|are|was|were|does|do|did|must|can|may|has|have|had|should|will|could|would)\b")),
)  # fmt: skip

# Words that say what is wanted, not what it is about: no document need contain them.
_ASKING = frozenset(
    "how many much long old often what when which who whom whose where why list name give tell say says said state stated according number date day year month "
    "deadline due percentage percent share rate proportion total amount minimum maximum least most people person agency body one ones define definition mean meaning "
    "stand stands documents document text texts please exactly currently time limit kind kinds type types late later take takes took place happen happened get gets got "
    "actually ever just also still count figure figures".split()
)
_ASKING_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "bao nhiêu|bao giờ|bao lâu|khi nào|ngày nào|năm nào|tháng nào|từ ngày nào|những gì|gồm gì|là gì|thế nào|như thế nào|ra sao|ở đâu|tại đâu|vì sao|tại sao|"
        "là ai|do ai|ai|nào|gì|mấy|hay không|phải không|đúng không|có phải|không|cho biết|cho hỏi|xin hỏi|liệt kê|nêu|kể tên|vui lòng|được hiểu|nghĩa là|"
        "quy định gì|nói gì|quy định thế nào|theo quy định|quy định|theo|gồm|bao gồm|được|phải|cần|có|là|bị|thì|sẽ|hạn chót|thời hạn|hạn cuối|chậm nhất|trước ngày|"
        "tỷ lệ|phần trăm|tối thiểu|tối đa|ít nhất|nhiều nhất|số lượng|tổng số|văn bản nào|cơ quan nào|đơn vị nào|người nào|hạn|ngày|mức"
    ).split("|")
)


@dataclass(frozen=True, slots=True)
class UnitReference:
    """A unit that a question names, small to large: (kind, mark)."""

    steps: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        """The end of the unit's address ("d5.k2.a")."""
        codes = {"article": "d", "clause": "k", "point": ""}
        return ".".join(codes[k] + ("dd" if m == "đ" else m.lower()) for k, m in reversed(self.steps))

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The steps from large to small."""
        return tuple(reversed(self.steps))


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood."""

    text: str
    language: Language
    marked: bool
    kind: Kind
    content: tuple[str, ...]
    numbers: tuple[Number, ...]
    unit: UnitReference | None


def understand(text: str) -> Question:
    """Reads a question; what it does not make out stays open (kind "fact", no unit)."""
    even = " ".join(nfc(text).split())
    folded = fold(even).rstrip(" ?!.")
    language = language_of(even)
    marked = has_diacritics(even)
    kind = next((k for k, pattern in _KINDS if pattern.search(folded)), "fact")
    numbers = tuple(find_numbers(even))
    return Question(even, language, marked, kind, _content(even, numbers, language, marked), numbers, _unit(even))


def _content(text: str, numbers: tuple[Number, ...], language: Language, marked: bool) -> tuple[str, ...]:
    """The words that carry the question, in order; numbers of documents and names of units are looked up apart."""
    rest = text
    for number in reversed(numbers):
        rest = rest[: number.start] + " " + rest[number.end :]
    found = words(_UNITS.sub(" ", rest))
    asking = _asking_english(found) if language == "en" else _asking_vietnamese(found, marked=marked)
    kept = [w for i, w in enumerate(found) if i not in asking and not is_stopword(w, marked=marked)]
    if numbers or kept:
        return tuple(kept)
    return tuple(w for w in found if not is_stopword(w, marked=marked))


def _asking_english(found: list[str]) -> set[int]:
    return {i for i, w in enumerate(found) if w.lower() in _ASKING}


def _asking_vietnamese(found: list[str], *, marked: bool) -> set[int]:
    """Places of the phrases that ask; compared with their marks where the question has any (quy định, but not quy hoạch)."""
    even = [w.lower() if marked else fold(w) for w in found]
    asking: set[int] = set()
    for phrase in _ASKING_PHRASES:
        wanted = list(phrase) if marked else [fold(w) for w in phrase]
        if not marked and len(wanted) == 1 and wanted[0] not in ("ai", "gi", "nao", "may"):
            continue  # a single syllable without marks is too many words at once
        for i in range(len(even) - len(wanted) + 1):
            if even[i : i + len(wanted)] == wanted:
                asking.update(range(i, i + len(wanted)))
    return asking


_POINT = r"(?:điểm|diem|point|item)\s+(?P<point{n}>dd|[a-zđ]\d?)\b"
_CLAUSE = r"(?:khoản|khoan|clause|paragraph)\s+(?P<clause{n}>\d{{1,2}}[a-zđ]?)\b"
_ARTICLE = r"(?:điều|dieu|article|art\.)\s+(?P<article{n}>\d{{1,3}}[a-zđ]?)\b"
_JOIN = r"[\s,]*(?:của\s+|of\s+)?"
_UNITS = re.compile(
    f"{_ARTICLE}(?:{_JOIN}{_CLAUSE})?(?:{_JOIN}{_POINT})?".format(n="1")
    + "|"
    + f"(?:{_POINT}{_JOIN})?(?:{_CLAUSE}{_JOIN})?{_ARTICLE}".format(n="2"),
    re.IGNORECASE,
)


def _unit(text: str) -> UnitReference | None:
    """The first unit named with its article, in either order: "điểm a khoản 1 Điều 5", "Article 5, Clause 1"."""
    match = _UNITS.search(text)
    if match is None:
        return None
    n = "1" if match.group("article1") else "2"
    steps = ((kind, match.group(f"{kind}{n}")) for kind in ("point", "clause", "article"))
    return UnitReference(tuple((kind, mark) for kind, mark in steps if mark))
