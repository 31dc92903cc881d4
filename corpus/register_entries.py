"""Entries of the registers as rows of the catalogue, and back. Knows nothing of connections or of filters.

A row holds the whole entry as JSON and, beside it, what is asked by.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, Literal, get_args

from pydantic import TypeAdapter

from corpus.dates import YEAR
from corpus.folding import fold, stem, words
from corpus.registers import Definition, Duty, Figure, Registers, Requirement, Span

Kind = Literal["duty", "requirement", "figure", "definition"]
RegisterEntry = Duty | Requirement | Figure | Definition
KINDS: tuple[Kind, ...] = get_args(Kind)

_TYPES: dict[Kind, type[RegisterEntry]] = {
    "duty": Duty,
    "requirement": Requirement,
    "figure": Figure,
    "definition": Definition,
}
UNDATED = date.max  # the day of a duty without one: the index then has the dated ones first
SECOND = 1_000_000  # from here on ordinals are those of the second reader's entries: every index has them
_LONGEST = 16  # words of a name that are kept: what runs on longer is no name


def of_kind(registers: Registers, kind: Kind) -> tuple[RegisterEntry, ...]:
    """The entries of one kind, in reading order."""
    match kind:
        case "duty":
            return registers.duties
        case "requirement":
            return registers.requirements
        case "figure":
            return registers.figures
        case "definition":
            return registers.definitions


def entry_rows(revision: int, text: str, registers: Registers) -> Iterator[dict[str, Any]]:
    """One row an entry."""
    for kind in KINDS:
        for ordinal, entry in enumerate(of_kind(registers, kind)):
            yield entry_row(revision, text, kind, ordinal, entry)


def entry_row(revision: int, text: str, kind: Kind, ordinal: int, entry: RegisterEntry) -> dict[str, Any]:
    """The row of one entry."""
    return {
        "revision": revision,
        "kind": kind,
        "ordinal": ordinal,
        "start": entry.whole.start,
        "end": entry.whole.end,
        "address": entry.address,
        **_NOTHING,
        **_asked_by(entry, text),
        "entry": json.dumps(_adapter(kind).dump_python(entry, mode="json", exclude_defaults=True)),
    }


def named_in(text: str, registers: Registers) -> Iterator[tuple[str, Kind, str, int]]:
    """What the entries name: (its key, kind of entry, part in it, ordinal)."""
    for kind in KINDS:
        for ordinal, entry in enumerate(of_kind(registers, kind)):
            yield from named_by(text, kind, ordinal, entry)


def named_by(text: str, kind: Kind, ordinal: int, entry: RegisterEntry) -> Iterator[tuple[str, Kind, str, int]]:
    """What one entry names."""
    for role, span in _named(entry):
        if key := name_key(span.of(text)):
            yield key, kind, role, ordinal


def kind_of(entry: RegisterEntry) -> Kind:
    """The register that an entry is of."""
    return next(kind for kind, type_ in _TYPES.items() if isinstance(entry, type_))


def to_entry_of(kind: Kind, stored: str) -> RegisterEntry:
    """The entry that a row holds."""
    return _adapter(kind).validate_json(stored)


def to_registers(rows: Iterable[tuple[Kind, str]]) -> Registers:
    """All entries of a document from its rows, in their order."""
    found: dict[Kind, list[Any]] = {kind: [] for kind in KINDS}
    for kind, stored in rows:
        found[kind].append(to_entry_of(kind, stored))
    return Registers(*(tuple(found[kind]) for kind in KINDS))


def name_key(text: str) -> str:
    """A name as it is compared: its words folded, English ones by their stem."""
    return " ".join(stem(fold(word)) for word in words(text)[:_LONGEST])


def tails(key: str) -> set[str]:
    """What can be read of a name from each of its words on."""
    parts = key.split(" ")
    return {" ".join(parts[i:]) for i in range(len(parts))}


def years_of(text: str) -> tuple[int, int] | None:
    """The first and the last year that the words of a period name, None if they name none."""
    years = [int(year) for year in YEAR.findall(text)]
    return (min(years), max(years)) if years else None


@cache
def _adapter(kind: Kind) -> TypeAdapter[RegisterEntry]:
    return TypeAdapter(_TYPES[kind])


_NOTHING: dict[str, Any] = dict.fromkeys(
    (
        "strength",
        "deadline_kind",
        "day",
        "subject_kind",
        "attribute",
        "operator",
        "stance",
        "hedge",
        "value",
        "unit",
        "year_from",
        "year_to",
        "abbreviation",
    )
)


def _asked_by(entry: RegisterEntry, text: str) -> dict[str, Any]:
    match entry:
        case Duty(strength=strength, deadline=deadline):
            due = {"deadline_kind": deadline.kind} if deadline else {}
            return {"strength": strength, "day": deadline and deadline.day or UNDATED, **due}
        case Requirement():
            asked = {"subject_kind": entry.subject_kind, "attribute": entry.attribute, "operator": entry.operator}
            return {**asked, "value": entry.value, "unit": entry.unit}
        case Figure():
            years = years_of(entry.period.of(text)) if entry.period else None
            period = {"year_from": years[0], "year_to": years[1]} if years else {}
            return {"stance": entry.stance, "hedge": entry.hedge, "value": entry.value, "unit": entry.unit, **period}
        case Definition(abbreviation=abbreviation):
            return {"abbreviation": abbreviation}


def _named(entry: RegisterEntry) -> Iterator[tuple[str, Span]]:
    """What an entry names, each with its part in it."""
    named: dict[str, tuple[Span | None, ...]]
    match entry:
        case Duty():
            one = {"lead": entry.lead, "assigner": entry.assigner, "report_to": entry.report_to}
            named = {"coordinator": entry.coordinators, **{role: (span,) for role, span in one.items()}}
        case Requirement():
            named = {"subject": (entry.subject,)}
        case Figure():
            named = {"counts": (entry.counts,), "base": (entry.base,), "place": (entry.place,)}
        case Definition():
            named = {"term": (entry.term,)}
    return ((role, span) for role, spans in named.items() for span in spans if span is not None)
