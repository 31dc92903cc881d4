"""What every export says in the same way: headings, states, dates, sources, texts fit to print. Knows no format."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.sheet import Sheet, SheetRow, SheetSection, SheetSource
from corpus.messages import MESSAGES, Language, message

# what XML forbids or no printed text needs: controls, surrogates, signs that turn the direction of what follows
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NUMBERED = frozenset({"", "tt", "stt", "no", "no.", "#"})
_SOURCED = frozenset({"nguồn", "source", "sources", "căn cứ", "basis"})
_STATED = frozenset({"tình trạng", "trạng thái", "đánh giá", "status", "state", "verdict"})


def printable(text: str) -> str:
    """The text with one kind of line end, and U+FFFD where a sign cannot be printed."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _BREAKS.sub("\n", text))


def blank(language: Language) -> str:
    """What stands where somebody has to fill something in."""
    return message("export-blank", language)


def state_words(row: SheetRow, language: Language) -> str:
    """What somebody made of the row, in words; a state that has none as it is."""
    code = f"export-state-{row.state}"
    return message(code, language) if code in MESSAGES else printable(row.state)


def place_words(source: SheetSource, language: Language) -> str:
    """Where the source stands: number (or title), unit, page."""
    page = message("export-page", language, page=source.page) if source.page is not None else ""
    return printable(", ".join(filter(None, (source.name, source.path, page))))


def source_words(source: SheetSource, language: Language, whole: bool = True) -> str:
    """The source in one line: place and quote; with `whole` its title, version and the beginning of its hash too."""
    quoted = f"“{source.quote}”"
    if not whole:
        return printable(f"{place_words(source, language)}: {quoted}")
    title = f" ({source.title})" if source.number and source.title else ""
    version = message("export-version", language, version=source.version)
    return printable(f"{place_words(source, language)}{title}: {quoted} [{version}; SHA-256 {source.sha256[:16]}]")


def documents_of(sheet: Sheet) -> list[SheetSource]:
    """One source for every version of a document that the sheet cites, in order of their first appearance."""
    return list(
        {(s.document, s.version, s.sha256): s for row in reversed(sheet.rows) for s in reversed(row.sources)}.values()
    )[::-1]


def columns_of(sheet: Sheet, section: SheetSection) -> tuple[str, ...]:
    """The headings of a section: its own, or the sheet's."""
    return section.columns or sheet.columns


def is_number_heading(heading: str) -> bool:
    """Whether a column only counts the rows."""
    return heading.strip().lower() in _NUMBERED


def is_source_heading(heading: str) -> bool:
    """Whether a column already says where a row comes from."""
    return heading.strip().lower() in _SOURCED


def lacks_state(sheet: Sheet, section: SheetSection) -> bool:
    """Whether the rows have states that no column says yet."""
    stated = [row for row in section.rows if row.state]
    if any(heading.strip().lower() in _STATED for heading in columns_of(sheet, section)):
        return False
    return any(state_words(row, sheet.language) not in row.cells for row in stated)


def main_cell(row: SheetRow, columns: tuple[str, ...]) -> str:
    """What the row is about: its first cell that says something and does not only count."""
    told = [
        cell
        for heading, cell in zip(columns, row.cells, strict=False)
        if not is_number_heading(heading) and cell.strip()
    ]
    return told[0] if told else next((cell for cell in row.cells if cell.strip()), "")


@dataclass(frozen=True, slots=True)
class Flat:
    """All rows of a sheet under one line of headings; where sections have headings of their own, under all of these."""

    headings: tuple[str, ...]
    rows: tuple[tuple[SheetSection, SheetRow, tuple[str, ...]], ...]


def flat(sheet: Sheet) -> Flat:
    """The sheet as one table: for each row its section and its cells under `headings`."""
    places: dict[tuple[str, int], int] = {}
    rows: list[tuple[SheetSection, SheetRow, list[int]]] = []
    for section in sheet.sections:
        mine = [places.setdefault(name, len(places)) for name in _told_apart(columns_of(sheet, section))]
        for row in section.rows:
            # a row may hold more cells than there are headings: none is lost
            more = [places.setdefault(("", n), len(places)) for n in range(1000, 1000 + len(row.cells) - len(mine))]
            rows.append((section, row, mine + more))
    if not rows:
        places.update({name: n for n, name in enumerate(_told_apart(sheet.columns))})
    return Flat(tuple(name for name, _ in places), tuple((s, r, _under(r, at, len(places))) for s, r, at in rows))


def _told_apart(columns: Iterable[str]) -> list[tuple[str, int]]:
    """The headings, each with how often it stood before: two may have the same words."""
    names: list[tuple[str, int]] = []
    for name in columns:
        names.append((name, sum(n == name for n, _ in names)))
    return names


def _under(row: SheetRow, at: list[int], width: int) -> tuple[str, ...]:
    cells = [""] * width
    for place, cell in zip(at, row.cells, strict=False):
        cells[place] = printable(cell)
    return tuple(cells)
