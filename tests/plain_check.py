"""A check that a reader of tests can do in the head: words that stand in the source, in a row or at least all of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Support


@dataclass(frozen=True)
class PlainJudged:
    support: Support


class PlainCheck:
    def check(self, statement: str, sources: Sequence[str], context: Sequence[str] = ()) -> PlainJudged:
        said, there = _words(statement), _words(" ".join(sources))
        if any(" ".join(said) in " ".join(_words(s)) for s in sources):
            return PlainJudged("verbatim")
        return PlainJudged("checked" if said and set(said) <= set(there) else "unsupported")

    def best_quote(self, statement: str, source: str) -> tuple[int, int] | None:
        said, there = set(_words(statement)), set(_words(source))
        return (0, len(source)) if len(said & there) * 2 > len(said) else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
