"""The families: documents that replace, amend, annul, correct and suspend one another, and what is asked of them.

A folder each: `*.txt` are the documents, `questions.jsonl` the questions, `consolidated/DOCUMENT@DAY.txt` the wording
of a document on a day, put together by hand; `family.json` says in which order they arrive, where that matters.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from corpus.dates import find_dates
from corpus.errors import NotFoundError
from evals.judge import Case, holds, read_as
from ingest.files import IncomingFile, files_under

FAMILIES = Path(__file__).resolve().parent / "families"
HELD_OUT = FAMILIES.parent / "families_held_out"
_GONE = ("(bãi bỏ)", "(annulled)")
_UNITS = (
    ("article", re.compile(r"(?:Điều|Article) (\d+[a-zđ]?)\.")),
    ("clause", re.compile(r"(\d+[a-zđ]?)\. ")),
    ("point", re.compile(r"(dd|[a-zđ]\d?)\) ")),
)


class Proof(BaseModel):
    """Words of a document that an answer has to quote; `|` parts alternatives of either."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str = Field(min_length=1)
    words: str = Field(min_length=1)


class Dated(Case):
    """A case asked as of a day; `days` have to be named, in any spelling, each in one of its alternatives (`|`)."""

    as_of: date
    days: tuple[str, ...] = ()
    proof: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Consolidated:
    """A document's wording on a day: each unit's words without those of the units below it; None where annulled."""

    document: str
    day: date
    units: dict[str, str | None]


@dataclass(frozen=True)
class Family:
    """One family."""

    folder: Path

    @property
    def name(self) -> str:
        """What it is called."""
        return self.folder.name

    @cached_property
    def files(self) -> list[IncomingFile]:
        """Its documents in the order of their names."""
        return files_under(sorted(self.folder.glob("*.txt")))

    @cached_property
    def runs(self) -> list[list[IncomingFile]]:
        """Its documents as they arrive: all at once, or one after the other where an order is given."""
        order = self.folder / "family.json"
        if not order.exists():
            return [self.files]
        known = {Path(f.name).stem: f for f in self.files}
        return [[known[stem]] for stem in json.loads(order.read_text(encoding="utf-8"))["arrives"]]

    @cached_property
    def questions(self) -> list[Dated]:
        """What is asked of it."""
        return read_as(Dated, self.folder / "questions.jsonl")

    @cached_property
    def consolidated(self) -> list[Consolidated]:
        """The wordings put together by hand."""
        found = []
        for path in sorted(self.folder.glob("consolidated/*.txt")):
            document, day = path.stem.rsplit("@", 1)
            units = units_of(path.read_text(encoding="utf-8"))
            found.append(Consolidated(document, date.fromisoformat(day), units))
        return found


def read_families(folder: Path = FAMILIES) -> list[Family]:
    """The families of a folder, by name; raises NotFoundError."""
    if not folder.is_dir():
        raise NotFoundError("path-missing", path=folder)
    return [Family(path) for path in sorted(folder.iterdir()) if path.is_dir()]


def units_of(text: str) -> dict[str, str | None]:
    """The units of a text written down by hand, by address ("d5.k1.a"): an article, clause or point begins a line.

    A line "# kt1" says that what follows stands in the first enclosure.
    """
    lines: dict[str, list[str]] = {}
    within, address, article, clause = "", "", "", ""
    for line in text.splitlines():
        if line.startswith("# "):
            within, address = f"{line[2:].strip()}.", ""
            continue
        kind, mark = _unit(line)
        if kind == "article":
            address, article, clause = f"{within}d{mark}", f"{within}d{mark}", ""
        elif kind == "clause":
            address = clause = f"{article}.k{mark}"
        elif kind == "point":
            address = f"{clause or article}.{mark}"
        lines.setdefault(address, []).append(line)
    return {at: None if own[0].endswith(_GONE) else "\n".join(own) for at, own in lines.items() if at}


def named_days(text: str) -> Iterator[str]:
    """The days that a text names, as ISO dates; 3/4/2024 may be either."""
    for found in find_dates(text):
        yield found.value.isoformat()
        if found.value.day <= 12 and re.match(r"\d{1,2}[/.]", text[found.start : found.end]):
            yield date(found.value.year, found.value.day, found.value.month).isoformat()


def names_day(text: str, group: str) -> bool:
    """Whether one of the alternatives is named in a text."""
    return not set(group.split("|")).isdisjoint(named_days(text))


def proves(proof: Proof, document: str, quote: str) -> bool:
    """Whether a quote of a document holds the words asked for."""
    return document in proof.document.split("|") and holds(quote, proof.words)


def _unit(line: str) -> tuple[str, str]:
    return next(((kind, m[1]) for kind, pattern in _UNITS if (m := pattern.match(line))), ("", ""))
