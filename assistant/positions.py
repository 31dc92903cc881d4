"""A job-position register: posts with unit, rank, requirements, description, approval, guiding circular, deadline.

Out of annex tables of job positions and of what the same documents say about them; "" where they say nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.search import Filters, Search
from assistant.sheet import Sheet, SheetRow, SheetSection
from assistant.sourced import sourced
from assistant.tables import Row, Table, tables_of
from corpus.dates import day_words, find_dates
from corpus.folding import fold
from corpus.identity import find_numbers
from corpus.messages import Language, message
from corpus.registers import Span
from corpus.rows import Entry
from corpus.sentences import statements
from corpus.units import same_length

_QUERIES = (
    "danh mục vị trí việc làm ngạch công chức biên chế yêu cầu trình độ",
    "list of job positions rank payroll qualification requirements",
)
_PASSAGES = 40
_HEADS = {
    "code": re.compile(r"(?<!\w)ma(?!\w)|code"),
    "post": re.compile(r"ten vi tri|vi tri viec lam|ten vtvl|job position|position title|name of (?:the )?position"),
    "rank": re.compile(r"ngach|chuc danh nghe nghiep|rank|professional title"),
    "payroll": re.compile(r"bien che|so luong|payroll|number of|quota"),
    "asked": re.compile(r"yeu cau|trinh do|khung nang luc|requirement|qualification|competenc"),
    "unit": re.compile(r"don vi|phong|unit|division"),
}
_DESCRIBES = re.compile(r"ban mo ta cong viec|khung nang luc|job descriptions?|competency frameworks?")
_PLACED = re.compile(r"(?:dat tai|thuoc|bo tri tai|located in|placed in|in) (?P<unit>[^;.\n]{3,80})")
_APPROVED = re.compile(r"phe duyet|approv")
_COLUMNS = ("code", "post", "unit", "group", "rank", "payroll", "asked", "describes", "status", "circular", "deadline")


@dataclass(frozen=True, slots=True)
class _Held:
    """A document with tables of job positions, and what it says of them all."""

    entry: Entry
    text: str
    tables: tuple[tuple[Table, dict[str, int]], ...]
    describes: Span | None
    deadline: date | None
    circulars: tuple[str, ...]


def positions_sheet(
    search: Search, words: str = "", filters: Filters | None = None, language: Language = "vi"
) -> Sheet:
    """The register of the job positions that the documents list; with words only the positions that hold them all."""
    held = [h for e in _documents(search, words, filters) if (h := _held(search, e)) is not None]
    placed = _placed(search, held)
    sections = tuple(s for h in held if (s := _section(search, h, placed, words, language)).rows)
    note = message("positions-none", language, count=len(search.view.admitted(filters)))
    return Sheet(
        kind="positions",
        title=message("positions-title", language),
        language=language,
        columns=tuple(message(f"position-column-{name}", language) for name in _COLUMNS),
        sections=sections,
        made=date.today(),
        notes=() if sections else (note,),
    )


def _documents(search: Search, words: str, filters: Filters | None) -> list[Entry]:
    queries = (*_QUERIES, *([words] if any(c.isalnum() for c in words) else []))
    view = search.view
    found = dict.fromkeys(h.key.revision for q in queries for h in search.find(q, _PASSAGES, filters))
    entries = [view.entries[r] for r in found if r in view.entries]
    return sorted(entries, key=lambda e: (e.identity.issued or date.min, e.id), reverse=True)


def _held(search: Search, entry: Entry) -> _Held | None:
    library = search.corpus.library
    text = library.text(entry.revision)
    found = [(t, at) for t in tables_of(text, library.outline(entry.revision)) if (at := _columns(t)) is not None]
    if not found:
        return None
    describes, deadline = _description(text, entry)
    return _Held(entry, text, tuple(found), describes, deadline, _circulars(entry))


def _columns(table: Table) -> dict[str, int] | None:
    """Which column is what; None where it lists no positions with their ranks."""
    at: dict[str, int] = {}
    for i, cell in enumerate(map(same_length, table.header)):
        name = next((n for n, pattern in _HEADS.items() if n not in at and pattern.search(cell)), None)
        if name is not None:
            at[name] = i
    return at if "post" in at and "rank" in at else None


def _description(text: str, entry: Entry) -> tuple[Span | None, date | None]:
    """What the document says of job descriptions and competency frameworks, best with a day."""
    said = [Span(a, b) for a, b in statements(text) if _DESCRIBES.search(same_length(text[a:b]))]
    for span in said:
        days = [
            d.value
            for d in find_dates(span.of(text))
            if entry.identity.issued is None or d.value > entry.identity.issued
        ]
        if days:
            return span, days[-1]
    return (said[0] if said else None), None


def _circulars(entry: Entry) -> tuple[str, ...]:
    """The circulars among the bases: by them such a list is made."""
    bases = " ; ".join(entry.identity.legal_bases)
    return tuple(dict.fromkeys(n.printed for n in find_numbers(bases) if n.code == "TT"))


def _placed(search: Search, held: Sequence[_Held]) -> dict[str, tuple[str, Entry, Span]]:
    """In which unit a position stands, where a document says it ("...: 01 biên chế, đặt tại Thanh tra Sở")."""
    names = {fold(row.cells[at["post"]]) for h in held for t, at in h.tables for row in t.rows}
    found: dict[str, tuple[str, Entry, Span]] = {}
    hits = dict.fromkeys(h.key.revision for q in _QUERIES for h in search.find(q, _PASSAGES))
    for revision in hits:
        entry = search.view.entries.get(revision)
        text = search.corpus.library.text(revision) if entry else ""
        for start, end in statements(text):
            line = text[start:end].lstrip("-–+• ")
            name, _, rest = line.partition(":")
            match = _PLACED.search(same_length(rest)) if fold(name.strip()) in names else None
            if match and entry is not None:
                unit = rest[match.start("unit") : match.end("unit")].strip()
                found.setdefault(fold(name.strip()), (unit, entry, Span(start, end)))
    return found


def _section(
    search: Search, h: _Held, placed: dict[str, tuple[str, Entry, Span]], words: str, language: Language
) -> SheetSection:
    rows = tuple(_rows(search, h, placed, words, language))
    return SheetSection(f"{h.entry.identity.number or ''} {h.entry.identity.title}".strip(), rows)


def _rows(
    search: Search, h: _Held, placed: dict[str, tuple[str, Entry, Span]], words: str, language: Language
) -> Iterator[SheetRow]:
    wanted = set(fold(words).split())
    for table, at in h.tables:
        for row in table.rows:
            if not row.is_total and wanted <= set(re.findall(r"\w+", fold(" ".join((*row.cells, row.group))))):
                yield _row(search, h, at, row, placed.get(fold(row.cells[at["post"]])), language)


def _row(
    search: Search,
    h: _Held,
    at: dict[str, int],
    row: Row,
    place: tuple[str, Entry, Span] | None,
    language: Language,
) -> SheetRow:
    def cell(name: str) -> str:
        return row.cells[at[name]] if name in at else ""

    unit = cell("unit") or (place[0] if place else "")
    describes = " ".join(h.describes.of(h.text).split()) if h.describes else ""
    cells = (
        cell("code"),
        cell("post"),
        unit,
        row.group,
        cell("rank"),
        cell("payroll"),
        cell("asked"),
        describes,
        _status(h.entry, language),
        "; ".join(h.circulars),
        day_words(h.deadline, language) if h.deadline else "",
    )
    stated = message("not-stated", language)
    sources = [sourced(search.corpus, h.entry, row.span)]
    if h.describes:
        sources.append(sourced(search.corpus, h.entry, h.describes))
    if place and not cell("unit"):
        sources.append(sourced(search.corpus, place[1], place[2]))
    locked = frozenset(i for i, c in enumerate(cells) if c and i not in (8, 9, 10))
    shown = tuple(c or stated for c in cells)
    return SheetRow(shown, tuple(sources), h.deadline, "", locked, cell("code"))


def _status(entry: Entry, language: Language) -> str:
    """Whether the list is approved: a decision that approves it says so in its title, a project only proposes."""
    number, day = entry.identity.number or "", entry.identity.issued
    issued = day_words(day, language) if day else "-"
    if entry.identity.type == "decision" and _APPROVED.search(same_length(entry.identity.title)):
        return message("position-approved", language, number=number, day=issued)
    return message("position-listed", language, number=number, day=issued)
