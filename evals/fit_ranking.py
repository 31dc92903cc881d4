"""Fits assistant/ranking.json: what the stages of finding weigh against each other, in each language.

`python -m evals.fit_ranking` uses development questions only, and says by cross-validation what to expect on others
(evals/README.md, "Weights and thresholds").
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.ranking import FEATURES, FILE
from assistant.rerank import Candidate
from assistant.search import Search
from corpus.corpus import Corpus
from corpus.messages import Language
from corpus.passage import PassageKey
from evals.answers import SAMPLES, opened
from evals.bench import BenchCorpus, indexed, read_queries, read_relevant
from evals.judge import Case, even, holds, read_cases
from evals.kept import kept_index
from evals.retrieval import scores
from evals.show import along

NAMES = tuple(FEATURES)
SETS: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (("obliqa_dev", "queries"),),
    "vi": (
        ("vi_alqac_dev", "queries"),
        ("vi_alqac_dev", "queries_nodiacritics"),
        ("vi_alqac22_dev", "queries"),
        ("vi_alqac22_dev", "queries_nodiacritics"),
    ),
}
# documents (none: the sample dossier) and the cases over them
_OURS: dict[str, tuple[str, str]] = {
    "sample": ("", "cases"),
    "decisions": ("documents/vi_official_docs/txt", "decisions"),
}
_OUR_SHARE = 0.35
HERE = Path(__file__).parent
_FOLDS = 5
_STEPS, _RATE, _DECAY = 600, 0.05, 1e-3
_SAME = 1e-9  # what varies no more than this is the same for all

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """A question: the features of its candidates, whose each is (the set's own ids), and the right ids.

    `fold` is the same for the same question with and without diacritics; `weight` is what it counts.
    """

    features: Floats
    owners: tuple[str, ...]
    gold: frozenset[str]
    fold: int
    weight: float = 1.0

    @property
    def right(self) -> NDArray[np.bool_]:
        """Which candidates are right."""
        return np.array([o in self.gold for o in self.owners], dtype=bool)


def seen(bench: BenchCorpus, folder: Path, questions: str) -> list[Seen]:
    """The questions of a set, looked at by the product's own search."""
    search, gold = Search(bench.corpus), read_relevant(folder / "qrels.jsonl")
    asked = [q for q in read_queries(folder / f"{questions}.jsonl") if q.id in gold]
    return [
        _seen(search, bench.owners, q.text, frozenset(gold[q.id]), _fold(folder.name, q.id))
        for q in along(asked, f"{folder.name}/{questions}")
    ]


def _seen(search: Search, owners: Mapping[PassageKey, str], text: str, gold: frozenset[str], fold: int) -> Seen:
    near = [c for c in search.looked_at(text) if c.key in owners]
    return Seen(rows_of(near), tuple(owners[c.key] for c in near), gold, fold)


def rows_of(near: Sequence[Candidate]) -> Floats:
    """The features of candidates, a row each, in the order of NAMES."""
    rows = [[c.features.get(name, 0.0) for name in NAMES] for c in near]
    return np.array(rows).reshape(len(near), len(NAMES))


def seen_cases(corpus: Corpus, cases: Sequence[Case], name: str) -> dict[Language, list[Seen]]:
    """Cases as staff ask them; a passage of a right document is right if it holds what the answer must."""
    search = Search(corpus)
    found: dict[Language, list[Seen]] = {"vi": [], "en": []}
    entries = search.view.entries
    for case in along([c for c in cases if c.answerable and c.must], name):
        near = search.looked_at(case.question)
        texts = corpus.library.passage_texts([c.key for c in near])
        right = [
            Path(entries[c.key.revision].source.name).stem in case.documents
            and all(holds(even(texts.get(c.key, "")), m) for m in case.must)
            for c in near
        ]
        owners = tuple(f"{c.key.revision}/{c.key.ordinal}" for c in near)
        gold = frozenset(o for o, r in zip(owners, right, strict=True) if r)
        if gold:
            found[case.language].append(Seen(rows_of(near), owners, gold, _fold(name, case.id)))
    return found


def _fold(name: str, query: str) -> int:
    return int(sha256(f"{name}/{query}".encode()).hexdigest(), 16) % _FOLDS


def fit(questions: Sequence[Seen]) -> Floats:
    """Weights, none negative, under which a right passage stands first: softmax over each question's candidates."""
    told = [s for s in questions if s.right.any() and not s.right.all()]
    most = max(len(s.owners) for s in told)
    features, right = np.zeros((len(told), most, len(NAMES))), np.zeros((len(told), most), dtype=bool)
    there = np.zeros((len(told), most), dtype=bool)
    for row, s in enumerate(told):
        there[row, : len(s.owners)], right[row, : len(s.owners)] = True, s.right
        features[row, : len(s.owners)] = s.features
    spread = features[there].std(axis=0) + _SAME
    counted = np.array([s.weight for s in told])
    weights = _descended(features / spread, right, there, counted / counted.mean())
    fitted: Floats = np.where(spread > _SAME, weights / spread, 0.0)
    return fitted


def _descended(features: Floats, right: NDArray[np.bool_], there: NDArray[np.bool_], counted: Floats) -> Floats:
    weights = np.full(len(NAMES), 0.3)
    first, second = np.zeros(len(NAMES)), np.zeros(len(NAMES))
    for step in range(1, _STEPS + 1):
        all_ = _shares(features @ weights, there)
        off = (all_ - _shares(features @ weights, right)) * counted[:, None]
        slope = _DECAY * weights + np.einsum("nk,nkf->f", off, features) / len(right)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        move = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights = np.maximum(0.0, weights - _RATE * move)
    return weights


def _shares(scores: Floats, among: NDArray[np.bool_]) -> Floats:
    kept = np.where(among, scores, -np.inf)
    powers = np.exp(kept - kept.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares


def cross_validated(questions: Sequence[Seen]) -> tuple[dict[str, float], dict[str, float]]:
    """Recall@10, MAP@10 and Hit@1 of questions that the weights were not fitted on: of the sets, of what staff ask."""
    sets: list[tuple[float, float, float, float]] = []
    staff: list[tuple[float, float, float, float]] = []
    for fold in range(_FOLDS):
        weights = fit([s for s in questions if s.fold != fold])
        for s in questions:
            if s.fold == fold:
                (sets if s.weight == 1.0 else staff).append(_scores(s, weights))
    return _figures(sets), _figures(staff)


def _figures(rows: Sequence[tuple[float, float, float, float]]) -> dict[str, float]:
    recall, precision, _, first = (float(np.mean(column)) for column in zip(*rows, strict=True))
    return {"recall_at_10": round(recall, 4), "map_at_10": round(precision, 4), "hit_at_1": round(first, 4)}


def _scores(s: Seen, weights: Floats) -> tuple[float, float, float, float]:
    order = np.argsort(-(s.features @ weights), kind="stable")
    return scores(list(dict.fromkeys(s.owners[i] for i in order)), set(s.gold))


def fitted(questions: Sequence[Seen], sets: Sequence[str]) -> tuple[dict[str, float], dict[str, object]]:
    """The weights, and the card that says from what they were made and how well such weights do elsewhere."""
    weights = {n: round(float(w), 2) for n, w in zip(NAMES, fit(questions), strict=True)}
    of_sets, of_staff = cross_validated(questions)
    card = {
        "fitted_on": list(sets),
        "questions": len(questions),
        "cross_validated": of_sets,
        "cross_validated_on_cases": of_staff,
    }
    return weights, card


def main(shared: Path) -> None:
    """Fits both languages and writes the weights with what they were made from."""
    rows: dict[str, dict[str, float]] = {}
    card: dict[str, object] = {}
    asked = _asked_by_staff(shared)
    for language, sets in SETS.items():
        questions: list[Seen] = []
        for name, file in sets:
            folder = shared / "bench" / name
            with indexed(folder / "corpus.jsonl", kept_index(name)) as bench:
                questions += seen(bench, folder, file)
        # what staff ask in their own words, so that it is not lost among the questions written along passages
        weight = _OUR_SHARE * len(questions) / len(asked[language])
        questions += [replace(s, weight=weight) for s in asked[language]]
        rows[language], card[language] = fitted(questions, [*(f"{name}/{file}" for name, file in sets), *_OURS])
        print(language, rows[language], card[language], file=sys.stderr)
    write(rows, card)


def _asked_by_staff(shared: Path) -> dict[Language, list[Seen]]:
    found: dict[Language, list[Seen]] = {"vi": [], "en": []}
    for name, (documents, cases) in _OURS.items():
        with opened(shared / documents if documents else SAMPLES, kept_index(name)) as (corpus, _):
            for language, seen_ in seen_cases(corpus, read_cases(HERE / cases), name).items():
                found[language] += seen_
    return found


def write(rows: Mapping[str, Mapping[str, float]], cards: Mapping[str, object]) -> None:
    """Writes the shipped weights; those of the other language have to be fitted anew then (`fit_across`)."""
    about = (
        "made by python -m evals.fit_ranking, `across` by python -m evals.fit_across; what they are good for: "
        "evals/README.md, Weights and thresholds"
    )
    data = {"about": about, "languages": rows, "across": {}, "cards": cards}
    FILE.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("VANBAN_SHARED", HERE.parent.parent / "shared")))
