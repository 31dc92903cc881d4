"""What the stages of finding weigh against each other: a weighted sum for each language, read from ranking.json.

Passages in another language than the question's may have weights of their own: words say less there.

The weights are data, fitted on development questions only by `python -m evals.fit_ranking`. Knows no passage.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from corpus.messages import Language

FILE = Path(__file__).parent / "ranking.json"
Stage = Literal["lexical", "dense", "coverage", "pairs", "prior", "section", "late", "learned"]
STAGES: tuple[Stage, ...] = get_args(Stage)

# what each stage says of a passage, between 0 and 1; all but late interaction's say it in one figure
FEATURES: dict[str, Stage] = {
    "lexical": "lexical",
    "dense": "dense",
    "coverage": "coverage",
    "pairs": "pairs",
    "prior": "prior",
    "section": "section",
    "late": "late",
    "late_even": "late",
    "late_strong": "late",
}
# without the learned weights: the two searches as they are fused, and late interaction beside them
_PLAIN = {"lexical": 0.55, "dense": 0.45, "late": 1.5}


@dataclass(frozen=True, slots=True)
class Ranking:
    """The weights of the features for questions in one language, none negative.

    `across` are those of passages in the other language (none: the same), `start` is what each of them starts with.
    """

    weights: Mapping[str, float]
    across: Mapping[str, float] = field(default_factory=dict)
    start: float = 0.0

    def shares(self, off: frozenset[Stage] = frozenset()) -> dict[str, float]:
        """The share of each feature in the score, which lies between 0 and 1; stages that are off count nothing."""
        kept = self._kept(off)
        total = sum(kept.values()) or 1.0
        return {f: w / total for f, w in kept.items() if w > 0}

    def shares_across(self, off: frozenset[Stage] = frozenset()) -> tuple[dict[str, float], float]:
        """The same for passages in the other language, on the scale of the own ones, and what each starts with."""
        if "learned" in off or not self.across:
            return self.shares(off), 0.0
        total = sum(self._kept(off).values()) or 1.0
        return {f: w / total for f, w in self.across.items() if w > 0 and FEATURES[f] not in off}, self.start / total

    def _kept(self, off: frozenset[Stage]) -> dict[str, float]:
        weights = _PLAIN if "learned" in off else self.weights
        return {f: w for f, w in weights.items() if FEATURES[f] not in off}


@lru_cache(maxsize=2)
def shipped(language: Language) -> Ranking:
    """The fitted weights."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    across = rows["across"].get(language, {"start": 0.0, "weights": {}})
    return Ranking(rows["languages"][language], across["weights"], across["start"])
