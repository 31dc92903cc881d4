"""Which kind of question is asked, known by its words.

Patterns are compared with the folded question, so that they fit what is typed without diacritics.
"""

import re
from typing import Literal

from corpus.messages import Language

Kind = Literal["deadline", "date", "number", "who", "list", "definition", "place", "yesno", "reason", "fact"]

# "cán bộ", "cần", "máy", "do ai": folded, they begin like English questions where the language was not told
_ENGLISH = r"(?<!\bcan(?= (?:bo|cu|phai|co)\b))(?<!\bmay(?= (?:ngay|thang|nam|nguoi|lan|moc|tinh)\b))(?<!\bdo(?= (?:ai|dau|co quan|don vi)\b))"
# "who" asks, unless it goes on about somebody: "a person who is rotated"
_PERSONS = (
    "one", "body", "people", "person", "persons", "those", "cadre", "cadres", "official", "officials", "servant", "servants",
    "employee", "employees", "candidate", "candidates", "staff", "woman", "women", "man", "men", "teacher", "teachers",
    "member", "members", "trainee", "trainees", "student", "students", "leader", "leaders", "worker", "workers", "he", "she",
    "colleague", "colleagues", "applicant", "applicants", "holder", "holders", "lecturer", "lecturers", "expert", "experts",
)  # fmt: skip
_ASKS_WHO = "".join(rf"(?<!{p} )" for p in _PERSONS) + r"\bwho(?:m|se)?\b"
# "Mấy bộ", "Do ai": in a Vietnamese question no English verb opens
_OPENS_IN_ENGLISH = re.compile(r"^(can|may|do|has|had|was|were|is|are|must|should|does|did|could|would)\b")
# nouns of which one asks how many with "mấy", which folded is "máy" too
_SOME = (
    "nguoi|dong chi|nam|lop|cap|buoc|vi tri|de an|chuong|dieu|thanh vien|bo|lan|tuoi|phong|tiet|buoi|phut|gio|khoa|mon|dien dan|linh vuc|nganh|xa|"
    "huyen|tinh|hoc vien|can bo|cong chuc|vien chuc|tram|phan tram|trieu|ty|nghin|ngan|diem|hoi nghi|cuoc|loai|nhom|giay to|muc tieu|tieu chi|phan|"
    "cap do|so|thang luong|ban sao|bai|cau|doi|don vi|co quan|truong hop|dieu kien|nhiem vu|giai phap|du an|vong|dot|hoc ky|nhiem ky|chi tieu"
)
# somebody is asked for by name: "giám đốc tên là gì"
_WITH_NAMES = (
    r"giam doc|chu tich|bi thu|truong (?:phong|ban|khoa|doan)|chi cuc truong|pho|chanh|hieu truong|bo truong|thu truong|chuyen vien|can bo|"
    r"cong chuc|nguoi|ong|ba|dong chi|lanh dao|thu ky|ke toan"
)
ASKS_NAME = re.compile(
    rf"\b(?:{_WITH_NAMES})\b.{{0,120}}\bten (?:la )?(?:gi|chi)\b"
    r"|\bwhat (?:is|was|are|were) the names? of the (?:[\w-]+ ){0,3}(?:director|deputy|head|chair\w*|secretary|principal|rector|"
    r"minister|leader|person|people|official|officer|signer|specialist|chief)s?\b"
)
# Looked for in this order in the folded question; the first that fits gives the kind.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("definition", re.compile(
        r"\b(?:la gi|nghia la gi|duoc hieu|the nao la|dinh nghia|khai niem|viet tat)\b|\bdefin(?:e|ed|ition)\b|\bmeaning of\b|\bwhat does .{2,60} mean\b"
        r"|\bstand(?:s)? for\b|\bwhat (?:is|are) meant\b|^what (?:is|are) (?:an? )?(?!the\b|my\b|your\b|our\b|there\b)(?:[\w-]+ ?){1,4}(?: \([^)]*\))?$"
        r"|^what (?:is|are) (?:an? )?[\"“'‘][^\"”'’]{2,60}[\"”'’](?: (?:under|in|according to|for)\b.*)?$"
        r"|^(?:who|what) (?:counts?|is considered|are considered|is regarded|are regarded) as\b|\b(?:nhung )?ai duoc coi la\b")),
    ("deadline", re.compile(
        r"\b(?:thoi han|han chot|han cuoi|den han|cham nhat|muon nhat|truoc ngay nao|den bao gio|han nop|bao lau|may ngay|may hom|may thang|truoc may gio|"
        r"bao nhieu ngay|han hoan thanh|han hoan thien|(?:khi nao|bao gio) phai|phai .{2,40} khi nao)\b|^han (?!che\b)"
        r"|\bdeadline\b|\bby when\b|\bno later than\b|\bwhen must\b|\bwhen (?:is|are) .{2,60} due\b|\bdue\b|\bhow long\b|\btime limit\b|\bwithin how\b"
        r"|\bhow (?:soon|quickly|fast|early|far (?:ahead|in advance))\b|\blatest (?:date|day)\b|\bhow many (?:working )?days\b|\bby what date\b|\bbefore what date\b")),
    ("number", re.compile(
        rf"\b(?:bao nhieu|may (?:{_SOME})|ty le|phan tram|toi thieu|toi da|it nhat|"
        r"nhieu nhat|(?:co|la|gap|thieu|trong|cong|duoc|gom|du|can|tang|giam|mang|tu|bang|them|do|cap) may|so luong|tong so|muc (?:nao|chi|ho tro)|tuoi toi da|kinh phi)\b"
        r"|\bhow (?:many|much|old|large|big|often|high|low)\b|\bwhat (?:(?:lump|extra|one-off|total|maximum|minimum|exact|monthly|yearly|annual|whole|passing|pass) )?"
        r"(?:percentage|share|number|proportion|rate|amount|age|total|target|quota|budget|ratio|sum|score|mark|part of|slice|fraction)\b"
        r"|\b(?:number|percentage|proportion|share|total|ratio|amount|rate) of\b|\bminimum\b|\bmaximum\b|\bat least\b|\bage limit\b")),
    ("who", re.compile(
        r"^ai\b|\b(?:do ai|boi ai|chu the nao|la ai|ai (?:la|chiu|chu|ky|phu|co|duoc|quyet|phe|tham|lam|phai|se|phoi|giu|dung|lanh)|nguoi nao|co quan nao|don vi nao|so nao|ban nao|"
        r"cap nao|bo nao|to chuc nao|chu tri|co tham quyen nao|tham quyen cua ai)\b"
        rf"|{_ASKS_WHO}"
        r"|\bwhich (?:(?:deputy|vice|prime|provincial|standing) ){0,2}(?:agency|body|bodies|department|agencies|unit|office|committee|ministry|"
        r"official|leader|authority|person|premier|minister|director|secretary|chairman)\b|\bby whom\b"
        r"|\bwhat (?:agency|body|department|person|office)\b|\bwhat (?:post|position|title|role|job)s? (?:does|did|do)\b|\b(?:giu|lam) chuc (?:vu |danh )?(?:gi|nao)\b")),
    ("list", re.compile(
        r"\b(?:nhung gi|gom gi|gom nhung|bao gom|liet ke|ke ten|(?:nhung|hai|ba|bon) (?:\w+ ){1,4}nao|cac (?:\w+ ){1,3}nao|(?:nhung|cac) (?:\w+ ){1,4}gi|giay to gi|(?:mac|nhung) loi (?:gi|nao)|(?:nhung|cac) buoc|nhung loai|dieu kien gi|tieu chuan gi|noi dung gi)\b"
        r"|\blist\b|\bwhat (?:\w+ ){0,2}(?:documents|papers|requirements|conditions|criteria|steps|items|tasks|measures|solutions|difficulties|limitations|shortcomings|parts|rights|benefits|duties|"
        r"obligations|stages|principles|contents|qualities|standards|rules|reasons|forms|types|kinds|groups|sorts)\b"
        r"|\bwhich (?:\w+ ){0,2}\w+s (?:of [^?]{3,60}? )?(?:are|were|must|should|have|take|make|does|do|did|will)\b|\bwhat (?:does|do|must|should) .{3,80} (?:contain|include|consist|cover|comprise)\b"
        r"|\b(?:contents|components) of\b|\bname the\b|\bwhat are the\b")),
    ("date", re.compile(
        r"\b(?:khi nao|ngay nao|hom nao|bao gio|nam nao|thang nao|tu ngay|hieu luc tu|luc nao|thoi diem nao|vao ngay|quy nao)\b"
        r"|^when\b|\b(?:and|or|since|until|from|by) when\b|\bwhen$|\b(?:what|which|on what|on which) (?:date|day|year|month|time|quarter)\b|\bsince when\b"
        r"|\b(?:what is|what was|tell me) the (?:[\w-]+ )?date\b|^(?:(?:effective|exact|issue|opening|closing|signing) )?(?:date|day) (?:of|when|on which)\b|^(?:effective|opening|closing) da(?:te|y)\b")),
    ("place", re.compile(r"\b(?:(?:xa|phuong|thi tran|huyen|(?<!co )quan|thi xa|tinh|thanh pho) nao|o dau|tai dau|(?:o|tai|den|tu|ve) (?:nhung )?(?:noi|cho|phong) nao|dia (?:diem|chi)|diem cau nao|dau la)\b|\bwhere\b|\b(?:what|which) (?:place|province|city|commune|ward|venue|location|district|site)\b")),
    ("reason", re.compile(r"\b(?:vi sao|tai sao|ly do|nguyen nhan)\b|\bwhy\b|\b(?:what|which) (?:reasons?|causes?)\b|\bhow come\b")),
    ("yesno", re.compile(
        r"\b(?:co phai|co duoc|dung hay sai|dung khong|hay khong|phai khong|duoc khong|co bat buoc)\b|\bco\b.{2,120}\bkhong$"
        rf"|^(?:is|are|was|were|does|do|did|must|can|may|has|have|had|should|will|could|would)\b{_ENGLISH}")),
)  # fmt: skip


# asks yes or no whatever else is in it ("is leave counted when ...")
_PLAIN_YESNO = re.compile(
    rf"^(?:is|are|was|were|does|do|did|must|may|has|have|had|should|can|could|would)\b{_ENGLISH}(?! you\b)(?!.*\b(?:how|what|who)\b)"
    r"|\bphai khong(?: a)?$"
    r"|^(?!.*\b(?:bao (?:nhieu|lau|gio)|may|khi nao|ngay nao|ai|gi|nao)\b).*\bco (?:duoc|phai|can|du|bi)\b.*\bkhong$"
)


# what a question rests on ("Under Decision 31/2025, may a division ...") says nothing of what it asks, nor does the case
# that it supposes ("nơi nào không gửi thì hậu quả ra sao")
_RESTS_ON = re.compile(
    r"^(?:under|according to|pursuant to|by|in|as of|after|for|since|at|on|with|given) [^?]{3,140}?, "
    r"(?=(?:is|are|was|were|does|do|did|must|may|has|have|had|should|can|could|would|who|what|which|when|where|why|how)\b)"
    r"|^(?:theo|can cu|tai|trong|doi voi) [^?]{3,140}?, (?=(?:ai|vi sao|tai sao|khi nao|co quan nao|nguoi nao|don vi nao)\b)"
    r"|^[^?:]{3,140}: (?=(?:who|what|which|when|where|why|how|is|are|must|may|does|do|ai|khi nao|bao gio)\b)"
    r"|^(?:noi nao|co quan nao|don vi nao|nguoi nao|ai|neu|khi) [^?]{3,140}? thi (?=.*\b(?:gi|nao|sao|ai|bao nhieu|may|bao lau)\b)"
)
# the word that opens a question says more of what it asks than the words within
_OPENS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("fact", re.compile(r"^when (?:can|may|could|need|is it|are they)\b|\bkhi nao (?:thi |moi )?(?:khong|duoc|co the)\b|\btruong hop nao\b")),
    ("who", re.compile(r"^(?:ai|who|nguoi nao|co quan nao|don vi nao|so nao|which (?:agency|agencies|body|bodies|department|departments|office|committee|ministry|person))\b")),
    ("who", ASKS_NAME),
    ("reason", re.compile(r"^(?:vi sao|tai sao|why)\b")),
    ("date", re.compile(r"\b(?:tinh|bat dau|ke) tu (?:ngay|thoi diem|luc|khi) nao\b|\bfrom (?:which|what) (?:day|date)\b")),
    ("number", re.compile(r"^how (?:many (?!(?:working )?days\b)|much\b|often\b)")),
)  # fmt: skip


# asked where nothing above fits: a bare "ai", a question without a verb, "... chưa"
_ELSE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("who", re.compile(
        r"(?<!ung dung )(?<!ve )\bai\b|\b(?:khoa|phong|vu|cuc|huyen uy|tinh uy|thanh uy|bi thu|pho bi thu|lanh dao|dong chi)(?: \w+){0,3}? nao\b"
        r"|\bwhich (?:[\w-]+ ){0,2}(?:faculty|division|deputy head|head|chief|school)\b|^what is [^?]{3,60}(?:'s|’s) (?:post|position|title|role|job)\b")),
    ("yesno", re.compile(r"\bchua$|\b(?:co|con|du|duoc|phai|dang|da) [^?]{2,120}\bkhong(?: \([^)]*\)| (?:a|nhi|vay|the|ha))?$")),
    # of several things, and not of one that does something to another ("which decree applies to ...")
    ("list", re.compile(
        r"\bwhich (?!(?:gets|does|has|goes|takes|costs|applies|comes|makes|needs|lasts|lets|was|pays|gives)\b)(?:(?!(?:to|by|for|the|an?|in|of|on|must|is|are)\b)[\w-]+ ){0,2}(?!applies\b)[a-z]{3,}s\b"
        r"(?! (?:to|the|a|an|for|by|under|with|in|on|at|its|our|this|that|class|from)\b)|\bwhich (?:ones|few)\b")),
    ("number", re.compile(
        r"^(?!.*\b(?:what|which|who|when|where|why|how)\b).*\b(?:average|ceiling|budget|allowances?|fees?|quota|headcount|per ?cent|hours|pay)\b")),
)  # fmt: skip
# "có quyền gì trong thời hạn bảo hành", "thì thời hạn được xác định thế nào": what is named beside it is not asked for
_ASKS_THING = re.compile(
    r"\b(?:quyen(?: loi)?|nghia vu|trach nhiem|bien phap|thu tuc|hau qua|che tai) gi\b"
    r"|\b(?:xac dinh|tinh|xu ly|giai quyet) (?:nhu )?(?:the nao|ra sao)$"
    r"|^what (?:rights?|dut(?:y|ies)|remed(?:y|ies)|measures?|consequences?) (?:does|do|has|have|is|are|can|may|must)\b"
)
_ASKS_FIGURE = re.compile(
    r"\b(?:bao nhieu|bao lau|bao gio|may|khi nao|(?:ngay|thang|nam|luc|thoi diem) nao|how (?:many|much|long|often|soon)|when|deadline|by what)\b"
)
_OF_FIGURES = frozenset({"deadline", "number", "date"})
_SENTENCE_END = re.compile(r"(?<=[a-z)\d][?.!;])\s+")


def kind_of(folded: str, language: Language | None = None) -> Kind:
    """The kind of a folded question; "fact" if nothing tells. What stands before the sentence that asks tells a case."""
    sentences = _SENTENCE_END.split(folded)
    asking = next((s for s in sentences[:-1] if s.endswith("?")), sentences[-1])
    found = _kind_of(asking.rstrip(" ?!.;"), language)
    return found if found != "fact" or len(sentences) == 1 else _kind_of(folded, language)


def _kind_of(folded: str, language: Language | None) -> Kind:
    asked = _RESTS_ON.sub("", folded)
    if language == "vi":
        asked = _OPENS_IN_ENGLISH.sub(r"- \1", asked)
    if _PLAIN_YESNO.search(asked):
        return "yesno"
    not_asked = _OF_FIGURES if _ASKS_THING.search(asked) and not _ASKS_FIGURE.search(asked) else frozenset[Kind]()
    every = (*_OPENS, *_KINDS, *_ELSE)
    return next((kind for kind, pattern in every if kind not in not_asked and pattern.search(asked)), "fact")
