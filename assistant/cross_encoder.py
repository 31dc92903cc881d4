"""A cross-encoder, if the office names one: it reads question and passage together, and puts the best in its order.

A sentence-transformers folder on this machine; never from a hub. Knows texts only.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from corpus.errors import UnavailableError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class Reader:
    """Loads at the first use; safe for several threads."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder).expanduser()
        self._model: CrossEncoder | None = None
        self._loading = Lock()

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """How well each passage answers, in the model's own measure; raises UnavailableError if it is not there."""
        with self._loading:
            self._model = self._model or self._load()
        pairs = [(question, text) for text in passages]
        return [float(v) for v in self._model.predict(pairs, show_progress_bar=False)] if pairs else []

    def _load(self) -> "CrossEncoder":
        if not (self._folder / "config.json").is_file():
            raise UnavailableError("model-missing", model=self._folder)
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
        from sentence_transformers import CrossEncoder  # with torch, which takes seconds: only where one is named

        try:
            model: CrossEncoder = CrossEncoder(str(self._folder), num_labels=1, local_files_only=True)
        except (OSError, ValueError, KeyError) as error:  # what is missing or unknown in a model's folder
            raise UnavailableError("model-missing", model=self._folder) from error
        return model
