"""Fits assistant/weights.json: which statement answers, and whether the best of them is an answer at all.

`python -m evals.fit` uses development questions only (evals/README.md, "Weights and thresholds").
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from assistant.answerable import MODELS, model_of, signs
from assistant.answerable import NAMES as SIGNS
from assistant.assistant import Assistant
from assistant.best_first import rank
from assistant.evidence import gather
from assistant.listed import with_items
from assistant.meant import read
from assistant.model import FILE, shipped
from assistant.question import Question
from assistant.relevance import Features, Scored
from assistant.search import Filters
from corpus.corpus import Corpus
from corpus.passage import PassageKey
from evals.abstention import auroc
from evals.answers import opened
from evals.bench import indexed, read_lines, read_queries, read_relevant
from evals.fit_across import Dossier
from evals.judge import Case, even, holds, read_cases
from evals.kept import kept_index
from evals.marked import SETS, documents_of, read_marked

NAMES = [f.name for f in fields(Features)]
_THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_FEW = 5
# of MODELS: what Vietnamese weighs, what English changes, what the other language changes, what both do together
_APART = np.array([[1, 0, 0, 0], [-1, 1, 0, 0], [-1, 0, 1, 0], [1, -1, -1, 1]], dtype=float)
_RIDGE = 12.0  # chosen by cross-validation
_MARKED = tuple(f"marked_{name}" for name in SETS)
STATEMENT_SHARES = {
    "sample": 3.0,
    "texts": 1.0,
    "texts_across": 1.0,
    "decisions": 2.0,
    "vi_alqac22_dev": 1.0,
} | dict.fromkeys(_MARKED, 0.5)
# the English set has twice the questions of any other: so it gains by cross-validation, and the others keep theirs
CONFIDENCE_SHARES = {
    "sample": 3.0,
    "texts": 1.0,
    "texts_across": 1.0,
    "dossier_across": 0.5,
    "decisions": 2.0,
    "vi_abstain_dev": 1.0,
    "obliqa_abstain_dev": 3.0,
} | dict.fromkeys(_MARKED, 0.5)
# not fitted: too few questions show it, and a clause on another body, place or year is worse than a less apt one
_HELD = {"contrary": -3.0}
# what speaks against an answer; what may speak for or against it; all else speaks for it
_AGAINST = {"gap", "lacks", "uncounted", "strange", "contrary", "othered", "undone", "shut_out", "unheard"}
_EITHER = {"length", "language", "closed", "named", "first_prior", "one_document", "narrowing"}
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Seen:
    """One question: the features of its statements, best first; which of them answer; whether it can be answered, and
    what the estimate of that rests on.
    """

    features: np.ndarray
    right: np.ndarray
    answerable: bool
    signs: np.ndarray
    model: str  # the name of the weights that estimate it


def seen_cases(corpus: Corpus, cases: Sequence[Case], *, across: bool = False) -> list[Seen]:
    """Cases in whose language the documents are, or all; a statement is right if the answer made of it is."""
    assistant = Assistant(corpus)
    languages = {e.identity.language for e in assistant.search.view.entries.values()}
    found: list[Seen] = []
    for case in cases:
        if across or case.language in languages:
            looked = _look(assistant, case.question)
            right = [
                Path(s.evidence.entry.source.name).stem in case.documents
                and all(
                    holds(even(" ".join(e.text for e in with_items(corpus, looked.question, s.evidence))), m)
                    for m in case.must
                )
                for s in looked.scored
            ]
            found.append(_seen(looked, right, answerable=case.answerable))
    return found


def seen_answers(folder: Path) -> list[Seen]:
    """A set with extractive answers: a statement of the right text that holds the answer is right."""
    answers = {str(r["query"]): even(str(r["answer"])) for r in read_lines(folder / "answers.jsonl")}
    gold = read_relevant(folder / "qrels.jsonl")
    with indexed(folder / "corpus.jsonl", kept_index(folder.name)) as bench:
        assistant = Assistant(bench.corpus)
        found: list[Seen] = []
        for q in read_queries(folder / "queries.jsonl"):
            looked = _look(assistant, q.text)
            right = [_holds_answer(s, q.id, answers, gold, bench.owners) for s in looked.scored]
            found.append(_seen(looked, right, answerable=True))
    return found


def _holds_answer(
    s: Scored, query: str, answers: dict[str, str], gold: dict[str, set[str]], owners: dict[PassageKey, str]
) -> bool:
    return owners.get(s.evidence.key) in gold.get(query, set()) and answers[query] in even(s.evidence.text)


def seen_marked(name: str, shared: Path) -> list[Seen]:
    """Questions whose answers are marked."""
    with documents_of(name, shared) as documents:
        assistant = Assistant(documents.corpus)
        found: list[Seen] = []
        for asked in read_marked(HERE / "marked_questions" / f"{name}.jsonl"):
            looked = _look(assistant, asked.question)
            # the same text in the other language answers too, though nothing is marked there: it says nothing of choice
            looked = replace(looked, scored=[s for s in looked.scored if not documents.unmarked(asked, s.evidence)])
            right = [documents.answers(asked, s.evidence) for s in looked.scored]
            found.append(_seen(looked, right, answerable=asked.answerable))
    return found


def seen_across(shared: Path) -> list[Seen]:
    """The marked questions of the dossier, asked as if the documents that lie there in the other language too were
    there in that one alone: what is marked answers from there.
    """
    with documents_of("dossier", shared) as documents:
        assistant = Assistant(documents.corpus)
        dossier = Dossier(assistant.search)
        found: list[Seen] = []
        for asked in read_marked(HERE / "marked_questions" / "dossier.jsonl"):
            own = [m for m in asked.marks if m.document.endswith(".en") == (asked.language == "en")]
            if all(dossier.twin(m.document) for m in own):
                looked = _look(assistant, asked.question, dossier.without_originals(asked.language))
                found.append(_seen(looked, [], answerable=asked.answerable))
    return found


def seen_questions(folder: Path) -> list[Seen]:
    """A set that only says which questions can be answered."""
    with indexed(folder / "corpus.jsonl", kept_index(folder.name)) as bench:
        assistant = Assistant(bench.corpus)
        return [
            _seen(_look(assistant, q.text), [], answerable=bool(q.answerable))
            for q in read_queries(folder / "queries.jsonl")
        ]


@dataclass(frozen=True, slots=True)
class _Looked:
    """A question as the assistant looks at it."""

    question: Question
    scored: list[Scored]
    signs: dict[str, float]


def _look(assistant: Assistant, text: str, filters: Filters | None = None) -> _Looked:
    view = assistant.search.view
    meant = read(assistant.corpus, text, (), view.entries.values())
    asked, hits = meant.asked, assistant.hits(meant.asked, meant.named, filters)
    relevance = assistant.relevance(asked, meant.named, view)
    scored = rank(gather(assistant.corpus, view, hits), relevance)
    return _Looked(asked, scored, signs(asked, hits, scored, relevance))


def _seen(looked: _Looked, right: Sequence[bool], *, answerable: bool) -> Seen:
    rows = [astuple(s.features) for s in looked.scored] or [(0.0,) * len(NAMES)]
    seen = np.array([looked.signs[name] for name in SIGNS])
    marked = np.array(right or [False] * len(rows))
    return Seen(np.array(rows), marked, answerable, seen, model_of(looked.question, looked.scored))


def fit_statement(sets: dict[str, list[Seen]], shares: dict[str, float], steps: int = 1500) -> np.ndarray:
    """Weights under which a right statement stands first: softmax over each question's statements, slight decay."""
    lists = {name: [s for s in sets[name] if s.right.any() and len(s.right) == len(s.features)] for name in shares}
    total, weights = sum(shares.values()), np.array([_HELD.get(name, 0.0) for name in NAMES])
    free = np.array([name not in _HELD for name in NAMES], dtype=float)
    adam = _Adam(len(NAMES), 0.03)
    for _ in range(steps):
        slope = 3e-3 * weights
        for name, questions in lists.items():
            for s in questions:
                all_, good = _softmax(s.features @ weights), np.zeros(len(s.right))
                good[s.right] = all_[s.right] / all_[s.right].sum()
                slope += shares[name] / total / len(questions) * (s.features.T @ (all_ - good))
        weights = weights - adam.step(slope * free)
    return weights


def fit_estimate(sets: dict[str, list[Seen]], shares: dict[str, float]) -> dict[str, tuple[np.ndarray, float]]:
    """Ridge logistic weights and a bias for each of MODELS, which differ where the data say so.

    Each set's answerable and unanswerable questions count alike. What speaks against an answer never counts for one,
    nor the other way round: left free, what is nearest to the question would count against it, as traps are near.
    """
    seen = [s for name in shares for s in sets[name]]
    importance = np.concatenate([_evened(sets[name]) * share for name, share in shares.items()])
    raw = np.array([s.signs for s in seen])
    middle, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-6
    rows, can = (raw - middle) / spread, np.array([float(s.answerable) for s in seen])
    groups = [np.array([s.model == name for s in seen]) for name in MODELS]
    fitted = _ridge(rows, groups, can, importance / importance.mean())
    found: dict[str, tuple[np.ndarray, float]] = {}
    for name, (weights, start) in zip(MODELS, fitted, strict=True):
        scaled = weights / spread
        found[name] = scaled, float(start - scaled @ middle)
    return found


def _ridge(
    rows: np.ndarray, groups: Sequence[np.ndarray], can: np.ndarray, importance: np.ndarray, strength: float = _RIDGE
) -> list[tuple[np.ndarray, float]]:
    """Logistic regressions of all groups at once: large weights cost, and so does what sets a group apart; the biases
    do not.
    """
    width, many = rows.shape[1], len(groups)

    def loss(all_: np.ndarray) -> tuple[float, np.ndarray]:
        weights, starts = all_[:-many].reshape(many, width), all_[-many:]
        apart = _APART @ weights
        cost = strength / 2 * float((apart**2).sum())
        slope = strength * _APART.T @ apart
        shift = np.zeros(many)
        for n, group in enumerate(groups):
            odds = np.clip(rows[group] @ weights[n] + starts[n], -30, 30)
            cost += float((importance[group] * (np.logaddexp(0, odds) - can[group] * odds)).sum())
            off = importance[group] * (1 / (1 + np.exp(-odds)) - can[group])
            slope[n] += rows[group].T @ off
            shift[n] = off.sum()
        return cost, np.concatenate([slope.ravel(), shift])

    bounds = [_bounds(name.removeprefix("statement_").removeprefix("best_of_three_")) for name in SIGNS] * many
    bounds += [(None, None)] * many
    start = np.zeros(many * (width + 1))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500})
    weights = best.x[:-many].reshape(many, width)
    return [(weights[n], float(best.x[n - many])) for n in range(many)]


def _bounds(sign: str) -> tuple[float | None, float | None]:
    if sign in _EITHER:
        return None, None
    return (None, 0.0) if sign in _AGAINST else (0.0, None)


def cross_validated(
    sets: dict[str, list[Seen]], shares: dict[str, float], folds: int = 8
) -> dict[str, list[tuple[float, bool]]]:
    """Each question's estimate by weights that were fitted without it (its eighth of each set left out)."""
    found: dict[str, list[tuple[float, bool]]] = {name: [] for name in shares}
    for fold in range(folds):
        rest = {name: [s for i, s in enumerate(sets[name]) if i % folds != fold] for name in shares}
        fitted = fit_estimate(rest, shares)
        for name in shares:
            left_out = [s for i, s in enumerate(sets[name]) if i % folds == fold]
            found[name] += [(_estimate(s, fitted), s.answerable) for s in left_out]
    return found


def _estimate(s: Seen, fitted: dict[str, tuple[np.ndarray, float]]) -> float:
    weights, bias = fitted[s.model]
    return float(s.signs @ weights + bias)


def _evened(questions: Sequence[Seen]) -> np.ndarray:
    """What each question of a set counts, one in all: as many of them as are estimated by the same weights, half of it
    those that can be answered; few questions of a kind do not count more for being few.
    """
    shares = np.zeros(len(questions))
    for model in {s.model for s in questions}:
        its = np.array([s.model == model for s in questions])
        can = np.array([s.answerable for s in questions]) & its
        cannot = its & ~can
        least = min(can.sum(), cannot.sum())
        for some in (can, cannot):
            half = its.sum() / 2 if least >= _FEW else some.sum()
            shares[some] = half / max(1, some.sum()) / len(questions)
    return shares


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max())
    result: np.ndarray = powers / powers.sum()
    return result


class _Adam:
    def __init__(self, size: int, rate: float) -> None:
        self._m, self._v, self._t, self._rate = np.zeros(size), np.zeros(size), 0, rate

    def step(self, slope: np.ndarray) -> np.ndarray:
        self._t += 1
        self._m = 0.9 * self._m + 0.1 * slope
        self._v = 0.999 * self._v + 0.001 * slope * slope
        corrected = self._m / (1 - 0.9**self._t), self._v / (1 - 0.999**self._t)
        result: np.ndarray = self._rate * corrected[0] / (np.sqrt(corrected[1]) + 1e-8)
        return result


def _report(sets: dict[str, list[Seen]], weights: np.ndarray) -> Iterator[str]:
    fitted = fit_estimate(sets, CONFIDENCE_SHARES)
    unseen = cross_validated(sets, CONFIDENCE_SHARES)
    for name, questions in sets.items():
        with_right = [s for s in questions if s.right.any()]
        first = sum(bool(s.right[int(np.argmax(s.features @ weights))]) for s in with_right)
        line = f"{name}: right statement first {first}/{len(with_right)}"
        if name in unseen:
            own = [(_estimate(s, fitted), s.answerable) for s in questions]
            line += f"; fitted on it: {_kept(own)}; left out: {_kept(unseen[name])}"
        yield line


def trade_off(unseen: dict[str, list[tuple[float, bool]]]) -> Iterator[str]:
    """At several thresholds, over questions left out of the fitting: share answered, and of what cannot be answered."""
    rows = [row for questions in unseen.values() for row in questions]
    for at in _THRESHOLDS:
        able, unable = ([v >= math.log(at / (1 - at)) for v, can in rows if can is which] for which in (True, False))
        answered = sum(able) + sum(unable)
        yield (
            f"| {at} | {answered / len(rows):.2f} | {sum(able) / len(able):.2f} | {sum(unable) / len(unable):.2f} "
            f"| {sum(unable) / max(1, answered):.2f} |"
        )


def _kept(rows: Sequence[tuple[float, bool]]) -> str:
    able, unable = [v for v, can in rows if can], [v for v, can in rows if not can]
    kept, refused = sum(v > 0 for v in able), sum(v <= 0 for v in unable)
    return f"AUROC {auroc(able, unable) or 0:.3f}, kept {kept}/{len(able)}, refused {refused}/{len(unable)}"


def gather_sets(shared: Path, *, statements_only: bool = False) -> dict[str, list[Seen]]:
    """The development sets by name; without those that say nothing of statements, if only these are fitted."""
    bench = shared / "bench"
    with opened(HERE.parent / "corpus" / "samples" / "dossier", kept_index("sample")) as (corpus, _):
        sets = {"sample": seen_cases(corpus, read_cases(HERE / "cases"))}
    with opened(shared / "texts", kept_index("texts")) as (corpus, _):
        written = (
            read_cases(HERE / "texts" / name)
            for name in (
                "development.jsonl",
                "asked.jsonl",
                "office.jsonl",
                "desk.jsonl",
                "desk_more.jsonl",
                "desk_late.jsonl",
            )
        )
        # of few documents any may be the nearest: what nobody asks of an office is asked there too
        away = read_cases(HERE / "cases" / "off_topic.jsonl")
        asked = [*(case for cases in written for case in cases), *away]
        sets["texts"] = seen_cases(corpus, asked)
        asked = [c for c in asked if c.language == "vi"]
        sets["texts_across"] = seen_cases(corpus, [*asked, *read_cases(HERE / "texts" / "across.jsonl")], across=True)
    with opened(shared / "documents" / "vi_official_docs" / "txt", kept_index("decisions")) as (corpus, _):
        sets["decisions"] = seen_cases(corpus, read_cases(HERE / "decisions"), across=True)
    sets["vi_alqac22_dev"] = seen_answers(bench / "vi_alqac22_dev")
    for name, marked in zip(SETS, _MARKED, strict=True):
        sets[marked] = seen_marked(name, shared)
    if not statements_only:
        sets["dossier_across"] = seen_across(shared)
        for name in ("vi_abstain_dev", "obliqa_abstain_dev"):
            sets[name] = seen_questions(bench / name)
    return sets


def main(shared: Path) -> None:
    """Fits both models, one after the other: the second looks at the statements that the first puts on top."""
    weights = fit_statement(gather_sets(shared, statements_only=True), STATEMENT_SHARES)
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    rows["models"]["statement"]["weights"] = {n: round(float(w), 3) for n, w in zip(NAMES, weights, strict=True)}
    FILE.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    shipped.cache_clear()
    sets = gather_sets(shared)
    for model, (values, bias) in fit_estimate(sets, CONFIDENCE_SHARES).items():
        named = {n: round(float(w), 3) for n, w in zip(SIGNS, values, strict=True)}
        rows["models"][model] = {"bias": round(bias, 3), "weights": named}
    FILE.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    print(*_report(sets, weights), *trade_off(cross_validated(sets, CONFIDENCE_SHARES)), sep="\n")


if __name__ == "__main__":
    import os

    main(Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("VANBAN_SHARED", HERE.parent.parent / "shared")))
