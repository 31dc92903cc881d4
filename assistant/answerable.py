"""One estimate for each question: can it be answered from what is indexed? Knows features, not what they weigh.

Looks at what finding gave (how high the first passage stands, how far above the tenth) and at the best statements. Left
out on purpose: the best BM25 score itself, and whether the best by words is also the best by meaning. Any passage may
be that one, and one that only repeats a question's words must not turn another document's answer into a refusal. For
the same reason what is seen of single passages is seen of the document answered from. The weights are data (see
`model`), fitted on development questions only.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from assistant.model import shipped
from assistant.question import Question
from assistant.relevance import Features, Relevance, Scored
from assistant.search import Hit

_TENTH = 9
_BEST = 3
_ODDS = 10.0  # log odds of a statement that answers beyond doubt
_FAR = 3.0  # ... by which one may stand above the next


@dataclass(frozen=True, slots=True)
class Found:
    """What finding gave for a question; most values lie between 0 and 1."""

    top: float = 0.0  # score of the first hit
    top_gap: float = 0.0  # ... above the tenth
    second_gap: float = 0.0  # ... above the second
    lexical_gap: float = 0.0  # best BM25 score above the tenth, as a share of it
    dense: float = 0.0  # best cosine
    dense_gap: float = 0.0
    first_coverage: float = 0.0  # what the stages gave the first hit of the document answered from
    first_pairs: float = 0.0
    first_late: float = 0.0
    first_section: float = 0.0
    first_prior: float = 0.0
    best_coverage: float = 0.0  # ... the best of the first ten
    best_pairs: float = 0.0
    best_late: float = 0.0
    one_document: float = 0.0  # share of the first ten that are of the document answered from
    words_first: float = 0.0  # share of the question's words (rare ones count more) found in the first hit of it
    words_any: float = 0.0  # ... in all hits together
    words_best: float = 0.0  # ... in the hit that holds most


def found(hits: Sequence[Hit], relevance: Relevance, revision: int | None) -> Found:
    """What the hits for a question look like, best first; `revision` is the document that the best statement is of."""
    if not hits:
        return Found()
    first, ten = hits[0], hits[: _TENTH + 1]
    at = next((n for n, h in enumerate(hits) if h.key.revision == revision), 0)
    own = hits[at]
    words, meaning = sorted((h.lexical for h in hits), reverse=True), sorted((h.dense for h in hits), reverse=True)
    weights = {t.word: t.weight for t in relevance.terms}
    total = sum(weights.values()) or 1.0
    shares = [sum(weights.get(w, 0.0) for w in set(h.words)) / total for h in hits]
    there = {w for h in hits for w in h.words}
    return Found(
        top=first.score,
        top_gap=first.score - ten[-1].score,
        second_gap=first.score - hits[1].score if len(hits) > 1 else 0.0,
        lexical_gap=(words[0] - words[: _TENTH + 1][-1]) / (words[0] or 1.0),
        dense=meaning[0],
        dense_gap=meaning[0] - meaning[: _TENTH + 1][-1],
        first_coverage=own.stages.get("coverage", 0.0),
        first_pairs=own.stages.get("pairs", 0.0),
        first_late=own.stages.get("late", 0.0),
        first_section=own.stages.get("section", 0.0),
        first_prior=own.stages.get("prior", 0.0),
        best_coverage=max(h.stages.get("coverage", 0.0) for h in ten),
        best_pairs=max(h.stages.get("pairs", 0.0) for h in ten),
        best_late=max(h.stages.get("late", 0.0) for h in ten),
        one_document=sum(h.key.revision == own.key.revision for h in ten) / (_TENTH + 1),
        words_first=shares[at],
        words_any=sum(v for w, v in weights.items() if w in there) / total,
        words_best=max(shares),
    )


_OF_BEST = ("covered", "covered_above", "covered_title", "pairs", "dense", "names", "figures", "kind")
NAMES: tuple[str, ...] = (
    *(f.name for f in fields(Found)),
    *(f"statement_{f.name}" for f in fields(Features)),
    *(f"best_of_three_{name}" for name in _OF_BEST),
    "statement_score",
    "statement_odds",  # the same, not crowded at its ends
    "margin",  # how far the best statement stands above the next of other words
    "of_first_hit",  # whether it is of the first passage found
    "shut_out",  # whether any narrowing word of the question has another value in its place
    "unheard",  # share of the question's neighbouring words that are side by side nowhere in the index
    "narrowing",
)


def signs(question: Question, hits: Sequence[Hit], scored: Sequence[Scored], relevance: Relevance) -> dict[str, float]:
    """All that the estimate rests on, by the names in NAMES."""
    values: dict[str, float] = dict.fromkeys(NAMES, 0.0)
    values |= asdict(found(hits, relevance, scored[0].evidence.key.revision if scored else None))
    if scored:
        rows = [asdict(s.features) for s in scored[:_BEST]]
        values |= {f"statement_{name}": value for name, value in rows[0].items()}
        values |= {f"best_of_three_{name}": max(row[name] for row in rows) for name in _OF_BEST}
        values["statement_score"] = scored[0].score
        values["statement_odds"] = scored[0].odds / _ODDS
        values["margin"] = min(1.0, scored[1].behind(scored[0]) / _FAR) if len(scored) > 1 else 1.0
        values["of_first_hit"] = float(bool(hits) and scored[0].evidence.key == hits[0].key)
        values["shut_out"] = float(scored[0].features.contrary > 0)
    values["unheard"] = relevance.unheard
    values["narrowing"] = min(1.0, len(relevance.narrowing) / 3)
    return values


# by the question's language, and whether the best statement is in the other one: words then meet by other names, and
# vectors lie farther apart
MODELS = ("answerable_vi", "answerable_en", "answerable_vi_across", "answerable_en_across")


def model_of(question: Question, scored: Sequence[Scored]) -> str:
    """The name of the weights that estimate a question with these statements, best first."""
    across = bool(scored) and scored[0].evidence.entry.identity.language != question.language
    return f"answerable_{question.language}" + ("_across" if across else "")


def estimate(question: Question, hits: Sequence[Hit], scored: Sequence[Scored], relevance: Relevance) -> float:
    """How likely it is that what was found answers the question, 0 to 1; the same for every writer."""
    if not scored:
        return 0.0
    return shipped()[model_of(question, scored)].score(signs(question, hits, scored, relevance))
