"""The fitted weights: a weighted sum of features through a logistic curve. Knows nothing of what the features mean.

The weights are data (weights.json), fitted on development questions only by `python -m evals.fit`.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True)
class Model:
    """A weight for each feature that counts, and a bias."""

    weights: dict[str, float]
    bias: float

    def score(self, features: Mapping[str, float]) -> float:
        """Between 0 and 1."""
        total = self.bias + sum(weight * features[name] for name, weight in self.weights.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def shipped() -> dict[str, Model]:
    """The fitted models: "statement" picks statements, "answerable" says whether the best of them is an answer."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    return {name: Model(row["weights"], row["bias"]) for name, row in rows["models"].items()}


@lru_cache(maxsize=1)
def threshold() -> float:
    """The confidence from which on an answer is given."""
    return float(json.loads(FILE.read_text(encoding="utf-8"))["threshold"])
