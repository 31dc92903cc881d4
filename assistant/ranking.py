"""What the stages of finding weigh against each other: a weighted sum for each language, read from ranking.json.

The weights are data, fitted on development questions only by `python -m evals.fit_ranking`. Knows no passage.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
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
    """The weights of the features in one language, none negative."""

    weights: Mapping[str, float]

    def shares(self, off: frozenset[Stage] = frozenset()) -> dict[str, float]:
        """The share of each feature in the score, which lies between 0 and 1; stages that are off count nothing."""
        weights = _PLAIN if "learned" in off else self.weights
        kept = {f: w for f, w in weights.items() if FEATURES[f] not in off}
        total = sum(kept.values()) or 1.0
        return {f: w / total for f, w in kept.items() if w > 0}


@lru_cache(maxsize=2)
def shipped(language: Language) -> Ranking:
    """The fitted weights."""
    return Ranking(json.loads(FILE.read_text(encoding="utf-8"))["languages"][language])
