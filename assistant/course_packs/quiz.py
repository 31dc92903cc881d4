"""The quiz: which facts are asked about and how, until there are enough questions or no more that pass the check.

The same materials and seed give the same questions. Knows no wording.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from assistant.course_packs.changes import Changes
from assistant.course_packs.check import Ground, content, shared
from assistant.course_packs.facts import Fact, facts_of
from assistant.course_packs.lists import lists_of
from assistant.course_packs.material import Material
from assistant.course_packs.options import day_and_month, value_of, wrong_for
from assistant.course_packs.questions import (
    FORMS,
    OPTIONS,
    Form,
    Level,
    Question,
    choice,
    fill_in,
    gives_away,
    true_or_false,
)
from assistant.course_packs.terms import Term, term_questions, terms_of
from corpus.registers import Span

MOST_QUESTIONS = 200
_MOST_FACTS = 600  # never fewer than three for each question
# of ten questions five are multiple choice
_PLAN: tuple[Form, ...] = (
    "choice", "choice", "true_false", "fill_in", "choice", "short", "choice", "true_false", "choice", "fill_in",
)  # fmt: skip
_OF_LEVEL: dict[Level, tuple[Form, ...]] = {
    "easy": ("choice", "true_false"),
    "medium": ("choice", "fill_in", "true_false"),
    "hard": ("choice", "fill_in", "short"),
}
_LEVELS: tuple[Level, ...] = ("easy", "medium", "medium", "hard")
_EVEN = 0.5
_ALIKE = 0.75  # two questions of which one shows so much of the other's words are not put side by side

Maker = Callable[[Form, Level, Random, bool], Question | None]


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions, how many were asked for, and how many facts other documents state otherwise."""

    questions: tuple[Question, ...]
    asked: int
    in_dispute: int = 0


@dataclass(slots=True)
class _Pool:
    """What can be asked about, each with its place; what has been asked is taken out."""

    makers: list[tuple[tuple[str, Span], Maker]]
    made: list[Question] = field(default_factory=list)

    def take(self, form: Form, level: Level, random: Random) -> bool:
        """Makes a question of a form from the first that can give one."""
        said = [q.right for q in self.made if q.form == "true_false"]
        untrue = said.count(0) > said.count(1) or (said.count(0) == said.count(1) and random.random() < _EVEN)
        for n, ((document, span), make) in enumerate(self.makers):
            if any(q.document == document and _overlap(q.span, span) for q in self.made):
                continue
            question = make(form, level, random, untrue)
            if question is not None and not _told_by(question, self.made) and not _by_elimination(question, self.made):
                self.made.append(question)
                del self.makers[n]
                return True
        return False


@dataclass(frozen=True, slots=True)
class Asking:
    """How many questions, which draw of them, of which level (None: all)."""

    questions: int
    seed: int = 1
    level: Level | None = None


def quiz(
    materials: Sequence[Material],
    others: Sequence[Material],
    ground: Ground,
    asking: Asking,
    changes: Mapping[str, Changes] | None = None,
) -> Quiz:
    """Questions about what the materials cover; `others` lend bodies and terms as wrong answers.

    What later documents have changed (`changes`, by document) is not asked about.
    """
    asked, seed, level = asking.questions, asking.seed, asking.level
    random = Random(f"{seed}")  # noqa: S311 - a draw that can be repeated, no secret
    everything = [f for m in materials for f in facts_of(m)]
    # each is checked against the corpus: of a very long text a draw
    facts = everything if len(everything) <= _MOST_FACTS else random.sample(everything, max(_MOST_FACTS, 3 * asked))
    sound = [f for f in facts if not ground.in_dispute(f)]
    made_of = [*_of_facts(sound, others, ground), *_of_terms(materials, others), *_of_lists(materials)]
    changed = changes or {}
    makers = [m for m in made_of if m[0][0] not in changed or not changed[m[0][0]].touch(m[0][1])]
    random.shuffle(makers)
    pool = _Pool(_mixed(makers))
    for n in range(asked):
        of_level: Level = random.choice(_LEVELS) if level is None else level
        wanted = _PLAN[n % len(_PLAN)]
        if not any(pool.take(form, of_level, random) for form in _forms(wanted, level)):
            break
    return Quiz(tuple(pool.made), asked, len(facts) - len(sound))


def _forms(wanted: Form, level: Level | None) -> list[Form]:
    """The forms to try, the wanted one first; a level asked for keeps to its own."""
    open_ = FORMS if level is None else _OF_LEVEL[level]
    return sorted(open_, key=lambda form: form != wanted)


def _mixed(makers: list[tuple[tuple[str, Span, str], Maker]]) -> list[tuple[tuple[str, Span], Maker]]:
    """The makers in turn by what they are about, so that a text full of figures does not ask for figures only."""
    by_kind: dict[str, list[tuple[tuple[str, Span], Maker]]] = {}
    for (document, span, about), make in makers:
        by_kind.setdefault(about, []).append(((document, span), make))
    rows = list(by_kind.values())
    longest = max(map(len, rows), default=0)
    return [row[n] for n in range(longest) for row in rows if n < len(row)]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _told_by(question: Question, others: Sequence[Question]) -> bool:
    """Whether another question shows the words that answer this one, or this one those of another."""
    return any(_shows(q, question) or _shows(question, q) for q in others)


def _by_elimination(question: Question, others: Sequence[Question]) -> bool:
    """Whether options that were asked about before would leave the right one over."""
    if question.form != "choice" or question.about not in ("definition", "lead"):
        return False
    same = [q for q in others if q.form == "choice" and set(q.options) == set(question.options)]
    return bool(same) and (question.about == "definition" or len(same) > 2)


def _shows(shower: Question, asked: Question) -> bool:
    # only to compare words of one pack with each other: no stemming is needed
    return bool(asked.shown) and shared(content(asked.shown, "vi"), content(shower.stem, "vi")) >= _ALIKE


# --- what the makers are made of


def _of_facts(
    facts: Sequence[Fact], others: Sequence[Material], ground: Ground
) -> Iterator[tuple[tuple[str, Span, str], Maker]]:
    for fact in facts:
        yield (fact.material.entry.id, fact.whole, f"{fact.about}"), _maker(fact, facts, others, ground)


def _maker(fact: Fact, facts: Sequence[Fact], others: Sequence[Material], ground: Ground) -> Maker:
    def make(form: Form, level: Level, random: Random, untrue: bool) -> Question | None:
        if form == "fill_in":
            return fill_in(fact, "hard" if level == "hard" else "medium")
        if form == "short":
            return None
        wrong = [
            w for w in wrong_for(fact, facts, others, random, far=level == "easy", near=level == "hard")
            if not gives_away(fact.shown, w, fact) and not ground.right_elsewhere(fact, w)
        ]  # fmt: skip
        if form == "choice":
            return choice(fact, _apart(wrong), random, level)
        false = next((w for w in wrong if is_false(fact, w)), None) if untrue else None
        return true_or_false(fact, false, "medium" if level == "hard" else level)

    return make


def _apart(wrong: Sequence[str]) -> list[str]:
    """Options of which no two are the same value: "5" and "05"."""
    kept: list[str] = []
    for option in wrong:
        value = value_of(option)
        if value is None or all(value_of(k) != value for k in kept):
            kept.append(option)
        if len(kept) == OPTIONS - 1:
            break
    return kept


def is_false(fact: Fact, other: str) -> bool:
    """Whether a statement with another value is false for certain: "at least 30" follows from "at least 40"."""
    if fact.kind == "name":
        return True
    if fact.kind == "day":
        return fact.bound == "exact" or (fact.bound == "max" and _earlier(other, fact.answer))
    one, value = value_of(other), value_of(fact.answer)
    if one is None or value is None or fact.bound == "loose":
        return False
    return one > value if fact.bound == "min" else one < value if fact.bound == "max" else one != value


def _earlier(one: str, other: str) -> bool:

    a, b = day_and_month(one), day_and_month(other)
    return a is not None and b is not None and (a[1], a[0]) < (b[1], b[0])


def _of_terms(
    materials: Sequence[Material], others: Sequence[Material]
) -> Iterator[tuple[tuple[str, Span, str], Maker]]:
    everywhere = [t for m in (*materials, *others) for t in terms_of(m, everywhere=True)]
    for material in materials:
        for term in terms_of(material):
            yield (material.entry.id, term.whole, "definition"), _term_maker(term, everywhere)


def _term_maker(term: Term, everywhere: Sequence[Term]) -> Maker:
    def make(form: Form, level: Level, random: Random, untrue: bool) -> Question | None:
        return term_questions(term, everywhere, form, random, untrue)

    return make


def _of_lists(materials: Sequence[Material]) -> Iterator[tuple[tuple[str, Span, str], Maker]]:
    for material in materials:
        for span, question in lists_of(material):

            def make(
                form: Form, level: Level, random: Random, untrue: bool, made: Question = question
            ) -> Question | None:
                return made if form == "short" else None

            yield (material.entry.id, span, "list"), make
