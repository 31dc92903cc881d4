"""Which numbers of articles and clauses Word counts itself. Knows nothing of Word."""

from __future__ import annotations

import re


class Numberer:
    """Strips typed numbers that Word will count itself, and says at which level a paragraph joins the list."""

    def __init__(self) -> None:
        """Starts with the first list."""
        self.list_id = 1
        self.article = 0
        self.clause = 0
        self.live = False

    def restart(self) -> None:
        """Begins the numbers of a promulgated text."""
        self.list_id += 1
        self.article = self.clause = 0
        self.live = False

    def take(self, mark: str, text: str) -> tuple[str, int | None]:
        """The text to print and the list level, or the typed text and no level where the count would not fit."""
        if mark == "article":
            return self._article(text)
        if mark == "clause" and self.live:
            found = re.match(r"(\d+)\. ", text)
            if found and int(found[1]) == self.clause + 1:
                self.clause += 1
                return text[found.end() :], 1
            self.live = False
        return text, None

    def _article(self, text: str) -> tuple[str, int | None]:
        found = re.match(r"(?:Điều|Article) (\d+)\. ", text)
        self.clause = 0
        self.live = bool(found and int(found[1]) == self.article + 1)
        if found and self.live:
            self.article += 1
            return text[found.end() :], 0
        return text, None
