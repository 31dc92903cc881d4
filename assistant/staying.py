"""A short question that names nothing stays with the document of the conversation: "Mã vị trí là gì?" after a decision.

What a whole question asks of all documents is not for this: only a few words, no document, no unit, no definition.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.earlier import Turn, document_of
from assistant.meant import Meant
from assistant.question import understand
from assistant.references import resolve
from corpus.corpus import Corpus
from corpus.rows import Entry

_SHORT = 5  # words of content: a longer question says itself what it is about


def staying(corpus: Corpus, meant: Meant, history: Sequence[Turn], entries: Iterable[Entry]) -> Meant | None:
    """The question as one about the document that the conversation is about; None where it may be about any."""
    asked, named = meant.asked, meant.named
    if not history or meant.choices or named.entries or named.unknown or asked.units or asked.numbers:
        return None
    if len(asked.content) > _SHORT or asked.kind == "definition" or asked.aim not in ("answer", "count"):
        return None
    document = document_of(history)
    found = resolve(corpus, understand(document), entries) if document else None
    return replace(meant, named=replace(named, entries=found.entries)) if found and found.entries else None
