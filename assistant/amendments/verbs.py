"""The words that amend, in both languages, on folded text with what is quoted blanked. Tables of patterns only."""

import re

from assistant.amendment import Act
from assistant.amendments.quotes import BLANK

Q = f"{BLANK}{{2,}}"
PHRASE = r"(?:(?:cac|the|following|nhom)\s+)*(?:cum tu|tu ngu|cum|tu|doan|noi dung|so|chu|phrases?|words?|terms?|expressions?)"
_A = rf"(?:{PHRASE}\s*:?\s*)?"
_THERE = r"[^¤;]{0,160}?"  # where the words stand, between the two phrases

# one phrase for another: "thay cụm từ Q bằng cụm từ Q", "the words Q are corrected to Q", "sửa Q thành Q"
SWAPS = re.compile(
    rf"(?P<old>{Q}){_THERE}(?<!\w)(?:bang|thanh|thanh la|la|with|by|to read|to|as)\s*:?\s*{_A}(?P<new>{Q})"
)
ADD_WORDS = re.compile(
    rf"(?:bo sung|them|add(?:ing|s)?|insert(?:ing|s)?)\s+(?:them\s+)?{_A}(?P<new>{Q})\s*(?:(?:duoc|is|are)\s+\w+\s+)?"
    rf"(?:vao\s+)?(?:ngay\s+|lien\s+|immediately\s+)?(?P<where>sau|truoc|phia sau|phia truoc|after|before)\s+{_A}(?P<old>{Q})"
)
ADD_AT_END = re.compile(
    rf"(?:bo sung|them|add\w*|insert\w*)\s+{_A}(?P<new>{Q})\s*(?:vao\s+)?(?:cuoi|at the end of)(?!\w)"
)
DROPS = re.compile(
    rf"(?:bai bo|huy bo|luoc bo|xoa bo|loai bo|bo|delet\w+|omit\w*|remov\w+|annul\w*|repeal\w*|drop\w*)\s+{PHRASE}\s*:?\s*(?P<old>{Q})"
    rf"|{PHRASE}\s*:?\s*(?P<gone>{Q}){_THERE}(?:duoc|bi|is|are)\s+(?:hereby\s+)?(?:bai bo|bo|luoc bo|deleted|omitted|removed|annulled|repealed)(?!\w)"
)

# with units as their objects; the longer first
ACTIVE: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (
        Act.RENUMBER,
        re.compile(
            r"(?<!\w)(?:danh (?:lai )?so(?: thu tu)?|doi so(?: thu tu)?|chuyen|renumber\w*|redesignat\w*)(?!\w)"
        ),
    ),
    (
        Act.AMEND,
        re.compile(
            r"(?<!\w)(?:(?:sua doi|bo sung|dieu chinh|thay doi|viet lai|amend(?:s|ed|ing)?|supplement(?:s|ed|ing)?|modif(?:y|ies|ied|ying))"
            r"(?:\s*[,/]?\s*(?:va|and)?\s*(?:sua doi|bo sung|dieu chinh|thay the|amend(?:s|ed|ing)?|supplement(?:s|ed|ing)?))+)(?!\w)"
        ),
    ),
    (
        Act.AMEND,
        re.compile(
            r"(?<!\w)(?:sua doi|sua|dieu chinh|thay doi|thay the|thay|viet lai|dinh chinh|amend(?:s|ed|ing)?|replac(?:e|es|ed|ing)"
            r"|modif(?:y|ies|ied|ying)|correct(?:s|ed|ing)?|substitut(?:e|es|ed|ing))(?!\w)"
        ),
    ),
    (
        Act.SUPPLEMENT,
        re.compile(
            r"(?<!\w)(?:bo sung|them|add(?:s|ed|ing)?|insert(?:s|ed|ing)?|supplement(?:s|ed|ing)?|khoi phuc|restor\w+|re-?insert\w*)(?!\w)"
        ),
    ),
    (
        Act.ANNUL,
        re.compile(
            r"(?<!\w)(?:bai bo|huy bo|xoa bo|luoc bo|bo(?!\s+sung)|annul(?:s|led|ling)?|repeal(?:s|ed|ing)?|abrogat(?:e|es|ed|ing)|delet(?:e|es|ed|ing)"
            r"|remov(?:e|es|ed|ing)|omit(?:s|ted|ting)?|het hieu luc|ceases? to (?:be effective|have effect))(?!\w)"
        ),
    ),
)
# what makes a verb speak of the past, of somebody else's task, or of a noun: no instruction
NOT_DONE = re.compile(
    r"(?:(?<!\w)(?:da|se|viec|truoc khi|sau khi|khi|neu|can|phai|khong|bi|ve|tham quyen|de nghi|kien nghi|quyet dinh"
    r"|been|were|was|which|that|may|must|shall not|not|before|after|when|if)\s+(?:duoc\s+|it is\s+|is\s+)?)$"
)
LED_BY = re.compile(
    rf"\W*(?:(?:nay|hereby|to|the following|quyet dinh nay|nghi dinh nay|thong tu nay|nghi quyet nay|luat nay|this \w+|dong thoi|cu the|va|and"
    rf"|the government|\w+ (?:nay|this)|cac|tai|in|o|cum tu|{PHRASE}|ten|tieu de|noi dung|{Q})\W*)*"
)
FOLLOWS = re.compile(
    r"(?:nhu sau|as follows|to read(?: as follows)?|the following|sau day|thanh|cu the|noi dung sau|duoi day)\W*$|[:]\s*$"
)
AFTER = re.compile(
    r"(?:vao\s+|lien\s+|ngay\s+|immediately\s+|phia\s+)*(?<!\w)(?:(?P<after>sau|after|following)|(?P<before>truoc|before|preceding))(?!\w)\W*(?:phia\s+)?$"
)
INTO = re.compile(r"(?<!\w)(?:vao|to|in|into|cua|of|tai|thuoc)(?!\w)\W*(?:the\s+)?$")
BECOMES = re.compile(r"(?<!\w)(?:thanh|as|to|into|become|becomes|tro thanh)(?!\w)\W*(?:the\s+|cac\s+)?$")
TITLE = re.compile(r"(?:ten(?: goi)?|tieu de|title|heading|name)(?:\s+(?:cua|of))?\W*(?:the\s+)?$")
LEAD = re.compile(
    r"(?:(?:doan|cau|phan|loi) (?:mo dau|dan|dau)(?: tien)?|lead(?:ing)?(?: sentence| paragraph)?|introductory (?:part|sentence|paragraph|words)|chapeau)(?:\s+(?:cua|of|tai|in))?\W*(?:the\s+)?$"
)
INNER = re.compile(
    r"(?<!\w)(?:doan|cau|gach dau dong|tiet|dong|dau|sentence|paragraph|dash|indent)(?:\s[^,;:.]{1,20}?)?\s+(?:cua|of|tai|in)\W*(?:the\s+)?$"
)
AMENDED_BY = re.compile(
    r"(?<!\w)(?:da\s+(?:duoc\s+|bi\s+)?|duoc\s+|as\s+|was\s+|were\s+|been\s+)(?:sua doi|bo sung|thay the|bai bo|amended|supplemented|replaced"
    r"|annulled|repealed)"
    r"[^;.¤]{0,60}?(?<!\w)(?:theo|boi|tai|bang|by|under|in)\s[^;)¤]*?$"
)
CORRECTION = re.compile(r"(?<!\w)(?:dinh chinh|correct(?:s|ed|ion|ions|ing)?)(?!\w)")
# not the last letters of a number: "26-QĐ/TU ngày 06/4/2015"
FROM = re.compile(r"(?<![\w/-])(?:ke tu|tu|from|as from|with effect from)\s+(?:ngay\s+|the\s+)?$")
ENCLOSED = re.compile(r"kem theo|promulgated (?:together )?with|attached|enclosed|issued (?:together )?with")
OWN = re.compile(
    r"(?:kem theo|promulgated (?:together )?with|attached to|enclosed with|issued (?:together )?with|of|cua)\W*(?:\w+\s+){1,3}?(?:nay|this|hereto)(?!\w)"
    r"|(?:of\s+)?this \w+|hereto(?!\w)|(?:\w+\s+){1,3}?nay(?!\w)"
)
