"""Whether a point in time behind a cue is one to do something by: not how long it lasts, since when it counts, a case.

Knows nothing of how points are written.
"""

import re

from ingest.deadline.points import Point

# "trả lời bằng văn bản không quá 05 ngày làm việc"
_HANDLED = re.compile(
    r"(?<!\w)(?:thẩm định|thẩm tra|giải quyết|xử lý|trả lời|xem xét|xác minh|gửi|nộp|báo cáo|thông báo"
    r"|hoàn thành|bổ sung"
    r"|cho ý kiến|có ý kiến|phê duyệt|ban hành|công bố|niêm yết|chuyển)(?!\w)[^,;.:\n]{0,60}\s$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:hết|quá|tính|kể từ|từ ngày [\d/. ]{4,30}|từ ngày \d{1,2} tháng \d{1,2}(?: năm \d{4}| hằng năm| hàng năm)?"
    r"|từ (?:tháng [\d/ ]{1,8} |quý \w{1,3} )?năm \d{4}|từ \d{4}"
    r"|tăng|giảm|lên|so với|of|dated)\s+$",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"(?<!\w)đã (?:được |phê |thẩm |chi |lập |ký |ban |nộp |cấp |giao |bổ |tuyển |mua |có )[^,;.\n]{0,150}$"
    r"|\b(?:was|were|has been|have been|had been) [^,;.\n]{0,150}$"
)  # what was done before a day
# how long something is kept, holds or is barred is no time to do it by
_LASTS = re.compile(
    r"(?<!\w)(?:lưu trữ|lưu giữ|bảo quản|duy trì|có giá trị|có hiệu lực|giá trị sử dụng|đình chỉ|tạm giữ|bảo hành"
    r"|cộng dồn|tiếp tục (?:được )?(?:thực hiện|áp dụng|sử dụng|hưởng)[^,;.\n]{0,30}|(?:chịu|bị) (?:sự )?(?:quản lý"
    r"|giám sát|giáo dục|theo dõi)[^,;.\n]{0,60}|không thay đổi|ổn định|được miễn"
    r"|miễn đóng góp|nghiêm cấm|cấm)\s+(?:(?:ít nhất|tối thiểu|là|liên tục)\s+)*$"
    r"|\b(?:valid|kept|retained|preserved|barred|suspended|stored)\s+$",
    re.IGNORECASE,
)
# how much longer something may take, how long a list hangs out
_STAYS = re.compile(
    r"(?<!\w)(?:(?:gia hạn|kéo dài)(?: thêm)?(?!\w)|(?:được |phải )?(?:niêm yết|công khai|trưng bày)(?: công khai)?"
    r"(?= (?:tại|trên|ở|liên|trong|tối|ít)))[^,;.:\n]{0,80}$",
    re.IGNORECASE,
)
# "nếu trong thời hạn 30 ngày ... không trả lời thì", "where it has not paid within three days"
_IN_A_CASE = re.compile(
    r"(?<!\w)(?:nếu(?! có[),])(?:(?! thì )[^,;.:\n])*|(?:trường hợp|sau khi|khi|mà)\s+(?:đã )?(?:(?:quá|hết)\s+)?)\s$"
    r"|\b(?:which|that)\s(?:is|are|was|were|falls?)\s$|\b(?:if|unless|where|whether)\s(?:(?!\b(?:must|shall|to notify"
    r"|then)\b)[^,;.:\n]){0,160}$",
    re.IGNORECASE,
)
# "trong 14 ngày đầu tiên", "05 ngày liên tục": which days are meant, or how many of them
_COUNTED_UP = re.compile(r"\s+(?:làm việc )?(?:đầu(?: tiên)?|cuối|liên tục|liên tiếp|cộng dồn|gần nhất|trước đó)(?!\w)")
_CLAUSE_ENDS = ",;.:)-–+"
_NOT_YET = re.compile(r"(?<!\w)mới (?:có quyền|được)(?!\w)")  # "Sau 30 ngày ..., bên bán mới được ...": not before
_UNLESS = re.compile(r"\s(?:mà|nếu|không|chưa|thì)\s")


def meant(text: str, cue: re.Match[str], point: Point, start: int, since: re.Pattern[str]) -> bool:
    """Whether the words name a time by which something is to be done, not how long it lasts or since when it counts."""
    kind = str(cue.lastgroup)
    if _NOT_BEFORE.search(text, max(start, cue.start() - 40), cue.start()):
        return False
    if point.length is None:
        if kind == "before" and _WAS.search(text, max(start, cue.start() - 160), cue.start()):
            return False
        return not (kind == "until" and point.span == "year") or "hết" in cue.group().lower()
    if kind in ("on", "until") or _is_a_stretch(text, cue, point, start):
        return False
    counted = since.match(text, point.end)
    if kind == "after":  # "Sau 15 ngày kể từ ngày niêm yết, Sở cấp giấy"
        return counted is not None and _opens(text, start, cue.start()) and not _is_not_before(text, counted)
    if counted is not None and " mà " in counted["words"]:
        return False  # "trong thời hạn 30 ngày kể từ ngày nhận được thông báo mà không trả lời thì"
    return counted is not None or _bounds(text, cue, point, start)


def _is_a_stretch(text: str, cue: re.Match[str], point: Point, start: int) -> bool:
    """Whether a length of time tells how long something lasts, which days are meant, or a case."""
    lasts = _LASTS.search(text, max(start, cue.start() - 100), cue.start())
    case = _IN_A_CASE.search(text, max(start, cue.start() - 170), cue.start())
    return bool(lasts or case or _COUNTED_UP.match(text, point.end))


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a clause begins here: "chỉ được đề nghị lại sau 12 tháng" tells before when not, in place of by when."""
    before = text[start:at].rstrip()
    return not before or before[-1] in _CLAUSE_ENDS


def _is_not_before(text: str, counted: re.Match[str]) -> bool:
    """Whether what comes so long after something is a case, or may only then be done."""
    case = _UNLESS.search(counted.group()) is not None
    return case or _NOT_YET.search(text, counted.end(), counted.end() + 120) is not None


def _bounds(text: str, cue: re.Match[str], point: Point, start: int) -> bool:
    """Whether a length of time that counts from nothing named bounds what is done."""
    words, kind = cue.group().lower(), str(cue.lastgroup)
    if _STAYS.search(text, max(start, cue.start() - 120), cue.start()):
        return False
    if words.startswith(("không", "tối")):
        handled = _HANDLED.search(text, max(start, cue.start() - 80), cue.start())
        return point.unit in ("working_day", "hour") and handled is not None
    if "more than" in words:
        return False
    plain = words.startswith(("trong thời", "trong vòng", "thời hạn", "within", "chậm", "muộn", "trễ", "ít", "before"))
    return plain or point.unit in ("day", "working_day", "hour") or kind == "before"
