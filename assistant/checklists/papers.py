"""The lists of papers that a text sets out itself ("Hồ sơ gồm: a) ...; b) ..."), by its lead-ins and their items."""

import re
from collections.abc import Iterator

from corpus.document import Outline, Provision
from corpus.registers import Span
from corpus.units import same_length

_LEAD_IN = re.compile(
    r"(?:\bho so\b|\bgiay to\b|\bdossiers?\b|\bpapers\b|\bapplications?\b|\bsubmissions?\b|\bfiles?\b)[^.:;\n]{0,200}?"
    r"(?:\bgom(?: co)?\b|\bsau day\b|\binclud(?:es?|ing)\b|\bcompris(?:es?|ing)\b|\bconsists?\b|\bcontains?\b"
    r"|\bfollowing\b)"
    r"[^.:;\n]{0,80}:"
)
_MARK = re.compile(r"\s*(?:[a-zđ]\d?[)/.]|\d{1,2}[).]|[-–+•*])\s+")
_QUOTES = '“”"'
_LONGEST = 600  # characters of a list in one line
_MOST = 60  # papers of one list


def paper_lists(text: str, outline: Outline) -> Iterator[tuple[Span, list[Span]]]:
    """Each lead-in with the papers listed below it, or behind its colon in the same line."""
    for match in _LEAD_IN.finditer(same_length(text)):
        lead = Span(match.start(), match.end())
        unit = outline.innermost(match.start())
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        rest = text[match.end() : line_end]
        papers = _in_line(text, match.end(), line_end) if rest.strip() else _below(text, outline, unit, match.end())
        if len(papers) > 1:
            yield lead, papers[:_MOST]


def _below(text: str, outline: Outline, unit: Provision | None, after: int) -> list[Span]:
    """The items of the unit whose lead-in it is: its children behind it, else the siblings of a paragraph."""
    for at in outline.above(unit):
        items = [u for u in outline.children(at.address) if u.start >= after]
        if items:
            kind = items[0].kind
            return [_trimmed(text, u.start, u.end) for u in items if u.kind == kind]
    return []


def _in_line(text: str, start: int, end: int) -> list[Span]:
    """What semicolons part, up to the end of the sentence."""
    stop = text.find(". ", start, min(end, start + _LONGEST))
    end = min(end if stop < 0 else stop, start + _LONGEST)
    parts, at = [], start
    for piece in text[start:end].split(";"):
        parts.append(_trimmed(text, at, at + len(piece)))
        at += len(piece) + 1
    return [p for p in parts if p.end > p.start]


def unmarked_paper(text: str, span: Span) -> Span:
    """A paper without quotation marks around it, its mark and its end."""
    start, end = span.start, span.end
    while start < end and text[start] in _QUOTES:
        start += 1
    while start < end and text[end - 1] in _QUOTES:
        end -= 1
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The words without the mark of the item, and without its end."""
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip().rstrip(" .;,/")))
