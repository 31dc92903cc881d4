"""How well a statement answers a question: a handful of plain features and a weighted sum, the same for every question.

Knows nothing of the stores but how rare a word is. The weights are data (weights.json), fitted on development questions only
by `python -m evals.fit`; see evals/README.md.
"""

import json
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields
from functools import lru_cache
from pathlib import Path

from assistant.evidence import Evidence
from assistant.question import Question
from corpus.dates import find_dates
from corpus.folding import exact, fold, stem, words
from corpus.identity import find_numbers
from corpus.keywords import is_stopword, pairs

# Words of the office that mean the same; a question's word is found in a statement by any of its row.
_SAME = [
    "chair preside lead head run led ran chaired presided chairman",
    "deadline before by later",
    "require must shall need requirement necessary",
    "submit send report present",
    "approve approval ratify",
    "create establish set build develop form built",
    "finish complete finalize completion finalise",
    "receive accept reception admission",
    "job post position",
    "rotate rotation transfer",
    "training train foster retrain fostering course",
    "limitation difficulty shortcoming obstacle problem weakness",
    "cadre official staff",
    "issue promulgate publish",
    "attend participate attendance participant present",
    "vote confidence trust",
    "staff personnel employee worker",
    "money fund budget cost funding expenditure",
    "assess evaluate assessment evaluation appraise appraisal",
    "replace supersede substitute",
    "pay repay reimburse compensate repayment compensation",
    "age old",
    "experience worked working",
    "meeting conference session",
    "boss director head",
    "exam examination test",
    "plan planning",
    "qualification degree diploma",
]
_NUMBER_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|twice|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\b", re.IGNORECASE
)
_TIME = re.compile(
    r"\b(?:before|by|within|no later than|until|from|early|mid|end of|quarter|annually|quarterly|monthly|days?|months?|years?|"
    r"trước|chậm nhất|không quá|trong thời hạn|kể từ|đến hết|quý|tháng|ngày|hằng năm|hàng năm|định kỳ|thường xuyên)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-ZĐÀ-Ỹ][\w'’-]+(?:\s+[A-ZĐÀ-Ỹ][\w'’-]+)+")
_BODY = re.compile(
    r"\b(?:Sở|Ban|Bộ|UBND|HĐND|Ủy ban|Tỉnh ủy|Chủ tịch|Giám đốc|Trưởng|Phòng|Văn phòng|Trường|Hội đồng|Department|Committee|Ministry|Council|Office|Chairman|"
    r"Director|School|Secretary|Head|Academy|Government|Board)\b"
)
_DEFINES = re.compile(r"\b(?:là|được hiểu là|nghĩa là|means|is|are|refers to|shall mean)\b", re.IGNORECASE)
_REASON = re.compile(r"\b(?:because|due to|since|so that|in order to|cause|reason|do|vì|bởi|nguyên nhân|nhằm|để)\b", re.IGNORECASE)

Rarity = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Features:
    """What is seen of one statement; every value lies between 0 and 1."""

    covered: float  # share of the question's words (rare ones count more) in the statement itself
    covered_above: float  # ... in the statement or what stands above it
    covered_title: float  # ... or in the document's name
    pairs: float  # share of the question's neighbouring words that stand side by side
    rarest: float  # whether its rarest word is in the statement or above it
    dense: float  # cosine of the statement's window
    passage: float  # fused score of its passage
    kind: float  # whether it holds what is asked for: a number, a date, a name ...
    length: float  # short statements say less by chance
    named: float  # whether it is of a document that the question names


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question with the forms under which it counts as found, and its weight."""

    word: str
    forms: frozenset[str]
    weight: float


class Relevance:
    """Scores statements for one question."""

    def __init__(self, question: Question, rarity: Rarity, named: frozenset[str] = frozenset()) -> None:
        self.question = question
        self.named = named
        self.terms = [_term(w, question, rarity) for w in dict.fromkeys(question.content)]
        self._pairs = frozenset(pairs([_form(w, question) for w in question.content]))
        self._total = sum(t.weight for t in self.terms) or 1.0
        self._rarest = max(self.terms, key=lambda t: t.weight, default=None)

    def features(self, evidence: Evidence) -> Features:
        """The features of one statement."""
        language = evidence.entry.identity.language
        own = _bag(evidence.text, language)
        above = own | _bag(evidence.above, language)
        title = above | _bag(evidence.title, language)
        ordered = _ordered(evidence.text, language)
        side_by_side = frozenset(pairs(ordered)) if self._pairs else frozenset()
        return Features(
            covered=self._share(own),
            covered_above=self._share(above),
            covered_title=self._share(title),
            pairs=len(self._pairs & side_by_side) / len(self._pairs) if self._pairs else 0.0,
            rarest=float(self._rarest is None or bool(self._rarest.forms & title)),
            dense=max(0.0, evidence.dense),
            passage=min(1.0, evidence.score),
            kind=self._kind(evidence),
            length=min(1.0, len(evidence.text) / 400),
            named=float(evidence.entry.identity.number_key in self.named),
        )

    def missing(self, evidence: Sequence[Evidence]) -> list[str]:
        """The question's words that stand nowhere in or around the evidence, rarest first."""
        bag: set[str] = set()
        for e in evidence:
            language = e.entry.identity.language
            bag |= _bag(e.text, language) | _bag(e.above, language) | _bag(e.title, language)
        gone = [t for t in self.terms if not t.forms & bag]
        return [t.word for t in sorted(gone, key=lambda t: -t.weight)]

    def _share(self, bag: frozenset[str]) -> float:
        return sum(t.weight for t in self.terms if t.forms & bag) / self._total

    def _kind(self, evidence: Evidence) -> float:
        text = evidence.text
        found = _KIND_TESTS.get(self.question.kind)
        if found is None:
            return 0.5
        if self.question.kind == "definition":
            return float(_defines(text, self.question.content))
        return float(found(text))


def _defines(text: str, content: Sequence[str]) -> bool:
    """Whether the statement opens with the term asked for, and says what it is."""
    match = _DEFINES.search(text)
    if match is None or not content:
        return False
    head = {fold(w) for w in words(text[: match.start()])}
    return sum(fold(w) in head for w in content) * 2 >= len(content) and match.start() < 160


def _has_number(text: str) -> bool:
    rest = re.sub(r"^\W*(?:\d{1,2}(?:\.\d+)*|[a-zđ])\s*[.)]\s", "", text)
    for number in reversed(find_numbers(rest)):
        rest = rest[: number.start] + rest[number.end :]
    return bool(re.search(r"\d", rest) or _NUMBER_WORDS.search(rest))


_KIND_TESTS: dict[str, Callable[[str], bool]] = {
    "number": _has_number,
    "date": lambda t: bool(find_dates(t) or re.search(r"\b(?:19|20)\d{2}\b", t)),
    "deadline": lambda t: bool(_TIME.search(t)) and bool(re.search(r"\d|quý|quarter|early|hằng|hàng|annual", t)),
    "who": lambda t: bool(_NAME.search(t) or _BODY.search(t)),
    "place": lambda t: bool(_NAME.search(t)),
    "list": lambda t: t.rstrip().endswith(":") or t.count(",") + t.count(";") >= 2,
    "definition": lambda t: bool(_DEFINES.search(t)),
    "reason": lambda t: bool(_REASON.search(t)),
}


@lru_cache(maxsize=20_000)
def _bag(text: str, language: str) -> frozenset[str]:
    found = words(text)
    if language == "en":
        return frozenset(stem(fold(w)) for w in found)
    return frozenset(exact(w) for w in found) | frozenset(fold(w) for w in found)


@lru_cache(maxsize=20_000)
def _ordered(text: str, language: str) -> tuple[str, ...]:
    kept = [w for w in words(text) if not is_stopword(w, marked=True)]
    return tuple(stem(fold(w)) if language == "en" else fold(w) for w in kept)


def _form(word: str, question: Question) -> str:
    return stem(fold(word)) if question.language == "en" else fold(word)


def _term(word: str, question: Question, rarity: Rarity) -> Term:
    folded = fold(word)
    if question.language == "en":
        form = stem(folded)
        return Term(word, frozenset({form, *_same_en(form)}), rarity("stem", form))
    if question.marked:
        return Term(word, frozenset({exact(word)}), rarity("exact", exact(word)))
    return Term(word, frozenset({folded}), rarity("folded", folded))


@lru_cache(maxsize=1)
def _rows() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SAME:
        row = {stem(w) for w in line.split()}
        for w in row:
            found.setdefault(w, set()).update(row)
    return {w: frozenset(row) for w, row in found.items()}


def _same_en(form: str) -> frozenset[str]:
    return _rows().get(form, frozenset())


def rarity_in(frequency: Callable[[str, str], int], passages: int) -> Rarity:
    """How much a word says: near 0 if it stands in every passage, 1 if in one or none."""

    def rarity(field: str, term: str) -> float:
        count = frequency(field, term)
        return 0.05 + 0.95 * math.log((passages + 1) / (count + 1)) / math.log(passages + 1) if passages else 1.0

    return rarity


@dataclass(frozen=True, slots=True)
class Model:
    """A weighted sum through a logistic curve."""

    weights: dict[str, float]
    bias: float

    def score(self, features: Features) -> float:
        """Between 0 and 1."""
        total = self.bias + sum(
            self.weights.get(f.name, 0.0) * value for f, value in zip(fields(Features), astuple(features), strict=True)
        )
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def shipped() -> dict[str, Model]:
    """The fitted models: "statement" picks statements, "answerable" says whether the best of them is an answer."""
    rows = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
    return {name: Model(row["weights"], row["bias"]) for name, row in rows["models"].items()}


@lru_cache(maxsize=1)
def threshold() -> float:
    """The confidence from which on an answer is given."""
    rows = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
    return float(rows["threshold"])
