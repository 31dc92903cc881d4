"""Results as pages of the documentation: Markdown with its figures beside it. Measures nothing."""

import os
import platform
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import RequestError
from evals.show import Table, cell, is_number


def write(folder: Path, name: str, page: str, figures: Mapping[str, str]) -> Path:
    """Writes NAME.md and a NAME-FIGURE.svg each; raises RequestError where it cannot."""
    file = folder / f"{name}.md"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for figure, svg in figures.items():
            (folder / f"{name}-{figure}.svg").write_text(svg, encoding="utf-8")
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise RequestError("bad-request", detail=f"{file} cannot be written: {error.strerror}") from error
    return file


def markdown(table: Table) -> str:
    """A table, with its title above and its note below."""
    numbers = [any(is_number(row[i]) for row in table.rows) for i in range(len(table.columns))]
    lines = [_row(table.columns), _row("---:" if number else "---" for number in numbers)]
    lines += [_row(map(cell, row)) for row in table.rows]
    note = f"\n{table.note}\n" if table.note else ""
    return f"**{table.title}**\n\n" + "\n".join(lines) + f"\n{note}"


def figure(name: str, words: str) -> str:
    """A figure's place in the page."""
    return f"![{words}]({name}.svg)\n"


def made(command: str) -> str:
    """When, on what and by which command the figures were made."""
    now = datetime.now(UTC)
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"Made {now:%Y-%m-%d} on {machine}, by\n\n    {command}\n"


def processor() -> str:
    """The processor's name, as far as the system tells."""
    file = Path("/proc/cpuinfo")
    lines: Iterable[str] = file.read_text().splitlines() if file.is_file() else ()
    named = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |"
