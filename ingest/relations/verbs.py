"""What a text says that it does to another: the verbs of amending, replacing, annulling ..., and which it means.

A verb counts where the document itself is who acts, or where what it is done to opens the sentence; "đã được sửa đổi
theo Luật X" and "Pháp lệnh sửa đổi ..." only tell of others. Reads folded words. Knows nothing of targets.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.folding import fold
from corpus.identity import TYPES
from corpus.relations import RelationKind as Kind

TYPE_NAMES = "|".join(
    sorted({fold(name) for _, vi, en, *_ in TYPES[:-1] for name in (vi, *en)}, key=lambda n: (-len(n), n))
)
_AND = r"\s*(?:,|va|and|;)\s*(?:va\s+|and\s+)?"
_AMEND = (
    r"(?:(?:dieu chinh,? (?:va )?)?sua doi|dieu chinh(?= (?:noi dung |ten )?(?:dieu|khoan|diem|muc|phu luc) \w{1,4}\W)"
    rf"|dieu chinh(?=(?:,? (?:va )?bo sung)? (?:{TYPE_NAMES}) so:? ?\d)"
    r"|amend(?:s|ed|ing|ments?)?|modif(?:y|ies|ied|ying))"
)
# a unit that only gets another number, and so makes room for a new one, loses none of its words
_RENUMBER = (
    r"(?:danh (?:lai )?so(?: lai)?(?: thu tu)?|doi so(?: thu tu)?|renumber(?:s|ed|ing)?|redesignat(?:es?|ed|ing))"
)
_ADD = r"(?:bo sung|supplement(?:s|ed|ing)?|add(?:s|ed|ing)?(?! to (?:the )?cost)|insert(?:s|ed|ing)?)"
_PAUSE = r"(?:tam )?(?:dinh chi|ngung|dung)(?: (?:hieu luc|thi hanh|thuc hien|ap dung))*"
_LONGER = (
    r"(?:(?:keo dai|gia han)(?: them)? (?:thoi gian |thoi han |viec )?)?"  # "kéo dài thời gian tạm ngưng hiệu lực"
)
_VERBS: tuple[tuple[Kind, str], ...] = (
    (Kind.AMENDS, rf"{_AMEND}(?:{_AND}{_ADD})?|{_ADD}{_AND}{_AMEND}"),
    (Kind.CONTINUES, (
        r"(?:van )?tiep tuc (?:duoc |co )?(?:thuc hien|ap dung|thi hanh|hieu luc)(?: thi hanh)?(?! tro lai)"
        r"|van (?:con|co) hieu luc"
        r"|(?:continues? to (?:be (?:effective|in force|applied|implemented)|apply|have effect)|remains? (?:in"
        r" (?:full )?(?:force|effect)|effective|applicable|valid))"
        r"|continues? (?:the )?(?:implementation|application) of"
    )),
    (Kind.POSTPONES, (
        r"(?:lui|hoan|doi|chuyen)(?: lai)?(?: (?:thoi han|thoi diem|ngay))?(?: co)? hieu luc(?: thi hanh)?"
        r"|lui (?:thoi han|thoi diem) (?:ap dung|thi hanh|thuc hien)|postpon(?:es?|ed|ing)|defer(?:s|red|ring)"
    )),
    (Kind.EXPIRES, (
        r"(?:het|cham dut|khong con|mat) hieu luc(?: phap luat)?(?: thi hanh)?"
        r"|ceases? (?:to (?:be effective|have (?:legal )?effect|be in force|take effect|apply)|(?:its )?effect)"
        r"|(?:is|are|shall|will) no longer (?:be )?(?:effective|in force|in effect|valid|applicable)"
        r"|expires?|(?:shall be|becomes?) (?:invalid|ineffective)"
    )),
    (Kind.RESUMES, r"(?:tiep tuc )?co hieu luc tro lai|khoi phuc hieu luc|resum\w+ (?:its )?effect|restor\w+ the"
                   r" effect|lifted|(?:go|do) bo"),
    (Kind.SUSPENDS, (
        rf"{_LONGER}(?:tam )?dinh chi(?:(?: viec)? (?:thi hanh|thuc hien|ap dung|hieu luc)|(?= (?:mot phan"
        rf" )?(?:{TYPE_NAMES}|dieu|khoan|chuong|muc)\W))|{_LONGER}(?:tam )?ngung(?: mot phan| toan bo)? hieu luc"
        rf"(?: thi hanh)?|{_LONGER}(?:tam )?(?:ngung|dung)(?: viec)? (?:thi hanh|thuc hien|ap dung|hieu luc)"
        r"|(?:extend|prolong)(?:s|ed|ing)? the suspension(?: of)?"
        r"|suspend(?:s|ed|ing)?(?: the (?:implementation|effect|application) of)?"
    )),
    (Kind.EXTENDS, r"(?:keo dai|gia han)(?: them)? (?:thoi gian|thoi han|hieu luc)(?: (?:thuc hien|ap dung|thi diem|co"
                   r" hieu luc|hieu luc))?|gia han|(?:extend|prolong)(?:s|ed|ing)?"),
    (Kind.REPLACES, r"thay the(?: cho)?|thay(?= (?:cac )?cum tu| (?:cac )?tu\W| bang\W)|replac(?:es?|ed|ing)"
                    r"|supersed(?:es?|ed|ing)"),
    (Kind.ANNULS, r"(?:bai|huy) bo|bo(?= (?:cac )?cum tu| (?:cac )?tu\W)|abrogat(?:es?|ed|ing)|annul(?:s|led"
                  r"|ling)?|repeal(?:s|ed|ing)?|(?:remov|delet)(?:es?|ed|ing)|revok(?:es?|ed|ing)"
                  r"|(?:ket thuc|cham dut)(?: viec)? (?:thuc hien|ap dung|thi hanh)"
                  rf"|thu hoi(?=\W+(?:va )?huy bo\W|\W+(?:{TYPE_NAMES})\W)"
                  r"|(?:terminat|discontinu)(?:es?|ing) the (?:implementation|application|effect|validity) of"),
    (Kind.CORRECTS, r"dinh chinh|correct(?:s|ed|ing|ions?)|rectif(?:y|ies|ied|ying)"),
    (Kind.CONSOLIDATES, r"hop nhat|consolidat(?:es?|ed|ing)"),
    (Kind.DETAILS, r"quy dinh chi tiet(?: va huong dan)?(?: (?:thi hanh|thuc hien))?|detail(?:s|ed|ing)"
                   r"|elaborat(?:es?|ed|ing)"),
    (Kind.GUIDES, r"huong dan(?: chi tiet)?(?: viec)?(?: (?:thi hanh|thuc hien|ap dung))?|guid(?:es?|ing|ance)"),
    (Kind.SUPPLEMENTS, rf"{_ADD}|{_RENUMBER}"),
)  # fmt: skip
# what ends a suspension by name, and so has what it is done to behind it
_LIFTS = (
    rf"(?:bai bo|huy bo|cham dut|go bo|ket thuc)(?: viec)? {_PAUSE}"
    r"|(?:lift|end|terminat|revok|annul|withdraw)\w* the suspension(?: of)?"
)
_VERB = re.compile(
    rf"(?<!\w)(?:(?P<lifts>{_LIFTS})|{'|'.join(f'(?P<{kind}>{pattern})' for kind, pattern in _VERBS)})(?!\w)"
)
# "điều 1.", "2)", "3/", "a)", "- ": what may stand before the first word of a statement
_MARK = re.compile(
    r"\W*(?!v/v\b)(?:(?:(?:dieu|article|khoan|clause|muc|section|chuong|chapter|diem|point)\s+)?(?:\d{1,3}[a-z]{0,2}"
    r"|[ivxlc]{1,5}|[a-z]{1,2}\d?)"
    r"\s*[.:)/]\W*|[-–+•]\s*)*"
)
_OPENING = re.compile(
    r"(?:nay|v/v|quyet dinh|dong thoi|tam thoi|cong bo|to|hereby|ve viec|ve|on|viec|the|thong nhat)?\s*(?:cong bo\s+"
    r"|cho phep\s+|viec\s+|the\s+|hereby\s+)?(?:tiep tuc\s+|further\s+|again\s+|once more\s+)?"
)
SELF = re.compile(
    rf"(?:(?:{TYPE_NAMES}|van ban|quy pham)\s+nay|this\s+(?:(?:{TYPE_NAMES}|document|legal document)))(?!\w)"
)
# "Quyết định có hiệu lực sau 10 ngày ... và thay thế ...": the document itself, though not called "này"
_BARE_SELF = re.compile(rf"(?:{TYPE_NAMES})(?= co hieu luc )")
_BODY = re.compile(
    r"(?:the )?(?:bo|so|ban|uy ban|van phong|tong cuc|cuc|thanh tra|ngan hang|toa an|hoi dong|bao hiem|ministry"
    r"|department|government|committee)\b[^.;:()]{0,80}\s"
)
_JOINED = re.compile(
    r"(?:^|[,;.]|(?<!\w)(?:va|and|dong thoi|cung))\s*(?:va|and|dong thoi)?\W*(?:se|shall|cung|also|is to)?\s*$"
)
_RIGHT_BEHIND = re.compile(r"\s*(?:se|shall|cung|co hieu luc (?:va|,)|hereby|also|chi|duoc ban hanh de|nham)?\s*$")
_PASSIVE = re.compile(
    r"(?<!da )(?<!has been )(?<!have been )(?<!\w)(?:duoc|bi|is|are|be|was|were|deu bi|deu)\s+(?:hereby\s+|also\s+"
    r"|further\s+|tiep tuc\s+)?$"
)
# what stands between an object and its passive verb where something else is the subject, or a time is told
_FINITE = re.compile(
    r"(?<!\w)(?:yeu cau|phai|thi|neu|cho phep|giao|truoc khi|sau khi|khi|truong hop|must|requires?|which|that|if|before"
    r"|after|when|where|ha(?:s|ve|d)(?: had)? to|needs? to|khong co)(?!\w)"
)
_BY = re.compile(
    r"\s*(?:theo|boi|tai|bang|by|under|according to|pursuant to)(?!\w)"
    # "được thay thế bằng Phụ lục I ban hành kèm theo Quyết định này"
    r"(?:\s+(?:cac\s+|the\s+)?(?:phu luc|mau|bieu|danh muc|annex|appendix|form)(?!\w)[\w\s,]{0,60}?"
    r"(?:kem theo|attached to|of)(?!\w))?"
)
# "được thay thế bằng Phụ lục II ban hành kèm theo Nghị định này": what takes its place is the document's own
_BY_OWN = re.compile(rf"(?:(?!\d[/-])[^;.:])*?{SELF.pattern}")
# what a text does without anybody doing it: ending, beginning again, going on
_OF_ITSELF = frozenset({Kind.EXPIRES, Kind.RESUMES, Kind.CONTINUES})
# "Tại mục 2 Phụ lục kèm theo Quyết định số ..., đính chính “A” thành “B”": where something is done stands before it
_PLACED = re.compile(r"(?:tai|in|at)\s[^;:]{1,200},\s*")
_ABOUT = re.compile(r"(?<!\w)ve(?: viec)?\s+$")  # "Chỉ thị ... về tiếp tục thực hiện các biện pháp": what it is called
_DONE = re.compile(r"lifted|(?:go|do) bo")
_SWAP = re.compile(r"\s*(?:cac\s+)?(?:cum tu|tu ngu|(?:tu\s*:?\s*)?[“\"«]|the phrase|the words?|phrases?|words?)")


# "Cụm từ “...” tại Điều 4 được thay bằng", "the words “...” in Article 4 are replaced": words are what it is done to
_OF_WORDS = re.compile(r"(?<!\w)(?:cum tu|tu ngu|tu|phrases?|words?)\s*:?\s*[“\"«]\W*[”\"»]")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that means something here: what it does, where it stands, whether what it is done to stands before it.

    `words`: it changes words ("thay cụm từ ... bằng ...") and not a document or unit as such.
    """

    kind: Kind
    start: int
    end: int
    passive: bool = False
    words: bool = False


def after_mark(even: str) -> int:
    """Where the words of a (folded) statement begin behind its mark ("Điều 1.", "a)")."""
    match = _MARK.match(even)
    return match.end() if match else 0


def main_verbs(even: str, opens_with_object: bool, clauses: Sequence[int] = ()) -> list[Verb]:
    """The verbs of a folded statement that say what the document does; `opens_with_object`: a target or a unit is what
    its first words name; `clauses`: where behind a semicolon another clause opens with one.
    """
    found: list[Verb] = []
    for verb in _main(even, opens_with_object, clauses):
        # "sửa đổi, bổ sung, bãi bỏ một số điều của": one deed, called by its first name
        if found and re.fullmatch(r"\s*(?:,|;|va|and)\s*(?:va|and)?\s*", even[found[-1].end : verb.start]):
            found[-1] = replace(found[-1], end=verb.end, words=verb.words)
        else:
            found.append(verb)
    return found


def _main(even: str, opens_with_object: bool, clauses: Sequence[int]) -> Iterator[Verb]:
    begin = after_mark(even)
    own = SELF.search(even, begin)
    reached: int | None = None  # behind what has been said to be done so far
    for match in _VERB.finditer(even, begin):
        kind = Kind.RESUMES if match["lifts"] else Kind(str(match.lastgroup))
        lead = even[begin : match.start()]
        of_itself = kind in _OF_ITSELF and not match["lifts"] and not _DONE.match(match.group())
        placed = opens_with_object and not of_itself and _PLACED.fullmatch(lead) and not _FINITE.search(lead)
        passive = bool(placed or _PASSIVE.search(lead)) or (of_itself and not _orders(match.group(), lead))
        words = not of_itself and (
            (_OF_WORDS.search(lead) if passive and not placed else _SWAP.match(even, match.end())) is not None
        )
        if passive:
            by = _BY.match(even, match.end()) and not words
            told_of_others = by and not _BY_OWN.match(even, _past_by(even, match.end()))
            clause = max((c for c in clauses if c < match.start()), default=begin)
            opened = (opens_with_object and clause == begin) or (
                clause > begin and not SELF.search(even, clause, match.start())
            )
            subject = even[clause : match.start()]
            acted = not _ABOUT.search(subject) if of_itself else not _FINITE.search(subject)
            if not opened or not acted or (told_of_others and not of_itself):
                continue
        elif not _acts(even, lead, begin, match.start(), own, reached, kind):
            continue
        yield Verb(_of_words(kind) if words else kind, match.start(), match.end(), passive, words)
        reached = match.end()


def _orders(verb: str, lead: str) -> bool:
    """Whether "tiếp tục thực hiện ...", "chấm dứt hiệu lực của ..." open a statement: then that is what is ordered."""
    return verb.startswith(("tiep tuc", "cham dut", "continue")) and _OPENING.fullmatch(lead) is not None


def _acts(
    even: str, lead: str, begin: int, at: int, own: re.Match[str] | None, reached: int | None, kind: Kind
) -> bool:
    """Whether the document, or nobody but the order itself, is who does it."""
    if _OPENING.fullmatch(lead):
        return True
    if kind in (Kind.GUIDES, Kind.DETAILS) and _BODY.fullmatch(lead):
        return True  # "Bộ Tài chính hướng dẫn thực hiện ..."
    own = own or _BARE_SELF.match(even, begin)
    if own is not None and own.end() <= at:
        if _RIGHT_BEHIND.fullmatch(even[own.end() : at]):
            return True
        # "Nghị định này có hiệu lực ... và thay thế": the subject must open the sentence
        if own.start() - begin <= 2 and _JOINED.search(lead):
            return True
    return reached is not None and _JOINED.search(lead) is not None


def _past_by(even: str, at: int) -> int:
    match = _BY.match(even, at)
    end = match.end() if match else at
    while end < len(even) and even[end].isspace():
        end += 1
    return end


def _of_words(kind: Kind) -> Kind:
    return Kind.SUPPLEMENTS if kind is Kind.SUPPLEMENTS else Kind.CORRECTS if kind is Kind.CORRECTS else Kind.AMENDS
