"""Who acts in an English sentence, and where what he does begins: a body's name up to the first finite verb.

Knows nothing of headings and slots.
"""

import re
from collections.abc import Iterator

from ingest.duty.actors import FAR, Acting, trimmed
from ingest.duty.words import BASE_EN, HEADS_EN

_ENGLISH = re.compile(
    r"\b(?P<modal>shall(?: not)?|will|do(?:es)? not|must(?: not)?|may(?: not)?|should|need(?:s)? to|(?:is"
    r"|are)(?: hereby)? (?:(?:also |strictly )?"
    r"(?:assigned|requested|required|responsible|tasked|directed|proposed|obliged|prohibited|forbidden|allowed"
    r"|permitted|"
    r"entitled|in charge)|not (?:allowed|permitted))|has the responsibility|have the responsibility|"
    r"(?:has|have) the (?:duty|task|right))\b"
    r"|\b(?P<plain>(?:is|are) to(?= (?!be\b)[a-z]+ )|takes? (?:charge|the lead|responsibility)|presid(?:es?)|"
    r"(?:[a-z]+?))(?=\s)"
)
_PLAIN_S = frozenset(
    w + s
    for w in BASE_EN
    for s in ("s", "es")
    if w not in {"report", "plan", "request", "study", "use", "work", "head"}
) | {
    "carries",
    "supplies",
    "studies",
    "applies",
    "specifies",
    "verifies",
    "notifies",
    "reports",
    "identifies",
    "presides",
}
# "The drafting team counts the ...": behind one body an unknown word in -s is its verb if an object follows
_OTHER_S = re.compile(
    r"\b(?P<head>[A-Za-z]+) (?P<verb>[a-z]{3,}s)(?= (?:the|a|an|its|his|their|all|each|any|whether|that"
    r"|and [a-z]+s the)\b)"
)
_PLURAL = re.compile(r"(?:[a-z]{3,}s|ies|City|Province|people)\s+(?:[a-z]+ly\s+)?$")
_NAMING_EN = frozenset(
    ("train", "plan", "manage", "appraise", "submit", "coordinate", "publish", "issue", "use", "host")
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|as|where|if)\s+(?:also )?$", re.IGNORECASE)
_WHO = re.compile(r"\s(?:who|which|that)\s")
_BINDING = frozenset(("must", "shall", "must not", "shall not", "may not"))
_LATER = re.compile(r"[^;.]*?\b(?:must|shall)\s")


def acting_en(text: str, start: int, end: int) -> Acting | None:
    """An English sentence with its first predicate; the subject is None where its head is no body and no person."""
    for match in _finite(text, start, min(end, start + FAR)):
        if _RELATIVE.search(text, max(start, match.start() - 16), match.start()):
            continue
        who = trimmed(text, start, match.start())
        modal = match["modal"]
        word = (modal or match["plain"]).lower()
        acts = can_act(who.of(text))
        if _WHO.search(who.of(text)) and word not in _BINDING and _LATER.match(text, match.end(), end):
            continue  # "Civil servants who ... do not meet the level must complete it"
        if modal or acts:
            return Acting(who if acts else None, match.start(), word, bool(modal))
    return None


def _finite(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for match in _ENGLISH.finditer(text, start, end):
        plain = match["plain"]
        if plain == "applies" and text.startswith((" to ", " only to "), match.end()):
            continue
        if (
            plain is None
            or " " in plain
            or plain in _PLAIN_S
            or (plain in BASE_EN and _many(text, start, match.start()))
            or _is_verb_of_one(text, start, match)
        ):
            yield match


def _is_verb_of_one(text: str, start: int, match: re.Match[str]) -> bool:
    before = text.rfind(" ", start, max(start, match.start() - 1)) + 1
    known = _OTHER_S.match(text, max(before, start))
    return (
        known is not None
        and known.start("verb") == match.start("plain")
        and known["head"].lower() in HEADS_EN
        and not known["head"].endswith("s")
        and known["verb"] not in HEADS_EN
    )


def _many(text: str, start: int, end: int) -> bool:
    """Whether a subject is more than one, so that its verb has no ending."""
    return bool(_PLURAL.search(text, max(start, end - 30), end)) or " and " in text[start:end]


def is_gerund(words: str) -> bool:
    """Whether English words open with what is to be done ("Completing institutions"), not with a name."""
    first = re.match(r"([A-Z][a-z]+)ing\b", words)
    stem = first[1].lower() if first else ""
    return bool(BASE_EN & {stem, f"{stem}e", stem[:-1]} - _NAMING_EN)


def can_act(words: str) -> bool:
    """Whether English words name a body or a person who can be told to do something."""
    if len(words) > 700 or ": " in words:
        return False
    head = re.split(r"\b(?:of|in|at|under|for|that|who|which|with|from|directly|on|to)\b", words, maxsplit=1)[0]
    tokens = [t.lower() for t in re.findall(r"[A-Za-z]+", head)]
    return bool(tokens) and (bool(HEADS_EN & set(tokens[-4:])) or bool(HEADS_EN & set(tokens[:4])))
