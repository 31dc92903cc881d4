"""A sheet written into a file, for `--out`. Knows nothing of what is in it."""

import os
from pathlib import Path

from api.export import export, known
from assistant.sheet import Sheet
from corpus.errors import RequestError


def format_of(path: Path) -> str:
    """The format that the file's ending names; raises RequestError for another one: ask before the work is done."""
    return known(path.suffix.lower().removeprefix("."))


def write_out(sheet: Sheet, path: Path) -> None:
    """Writes the sheet in the format that the file's ending names; raises RequestError where that cannot be.

    The file is whole or not there at all: it is written aside and then takes its name. One that was there is replaced.
    """
    write_bytes(export(sheet, format_of(path)), path)


def write_bytes(body: bytes, path: Path) -> None:
    """Writes a file whole or not at all; raises RequestError where that cannot be."""
    # through a link, so that it is the file behind it that changes
    target = Path(os.path.realpath(path))
    aside = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        aside.write_bytes(body)
        os.replace(aside, target)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise RequestError("export-cannot-write", path=path, reason=error.strerror or str(error)) from error
