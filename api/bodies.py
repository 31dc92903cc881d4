"""From what the rooms below hand over to the contract's bodies. Decides nothing."""

from api.find import Found
from api.schemas import (
    AnswerBody,
    CitationBody,
    CountsBody,
    DocumentBody,
    DocumentBrief,
    DocumentRow,
    PageBody,
    PassageBody,
    ProvisionBody,
    SearchedBody,
    SetAsideBody,
    StatementBody,
    SummaryBody,
    TextBody,
)
from assistant.answer import Answer, Citation, Statement
from corpus.document import Outline
from corpus.library import Library
from corpus.messages import Language
from corpus.rows import Entry
from ingest.job import Summary


def brief(entry: Entry) -> DocumentBrief:
    """A document as a citation names it."""
    i = entry.identity
    return DocumentBrief(id=entry.id, number=i.number, type=i.type, issuer=i.issuer, title=i.title, issued=i.issued)


def row(entry: Entry) -> DocumentRow:
    """A document as the list shows it."""
    return DocumentRow(
        **brief(entry).model_dump(),
        language=entry.identity.language,
        name=entry.source.name,
        media_type=entry.source.media_type,
        size=entry.source.size,
        collection=entry.collection,
        passages=entry.passages,
        added=entry.added,
        url=f"/documents/{entry.id}",
    )


def document_body(entry: Entry, library: Library) -> DocumentBody:
    """A document with its tree and counts."""
    outline = library.outline(entry.revision)
    counts = CountsBody(
        characters=len(library.text(entry.revision)),
        pages=len(library.pages(entry.revision)),
        provisions=len(outline),
        passages=entry.passages,
    )
    return DocumentBody(**row(entry).model_dump(), counts=counts, provisions=_tree(outline, None))


def text_body(entry: Entry, library: Library) -> TextBody:
    """A document's text."""
    pages = [PageBody(number=p.number, start=p.start, end=p.end) for p in library.pages(entry.revision)]
    return TextBody(
        id=entry.id, language=entry.identity.language, text=library.text(entry.revision), pages=pages
    )  # fmt: skip


def _tree(outline: Outline, address: str | None) -> list[ProvisionBody]:
    return [
        ProvisionBody(
            address=p.address,
            kind=p.kind,
            label=p.label,
            title=p.title,
            start=p.start,
            end=p.end,
            children=_tree(outline, p.address),
        )
        for p in outline.children(address)
    ]


def statement_body(statement: Statement) -> StatementBody:
    """One statement."""
    return StatementBody(text=statement.text, citations=list(statement.citations), support=statement.support)


def citation_body(c: Citation) -> CitationBody:
    """One citation."""
    return CitationBody(
        mark=c.mark,
        document=brief(c.document),
        path=c.path,
        page=c.page,
        quote=c.quote,
        start=c.start,
        end=c.end,
        passage=c.passage,
        url=c.url,
    )


def answer_body(answer: Answer, conversation: str | None = None) -> AnswerBody:
    """The whole answer. A conversation is known by its first answer, so that the same question gives the same body."""
    searched = answer.searched
    return AnswerBody(
        answer=answer.id,
        conversation=conversation or answer.id,
        outcome=answer.outcome,
        text=answer.text,
        statements=[statement_body(s) for s in answer.statements],
        citations=[citation_body(c) for c in answer.citations],
        missing=answer.missing,
        as_of=answer.as_of,
        searched=SearchedBody(
            documents=searched.documents,
            passages=searched.passages,
            words=list(searched.words),
            nearest=list(searched.nearest),
        ),
        follow_ups=list(answer.follow_ups),
    )


def passage_body(found: Found) -> PassageBody:
    """One passage found."""
    return PassageBody(
        passage=found.id,
        score=round(found.score, 4),
        document=brief(found.document),
        path=found.passage.path,
        page=found.passage.page,
        text=found.text,
        start=found.passage.start,
        end=found.passage.end,
        url=found.url,
    )


def summary_body(summary: Summary, language: Language) -> SummaryBody:
    """What an indexing run did, its reasons in one language."""
    return SummaryBody(
        added=summary.added,
        updated=summary.updated,
        unchanged=summary.unchanged,
        set_aside=[SetAsideBody(name=s.name, code=s.code, reason=s.reason(language)) for s in summary.set_aside],
        passages=summary.passages,
        seconds=round(summary.seconds, 2),
    )
