"""From an answer to its body, whole or as its parts come. Decides nothing."""

from api.document_bodies import badge, brief
from api.schemas.answers import (
    AnswerBody,
    ChoiceBody,
    CitationBody,
    EndedByBody,
    NotHeldBody,
    PlaceBody,
    SearchedBody,
    StatementBody,
)
from api.schemas.sent import FiltersBody
from assistant.answer import Answer, Citation, NotHeld, Statement
from corpus.messages import Language, message


def statement_body(statement: Statement) -> StatementBody:
    """One statement."""
    return StatementBody(text=statement.text, citations=list(statement.citations), support=statement.support)


def citation_body(c: Citation) -> CitationBody:
    """One citation."""
    return CitationBody(
        mark=c.mark,
        document=brief(c.document, c.state),
        path=c.path,
        page=c.page,
        page_confidence=c.page_confidence,
        uncertain=c.uncertain,
        quote=c.quote,
        start=c.start,
        end=c.end,
        passage=c.passage,
        url=c.url,
    )


def answer_body(
    answer: Answer, conversation: str, turn: int | None = None, filters: FiltersBody | None = None
) -> AnswerBody:
    """The whole answer, the conversation and the turn that it belongs to, and the filters that it was asked with."""
    searched = answer.searched
    return AnswerBody(
        answer=answer.id,
        conversation=conversation,
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
            nearest_documents=[brief(e) for e in searched.nearest_documents],
            nearest_places=[PlaceBody(document=p.document.id, path=p.path, url=p.url) for p in searched.nearest_places],
        ),
        follow_ups=list(answer.follow_ups),
        writer=answer.writer,
        note=answer.note,
        understood=answer.understood,
        lead=answer.lead,
        choices=[ChoiceBody(label=c.label, question=c.question) for c in answer.choices],
        not_held=_not_held(answer.not_held, answer.language) if answer.not_held else None,
        filters=filters,
        turn=turn,
    )


def _not_held(found: NotHeld, language: Language) -> NotHeldBody:
    return NotHeldBody(
        document=brief(found.document),
        path=found.path,
        state=badge(found.state),
        by=[
            EndedByBody(
                document=brief(b.document),
                kind=b.kind,
                label=message(f"relation-{b.kind}", language) if b.kind else None,
            )
            for b in found.by
        ],
    )
