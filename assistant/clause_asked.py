"""Which clause of an article a question asks for, where later clauses go on about the case that an earlier one tells.

"Phạm tội thuộc một trong các trường hợp sau đây, thì bị phạt ..." has not the words that say of what. The clause that
has them is the nearest to any question about that case, and answers only what is asked of the case alone.
Knows one article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.clauses import Clause, clauses_of, goes_on, names_another, of_the_heading
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.terms import Term, bag
from assistant.value_asked import Value, states_the_same, value_asked
from corpus.folding import exact, fold, stem, words

_ENOUGH = 0.5  # of the weight of the words that a question adds to the case
_SIDE_BY_SIDE = 0.01  # what two neighbouring words count beside that: they decide between points of like words
_YEAR = re.compile(r"(?:19|20)\d\d$")
_EITHER = re.compile("^([hklmst])y(?=[\u0300-\u0323]?$)")


@dataclass(frozen=True, slots=True)
class _Way:
    """A clause as an answer: those of its points that the question speaks of, how much they have of what it adds."""

    clause: Clause
    points: tuple[tuple[Evidence, ...], ...]
    met: float
    gives: bool  # the value that is asked for

    @property
    def text(self) -> str:
        """The words of the clause and these points."""
        return " ".join((self.clause.text, *(e.text for p in self.points for e in p)))

    def quoted(self, *, whole: bool) -> list[Evidence]:
        """What is shown of it: the points that were asked about, or all where none was or a list is asked for."""
        points = self.clause.points if whole or not self.points else self.points
        listed = self.clause.opening[-1].lead_in
        return [*self.clause.opening, *(e for p in points for e in p if listed)]


def clause_asked(
    text: str,
    question: Question,
    terms: Sequence[Term],
    chosen: Sequence[Evidence],
    best: Evidence,
    article: Sequence[Evidence],
) -> list[Evidence]:
    """What is to be shown in place of the statements chosen for the best of an article; nothing where these answer.

    `text` is the document's, `terms` are the question's words. The article's heading goes before a clause that goes on
    about its offence: it says of what.
    """
    clauses = clauses_of(text, article)
    its = next((c for c in clauses if c.has(best)), None)
    if its is None:
        return []
    opened = _opened(its, best, chosen)
    family = [c for c in _family(clauses, its) if c is its or not names_another(c, question.text)]
    if len(family) < 2:
        return opened
    headings = [e for e in article if e.heading]
    offence = any(of_the_heading(c) for c in family)
    value = value_asked(question)
    value = value if value is None or offence else value.by_any_name()
    told = " ".join((*(e.text for e in headings), family[0].text, best.title))
    added = _Added(question, terms, told)
    ways = [_way(c, added, value, first=c is family[0]) for c in family]
    now = next(w for w in ways if w.clause is its)
    way = _chosen(ways, now, value, question)
    if way is None or (way is now and not _leaves_out(way, best)):
        return [*headings[-1:], *(opened or chosen)] if of_the_heading(its) else opened
    quoted = way.quoted(whole=question.kind == "list")
    return [*headings[-1:], *quoted] if of_the_heading(way.clause) else quoted


def _opened(clause: Clause, best: Evidence, chosen: Sequence[Evidence]) -> list[Evidence]:
    """A point behind the opening of its clause, where that lies in a passage before and was not chosen with it."""
    point = next((p for p in clause.points if p[0].start == best.start), None)
    if (
        point is None
        or not clause.opening[-1].lead_in
        or any(clause.has(e) and e.start < point[0].start for e in chosen)
    ):
        return []
    return [*clause.opening, *point]


def _chosen(ways: Sequence[_Way], now: _Way, value: Value | None, question: Question) -> _Way | None:
    """The way that has what the question adds; else one that gives the value that is asked for; None for as it is.

    What is done to who commits an offence reaches as far as its furthest clause; elsewhere that is for another case.
    """
    able = [w for w in ways if w.gives] or list(ways)
    able = [w for w in able if states_the_same(question, w.text)] or able
    most = max(able, key=lambda w: w.met)
    if most.met >= _ENOUGH:
        return most
    of_all = [w for w in able if w is ways[0] or of_the_heading(w.clause)]
    if value is not None and value.bound is not None and most.gives and len(of_all) > 1:
        return max(of_all, key=lambda w: value.reach(w.clause.text))
    return able[0] if now not in able else None


def _leaves_out(way: _Way, best: Evidence) -> bool:
    """Whether the best statement is another point of the clause than those that the question speaks of."""
    return bool(way.points) and all(e.start != best.start for p in way.points for e in p)


def _family(clauses: Sequence[Clause], its: Clause) -> list[Clause]:
    """The clause that tells the case that one is about, then those that go on about it or the offence."""
    back = [goes_on(c, clauses[:i]) for i, c in enumerate(clauses)]
    at = clauses.index(its)
    while back[at]:
        at = clauses.index(back[at][0])
    members = [clauses[at]]
    for clause, earlier in zip(clauses, back, strict=True):
        if clause is not members[0] and (of_the_heading(clause) or any(e is m for e in earlier for m in members)):
            members.append(clause)
    return members


class _Added:
    """What a question adds to the case told: its words, and which of them stand side by side."""

    def __init__(self, question: Question, terms: Sequence[Term], told: str) -> None:
        self._question = question
        there = self._forms(told)
        self._terms = [t for t in terms if not self._stands(t, there) and not _YEAR.match(t.word)]
        self._total = sum(t.weight for t in self._terms) or 1.0
        self._side_by_side = self._pairs(question.text) - self._pairs(told)

    def met(self, text: str) -> float:
        """How much of it stands in a text: the share of the words by weight, and a little for each two neighbours.

        Single words scattered over a text are nothing that was added.
        """
        together = len(self._side_by_side & self._pairs(text))
        there = self._forms(text)
        share = sum(t.weight for t in self._terms if self._stands(t, there)) / self._total
        return share + _SIDE_BY_SIDE * together if together else 0.0

    def _pairs(self, text: str) -> set[tuple[str, str]]:
        found = [self._even(w) for w in words(text)]
        return set(zip(found, found[1:], strict=False))

    def _even(self, word: str) -> str:
        if self._question.language == "en":
            return stem(fold(word))
        return _one_spelling(exact(word) if self._question.marked else fold(word))

    def _forms(self, text: str) -> frozenset[str]:
        return frozenset(map(_one_spelling, bag(text, self._question.language)))

    def _stands(self, term: Term, there: frozenset[str]) -> bool:
        return not there.isdisjoint(map(_one_spelling, term.forms))


def _one_spelling(syllable: str) -> str:
    """A syllable that is spelt with i or y ("sĩ", "sỹ"), with i."""
    return _EITHER.sub(r"\1i", syllable)


def _way(clause: Clause, added: _Added, value: Value | None, *, first: bool) -> _Way:
    """A clause with the points that have most of what is added: of those that give the value, where it does not."""
    own = "" if first else clause.text  # what the first clause tells is the case itself
    able = clause.points
    if value is not None and not value.told(clause.text):
        able = tuple(p for p in able if any(value.told(e.text) for e in p)) or able
    met = [added.met(" ".join((own, *(e.text for e in p)))) for p in able]
    alone = added.met(own)
    most = max((*met, alone))
    points = tuple(p for p, m in zip(able, met, strict=True) if m == most and most > alone)
    gives = value is None or value.told(clause.text) or any(value.told(e.text) for p in points for e in p)
    return _Way(clause, points, most, gives)
