"""Words of offices that say the same in a statement and in its source: tables, for the check alone.

Questions are compared by assistant/vocabulary.toml; what stands here helps no answer to be found.
"""

from functools import cache

from assistant.checks.words import form_of
from assistant.vocabulary import SAME_ENGLISH, SAME_VIETNAMESE

_ENGLISH = (
    "issue grant give award hand confer", "post display show exhibit put", "count add reckon include treat regard",
    "move assign transfer place shift", "govern follow comply regulate obey", "ask propose request submit",
    "tell notify inform let report", "answer reply respond response", "leave stay remain keep continue",
    "work service serve", "obtain get receive gain acquire", "check verify examine review", "certify confirm attest",
    "fill hold occupy", "refuse reject decline", "pay settle disburse", "need require call demand take",
    "post position job office", "unit body agency office", "rule regulation provision", "duty task work responsibility",
    "hear learn", "lower reduce cut decrease", "raise increase grow rise", "miss absent", "sign signature",
    "finish complete end close", "study learn train course", "buy procure purchase", "use apply employ",
    "draw draft prepare write compile", "level grade rank", "list enumerate name", "record note enter register",
    "trainee student learner participant", "certificate diploma degree", "quota number allocation", "time period term duration",
    "place location", "house housing accommodation", "rent lease", "vote ballot poll",
)  # fmt: skip
_VIETNAMESE = (
    ("chữa", "điều trị"), ("họp", "tiến hành"), ("tiến hành", "tổ chức"), ("mở", "tổ chức"), ("vắng", "nghỉ"),
    ("để trống", "bỏ trống"), ("chuyển", "điều động"), ("báo", "thông báo"), ("đồng ý", "tán thành"), ("cho phép", "đồng ý"),
    ("nhất trí", "thống nhất"), ("đủ", "đáp ứng"), ("đạt", "đáp ứng"), ("đạt", "hoàn thành"), ("học", "học tập"),
    ("giữ", "đảm nhiệm"), ("thay", "thế"), ("nằm", "thuộc"), ("cấp", "phát"), ("chi", "cấp"), ("trả", "chi"),
    ("lấy", "dùng"), ("dùng", "sử dụng"), ("kèm", "đính kèm"), ("cập nhật", "bổ sung"), ("soạn", "xây dựng"),
    ("làm", "thực hiện"), ("làm", "công tác"), ("nhờ", "đề nghị"), ("xin", "đề nghị"), ("xin", "đăng ký"), ("quy định", "quyết định"),
)  # fmt: skip


@cache
def same_english() -> dict[str, frozenset[str]]:
    """Each English word as it is compared, with those that may stand for it."""
    rows = {word: set(row) for word, row in SAME_ENGLISH.items()}
    for line in _ENGLISH:
        row = {form_of(w, "en") for w in line.split()}
        for word in row:
            rows.setdefault(word, set()).update(row)
    return {word: frozenset(row) for word, row in rows.items()}


@cache
def same_vietnamese() -> dict[str, frozenset[str]]:
    """Each Vietnamese syllable with those of the words that may stand for its word."""
    rows: dict[str, set[str]] = {}
    for a, b in (*SAME_VIETNAMESE, *_VIETNAMESE):
        for one, other in ((a, b), (b, a)):
            for word in one.split():
                rows.setdefault(form_of(word, "vi"), set()).update(form_of(o, "vi") for o in other.split())
    return {word: frozenset(row) for word, row in rows.items()}


def alike(form: str, known: frozenset[str], *, english: bool) -> bool:
    """Whether a word stands among others by another name, or as another word of its family."""
    if form in known:
        return True
    rows = same_english() if english else same_vietnamese()
    if rows.get(form, frozenset()) & known:
        return True
    return english and any(len(k) > 4 and len(form) > 4 and k[:5] == form[:5] for k in known)
