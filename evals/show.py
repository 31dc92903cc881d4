"""How results are shown: tables and progress, on the screen. Tables are data, so that the report prints the same ones.

Progress goes to stderr, and only to a terminal: stdout belongs to the result.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rich.console import Console
from rich.progress import track
from rich.table import Table as RichTable

T = TypeVar("T")
_WIDE = 180  # columns, where the output goes to a file or a pipe
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of results; a note says how to read it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def along(items: Sequence[T], what: str) -> Iterable[T]:
    """The items one by one, with a progress bar where somebody is watching."""
    console = Console(stderr=True)
    return track(items, what, console=console, transient=True, disable=not console.is_terminal)


def cell(value: Cell) -> str:
    """A value as it is printed: fractions with three places, larger numbers with one, nothing as a dash."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 2 else f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else value


def is_number(value: Cell) -> bool:
    """Whether a cell is set to the right."""
    return isinstance(value, int | float)


def show(tables: Iterable[Table]) -> None:
    """Prints tables on stdout."""
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        console = Console(markup=False, highlight=False, width=_WIDE)
    for table in tables:
        rich = RichTable(title=table.title, title_justify="left", caption=table.note or None, caption_justify="left")
        for i, column in enumerate(table.columns):
            numbers = any(is_number(row[i]) for row in table.rows)
            rich.add_column(column, justify="right" if numbers else "left", overflow="fold")
        for row in table.rows:
            rich.add_row(*map(cell, row))
        console.print(rich)


def show_json(value: object) -> None:
    """Prints a result as data on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))
