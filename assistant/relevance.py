"""How well a statement answers a question: a handful of plain features, the same for every question.

Knows nothing of the stores but how rare a word is, nor of what the features weigh (see `model`).
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.beside import Beside
from assistant.counting import Counting
from assistant.coverage import Sought
from assistant.defining import defines, term_asked
from assistant.doing import deed_asked, names_doer, tells_deed
from assistant.evidence import Evidence
from assistant.kinds import (
    ASKS_DAY,
    ASKS_POST,
    EFFECT,
    KIND_TESTS,
    MEASURED,
    MUST_HOLD,
    names_place,
    names_post,
    of_number,
    speaks_of_itself,
    tells_day,
)
from assistant.nearness import NOWHERE, Nearness
from assistant.question import Question
from assistant.specifiers import specifiers, standing
from assistant.terms import LIGHT, Likeness, Rarity, bag, in_order, terms_of
from corpus.expansion import expand
from corpus.fields import is_stopword, pairs
from corpus.folding import fold, stem, words
from corpus.identity import find_numbers
from corpus.messages import Language

# cosines of two English words in the shipped model: below the first, strangers; from the second on, as good as the same
_UNLIKE, _LIKE = 0.56, 0.78


_UNSEEN = 0.999  # as rare as what stands nowhere
_HALF = 0.5  # less of a thing's name in the other language is another thing
_ASKS_WHAT_ONE_IS = re.compile(r"\blà ai\W*$|^who (?:is|are) (?:an? )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Features:
    """What is seen of one statement; every value lies between 0 and 1."""

    covered: float  # share of the question's words (rare ones count more) in the statement itself
    covered_above: float  # ... in the statement or what stands above it
    covered_title: float  # ... or in the document's name
    beyond: float  # share of the question's words that its document's name lacks: they say what of it is asked
    pairs: float  # share of the question's neighbouring words that stand side by side
    gap: float  # weight of the rarest of the question's words that is nowhere in or above it
    figures: float  # share of the question's own figures (years, ages) that are in it or above it
    names: float  # share of the names in the question that are in it or above it
    lacks: float  # whether a date, a number or a body is asked for and none is there
    uncounted: float  # whether something is counted or measured in the question, and not in the statement
    counted: float  # whether a figure stands before what is counted ("how many classes": "14 classes")
    dense: float  # cosine of the statement's window
    passage: float  # fused score of its passage
    kind: float  # whether it holds what is asked for: a number, a date, a name ...
    length: float  # short statements say less by chance
    named: float  # whether it is of a document that the question names
    closed: float  # whether it is a whole statement, not a title
    language: float  # whether it is in the question's language
    held: float  # share of the question's narrowing words (year, post, level ...) that stand in or above it
    contrary: float  # share of them in whose place another value stands
    near: float  # how near in meaning its own tokens come to the question's
    near_around: float  # ... those of its passage
    strange: float  # how far from met the worst of the question's most telling tokens is
    headed: float  # how fully a heading above it, its list's lead or a cell of its row is what is asked about
    precise: float  # share of its own words that the question has
    focused: float  # whether a list that is asked for stands under a line that names it
    undone: float  # whether it says nothing of the deed whose doer is asked for
    othered: float  # weight of the question's words in whose place, beside the same neighbour, another word stands


@dataclass(frozen=True, slots=True)
class Scored:
    """A statement, what was seen of it, and how well it answers."""

    score: float
    features: Features
    evidence: Evidence

    @property
    def odds(self) -> float:
        """The score as log odds: scores crowd at their ends."""
        return _log_odds(self.score)

    def behind(self, other: "Scored") -> float:
        """How much worse than another it answers: the difference of their log odds, as scores crowd below 1."""
        return _log_odds(other.score) - _log_odds(self.score)


def _log_odds(score: float) -> float:
    even = min(1 - 1e-9, max(1e-9, score))
    return math.log(even / (1 - even))


def around(evidence: Evidence) -> str:
    """What stands above a statement, and what its document is: its number, title, issuer and day."""
    identity = evidence.entry.identity
    day = identity.issued.isoformat() if identity.issued else ""
    return "\n".join((evidence.above, evidence.title, identity.issuer or "", day))


def as_read(evidence: Evidence) -> str:
    """A statement as it is read: an item behind the lead of its list, a cell behind the name of its column."""
    cells = evidence.text.split(" | ")
    if len(cells) != len(evidence.header) or len(cells) < 2:
        return evidence.with_lead
    return "; ".join(f"{name} {cell}" for name, cell in zip(evidence.header, cells, strict=True))


class Relevance:
    """Scores statements for one question."""

    def __init__(
        self,
        question: Question,
        rarity: Rarity,
        named: frozenset[str] = frozenset(),
        likeness: Likeness | None = None,
        nearness: Nearness | None = None,
        narrowed_by: str | None = None,
    ) -> None:
        """`narrowed_by` are the question's words that may narrow it down (none given: all)."""
        self.question = question
        self._asked = fold(question.text)
        self._rarity, self._like, self._near = rarity, likeness, nearness
        self._likeness = likeness if question.language == "en" else None  # Vietnamese words are of several syllables
        self.named = named
        self.terms = terms_of(question, rarity)
        self._pairs = frozenset(pairs(in_order(" ".join(question.content), question.language)))
        self._total = sum(t.weight for t in self.terms) or 1.0
        # "by when is the money paid out" counts no money
        of_time = question.kind == "deadline" and question.counted in MEASURED
        self._what = () if of_time else question.counted
        self._counting = Counting(question, self._what)
        self._person = [t.word for t in self.terms if t.name]
        self._titles: dict[str, frozenset[str]] = {}
        self._term, self._deed = term_asked(question), deed_asked(question)
        self.narrowing = specifiers(question.text if narrowed_by is None else narrowed_by)
        self._sought = Sought(expand(question.text), rarity)
        self._beside = Beside(question, self.terms, rarity)
        # what brings the best vector in the other language to where the best in the question's own lies
        self._lift = 1.0

    @property
    def unheard(self) -> float:
        """The share of the question's neighbouring words that stand side by side nowhere in the index."""
        return sum(self._rarity("pair", p) > _UNSEEN for p in self._pairs) / len(self._pairs) if self._pairs else 0.0

    @property
    def says_anything(self) -> bool:
        """Whether the question has a word of its own beside those that ask and everyday ones."""
        return any(t.weight > LIGHT for t in self.terms)

    def of(self, question: Question) -> "Relevance":
        """The same for another question: for a part of this one."""
        return Relevance(question, self._rarity, self.named, self._like, self._near)

    def read(self, evidence: Sequence[Evidence]) -> None:
        """Reads what is needed of the passages of these statements, at once."""
        foreign = [e.entry.identity.language != self.question.language for e in evidence]
        own = max((e.dense for e, other in zip(evidence, foreign, strict=True) if not other), default=0.0)
        away = max((e.dense for e, other in zip(evidence, foreign, strict=True) if other), default=0.0)
        self._lift = own / away if own > away > 0 else 1.0
        if self._near is not None:
            self._near.read(evidence)

    def features(self, evidence: Evidence, *, alike: bool = False) -> Features:
        """The features of one statement; with `alike`, words of like meaning count too (slower: for the best few)."""
        language = evidence.entry.identity.language
        own = bag(evidence.with_lead, language) | self._own_number(evidence)
        above = own | bag(evidence.above, language)
        title = above | bag(evidence.title, language)
        soft = self._alike(evidence, title) if alike and language == "en" else {}
        foreign = language != self.question.language
        counted = self._counting.told(evidence, foreign=foreign)
        kind = self._kind(evidence)
        said = [self._by_other_names(evidence, part, soft) for part in (0, 1, 2)] if foreign else [soft] * 3
        ordered = in_order(as_read(evidence), language)
        side_by_side = frozenset(pairs(ordered)) if self._pairs else frozenset()
        near = self._near(evidence) if self._near is not None else NOWHERE
        narrowed = standing(self.narrowing, evidence.text, around(evidence))
        return Features(
            covered=self._share(own, said[0]),
            covered_above=self._share(above, said[1]),
            covered_title=self._share(title, said[2]),
            beyond=self._beyond(own, evidence, said[0]),
            pairs=len(self._pairs & side_by_side) / len(self._pairs) if self._pairs else 0.0,
            gap=max(
                (t.weight * (1 - said[2].get(t.word, 0.0)) for t in self.terms if not t.forms & title), default=0.0
            ),
            figures=self._figures(title),
            names=self._names(title),
            lacks=float(self.question.kind in MUST_HOLD and kind == 0.0),
            uncounted=float(counted == 0.0),
            counted=counted,
            dense=min(1.0, max(0.0, evidence.dense) * (self._lift if foreign else 1.0)),
            passage=min(1.0, evidence.score),
            kind=kind,
            length=min(1.0, len(evidence.text) / 400),
            named=float(evidence.entry.identity.number_key in self.named),
            closed=float(bool(evidence.header) or evidence.text.rstrip()[-1:] in '.;:!?”"/'),
            language=float(language == self.question.language),
            held=narrowed.held,
            contrary=narrowed.contrary,
            near=near.statement,
            near_around=near.passage,
            strange=near.worst,
            headed=self._beside.headed(evidence),
            precise=self._beside.precise(evidence),
            focused=self._beside.focused(evidence),
            undone=self._undone(evidence),
            othered=0.0 if foreign else self._beside.othered(evidence, title),
        )

    def _by_other_names(self, evidence: Evidence, above: int, soft: dict[str, float]) -> dict[str, float]:
        """For each of the question's words: whether it stands in a text of the other language by another name.

        `above` is how much of what stands above the statement is looked at: nothing, its headings, its document's name.
        """
        parts = (evidence.text, evidence.above, evidence.title)[: above + 1]
        text, language = "\n".join(parts), evidence.entry.identity.language
        shares = self._sought.by_word(text, language)
        # a person's name is written without its marks there
        names = {t.word: 1.0 for t in self.terms if t.name and stem(fold(t.word)) in bag(text, language)}
        return {w: max(s, soft.get(w, 0.0)) for w, s in shares.items() if s >= _HALF or w in soft} | names

    def _own_number(self, evidence: Evidence) -> frozenset[str]:
        """The number of the evidence's document, if the question names it: all that the document says is said of it."""
        key = evidence.entry.identity.number_key
        return frozenset({f"#{key}"}) if key in self.named else frozenset()

    def _alike(self, evidence: Evidence, around: frozenset[str]) -> dict[str, float]:
        """For each of the question's words not there: how near the nearest of the statement comes, 0 to 1."""
        if self._likeness is None:
            return {}
        absent = [t.word for t in self.terms if not t.forms & around and t.word.isalpha() and not t.name]
        there = [w for w in dict.fromkeys(words(evidence.text)) if w.isalpha() and not is_stopword(w, marked=True)]
        if not absent or not there:
            return {}
        return {
            w: min(1.0, max(0.0, (c - _UNLIKE) / (_LIKE - _UNLIKE)))
            for w, c in zip(absent, self._likeness(absent, there), strict=True)
        }

    def holds(self, evidence: Evidence) -> bool:
        """Whether it can be the answer at all: there is no date without a date, no share without a percentage.

        Where a document is named, others say only what they say of it: all that is in one whose title names it.
        """
        if self.named and evidence.entry.identity.number_key not in self.named:
            told = {n.key for n in find_numbers(f"{evidence.text}\n{evidence.above}\n{evidence.title}")}
            if not told & self.named:
                return False
        if (
            self.question.kind in ("number", "date", "deadline")
            and not evidence.lead_in
            and self._kind(evidence) == 0.0
        ):
            return False
        return self._what not in MEASURED or evidence.lead_in or self._counting.told(evidence) > 0.0

    def missing(self, evidence: Sequence[Evidence]) -> list[str]:
        """The question's words that stand nowhere in or around the evidence, rarest first."""
        around: set[str] = set()
        for e in evidence:
            language = e.entry.identity.language
            around |= bag(e.text, language) | bag(e.above, language) | bag(e.title, language)
        gone = [t for t in self.terms if not t.forms & around]
        return [t.word for t in sorted(gone, key=lambda t: -t.weight)]

    def heard(self, one: str, other: str) -> bool:
        """Whether two words, the one before the other, stand side by side anywhere in the index."""
        (pair,) = pairs((fold(one), fold(other)))
        return self._rarity("pair", pair) <= _UNSEEN

    def _share(self, there: frozenset[str], soft: dict[str, float]) -> float:
        return sum(t.weight * (1.0 if t.forms & there else soft.get(t.word, 0.0)) for t in self.terms) / self._total

    def _beyond(self, own: frozenset[str], evidence: Evidence, soft: dict[str, float]) -> float:
        language = evidence.entry.identity.language
        name, called = bag(evidence.title, language), self._called(evidence.title, language)
        rest = [t for t in self.terms if not t.forms & name and t.word not in called]
        total = sum(t.weight for t in rest)
        return sum(t.weight * (1.0 if t.forms & own else soft.get(t.word, 0.0)) for t in rest) / total if total else 0.5

    def _called(self, title: str, language: Language) -> frozenset[str]:
        """Which of the question's words the name of a document in the other language has, by other names."""
        if language == self.question.language:
            return frozenset()
        if title not in self._titles:
            found = self._sought.by_word(title, language)
            self._titles[title] = frozenset(w for w, share in found.items() if share >= _HALF)
        return self._titles[title]

    def _figures(self, there: frozenset[str]) -> float:
        figures = [t for t in self.terms if t.word[0].isdigit()]
        return sum(bool(t.forms & there) for t in figures) / len(figures) if figures else 1.0

    def _names(self, there: frozenset[str]) -> float:
        names = [t for t in self.terms if t.name]
        return sum(bool(t.forms & there) for t in names) / len(names) if names else 1.0

    def _kind(self, evidence: Evidence) -> float:
        text = evidence.with_lead
        if self.question.kind == "definition":
            return self._defined(evidence)
        found = KIND_TESTS.get(self.question.kind)
        if found is None:
            return 0.5
        if self.question.kind == "who":
            return self._doer(evidence)
        if self.question.kind == "place":
            return names_place(self._asked, text)
        if self.question.kind == "list" and evidence.lead:
            return 1.0
        if self.question.kind == "date" and EFFECT.search(self._asked):
            return self._effect(evidence, text)
        if self.question.numbers and self.question.kind in ("date", "fact"):
            if self._own_number(evidence) and speaks_of_itself(text):  # "Nghị định này có hiệu lực ..."
                return float(KIND_TESTS["date"](text)) if self.question.kind == "date" else 1.0
            return of_number(text, self.question.kind, {n.key for n in self.question.numbers})
        if self.question.kind == "date" and ASKS_DAY.search(self._asked) and not tells_day(text):
            return _HALF * float(found(text))
        return float(found(text))

    def _doer(self, evidence: Evidence) -> float:
        if _ASKS_WHAT_ONE_IS.search(self.question.text):
            return max(names_doer(self._asked, evidence.with_lead), self._defined(evidence))
        if self._person and ASKS_POST.search(self._asked):
            return 0.3 + 0.7 * names_post(evidence.with_lead, self._person)
        return names_doer(self._asked, evidence.with_lead)

    def _undone(self, evidence: Evidence) -> float:
        if self._deed is None:
            return 0.0
        return float(tells_deed(evidence.with_lead, evidence.entry.identity.language, self._deed) is False)

    def _defined(self, evidence: Evidence) -> float:
        return defines(evidence.text, self._term, evidence.entry.identity.language)

    def _effect(self, evidence: Evidence, text: str) -> float:
        """Whether it says from when on the document asked about is in force: by itself, or another document of it."""
        said = bool(EFFECT.search(fold(text))) and float(KIND_TESTS["date"](text))
        if self._own_number(evidence) or (said and not self.question.numbers and speaks_of_itself(text)):
            return float(said)
        named = {n.key for n in find_numbers(text)} & {n.key for n in self.question.numbers}
        return said / 2 if named or not self.question.numbers else 0.0
