"""Texts to a model's tokens, by the tokenizer file of its folder. Knows no vectors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Encoding, Tokenizer

from corpus.engines.engine import Ids, Spans

_AT_ONCE = 512  # a tokenizer's own records are large: only the ids are kept of them


@dataclass(frozen=True, slots=True)
class Tokens:
    """One text as the model sees it; from `start` to `stop` the text itself, around it special tokens and a prompt."""

    ids: Ids
    start: int
    stop: int


class Cutter:
    """The tokenizer of one model that sees `length` tokens of a text, its special ones among them."""

    def __init__(self, folder: Path, length: int) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._length = length
        self._special = self._tokenizer.num_special_tokens_to_add(is_pair=False)

    def room(self, prompt: str) -> int:
        """How many tokens of a text the model sees behind this prompt."""
        return self._length - self._special - len(self._tokenizer.encode(prompt, add_special_tokens=False).ids)

    def count(self, texts: Sequence[str]) -> list[int]:
        """The length of each text in tokens, special ones left out."""
        return [len(e.ids) for e in self._encodings(texts)]

    def ends(self, text: str) -> list[int]:
        """The character offset at which each token of the text ends."""
        return [int(end) for _, end in self._tokenizer.encode(text, add_special_tokens=False).offsets]

    def cut(self, texts: Sequence[str], prompt: str = "") -> list[Tokens]:
        """Each text behind the prompt, no longer than the model sees."""
        whole = [prompt + text for text in texts] if prompt else texts
        return [_tokens(self._seen(e), len(prompt)) for e in self._encodings(whole)]

    def cut_with_spans(self, text: str, prompt: str = "") -> tuple[Tokens, Spans]:
        """One text behind the prompt, and where in the text each of its tokens stands."""
        encoding = self._seen(self._tokenizer.encode(prompt + text, add_special_tokens=False))
        tokens = _tokens(encoding, len(prompt))
        here = encoding.offsets[tokens.start : tokens.stop]
        return tokens, tuple((max(0, a - len(prompt)), b - len(prompt)) for a, b in here)

    def _encodings(self, texts: Sequence[str]) -> Iterator[Encoding]:
        for n in range(0, len(texts), _AT_ONCE):
            yield from self._tokenizer.encode_batch(list(texts[n : n + _AT_ONCE]), add_special_tokens=False)

    def _seen(self, encoding: Encoding) -> Encoding:
        # by hand: truncation set on the tokenizer itself would also cut what is only counted
        encoding.truncate(self._length - self._special)
        return self._tokenizer.post_process(encoding)


def _tokens(encoding: Encoding, prompt: int) -> Tokens:
    """The text's own tokens are those that end behind the prompt's characters."""
    ends, special = encoding.offsets if prompt else [], encoding.special_tokens_mask
    own = [n for n, s in enumerate(special) if not s and (not prompt or ends[n][1] > prompt)]
    ids = np.asarray(encoding.ids, dtype=np.int64)
    return Tokens(ids, own[0], own[-1] + 1) if own else Tokens(ids, 0, 0)
