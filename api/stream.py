"""An answer as server-sent events: `statement` and `citation` as they are ready, then `answer` or `error`."""

from collections.abc import Callable, Iterator

from pydantic import BaseModel

from api.answer_bodies import citation_body, statement_body
from api.problems import problem
from api.schemas.answers import AnswerBody
from assistant.answer import Answer, Citation, Statement
from corpus.errors import VanbanError
from corpus.messages import Language

MEDIA_TYPE = "text/event-stream"


def events(
    steps: Iterator[Statement | Citation | Answer], whole: Callable[[Answer], AnswerBody], language: Language
) -> Iterator[str]:
    """The walk's steps as events; an error that comes up on the way is the last event.

    `whole` takes the answer into its conversation, and gives its body.
    """
    try:
        for step in steps:
            match step:
                case Statement():
                    yield _event("statement", statement_body(step))
                case Citation():
                    yield _event("citation", citation_body(step))
                case Answer():
                    yield _event("answer", whole(step))
    except VanbanError as error:
        yield _event("error", problem(error, language))


def _event(name: str, body: BaseModel) -> str:
    # JSON holds no raw line break, so one data line is enough
    return f"event: {name}\ndata: {body.model_dump_json()}\n\n"
