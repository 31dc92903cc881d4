"""Where the words of a sheet's row stand, as the sheet shows it. Knows nothing of what the rows say."""

from collections.abc import Sequence

from assistant.sheet import SheetSource
from corpus.corpus import Corpus
from corpus.document import Outline, Page, Provision
from corpus.registers import Span
from corpus.rows import Entry


def sourced(corpus: Corpus, entry: Entry, span: Span) -> SheetSource:
    """The source of a span of a document that is looked up: its unit, its page, its words."""
    library = corpus.library
    outline = library.outline(entry.revision)
    return source_at(entry, outline, library.pages(entry.revision), library.text(entry.revision), span)


def source_at(
    entry: Entry, outline: Outline, pages: Sequence[Page], text: str, span: Span, unit: Provision | None = None
) -> SheetSource:
    """The source of a span of a document that is at hand; its unit, where that is not known, is the smallest there."""
    unit = unit or outline.innermost(span.start)
    return SheetSource(
        document=entry.id,
        number=entry.identity.number,
        title=entry.identity.title,
        path=outline.path(unit.address if unit else None),
        page=next((p.number for p in reversed(pages) if p.start <= span.start), None),
        quote=span.of(text),
        start=span.start,
        end=span.end,
        sha256=entry.source.sha256,
        version=entry.revision,
        language=entry.identity.language,
    )
