"""The last few questions that a model was given, each with what it made of it: one ask searches several times.

Knows nothing of models. A run over many questions meets none of them here again.
"""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")

KEPT = 16  # questions, of all who ask at once


class AskedLately(Generic[Made]):
    """Begins each of the last questions once. Safe to use from several threads."""

    def __init__(self) -> None:
        self._begun: dict[str, _Begun[Made]] = {}
        self._changing = Lock()

    def begun(self, text: str, begin: Callable[[str], Callable[[], Made]]) -> Callable[[], Made]:
        """What waits for a question's result; begun now, unless it was lately."""
        with self._changing:
            held = self._begun.pop(text, None)
            if held is None or held.failed:
                held = _Begun(begin(text))
            self._begun[text] = held
            if len(self._begun) > KEPT:
                del self._begun[next(iter(self._begun))]
            return held


class _Begun(Generic[Made]):
    """A question on its way: who calls first waits for the result, the others get the same one."""

    def __init__(self, wait: Callable[[], Made]) -> None:
        self._wait, self._made = wait, list[Made]()
        self._waiting = Lock()
        self.failed = False

    def __call__(self) -> Made:
        with self._waiting:
            if not self._made:
                try:
                    self._made.append(self._wait())
                finally:
                    self.failed = not self._made
            return self._made[0]
