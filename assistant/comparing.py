"""Two documents of the corpus compared: which are meant, in what way they belong together. Knows no formats."""

from dataclasses import dataclass
from typing import Literal

from assistant.checklists.documents import documents_called
from assistant.compare import Aligned, Comparison, compare
from assistant.comparison.amending import compare_amending
from assistant.comparison.text import Compared
from assistant.wording_on import orders_of, origin_of
from corpus.corpus import Corpus
from corpus.errors import RequestError
from corpus.messages import Language
from corpus.rows import Entry

Mode = Literal["versions", "texts", "translation", "amendment"]


@dataclass(frozen=True, slots=True)
class DocumentsCompared:
    """Two documents, their texts, and what differs; `mode` says how they belong together."""

    left: Entry
    right: Entry
    texts: tuple[Compared, Compared]
    comparison: Comparison
    mode: Mode

    @property
    def differences(self) -> list[Aligned]:
        """What is to be told."""
        return self.comparison.differences


def compare_called(corpus: Corpus, left: str, right: str, language: Language | None = None) -> DocumentsCompared:
    """Compares two documents, each called by id or number; raises NotFoundError, or RequestError where both are one."""
    one, other = _meant(corpus, left, right, language)
    return compare_entries(corpus, one, other)


def compare_entries(corpus: Corpus, left: Entry, right: Entry) -> DocumentsCompared:
    """Compares two documents; of an amending text and its target, the target stands on the left."""
    if left.identity.language == right.identity.language:
        for target, amending in ((left, right), (right, left)):
            orders = orders_of(amending, target, corpus.library)
            if orders:
                texts = (_compared(corpus, target), _compared(corpus, amending))
                found = compare_amending(*texts, origin_of(target, corpus.library), orders, amending.id)
                return DocumentsCompared(target, amending, texts, found, "amendment")
    texts = (_compared(corpus, left), _compared(corpus, right))
    found = compare(*texts)
    return DocumentsCompared(left, right, texts, found, _mode(texts, found))


def _mode(texts: tuple[Compared, Compared], found: Comparison) -> Mode:
    if texts[0].language != texts[1].language:
        return "translation"
    return "versions" if found.related else "texts"


def _compared(corpus: Corpus, entry: Entry) -> Compared:
    library = corpus.library
    return Compared(library.text(entry.revision), library.outline(entry.revision), entry.identity.language)


def _meant(corpus: Corpus, left: str, right: str, language: Language | None) -> tuple[Entry, Entry]:
    """A number may be that of a text and of its translation: both sides in one language, if they can be."""
    one, other = _called(corpus, left), _called(corpus, right)
    pairs = [(a, b) for a in one for b in other if a.id != b.id]
    if not pairs:
        raise RequestError("compare-same-document", name=left[:80])

    def order(pair: tuple[Entry, Entry]) -> tuple[bool, bool]:
        a, b = pair
        return a.identity.language != b.identity.language, language is not None and a.identity.language != language

    return min(pairs, key=order)


def _called(corpus: Corpus, name: str) -> list[Entry]:
    ids = documents_called(corpus, [name]).documents
    entries = {e.id: e for e in corpus.library.entries()}
    return [entries[id] for id in ids]
