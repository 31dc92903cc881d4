"""English opening lines that points go on from: "A firm must:", "The records must be:". Knows nothing of the points."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.registers import Span, Strength
from ingest.duty.actors import trimmed
from ingest.duty.actors_english import can_act

Led = Literal["do", "be"]
_LEADS = re.compile(
    r"\b(?:must|shall|is required to|are required to)(?P<no> not)?(?: (?:also|each|then|either|both|[a-z]+ly))*"
    r"(?: (?P<be>be))?(?:,[^,:;\n]{2,200},)?(?: (?:do|take|carry out)(?: all| each)?(?: of)? the following"
    r"(?: (?:steps|actions|measures))?| (?:all|each) of the following)?\s*:$"
)
_PLACED = re.compile(r"^(?:where|if|when|on|upon|before|after|within|in|for|subject to|without)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|he|she)(?: or (?:she|they))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leading:
    """What an opening line says of its points: who has to, whether they do it or have it done, must or must not."""

    who: Span | None
    led: Led
    strength: Strength


def led_by(text: str, start: int, end: int) -> Leading | None:
    """What a line that ends with "must:" or "must be:" says of what follows; None for any other line."""
    if not text[start:end].isascii() and "’" not in text[start:end]:
        return None
    match = _LEADS.search(text, start, end)
    if match is None:
        return None
    be = match["be"] is not None
    return Leading(
        None if be else _subject(text, start, match.start()),
        "be" if be else "do",
        "must_not" if match["no"] else "must",
    )


def _subject(text: str, start: int, end: int) -> Span | None:
    """Who acts: the words before "must", behind the times and cases that stand in front; a pronoun is who they name."""
    begin = start
    while _PLACED.match(text[begin:end]) and (comma := text.find(", ", begin, end)) >= 0:
        begin = comma + 2
    who = trimmed(text, begin, end)
    if _PRONOUN.match(who.of(text)):
        who = _named(text, start, begin) or who
    return who if can_act(who.of(text)) else None


def _named(text: str, start: int, end: int) -> Span | None:
    """Who a case tells of before its first verb: "Where the Agency proposes to ..., it must:"."""
    case = re.compile(r"(?:where|if|when)\s+(?P<who>[^,;:\n]{3,80}?)\s(?:[a-z]+s|has|is|have|are|does|do)\s", re.I)
    match = case.match(text, start, end)
    return trimmed(text, *match.span("who")) if match else None
