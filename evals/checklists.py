"""Does a checklist hold what belongs to its topic, and nothing else? Topics with the units that belong, by hand.

A label names units of a document ("25-2022-qd-ubnd": "kt1.d12.k1"), no words of it. `must`: what whoever has the topic
to do has to heed; `may`: what does no harm; `never`: what does not hold any longer; anything else is off topic. A
topic without any is one that nothing covers. Topics over "texts" and "decisions" need `VANBAN_SHARED`.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.assistant import Assistant
from assistant.checklist import Drafting
from assistant.checklists.items import Checklist, Item, Kind
from assistant.sheet import SheetSource
from corpus.corpus import Corpus
from corpus.errors import RequestError
from corpus.folding import fold
from corpus.library import Library
from corpus.messages import Language
from evals.answers import SAMPLES, opened
from evals.bench import read_lines
from evals.show import Table, along

CASES = Path(__file__).resolve().parent / "checklists"
SPLITS = ("open", "open_more", "open_3", "open_4", "open_5", "held_out", "held_out_2", "held_out_3")
Units = Mapping[str, tuple[str, ...]]


class Slots(BaseModel):
    """What an item of a unit has to say; what is set to null or nothing, the text does not state."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lead: str | None = None
    deadline: str | None = None
    day: str | None = None
    product: str | None = None
    coordinators: tuple[str, ...] | None = None


class Labelled(BaseModel):
    """A topic with the units that belong, pairs of units in their order, and slots by `document#unit`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    topic: str = Field(min_length=1)
    language: Language
    kind: Kind
    over: Literal["dossier", "texts", "decisions"]
    must: Units
    may: Units = Field(default_factory=dict)
    never: Units = Field(default_factory=dict)
    order: tuple[tuple[str, str], ...] = ()
    slots: Mapping[str, Slots] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """How the checklist on one topic came out."""

    case: Labelled
    split: str
    items: int
    off_topic: tuple[str, ...]
    missed: tuple[str, ...]
    musts: int
    ordered: tuple[int, int]  # pairs in their order, of those that are both there
    slots: tuple[int, int]  # slots right, of those labelled in units that are there
    guessed: tuple[str, ...] = field(default=())  # filled with words that the document does not have, or must not

    @property
    def right(self) -> int:
        """Items that are not off topic."""
        return self.items - len(self.off_topic)


def evaluate(split: str | None = None, index: Path | None = None, folder: Path = CASES) -> list[Judged]:
    """Drafts a checklist for every topic of a split (both) and holds it against its labels."""
    splits = [s for s in SPLITS if split in (None, s)]
    cases = [(s, c) for s in splits for c in read_labels(folder / f"{s}.jsonl")]
    judged: list[Judged] = []
    for over, documents in _documents().items():
        asked = [(s, c) for s, c in cases if c.over == over]
        if not asked:
            continue
        with opened(documents, index / over if index else None) as (corpus, _):
            drafting = Drafting(Assistant(corpus))
            judged += [judge(corpus, c, s, drafting.draft(c.topic, kind=c.kind)) for s, c in along(asked, "Drafting")]
    return judged


def read_labels(file: Path) -> list[Labelled]:
    """The topics of a file; raises RequestError for a line that is none."""
    try:
        return [Labelled.model_validate(row) for row in read_lines(file)]
    except ValidationError as error:
        raise RequestError("bad-request", detail=f"{file}: {error.errors()[0]}") from error


def _documents() -> dict[str, Path]:
    shared = Path(os.environ.get("VANBAN_SHARED") or "/dev/null")
    others = {"texts": shared / "texts", "decisions": shared / "documents" / "vi_official_docs" / "txt"}
    return {"dossier": SAMPLES} | {over: folder for over, folder in others.items() if folder.is_dir()}


def judge(corpus: Corpus, case: Labelled, split: str, checklist: Checklist) -> Judged:
    """A checklist against the labels of its topic."""
    library = corpus.library
    units = [_Places(library, item) for item in checklist.items]
    allowed, never = {**_named(case.must), **_named(case.may)}, _named(case.never)
    off = [u.item.task for u in units if not u.within(allowed) or u.only(never)]
    musts = [*_named(case.must)]
    missed = [m for m in musts if not any(u.within({m: None}) for u in units)]
    right, asked, guessed = 0, 0, [w for u in units for w in u.not_there(library)]
    for unit, slots in case.slots.items():
        here = [u.item for u in units if u.within({unit: None})]
        if here:
            asked += len(slots.model_fields_set)
            best = min((_wrong(i, slots) for i in here), key=len)
            right += len(slots.model_fields_set) - len(best)
            guessed += [f"{unit} {name}" for name in best if not getattr(slots, name)]
    return Judged(
        case, split, len(units), tuple(off), tuple(missed), len(musts),
        _in_order(case, units), (right, asked), tuple(guessed),
    )  # fmt: skip


class _Places:
    """The units that an item's sources stand in, by the ids of the originals."""

    def __init__(self, library: Library, item: Item) -> None:
        self.item = item
        self.each = [frozenset(_units_at(library, s)) for s in item.sources]
        self.all = frozenset[str]().union(*self.each)

    def within(self, units: Mapping[str, None]) -> bool:
        return not self.all.isdisjoint(units)

    def only(self, units: Mapping[str, None]) -> bool:
        """Whether every source stands in one of these units."""
        return bool(self.each) and all(not e.isdisjoint(units) for e in self.each)

    def not_there(self, library: Library) -> Iterator[str]:
        """Slots with words that none of the item's documents has."""
        texts = [_even(library.text(_revision(library, s.document))) for s in self.item.sources]
        i = self.item
        for words in (i.task, i.lead, i.deadline, i.product, *i.coordinators, *(i.condition or "").split("; ")):
            if words and not any(_even(words) in text for text in texts):
                yield words


def _units_at(library: Library, source: SheetSource) -> Iterator[str]:
    """The units that a source stands in, and those that it has the most of."""
    document = source.document.removesuffix("-en")
    for unit in library.outline(_revision(library, source.document)):
        inside = unit.start <= source.start and source.end <= unit.end
        shared = min(unit.end, source.end) - max(unit.start, source.start)
        if inside or shared * 2 > unit.end - unit.start:
            yield f"{document}#{unit.address}"


def _revision(library: Library, document: str) -> int:
    return next(e.revision for e in library.entries() if e.id == document)


def _named(units: Units) -> dict[str, None]:
    return {f"{document}#{address}": None for document, addresses in units.items() for address in addresses}


def _even(words: str) -> str:
    return " ".join(words.split())


def _wrong(item: Item, slots: Slots) -> list[str]:
    """The labelled slots that an item has otherwise."""
    wrong = []
    for name in sorted(slots.model_fields_set):
        asked, said = getattr(slots, name), getattr(item, name)
        if name == "coordinators":
            same = bool(asked) == bool(said) and all(any(fold(a) in fold(s) for s in said) for a in asked or ())
        elif name == "day":
            same = asked == (said.isoformat() if said else None)
        else:
            same = (asked is None) == (said is None) and (asked is None or fold(asked) in fold(said))
        if not same:
            wrong.append(name)
    return wrong


def _in_order(case: Labelled, units: Sequence[_Places]) -> tuple[int, int]:
    first = {name: n for n, u in reversed(list(enumerate(units))) for name in u.all}
    pairs = [(first[a], first[b]) for a, b in case.order if a in first and b in first]
    return sum(a <= b for a, b in pairs), len(pairs)


def as_data(results: Sequence[Judged]) -> dict[str, object]:
    """The results as they are given out as JSON."""
    return {
        "splits": [dict(zip(_COLUMNS, row, strict=True)) for row in _rows(results)],
        "topics": [
            {
                "id": r.case.id, "topic": r.case.topic, "split": r.split, "items": r.items, "musts": r.musts,
                "off_topic": r.off_topic, "missed": r.missed, "guessed": r.guessed,
            }
            for r in results
            if not _held_out(r)
        ],
    }  # fmt: skip


_COLUMNS = ("split", "topics", "items", "precision", "units", "recall", "order", "slots", "guessed", "none: empty")


def _held_out(result: Judged) -> bool:
    """Whether nobody who mends may see what a topic's checklist lacks."""
    return result.split.startswith("held_out")


def _rows(results: Sequence[Judged]) -> list[tuple[str | int | float | None, ...]]:
    rows: list[tuple[str | int | float | None, ...]] = []
    for split in SPLITS:
        of = [r for r in results if r.split == split]
        covered, none = [r for r in of if r.musts], [r for r in of if not r.musts]
        if not of:
            continue
        items, musts = sum(r.items for r in covered), sum(r.musts for r in covered)
        rows.append((
            split, len(of), items, _share(sum(r.right for r in covered), items),
            musts, _share(musts - sum(len(r.missed) for r in covered), musts),
            f"{sum(r.ordered[0] for r in of)}/{sum(r.ordered[1] for r in of)}",
            f"{sum(r.slots[0] for r in of)}/{sum(r.slots[1] for r in of)}",
            sum(len(r.guessed) for r in of), f"{sum(not r.items for r in none)}/{len(none)}",
        ))  # fmt: skip
    return rows


def _share(part: int, of: int) -> float | None:
    return round(part / of, 3) if of else None


def tables(results: Sequence[Judged]) -> list[Table]:
    """The shares of each split, then every open topic with what is wrong; of the held out, the shares only."""
    topics = tuple(
        (r.case.id, r.case.topic, r.items, len(r.off_topic), f"{r.musts - len(r.missed)}/{r.musts}",
         "; ".join(r.missed))
        for r in results
        if not _held_out(r)
    )  # fmt: skip
    return [
        Table("Checklists", _COLUMNS, tuple(_rows(results)), "guessed: words in a slot that the text does not have."),
        Table("Topics", ("id", "topic", "items", "off topic", "found", "missed"), topics),
    ]
