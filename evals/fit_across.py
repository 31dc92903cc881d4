"""Fits what the stages of finding weigh in passages of another language than the question's (assistant/ranking.json).

`python -m evals.fit_across` asks the marked questions of the sample dossier: as they are, and as if the documents in
the question's language that lie there in the other one too were not there. What answers then is the other's same unit.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.ranking import FEATURES, FILE, shipped
from assistant.search import Filters, Search
from corpus.messages import Language
from corpus.passage import Passage, PassageKey
from evals.fit_ranking import Floats, rows_of
from evals.marked import Mark, Marked, documents_of, read_marked
from evals.show import along

NAMES = tuple(FEATURES)
HERE = Path(__file__).parent
# English questions gain nothing by weights of their own: their passages are found by the glossary or not at all
LANGUAGES: tuple[Language, ...] = ("vi",)
_SHARE = 0.25  # of a question asked across, beside one whose answer stands in its language: most are of those
_RIDGE = 0.002
_FOLDS = 5
_DEPTHS = (1, 5, 10)


@dataclass(frozen=True, slots=True)
class Across:
    """A question: the features of its candidates, which of them are right, which in the other language."""

    features: Floats
    right: NDArray[np.bool_]
    foreign: NDArray[np.bool_]
    language: Language
    asked_across: bool


class Dossier:
    """The passages of a dossier, and the same ones in the other language: of the same unit, in the same order there."""

    def __init__(self, search: Search) -> None:
        self.search = search
        self._revisions = {Path(e.source.name).stem: r for r, e in search.view.entries.items()}
        self._names = {r: name for name, r in self._revisions.items()}
        self._passages: dict[str, dict[tuple[str, int], Passage]] = {}

    def twin(self, name: str) -> str | None:
        """The same document in the other language, None if there is none."""
        other = name.removesuffix(".en") if name.endswith(".en") else f"{name}.en"
        return other if other in self._revisions else None

    def marked(self, marks: Sequence[Mark], *, across: bool) -> set[PassageKey]:
        """The passages that marks lie in; `across`: those of the other language in their place."""
        found: set[PassageKey] = set()
        for mark in marks:
            name = (self.twin(mark.document) if across else mark.document) or mark.document
            there = self._places(name)
            for place, passage in self._places(mark.document).items():
                if passage.start < mark.end and mark.start < passage.end and place in there:
                    found.add(PassageKey(self._revisions[name], there[place].ordinal))
        return found

    def twins_of(self, marks: Sequence[Mark]) -> set[int]:
        """The revisions in the other language of what is marked: nothing is marked there, but they may answer too."""
        return {self._revisions[t] for m in marks if (t := self.twin(m.document))}

    def without_originals(self, language: Language) -> Filters:
        """All documents but those in a language that lie there in the other one too."""
        entries = self.search.view.entries
        kept = (e.id for r, e in entries.items() if e.identity.language != language or not self.twin(self._names[r]))
        return Filters(documents=tuple(sorted(kept)))

    def _places(self, name: str) -> dict[tuple[str, int], Passage]:
        if name not in self._passages:
            revision = self._revisions[name]
            keys = [PassageKey(revision, n) for n in range(self.search.view.entries[revision].passages)]
            counted: Counter[str] = Counter()
            places: dict[tuple[str, int], Passage] = {}
            for _, passage in sorted(self.search.corpus.library.passages(keys).items()):
                places[passage.address, counted[passage.address]] = passage
                counted[passage.address] += 1
            self._passages[name] = places
        return self._passages[name]


def seen_across(shared: Path) -> list[Across]:
    """The marked questions of the dossier in both ways, looked at by the product's own search."""
    with documents_of("dossier", shared) as documents:
        dossier = Dossier(Search(documents.corpus))
        asked = [q for q in read_marked(HERE / "marked_questions" / "dossier.jsonl") if q.marks]
        return [seen for q in along(asked, "marked_questions/dossier") for seen in _both_ways(dossier, q)]


def _both_ways(dossier: Dossier, asked: Marked) -> Iterator[Across]:
    spoken = {"en" if m.document.endswith(".en") else "vi" for m in asked.marks}
    if len(spoken) > 1:
        return
    away = asked.language not in spoken
    yield _seen(dossier, asked, None, dossier.marked(asked.marks, across=False), across=away)
    if not away and all(dossier.twin(m.document) for m in asked.marks):
        filters = dossier.without_originals(asked.language)
        yield _seen(dossier, asked, filters, dossier.marked(asked.marks, across=True), across=True)


def _seen(
    dossier: Dossier, asked: Marked, filters: Filters | None, right: Collection[PassageKey], *, across: bool
) -> Across:
    entries, unmarked = dossier.search.view.entries, dossier.twins_of(asked.marks) - {k.revision for k in right}
    near = [c for c in dossier.search.looked_at(asked.question, filters) if c.key.revision not in unmarked]
    return Across(
        rows_of(near),
        np.array([c.key in right for c in near], dtype=bool),
        np.array([entries[c.key.revision].identity.language != asked.language for c in near], dtype=bool),
        asked.language,
        across,
    )


def fit(questions: Sequence[Across], own: Floats) -> tuple[Floats, float]:
    """Weights of the passages in the other language and what each starts with; those of a question's own stay."""
    told = [q for q in questions if q.right.any() and not q.right.all()]
    spread: Floats = np.vstack([q.features for q in told]).std(axis=0) + 1e-6

    def loss(all_: Floats) -> tuple[float, Floats]:
        weights, start = all_[:-1] / spread, all_[-1]
        off = all_[:-1] - own * spread
        cost, slope = _RIDGE * float(off @ off), np.append(2 * _RIDGE * off, 0.0)
        for q in told:
            scores = np.where(q.foreign, q.features @ weights + start, q.features @ own)
            powers = np.exp(scores - scores.max())
            good = np.where(q.right, powers, 0.0)
            counted = (_SHARE if q.asked_across else 1.0) / len(told)
            cost += counted * float(np.log(powers.sum() / max(good.sum(), 1e-300)))
            pull = (powers / powers.sum() - good / max(good.sum(), 1e-300)) * q.foreign * counted
            slope += np.append(q.features.T @ pull / spread, pull.sum())
        return cost, slope

    bounds = [(0.0, None)] * len(own) + [(None, None)]
    best = minimize(loss, np.append(own * spread, 0.0), jac=True, method="L-BFGS-B", bounds=bounds)
    return best.x[:-1] / spread, float(best.x[-1])


def cross_validated(questions: Sequence[Across], own: Floats) -> dict[str, dict[str, float]]:
    """Hit@1, 5 and 10 of questions left out of the fitting, asked across and not, by these weights and the own."""
    places: dict[str, list[int | None]] = {}
    for fold in range(_FOLDS):
        fitted = fit([q for n, q in enumerate(questions) if n % _FOLDS != fold], own)
        for q in (q for n, q in enumerate(questions) if n % _FOLDS == fold):
            how = "asked across" if q.asked_across else "asked in the own language"
            places.setdefault(f"{how}, own weights", []).append(_place(q, own, own, 0.0))
            places.setdefault(how, []).append(_place(q, own, *fitted))
    return {
        how: {"questions": len(some)}
        | {f"hit_at_{d}": round(sum(p is not None and p < d for p in some) / len(some), 3) for d in _DEPTHS}
        for how, some in sorted(places.items())
    }


def _place(q: Across, own: Floats, weights: Floats, start: float) -> int | None:
    if not q.right.any():
        return None
    scores = np.where(q.foreign, q.features @ weights + start, q.features @ own)
    return int((scores > scores[q.right].max()).sum())


def main(shared: Path) -> None:
    """Fits the languages that gain by it and writes their weights beside those of the question's own language."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    questions = seen_across(shared)
    data["across"] = dict(_fitted([q for q in questions if q.language == language], language) for language in LANGUAGES)
    FILE.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _fitted(questions: Sequence[Across], language: Language) -> tuple[str, Mapping[str, object]]:
    own = np.array([shipped(language).weights[name] for name in NAMES])
    weights, start = fit(questions, own)
    card = cross_validated(questions, own)
    print(language, card, file=sys.stderr)
    named = {name: round(float(w), 2) for name, w in zip(NAMES, weights, strict=True)}
    return language, {"start": round(start, 2), "weights": named, "cross_validated": card}


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("VANBAN_SHARED", HERE.parent.parent / "shared")))
