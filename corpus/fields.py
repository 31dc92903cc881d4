"""The fields of the lexical index: under which terms a passage is held, and by which a question looks for it.

Knows nothing of the index itself.

- `exact`: words with their marks, the place of the tone evened out; `folded`: the same without marks, and the numbers
  of documents whole
- `stem`: the stems of English texts; of others the folded words once more, for a field that only some passages have
  makes those look long to BM25, and a word that may be either language is asked once
- `pair`: two words side by side: folded syllables in a Vietnamese text (a word is mostly two: vị trí, việc làm), stems
  of words that say something in an English one
- `heading`: the titles and headings above a passage, folded or stemmed
- `number`: document numbers in parts: serial and year (138/2020), code and serial (nd:138), code and issuer (nd-cp)
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import exact, fold, has_diacritics, language_of, stem, words
from corpus.identity import TYPES, Number, find_numbers
from corpus.messages import Language
from corpus.syllables import is_bare_syllable

FIELDS = ("exact", "folded", "stem", "pair", "heading", "number")
_MOST = 96  # different words of a question that are looked for: a pasted page costs no more than a paragraph
_LONGEST = 64  # letters of a word


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STOPWORDS: dict[Language, frozenset[str]] = {
    # kept on purpose: không, chưa, trừ, phải, được, trước, sau, từ, đến: they decide what a provision says
    "vi": _set(
        "và của các những là thì mà cho với tại trong về theo này đó việc như để do bằng cũng đã sẽ gì nào ai có bao "
        "nhiêu khi hay hoặc một ở ra vào"
    ),
    "en": _set(
        "a an the of to in on for and or is are was were be been by with at as that this these those it its from what "
        "which who whom whose when where how why do does did can could may must shall will would should have has had "
        "there any some i you we they he she their his her our your me my"
    ),
}
_FOLDED_STOPWORDS = frozenset(fold(w) for w in _STOPWORDS["vi"])


@dataclass(frozen=True, slots=True)
class Clause:
    """A term that is looked for in a field, and how much it counts."""

    field: str
    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Shares:
    """How much a question's word counts in each field. Chosen on the development halves (evals/README.md)."""

    exact: float = 1.0
    folded_beside_exact: float = 0.3
    folded: float = 1.2
    stem: float = 1.2
    pair_vi: float = 1.2
    pair_bare: float = 1.2
    pair_en: float = 0.5
    heading: float = 0.2
    whole_number: float = 2.0
    part_of_number: float = 1.5


SHARES = Shares()


def is_stopword(word: str, *, marked: bool) -> bool:
    """Whether a word says nothing by itself; in a text typed without marks, folded Vietnamese ones count too."""
    lower = word.lower()
    if lower in _STOPWORDS["en"] or lower in _STOPWORDS["vi"]:
        return True
    return not marked and lower in _FOLDED_STOPWORDS


def is_english_stopword(word: str) -> bool:
    """Whether the pairs of an English text are made over a word."""
    return word.lower() in _STOPWORDS["en"]


def pairs(words: Sequence[str]) -> list[str]:
    """Neighbouring words joined, as the `pair` field holds them."""
    return [f"{a}_{b}" for a, b in zip(words, words[1:], strict=False)]


def english_pairs(tokens: Iterable[str]) -> list[str]:
    """The pairs of an English text: stems side by side, words that say nothing left out."""
    return pairs([stem(fold(w)) for w in tokens if not is_english_stopword(w)])


def terms_of(text: str, context: str, language: Language) -> dict[str, list[str]]:
    """The terms of a passage by field; `context` are the titles and headings above it."""
    tokens, above = words(text), words(context)
    folded = [fold(t) for t in tokens]
    numbers = find_numbers(text) + find_numbers(context)
    english = language == "en"
    return {
        "exact": [exact(t) for t in tokens],
        "folded": folded + [fold(n.printed) for n in numbers],
        "stem": [stem(t) for t in folded] if english else folded,
        "pair": english_pairs(tokens) if english else pairs(folded),
        "heading": [stem(fold(t)) if english else fold(t) for t in above],
        "number": [term for n in numbers for term in _parts(n)],
    }


def clauses_of(question: str, shares: Shares = SHARES) -> list[Clause]:
    """What a question looks for: its own words, each in the fields that tell most of it; each term once."""
    tokens = [w for w in words(question) if len(w) <= _LONGEST]
    marked = has_diacritics(question)
    content = [w for w in tokens if not is_stopword(w, marked=marked)] or tokens
    kept = set(list(dict.fromkeys(content))[:_MOST])
    content = [w for w in content if w in kept]
    tokens = tokens[: 4 * _MOST]
    found: Counter[tuple[str, str, float]] = Counter()
    if marked:
        found.update(_marked(content, tokens, shares))
    else:
        found.update(_unmarked(content, tokens, language_of(question), shares))
    found.update(_numbers(question, shares))
    return [Clause(field, term, weight * count) for (field, term, weight), count in found.items()]


_Found = Iterable[tuple[str, str, float]]


def _marked(content: Sequence[str], tokens: Sequence[str], shares: Shares) -> _Found:
    for w in content:
        folded = fold(w)
        yield "exact", exact(w), shares.exact
        yield "folded", folded, shares.folded_beside_exact
        yield "heading", folded, shares.heading
    for pair in pairs([fold(w) for w in tokens]):
        yield "pair", pair, shares.pair_vi


def _unmarked(content: Sequence[str], tokens: Sequence[str], language: Language, shares: Shares) -> _Found:
    """Without marks a question may be either language, and names and figures are neither.

    A question that seems English asks by stems, which names and figures are in a Vietnamese text too.
    """
    english = language == "en"
    for w in content:
        folded = fold(w)
        stemmed = stem(folded)
        if english or not is_bare_syllable(folded):
            yield "stem", stemmed, shares.stem
            yield "heading", stemmed, shares.heading
            if stemmed != folded and is_bare_syllable(folded):
                yield "folded", folded, shares.folded
        else:
            yield "folded", folded, shares.folded
            yield "heading", folded, shares.heading
    for pair in english_pairs(tokens) if english else ():
        yield "pair", pair, shares.pair_en
    folded_tokens = [fold(w) for w in tokens]
    for one, other in zip(folded_tokens, folded_tokens[1:], strict=False):
        if not english or (is_bare_syllable(one) and is_bare_syllable(other) and one not in _STOPWORDS["en"]):
            yield "pair", f"{one}_{other}", shares.pair_bare


# --- document numbers ------------------------------------------------------------------------------------------------


def _parts(number: Number) -> Iterable[str]:
    code, issuer = fold(number.code), fold(number.issuer)
    if number.year:
        yield f"{number.serial}/{number.year}"
    if code:
        yield f"{code}:{number.serial}"
        yield f"{code}-{issuer}"


@lru_cache(maxsize=1)
def _codes() -> dict[str, tuple[str, ...]]:
    """The folded codes that a type's name, or its code as written, may stand for."""
    codes: dict[str, dict[str, None]] = {}
    for _, vi, names, *both in TYPES:
        written = [c for c in both if c]
        for name in (fold(vi), *map(fold, names), *written, *(c.replace("Đ", "D") for c in written)):
            codes.setdefault(name, {}).update(dict.fromkeys(map(fold, written)))
    return {name: tuple(found) for name, found in codes.items() if found}


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """A type and a serial ("nghị định số 138", "NĐ 138/2020", "QĐ-UBND 25"), with or without the issuer's code."""
    names = "|".join(sorted((re.escape(n) for n in _codes()), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"(?<![\w/-])(?P<name>{names})(?:\s*-\s*[A-ZĐa-zđ]+)?\s+(?:so\s+|no\.?\s*)?(?P<serial>\d{{1,5}})(?:/(?:19|20)\d\d)?"
        r"(?![\w%]|\s*[,.]\d)"
    )


_WITH_YEAR = re.compile(r"(?<![\d/.,])(\d{1,5})\s*/\s*((?:19|20)\d\d)(?![\w/])")


def _numbers(question: str, shares: Shares) -> _Found:
    found = find_numbers(question)
    rest = question
    for n in reversed(found):
        rest = rest[: n.start] + " " * (n.end - n.start) + rest[n.end :]
    for n in found[:_MOST]:
        yield "folded", fold(n.printed), shares.whole_number
        for part in _parts(n):
            yield "number", part, shares.part_of_number / 3
    for term in list(dict.fromkeys(_partial(rest)))[:_MOST]:
        yield "number", term, shares.part_of_number


def _partial(text: str) -> Iterable[str]:
    """Numbers that are named in part."""
    for match in _WITH_YEAR.finditer(text):
        yield f"{match.group(1).lstrip('0') or '0'}/{match.group(2)}"
    for even in dict.fromkeys((text, fold(text))):  # codes as they are written, names without their marks
        for match in _named().finditer(even):
            serial = match.group("serial").lstrip("0") or "0"
            yield from (f"{code}:{serial}" for code in _codes()[match.group("name")])
