"""Reads the plain markup of the sample sources and checks it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, cast

import yaml

Layout = Literal["party", "state"]
SUFFIXES = (".pdf", ".docx", ".html", ".txt")
MARKS = (
    "basis", "enact", "chapter", "section", "article", "clause", "point", "h1", "h2", "h3",
    "sign", "promulgated", "annex", "table", "end",
)  # fmt: skip
SPLIT_MARKS = {"chapter": 2, "section": 2, "promulgated": 3, "annex": 3}
TEXT_KEYS = ("file", "language", "layout", "parent", "issuer", "number", "place_date", "type", "title", "subject")
LIST_KEYS = ("to", "recipients", "signature")
REQUIRED_KEYS = ("file", "language", "layout", "issuer", "number", "place_date", "recipients", "signature")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


class MarkupError(ValueError):
    """A source that breaks the markup; the text lists every fault with its line."""


@dataclass(frozen=True)
class Row:
    """One table row; a group row has a single cell that spans all columns."""

    cells: tuple[str, ...]
    group: bool = False


@dataclass(frozen=True)
class Block:
    """One paragraph, heading or table of the body; `parts` are the pieces between the bars of a heading."""

    mark: str
    parts: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def text(self) -> str:
        """The first piece of the text."""
        return self.parts[0] if self.parts else ""

    @property
    def columns(self) -> int:
        """The number of columns of a table."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True)
class Source:
    """A sample document: the front matter and the blocks of the body, with the signature block in its place."""

    file: str
    language: str
    layout: Layout
    issuer: str
    number: str
    place_date: str
    date: datetime
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    blocks: tuple[Block, ...]
    auto_numbering: bool = False
    parent: str = ""
    type: str = ""
    title: str = ""
    subject: str = ""
    to: tuple[str, ...] = ()

    @property
    def english(self) -> bool:
        """Whether the text is an English translation."""
        return self.language == "en"

    @property
    def state(self) -> bool:
        """Whether the layout is that of a state body."""
        return self.layout == "state"

    @property
    def name(self) -> str:
        """A short name: type and number, as a heading of a page or a file property."""
        number = re.sub(r"^(?:Số|No\.?)\s*:?\s*", "", self.number)
        kind = self.type.capitalize() or ("Official dispatch" if self.english else "Công văn")
        return f"{kind} No. {number}" if self.english else f"{kind} số {number}"


def issue_date(text: str) -> datetime | None:
    """The date in a place-and-date line, Vietnamese or English."""
    found = re.search(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", text)
    if found:
        day, month, year = (int(group) for group in found.groups())
        return datetime(year, month, day, 8)
    found = re.search(rf"({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})", text)
    if found:
        return datetime(int(found[3]), MONTHS.index(found[1]) + 1, int(found[2]), 8)
    return None


def split_cells(line: str) -> tuple[str, ...]:
    """The cells of a bar-separated line."""
    return tuple(cell.strip() for cell in line.split("|"))


class _Body:
    """Collects the blocks of a body and the faults found on the way."""

    def __init__(self, problems: list[str]) -> None:
        self.blocks: list[Block] = []
        self.problems = problems
        self.rows: list[Row] | None = None

    def add(self, line: str, number: int) -> None:
        """Takes one line that is not blank."""
        if self.rows is not None and line != "@end":
            self._row(line, number)
        elif line.startswith("@"):
            self._marked(line, number)
        elif line[:2] in ("- ", "+ "):
            self.blocks.append(Block("dash" if line[0] == "-" else "plus", (line,)))
        else:
            self.blocks.append(Block("plain", (line,)))

    def _row(self, line: str, number: int) -> None:
        """Takes one line of an open table."""
        rows = self.rows if self.rows is not None else []
        cells = split_cells(line)
        if line.startswith("@"):
            self.problems.append(f"line {number}: a mark inside a table: {line}")
        elif cells[0] == "=":
            rows.append(Row((" ".join(cells[1:]).strip(),), group=True))
        elif rows and len(cells) != len(rows[0].cells):
            self.problems.append(f"line {number}: {len(cells)} cells, the table has {len(rows[0].cells)}: {line[:60]}")
        else:
            rows.append(Row(cells))

    def _marked(self, line: str, number: int) -> None:
        """Takes one line that starts with a mark."""
        mark, _, rest = line[1:].partition(" ")
        rest = rest.strip()
        if mark not in MARKS:
            self.problems.append(f"line {number}: unknown mark @{mark}")
        elif mark == "table":
            self.rows = []
        elif mark == "end":
            self._close(number)
        elif mark == "sign" or rest:
            parts = split_cells(rest) if mark in SPLIT_MARKS else (rest,)
            if len(parts) > SPLIT_MARKS.get(mark, 1):
                self.problems.append(f"line {number}: too many bars in @{mark}")
            self.blocks.append(Block(mark, parts))
        else:
            self.problems.append(f"line {number}: @{mark} without text")

    def _close(self, number: int) -> None:
        """Ends the open table."""
        if not self.rows or self.rows[0].group:
            self.problems.append(f"line {number}: @end without a table that has a header row")
        else:
            self.blocks.append(Block("table", rows=tuple(self.rows)))
        self.rows = None


def _front_matter(text: str, problems: list[str]) -> tuple[dict[str, object], str, int]:
    """The front matter, the body and the line number the body starts after."""
    found = re.match(r"---\n(.*?)\n---\n", text, re.S)
    if not found:
        problems.append("no front matter between --- lines")
        return {}, text, 0
    try:
        loaded = yaml.safe_load(found[1])
    except yaml.YAMLError as error:
        problems.append(f"the front matter is no YAML: {error}")
        return {}, text, 0
    if not isinstance(loaded, dict):
        problems.append("the front matter is not a mapping")
        return {}, text, 0
    return cast("dict[str, object]", loaded), text[found.end() :], found[0].count("\n")


def _check_meta(meta: dict[str, object], problems: list[str]) -> None:
    """Notes missing, unknown and mistyped keys."""
    problems.extend(f"missing key {key}" for key in REQUIRED_KEYS if not meta.get(key))
    known = (*TEXT_KEYS, *LIST_KEYS, "auto_numbering")
    problems.extend(f"unknown key {key}" for key in meta if key not in known)
    problems.extend(f"{key} is not text" for key in TEXT_KEYS if not isinstance(meta.get(key, ""), str))
    for key in LIST_KEYS:
        value = meta.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            problems.append(f"{key} is not a list of texts")
    if meta.get("layout") not in ("party", "state"):
        problems.append("layout is neither party nor state")
    if meta.get("language") not in ("vi", "en"):
        problems.append("language is neither vi nor en")
    if not str(meta.get("file", "")).endswith(SUFFIXES):
        problems.append("file has an unknown suffix")
    if not meta.get("type") and not meta.get("subject"):
        problems.append("neither type nor subject")


def parse(text: str) -> Source:
    """Reads one source; every fault is gathered into one `MarkupError`."""
    problems: list[str] = []
    if unicodedata.normalize("NFC", text) != text:
        problems.append("not in NFC")
    meta, rest, offset = _front_matter(text, problems)
    _check_meta(meta, problems)
    date = issue_date(str(meta.get("place_date", "")))
    if date is None:
        problems.append("no date in place_date")
    body = _Body(problems)
    for number, line in enumerate(rest.split("\n"), offset + 1):
        if line.strip():
            body.add(line.strip(), number)
    if body.rows is not None:
        problems.append("a table is not closed with @end")
    if problems or date is None:
        raise MarkupError("; ".join(problems))
    return _source(meta, date, body.blocks)


def _source(meta: dict[str, object], date: datetime, blocks: list[Block]) -> Source:
    """Puts checked front matter and blocks together; the signature goes to the end where no place is marked."""
    if not any(block.mark == "sign" for block in blocks):
        annex = next((i for i, block in enumerate(blocks) if block.mark in ("promulgated", "annex")), len(blocks))
        blocks = [*blocks[:annex], Block("sign"), *blocks[annex:]]
    text = {key: str(meta.get(key) or "").strip() for key in TEXT_KEYS}
    items = {key: tuple(cast("list[str]", meta.get(key) or [])) for key in LIST_KEYS}
    return Source(
        file=text["file"],
        language=text["language"],
        layout=cast("Layout", text["layout"]),
        issuer=text["issuer"],
        number=text["number"],
        place_date=text["place_date"],
        date=date,
        recipients=items["recipients"],
        signature=items["signature"],
        blocks=tuple(blocks),
        auto_numbering=bool(meta.get("auto_numbering", False)),
        parent=text["parent"],
        type=text["type"],
        title=text["title"],
        subject=text["subject"],
        to=items["to"],
    )


def read(path: Path) -> Source:
    """Reads and checks one source file."""
    return parse(path.read_text(encoding="utf-8"))
