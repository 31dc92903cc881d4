"""What terms mean and abbreviations stand for: "X là ...", "sau đây gọi tắt là X", "X means ...", "... (VTVL)".

Knows the forms of definitions in both languages and the articles that hold them.
"""

import re
from collections.abc import Iterator

from corpus.document import Outline, Provision
from corpus.registers import Definition, Span
from ingest.prepared import Prepared
from ingest.requirement.subjects import without_mark

_HEADING = re.compile(
    r"(?<!\w)(?:giải thích (?:từ ngữ|thuật ngữ|khái niệm)|định nghĩa|khái niệm|thuật ngữ"
    r"|interpretation(?: of terms)?|definitions?|explanation of (?:terms|words)|terms and definitions"
    r"|glossary)(?!\w)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:từ ngữ|thuật ngữ|khái niệm|terms|words|expressions)[^\n]{0,120}(?:được hiểu|hiểu như sau|giải thích"
    r"|construed|understood|have the following meanings?|mean)",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\s*(?:[,:–-]\s*)?(?:\([^()\n]{1,60}\)\s*)?(?:là|được hiểu là|được hiểu như sau:?|bao gồm|gồm|means?"
    r"|is understood as|are understood as|is defined as|refers? to|is|are|includes?)\s+",
    re.IGNORECASE,
)
_TERM_MOST = 160
_QUOTED = re.compile(r"[\"“«](?P<term>[^\"”»\n]{2,120})[\"”»]")
_UNDERSTOOD = re.compile(
    r"(?P<term>[^\n.;:,()\"“”]{3,120}?)\s+(?:được hiểu là|được định nghĩa là|(?:is|are) understood (?:as|to be)"
    r"|(?:is|are) defined as|có nghĩa là)\s+(?P<meaning>[^\n]{8,})",
    re.IGNORECASE,
)
# without any of these there is none: most sentences are done with here
_HINT = re.compile(r"hiểu là|nghĩa là|understood|defined", re.IGNORECASE)
_CALLED = re.compile(
    r"\((?:dưới đây|sau đây|từ đây|gọi|viết|hereinafter|hereafter|abbreviated|below)[^()\n]{0,40}?"
    r"(?:gọi (?:tắt|chung)?\s?(?:là|:)|viết tắt\s?(?:là|:)|referred to as|called|abbreviated as"
    r"|collectively as)\s*(?:the\s+)?[\"“']?(?P<term>[^()\"”\n]{1,80}?)[\"”']?\)",
    re.IGNORECASE,
)
_CALLED_PLAIN = re.compile(
    r",\s*(?:sau đây|dưới đây|hereinafter|hereafter)\s+(?:được\s+)?(?:gọi (?:tắt|chung)?\s?là|viết tắt là"
    r"|referred to as|called|abbreviated as)\s+(?:the\s+)?[\"“']?(?P<term>[^\n.,;:()\"”]{1,80})",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\((?P<term>[A-ZĐ][A-Za-zĐđ&-]{0,11}[A-ZĐ0-9])\)")
_WORD = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"(?<!\bNo)\.\s|[;:(\n]\s?|\),?\s|(?<=đối với )|(?<=applies to )")
_TOGETHER = re.compile(r"gọi chung|collectively", re.IGNORECASE)
_LIST_BEGINS = re.compile(r"(?<!\bNo)\.\s|:\s|(?<=đối với )|(?<=applies to )|(?<=áp dụng cho )|\n")
# the name that an alias stands for begins behind the last of these: "ủy nhiệm cho Ủy ban nhân dân ... (gọi là ...)"
_LED = re.compile(r"(?<!\w)(?:cho|đối với|do|với|giao|for|by|of)\s+(?=(?:các |the )?[A-ZĐÀ-Ỹ])")
_SAID = re.compile(r"(?<!\w)(?:that|rằng)\s+", re.IGNORECASE)


def find_definitions(prepared: Prepared) -> tuple[Definition, ...]:
    """The definitions of a document in reading order."""
    document, units = prepared.document, prepared.units
    found: list[Definition] = []
    for start, end, unit in prepared.statements:
        if unit is None or unit.kind not in ("table", "row"):
            found.extend(_of_statement(document.text, start, end, unit, units))
    return tuple(sorted(found, key=lambda d: (d.term.start, d.term.end)))


def definitions_in(prepared: Prepared, place: Span) -> list[Definition]:
    """The definitions in some words of a document, which are read as one statement."""
    unit = prepared.units.innermost(place.start)
    return list(_of_statement(prepared.document.text, place.start, place.end, unit, prepared.units))


def _of_statement(text: str, start: int, end: int, unit: Provision | None, units: Outline) -> Iterator[Definition]:
    address = unit.address if unit else ""
    listed = unit is not None and start - unit.start <= 4 and _in_list(text, unit, units)
    defined = _listed(text, start, end, address) if listed and unit else None
    if defined and unit:
        yield defined
    elif _HINT.search(text, start, end) and (understood := _UNDERSTOOD.search(text, start, end)):
        begin = max(understood.start("term"), without_mark(text, start, end))
        said = list(_SAID.finditer(text, begin, understood.end("term")))
        begin = said[-1].end() if said else begin
        yield _definition(text, (start, end), address, (begin, understood.end("term")), understood.span("meaning"))
    for pattern in (_CALLED, _CALLED_PLAIN):
        for match in pattern.finditer(text, start, end):
            yield from _called(text, start, end, address, match, short=False)
    for match in _SHORT.finditer(text, start, end):
        yield from _called(text, start, end, address, match, short=True)


def _in_list(text: str, unit: Provision, units: Outline) -> bool:
    """Whether a unit stands under a heading or a lead-in of definitions, and is a member of its list."""
    parent = units.get(unit.parent)
    if parent is None or unit.kind not in ("clause", "point", "dash", "plus", "subclause", "paragraph"):
        return False
    children = units.children(parent.address)
    lead = text[parent.start : children[0].start] if children else ""
    return bool(_HEADING.search(parent.title) or _HEADING.search(lead) or _LEAD.search(lead))


def _listed(text: str, start: int, end: int, address: str) -> Definition | None:
    """ "1. X là ..." of an article of definitions."""
    begin = without_mark(text, start, end)
    quoted = _QUOTED.match(text, begin, end)
    if quoted is None and begin and text[begin - 1] in '"“':
        quoted = _QUOTED.match(text, begin - 1, end)
    at = quoted.end() if quoted else begin
    is_ = _IS.match(text, at, end) if quoted else _IS.search(text, at, min(end, at + _TERM_MOST))
    if is_ is None or is_.end() >= end:
        return None
    term = quoted.span("term") if quoted else (begin, is_.start())
    return _definition(text, (start, end), address, term, (is_.end(), end))


def _called(
    text: str, start: int, end: int, address: str, match: re.Match[str], *, short: bool
) -> Iterator[Definition]:
    """What stands before "(sau đây gọi tắt là ...)" or "(VTVL)" is what it stands for."""
    term = match.span("term")
    at = match.start()
    together = _TOGETHER.search(match.group()) is not None
    words = text[slice(*term)]
    meaning = _spelt_out(text, start, at, words) if short else _named_before(text, start, at, words, together=together)
    if meaning:
        yield _definition(text, (start, end), address, term, meaning, short=short or text[slice(*term)].isupper())


def _named_before(text: str, start: int, end: int, term: str, *, together: bool) -> tuple[int, int] | None:
    """The phrase in front: from where it says words of the term itself, else back to the last mark."""
    cuts = [m.end() for m in _CUT.finditer(text, start, end)]
    begin = without_mark(text, cuts[-1] if cuts else start, end)
    spoken = term.split()
    if together:
        return (_whole_list(text, start, end), end)
    for some in (spoken[:2], spoken[-2:], spoken[:1]):
        at = text[begin:end].lower().find(" ".join(some).lower())
        if at >= 0:
            return begin + at, end
    led = [m.end() for m in _LED.finditer(text, begin, end)]
    begin = led[-1] if led else begin
    return (begin, end) if end - begin > 2 else None


def _whole_list(text: str, start: int, end: int) -> int:
    """Where the list begins that "gọi chung là" takes together: at the last colon, or behind "đối với"."""
    marks = [m.end() for m in _LIST_BEGINS.finditer(text, start, end)]
    return without_mark(text, marks[-1] if marks else start, end)


def _spelt_out(text: str, start: int, end: int, short: str) -> tuple[int, int] | None:
    """The words whose first letters make the abbreviation, right in front of it."""
    letters = [c for c in short.upper() if c.isalpha()]
    found = list(_WORD.finditer(text, max(start, end - 160), end))
    if not letters or len(found) < len(letters):
        return None
    for extra in range(4):
        words = found[-(len(letters) + extra) :]
        if len(words) == len(letters) + extra and _initials_fit([w.group() for w in words], letters):
            return words[0].start(), words[-1].end()
    return None


def _initials_fit(words: list[str], letters: list[str]) -> bool:
    """Whether the letters are initials of the words in their order; words may be passed over, but not the first."""
    if words[0][:1].upper() != letters[0]:
        return False
    at = 0
    for word in words:
        if at < len(letters) and word[:1].upper() == letters[at]:
            at += 1
    return at == len(letters)


def _definition(
    text: str,
    whole: tuple[int, int],
    address: str,
    term: tuple[int, int],
    meaning: tuple[int, int],
    *,
    short: bool = False,
) -> Definition:
    return Definition(Span(*whole), address, _trimmed(text, *term), _trimmed(text, *meaning), short)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in '"“”,'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '"“”,'):
        end -= 1
    return Span(start, end)
