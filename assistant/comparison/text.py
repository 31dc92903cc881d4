"""A text as the words that are compared, each with its offsets. Knows nothing of units or of a second text."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.document import Outline
from corpus.folding import exact
from corpus.messages import Language

_TOKEN = re.compile(r"\d+(?:[.,/:]\d+)*|[^\W_]+|_+|([^\w\s])\1*")
# signs that are one sign in print: which of them a file holds says who typed it, not what is laid down
_SIGNS = str.maketrans({c: '"' for c in "“”„«»″"} | {c: "'" for c in "‘’′`"} | {c: "-" for c in "‐‑‒–—−"} | {"…": "."})
Span = tuple[int, int]


@lru_cache(maxsize=100_000)
def key_of(token: str) -> str:
    """A word or sign as it is compared: hoà and hòa are one, “ and " are one, a capital is not a small letter."""
    if not (token[0].isalnum()):
        return token.translate(_SIGNS)[0]
    return exact(token) if token == token.lower() else f"^{exact(token)}"


@dataclass(frozen=True)
class Compared:
    """One of the two texts: its words, where they stand, and the tree of its units."""

    text: str
    outline: Outline
    language: Language

    @cached_property
    def spans(self) -> list[Span]:
        """The offsets of every word and sign, in order."""
        return [m.span() for m in _TOKEN.finditer(self.text)]

    @cached_property
    def keys(self) -> list[str]:
        """Every word and sign as it is compared."""
        return [key_of(self.text[a:b]) for a, b in self.spans]

    @cached_property
    def _starts(self) -> list[int]:
        return [a for a, _ in self.spans]

    def tokens(self, start: int, end: int) -> range:
        """The words (their places in `spans`) that begin in a span of the text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def tokens_of(self, spans: Sequence[Span]) -> list[int]:
        """The words that begin in any of some spans, in order."""
        return [n for start, end in spans for n in self.tokens(start, end)]
