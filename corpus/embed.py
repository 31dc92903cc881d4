"""Windows to all that is stored of them: vectors, their codes, and the codes of their tokens. Knows no store."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.packing import Floats, by_passage, pack_tokens, pack_vectors
from corpus.passage import Window

if TYPE_CHECKING:
    from corpus.embedding import SentenceEmbedding


@dataclass(frozen=True, slots=True)
class Embedded:
    """The windows of one document, embedded; `tokens` by passage."""

    windows: Sequence[Window]
    vectors: Floats
    codes: bytes
    tokens: Mapping[int, bytes]


def embedded(text: str, windows: Sequence[Window], model: "SentenceEmbedding") -> Embedded:
    """One document's windows."""
    return next(all_embedded([(text, windows)], model))


def all_embedded(documents: Sequence[tuple[str, Sequence[Window]]], model: "SentenceEmbedding") -> Iterator[Embedded]:
    """Several documents' windows, in one call to the model: it sorts them all by length."""
    encoded = model.encode([text[w.start : w.end] for text, windows in documents for w in windows])
    at = 0
    for _, windows in documents:
        here = slice(at, at + len(windows))
        at += len(windows)
        vectors = encoded.vectors[here]
        width = vectors.shape[1] // 8
        passages = by_passage(windows, encoded.tokens[here])
        tokens = {passage: pack_tokens(codes, width) for passage, codes in passages.items()}
        yield Embedded(windows, vectors, pack_vectors(vectors), tokens)
