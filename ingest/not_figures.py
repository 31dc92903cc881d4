"""What looks like a figure and is none: dates, years, numbers of documents and units, list marks, pages, telephones.

Knows how these are printed; what is left may be a figure.
"""

import re

from corpus.dates import find_dates
from corpus.identity import find_numbers

_MARK = r"\d{1,4}(?:[a-zđ](?!\w))?(?:\.\d{1,2})*"
_NAMED_ON = (
    r"(?=\s*(?:khoản|điều|điểm|mục|phần|của|tại|và|nêu|trên|này|thuộc|quy định|quy chế|nghị định|thông tư|quyết định"
    r"|luật|of|and|in|articles?|clauses?|sections?)(?!\w))"
)
_MORE = rf"(?:\s*(?:,\s|và|and|or|hoặc|to|đến|[-–])\s*{_MARK}(?![\w%]|[.,]\d)(?:{_NAMED_ON}|(?!\s*(?:%|[a-zđ]))))*"
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
)
_PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\S+",
        r"(?:điện thoại|đt|tel|telephone|phone|fax|hotline|mobile)\s?(?:no\.)?\s?[:.]?\s?[\d(+][\d .()+/-]{5,24}\d",
        r"(?<![\w.,/])(?:\+84|0)\d{8,10}(?!\d)",
        # parts of dates, years and periods
        r"(?<!\w)(?:ngày|mùng|mồng)\s+\d{1,2}(?:\s*(?:/|-|tháng|\.)\s*\d{1,2})?(?:\s*(?:/|-|năm|\.)\s*\d{4})?(?!\w)",
        r"(?<!\w)(?:tháng|quý|month|quarter)\s+(?:\d{1,2}|[ivx]{1,3})(?:\s*(?:/|-|năm|,)\s*(?:19|20)\d{2})?(?![\w%])",
        rf"(?<!\w)(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{{1,2}})?(?!\d)",
        rf"(?<![\w.,])\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})(?!\w)",
        r"(?<![\w.,/])\d{1,2}\s*/\s*(?:19|20)\d{2}(?![\w/])",
        r"(?<=trước )\d{1,2}/\d{1,2}(?![\w/])|(?<=before )\d{1,2}/\d{1,2}(?![\w/])",
        r"(?<![\w.,])(?:19|20)\d{2}\s*[-–/]\s*(?:(?:19|20)\d{2})(?!\d)",
        r"(?<![\w.,/])(?:19|20)\d{2}(?![\w%]|[.,]\d)",
        r"(?<!\w)(?:lúc|at)\s+\d{1,2}\s*(?:giờ|g|h|:|o'clock|am|pm|a\.m\.|p\.m\.)(?:\s?\d{2})?",
        r"(?<!\w)(?:trước|sau|từ|đến)\s+\d{1,2}\s*giờ(?=\s+(?:thứ|ngày|hằng|hàng|sáng|chiều|cùng)(?!\w))",
        r"(?<!\w)từ\s+\d{1,2}\s*(?:giờ|g|h)(?:\s?\d{2}(?:\s*phút)?)?\s+đến\s+\d{1,2}\s*(?:giờ|g|h)(?:\s?\d{2}(?:\s*phút)?)?",
        r"(?<![\w.,/])\d{1,2}(?:\s*(?:h|g|giờ)\s?|:)\d{2}(?!\d)(?:\s*(?:phút|am|pm))?",
        # units of documents, forms, places and rows that are known by a number
        rf"(?<!\w)(?:điều|khoản"
        rf"|(?<!kiểm )(?<!quan )(?<!địa )(?<!thời )(?<!trọng )(?<!đặc )(?<!ưu )(?<!số )(?<!thang )điểm|mục|tiết"
        rf"|tiểu mục|chương|phần|phụ lục|mẫu(?: số)?|biểu(?: số)?|bảng(?: số)?"
        rf"|bước|(?<!trong )vòng|hình"
        r"|phiếu số|trang|quốc lộ|tỉnh lộ|đường|hẻm|ngõ|quận|phường|khu phố|khu|tổ dân phố|ấp|thôn|xóm|lô|thửa"
        r"|tờ bản đồ|lần thứ|thứ|khóa|khoá|hội nghị|kỳ họp thứ|(?<!thiểu )(?<!đa )(?<!tổng )(?<!phần )số"
        r"|article|articles|clause|clauses|point|points|section|sections|chapter|chapters|part|parts|annex"
        r"|appendix|form"
        r"|table|step|steps|round|rounds|no\.|number|paragraph|page|phase|resolution|decree|decision|circular"
        r"|directive"
        rf"|law|department|conference|plenum|congress|district|ward|item|version|room)\s*(?:số\s+"
        rf"|no\.\s*)?{_MARK}{_MORE}(?![%\w]|[.,/]\d|\s*(?:%|triệu|tỷ|nghìn|đồng|ha|m2|km))",
        rf"(?<!\w)(?:cấp độ|mức độ|mức|(?<!nâng )(?<!cung )(?<!trợ )cấp|khu vực|vùng|hạng|loại|nhóm|bậc|khối"
        rf"|lớp|tổ|level|grade|class|rank|group|category"
        rf"|type|team)\s+\d{{1,2}}{_MORE}"
        r"(?![%\w]|[.,/]\d|\s*(?:%|triệu|tỷ|nghìn|đồng|người|năm|tháng|ngày|đến|million|years?|people|persons"
        r"|members?|days|months))",
        # an amount said again in words
        r"\(?bằng chữ\s*:[^)\n]{4,200}\)?",
        # documents that are called by a number
        r"(?<!\w)(?-i:Đề án|Chương trình|Dự án|Chỉ thị|Kết luận|Project|Program|Programme|Conclusion"
        r"|Directive)\s+\d{1,3}(?![\w%]|[.,]\d)",
        # the mark that opens a line or a row, and a line that is only a number
        r"^[ \t]*[-–+*•(“\"]?[ \t]*\d{1,3}(?:\.\d{1,2})*(?:[.):/]|[ \t]*[-–])(?=[ \t])",
        r"^[ \t]*\d{1,2}(?:\.\d{1,2}){1,3}(?=[ \t]+(?-i:[A-ZĐÁÀẢẠÂẤĂÔỔƠÍÚƯỨÝ]))",
        r"^[ \t]*[-–]?[ \t]*\d{1,4}[ \t]*[-–]?[ \t]*$",
        r"^[ \t]*\d{1,3}[ \t]*\|",
        r"(?<![\w.,])\d{1,4}\s*(?:[mc]?m\s*)?[xX×]\s*\d{1,4}(?!\d)(?:\s*[mc]?m(?!\w))?",
    )
)


def without_others(text: str) -> str:
    """The text with blanks (NUL) over everything that is a number and no figure, so that offsets stay."""
    spans = [(d.start, d.end) for d in find_dates(text)]
    spans += [(n.start, n.end) for n in find_numbers(text)]
    for pattern in _PATTERNS:
        spans += [m.span() for m in pattern.finditer(text)]
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        parts += (text[at:start], re.sub(r"\d", "\0", text[start:end]))
        at = end
    return "".join((*parts, text[at:]))
