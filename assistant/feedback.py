"""What readers say of answers: right, or what is wrong with it. Kept beside the catalogue, for the evaluation to read.

Each says of one turn of a conversation what he thinks of it, once; saying it again takes the place of what was said.
The question and the answer are kept along: they are given with the verdict, and outlive the conversation.
"""

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from assistant.kept_file import KeptFile

Verdict = Literal["good", "wrong", "outdated", "unsupported", "incomplete"]
_TABLES = """
CREATE TABLE IF NOT EXISTS feedback (
    conversation TEXT NOT NULL, turn INTEGER NOT NULL, at REAL NOT NULL, verdict TEXT NOT NULL, comment TEXT NOT NULL,
    question TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (conversation, turn));
"""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reader said of an answer; `answer` is its body as it was shown."""

    turn: int
    at: datetime
    verdict: Verdict
    comment: str
    question: str
    answer: str


class Feedback:
    """The feedback of one data folder."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.file = folder / "feedback.db"
        self._file = KeptFile(self.file, _tables, "feedback-failed", durable=True)
        self._clock = clock

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def keep(self, conversation: str, turn: int, verdict: Verdict, comment: str, question: str, answer: str) -> None:
        """Keeps what a reader says of a turn."""
        row = (conversation, turn, self._clock(), verdict, comment, question, answer)
        with self._file.connected() as c:
            c.execute("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def take_back(self, conversation: str, turn: int) -> None:
        """Forgets what a reader said of a turn."""
        with self._file.connected() as c:
            c.execute("DELETE FROM feedback WHERE conversation = ? AND turn = ?", (conversation, turn))

    def of(self, conversation: str) -> dict[int, Opinion]:
        """What was said of the turns of a conversation."""
        return {opinion.turn: opinion for opinion in self._read("WHERE conversation = ?", conversation)}

    def all(self) -> list[Opinion]:
        """All that was said, the oldest first."""
        return self._read("")

    def _read(self, where: str, *values: str) -> list[Opinion]:
        query = f"SELECT turn, at, verdict, comment, question, answer FROM feedback {where} ORDER BY at"  # noqa: S608 - one of two constants
        with self._file.connected() as c:
            rows = c.execute(query, values).fetchall()
        return [Opinion(turn, datetime.fromtimestamp(at, UTC), *rest) for turn, at, *rest in rows]


def _tables(connection: sqlite3.Connection) -> None:
    connection.executescript(_TABLES)
