"""Fits assistant/weights.json: which statement answers, and whether the best of them is an answer at all.

`python -m evals.fit` uses development questions only (evals/README.md, "Weights and thresholds").
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np

from assistant.assistant import Assistant
from assistant.model import FILE, shipped
from assistant.question import understand
from assistant.references import resolve
from assistant.relevance import Features
from assistant.search import Filters
from assistant.write import Scored, rank, with_items
from corpus.corpus import Corpus
from corpus.passage import PassageKey
from evals.abstention import auroc
from evals.answers import opened
from evals.bench import indexed, read_lines, read_queries, read_relevant
from evals.judge import Case, even, holds, read_cases

NAMES = [f.name for f in fields(Features)]
# what may only speak for an answer, and what only against: a weight of the other sign is chance, and is held at zero
CONFIDENCE = {"covered": 1, "covered_above": 1, "covered_title": 1, "gap": -1, "names": 1, "uncounted": -1, "dense": 1}
STATEMENT_SHARES = {"sample": 2.0, "texts": 2.0, "vi_alqac22_dev": 1.0}
CONFIDENCE_SHARES = {"sample": 2.0, "texts": 2.0, "vi_abstain_dev": 1.0, "obliqa_abstain_dev": 1.0}
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Seen:
    """One question: the features of its statements, best first; which of them answer; whether it can be answered."""

    features: np.ndarray
    right: np.ndarray
    answerable: bool


def seen_cases(corpus: Corpus, cases: Sequence[Case]) -> list[Seen]:
    """Cases in whose language the documents are; a statement is right if the answer made of it is."""
    assistant = Assistant(corpus)
    languages = {e.identity.language for e in assistant.search.view.entries.values()}
    found: list[Seen] = []
    for case in cases:
        if case.language in languages:
            asked = understand(case.question)
            scored = _ranked(assistant, case.question)
            right = [
                Path(s.evidence.entry.source.name).stem in case.documents
                and all(
                    holds(even(" ".join(e.text for e in with_items(corpus, asked, s.evidence))), m) for m in case.must
                )
                for s in scored
            ]
            found.append(_seen(scored, right, case.outcome != "not_found"))
    return found


def seen_answers(folder: Path) -> list[Seen]:
    """A set with extractive answers: a statement of the right text that holds the answer is right."""
    answers = {str(r["query"]): even(str(r["answer"])) for r in read_lines(folder / "answers.jsonl")}
    gold = read_relevant(folder / "qrels.jsonl")
    with indexed(folder / "corpus.jsonl", kept_index(folder.name)) as bench:
        assistant = Assistant(bench.corpus)
        found: list[Seen] = []
        for q in read_queries(folder / "queries.jsonl"):
            scored = _ranked(assistant, q.text)
            found.append(_seen(scored, [_holds_answer(s, q.id, answers, gold, bench.owners) for s in scored], True))
    return found


def _holds_answer(
    s: Scored, query: str, answers: dict[str, str], gold: dict[str, set[str]], owners: dict[PassageKey, str]
) -> bool:
    return owners.get(s.evidence.key) in gold.get(query, set()) and answers[query] in even(s.evidence.text)


def seen_questions(folder: Path) -> list[Seen]:
    """A set that only says which questions can be answered."""
    with indexed(folder / "corpus.jsonl", kept_index(folder.name)) as bench:
        assistant = Assistant(bench.corpus)
        return [
            _seen(_ranked(assistant, q.text), [], bool(q.answerable)) for q in read_queries(folder / "queries.jsonl")
        ]


def _ranked(assistant: Assistant, text: str) -> list[Scored]:
    asked, view = understand(text), assistant.search.view
    named = resolve(assistant.corpus, asked, view.entries.values())
    evidence = assistant.evidence(asked, named, Filters(), view)
    return rank(evidence, assistant.relevance(asked, named, view))


def _seen(scored: Sequence[Scored], right: Sequence[bool], answerable: bool) -> Seen:
    rows = [astuple(s.features) for s in scored] or [(0.0,) * len(NAMES)]
    return Seen(np.array(rows), np.array(right or [False] * len(rows)), answerable)


def fit_statement(sets: dict[str, list[Seen]], shares: dict[str, float], steps: int = 1500) -> np.ndarray:
    """Weights under which a right statement stands first: softmax over each question's statements, slight decay."""
    lists = {name: [s for s in sets[name] if s.right.any() and len(s.right) == len(s.features)] for name in shares}
    total, weights = sum(shares.values()), np.zeros(len(NAMES))
    adam = _Adam(len(NAMES), 0.03)
    for _ in range(steps):
        slope = 3e-3 * weights
        for name, questions in lists.items():
            for s in questions:
                all_, good = _softmax(s.features @ weights), np.zeros(len(s.right))
                good[s.right] = all_[s.right] / all_[s.right].sum()
                slope += shares[name] / total / len(questions) * (s.features.T @ (all_ - good))
        weights = weights - adam.step(slope)
    return weights


def fit_confidence(
    sets: dict[str, list[Seen]], shares: dict[str, float], steps: int = 3000
) -> tuple[np.ndarray, float]:
    """Logistic weights and bias of the best statement; each set's answerable and unanswerable questions count alike."""
    columns = [NAMES.index(n) for n in CONFIDENCE]
    signs = np.array(list(CONFIDENCE.values()))
    x = np.vstack([s.features[0, columns] for name in shares for s in sets[name]])
    y = np.array([float(s.answerable) for name in shares for s in sets[name]])
    importance = np.concatenate([_evened(sets[name]) * share for name, share in shares.items()])
    importance /= importance.sum()
    weights, bias, adam = np.zeros(len(columns)), 0.0, _Adam(len(columns) + 1, 0.05)
    for _ in range(steps):
        error = importance * (1 / (1 + np.exp(-(x @ weights + bias))) - y)
        move = adam.step(np.append(x.T @ error + 1e-3 * weights, error.sum()))
        weights, bias = weights - move[:-1], bias - float(move[-1])
        weights = np.where(weights * signs < 0, 0.0, weights)
    return weights, bias


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


def _report(sets: dict[str, list[Seen]], weights: np.ndarray, confidence: np.ndarray, bias: float) -> Iterator[str]:
    columns = [NAMES.index(n) for n in CONFIDENCE]
    for name, questions in sets.items():
        with_right = [s for s in questions if s.right.any()]
        first = sum(bool(s.right[int(np.argmax(s.features @ weights))]) for s in with_right)
        scores = [float(s.features[0, columns] @ confidence + bias) for s in questions]
        able = [v for v, s in zip(scores, questions, strict=True) if s.answerable]
        unable = [v for v, s in zip(scores, questions, strict=True) if not s.answerable]
        area = auroc(able, unable)
        yield (
            f"{name}: right statement first {first}/{len(with_right)}; "
            f"kept {sum(v > 0 for v in able)}/{len(able)}, refused {sum(v <= 0 for v in unable)}/{len(unable)}"
            + (f", AUROC {area:.3f}" if area is not None else "")
        )


def kept_index(name: str) -> Path:
    """Indexes are kept between runs: embedding the sets is nearly all of the time."""
    return Path(tempfile.gettempdir()) / "vanban-fit" / name


def gather_sets(shared: Path) -> dict[str, list[Seen]]:
    """The development sets by name."""
    bench = shared / "bench"
    with opened(HERE.parent / "corpus" / "samples" / "dossier", kept_index("sample")) as (corpus, _):
        sets = {"sample": seen_cases(corpus, read_cases(HERE / "cases"))}
    with opened(shared / "texts", kept_index("texts")) as (corpus, _):
        sets["texts"] = seen_cases(corpus, read_cases(HERE / "texts" / "development.jsonl"))
    sets["vi_alqac22_dev"] = seen_answers(bench / "vi_alqac22_dev")
    for name in ("vi_abstain_dev", "obliqa_abstain_dev"):
        sets[name] = seen_questions(bench / name)
    return sets


def main(shared: Path) -> None:
    """Fits both models, one after the other: the second looks at the statements that the first puts on top."""
    weights = fit_statement(gather_sets(shared), STATEMENT_SHARES)
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    rows["models"]["statement"]["weights"] = {n: round(float(w), 3) for n, w in zip(NAMES, weights, strict=True)}
    FILE.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    shipped.cache_clear()
    sets = gather_sets(shared)
    confidence, bias = fit_confidence(sets, CONFIDENCE_SHARES)
    rows["models"]["answerable"] = {
        "bias": round(bias, 3),
        "weights": {n: round(float(w), 3) for n, w in zip(CONFIDENCE, confidence, strict=True)},
    }
    FILE.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    print(*_report(sets, weights, confidence, bias), sep="\n")


if __name__ == "__main__":
    import os

    main(Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("VANBAN_SHARED", HERE.parent.parent / "shared")))
