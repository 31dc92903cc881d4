"""The two languages in which everything is said, and what a table of sentences is. Knows none of the sentences."""

from typing import Literal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")

Sentences = dict[str, dict[Language, str]]
