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

from assistant.answerable import NAMES as SIGNS
from assistant.answerable import signs
from assistant.assistant import Assistant
from assistant.evidence import gather
from assistant.meant import read
from assistant.model import FILE, shipped
from assistant.question import Question
from assistant.relevance import Features, Scored
from assistant.write import rank, with_items
from corpus.corpus import Corpus
from corpus.messages import Language
from corpus.passage import PassageKey
from evals.abstention import auroc
from evals.answers import opened
from evals.bench import indexed, read_lines, read_queries, read_relevant
from evals.judge import Case, even, holds, read_cases
from evals.kept import kept_index
from evals.marked import SETS, documents_of, read_marked

NAMES = [f.name for f in fields(Features)]
_THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_RIDGE = 12.0  # chosen by cross-validation
_MARKED = tuple(f"marked_{name}" for name in SETS)
STATEMENT_SHARES = {"sample": 3.0, "texts": 1.0, "decisions": 2.0, "vi_alqac22_dev": 1.0} | dict.fromkeys(_MARKED, 0.5)
# the English set has twice the questions of any other: so it gains by cross-validation, and the others keep theirs
CONFIDENCE_SHARES = {
    "sample": 3.0,
    "texts": 1.0,
    "decisions": 2.0,
    "vi_abstain_dev": 1.0,
    "obliqa_abstain_dev": 3.0,
} | dict.fromkeys(_MARKED, 0.5)
# not fitted: too few questions show it, and a clause on another body, place or year is worse than a less apt one
_HELD = {"contrary": -3.0}
# what speaks against an answer; what may speak for or against it; all else speaks for it
_AGAINST = {"gap", "lacks", "uncounted", "strange", "contrary", "othered", "shut_out", "unheard"}
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
    language: Language


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


def _look(assistant: Assistant, text: str) -> _Looked:
    view = assistant.search.view
    meant = read(assistant.corpus, text, (), view.entries.values())
    asked, hits = meant.asked, assistant.hits(meant.asked, meant.named, None)
    relevance = assistant.relevance(asked, meant.named, view)
    scored = rank(gather(assistant.corpus, view, hits), relevance)
    return _Looked(asked, scored, signs(asked, hits, scored, relevance))


def _seen(looked: _Looked, right: Sequence[bool], *, answerable: bool) -> Seen:
    rows = [astuple(s.features) for s in looked.scored] or [(0.0,) * len(NAMES)]
    seen = np.array([looked.signs[name] for name in SIGNS])
    marked = np.array(right or [False] * len(rows))
    return Seen(np.array(rows), marked, answerable, seen, looked.question.language)


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
    """Ridge logistic weights and a bias for each language, which differ where the data of one say so.

    Each set's answerable and unanswerable questions count alike. What speaks against an answer never counts for one,
    nor the other way round: left free, what is nearest to the question would count against it, as traps are near.
    """
    seen = [s for name in shares for s in sets[name]]
    importance = np.concatenate([_evened(sets[name]) * share for name, share in shares.items()])
    raw = np.array([s.signs for s in seen])
    middle, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-6
    rows, can = (raw - middle) / spread, np.array([float(s.answerable) for s in seen])
    english = np.array([s.language == "en" for s in seen])
    fitted = _ridge(rows, english, can, importance / importance.mean())
    found: dict[str, tuple[np.ndarray, float]] = {}
    for language, (weights, start) in zip(("vi", "en"), fitted, strict=True):
        scaled = weights / spread
        found[language] = scaled, float(start - scaled @ middle)
    return found


def _ridge(
    rows: np.ndarray, english: np.ndarray, can: np.ndarray, importance: np.ndarray, strength: float = _RIDGE
) -> tuple[tuple[np.ndarray, float], tuple[np.ndarray, float]]:
    """Logistic regressions of both languages at once: large weights cost, and so do unlike ones; the biases do not."""
    width, groups = rows.shape[1], (~english, english)

    def loss(all_: np.ndarray) -> tuple[float, np.ndarray]:
        weights, starts = all_[:-2].reshape(2, width), all_[-2:]
        apart = weights[1] - weights[0]
        cost = strength / 2 * float((weights[0] ** 2).sum() + (apart**2).sum())
        slope = strength * np.stack([weights[0] - apart, apart])
        shift = np.zeros(2)
        for n, group in enumerate(groups):
            odds = np.clip(rows[group] @ weights[n] + starts[n], -30, 30)
            cost += float((importance[group] * (np.logaddexp(0, odds) - can[group] * odds)).sum())
            off = importance[group] * (1 / (1 + np.exp(-odds)) - can[group])
            slope[n] += rows[group].T @ off
            shift[n] = off.sum()
        return cost, np.concatenate([slope.ravel(), shift])

    bounds = [_bounds(name.removeprefix("statement_").removeprefix("best_of_three_")) for name in SIGNS] * 2
    bounds += [(None, None)] * 2
    best = minimize(loss, np.zeros(2 * width + 2), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500})
    weights = best.x[:-2].reshape(2, width)
    return (weights[0], float(best.x[-2])), (weights[1], float(best.x[-1]))


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
    weights, bias = fitted[s.language]
    return float(s.signs @ weights + bias)


def _evened(questions: Sequence[Seen]) -> np.ndarray:
    answerable = np.array([s.answerable for s in questions])
    shares: np.ndarray = np.where(answerable, 0.5 / max(1, answerable.sum()), 0.5 / max(1, (~answerable).sum()))
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
        written = (read_cases(HERE / "texts" / name) for name in ("development.jsonl", "asked.jsonl", "office.jsonl"))
        # of few documents any may be the nearest: what nobody asks of an office is asked there too
        away = read_cases(HERE / "cases" / "off_topic.jsonl")
        sets["texts"] = seen_cases(corpus, [*(case for cases in written for case in cases), *away])
    with opened(shared / "documents" / "vi_official_docs" / "txt", kept_index("decisions")) as (corpus, _):
        sets["decisions"] = seen_cases(corpus, read_cases(HERE / "decisions"), across=True)
    sets["vi_alqac22_dev"] = seen_answers(bench / "vi_alqac22_dev")
    for name, marked in zip(SETS, _MARKED, strict=True):
        sets[marked] = seen_marked(name, shared)
    for name in () if statements_only else ("vi_abstain_dev", "obliqa_abstain_dev"):
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
    for language, (values, bias) in fit_estimate(sets, CONFIDENCE_SHARES).items():
        named = {n: round(float(w), 3) for n, w in zip(SIGNS, values, strict=True)}
        rows["models"][f"answerable_{language}"] = {"bias": round(bias, 3), "weights": named}
    rows["models"].pop("answerable", None)
    FILE.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    print(*_report(sets, weights), *trade_off(cross_validated(sets, CONFIDENCE_SHARES)), sep="\n")


if __name__ == "__main__":
    import os

    main(Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("VANBAN_SHARED", HERE.parent.parent / "shared")))
