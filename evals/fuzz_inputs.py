"""Odd input for our own parsing, made by choices that come from a fuzzer or from chance."""

from typing import Protocol

from corpus.layout import Box
from evals.fuzz_checks import TOKENS, check_encoding, check_letters, check_lines, check_text
from ingest.lines import Line, row

_LONGEST = 4096  # bytes of an input
_KINDS = ("lines",) * 9 + ("text",) * 5 + ("bytes",) * 5 + ("pumped",)  # what is pumped up is slow to check


class Source(Protocol):
    """Where the choices come from that make an input: atheris' bytes, or a random number generator."""

    def below(self, limit: int) -> int:
        """A number from 0 to below the limit."""

    def text(self, most: int) -> str:
        """Any characters."""

    def raw(self, most: int) -> bytes:
        """Any bytes."""


def one_input(source: Source, only: str | None = None) -> None:
    """Makes one input of a kind and runs its check."""
    kind = only or _KINDS[source.below(len(_KINDS))]
    if kind == "bytes":
        check_encoding(source.raw(_LONGEST))
    elif kind == "text":
        check_text(_piece(source, 12))
    elif kind == "pumped":  # what a pattern that backtracks would take for ever on
        line = _piece(source, 2) + _piece(source, 2) * 3000 + source.text(3)
        check_text(line[:20_000])
        check_lines([Line(line[:20_000])], wrapped=False)
        check_letters(line[:20_000])
    else:
        lines = _lines(source)
        try:
            check_lines(lines, wrapped=bool(source.below(2)))
        except AssertionError as error:
            error.add_note("\n".join(map(repr, lines)))
            raise


def _lines(source: Source) -> list[Line]:
    made: list[Line] = []
    page = 1
    for _ in range(source.below(60)):
        kind = source.below(12)
        page += source.below(8) == 0
        if kind == 0:
            cells = [_piece(source, 2) for _ in range(1 + source.below(4))]
            made.append(row(cells, page=page, header=bool(source.below(2))))
        elif kind == 1:
            made.append(Line(_piece(source, 2), "heading", 1 + source.below(4), page))
        else:
            text = _piece(source, 4)
            boxes = tuple((Box(page, 0.1, 0.1, 0.2, 0.2),) for _ in text.split()) if kind > 8 else ()
            made.append(Line(text, page=page, boxes=boxes))
    return made


def _piece(source: Source, most: int) -> str:
    parts = []
    for _ in range(1 + source.below(most)):
        choice = source.below(len(TOKENS) + 20)
        parts.append(TOKENS[choice] if choice < len(TOKENS) else source.text(12))
    return "".join(parts)
