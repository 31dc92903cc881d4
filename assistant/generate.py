"""The generating writer: a language model writes from numbered evidence, within bounded time.

Knows nothing of checking: what it hands on is what a model said.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.evidence import Evidence
from assistant.generation.parse import Parse
from assistant.generation.prompt import prompt
from assistant.listen import Limits, heard, messages, room
from assistant.question import Question
from assistant.writer import Written
from corpus.errors import UnavailableError

if TYPE_CHECKING:
    from llama_index.core.base.llms.types import ChatMessage
    from llama_index.core.llms import LLM

_MOST_CHARACTERS = 8000


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
        def ask(model: "LLM") -> "list[ChatMessage]":
            return messages(*prompt(question.text, question.language, _fitting(evidence, room(model))))

        return heard(self._model, ask, self._limits)


def _fitting(evidence: Sequence[Evidence], most: int) -> list[Evidence]:
    """As much of it, best first, as the model can read; at least one."""
    taken: list[Evidence] = []
    left = min(most, _MOST_CHARACTERS) - 1500  # for what it is told
    for e in evidence:
        left -= len(e.text) + 200
        if left < 0 and taken:
            break
        taken.append(e)
    return taken
