"""Names of a statement, of persons and of bodies: do they stand in its source? Knows capitals and the glossary."""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.dates import find_whens
from assistant.checks.text import Fault, hide
from assistant.checks.words import Reading, read
from corpus.folding import CAPITALS, exact, fold, stem, words
from corpus.glossary import glossary
from corpus.identity import find_numbers, types_of_heading

_SMALL_WORDS = r"of|the|for|and|on|in|de|&"
RUN = re.compile(
    rf"[{CAPITALS}][\w&]*(?:[ -](?:(?:{_SMALL_WORDS}) (?:the )?)?[{CAPITALS}][\w&]*|'s(?= [{CAPITALS}]))*", re.UNICODE
)
_CLAUSE_HEAD = re.compile(r"(?:^|[.;:!?\n\"(•-])\s*$")
# bodies whose names go on in small letters: "Sở Nội vụ", "Ban Tổ chức", "Phòng Quản lý đào tạo"
_BODIES = frozenset(
    "sở bộ ban phòng cục vụ viện khoa trường đảng tỉnh huyện thành ủy hội văn thanh tòa tổng chi mặt trung".split()
)
_ALONE_BODIES = frozenset(("sở", "ban", "bộ", "trường", "viện", "cục", "phòng", "hội"))
_HEADS = frozenset(fold(b) for b in _BODIES)
_LEVELS = frozenset(("tỉnh", "huyện", "xã", "phường", "cấp", "thành", "quận"))
_MONTH = re.compile(r"\btháng $")
_ARTICLE = re.compile(r"^(?:The|This|That) ")
# at the head of a sentence, words that begin like a body's name and name none
_NO_BODY = re.compile(
    r"(?:Bộ (?:máy|phận|hồ sơ|tiêu chí|đề|câu hỏi)|Ban (?:hành|đầu)|Phòng (?:ngừa|chống|thi)|Sở (?:hữu|dĩ)|Thanh (?:toán|lý)"
    r"|Chi (?:phí|trả|tiết|tiêu)|Tổng (?:số|cộng|hợp|kết|kinh|mức|biên)|Văn (?:bản|hóa|bằng)|Thành (?:lập|viên|phần|tích)"
    r"|Trung (?:bình|cấp|hạn)|Mặt (?:khác|bằng)|Đảng viên|Viện (?:trợ|dẫn)|Hội (?:nghị|thảo|thi)|Trường hợp)\b"
)
_COMMITTEE = re.compile(rf" ban (?!nhân dân|kiểm tra|mặt trận|thường vụ|[{CAPITALS}])")
_ALONE = re.compile(r"[,.;]| (?:thì|là|có|phải|sẽ|đã|được|và|cũng|do|cần|không)\b")
_WORDS = 3
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?", re.IGNORECASE
)
_BODY_ENGLISH = frozenset(
    "agency committee council department division office board school institution unit ministry academy court inspectorate "
    "commission union association party front government assembly bank university institute center centre".split()
)
_LONE = 3  # letters of a name of one word that is looked for


def compare_names(said: Reading, sources: Sequence[Reading], context: Sequence[Reading]) -> Iterator[Fault]:
    """The names that stand neither in the sources nor in the context, under none of their names in the glossary."""
    texts = [read(_without_numbers(r.text)) for r in (*sources, *context)]
    known = [_key(r.text) for r in texts]
    ends = {a: b for a, b in said.things.values()}
    lines = {line for r in texts for line in r.things}
    across = all(r.language != said.language for r in sources)
    for match in RUN.finditer(_without_numbers(said.text)):
        if len(words(match.group())) < _WORDS and types_of_heading(_ARTICLE.sub("", said.text[match.start() :])):
            continue  # "Quyết định", "the Plan": the document itself
        if _MONTH.search(said.text[: match.start()]):
            continue
        if match.group().lower() in _ALONE_BODIES and ends.get(said.at(match.start()), 0) <= said.at(match.start()) + 2:
            continue  # "Sở tiếp thu": one that its source names, by no name of its own
        if match.group().lower() in ("ủy", "uỷ") and _COMMITTEE.match(said.text, match.end()):
            continue
        head = bool(_CLAUSE_HEAD.search(said.text[: match.start()]))
        if head and _NO_BODY.match(said.text, match.start()):
            continue
        readings = list(_readings(match, said, ends, head=head))
        if across and _is_translated(words(match.group())):
            continue  # "Golden Lamp Prize": by what name the other language calls it, nobody can tell
        if across and (" " not in match.group() or any(len(name) < 2 for name in readings)):
            continue  # "Friday", "Kho bạc": the other language has another word for it, in no glossary
        if not any(_stands(name, known, lines) for name in readings):
            yield Fault("name", match.group())


def _is_translated(name: Sequence[str]) -> bool:
    """Whether a name is made of English words that the glossary has not, and is no body's."""
    plain_words = [w for w in name if w not in _SMALL_WORDS.split("|")]
    foreign = [w for w in plain_words if w.isascii() and not _SYLLABLE.fullmatch(w)]
    known = any(_numbers(name[a:]) for a in range(len(name) - 1)) or _BODY_ENGLISH & {w.lower() for w in name}
    return len(foreign) * 2 > len(plain_words) > 1 and not known


def _without_numbers(text: str) -> str:
    """The code of a document number (QĐ-UBND) names nobody, nor does a date ("in Q2 2024")."""
    text = hide(text, [(n.start, n.end) for n in find_numbers(text)])
    return hide(text, [(w.start, w.end) for w in find_whens(text)])


def _readings(match: re.Match[str], said: Reading, ends: dict[int, int], *, head: bool) -> Iterator[list[str]]:
    """The words of a name: with what follows in small letters, and at the head of a sentence without its first word."""
    name, body = words(match.group()), _body(match, said, ends)
    if body:
        yield body
        return
    if head and len(name) == 1 and (name[0][1:].islower() or len(name[0]) == 1):
        yield []
        return
    if len(name) == 1 and _ALONE.match(said.text, match.end()):
        yield name  # "báo cáo của Trường thì ..."
    if name[0].lower() in _BODIES and not match.group().isascii():
        name = name + words(said.text[match.end() : match.end() + 20])[:1] * (len(name) <= 2)
    yield name
    before = words(said.text[max(0, match.start() - 20) : match.start()])[-1:]
    if len(name) == 2 and before and match.group() == name[0]:
        yield [*before, name[0]]  # "Thanh tra Sở" ends there
    if head and len(name) > 1:
        opens = said.text[: match.start()].rstrip()[-1:] in ("", ".", "!", "?", ";")
        yield name[1:] if len(name) > 2 or len(name[1]) >= _LONE or not opens else []


def _body(match: re.Match[str], said: Reading, ends: dict[int, int]) -> list[str]:
    """The whole of a body's Vietnamese name that the glossary has, with its level: "Ủy ban nhân dân tỉnh"."""
    first = said.at(match.start())
    last = ends.get(first, first)
    if (
        last - first < 2
        or said.language != "vi"
        or fold(said.text[said.words[first].start : said.words[first].end]) not in _HEADS
    ):
        return []
    while last < len(said.words) and said.words[last].end <= match.end():
        last += 1
    if last < len(said.words) and said.text[said.words[last].start : said.words[last].end] in _LEVELS:
        last += 1
    return [said.text[w.start : w.end] for w in said.words[first:last]]


def _stands(name: Sequence[str], known: Sequence[list[str]], lines: set[int]) -> bool:
    wanted = [w for w in (_even(w) for w in name) if w not in _SMALL_WORDS.split("|") and w != "s"]
    if not wanted:
        return True
    if any(_within(wanted, text) for text in known):
        return True
    return _by_other_name(name, known, lines)


def _by_other_name(name: Sequence[str], known: Sequence[list[str]], lines: set[int]) -> bool:
    """Whether the glossary knows the name, whole or cut into parts, and each part stands under another of its names."""
    at = 0
    known_whole = len(name) > _WORDS and bool(_numbers(name))
    while at < len(name):
        if name[at].lower() in _SMALL_WORDS.split("|") or name[at] == "s":
            at += 1
            continue
        for end in range(len(name), at, -1):
            part = name[at:end]
            # a single word of a longer name is not another name of a thing: "Construction" is not "building"
            of = at and name[at - 1].lower() == "of" and not part[0].isupper()
            # nor is a word of a body's name that the glossary has: "Organizing" is not "organize"
            numbers = _numbers(part) if len(part) > 1 or not (of or known_whole) else ()
            if _anywhere(part, known) or any(n in lines or _named(n, known) for n in numbers):
                at = end
                break
        else:
            return False
    return True


def _anywhere(part: Sequence[str], known: Sequence[list[str]]) -> bool:
    return len(part) > 1 and any(_within([_even(w) for w in part], text) for text in known)


def _numbers(part: Sequence[str]) -> tuple[int, ...]:
    """The lines of the glossary that a name, or a part of one, stands for."""
    g = glossary()
    found = g.of_abbreviation(part[0]) if len(part) == 1 else ()
    found = found or g.marked.get(tuple(exact(w) for w in part), ())
    return found or g.english.get(tuple(stem(fold(w)) for w in part), ())


def _named(line: int, known: Sequence[list[str]]) -> bool:
    """Whether one of the thing's names, or an abbreviation of it, stands in a text."""
    entry = glossary().entries[line]
    names = [[_even(w) for w in words(name)] for name in (*entry.vi, *entry.en, *entry.short)]
    return any(_within(name, text) for name in names for text in known)


def _key(text: str) -> list[str]:
    return [w for w in (_even(w) for w in words(text)) if w not in _SMALL_WORDS.split("|")]


def _even(word: str) -> str:
    word = word.lower()
    return stem(word) if word.isascii() else exact(word)


def _within(name: Sequence[str], text: Sequence[str]) -> bool:
    """Whether the words stand in the text one after the other; a word without marks may be one with them."""
    return any(all(map(_same, name, text[i : i + len(name)])) for i in range(len(text) - len(name) + 1))


def _same(a: str, b: str) -> bool:
    return a == b or ((a.isascii() != b.isascii()) and stem(fold(a)) == stem(fold(b)))
