"""What bodies are called where a text names one: "Sở Nội vụ", "Ban Tổ chức Tỉnh ủy", "the Ministry of Home Affairs".

Knows no documents. Who else may be given a duty ("đơn vị", "người đứng đầu") is for `ingest.duty.words`.
"""

from corpus.folding import CAPITALS

# what the name of a body opens with
OFFICES_VI = (
    "Bộ|Sở|Ban|Ủy ban|Uỷ ban|Hội đồng|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Phòng|Cục|Vụ|Chi cục|Trường|Học viện|Văn phòng"
    "|Khoa|Thanh tra|Kho bạc|Báo|Đài|Công an|UBND|HĐND|UBKT"
)
# what stands in the name of a body
OFFICES_EN = (
    "Department|Ministry|Committee|Council|Board|Office|Academy|School|Commission|Secretariat|Inspectorate|Faculty"
    "|Division|Treasury|Newspaper"
)
_LARGE = rf"[{CAPITALS}][\w’'-]*"
_SMALL = rf"(?![{CAPITALS}])[^\W\d_]+"
# a verb behind the name is no part of it: "Khoa Xây dựng Đảng phụ trách"
_VERBS = (
    "phụ trách|chủ trì|quyết định|có|là|được|phải|bổ nhiệm|cử|phê duyệt|thẩm định|xây dựng|trình|ban hành|giao|tổ chức"
    "|ký|làm|thì|ra|gửi|lập|chọn|rà soát|kiểm tra|quản lý|hướng dẫn|tổng hợp|công nhận|tuyển dụng|xếp hạng|đang|sẽ|đã"
)
# of a Vietnamese name each part has one capital: "Sở Giáo dục và Đào tạo"
_BODY_VI = (
    rf"(?>(?:{OFFICES_VI})(?!\w)(?:\s+nhân dân|\s+thường trực)?"
    rf"(?:\s+(?:và\s+(?!(?:{OFFICES_VI})\b))?{_LARGE}(?:\s+(?!(?:{_VERBS})(?!\w)){_SMALL})?)*"
    r"(?:\s+(?:tỉnh|huyện|xã)(?!\w))?(?:\s+cấp\s+(?:tỉnh|huyện|xã))?)"
)
_BODY_EN = (
    rf"(?:[A-Z][\w’'-]*\s+(?:and\s+)?)*(?:{OFFICES_EN})"
    r"(?:\s+(?:of|for|and|on)(?:\s+the)?\s+(?:provincial\s+|district-level\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)*"
)
_POST = (
    r"(?:(?:Phó\s+)?(?:Giám đốc|Chủ tịch|Bí thư|Trưởng ban|Trưởng phòng|Chánh Văn phòng|Hiệu trưởng)\s+"
    r"|(?:Deputy |Vice )?(?:Director|Chairman|Chairperson|Chairwoman|Head|Secretary|Minister|Principal)\s+of\s+"
    r"(?:the\s+)?(?:provincial\s+)?)"
)
# a body, or who heads it; to be put into a pattern
BODY = rf"(?:{_POST}(?:{_BODY_VI}|{_BODY_EN}|sở(?!\w))|{_BODY_VI}|{_BODY_EN})"
