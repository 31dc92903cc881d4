"""Papers that a sentence asks for by itself: "phải nộp Báo cáo và Tờ khai", "nộp 01 bộ hồ sơ", "gửi kèm bản sao".

Knows the words for handing in and for papers in both languages; who asks and where it stands is told to it.
"""

import re

from corpus.registers import Span
from ingest.quantities import Quantity

_PAPER_VI = (
    r"(?:văn bản(?! (?:yêu cầu|trả lời|thông báo|hướng dẫn|chỉ đạo|từ chối|đôn đốc|xác định|chấp thuận))"
    r"|đơn|giấy|bản sao|bản chính|tờ khai|hộ chiếu|công văn|hợp đồng|báo cáo|biên bản|danh sách|phiếu|ảnh"
    r"|chứng từ|sơ yếu)\s"
)
_PAPER_EN = (
    r"(?:an?|the|one|two|three|\d{1,2})\s(?:(?!with|of|to|and|or)[\w-]+\s){0,3}?(?:copy|copies|application|form"
    r"|certificate|letter|request|report"
    r"|statement|declaration|document|passport|photographs?|receipt|evidence|contract|plan|certification|record)(?!\w)"
)
# behind a heading that speaks of a procedure "phải có" is as good as "phải nộp"
MUST_HAVE = re.compile(
    rf"(?<!\w)hồ sơ\s[^.;:\n]{{0,80}}?(?:còn |phải )?có thêm\s+(?={_PAPER_VI})|"
    rf"(?<!\w)(?<!không )(?:phải|cần) (?:có|nộp|xuất trình|gửi|cung cấp|đính kèm|kèm theo)(?: thêm)?\s+(?={_PAPER_VI})"
    rf"|(?<!\w)(?:must|shall) (?:also )?(?:have|submit|produce|present|enclose|attach|be accompanied by)\s+"
    rf"(?={_PAPER_EN})",
    re.IGNORECASE,
)
# a statement or a member of a list that is but the name of a paper
NAMED_PAPER = re.compile(
    r"(?:(?:Một trong (?:các|những) )?(?:loại )?(?:Đơn|Tờ khai|Tờ trình|Bản|Giấy|Văn bản|Công văn|Hợp đồng|Sơ yếu"
    r"|Phiếu|Danh sách"
    r"|Danh mục|Ảnh|Hai ảnh|Dự thảo|Tài liệu|Báo cáo|Điều lệ|Phương án|Thuyết minh|Biên bản|Chứng từ|Hóa đơn|Hoá đơn"
    r"|Lý lịch|Thẻ))\s"
)
# what is handed in is a paper also where no heading says so
MUST_HAND_IN = re.compile(
    rf"(?<!\w)(?<!không )(?:chỉ )?phải (?:nộp|xuất trình|đính kèm|kèm theo)(?: thêm)?\s+(?!lại\s)(?={_PAPER_VI})"
    rf"|(?<!\w)kèm theo [^.;:,\n]{{0,60}}?phải có\s+(?={_PAPER_VI})"
    rf"|(?<!\w)yêu cầu\s[^.;:\n]{{4,200}}?\s(?<!chưa )(?:xuất trình|nộp)\s+(?=(?:các |những )?{_PAPER_VI})"
    rf"|(?<!\w)(?:must|shall) (?:also )?(?:enclose|attach|be accompanied by|produce)\s+(?={_PAPER_EN})",
    re.IGNORECASE,
)
# what an application has to hold, or who applies to hand in; of other matters that is a report, and a duty
APPLIES_WITH = re.compile(
    rf"(?<!\w)(?:appl(?:y|ies|ying|ications?|icants?)|request(?:s|ing)?|petitions?"
    rf"|notifications?)(?!\w)[^.;:\n]{{0,260}}?\s"
    rf"(?:must|shall)(?:,? [^.;:,\n]{{0,40}}?,?)? (?:submit|provide|lodge|file|furnish)\s+(?:(?:to )?the \w+(?:"
    rf" with)?\s+)?(?={_PAPER_EN})"
    r"|(?<!\w)(?:applications?|requests?|petitions?|submissions?|dossiers?)(?!\w)[^.;:\n]{0,260}?\s(?:must|shall)(?:"
    r" also)?\s(?:be (?:made )?in writing and )?"
    r"(?:include|contain|be accompanied by|enclose|attach|have attached|be supported by)\s+(?=\S)",
    re.IGNORECASE,
)
# who does something has to hold a licence for it
LICENCE = re.compile(
    r"(?<!\w)phải (?:có|được (?:(?:(?!\s(?:kể từ|trong|khi|sau|trước|ngày)\s)[^.;:\n]){2,80} )?cấp) "
    r"(?P<licence>(?:giấy phép|giấy chứng nhận|chứng chỉ hành nghề)\s(?:(?!\s(?:trước khi|khi|thì|và"
    r" phải)\s)[^.;,:\n]){3,160})"
    r"|(?<!\w)(?P<granted>phải được (?:(?:(?!\s(?:kể từ|trong|khi|sau|trước|ngày)\s)[^.;:\n]){2,80} )?cấp (?:giấy"
    r" phép|giấy chứng nhận|chứng chỉ hành nghề))(?=[.;\n]|$)"
    r"|(?<!\w)(?:must|shall) (?:hold|have|obtain) "
    r"(?P<permit>(?:an? )?(?:\w+ )?(?:licen[cs]e|permit)\s[^.;,:\n]{3,160})",
    re.IGNORECASE,
)
# "kèm theo bản chính Giấy đăng ký và các giấy tờ sau đây:"
BEFORE_LIST = re.compile(
    rf"(?<!\w)(?:kèm theo|gồm|nộp|xuất trình|gửi)\s+(?P<paper>{_PAPER_VI}[^.;:\n]{{3,160}}?)\s+(?:và|cùng)"
    r"\s+(?:nộp (?:thêm )?|kèm theo )?"
    r"(?:các |những )?"
    r"(?:giấy tờ|tài liệu)(?:, tài liệu)?\s(?:sau đây|sau|dưới đây)(?:\s\([^()\n]{4,80}\))?\s*:$"
    rf"|(?<!\w)(?:enclose|attach|submit|accompanied by|produce)\s+(?P<copy>{_PAPER_EN}[^.;:\n]{{0,160}}?)\s+(?:and"
    rf"|together with)\s+the following"
    r"\s(?:documents?|papers?)\s*:$",
    re.IGNORECASE,
)
_NEXT_PAPER = re.compile(
    r",? kèm theo (?=[Gg]iấy|[Bb]ản|[Hh]ợp)|;\s+(?=giấy|bản|hợp đồng|đơn)"
    r"|\s(?:và|cùng)\s(?=(?:Đơn|Tờ khai|Giấy|Bản|Hợp đồng|Văn bản|Báo cáo|Biên bản|Danh sách|Công văn"
    r"|bản sao|bản chính|giấy tờ|thẻ|sơ yếu|phiếu)\s)"
    r"|,? (?:together with|and) (?=(?:an? |the )?(?:certified |notarised |original )?cop(?:y|ies)\s)"
    rf"|,(?: and| together with)? (?={_PAPER_EN})| and (?={_PAPER_EN})"
)
_BEHIND = re.compile(
    r"[|\n]|;(?!\s+(?:giấy|bản|hợp đồng|đơn)\s)|\.(?=\s|$)"
    r"|,?\s(?:đến|tới|cho|gửi)\s(?=(?:[Cc]ơ quan|Sở|Bộ|Ủy ban|Uỷ ban|[Pp]hòng|Cục|Trung tâm|Hội đồng)\s)"
    r"|,\s*(?:trường hợp|nếu|where|if)\s"
)
# that it comes in time is asked there, not that there is one
_IN_TIME = re.compile(r"\s(?:đúng (?:thời )?hạn|on time|in time)$", re.IGNORECASE)
# "phải có văn bản gửi ...": what is done, not which paper is asked for
_BARE = re.compile(r"(?:văn bản|báo cáo|đơn|công văn|giấy tờ|thông báo|a request|a report|a letter)$", re.IGNORECASE)
_HANDED_IN = re.compile(
    r"(?<!\w)(?:nộp|gửi|lập|trình|chuẩn bị|làm)(?!\w)[^.;\n]{0,200}(?:hồ sơ|giấy tờ)"
    r"|(?:hồ sơ|giấy tờ)[^.;\n]{0,120}(?:làm|lập|gồm|là)[^.;\n]{0,40}bộ(?!\w)"
    r"|(?<!\w)(?:submit\w*|ma[dk]e|prepare\w*|lodge\w*|sen[dt]\w*|file\w*|copies|sets?)(?!\w)[^.;\n]{0,160}"
    r"(?:dossiers?|applications?|documents)(?!\w)",
    re.IGNORECASE,
)
_SETS_OF = re.compile(r"\s(?:hồ sơ|giấy tờ)(?: sau(?: đây)?)?$|\sof (?:the )?(?:dossier|documents)$", re.IGNORECASE)
_FORMALITY = re.compile(
    r"(?:phải|cần) được\s+(?:hợp pháp hóa|hợp pháp hoá|công chứng|chứng thực|dịch|niêm phong|đóng dấu|ký|xác nhận)"
    r"[^.;:,\n]{0,160}"
    r"|(?:must|shall) be\s+(?:\w+ly )?(?:certified|notari[sz]ed|legali[sz]ed|translated|signed|sealed|stamped"
    r"|authenticated)"
    r"[^.;:,\n]{0,160}",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(r"(?:hồ sơ|giấy tờ|tài liệu|dossier|application|documents?)(?!\w)[^.;:\n]{0,160}$", re.IGNORECASE)


def papers_in(text: str, start: int, end: int) -> list[Span]:
    """The papers that a sentence goes on to name, each by itself; "hoặc" leaves one paper of two kinds."""
    stop = _BEHIND.search(text, start, end)
    end = stop.start() if stop else end
    found, at = [], start
    for cut in [*_NEXT_PAPER.finditer(text, start, end), None]:
        last = cut.start() if cut else end
        words = _trimmed(text, at, last)
        if words.end > words.start and not _IN_TIME.search(words.of(text)) and not _BARE.match(words.of(text)):
            found.append(words)
        at = cut.end() if cut else last
    return found


def sets_handed_in(text: str, start: int, end: int, found: list[Quantity]) -> list[tuple[Quantity, Span]]:
    """In how many sets a dossier is handed in ("nộp 01 bộ hồ sơ"), by the quantities of a sentence."""
    if not any(q.unit == "set" for q in found) or not _HANDED_IN.search(text, start, end):
        return []
    return [(q, sets_of(text, q)) for q in found if q.unit == "set"]


def sets_of(text: str, q: Quantity) -> Span:
    """The number of sets without what they are of."""
    behind = _SETS_OF.search(text[q.begin : q.end])
    return Span(q.begin, q.begin + behind.start() if behind else q.end)


def granted(match: re.Match[str]) -> bool:
    """Whether a licence has to be granted, which is asked of things too: "phải được cấp Giấy phép"."""
    return "cấp" in match.group().lower()


def formality(text: str, start: int, end: int) -> Span | None:
    """What form a dossier has to have as a whole: "phải được hợp pháp hóa lãnh sự", "must be notarised"."""
    match = _FORMALITY.search(text, start, end)
    if match is None or not _ITS_OWN.search(text, start, match.start()):
        return None
    return _trimmed(text, *match.span())


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    return Span(start, end)
