"""Where a sentence comes to the point: behind conditions, times and "therefore". Knows nothing of who acts how."""

import re

from corpus.registers import Span
from ingest.deadlines import find_deadlines
from ingest.duty.actors import acting_vi, names_body
from ingest.duty.actors_english import acting_en
from ingest.duty.read import Words
from ingest.duty.words import ORDERS_VI, VERBS_VI

_LEADING = re.compile(
    r"(?:(?:để|khi|nếu|trường hợp|trong trường hợp|đối với|trong quá trình|căn cứ|trên cơ sở|sau khi|trong thời hạn"
    r"|định kỳ"
    r"|hằng|hàng|trước mắt|thông qua|trước ngày|trước khi|hết|cuối|đến hết|chậm nhất|riêng|ngoài|ngoài ra|đồng thời"
    r"|tiếp đó|mỗi|từ (?:năm|ngày|tháng)"
    r"|trong|vào"
    r"|thời gian tới|sau ngày|theo)(?!\w)"
    r"|(?:in|if|when|where|to|for|after|within|by|before|every|each|at the|along with|regarding|therefore|accordingly"
    r"|no later than|not later than|upon|under|pursuant to|from now|concluding|based|on the basis|from now until)\b)"
    r"[^,\n]{0,220}(?:,\s+(?:clauses?|articles?|points?|sections?)\s[^,\n]{1,60}){0,3},\s+",
    re.IGNORECASE,
)
_RHYTHM = ("mỗi ", "hằng ", "hàng ", "định kỳ ", "trước ", "chậm nhất", "trong thời hạn", "thường xuyên ")
_ASKING = re.compile(r"\b(?:request|propos|urg|ask|requir|direct|instruct|suggest|assign|order)(?:e?s|ed|d)?\s")
_BINDING = re.compile(
    r"\b(?:must|shall|is requested|are requested|is assigned|are assigned|request(?:s|ed)?|propos(?:es|ed|al))\b",
    re.IGNORECASE,
)
_CASE = re.compile(r"(?:trường hợp|trong trường hợp|nếu|khi|đối với|ở (?:những|nơi|các)|tại (?:những|nơi))\s")
_BINDS = ("phải", "có trách nhiệm", "chịu trách nhiệm", "không được")
_CASE_MOST = 600  # characters of a case that "thì" follows
_THEN = re.compile(r"\sthì\s+")
_ASIDE = re.compile(r";|\smà\s|\([^)]*$")  # a case of something told by the way


def point(words: Words, part: Span) -> int:
    """Past what stands before the subject: conditions, times, "đồng thời"."""
    begin = at = words.past_blanks(part.start, part.end)
    if _CASE.match(words.lower, at, part.end) and (
        then := _THEN.search(words.lower, at, min(part.end, at + _CASE_MOST))
    ):
        named = names_body(words.lower, then.end(), part.end) is not None
        if named or verb_first(words.lower, then.end(), words.word_end(then.end())):
            return then.end()
    if (bound := _bound_behind_case(words, at, part.end)) is not None:
        return bound
    for _ in range(4):
        at = _past_rhythm(words, at, part.end)
        match = _LEADING.match(words.text, at, part.end)
        if match is None or _ASKING.search(match.group()):
            break
        if then := _THEN.search(words.lower, match.start(), match.end()):
            return then.end()
        if _says_already(words, match, part.end):
            break
        at = match.end()
    return _behind_commas(words, at, part.end) if at > begin else at


def _bound_behind_case(words: Words, start: int, end: int) -> int | None:
    """Where a body is bound behind a case that lists several things: "Khi nhận đơn, sửa đơn, Phòng A phải ..."."""
    if _CASE.match(words.lower, start, end) is None:
        return None
    for comma in re.finditer(r",\s+", words.text[start : min(end, start + _CASE_MOST)]):
        at = start + comma.end()
        if names_body(words.lower, at, end) is None:
            continue
        acting = acting_vi(words.text, words.lower, at, end)
        if acting is not None and acting.modal and acting.word in _BINDS and acting.who is not None:
            return at if not _ASIDE.search(words.text, start, at) else None
    return None


def consequence(words: Words, part: Span) -> int | None:
    """Where a conditional sentence says what follows: behind "thì", where somebody or something to do is named."""
    if verb_first(words.lower, part.start, words.word_end(part.start)):
        return None
    match = _THEN.search(words.lower, part.start, min(part.end, part.start + _CASE_MOST))
    if match is None or _ASIDE.search(words.text, part.start, match.start()):
        return None
    at = point(words, Span(match.end(), part.end))
    first = words.word_end(at)
    named = names_body(words.lower, at, part.end) is not None or ORDERS_VI.at(words.lower, at, first) is not None
    return at if named or verb_first(words.lower, at, first) else None


def verb_first(lower: str, start: int, end: int) -> bool:
    """Whether what is to be done begins right here."""
    verb = VERBS_VI.at(lower, start, end)
    return verb is not None and verb not in ("định kỳ", "căn cứ", "thường xuyên")


def _past_rhythm(words: Words, at: int, end: int) -> int:
    """Past "mỗi năm", "định kỳ 6 tháng", "trong thời hạn 5 ngày" before the verb."""
    if not words.lower.startswith(_RHYTHM, at):
        return at
    due = find_deadlines(words.text, at, min(end, at + 200))
    return words.past_blanks(due[0].phrase.end, end) if due and due[0].phrase.start == at else at


def _says_already(words: Words, match: re.Match[str], end: int) -> bool:
    """Whether words up to a comma are no mere circumstance but already what is to be done."""
    at = match.start()
    if words.lower.startswith("to ", at):
        acting = acting_en(words.text, match.end(), end)
        bound = acting is not None and acting.who is not None and acting.modal
        return not bound and _BINDING.search(words.text, match.end(), end) is None
    if verb_first(words.lower, at, words.word_end(at)):
        return True
    named = names_body(words.lower, at, end) is not None
    return named and acting_vi(words.text, words.lower, at, match.end()) is not None


def _behind_commas(words: Words, at: int, end: int) -> int:
    """An enumeration may go on behind the first comma: "nếu có khó khăn, vướng mắc, các cơ quan ..."."""
    begin = at
    for _ in range(3):
        if names_body(words.lower, begin, end) is not None or verb_first(words.lower, begin, words.word_end(begin)):
            return begin
        comma = words.text.find(", ", begin, min(end, begin + 120))
        if comma < 0:
            break
        begin = comma + 2
    return at
