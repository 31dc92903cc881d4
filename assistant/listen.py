"""Listening to a language model within bounded time, whatever it does. Knows nothing of what it is asked."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.llm_hangup import HangUp
from corpus.errors import UnavailableError, VanbanError

if TYPE_CHECKING:
    from llama_index.core.base.llms.types import ChatMessage
    from llama_index.core.llms import LLM

    Ask = Callable[[LLM], Sequence[ChatMessage]]

_log = logging.getLogger(__name__)
_CHARACTERS_A_TOKEN = 1.2  # of Vietnamese, in a vocabulary made for English


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds until the first word, and until the last."""

    first: float
    whole: float


def heard(model: "Callable[[], LLM]", ask: "Ask", limits: Limits) -> Iterator[str]:
    """What the model says, piece by piece; ends when the time is up, whatever the model does.

    `model` is called in the time allowed, so it may wait for one that starts, and `ask` is told which one it is. Raises
    UnavailableError.
    """
    said: queue.Queue[str | None | VanbanError] = queue.Queue(maxsize=1000)
    nobody = HangUp()
    # daemonic: a model that hangs for ever must not keep the program from ending
    threading.Thread(target=_listen, args=(model, ask, said, nobody), name="language-model", daemon=True).start()
    began, limit = time.monotonic(), limits.first
    try:
        while True:
            left = min(limit, limits.whole) - (time.monotonic() - began)
            try:
                piece = said.get(timeout=max(left, 0.001)) if left > 0 else _late(limit)
            except queue.Empty:
                _late(limit)
            if piece is None:
                return
            if isinstance(piece, VanbanError):
                raise piece
            limit = limits.whole if piece.strip() else limit
            yield piece
    finally:
        nobody.set()


def messages(system: str, user: str) -> "list[ChatMessage]":
    """What is said to a model: by whom it is told what to do, and what it is given."""
    from llama_index.core.base.llms.types import ChatMessage, MessageRole

    return [ChatMessage(role=MessageRole.SYSTEM, content=system), ChatMessage(role=MessageRole.USER, content=user)]


def room(model: "LLM") -> int:
    """How many characters a model can read beside what it is to write."""
    return int((model.metadata.context_window - max(model.metadata.num_output, 256)) * _CHARACTERS_A_TOKEN)


def _listen(
    model: "Callable[[], LLM]", ask: "Ask", said: "queue.Queue[str | None | VanbanError]", nobody: HangUp
) -> None:
    end: VanbanError | None = None
    try:
        for piece in _spoken(model(), ask, nobody):
            if not _handed(piece, said, nobody):
                return
    except VanbanError as error:
        end = error
    except Exception as error:  # whatever a plugged-in model raises, its reader is told and goes on without it
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


def _spoken(model: "LLM", ask: "Ask", nobody: HangUp) -> Iterator[str]:
    from assistant.llm_chat import AddressedModel

    own = {"hang_up": nobody} if isinstance(model, AddressedModel) else {}
    before = ""
    for response in model.stream_chat(ask(model), **own):
        text = response.message.content or ""
        yield response.delta if response.delta is not None else text.removeprefix(before)
        before = text
