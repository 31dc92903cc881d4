"""What a writer is: from a question and numbered evidence to sentences with the marks they rest on. Knows no writer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.evidence import Evidence
from assistant.question import Question


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence as a writer wrote it, checked by nobody yet; marks number the evidence from 1, and may be wrong."""

    text: str
    marks: tuple[int, ...]


class Writer(Protocol):
    """Writes from the evidence only."""

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Written]:
        """Sentences as they are ready, none if the evidence does not answer; raises UnavailableError."""
        ...
