"""Relations read anew from what is stored, where older rules read them. Reads no file and embeds nothing."""

from collections.abc import Callable

from corpus.corpus import Corpus
from ingest.reextract import stored_document
from ingest.relate import RELATER, relate

_TOGETHER = 50  # documents a commit: their families are reckoned once


def rerelate(corpus: Corpus, tell: Callable[[str], None] | None = None) -> int:
    """Relates anew whatever this version would relate otherwise; gives how many documents.

    Only inside `corpus.writing()`. `tell` hears the name of each document's file before its turn.
    """
    stale = corpus.library.entries(corpus.library.related_otherwise(RELATER))
    for begin in range(0, len(stale), _TOGETHER):
        made = []
        for entry in stale[begin : begin + _TOGETHER]:
            if tell is not None:
                tell(entry.source.name)
            made.append((entry.revision, relate(stored_document(corpus, entry))))
        corpus.library.replace_statements(made, RELATER)
    return len(stale)
