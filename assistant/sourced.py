"""Where the words of a sheet's row stand, as the sheet shows it. Knows nothing of what the rows say."""

from assistant.sheet import SheetSource
from corpus.corpus import Corpus
from corpus.registers import Span
from corpus.rows import Entry


def sourced(corpus: Corpus, entry: Entry, span: Span) -> SheetSource:
    """The source of a span of a document: its unit, its page, its words."""
    library = corpus.library
    outline = library.outline(entry.revision)
    unit = outline.innermost(span.start)
    pages = library.pages(entry.revision)
    page = next((p.number for p in reversed(pages) if p.start <= span.start), None)
    return SheetSource(
        document=entry.id,
        number=entry.identity.number,
        title=entry.identity.title,
        path=outline.path(unit.address if unit else None),
        page=page,
        quote=span.of(library.text(entry.revision)),
        start=span.start,
        end=span.end,
        sha256=entry.source.sha256,
        version=entry.revision,
    )
