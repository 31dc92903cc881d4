"""Conversations over HTTP: those of a reader, one as it was shown, its name, its end, what is said of its answers."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.conversation_bodies import (
    ConversationBody,
    ConversationsBody,
    ListedBody,
    OpinionBody,
    TitleBody,
    TurnBody,
)
from api.routes import PROBLEM, Reader
from api.schemas.answers import AnswerBody
from api.serving import At
from assistant.conversations import Shown
from assistant.feedback import Opinion

router = APIRouter(prefix="/api/conversations", responses={404: PROBLEM, 503: PROBLEM})
Id = Annotated[str, Path(max_length=64)]
Number = Annotated[int, Path(ge=1, le=100_000)]
Words = Annotated[str, Query(max_length=200, description="of the questions or the title, with diacritics or without")]


@router.get("")
def conversations(at: At, reader: Reader = None, q: Words = "") -> ConversationsBody:
    """The conversations begun with the key in the header `Vanban-Reader`, the last gone on with first."""
    listed = at.conversations.listed(reader or "", q)
    return ConversationsBody(conversations=[ListedBody(id=c.id, title=c.title, at=c.at, turns=c.turns) for c in listed])


@router.get("/{id}")
def conversation(id: Id, at: At) -> ConversationBody:
    """A conversation as it was shown, for whoever knows its id."""
    turns, said = at.conversations.shown(id), at.feedback.of(id)
    shown = [_turn(turn, said.get(turn.number)) for turn in turns]
    return ConversationBody(id=id, title=at.conversations.title(id), turns=shown)


@router.patch("/{id}")
def rename(id: Id, body: TitleBody, at: At) -> ConversationBody:
    """Gives a conversation a title of its own."""
    at.conversations.rename(id, body.title)
    return conversation(id, at)


@router.delete("/{id}", status_code=204)
def delete(id: Id, at: At) -> None:
    """Forgets a conversation with all that was shown in it; what was said of its answers stays with the evaluation."""
    at.conversations.delete(id)


@router.put("/{id}/turns/{turn}/feedback")
def give_feedback(id: Id, turn: Number, body: OpinionBody, at: At) -> OpinionBody:
    """Says what a reader thinks of an answer; kept with question and answer, and read by the evaluation only."""
    shown = at.conversations.one(id, turn)
    at.feedback.keep(id, turn, body.verdict, body.comment, shown.question, shown.answer)
    return body


@router.delete("/{id}/turns/{turn}/feedback", status_code=204)
def take_feedback_back(id: Id, turn: Number, at: At) -> None:
    """Takes back what was said of an answer."""
    at.conversations.one(id, turn)
    at.feedback.take_back(id, turn)


def _turn(shown: Shown, said: Opinion | None) -> TurnBody:
    return TurnBody(
        turn=shown.number,
        at=shown.at,
        question=shown.question,
        answer=AnswerBody.model_validate_json(shown.answer) if shown.answer else None,
        feedback=OpinionBody(verdict=said.verdict, comment=said.comment) if said else None,
    )
