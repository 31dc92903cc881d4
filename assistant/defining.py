"""Definitions: which term a question asks the meaning of, and whether a statement says what that term means.

Knows the words by which official texts define ("X là ...", "X means ...") and reports retell it ("X are understood as
..."); of other names of a term only what the glossary holds. Knows nothing of scores.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.question import Question
from assistant.terms import in_order
from corpus.expansion import expand
from corpus.folding import fold
from corpus.messages import Language

_TERM: tuple[re.Pattern[str], ...] = tuple(map(re.compile, (
    r"^what (?:is|are) meant by (?P<term>.+)", r"^what (?:does|do) (?P<term>.+?) (?:mean|stand for)\b",
    r"\b(?:define|definition of|meaning of) (?P<term>.+)", r"^how (?:is|are) (?P<term>.+?) (?:defined|understood)\b",
    r"^(?:who|what) (?:counts?|is considered|are considered|is regarded|are regarded) as (?P<term>.+)",
    r"^(?:who|what) (?:is|are) (?P<term>.+)",
    r"\b(?:the nao (?:la|duoc coi la)|khai niem|dinh nghia|ai duoc coi la) (?P<term>.+)",
    r"^(?P<term>.+?) (?:duoc hieu|nghia la|co nghia|la gi|la ai|la nhung (?:gi|ai)|la the nao|duoc dinh nghia"
    r"|viet tat)\b",
)))  # fmt: skip
# what stands in front of a question says where the term is used: "theo Quyết định 31/2025 thì", "under Decree 24,"
_WHERE_FIRST = re.compile(
    r"^(?:theo|trong|tai|o|can cu|doi voi|under|in|according to|as per|per|for the purposes? of)\b"
    r"[^?]*?(?:,\s*| thi )(?=\S)"
)
# what follows a term names where it is used, not what it is
_WHERE = re.compile(
    r"\s+(?:under|in|according to|within|pursuant to|as used|for the purposes?|mean|theo|trong|tai|quy dinh tai)\b.*$"
)
_BESIDE = re.compile(r"^(?P<one>[^(]+?)\s*\((?P<other>[^)]+)\)")
_STRONG = (
    r"được hiểu là|được định nghĩa là|nghĩa là|gọi là|means?|shall mean|refers? to|stands? for"
    r"|(?:is|are) (?:understood|defined) as"
)
_DEFINES = re.compile(rf"\b(?:{_STRONG}|là|is|are)\b", re.IGNORECASE)
# "cadres are rotated", "staff are required" tells what is done with them, not what they are
_DONE = re.compile(
    r"\s*(?:not\s+)?(?:\w+ed|given|made|sent|held|taken|set|put|chosen|paid|known to|to|in|on|at|under|not)\b"
)
_MARK = re.compile(r"^\W*(?:\d{1,2}|[a-zđ])?\s*[.)\-]?\s*")
_HEAD = 160  # letters before the word that defines
_SEAM = re.compile(r"(?:\bthat\b|\brằng\b|[:;,])\s*[“\"]?", re.IGNORECASE)  # behind it a term may begin, as in a report


@dataclass(frozen=True, slots=True)
class Term:
    """What is to be defined: the words of each of its names, as they are compared in a language."""

    language: Language
    names: tuple[frozenset[str], ...]
    foreign: tuple[frozenset[str], ...]  # the same in the other language


def term_asked(question: Question) -> Term | None:
    """The term whose meaning is asked for; None where the question asks for something else."""
    if question.kind not in ("definition", "who"):
        return None
    plain = fold(question.text).rstrip(" ?.!")
    opening = _WHERE_FIRST.match(plain.lstrip())
    asked = question.text.lstrip()[opening.end() if opening else 0 :]
    plain = fold(asked).strip(" ?.!")
    match = next((m for pattern in _TERM if (m := pattern.search(plain))), None)
    if match is None:
        return None
    at = match.span("term")
    said = asked[at[0] : at[1]]  # folding keeps the letters' places
    beside = _BESIDE.match(said)
    spoken = (beside["one"], beside["other"]) if beside else (said,)
    bare = [_cut(s) for s in spoken]
    names = tuple(w for s in bare if (w := _words(s, question.language)))
    other: Language = "en" if question.language == "vi" else "vi"
    foreign = tuple(w for s in bare for c in expand(s).concepts for n in c.names if (w := _words(n.text, other)))
    whole = frozenset(w for name in foreign for w in name)
    return Term(question.language, names, (*foreign, whole) if whole else ()) if names else None


def _cut(said: str) -> str:
    """A term without the words behind it that name where it is used."""
    match = _WHERE.search(fold(said))
    return said[: match.start()] if match and match.start() else said


def _words(said: str, language: Language) -> frozenset[str]:
    return frozenset(in_order(said, language))


def defines(text: str, term: Term | None, language: Language) -> float:
    """How far a statement opens with the term and then says what it is: "Luân chuyển là việc ..." fully."""
    if term is None:
        return 0.0
    bare = _MARK.sub("", text)
    names = term.names if language == term.language else term.foreign
    return max((_opens_with(bare, m, names, language) for m in _DEFINES.finditer(bare[: _HEAD + 20])), default=0.0)


def _opens_with(bare: str, match: re.Match[str], names: Collection[frozenset[str]], language: Language) -> float:
    copula = match.group().lower() in ("is", "are")
    if match.start() > _HEAD or (copula and _DONE.match(bare, match.end())):
        return 0.0
    before = bare[: match.start()]
    heads = (before, *(before[seam.end() :] for seam in _SEAM.finditer(before)))
    return max((_fits(_words(head, language), name) for head in heads for name in names), default=0.0)


def _fits(head: frozenset[str], name: frozenset[str]) -> float:
    if not head:
        return 0.0
    share = len(head & name) / max(len(head), len(name))
    # "Luân chuyển là ...", where "luân chuyển cán bộ" is asked about, says no other thing than it
    return 0.5 + share / 2 if head <= name else share / 2
