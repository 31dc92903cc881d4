"""Who does it, and to whom: the same way round as in the source? Knows the order of words only."""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.free import is_free
from assistant.checks.names import RUN
from assistant.checks.side import Side
from assistant.checks.text import Fault
from assistant.checks.words import Reading, Word, names_of
from corpus.folding import exact

_AGENT = re.compile(r"\b(?:by|bởi|do)(?: the)?\s*$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)?\s*$", re.IGNORECASE)
# at the head of a clause, what begins or ends with one of these does something
_ACTING_VIETNAMESE = (
    "sở", "ban", "bộ", "ủy ban", "uỷ ban", "hội đồng", "phòng", "giám đốc", "chủ tịch", "trưởng", "phó", "bí thư", "thanh tra",
    "đảng ủy", "huyện ủy", "tỉnh ủy", "thành ủy", "trường", "học viên", "thí sinh", "công chức", "viên chức", "cán bộ",
    "giảng viên", "tổ", "khoa", "đảng bộ", "chi cục", "trung tâm", "thủ trưởng", "người", "cơ quan", "cơ sở", "đơn vị", "văn phòng", "chi bộ", "tổ chức đảng",
)  # fmt: skip
_ACTING_ENGLISH = frozenset(
    "agency committee council department division director head chairman chairperson secretary office board newspaper "
    "school institution unit servant cadre trainee employee official person team ministry academy comrade".split()
)
_GIVEN = re.compile(r"(?:ed|en|ne|nt|ade|told) (?:to|from)(?: the)? $", re.IGNORECASE)  # "reported to X": X does not
_TIME = re.compile(r"(?:Quý|Tháng|Năm|Ngày|Điều|Khoản|Chương|Quarter|In|Article|Clause|Of) ", re.IGNORECASE)
_OF = re.compile(r"(?<!behalf )\b(?:of|của)(?: the)? $", re.IGNORECASE)
_UNDER = frozenset(exact(w) for w in ("phó", "deputy", "vice", "assistant", "standing"))
# "Các khoa ...", "The submitting agency ..." at the head of a clause, in no glossary
_NO_BODY = r" (?:hành|đầu|ngừa|chống|máy|phận|hồ sơ|tiêu chí|hữu|hợp|lý|thi|chức(?! đảng))\b"
_HEADED = re.compile(
    rf"(?:^|[,;:.] )(?:(?:các|những|mọi|mỗi) )?(?P<who>{'|'.join(_ACTING_VIETNAMESE)})\b(?!{_NO_BODY})"
    rf"|(?:^|[,;:.] )(?:the |an? |each |every )?(?P<name>(?:[\w-]+ )?(?:{'|'.join(_ACTING_ENGLISH)})s?)\b",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"\s*(?:phải |cần |sẽ |không |must |shall |will )?(?:thuộc|nằm|of|in|at|for|to|on|is|are|was|were|that|who|which|của|tại|về|vào|ở|theo|trong|cho|là|và|có)\b"
)
_LEVELS = frozenset(exact(w) for w in ("cấp", "tỉnh", "huyện", "xã", "phường", "thành", "phố", "quận", "trung", "ương"))
_CAP = exact("cấp")
_TURN = re.compile(
    r"\b(?:from|từ) \D{0,12}(?P<one>\d+(?:[.,]\d+)?)\D{1,24}?\b(?:to|xuống(?: còn)?|lên|đến|thành|còn) \D{0,8}(?P<other>\d+(?:[.,]\d+)?)",
    re.IGNORECASE,
)


def compare_roles(said: Side, source: Side) -> Iterator[Fault]:
    """Actors of the statement to whom, in the source, it is done; turned ranges."""
    if not is_free(said.reading, source.reading):  # told freely, who stands before a verb need not do it
        yield from _actors(said, source)
    turned = {(m["other"], m["one"]) for m in _TURN.finditer(source.reading.text)}
    for match in _TURN.finditer(said.reading.text):
        if (match["one"], match["other"]) in turned:
            yield Fault("order", match.group())


def _actors(mine: Side, theirs: Side) -> Iterator[Fault]:
    """An actor right before its verb in the statement, who in the source stands behind that verb only."""
    said, source = mine.reading, theirs.reading
    for first, last in _named(said):
        clause, end = said.words[first].clause, said.words[_whole(said, last) - 1].end
        if any(w.telling and w.clause == clause for w in said.words[:first]) or _NO_VERB.match(said.text, end):
            continue  # not what the clause is about, or no verb behind it
        verb = next((w for w in mine.words if w.start >= end), None)
        if verb is None or verb.clause != clause or _passive(said, verb) or said.text[verb.start].isupper():
            continue
        places = _runs(said, first, last, source)
        verbs = [w for w in theirs.words if w.form == verb.form]
        places = [a for a in places if not _OF.search(source.text[: source.words[a].start])]
        if not places or not verbs:
            continue
        if any(a < source.at(v.start) for a in places for v in verbs):
            if _done_to(source, places, verbs):
                yield Fault("order", said.text[said.words[first].start : verb.end])
            continue
        near = [v for v in verbs if any(source.words[a].sentence == v.sentence for a in places)]
        agent = any(_AGENT.search(source.text[: source.words[a].start]) for a in places)
        if agent or not near:
            continue
        done_to = all(_GIVEN.search(source.text[: source.words[a].start]) for a in places) and source.language == "en"
        if done_to or not any(_passive(source, v) or _noun(source, v) for v in near):
            yield Fault("order", said.text[said.words[first].start : verb.end])


def _done_to(source: Reading, places: Sequence[int], verbs: Sequence[Word]) -> bool:
    """Whether the source says "X is asked" and nowhere "X asks"."""
    if source.language != "en" or len(places) != 1 or len(verbs) != 1:
        return False
    between = source.text[source.words[places[0]].start : verbs[0].start]
    return bool(_PASSIVE.search(between)) and not re.search(r"[,;.]", between)


def _named(reading: Reading) -> list[tuple[int, int]]:
    """The bodies and persons of a text, from which word to which."""
    found = [(a, b) for a, b in reading.things.values() if acts(reading, a, b)]
    for match in _HEADED.finditer(reading.text):
        found.append((reading.at(match.start("who" if match["who"] else "name")), reading.at(match.end())))
    for match in RUN.finditer(reading.text):
        a, b = reading.at(match.start()), reading.at(match.end())
        a += reading.words[a].form in ("the", "this", "that") if a < b else 0
        found += [(a, b)] if b - a > 1 and not _TIME.match(match.group()) else []
    spans: list[tuple[int, int]] = []
    for a, b in sorted(found, key=lambda s: s[0] - s[1]):  # the longest name of those that share a word
        if b < len(reading.words) and not any(x < b and a < y for x, y in spans):
            spans.append((a, b))
    return sorted(spans)


def _whole(reading: Reading, last: int) -> int:
    """Where a body's name ends: its level and the body that it is of belong to it ("Chủ tịch UBND tỉnh")."""
    spans = sorted(reading.things.values())
    while last < len(reading.words):
        after = next((b for a, b in spans if a == last and acts(reading, a, b)), last)
        after += after == last and _is_level(reading, last)
        if after == last:
            break
        last = after
    return last


def _is_level(reading: Reading, at: int) -> bool:
    """Whether a word tells the level of a body: "cấp" does before a level, else it is what the body does ("grants")."""
    here, behind = reading.words[at].form, [w.form for w in reading.words[at + 1 : at + 2]]
    return here in _LEVELS and (here != _CAP or any(b in _LEVELS for b in behind))


def acts(reading: Reading, first: int, last: int) -> bool:
    """Whether what a text names from word to word is a body or a person: one that can do something."""
    text = reading.text[reading.words[first].start : reading.words[last - 1].end]
    if text.isupper() and len(text) > 2:
        return True
    low = text.lower()
    if reading.language == "vi":
        return any(low == head or low.startswith(f"{head} ") for head in _ACTING_VIETNAMESE)
    return low.split()[-1].rstrip("s") in _ACTING_ENGLISH or low.split()[0] in _ACTING_ENGLISH


def _runs(said: Reading, first: int, last: int, source: Reading) -> list[int]:
    """Where an actor stands in the source, under whichever of its names: that of its level, and not its deputy."""
    there = [w.form for w in source.words]
    level = [w.form for w in said.words[last : _whole(said, last)] if w.form in _LEVELS]
    lines = {line for line, span in said.things.items() if span == (first, last)}
    names = [[w.form for w in said.words[first:last]]]
    names += [list(n) for line in lines for n in names_of(line, source.language)]
    found = {(i, i + len(n)) for n in names for i in range(len(there) - len(n) + 1) if there[i : i + len(n)] == n}
    found |= {span for line, span in source.things.items() if line in lines}
    return sorted(
        a for a, b in found
        if there[b : b + len(level)] == level and not (a and there[a - 1] in _UNDER and there[a - 1] != _before(said, first))
    )  # fmt: skip


def _before(reading: Reading, first: int) -> str:
    return reading.words[first - 1].form if first else ""


def _passive(reading: Reading, verb: Word) -> bool:
    before = reading.text[max(0, verb.start - 24) : verb.start]
    if reading.language == "en":
        return bool(_PASSIVE.search(before))
    sentence = next(w.start for w in reading.words if w.sentence == verb.sentence)
    return bool(re.search(r"\b(?:được|bị)\b", reading.text[sentence : verb.start]))


def _noun(reading: Reading, word: Word) -> bool:
    return bool(re.search(r"\b(?:an?|the|its|their|việc|sự) $", reading.text[: word.start], re.IGNORECASE))
