"""Citations: each statement with the exact words it rests on, checked before it is shown."""

from collections.abc import Iterable, Sequence

from assistant.answer import Citation, Statement
from assistant.evidence import Evidence, Part
from corpus.corpus import Corpus
from corpus.legibility import least_sure


def cite(
    corpus: Corpus, chosen: Sequence[Evidence], verdict: str = ""
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Statements and their citations; one whose words are not in its source is left out, never shown as quoted.

    `verdict` ("Yes.", "Không.") goes before the first statement: a rule read it in the quote, which has no such word.
    """
    statements: list[Statement] = []
    citations: list[Citation] = []
    for e in chosen:
        if e.parts:
            first = verdict and not statements
            made = [of_part(corpus, p, len(citations) + n) for n, p in enumerate(e.parts, 1)]
            citations.extend(made)
            said = f"{verdict} {e.text}" if first else e.text
            statements.append(Statement(said, tuple(c.mark for c in made), "checked"))
            continue
        quote = corpus.library.text(e.entry.revision)[e.start : e.end]
        text = _shown(e)
        if not _rests_on(text, quote, e.header):
            continue
        first = verdict and not statements
        citations.append(citation(corpus, e, len(citations) + 1))
        said = f"{verdict} {text}" if first else text
        statements.append(Statement(said, (citations[-1].mark,), "checked" if first else "verbatim"))
    return tuple(statements), tuple(citations)


def citation(corpus: Corpus, e: Evidence, mark: int) -> Citation:
    """The words of a piece of evidence as they stand in its document."""
    quote = corpus.library.text(e.entry.revision)[e.start : e.end]
    sure = least_sure(corpus.library.pages(e.entry.revision), e.start, e.end) if e.page is not None else None
    return Citation(mark, e.entry, e.path, e.page, quote, e.start, e.end, _address(e), sure)


def of_part(corpus: Corpus, p: Part, mark: int) -> Citation:
    """The words of one document in a statement put together from several."""
    quote = corpus.library.text(p.entry.revision)[p.start : p.end]
    sure = least_sure(corpus.library.pages(p.entry.revision), p.start, p.end) if p.page is not None else None
    return Citation(mark, p.entry, p.path, p.page, quote, p.start, p.end, f"{p.entry.id}/{p.address}", sure)


def _shown(e: Evidence) -> str:
    """A statement as it is read: a table row gets its column names, all else stays as printed."""
    cells = e.text.split(" | ")
    if not e.header or len(cells) != len(e.header):
        return e.text
    named = (f"{name}: {cell}" if name else cell for name, cell in zip(e.header, cells, strict=True) if cell)
    return "; ".join(dict.fromkeys(named))


def _rests_on(text: str, quote: str, header: Iterable[str]) -> bool:
    """Whether the statement is its quote, or the quote's cells under their column names."""
    if text == quote:
        return True
    allowed = set(quote.split(" | ")) | set(header)
    parts = [part for named in text.split("; ") for part in named.split(": ")]
    return all(any(part in a for a in allowed) for part in parts)


def _address(e: Evidence) -> str:
    return f"{e.entry.id}/{e.address}" if e.address else f"{e.entry.id}/t{e.key.ordinal}"
