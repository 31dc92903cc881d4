"""A question that hangs on the ones before it, made whole by rule: "còn cấp xã thì sao?", "who signs it?".

What is a whole question by itself is left alone. Knows the words of the conversation only, and no documents.
"""

import re
from collections.abc import Sequence

from assistant.earlier import (
    ATTRIBUTES,
    PERIOD,
    SISTERS,
    TYPE,
    YEAR,
    Turn,
    document_of,
    is_attribute,
    named_documents,
    only_attributes,
    topic_of,
)
from assistant.mentions import find_mentions
from assistant.question import Question, understand
from corpus.document import unit_name
from corpus.folding import fold, has_diacritics, language_of, nfc
from corpus.messages import Language
from corpus.unit_lists import every_unit, unit_mentions
from corpus.units import LADDER, same_length

_TURNS = 6  # what is further back is no longer spoken of
_ABOUT: dict[Language, str] = {"vi": "đối với", "en": "for"}
_OF: dict[Language, str] = {"vi": "của", "en": "of"}

_OPENERS = (
    re.compile(
        r"(?:the\s+|vay\s+|a\s+|nhung\s+|va\s+)*(?:con|doi voi|neu la|the|vay)(?:\s+(?:ve|voi|o|doi voi|cho|truong hop))?\s+(?=\S)"
    ),
    re.compile(r"(?:(?:and|but|so|ok|okay|well|then)[,\s]+)*(?:what|how)\s+about\s+(?:the\s+(?=case))?"),
    re.compile(r"(?:and|but|so|then)[,\s]+(?=\S)"),
)
# an opener that is another word with other marks: "con" (child), "thể", "vẫy"
_OPENER_MARKS = {
    "con": "còn",
    "the": "thế",
    "vay": "vậy",
    "nhung": "nhưng",
    "va": "và",
    "a": "à",
    "doi": "đối",
    "neu": "nếu",
}
_SAO = re.compile(r"(?:\s+thi)?\s+(?:sao|the nao|nhu the nao|ra sao)(?:\s+(?:a|nhi|vay|the|ha))?$|\s+thi$")
_PREPOSITION = re.compile(r"^(?:for|in|at|of|to|by|with|under|on|from|cho|voi|doi voi|o|tai|trong|cua)\s+")
_ASKS = re.compile(
    r"\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|may|must|should|will|has|have)\b"
    r"|\b(?:ai|gi|nao|bao nhieu|bao lau|bao gio|khi nao|may|o dau|vi sao|tai sao|khong|the nao|ra sao)\b"
)
_THAT = r"do(?!\s+(?:ai|co quan|don vi|bo|so|ban|uy ban|ubnd|hdnd|tinh|chinh phu|thu tuong|chu tich|giam doc)\b)|nay|ay|kia|tren|noi tren|vua neu|vua roi|neu tren"
_DOCUMENT_VI = re.compile(rf"\b(?:van ban|tai lieu|{TYPE})\s+(?:{_THAT})(?!\w)|\bno\b")
_DOCUMENT_EN = re.compile(rf"\b(?:this|that|the same|said|the above)\s+(?:document|text|{TYPE})\b")
_IT = re.compile(
    r"\b(?:its?|they|them|their|those|these)\b(?!\s+(?:possible|necessary|required|mandatory|true|allowed)\b)"
)
_THAT_MARKED = re.compile(r"\b[^\W\d_]+ (?:đó|ấy)\b", re.IGNORECASE)
_THIS_VI = re.compile(
    rf"\b(?:viec|muc|so tien|ho so|dieu|truong hop|noi dung|nhiem vu|che do|chinh sach|khoan|quy trinh|nguoi|doi tuong)\s+(?:{_THAT})(?!\w)"
)
_OF_A_DOCUMENT = re.compile(
    r"\b(?:sign(?:s|ed|er)?|issu(?:e|es|ed|er)|promulgat\w+|take effect|takes effect|come into force|in force|effective|"
    r"expire\w*|replac\w+|amend\w+|repeal\w*|ky|ban hanh|hieu luc|thay the|sua doi|bai bo|ap dung tu|nguoi ky)\b"
)
_NUMBERED = re.compile(r"(?:the\s+|ở\s+|tại\s+)?(?P<word>[a-z]+)\s+\d{1,2}")
_UNMARKED_TRUE = {"đó", "này", "ấy", "kia", "trên", "nêu", "rồi", "nó"}


def standalone(question: str, history: Sequence[Turn]) -> str:
    """The question as it is meant in the conversation; itself where it needs no other."""
    even = " ".join(nfc(question).split())
    turns = [t for t in history if t.question][-_TURNS:]
    if not turns or not even:
        return even
    bare, opened = _without_opener(even)
    replaced = _instead(bare, turns[-1].question) if opened else None
    if replaced:
        return replaced
    asked = understand(bare)
    completed = _with_document(bare, asked, turns)
    if completed == bare:
        completed = _with_topic(bare, asked, turns, opened=opened)
    return _sentence(completed) if completed != bare or opened else even


def _without_opener(question: str) -> tuple[str, bool]:
    """What follows "còn ...", "what about ...", "and ...", without "... thì sao"; and whether there was any of it."""
    even = same_length(question).rstrip(" ?!.")
    start = 0
    for opener in _OPENERS if language_of(question) == "vi" else _OPENERS[1:]:
        match = opener.match(even)
        if match and _as_marked(question[: match.end()], question):
            start = match.end()
            break
    ending = _SAO.search(even, start)
    end = ending.start() if ending else len(even)
    # "Quy trình thế nào?" asks by itself what the words mean behind an opener
    opened = start > 0 or bool(ending and " thi" in ending.group())
    if not opened or end <= start:
        return question, False
    return question[start:end].strip(" ,"), True


def _as_marked(opener: str, question: str) -> bool:
    """Whether an opener is the word meant, where the question shows its marks."""
    if not has_diacritics(question):
        return True
    return all(_OPENER_MARKS.get(fold(w), w.lower()) == w.lower() for w in opener.split()[:1])


def _instead(named: str, before: str) -> str | None:
    """The question before with what is named now in place of what was; None if this asks something of its own."""
    if is_attribute(named) or len(named.split()) > 12:
        return None
    even = same_length(named)
    bare = named[m.end() :] if (m := _PREPOSITION.match(even)) else named
    if _ASKS.search(fold(bare)) and not every_unit(named):
        return None
    swapped = (
        _swapped_document(bare, before) or _swapped_unit(bare, before) or _swapped_time(bare, before)
        or _swapped_number(bare, before) or _swapped_sister(bare, before) or _swapped_head(bare, before)
    )  # fmt: skip
    if swapped:
        return _sentence(swapped)
    language = understand(before).language
    lead = named[: len(named) - len(bare)].strip() or _ABOUT[language]
    return _sentence(f"{before.rstrip(' ?!.')} {lead} {bare}")


def _swapped_document(named: str, before: str) -> str | None:
    now, then = named_documents(named), named_documents(before)
    if not now:
        return None
    if then:
        return before.replace(then[-1], named, 1)
    return f"{before.rstrip(' ?!.')} {_OF[understand(before).language]} {named}"


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
    """ "bước 2" in place of "Bước 3": the same word with another number."""
    now = _NUMBERED.fullmatch(same_length(named))
    if now is None:
        return None
    then = re.search(rf"(?<!\w){re.escape(now['word'])}\s+\d{{1,2}}(?!\w|[/.,-]\d)", same_length(before))
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


def _with_document(question: str, asked: Question, turns: Sequence[Turn]) -> str:
    """The document of the conversation in place of "that decision", or behind a unit that is named without one."""
    if find_mentions(question):
        return question
    document = document_of(turns)
    if document is None:
        return question
    even = same_length(question)
    for pattern in (_DOCUMENT_VI, _DOCUMENT_EN):
        match = pattern.search(even)
        if match and _marks_agree(question[match.start() : match.end()], question):
            return question[: match.start()] + document + question[match.end() :]
    it = _IT.search(even) if asked.language == "en" else None
    if it and _OF_A_DOCUMENT.search(even) and len(asked.content) <= 3:
        return (
            question[: it.start()] + document + ("'s" if it.group() in ("its", "their") else "") + question[it.end() :]
        )
    if asked.unit is not None:
        end = asked.unit.end
        return (
            f"{question[:end]} {_OF[asked.language] + ' ' if asked.language == 'en' else ''}{document}{question[end:]}"
        )
    if _OF_A_DOCUMENT.search(even) and len(asked.content) <= 2:
        return f"{question.rstrip(' ?!.')} {document}"
    return question


def _marks_agree(found: str, question: str) -> bool:
    return not has_diacritics(question) or found.split()[-1].lower() in _UNMARKED_TRUE or found.isascii() is False


def _with_topic(question: str, asked: Question, turns: Sequence[Turn], *, opened: bool) -> str:
    """The topic of the question before, behind one that names none."""
    if find_mentions(question) or every_unit(question) or not _hangs(question, asked, opened=opened):
        return question
    topic = next(filter(None, (topic_of(t.question) for t in reversed(turns))), "")
    document = next(iter(named_documents(turns[-1].question)), "")
    language = asked.language
    shown = " ".join(filter(None, (topic, _OF[language] if topic and document else "", document)))
    return f"{question.rstrip(' ?!.')} {_ABOUT[language]} {shown}" if shown else question


def _hangs(question: str, asked: Question, *, opened: bool) -> bool:
    """Whether a question names nothing that it could be about."""
    even = same_length(question)
    if is_attribute(question) or (only_attributes(asked) and asked.kind != "definition"):
        return True
    if (_THIS_VI.search(even) or _THAT_MARKED.search(question)) and asked.language == "vi" and len(asked.content) <= 6:
        return True
    if asked.language == "en" and _IT.search(even) and len(asked.content) <= 3:
        return True
    return opened and len(asked.content) <= 2 and fold(question) not in ATTRIBUTES


def _sentence(text: str) -> str:
    text = " ".join(text.split()).rstrip(" ?!.,")
    return text[:1].upper() + text[1:] + "?"
