"""The generating writer: a language model writes from numbered evidence, within bounded time.

Knows nothing of checking: what it hands on is what a model said.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.evidence import Evidence
from assistant.generate_parse import Parse
from assistant.generate_prompt import prompt
from assistant.llm_hangup import HangUp
from assistant.question import Question
from assistant.writer import Written
from corpus.errors import UnavailableError, VanbanError

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

_log = logging.getLogger(__name__)
_CHARACTERS_A_TOKEN = 1.2  # of Vietnamese, in a vocabulary made for English
_MOST_CHARACTERS = 8000


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds until the first word, and until the last."""

    first: float
    whole: float


class GeneratingWriter:
    """Writes with a language model. `model` is called in the time allowed, so it may wait for one that starts."""

    def __init__(self, model: "Callable[[], LLM]", limits: Limits) -> None:
        self._model = model
        self._limits = limits

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Written]:
        """Sentences as the model writes them, none if it says that there is no answer; raises UnavailableError."""
        parse = Parse()
        try:
            for piece in self._pieces(question, evidence):
                yield from parse.feed(piece)
                if parse.done:
                    return
        except UnavailableError:
            yield from parse.end(cut=True)
            raise
        yield from parse.end(cut=False)

    def _pieces(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[str]:
        """What the model says, piece by piece; ends when the time is up, whatever the model does."""
        said: queue.Queue[str | None | VanbanError] = queue.Queue(maxsize=1000)
        nobody = HangUp()
        # daemonic: a model that hangs for ever must not keep the program from ending
        threading.Thread(
            target=self._listen, args=(question, evidence, said, nobody), name="language-model", daemon=True
        ).start()
        began, limit = time.monotonic(), self._limits.first
        try:
            while True:
                left = min(limit, self._limits.whole) - (time.monotonic() - began)
                try:
                    piece = said.get(timeout=max(left, 0.001)) if left > 0 else _late(limit)
                except queue.Empty:
                    _late(limit)
                if piece is None:
                    return
                if isinstance(piece, VanbanError):
                    raise piece
                limit = self._limits.whole if piece.strip() else limit
                yield piece
        finally:
            nobody.set()

    def _listen(
        self,
        question: Question,
        evidence: Sequence[Evidence],
        said: "queue.Queue[str | None | VanbanError]",
        nobody: HangUp,
    ) -> None:
        end: VanbanError | None = None
        try:
            for piece in _spoken(self._model(), question, evidence, nobody):
                if not _handed(piece, said, nobody):
                    return
        except VanbanError as error:
            end = error
        except Exception as error:  # whatever a plugged-in model raises, its reader is told and the quotes answer
            _log.warning("the language model failed: %s", type(error).__name__)  # its text may hold a key
            end = UnavailableError("llm-failed", kind=type(error).__name__)
        _handed(end, said, nobody)


def _handed(piece: str | VanbanError | None, said: "queue.Queue[str | None | VanbanError]", nobody: HangUp) -> bool:
    """Whether somebody still listens."""
    while not nobody.is_set():
        try:
            said.put(piece, timeout=0.2)
            return True
        except queue.Full:
            continue
    return False


def _late(limit: float) -> str:
    raise UnavailableError("llm-late", seconds=f"{limit:g}")


def _spoken(model: "LLM", question: Question, evidence: Sequence[Evidence], nobody: HangUp) -> Iterator[str]:
    from llama_index.core.base.llms.types import ChatMessage, MessageRole

    from assistant.llm_chat import AddressedModel

    room = int((model.metadata.context_window - max(model.metadata.num_output, 256)) * _CHARACTERS_A_TOKEN)
    system, user = prompt(question.text, question.language, _fitting(evidence, room))
    messages = [ChatMessage(role=MessageRole.SYSTEM, content=system), ChatMessage(role=MessageRole.USER, content=user)]
    own = {"hang_up": nobody} if isinstance(model, AddressedModel) else {}
    before = ""
    for response in model.stream_chat(messages, **own):
        text = response.message.content or ""
        yield response.delta if response.delta is not None else text.removeprefix(before)
        before = text


def _fitting(evidence: Sequence[Evidence], room: int) -> list[Evidence]:
    """As much of it, best first, as the model can read; at least one."""
    taken: list[Evidence] = []
    left = min(room, _MOST_CHARACTERS) - 1500  # for what it is told
    for e in evidence:
        left -= len(e.text) + 200
        if left < 0 and taken:
            break
        taken.append(e)
    return taken
