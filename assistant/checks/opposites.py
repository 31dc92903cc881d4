"""Opposites: a statement that has "open" by the words that stand by "close" in its source. Knows word lists only."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.free import is_free
from assistant.checks.side import Side
from assistant.checks.text import Fault
from assistant.checks.words import Reading, form_of
from corpus.messages import Language

_OPPOSITES = (
    ("tăng", "giảm"), ("nam", "nữ"), ("cao", "thấp"), ("thêm", "bớt"), ("đồng ý", "từ chối"), ("lớn", "nhỏ"),
    ("hợp lệ", "không hợp lệ"), ("bắt đầu", "kết thúc"), ("bắt đầu", "hoàn thành"), ("một lần", "nhiều lần"), ("có hiệu lực", "hết hiệu lực"), ("cấp tỉnh", "cấp xã"),
    ("cấp tỉnh", "cấp huyện"), ("cấp huyện", "cấp xã"), ("bổ nhiệm", "miễn nhiệm"), ("ban hành", "bãi bỏ"),
    ("chủ trì", "phối hợp"), ("trực tiếp", "trực tuyến"), ("đạt", "trượt"), ("tối thiểu", "tối đa"),
    ("sớm", "chậm"), ("sớm", "muộn"), ("đúng hạn", "quá hạn"), ("đúng hạn", "chậm"), ("nhanh", "chậm"),
    ("khai giảng", "bế giảng"), ("khai mạc", "bế mạc"), ("trong nước", "ngoài nước"), ("trong tỉnh", "ngoài tỉnh"),
    ("trong giờ", "ngoài giờ"), ("bản chính", "bản sao"), ("bản gốc", "bản sao"), ("chủ quan", "khách quan"),
    ("bên trong", "bên ngoài"), ("công khai", "bí mật"), ("chính thức", "dự bị"), ("chính thức", "tạm thời"),
    ("tập trung", "không tập trung"), ("tập thể", "cá nhân"), ("thường xuyên", "đột xuất"), ("định kỳ", "đột xuất"),
    ("lần đầu", "điều chỉnh"), ("lần đầu", "lại"), ("cấp trên", "cấp dưới"), ("thành lập", "giải thể"),
    ("sáp nhập", "chia tách"), ("tuyển dụng", "thôi việc"), ("khen thưởng", "kỷ luật"), ("thuận lợi", "khó khăn"),
    ("ưu điểm", "hạn chế"), ("ưu điểm", "khuyết điểm"), ("thu", "chi"), ("giao", "nhận"), ("gửi", "nhận"),
    ("mở", "đóng"), ("lên", "xuống"), ("chuyên trách", "kiêm nhiệm"), ("thành thị", "nông thôn"), ("đầu năm", "cuối năm"),
    ("sáu tháng đầu năm", "sáu tháng cuối năm"), ("phê duyệt", "từ chối"), ("chấp thuận", "từ chối"), ("đủ", "thiếu"),
    ("giữ nguyên", "thay đổi"), ("tiếp tục", "chấm dứt"), ("bắt buộc", "tự nguyện"), ("toàn bộ", "một phần"), ("riêng", "chung"),
    ("increase", "decrease"), ("rise", "fall"), ("raise", "lower"), ("accept", "reject"), ("approve", "reject"),
    ("begin", "end"), ("start", "finish"), ("start", "end"), ("opening", "closing"), ("takes effect", "expires"),
    ("men", "women"), ("male", "female"), ("provincial", "district"), ("provincial", "commune"),
    ("district", "commune"), ("appoint", "dismiss"), ("promulgate", "annul"), ("include", "exclude"),
    ("in person", "online"), ("first", "last"), ("early", "late"), ("full-time", "part-time"), ("public", "private"),
    ("high", "low"), ("higher", "lower"), ("more", "less"), ("senior", "junior"), ("subjective", "objective"),
    ("internal", "external"), ("domestic", "foreign"), ("domestic", "overseas"), ("original", "copy"), ("open", "close"),
    ("previous", "following"), ("previous", "next"), ("up", "down"), ("equivalent", "lower"), ("equivalent", "higher"),
    ("permanent", "temporary"), ("regular", "extraordinary"), ("urban", "rural"), ("oral", "written"),
    ("succeed", "fail"), ("pass", "fail"), ("strengths", "weaknesses"), ("advantage", "disadvantage"),
    ("reward", "discipline"), ("reward", "punish"), ("grant", "withdraw"), ("grant", "revoke"), ("allow", "prohibit"),
    ("establish", "dissolve"), ("continue", "stop"), ("continue", "terminate"), ("voluntary", "compulsory"),
    ("mandatory", "optional"), ("send", "receive"), ("pay", "receive"), ("lend", "borrow"), ("buy", "sell"),
    ("majority", "minority"), ("maximum", "minimum"), ("excellently", "well"), ("whole", "part"), ("join", "leave"),
    ("keep", "change"), ("add", "remove"), ("continue", "cease"), ("postpone", "cancel"), ("supplement", "replace"),
    ("addition", "replace"), ("adds", "replaces"), ("combined", "replaces"), ("missing", "additional"),
    ("còn thiếu", "tăng thêm"), ("hoãn", "hủy"), ("lùi", "hủy"), ("bổ sung", "thay thế"), ("kéo dài", "rút ngắn"), ("separately", "together"),
)  # fmt: skip
# who sends to whom who receives: told from the other end, one is the other
_CONVERSE = frozenset(
    frozenset(pair) for pair in (("giao", "nhận"), ("gửi", "nhận"), ("send", "receive"), ("pay", "receive"), ("lend", "borrow"), ("buy", "sell"))
)  # fmt: skip
_LISTED = re.compile(r"[^.;]{0,40}?(?:,| và | hoặc | and | or )[^.;]{0,40}$")
_PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis", "mis")
_STEM = 4  # letters of a word whose prefix says no
_NEAR = 2
_NEGATIONS = frozenset({"deny", "forbid", "exempt", "except"})
_REACH = 2
_SPAN = 8  # words between two things of a list


def compare_opposites(said: Side, source: Side) -> Iterator[Fault]:
    """Words of the statement that stand where the source has their opposites."""
    mine, theirs = _forms(said), _forms(source)
    free = is_free(said.reading, source.reading)
    for one, other, a, b in _opposed(said.reading.language):
        if free and _places(b, mine) and _places(a, theirs):
            continue  # both texts tell of both
        if free and (
            frozenset((one, other)) in _CONVERSE or _side_by_side(source, _places(a, theirs), _places(b, theirs))
        ):
            continue
        for at in _places(a, mine):
            ours = max((_shared(said, at, len(a), source, x, len(a)) for x in _places(a, theirs)), default=-1)
            turned = [x for x in _places(b, theirs) if _shared(said, at, len(a), source, x, len(b)) > max(0, ours)]
            if any(_negated(said, at) == _negated(source, x) for x in turned):
                yield Fault("meaning", one, other)
                break
    if said.reading.language == "en":
        yield from _prefixed(said, source)


def _side_by_side(side: Side, ones: list[int], others: list[int]) -> bool:
    """Whether a text lists both: "the setting up, merging and closing of schools"."""
    words, text = side.reading.words, side.reading.text
    return any(
        abs(x - y) <= _SPAN and _LISTED.match(text[words[min(x, y)].start : words[max(x, y)].start])
        for x in ones
        for y in others
    )


def _shared(said: Side, at: int, length: int, source: Side, there: int, theirs: int) -> int:
    """How many of the words beside two places are the same."""
    return len(_beside(said.reading, at, length) & _beside(source.reading, there, theirs))


def _beside(reading: Reading, at: int, length: int) -> set[str]:
    words = reading.words
    before = [w.form for w in words[max(0, at - 2 * _NEAR) : at] if w.telling][-_NEAR:]
    behind = [w.form for w in words[at + length : at + length + 2 * _NEAR] if w.telling][:_NEAR]
    return {*before, *behind}


def _negated(side: Side, at: int) -> bool:
    return any(o.kind in _NEGATIONS and 0 <= at - o.word <= _REACH for o in side.operators)


def _prefixed(mine: Side, theirs: Side) -> Iterator[Fault]:
    """ "changed" for "unchanged": a word that lost or got the syllable that says no, and no "not" instead."""
    said, source = mine.reading, theirs.reading
    for one, other, turn in ((said, source, False), (source, said, True)):
        plain = source if one is said else said
        side = theirs if plain is source else mine
        for w in one.words:
            word = one.text[w.start : w.end].lower()
            bare = next((word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) - len(p) >= _STEM), "")
            form = form_of(bare, "en") if bare else ""
            denied = any(_negated(side, i) for i, o in enumerate(plain.words) if o.form == form)
            if form and form in other.forms and form not in one.forms and w.form not in other.forms and not denied:
                yield Fault("negation", *((bare, word) if turn else (word, bare)))


def _forms(side: Side) -> list[str]:
    """The forms of a text, those of bounds left out: "no less than" is not the opposite of "or more"."""
    bounds = side.figures.covered
    return ["" if any(a <= w.start < b for a, b in bounds) else w.form for w in side.reading.words]


def _places(run: tuple[str, ...], forms: list[str]) -> list[int]:
    """Where words stand one after the other."""
    if run[0] not in forms:
        return []
    return [i for i in range(len(forms) - len(run) + 1) if tuple(forms[i : i + len(run)]) == run]


@lru_cache(maxsize=2)
def _opposed(language: Language) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """The opposites, both ways round, as printed and as they are compared."""
    both = [pair for one, other in _OPPOSITES for pair in ((one, other), (other, one))]
    found = [(one, other, _form(one, language), _form(other, language)) for one, other in both]
    return [row for row in found if row[2] != row[3]]


def _form(words: str, language: Language) -> tuple[str, ...]:
    return tuple(form_of(w, language) for w in words.replace("-", " ").split())
