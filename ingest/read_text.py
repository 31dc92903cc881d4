"""Plain text and Markdown: a line is a paragraph, Markdown headings and pipe tables are kept as such."""

import re

from ingest.letters.encodings import decode
from ingest.letters.legacy import encoding_of, modern
from ingest.lines import Allowed, Line, Reading, row

__all__ = ["decode", "read_text"]

_HEADING = re.compile(r"(#{1,6})\s+(.*)$")
_BREAKS = re.compile("\r\n|[\r\f\v\x85\u2028\u2029]")


def read_text(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A text file; lines wrapped at a fixed width are marked as such."""
    text = _BREAKS.sub("\n", decode(content) or "")
    markdown = name.lower().endswith((".md", ".markdown"))
    old = encoding_of(text)
    printed = [modern(line, expected=old) for line in text.split("\n")]
    lines: list[Line] = []
    for i, line in enumerate(printed):
        heading = _HEADING.match(line) if markdown else None
        if heading:
            title = heading.group(2).rstrip("# \t")
            lines.append(Line(title, "heading", level=len(heading.group(1))))
        elif _is_row(line):
            opens = not (lines and lines[-1].kind == "row") and not _cells(line)[0].isdigit()
            lines.append(row(_cells(line), header=opens))
        elif _is_rule(line) and i and _is_row(printed[i - 1]):
            continue
        elif _is_group(printed, i) and lines and lines[-1].kind == "row":
            lines.append(row([line]))
        else:
            lines.append(Line(line.strip()))
    return Reading(tuple(lines), "text/markdown" if markdown else "text/plain", wrapped=_is_wrapped(printed))


def _is_row(line: str) -> bool:
    return line.count("|") >= 2 and not _is_rule(line)


def _is_rule(line: str) -> bool:
    """The line of dashes under a table's header."""
    return "--" in line and not line.strip("|:- \t")


def _is_group(lines: list[str], i: int) -> bool:
    """A line of one cell between two rows of a table: the name of a group."""
    around = lines[i - 1 : i] + lines[i + 1 : i + 2]
    return bool(lines[i].strip()) and len(around) == 2 and all(_is_row(line) for line in around)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _is_wrapped(lines: list[str]) -> bool:
    """Wrapped text has many lines of nearly the same length, and none much longer."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < 20:
        return False
    high = lengths[int(len(lengths) * 0.95)]
    full = sum(length > high - 15 for length in lengths)
    return 50 <= high <= 100 and full > len(lengths) * 0.4
