"""The words by which a requirement tells what it is about: a degree, a level of theory, years of work, health ...

Knows both languages and a stretch of text; knows nothing of headings and subjects.
"""

import re
from dataclasses import dataclass

from corpus.registers import Attribute, Operator

_LEVEL_UP = re.compile(
    r"trở lên|or (?:higher|above|better|more)|and above|or a higher|higher|từ (?=(?:trung|cao|đại|thạc|sơ))",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"(?<!\w)(?:chưa|không|not|no|without|miễn|exempt(?:ed)?|thay|thiếu|ưu tiên|priority)\s+(?:\w+\s+){0,3}$"
    r"|(?<!\w)(?:sau khi|từ khi|kể từ ngày|trước khi|ngoài)\s+(?:\w+\s+){0,3}$"
    r"|(?<!\w)(?:yêu cầu|requiring|requires?|đối với|đào tạo|học)\s+(?:an? |trình độ )?$",
    re.IGNORECASE,
)
# a level that tells what somebody teaches, learns or writes: "giáo viên tiểu học, trung học phổ thông"
_LEVEL_OF = re.compile(
    r"(?<!\w)(?:giáo viên|giảng viên|nhà giáo|học sinh|sinh viên|giảng dạy|luận văn|luận án|teachers?|students?|theses"
    r"|thesis)\s(?:[^.;|\n()]{0,60}(?:,|và|hoặc|and|or)\s)?(?:trình độ |bậc |cấp )?$",
    re.IGNORECASE,
)
_LEVEL_BACK = 90  # characters in front of a level that are looked through
# what a course is on, up to the next thing that is asked for
_ON = r"(?:(?! (?:và|đồng thời) (?:có|được|phải|không) )[^.;,|]){0,120}"
# in the order in which they take the words: "cử nhân lý luận chính trị" is no degree
_CUES: tuple[tuple[Attribute, Operator, str], ...] = (
    (
        "training",
        "has",
        r"(?<=be |en |ng )(?:\w+ly )?trained (?:in|on) [^.;|]{2,200}"
        rf"|(?:(?<=phải )|chưa |đã )(?:qua|được) (?:đào tạo|bồi dưỡng|tập huấn|huấn luyện){_ON}"
        rf"|(?:được|qua) (?:các (?:lớp|khóa) )?(?:tập huấn|huấn luyện){_ON}"
        r"|(?:hoàn thành|tốt nghiệp|tham gia|tham dự|qua|dự) (?:các |chương trình |khóa |khoá |lớp )*"
        rf"(?:đào tạo|bồi dưỡng|tập huấn|huấn luyện){_ON}"
        r"|(?:completed|undergone|received) (?:[\w-]+ ){0,4}training(?! time)",
    ),
    (
        "political_theory",
        "at_least",
        r"(?:(?:cao cấp|trung cấp|sơ cấp|cử nhân)(?:,? (?:hoặc )?(?:cao cấp|trung cấp|sơ cấp"
        r"|cử nhân))? )?(?:về )?(?:lý luận|lí luận) chính trị"
        r"|(?:advanced|intermediate|elementary|senior|bachelor)(?:-level)?(?: or higher)?(?: (?:level|degree"
        r"|diploma|certificate)(?: of| in)?)? political theory"
        r"|(?:advanced|intermediate|elementary|senior)(?: or higher)? (?:level of "
        r"|qualifications? in )?political theory|political theory",
    ),
    (
        "state_management",
        "has",
        r"(?:chứng chỉ |chứng nhận |chương trình |bồi dưỡng |kiến thức "
        r"|trình độ )+(?:bồi dưỡng )?(?:về )?(?:kiến thức )?quản lý (?:hành chính )?nhà nước"
        r"(?: (?:ngạch|chương trình) (?:chuyên viên cao cấp|chuyên viên chính|chuyên viên"
        r"|cán sự)(?: và tương đương)?)?"
        r"|(?:certificates? (?:of|in|on) )?(?:training in "
        r"|knowledge of )?state (?:administrative )?management(?: (?:training|knowledge|certificate|programme"
        r"|fostering)"
        r"(?: certificate| programme)?)(?: for the rank of (?:senior |principal )?(?:specialist"
        r"|administrative officer))?",
    ),
    (
        "language",
        "has",
        r"ngoại ngữ|tiếng anh|tiếng dân tộc(?: thiểu số)?|foreign languages?|english|ethnic(?: minority)? languages?",
    ),
    ("informatics", "has", r"tin học(?: văn phòng)?|(?:sử dụng|kỹ năng|chứng chỉ) công nghệ thông tin"
    r"|informatics|computer skills|it skills"),
    (
        "degree",
        "at_least",
        r"(?:có |(?<!luận )văn )?(?:bằng |trình độ )?(?:tốt nghiệp )?(?:từ )?(?:trung học phổ thông"
        r"|(?<=bằng )trung cấp(?! (?:lý luận|lí luận|chính trị))|trung cấp(?= (?:trở lên|chuyên|ngành|phù hợp))|cao"
        r" đẳng|đại học|cử nhân|thạc s[ĩỹ]|tiến s[ĩỹ]"
        r"|sau đại học)(?!\w)"
        r"|(?:university|college|bachelor'?s?|master'?s?|doctoral|postgraduate|undergraduate"
        r"|ph\.?d\.?)(?: or higher| or postgraduate)?(?: degrees?| diplomas?| graduates?| level (?:or higher"
        r"|education|training))"
        r"|(?:bằng|tốt nghiệp) (?:bác sĩ|dược sĩ|kỹ sư|kiến trúc sư|chuyên khoa|đúng chuyên ngành|trung học)"
        r"|(?<=have a |hold a )(?:[\w'-]+ ){1,3}(?:degree|diploma)(?! of)"
        r"|graduat(?:e|ed|ion) from (?:a )?(?:university|college)|bằng tốt nghiệp|trình độ chuyên môn",
    ),
    (
        "certificate",
        "has",
        r"văn bằng(?:,| hoặc| và) chứng chỉ(?: [^.;,|]{2,60}(?= hoặc | và )| đào tạo)?|chứng chỉ(?: hành nghề| nghiệp"
        r" vụ| bồi dưỡng| ngạch| chuyên môn)?|giấy phép (?:hành nghề|lái xe)"
        r"|certificates?"
        r"|practising licen[cs]e",
    ),
    # how long is told by numbers, which are read before
    (
        "experience",
        "has",
        r"(?<!rút )(?<!trao đổi )(?<!chia sẻ )(?<!học tập )(?<!học hỏi )(?<!truyền đạt )(?<!sáng kiến )"
        r"(?:nhiều năm |có )?kinh nghiệm(?! (?:hay|tốt|quý|cho|của|từ|nước))"
        r"|(?:practical |working |professional |relevant )+experience",
    ),
    ("planning", "has", r"(?:được |trong |thuộc |có trong |chưa được )quy hoạch(?! (?:phát triển|chung|chi tiết"
    r"|sử dụng"
    r"|xây dựng|tổng thể|ngành|vùng|đô thị))"
     r"|(?:included in |in )(?:the )?(?:personnel )?planning|planned for (?:the|that|this) (?:post|title|position)"),
    ("health", "has", r"(?:đủ |bảo đảm |đảm bảo |có )(?:tiêu chuẩn |điều kiện |đủ )?(?:sức khỏe|sức khoẻ)"
    r"|(?:sức khỏe|sức khoẻ) (?:tốt|loại)|physically fit|(?:in )?good health"
    r"|healthy|state of health"),
    (
        "discipline",
        "has_not",
        r"(?<!quyết định )(?<!hội đồng )(?<!hình thức )(?:bị |thi hành (?:các hình thức )?|thời hạn )?(?:xử lý "
        r"|xem xét )?kỷ luật(?: khiển trách| cảnh cáo| cách chức"
        r"| giáng chức)?|bị cách chức"
        r"|disciplin(?:ed|ary)(?! (?:decision|council))(?: (?:by|with|measures?|action"
        r"|proceedings))?(?: reprimand| warning| caution)?"
        r"|serving a disciplinary measure",
    ),
    (
        "grading",
        "at_least",
        r"(?:được )?(?:đánh giá,? |xếp loại,? )+[^.;,|]{0,20}hoàn thành (?:xuất sắc "
        r"|tốt )?(?:chức trách, )?nhiệm vụ|hoàn thành (?:xuất sắc|tốt)(?: chức trách,)? nhiệm vụ"
        r"|fulfilled (?:the |his or her |their )?(?:tasks|duties) (?:well|excellently)"
        r"|(?:graded|rated) (?:as|at least) [^.;|]{0,30}?(?:tasks?|duties)(?: well)?(?: fulfilled)?|(?:excellently"
        r"|well) (?:fulfilled"
        r"|completed) (?:the |his or her )?(?:tasks|duties)",
    ),
    ("assets", "has", r"kê khai (?:và )?(?:minh bạch )?tài sản|declar(?:e|es|ed|ation"
    r"|ing) (?:of )?(?:his or her )?assets"),
    ("citizenship", "has", r"quốc tịch(?: là quốc tịch)? việt nam|công dân(?:, tổ chức)? việt nam"
    r"|citizens? of (?:the socialist republic of )?vietnam|vietnamese (?:nationality"
    r"|citizens?)|vietnamese citizenship"),
    ("membership", "has", r"(?:là |phải là )đảng viên|be(?:ing)? (?:a )?(?:communist )?party members?"
    r"|membership of the (?:communist )?party"),
    (
        "term_left",
        "has",
        r"(?:còn )?đủ tuổi (?:để )?(?:công tác|tái cử|bổ nhiệm|tham gia)[^.;,|]{0,40}|of an age allowing[^.;,"
        r"|]{0,80}|(?:old|young) enough to work (?:a|the) full term",
    ),
    (
        "other",
        "at_least",
        r"(?:giữ |đang giữ |xếp |bổ nhiệm vào )(?:ngạch|hạng|chức danh nghề nghiệp) [^.;,|]{2,60}"
        r"|(?:ít nhất|tối thiểu|at least) (?:đạt )?(?:cấp độ|bậc|hạng|level) ?\d(?!\d)"
        r"|(?:hold(?:ing)?|be holding|appointed to) the rank of [^.;,|]{2,60}",
    ),
)  # fmt: skip
_COMPILED = tuple((a, o, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.IGNORECASE)) for a, o, p in _CUES)
STRONG = frozenset({"degree", "political_theory", "state_management", "planning", "grading", "certificate", "language",
                    "informatics", "training", "citizenship", "membership", "term_left"})  # fmt: skip
_COLUMNS: tuple[tuple[Attribute, Operator, str], ...] = (
    ("political_theory", "at_least", "lý luận chính trị|llct|political theory"),
    ("state_management", "has", "quản lý nhà nước|qlnn|state management"),
    ("age", "at_most", "tuổi|độ tuổi|age"),
    ("experience", "at_least", "kinh nghiệm|thời gian công tác|thâm niên|experience|working time"),
    ("language", "has", "ngoại ngữ|foreign languages?"),
    ("informatics", "has", "tin học|informatics|it skills"),
    ("certificate", "has", "chứng chỉ|certificates?"),
    ("other", "at_least", "ngạch[^|]{0,24}|ranks?|minimum rank"),
    ("degree", "at_least", "trình độ[^|]{0,24}|bằng cấp|văn bằng|qualifications?|degrees?|education"),
    ("health", "has", "sức khỏe|health"),
    ("other", "has", "tiêu chuẩn|điều kiện|yêu cầu[^|]{0,30}|standards?|conditions?|requirements?|criteria"),
)
_BY_COLUMN = tuple((a, o, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.IGNORECASE)) for a, o, p in _COLUMNS)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell an attribute: `start:end` in the text, and how it is asked for."""

    attribute: Attribute
    operator: Operator
    start: int
    end: int


def cues_in(text: str, start: int, end: int, *, missing: bool = False) -> list[Cue]:
    """The attributes that a stretch of a text names, in order.

    What is told to be missing ("chưa có chứng chỉ") is not asked for, unless `missing` wants it.
    """
    taken: set[int] = set()
    found: list[Cue] = []
    for attribute, operator, pattern in _COMPILED:
        for match in pattern.finditer(text, start, end):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                found.append(Cue(attribute, operator, *match.span()))
    return sorted((c for c in found if missing or _asked(text, start, c)), key=lambda c: c.start)


def _asked(text: str, start: int, cue: Cue) -> bool:
    if cue.attribute == "degree" and _LEVEL_OF.search(text[max(start, cue.start - _LEVEL_BACK) : cue.start]):
        return False
    return cue.attribute == "discipline" or not _NOT_YET.search(text[max(start, cue.start - 24) : cue.start])


def of_column(name: str) -> tuple[Attribute, Operator] | None:
    """What the cells under a column's name ask for; None for a column of other things."""
    return next(((a, o) for a, o, pattern in _BY_COLUMN if pattern.search(name)), None)


def is_level_up(words: str) -> bool:
    """Whether words ask for a level and all above it ("trở lên", "or higher")."""
    return _LEVEL_UP.search(words) is not None
