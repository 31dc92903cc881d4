"""What stands beside the question's words: the headings and cells that name what is asked about, the words of a
statement that the question has not, and other words in the place of its own. Knows the words of one question.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.terms import Rarity, Term, bag, in_order
from corpus.fields import is_stopword
from corpus.folding import exact, fold, stem, words
from corpus.messages import Language
from corpus.units import same_length

_LONGEST_NAME = 160  # characters: a longer line above a statement names nothing
_LABELS = frozenset(
    words(
        "dieu khoan muc phan chuong phu luc diem article clause chapter section part annex point item number no stt tt"
        " trach nhiem responsibilities responsibility"
    )
)


_LISTS = re.compile(r"\b(?:nhung|cac|hai|ba|bon|nam)\s+((?:\w+\s+){1,4}?)(?:gi|nao)\b")
_LISTS_ENGLISH = re.compile(
    r"^(?:what|which)\s+((?:[\w-]+\s+){1,3}?)(?:are|were|is|must|should|do|does|did|will|can|have|has|make|made|need|of|in|on|for)\b"
)


def focus_of(question: Question) -> tuple[str, ...]:
    """The words of a question that name what is to be listed: "quyền lợi" of "được hưởng những quyền lợi gì"."""
    even = same_length(question.text.lower())
    match = (_LISTS_ENGLISH if question.language == "en" else _LISTS).search(even)
    return tuple(words(question.text[match.start(1) : match.end(1)])) if match else ()


class Beside:
    """One question's words, to be held against what stands in and above statements."""

    def __init__(self, question: Question, terms: Sequence[Term], rarity: Rarity) -> None:
        self._question, self._rarity = question, rarity
        self._terms = [t for t in terms if not any(f.startswith("#") for f in t.forms)]
        self._total = sum(t.weight for t in self._terms) or 1.0
        self._forms = frozenset(form for t in self._terms for form in t.forms)
        self._named: dict[tuple[str, Language], float] = {}
        focus = focus_of(question)
        self._focus = [t for t in self._terms if t.word in focus]

    def focused(self, evidence: Evidence) -> float:
        """Whether a list that is asked for stands under a line that names it: "Quyền lợi", "Hồ sơ gồm có:"."""
        if self._question.kind != "list" or not self._focus:
            return 0.5
        language = evidence.entry.identity.language
        lines = [line for line in (*evidence.above.split("\n"), evidence.lead) if 0 < len(line) <= _LONGEST_NAME]
        if evidence.heading or evidence.lead_in:
            lines.append(evidence.text)
        return max((self._focus_in(line, language) for line in lines), default=0.0)

    def _focus_in(self, line: str, language: Language) -> float:
        there = bag(line, language)
        total = sum(t.weight for t in self._focus) or 1.0
        return sum(t.weight for t in self._focus if t.forms & there) / total

    def headed(self, evidence: Evidence) -> float:
        """How fully a heading above a statement, the lead of its list or a cell of its row is what is asked about."""
        language = evidence.entry.identity.language
        lines = [*evidence.above.split("\n"), evidence.lead]
        if evidence.heading or evidence.lead_in:
            lines.append(evidence.text)
        if evidence.header:
            lines = [line for line in lines if " | " not in line] + evidence.text.split(" | ")
        return max((self._naming(line, language) for line in lines if 0 < len(line) <= _LONGEST_NAME), default=0.0)

    def precise(self, evidence: Evidence) -> float:
        """The share of a statement's words, rare ones counting more, that the question has."""
        return self._had(words(evidence.text), evidence.entry.identity.language)[0]

    def othered(self, evidence: Evidence, around: frozenset[str]) -> float:
        """The weight of the question's words that are nowhere around, where another stands beside the same neighbour:
        "health sector" where "education sector" is asked about.
        """
        language = evidence.entry.identity.language
        there = in_order(evidence.text, language)
        beside = {(a, b) for a, b in zip(there, there[1:], strict=False)}
        asked = in_order(" ".join(self._question.content), language)
        gone = {w for w in asked if not self._stands(w, around)}
        weights = {w: t.weight for t in self._terms for w in in_order(t.word, language)}
        lost: dict[str, float] = {}
        for a, b in zip(asked, asked[1:], strict=False):
            if a in gone and b not in gone and any(second == b and not self._asked(first) for first, second in beside):
                lost[a] = weights.get(a, 0.0)
            if b in gone and a not in gone and any(first == a and not self._asked(second) for first, second in beside):
                lost[b] = weights.get(b, 0.0)
        return min(1.0, sum(lost.values()))

    def _stands(self, word: str, around: frozenset[str]) -> bool:
        return any(t.forms & around for t in self._terms if word in t.forms or fold(t.word) == word)

    def _asked(self, word: str) -> bool:
        return word in self._forms

    def _naming(self, line: str, language: Language) -> float:
        known = self._named.get((line, language))
        if known is None:
            found = words(line)
            precision, forms = self._had([w for w in found if fold(w) not in _LABELS and not w.isdigit()], language)
            recall = sum(t.weight for t in self._terms if t.forms & forms) / self._total
            known = 2 * precision * recall / (precision + recall) if precision and recall else 0.0
            self._named[line, language] = known
        return known

    def _had(self, found: Iterable[str], language: Language) -> tuple[float, frozenset[str]]:
        """The share of words that the question has, rare ones counting more, and the forms of all."""
        total = had = 0.0
        every: set[str] = set()
        for word in found:
            if is_stopword(word, marked=True):
                continue
            forms = {stem(fold(word))} if language == "en" else {exact(word), fold(word)}
            every |= forms
            field, term = ("stem", stem(fold(word))) if language == "en" else ("exact", exact(word))
            weight = self._rarity(field, term)
            total += weight
            had += weight if forms & self._forms else 0.0
        return (had / total if total else 0.0), frozenset(every)
