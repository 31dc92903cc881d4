"""Plain text and Markdown: a line is a paragraph, Markdown headings and pipe tables are kept as such."""

import re

from charset_normalizer import from_bytes

from ingest.lines import Allowed, Line, Reading, row

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")


def decode(content: bytes) -> str | None:
    """The text in whichever encoding it is; None for what is no text at all."""
    for bom, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(content[:200_000]).best()
        if best is None:
            return None
        text = content.decode(best.encoding, errors="replace")
    return None if len(_CONTROL.findall(text[:20_000])) * 100 > min(len(text), 20_000) else text


def read_text(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A text file; lines wrapped at a fixed width are marked as such."""
    text = (decode(content) or "").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    markdown = name.lower().endswith((".md", ".markdown"))
    printed = text.split("\n")
    lines: list[Line] = []
    for i, line in enumerate(printed):
        heading = _HEADING.match(line) if markdown else None
        if heading:
            lines.append(Line(heading.group(2), "heading", level=len(heading.group(1))))
        elif _is_row(line):
            opens = not (lines and lines[-1].kind == "row") and not _cells(line)[0].isdigit()
            lines.append(row(_cells(line), header=opens))
        elif _RULE.match(line) and i and _is_row(printed[i - 1]):
            continue
        elif _is_group(printed, i) and lines and lines[-1].kind == "row":
            lines.append(row([line]))
        else:
            lines.append(Line(line.strip()))
    return Reading(tuple(lines), "text/markdown" if markdown else "text/plain", wrapped=_is_wrapped(printed))


def _is_row(line: str) -> bool:
    return line.count("|") >= 2 and not _RULE.match(line)


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
