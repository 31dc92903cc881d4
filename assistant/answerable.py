"""One estimate for each question: can it be answered from what is indexed? Knows features, not what they weigh.

Looks at what finding gave (how high the first passage stands, how far above the tenth, whether words and meaning
agree) and at the best statements. The weights are data (see `model`), fitted on development questions only.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from assistant.model import shipped
from assistant.question import Question
from assistant.relevance import Features, Relevance, Scored
from assistant.search import Hit

_TENTH = 9
_AGREEING = 5
_BEST = 3
_LEXICAL = 40.0  # a BM25 score as high as good ones of whole questions are
_ODDS = 10.0  # log odds of a statement that answers beyond doubt
_FAR = 3.0  # ... by which one may stand above the next
_OF_TERM = 10.0  # ... as one rare word brings


@dataclass(frozen=True, slots=True)
class Found:
    """What finding gave for a question; most values lie between 0 and 1."""

    top: float = 0.0  # score of the first hit
    top_gap: float = 0.0  # ... above the tenth
    second_gap: float = 0.0  # ... above the second
    lexical: float = 0.0  # best BM25 score
    lexical_share: float = 0.0  # ... for what the question's words weigh
    lexical_gap: float = 0.0  # ... above the tenth, as a share of it
    dense: float = 0.0  # best cosine
    dense_gap: float = 0.0
    first_coverage: float = 0.0  # what the stages gave the first hit
    first_pairs: float = 0.0
    first_late: float = 0.0
    first_section: float = 0.0
    first_prior: float = 0.0
    best_coverage: float = 0.0  # ... the best of the first ten
    best_pairs: float = 0.0
    best_late: float = 0.0
    agreeing: float = 0.0  # share of the five best by their words that are among the five best by meaning
    agreed: float = 0.0  # whether one passage is the best by both
    first_by_words: float = 0.0  # whether the first hit is the best by its words
    first_by_meaning: float = 0.0
    one_document: float = 0.0  # share of the first ten that are of the first one's document
    words_first: float = 0.0  # share of the question's words (rare ones count more) found in the first hit
    words_any: float = 0.0  # ... in all hits together
    words_best: float = 0.0  # ... in the hit that holds most


def found(hits: Sequence[Hit], relevance: Relevance) -> Found:
    """What the hits for a question look like, best first."""
    if not hits:
        return Found()
    first, ten = hits[0], hits[: _TENTH + 1]
    words, meaning = sorted((h.lexical for h in hits), reverse=True), sorted((h.dense for h in hits), reverse=True)
    weights = {t.word: t.weight for t in relevance.terms}
    total = sum(weights.values()) or 1.0
    shares = [sum(weights.get(w, 0.0) for w in set(h.words)) / total for h in hits]
    there = {w for h in hits for w in h.words}
    by_words = [h.key for h in sorted(hits, key=lambda h: -h.lexical)[:_AGREEING]]
    by_meaning = [h.key for h in sorted(hits, key=lambda h: -h.dense)[:_AGREEING]]
    return Found(
        top=first.score,
        top_gap=first.score - ten[-1].score,
        second_gap=first.score - hits[1].score if len(hits) > 1 else 0.0,
        lexical=words[0] / _LEXICAL,
        lexical_share=min(1.5, words[0] / (total * _OF_TERM)),
        lexical_gap=(words[0] - words[: _TENTH + 1][-1]) / (words[0] or 1.0),
        dense=meaning[0],
        dense_gap=meaning[0] - meaning[: _TENTH + 1][-1],
        first_coverage=first.stages.get("coverage", 0.0),
        first_pairs=first.stages.get("pairs", 0.0),
        first_late=first.stages.get("late", 0.0),
        first_section=first.stages.get("section", 0.0),
        first_prior=first.stages.get("prior", 0.0),
        best_coverage=max(h.stages.get("coverage", 0.0) for h in ten),
        best_pairs=max(h.stages.get("pairs", 0.0) for h in ten),
        best_late=max(h.stages.get("late", 0.0) for h in ten),
        agreeing=len(set(by_words) & set(by_meaning)) / _AGREEING,
        agreed=float(by_words[0] == by_meaning[0]),
        first_by_words=float(by_words[0] == first.key),
        first_by_meaning=float(by_meaning[0] == first.key),
        one_document=sum(h.key.revision == first.key.revision for h in ten) / (_TENTH + 1),
        words_first=shares[0],
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
    "words",
)


def signs(question: Question, hits: Sequence[Hit], scored: Sequence[Scored], relevance: Relevance) -> dict[str, float]:
    """All that the estimate rests on, by the names in NAMES."""
    values: dict[str, float] = dict.fromkeys(NAMES, 0.0)
    values |= asdict(found(hits, relevance))
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
    values["words"] = min(1.0, len(question.content) / 30)
    return values


def estimate(question: Question, hits: Sequence[Hit], scored: Sequence[Scored], relevance: Relevance) -> float:
    """How likely it is that what was found answers the question, 0 to 1; the same for every writer."""
    if not scored:
        return 0.0
    return shipped()[f"answerable_{question.language}"].score(signs(question, hits, scored, relevance))
