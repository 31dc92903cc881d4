"""Is the wording of a day, unit by unit, what was put together by hand? And is bad input found to be bad?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.wording_on import consolidated_text
from corpus.library import Library
from corpus.rows import Entry
from corpus.units import even_mark
from evals.answers import opened_in_runs
from evals.families import Consolidated, Family, read_families
from evals.judge import even
from evals.show import Table, along

BAD = Path(__file__).resolve().parent / "families_bad"
_KINDS = ("article", "clause", "point")


@dataclass(frozen=True, slots=True)
class Compared:
    """One wording: how many units were written by hand, and those that came out otherwise, with both texts."""

    family: str
    document: str
    day: str
    units: int
    differing: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What bad input has to be found, and what was: (document, code) with what it names."""

    family: str
    expected: tuple[tuple[str, str, str], ...]
    found: tuple[tuple[str, str, str], ...]

    @property
    def missed(self) -> tuple[tuple[str, str, str], ...]:
        """What was expected and not found."""
        return tuple(e for e in self.expected if not any(_is(e, f) for f in self.found))

    @property
    def too_much(self) -> tuple[tuple[str, str, str], ...]:
        """What was found and not expected."""
        return tuple(f for f in self.found if not any(_is(e, f) for e in self.expected))


def compare(library: Library, families: Sequence[Family]) -> list[Compared]:
    """The wordings of the families against those that the product puts together."""
    held = {Path(e.source.name).stem: e for e in library.entries()}
    return [_compared(library, f, held[hand.document], hand) for f in families for hand in f.consolidated]


def look(folder: Path = BAD) -> list[Looked]:
    """Ingests each family with bad input by itself, and reads what was found."""
    looked = []
    for family in along(read_families(folder), "Looking"):
        with opened_in_runs(family.runs) as (corpus, _):
            looked.append(Looked(family.name, tuple(read_expected(family)), tuple(found_in(corpus.library))))
    return looked


def read_expected(family: Family) -> list[tuple[str, str, str]]:
    """What has to be found in a family with bad input: the document, the finding, and what it names."""
    lines = (family.folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [(e["document"], e["finding"], e["names"]) for e in map(json.loads, lines)]


def found_in(library: Library) -> list[tuple[str, str, str]]:
    """What the catalogue finds wrong about what its documents say of one another, in the same form."""
    return [
        (Path(entry.source.name).stem, finding.code, " ".join(value for _, value in finding.facts))
        for entry in library.entries()
        for finding in library.findings(entry.revision)
    ]


def tables(compared: Sequence[Compared], looked: Sequence[Looked]) -> list[Table]:
    """How many units are as by hand, what differs, and what was found of bad input."""
    rows = tuple((c.family, c.document, c.day, c.units, c.units - len(c.differing)) for c in compared)
    differing = tuple((c.document, c.day, *d) for c in compared for d in c.differing)
    findings = tuple(
        (one.family, len(one.expected), len(one.expected) - len(one.missed), _named(one.missed), _named(one.too_much))
        for one in looked
    )
    return [
        Table("Wordings put together by hand", ("family", "document", "day", "units", "equal"), rows),
        Table("Units that came out otherwise", ("document", "day", "unit", "by hand", "put together"), differing),
        Table("Bad input", ("family", "findings", "found", "missed", "too much"), findings),
    ]


def _compared(library: Library, family: Family, entry: Entry, hand: Consolidated) -> Compared:
    made: dict[str, str] = {}
    for unit in consolidated_text(entry, hand.day, library).walk():
        if unit.kind in _KINDS:
            made[_address(unit.address)] = "" if unit.state == "annulled" else unit.text
    wanted = {_address(at): words or "" for at, words in hand.units.items()}
    within = next(iter(wanted)).startswith("kt")
    own = [at for at in made if at.startswith("kt") == within and made[at]]  # an enclosure apart from what encloses it
    differing = [
        (at, wanted.get(at, ""), made.get(at, ""))
        for at in dict.fromkeys((*wanted, *own))
        if _plain(wanted.get(at, "")) != _plain(made.get(at, ""))
    ]
    return Compared(family.name, hand.document, hand.day.isoformat(), len(wanted), tuple(differing))


def _is(expected: tuple[str, str, str], found: tuple[str, str, str]) -> bool:
    return expected[:2] == found[:2] and expected[2] in found[2]


def _address(address: str) -> str:
    return ".".join(even_mark(step) for step in address.split("."))


def _plain(text: str) -> str:
    return even(text).removesuffix("./.").rstrip(" .;")


def _named(findings: Sequence[tuple[str, str, str]]) -> str:
    return "; ".join(f"{document}: {code} ({names})" for document, code, names in findings)
