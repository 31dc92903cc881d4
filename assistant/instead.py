"""What a follow-up names now, put in the place of what the question before named: "còn hạng II?", "and for masters?".

A document takes the place of a document, a unit of a unit, a year of a year, and so on down to a phrase with the same
preposition or the same head. Knows the words of both questions only.
"""

import re

from assistant.earlier import PERIOD, SISTERS, YEAR, is_attribute, named_documents
from assistant.mentions import find_mentions
from assistant.question import understand
from corpus.document import unit_name
from corpus.folding import fold
from corpus.messages import Language
from corpus.unit_lists import every_unit, unit_mentions
from corpus.units import LADDER, same_length

ABOUT: dict[Language, str] = {"vi": "đối với", "en": "for"}
OF: dict[Language, str] = {"vi": "của", "en": "of"}

UNDER: dict[Language, str] = {"vi": "theo", "en": "under"}
# what leads in to the choice of a document
_CHOOSING = re.compile(
    r"(?:(?:y toi la|cai|van ban|la|chon|lay|cua|theo|trong|o|"
    r"i mean|i meant|the one|that|it is|in|of|from|under|according to|the)\s*)+"
)

_PREPOSITION = re.compile(
    r"^(?P<word>for|in|at|of|to|by|with|under|on|from|after|before|cho|voi|doi voi|o|tai|trong|cua)\s+"
)
_ASKS = re.compile(
    r"\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|may|must|should|will|has|have)\b"
    r"|\b(?:ai|gi|nao|bao nhieu|bao lau|bao gio|khi nao|may|o dau|vi sao|tai sao|khong|the nao|ra sao)\b"
)
# a mark that sets one of several apart: "bước 2", "hạng II", "lớp NG03", "round 1"
_MARK = r"(?:\d{1,2}|[ivx]{1,4}|[a-z]{1,3}\d{1,3})"
_NUMBERED = re.compile(rf"(?:the\s+|o\s+|tai\s+)?(?P<word>[a-z]+)\s+{_MARK}")
# where a phrase ends: at the next preposition, a verb, a word that asks
_PHRASE_ENDS = re.compile(
    r"[,;.?!]|\s(?:for|in|at|to|by|with|under|on|from|after|before|when|if|as|according|per|"
    r"is|are|was|were|do|does|did|can|may|must|should|shall|will|has|have|had|be|been|"
    r"cho|voi|doi voi|o|tai|trong|theo|thi|la|duoc|phai|bi|co|can|do|de|se|da|khi|neu|vao|den|tu|"
    r"gom|bao gom|nhung|cac|nop|gui|lap|ky|ban hanh|quy dinh|keo dai|dai|het|dat|hoc|"
    r"bao nhieu|bao lau|khi nao|may|gi|nao|ai|khong)(?!\w)"
)
_ARTICLE = re.compile(r"(?<!\w)(?:the|a|an|each|every)\s+")
# Vietnamese words of one syllable that head a name
_HEADS = frozenset(
    {"ngach", "lop", "hang", "nhom", "cap", "muc", "phong", "khoa", "bac", "vong", "phan", "loai", "dot", "ky"}
)
# "not the first one, the adjusted one": what is not meant stood in the question before
_NOT_BUT = (
    re.compile(
        r"^(?:a |o |oi )?khong phai (?:la )?(?P<wrong>[^,]+?)"
        r"(?:,\s*|\s+)(?:ma |y )?(?:(?:cua )?(?:toi|minh|em) )?(?:la |muon hoi |hoi |noi )+(?:la |ve )?(?P<meant>\S.*)$"
    ),
    re.compile(r"^(?P<meant>[^,]+?),?\s+(?:chu )?khong phai (?:la )?(?P<wrong>[^,]+)$"),
    re.compile(
        r"^(?:(?:no|sorry)[,.\s]+)?(?:i (?:do not|don't|did not|didn't) mean |not )(?:the |for |in )?(?P<wrong>[^,]+?)"
        r"(?:,\s*(?:but |i (?:mean|meant) |rather )?|\s+but )(?:the |for |in )?(?P<meant>\S.*)$"
    ),
    re.compile(r"^(?:i (?:mean|meant) )?(?:the )?(?P<meant>[^,]+?),?\s+(?:and )?not (?:the )?(?P<wrong>[^,]+)$"),
)
THING = re.compile(
    r"(?<!\w)(?:the|an?)\s+(?P<thing>[\w’'-]+(?:\s+(?!(?:the|an?)\s)[\w’'-]+){0,4}?)"
    r"(?=\s+(?:of|for|in|under|according|to|at|by|with|from|on|is|are|was|were|be|take|takes|last|lasts)\s"
    r"|\s+(?:held|due|\w+ed)(?!\w)|\s*[?,.]|\s*$)"
)
_ONE = re.compile(r"\s+ones?$")
_OWNER = re.compile(r"['’]s?$")
_NEAR = 30  # characters behind a preposition: a document's number there is no phrase to swap


def instead(named: str, before: str, *, adding: bool = True) -> str | None:
    """The question before with what is named now in place of what was; None if this asks something of its own.

    What takes the place of nothing is added to the question, or (not `adding`) is no matter of this.
    """
    if is_attribute(named) or len(named.split()) > 12:
        return None
    even = same_length(named)
    preposition = _PREPOSITION.match(even)
    bare = named[preposition.end() :] if preposition else named
    if understand(before).language == "en":
        if (one := _ONE.search(bare)) and (other := _of_that_kind(bare[: one.start()], before)):
            return sentence(other)
        bare = _ONE.sub("", bare)
        if owner := _OWNER.search(bare):  # "and an administrative officer's?" after "... of a specialist"
            return _of_another(bare[: owner.start()], before)
    if _ASKS.search(fold(bare)) and not every_unit(named):
        return None
    swapped = (
        _swapped_document(bare, before) or _swapped_unit(bare, before) or _swapped_time(bare, before)
        or _swapped_number(bare, before) or _swapped_sister(bare, before) or _swapped_head(bare, before)
        or (_swapped_phrase(preposition["word"], bare, before) if preposition else None) or _swapped_like(bare, before)
    )  # fmt: skip
    if swapped:
        return sentence(swapped)
    if not adding:
        return None
    lead = named[: preposition.end()].strip() if preposition else ABOUT[understand(before).language]
    return sentence(f"{before.rstrip(' ?!.')} {lead} {bare}")


def _of_that_kind(adjective: str, before: str) -> str | None:
    """ "the final one": of the mid-term review the final review, of the job-position project the final one of these."""
    adjective = _ARTICLE.sub("", f"{adjective.strip()} ").strip()
    thing = THING.search(same_length(before))
    if not adjective or thing is None or len(adjective.split()) > 2:
        return None
    start, end = thing.span("thing")
    said = before[start:end].split()
    kept = said[1:] if len(said) == 2 else said
    return f"{before[:start]}{adjective} {' '.join(kept)}{before[end:]}"


def _of_another(owner: str, before: str) -> str | None:
    swapped = _swapped_sister(owner, before) or _swapped_phrase("of", owner, before)
    return sentence(swapped or f"{before.rstrip(' ?!.')} {OF['en']} {owner}")


def _swapped_document(named: str, before: str) -> str | None:
    now, then = named_documents(named), named_documents(before)
    if not now:
        return None
    if then:
        return before.replace(then[-1], named, 1)
    return f"{before.rstrip(' ?!.')} {OF[understand(before).language]} {named}"


def in_document(named: str, before: str) -> str | None:
    """A question that named no document, of the one that is named now and nothing else: "của Quyết định 40/2023/...".

    It is how one chooses, asked back which document is meant.
    """
    now = named_documents(named)
    if len(now) != 1 or named_documents(before) or not before.strip():
        return None
    rest = fold(named.replace(now[0], " ")).strip(" ?!.,:")
    if rest and not _CHOOSING.fullmatch(rest):
        return None
    language = understand(before).language
    units = unit_mentions(before)
    at = units[0].end if units else len(before.rstrip(" ?!."))
    return sentence(f"{before[:at]} {OF[language] if units else UNDER[language]} {now[0]}{before[at:]}")


def not_but(question: str, before: str) -> str | None:
    """What was asked, with the word that is meant for the one that is not: "không phải lần đầu, tôi hỏi điều chỉnh"."""
    even = same_length(question).rstrip(" ?!.")
    for pattern in _NOT_BUT:
        match = pattern.match(even)
        if match is None:
            continue
        wrong, meant = (question[match.start(name) : match.end(name)].strip(" ,") for name in ("wrong", "meant"))
        there = re.search(rf"(?<!\w){re.escape(fold(wrong))}(?!\w)", same_length(before))
        if there is not None and meant:
            return sentence(before[: there.start()] + meant + before[there.end() :])
    return None


def _swapped_unit(named: str, before: str) -> str | None:
    """Of "khoản 1 Điều 5" then and "khoản 2" now: "khoản 2 Điều 5"; a larger unit takes the smaller ones with it."""
    now = unit_mentions(named)
    if not now or now[0].start > 0:
        return None
    then = unit_mentions(before)
    if not then:
        return None
    old, new = then[0], now[0]
    largest = max(LADDER.index(kind) for kind, _ in new.steps)
    language = understand(before).language
    outer = [unit_name(kind, mark, language) for kind, mark in old.steps if LADDER.index(kind) > largest]
    shown = f"{named[new.start : new.end]}{', ' if language == 'en' and outer else ' '}{', '.join(outer)}".strip()
    return before[: old.start] + shown + before[old.end :]


def _swapped_time(named: str, before: str) -> str | None:
    for pattern in (PERIOD, YEAR):
        now = list(pattern.finditer(same_length(named)))
        if not now or len(named.split()) > 5:
            continue
        then = [m for m in pattern.finditer(same_length(before)) if not _in_number(m.start(), before)]
        shown = named[now[0].start() : now[0].end()]
        if then:
            for m in reversed(then):
                before = before[: m.start()] + shown + before[m.end() :]
            return before
        joined = "năm" if understand(before).language == "vi" and pattern is YEAR else "in" if pattern is YEAR else ""
        return " ".join(filter(None, (before.rstrip(" ?!."), joined, shown)))
    return None


def _in_number(at: int, text: str) -> bool:
    return any(m.start <= at < m.end for m in find_mentions(text))


def _swapped_number(named: str, before: str) -> str | None:
    """ "bước 2" in place of "Bước 3", "hạng II" of "hạng I": the same word with another mark."""
    now = _NUMBERED.fullmatch(same_length(named))
    if now is None:
        return None
    then = re.search(rf"(?<!\w){re.escape(now['word'])}\s+{_MARK}(?!\w|[/.,-]\d)", same_length(before))
    return before[: then.start()] + named + before[then.end() :] if then else None


def _swapped_sister(named: str, before: str) -> str | None:
    """ "cấp xã" in place of "cấp huyện": things that the same question may be asked of."""
    even, wanted = same_length(before), fold(named)
    wanted = re.sub(r"^(?:the|a|an|nguoi|cac|nhung)\s+", "", wanted)
    for row in SISTERS:
        folded = sorted(map(fold, row), key=lambda s: -len(s))
        own = next((s for s in folded if s in wanted and _stands(s, wanted)), None)
        if own is None:
            continue
        others = "|".join(re.escape(s) for s in folded if s != own)
        found = list(re.finditer(rf"(?<!\w)(?:{others})(?!\w)(?:,?\s+(?:va\s+|and\s+)?(?:{others})(?!\w))*", even))
        if found and not _stands(wanted, even):
            start, end = found[0].span()
            # "district level" in place of "commune" in "commune-level"
            rest = wanted.partition(own)[2].strip()
            doubled = bool(rest) and re.match(rf"[\s-]{re.escape(rest)}(?!\w)", even[end:]) is not None
            shown = named[: len(named) - len(rest)].strip() if doubled else named
            shown = _not_again(shown, before[:start])
            return before[:start] + shown + before[end:]
    return None


def _not_again(named: str, before: str) -> str:
    """What is named without the words that stand there already: "after a doctorate" behind "after a"."""
    told, named_words = fold(before).split(), named.split()
    for n in range(min(len(named_words) - 1, len(told)), 0, -1):
        if [fold(w) for w in named_words[:n]] == told[-n:]:
            return " ".join(named_words[n:])
    return named


def _stands(phrase: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


def _swapped_head(named: str, before: str) -> str | None:
    """A phrase with the same head: "Sở Y tế" in place of "Sở Nội vụ", "public service units" for "... units"."""
    for m in re.finditer(
        r"(?:Sở|Bộ|Ban|Phòng|Trường|Huyện|Tỉnh|So|Bo)(?:\s+[^\W\d_a-zà-ỹđ]\w*(?:\s+(?:và\s+)?[a-zà-ỹđ]\w*){0,3})",
        before,
    ):
        if fold(named.split()[0]) == fold(m.group().split()[0]) and len(named.split()) <= 8:
            return before[: m.start()] + named + before[m.end() :]
    return None


def _swapped_phrase(preposition: str, named: str, before: str) -> str | None:
    """ "for civil servants on probation" in place of "for the rank of specialist": the same preposition."""
    even = same_length(before)
    found = list(re.finditer(rf"(?<!\w){re.escape(preposition)}\s+(?=\w)", even))
    if len(found) != 1 or find_mentions(before[found[0].end() :][:_NEAR]):
        return None
    start = found[0].end()
    ends = _PHRASE_ENDS.search(even, start)
    return before[:start] + named + before[ends.start() if ends else len(even.rstrip(" ?!.")) :]


def _swapped_like(named: str, before: str) -> str | None:
    """A phrase with the same head word: the last one in English, the first two syllables in Vietnamese."""
    told, even = fold(named).split(), same_length(before)
    if len(told) < 2 or find_mentions(named):
        return None
    if understand(before).language == "en":
        bare = _ARTICLE.sub("", named, count=1) if _ARTICLE.match(fold(named)) else named
        for m in re.finditer(rf"(?<!\w){re.escape(told[-1])}(?!\w)", even):
            opened = [a.end() for a in _ARTICLE.finditer(even, 0, m.start())]
            if opened and not _PHRASE_ENDS.search(even, opened[-1] - 1, m.start()):
                return before[: opened[-1]] + bare + before[m.end() :]
        return None
    name = told[0] if told[0] in _HEADS else " ".join(told[:2])
    head = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", even)
    if head is None or len(told) < 3:
        return None
    ends = _PHRASE_ENDS.search(even, head.end())
    return before[: head.start()] + named + before[ends.start() if ends else len(even.rstrip(" ?!.")) :]


def sentence(text: str) -> str:
    """A text as a question: even spaces, a capital first, a question mark last."""
    text = " ".join(text.split()).rstrip(" ?!.,")
    return text[:1].upper() + text[1:] + "?"
