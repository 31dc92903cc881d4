"""What earlier turns of a conversation were about: the document, the unit, the year, the words of the topic.

Knows how things are named in a question; knows no documents and no answers.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.mentions import find_mentions
from assistant.question import Question, understand
from corpus.folding import fold, words
from corpus.identity import TYPE_NAMES, TYPES
from corpus.units import same_length

_DATA = tomllib.loads((Path(__file__).parent / "followup.toml").read_text(encoding="utf-8"))
ATTRIBUTES = frozenset(fold(a) for a in (*_DATA["attributes_vi"], *_DATA["attributes_en"]))
ATTRIBUTE_WORDS = frozenset(w for a in ATTRIBUTES for w in a.split())
SISTERS: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _DATA["sisters"])
YEAR = re.compile(r"(?<![\w/.-])(?:19|20)\d{2}(?![\w/]|[.-]\d)")
PERIOD = re.compile(
    r"(?<!\w)(?:(?:nhiem ky|giai doan|khoa|term|period|tenure)\s+)?(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}(?!\w)"
    r"|(?<!\w)(?:quy|quarter)\s+(?:[ivx]+|[1-4])(?!\w)"
)
_TYPE_WORDS = sorted({fold(name) for _, vi, en, *_ in TYPES for name in (vi, *en)}, key=lambda n: (-len(n), n))
TYPE = "|".join(map(re.escape, _TYPE_WORDS))
_TYPE_BEFORE = re.compile(rf"(?<!\w)(?:{TYPE})\s+(?:so\s*|no\.?\s*)?$")
_QUIET = frozenset("nhung gi nao may ai bao nhieu lau what which who how many much when".split())
_DUTY = frozenset({"phai", "can", "must", "should", "shall", "need", "needs", "has", "have", "receive", "receives"})
_CARRIED = re.compile(
    r"^.*?\b(?:it|its|they|them|their|these|those|so do|ho|no|"
    r"(?:nguoi|phong|lop|hoi dong|cai|muc|viec) (?:do|nay|ay))\b"
    r".*? (?:for|doi voi) (?P<topic>\S+ .+)$"
)
# what asks for a measure, and words that only say that something is told: no part of what is spoken of
_MEASURE = re.compile(r"(?<!\w)how\s+(?:soon|often|long|old|far|early|late|high|large|big)(?!\w)")
_TELLS = re.compile(
    r"(?:\s+(?:under|of|in))?\s+(?:lay down|say|provide(?: for)?|set out|ask for|stipulate|prescribe"
    r"|comprise|consist of|include|contain|hold|look like)(?=\s+(?:under|according to)\s|\s*$)"
)
# "Hiện có khoảng bao nhiêu ...": how many of them there are is asked, and what there are is spoken of
_HOW_MANY = re.compile(
    r"^(?:(?:hien|hien nay|den nay|tinh den nay|tong cong|so far|today|now|currently)[,\s]+)*"
    r"(?:(?:co|gom)\s+)?(?:(?:khoang|chung|tong cong|about|around|roughly)\s+)?(?:bao nhieu|may|how many)\s+(?=\S)"
)
_AUXILIARY = frozenset("must shall should does do did has have had been be is are was were will can may".split())
# of a document alone may be asked who signed it and since when it applies: that is no topic
_OF_ITSELF = frozenset(
    "ky nguoi ban hanh ngay sign signs signed signer issue issues issued issuer promulgated date".split()
)
_LEADS = re.compile(r"(?:(?:^|(?<=\s))(?:theo|according to|under))\s+$")
_ADDED = re.compile(r"\s(?:for|doi voi)\s+$")
_OF_ITS_OWN = {"en": 2, "vi": 4}  # words of content of a completed question that is about something of its own
_ENOUGH = 4  # words of content that make a topic
_MOST_WORDS = 24  # of a topic: a question that grows with every turn would be about everything


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question as it was understood, the documents that its answer rests on, the persons whom it names."""

    question: str
    documents: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


def document_of(history: Sequence[Turn]) -> str | None:
    """The document that the conversation is about: the last one named, else the first that the last answer cites."""
    for turn in reversed(history):
        named = named_documents(turn.question)
        if named or turn.documents:
            return named[-1] if named else turn.documents[0]
    return None


def named_documents(question: str) -> list[str]:
    """The documents that a question names, each with the name of its type where that is there."""
    found: list[str] = []
    even = same_length(question)
    for mention in find_mentions(question):
        before = _TYPE_BEFORE.search(even[: mention.start])
        start = before.start() if before else mention.start
        found.append(question[start : mention.end].strip())
    return found


def called(type_: str | None, number: str | None, title: str, language: str) -> str:
    """How a document is named in a question: "Quyết định 25/2022/QĐ-UBND", by its title where it has no number."""
    name = TYPE_NAMES[type_]["en" if language == "en" else "vi"].capitalize() if type_ in TYPE_NAMES else ""
    return f"{name} {number}".strip() if number else title


def topic_of(question: str) -> str:
    """What a question is about: from its first to its last word of content, without what asks."""
    carried = _CARRIED.match(same_length(question))
    if carried:  # "how many of them ... for X": what the conversation is about is X still
        return topic_of(question[carried.start("topic") :])
    asked = understand(question)
    rest = _without_names(question)
    if counted := _HOW_MANY.match(same_length(rest)):
        rest = rest[counted.end() :]
    if asked.language == "en":
        even = same_length(rest).rstrip(" ?!.")
        rest = _blanked(rest, (*_MEASURE.finditer(even), *_TELLS.finditer(even)))
    content = {w.lower() for w in asked.content}
    told = _subject(rest.split(), content)
    places = [i for i, w in enumerate(told) if _carries(w, content)]
    if not places:
        return ""
    asking = _asking(told, asked)
    kept = [w for i, w in enumerate(told) if places[0] <= i <= places[-1] and i not in asking]
    if all(fold(w) in _OF_ITSELF for w in words(" ".join(kept))):
        return ""
    return " ".join(kept[:_MOST_WORDS]).strip(" ,;:?!.")


def spoken_of(turns: Sequence[Turn]) -> str:
    """What the last question was about: not what it was completed with from the ones before, if it says enough."""
    if not turns:
        return ""
    question = turns[-1].question
    before = topic_of(turns[-2].question) if len(turns) > 1 else ""
    at = fold(question).find(fold(before)) if before else -1
    own = question[:at] if at > 0 and len(fold(question)) == len(question) else ""
    led = _ADDED.search(same_length(own))
    if led is not None and not _CARRIED.match(same_length(question)):
        asked = understand(own[: led.start()])
        if len([w for w in asked.content if fold(w) not in ATTRIBUTE_WORDS]) >= _OF_ITS_OWN[asked.language]:
            return topic_of(asked.text)
        return before
    return topic_of(question)


def of_what(topic: str) -> str:
    """What a topic is of, where it names something of it: "pass rate of the 2024 examination", "lương của Giám đốc"."""
    parts = re.split(r"\s+(?:of|của|cua)\s+(?:the\s+)?", topic, maxsplit=1)
    return parts[-1] if len(parts[-1].split()) > 1 else topic


def _blanked(text: str, places: Sequence[re.Match[str]]) -> str:
    for m in places:
        text = text[: m.start()] + " " * (m.end() - m.start()) + text[m.end() :]
    return text


def _subject(told: list[str], content: set[str]) -> list[str]:
    """The words before the verb of duty, where these say enough: what has to be done is what was asked before."""
    for i, word in enumerate(told):
        if fold(word) in _DUTY and sum(_carries(w, content) for w in told[:i]) >= _ENOUGH:
            return told[:i]
    return told


def is_attribute(text: str) -> bool:
    """Whether words name only what may be asked of anything: "thời hạn", "the deadline"."""
    bare = re.sub(r"^(?:the|its|their|cac|nhung|ve)\s+", "", fold(text).strip(" ?!.,"))
    return bare in ATTRIBUTES


def only_attributes(asked: Question) -> bool:
    """Whether a question's words of content are only such words."""
    return all(fold(w) in ATTRIBUTE_WORDS for w in asked.content)


def _carries(word: str, content: set[str]) -> bool:
    return any(w.lower() in content for w in words(word)) and not (
        len(words(word)) == 1 and fold(words(word)[0]) in ("nam", "year")
    )


def _without_names(question: str) -> str:
    for mention in reversed(find_mentions(question)):
        before = _TYPE_BEFORE.search(same_length(question)[: mention.start])
        start = before.start() if before else mention.start
        lead = _LEADS.search(same_length(question)[:start])
        question = question[: lead.start() if lead else start] + " " + question[mention.end :]
    return question


def _asking(text: Sequence[str], asked: Question) -> set[int]:
    """Places of words that ask and are no content, by how the question was read."""
    content = {w.lower() for w in asked.content}
    quiet = _QUIET | _AUXILIARY if asked.language == "en" else _QUIET
    return {
        i
        for i, w in enumerate(text)
        if words(w) and all(fold(x) in quiet and x.lower() not in content for x in words(w))
    }
