"""Whether a question has exactly one right answer in the sources: every statement of the same subject is looked at.

An option is right by another statement where that speaks of the same and holds it; a fact is in dispute where another
statement of the same holds another value. Knows nothing of wording.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.course_packs.bounds import days_in, measure_of
from assistant.course_packs.facts import Fact
from assistant.course_packs.material import Material, bare
from assistant.course_packs.options import PRINTED, day_and_month, value_of
from corpus.corpus import Corpus
from corpus.fields import is_stopword
from corpus.folding import fold, stem, words
from corpus.messages import Language
from corpus.sentences import statements

_SAME = 0.6  # share of a statement's words in another from which on that speaks of the same
_VERY = 0.8  # ... from which on it says the same with another value
_LOOKED = 25  # passages that are looked at for each question


def content(text: str, language: Language) -> frozenset[str]:
    """The words that carry a text, as compared; numbers are left out."""
    found = (w for w in words(text) if not w[0].isdigit() and not is_stopword(w, marked=True))
    return frozenset(stem(fold(w)) if language == "en" else w.lower() for w in found)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of one text's words that stand in another."""
    return len(one & other) / len(one) if one else 0.0


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the corpus and its words."""

    text: str
    revision: int
    start: int
    content: frozenset[str]


class Ground:
    """The statements that a course's questions are checked against: its documents', and the corpus's found by words."""

    def __init__(self, materials: Sequence[Material], corpus: Corpus | None = None) -> None:
        self.language: Language = materials[0].language if materials else "vi"
        self._corpus = corpus
        self._own = [
            Said(s.of(m.text), m.entry.revision, s.start, content(s.of(m.text), m.language))
            for m in materials
            for s in m.sentences
        ]
        self._by_word: dict[str, list[int]] = {}
        for n, said in enumerate(self._own):
            for word in said.content:
                self._by_word.setdefault(word, []).append(n)
        self._duties = {m.entry.revision: (m.text, m.registers.duties) for m in materials}
        self._rivals: dict[tuple[int, int, int], list[tuple[float, Said]]] = {}
        held = {m.entry.revision for m in materials}
        self._among: list[int] = []
        if corpus is not None:
            entries = corpus.library.entries()
            self._among = [
                e.revision for e in entries if e.identity.language == self.language and e.revision not in held
            ]

    def alike(self, text: str) -> list[tuple[float, Said]]:
        """Every statement that speaks of the same as a text, and how much of its words it holds."""
        wanted = content(text, self.language)
        if not wanted:
            return []
        counted = Counter(n for word in wanted for n in self._by_word.get(word, ()))
        found = [(held / len(wanted), self._own[n]) for n, held in sorted(counted.items())]
        found += [(shared(wanted, said.content), said) for said in self._elsewhere(text)]
        return [(share, said) for share, said in found if share >= _SAME]

    def rivals(self, fact: Fact) -> list[tuple[float, Said]]:
        """The statements of the same subject as a fact's, itself left out."""
        here, revision = fact.whole, fact.material.entry.revision
        place = (revision, here.start, fact.slot.start)
        if place not in self._rivals:
            self._rivals[place] = [
                (share, s)
                for share, s in self.alike(without_slot(fact))
                if s.revision != revision or s.start >= here.end or s.start + len(s.text) <= here.start
            ]
        return self._rivals[place]

    def in_dispute(self, fact: Fact) -> bool:
        """Whether another document says the same with another value: it may have taken this one's place."""
        others = [s for share, s in self.rivals(fact) if share >= _VERY and s.revision != fact.material.entry.revision]
        return any(not holds(s.text, fact, fact.answer) and _another(s.text, fact) for s in others)

    def right_elsewhere(self, fact: Fact, option: str) -> bool:
        """Whether an option is right by another statement of the same subject."""
        rivals = [s for _, s in self.rivals(fact)]
        if fact.kind == "name" and any(bare(option) in bare(lead) for s in rivals for lead in self._leads(s)):
            return True
        return any(holds(s.text, fact, option) for s in rivals)

    def _leads(self, said: Said) -> list[str]:
        """Who leads what a statement says, which may stand in a heading above it."""
        if said.revision not in self._duties and self._corpus is not None:
            library = self._corpus.library
            self._duties[said.revision] = library.text(said.revision), library.registers(said.revision).duties
        text, duties = self._duties.get(said.revision, ("", ()))
        end = said.start + len(said.text)
        return [d.lead.of(text) for d in duties if d.lead and d.whole.start < end and said.start < d.whole.end]

    def _elsewhere(self, text: str) -> list[Said]:
        if self._corpus is None or not self._among:
            return []
        keys = [h.passage for h in self._corpus.keywords.search(text, _LOOKED, self._among)]
        passages = self._corpus.library.passages(keys)
        texts = self._corpus.library.passage_texts(keys)
        return [
            Said(part, key.revision, passages[key].start + a, content(part, self.language))
            for key, whole in texts.items()
            if key in passages
            for a, b in statements(whole)
            for part in (whole[a:b],)
        ]


def without_slot(fact: Fact) -> str:
    """A fact's statement less its slot."""
    text = fact.material.text
    if not fact.inside:
        return fact.whole.of(text)
    return text[fact.whole.start : fact.slot.start] + " " + text[fact.slot.end : fact.whole.end]


def holds(text: str, fact: Fact, value: str) -> bool:
    """Whether a statement holds a value of a fact's kind: the number of the same thing, the day, the body."""
    if fact.kind == "number":
        wanted = value_of(value)
        return any(v == wanted and m == fact.measure for v, m in _numbers(text))
    if fact.kind == "day":
        wanted_day = day_and_month(value)
        return any(day_and_month(d) == wanted_day for d in days_in(text))
    return bare(value) in fold(" ".join(text.split()))


def _another(text: str, fact: Fact) -> bool:
    if fact.kind == "number":
        return any(m == fact.measure for _, m in _numbers(text))
    return bool(days_in(text)) if fact.kind == "day" else False


def _numbers(text: str) -> Iterable[tuple[float | None, str]]:
    return [(value_of(n.group()), measure_of(text, n.end())) for n in PRINTED.finditer(text)]
