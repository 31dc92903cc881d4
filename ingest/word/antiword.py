"""Word files from before 1997, read by the program antiword. Knows nothing of newer ones."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import FileError
from ingest.grid import Cell, is_layout, table_lines
from ingest.letters.legacy import encoding_of, modern
from ingest.lines import Line
from ingest.placed_text import by_columns, places_text

INSTALL = "sudo apt-get install antiword"
_SECONDS = 30
_MOST = 50_000_000  # bytes of text; more is a trap
_ROW = re.compile(r"\|.*\|\s*$")


def missing() -> str | None:
    """The command that installs antiword, None if it is here."""
    return None if shutil.which("antiword") else INSTALL


def lines_of(name: str, content: bytes, scratch: str | None) -> list[Line]:
    """The lines of an old Word file; raises FileError if antiword is not here, or makes nothing of the file."""
    if missing():
        raise FileError("file-needs-antiword", name=name, command=INSTALL)
    text = _text(name, content, scratch)
    old = encoding_of(text)
    return list(_lines([modern(line, expected=old) for line in text.split("\n")]))


def _text(name: str, content: bytes, scratch: str | None) -> str:
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        file = Path(folder) / "a.doc"
        file.write_bytes(content)
        program = shutil.which("antiword") or "antiword"
        command = [program, "-w", "0", "-m", "UTF-8.txt", "a.doc"]
        out = Path(folder) / "a.txt"
        try:
            with out.open("wb") as to:
                done = subprocess.run(  # noqa: S603 - a program found on the path, with a file name of ours
                    command, cwd=folder, stdin=subprocess.DEVNULL, stdout=to, stderr=subprocess.DEVNULL,
                    timeout=_SECONDS, check=False,
                )  # fmt: skip
        except (subprocess.TimeoutExpired, OSError) as error:
            raise FileError("file-broken", name=name, format="DOC") from error
        if done.returncode != 0 or out.stat().st_size > _MOST:
            raise FileError("file-broken", name=name, format="DOC")
        return out.read_text(encoding="utf-8", errors="replace")


def _lines(printed: list[str]) -> Iterator[Line]:
    table: list[list[str]] = []
    for line in printed:
        if _ROW.match(line):
            _add_row(table, [cell.strip() for cell in line.strip()[1:-1].split("|")])
            continue
        yield from _table(table)
        table = []
        if line.strip() and line.strip() != "[pic]":
            yield Line(line.strip())
    yield from _table(table)


def _add_row(table: list[list[str]], cells: list[str]) -> None:
    """Adds a printed row; one whose first cell is empty goes on with the cells above it."""
    if table and not cells[0] and len(cells) == len(table[-1]) and table[-1][0]:
        table[-1] = [f"{above} {cell}".strip() for above, cell in zip(table[-1], cells, strict=True)]
    else:
        table.append(cells)


def _table(table: list[list[str]]) -> Iterator[Line]:
    if not table:
        return
    rows = [[Cell(text) for text in r] for r in table]
    if places_text(table) or is_layout(rows):
        texts = by_columns(table) if places_text(table) else [text for r in table for text in r]
        yield from (Line(text) for text in texts if text)
    else:
        yield from table_lines(rows)
