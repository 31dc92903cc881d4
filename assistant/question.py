"""What is asked: language, kind, the words that carry it, the numbers and units named. Knows nothing of documents."""

import re
from dataclasses import dataclass

from assistant.kinds import Kind, counted_in, kind_of
from assistant.vocabulary import ASKING_ENGLISH, ASKING_VIETNAMESE
from corpus.folding import fold, has_diacritics, language_of, nfc, words
from corpus.identity import Number, find_numbers
from corpus.keywords import is_stopword
from corpus.messages import Language

_POSTS = frozenset({"post", "posts", "position", "positions", "title", "titles", "role", "roles", "job", "jobs"})


@dataclass(frozen=True, slots=True)
class UnitReference:
    """A unit that a question names, small to large: (kind, mark)."""

    steps: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        """The end of the unit's address ("d5.k2.a")."""
        codes = {"article": "d", "clause": "k", "point": ""}
        return ".".join(codes[k] + ("dd" if m == "đ" else m.lower()) for k, m in reversed(self.steps))

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The steps from large to small."""
        return tuple(reversed(self.steps))


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood."""

    text: str
    language: Language
    marked: bool
    kind: Kind
    content: tuple[str, ...]
    numbers: tuple[Number, ...]
    unit: UnitReference | None
    counted: tuple[str, ...] = ()
    bases: bool = False


def understand(text: str) -> Question:
    """Reads a question; what it does not make out stays open (kind "fact", no unit)."""
    even = " ".join(nfc(text).split())
    folded = fold(even).rstrip(" ?!.")
    language = language_of(even)
    marked = has_diacritics(even)
    kind = kind_of(folded)
    numbers = tuple(find_numbers(even))
    content = _content(even, numbers, language, marked)
    counted = counted_in(folded) if kind in ("number", "deadline") else ()
    return Question(even, language, marked, kind, content, numbers, _unit(even), counted, bool(_BASES.search(folded)))


_BASES = re.compile(r"\b(?:can cu|co so phap ly|theo de nghi|legal bas[ie]s|basis|pursuant|proposal of)\b")


def _content(text: str, numbers: tuple[Number, ...], language: Language, marked: bool) -> tuple[str, ...]:
    """The words that carry the question, in order; numbers of documents and names of units are looked up apart."""
    rest = text
    for number in reversed(numbers):
        rest = rest[: number.start] + " " + rest[number.end :]
    found = words(_UNITS.sub(" ", rest))
    asking = _asking_english(found) if language == "en" else _asking_vietnamese(found, marked=marked)
    kept = [w for i, w in enumerate(found) if i not in asking and not is_stopword(w, marked=marked)]
    if numbers or kept:
        return tuple(kept)
    return tuple(w for w in found if not is_stopword(w, marked=marked))


def _asking_english(found: list[str]) -> set[int]:
    holds = len(found) > 1 and found[0].lower() in ("what", "which") and found[1].lower() in _POSTS
    dropped = ASKING_ENGLISH | _POSTS | {"hold", "holds", "held", "have", "has"} if holds else ASKING_ENGLISH
    return {i for i, w in enumerate(found) if w.lower() in dropped or w.lower().removesuffix("s") in dropped}


def _asking_vietnamese(found: list[str], *, marked: bool) -> set[int]:
    """Places of the phrases that ask; compared with their marks where the question has any."""
    even = [w.lower() if marked else fold(w) for w in found]
    asking: set[int] = set()
    for phrase in ASKING_VIETNAMESE:
        wanted = list(phrase) if marked else [fold(w) for w in phrase]
        if not marked and len(wanted) == 1 and wanted[0] not in ("ai", "gi", "nao", "may"):
            continue  # a single syllable without marks is too many words at once
        for i in range(len(even) - len(wanted) + 1):
            if even[i : i + len(wanted)] == wanted:
                asking.update(range(i, i + len(wanted)))
    return asking


_POINT = r"(?:điểm|diem|point|item)\s+(?P<point{n}>dd|[a-zđ]\d?)\b"
_CLAUSE = r"(?:khoản|khoan|clause|paragraph)\s+(?P<clause{n}>\d{{1,2}}[a-zđ]?)\b"
_ARTICLE = r"(?:điều|dieu|article|art\.)\s+(?P<article{n}>\d{{1,3}}[a-zđ]?)\b"
_JOIN = r"[\s,]*(?:của\s+|of\s+)?"
_UNITS = re.compile(
    f"{_ARTICLE}(?:{_JOIN}{_CLAUSE})?(?:{_JOIN}{_POINT})?".format(n="1")
    + "|"
    + f"(?:{_POINT}{_JOIN})?(?:{_CLAUSE}{_JOIN})?{_ARTICLE}".format(n="2"),
    re.IGNORECASE,
)


def _unit(text: str) -> UnitReference | None:
    """The first unit named with its article, in either order: "điểm a khoản 1 Điều 5", "Article 5, Clause 1"."""
    match = _UNITS.search(text)
    if match is None:
        return None
    n = "1" if match.group("article1") else "2"
    steps = ((kind, match.group(f"{kind}{n}")) for kind in ("point", "clause", "article"))
    return UnitReference(tuple((kind, mark) for kind, mark in steps if mark))
