"""Vectors by sentence-transformers itself, for models of any shape that it can load.

Slower, and heavier at the start, than `plain`.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.engines.engine import Batch, Floats, Question, Spans, unit
from corpus.engines.shape import read_prompts
from corpus.engines.torch import quiet_and_offline
from corpus.errors import UnavailableError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_AT_ONCE = 512  # token vectors of as many texts are held at a time


def load_whole(folder: Path, device: str = "cpu") -> "SentenceTransformer":
    """The model as sentence-transformers loads it, from disk only; raises UnavailableError."""
    quiet_and_offline()
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(str(folder), device=device, local_files_only=True)
    except (OSError, ValueError, KeyError, ImportError) as error:  # what is missing or unknown in a model's folder
        raise UnavailableError("model-missing", model=str(folder)) from error


class WholeEncoder:
    """One model with all of its modules, whatever they are. Its tokenizer must tell offsets (a "fast" one)."""

    def __init__(self, folder: Path, device: str = "cpu") -> None:
        self.model = load_whole(folder, device)
        self._prompts = read_prompts(folder)
        tokenizer = self.model.tokenizer
        named = ("cls_token_id", "sep_token_id", "bos_token_id", "eos_token_id", "pad_token_id")
        self._special = [id for name in named if (id := getattr(tokenizer, name, None)) is not None]
        around = self._ids("", special=True) + self._ids(self._prompts.passage, special=False)
        self.window = int(self.model.max_seq_length or 256) - len(around)

    def count(self, texts: Sequence[str]) -> list[int]:
        """The length of each text in tokens."""
        return [len(self._ids(text, special=False)) for text in texts]

    def ends(self, text: str) -> list[int]:
        """The character offset at which each token of the text ends."""
        return [end for _, end in self._spans(text)]

    def embed(self, texts: Sequence[str]) -> Iterator[Batch]:
        """Vectors of passages, in batches of like length."""
        order = sorted(range(len(texts)), key=lambda n: -len(texts[n]))
        for first in range(0, len(order), _AT_ONCE):
            places = order[first : first + _AT_ONCE]
            vectors, tokens = self._run([texts[n] for n in places], self._prompts.passage)
            yield Batch(places, vectors, tokens)

    def begin(self, text: str) -> Callable[[], Question]:
        """Vectors of a question, made when they are called for."""
        return lambda: self._question(text)

    def _question(self, text: str) -> Question:
        prompt = self._prompts.question
        vectors, tokens = self._run([text], prompt)
        spans = self._spans(text)[: len(tokens[0])]
        return Question(vectors[0], tokens[0][: len(spans)], spans)

    def _run(self, texts: list[str], prompt: str) -> tuple[Floats, list[Floats]]:
        encoded: Any = self.model.encode(  # typed for one text, which gives one record
            texts, prompt=prompt, batch_size=32, output_value=None, show_progress_bar=False
        )
        done: list[dict[str, Any]] = list(encoded)
        before = len(self._ids(prompt, special=False)) if prompt else 0
        vectors = unit(np.stack([d["sentence_embedding"].float().cpu().numpy() for d in done]))
        return vectors, [self._own(d, before) for d in done]

    def _own(self, done: dict[str, Any], before: int) -> Floats:
        if "token_embeddings" not in done or "input_ids" not in done:
            return np.empty((0, 0), np.float32)  # a model that knows no token vectors (of words, of static ones)
        kept = done["attention_mask"].cpu().numpy().astype(bool)
        kept &= ~np.isin(done["input_ids"].cpu().numpy(), self._special)
        return np.asarray(done["token_embeddings"].float().cpu().numpy()[kept][before:], dtype=np.float32)

    def _ids(self, text: str, *, special: bool) -> list[int]:
        encoded = self.model.tokenizer(text, add_special_tokens=special, truncation=False, verbose=False)
        return list(encoded["input_ids"])

    def _spans(self, text: str) -> Spans:
        encoded = self.model.tokenizer(
            text, add_special_tokens=False, truncation=False, return_offsets_mapping=True, verbose=False
        )
        return tuple((int(a), int(b)) for a, b in encoded["offset_mapping"])
