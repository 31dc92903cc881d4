"""Registers made anew from what is stored, where an older extraction made them. Reads no file and embeds nothing."""

from collections.abc import Callable

from corpus.corpus import Corpus
from corpus.document import Document
from corpus.rows import Entry
from ingest.extract import EXTRACTOR, extract


def reextract(corpus: Corpus, tell: Callable[[str], None] | None = None) -> int:
    """Extracts anew whatever this version would extract otherwise, a document a commit; gives how many.

    Only inside `corpus.writing()`. `tell` hears the name of each document's file before its turn.
    """
    stale = corpus.library.entries(corpus.library.extracted_otherwise(EXTRACTOR))
    for entry in stale:
        if tell is not None:
            tell(entry.source.name)
        document = stored_document(corpus, entry)
        corpus.library.replace_registers(entry.revision, document.text, extract(document), EXTRACTOR)
    return len(stale)


def stored_document(corpus: Corpus, entry: Entry) -> Document:
    """A document as the catalogue has it; where its words stand on the pages is left out."""
    library, revision = corpus.library, entry.revision
    text, pages, units = library.text(revision), tuple(library.pages(revision)), tuple(library.outline(revision))
    return Document(entry.identity, text, entry.source, pages, units, (), entry.warnings)
