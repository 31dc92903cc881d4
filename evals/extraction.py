"""Are the entries of the registers right? Duties, deadlines, figures, requirements, definitions against hand labels.

Labels are lines of `cases/registers/*.jsonl`. A line with "labelled" says which kinds of a document are labelled
whole, in which split; a line with "kind" is one entry, its words as offsets into the text as ingestion reads it.
An entry is found if its words and the label's share at least half of the longer of the two and what has to agree does
(the kind and day of a deadline, the value of a figure). Development labels shaped the rules; held-out ones did not.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import isclose
from pathlib import Path

from corpus.document import Document
from corpus.errors import NotFoundError
from corpus.folding import fold
from corpus.registers import Deadline, Registers, Span
from evals.bench import read_lines
from evals.show import Table, along
from ingest.extract import extract
from ingest.files import IncomingFile, content_of, files_under
from ingest.reading import document_of

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases" / "registers"
SAMPLES = ROOT / "corpus" / "samples" / "dossier"
KINDS = ("duty", "deadline", "figure", "requirement", "definition")
Value = str | float | None
# what has to be the same for an entry to count as found, and what is counted among the found
_AGREE: dict[str, tuple[str, ...]] = {
    "deadline": ("deadline_kind", "day"),
    "figure": ("value",),
    "requirement": ("attribute", "operator", "value"),
}
_COUNTED: dict[str, tuple[str, ...]] = {
    "duty": ("lead",),
    "figure": ("unit", "hedge", "stance"),
    "requirement": ("unit",),
    "definition": ("term",),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """An entry, extracted or labelled: its words, what is said of it, and slots that are words themselves."""

    kind: str
    start: int
    end: int
    values: Mapping[str, Value] = field(default_factory=dict)
    spans: Mapping[str, tuple[int, int] | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one document and the kinds that are labelled in it, whole or in a range of its text."""

    document: str
    split: str
    kinds: tuple[str, ...]
    entries: tuple[Marked, ...]
    within: tuple[int, int] | None = None

    def covers(self, entry: Marked) -> bool:
        """Whether an entry begins where the document is labelled."""
        return _begins(entry, self.within)


def _begins(entry: Marked, within: tuple[int, int] | None) -> bool:
    return within is None or within[0] <= entry.start < within[1]


@dataclass(slots=True)
class Score:
    """How many entries of a kind are right in a split; `slots` counts (right, told) of each slot among the found."""

    split: str
    kind: str
    documents: int = 0
    labelled: int = 0
    extracted: int = 0
    found: int = 0
    slots: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def precision(self) -> float | None:
        """The share of what was extracted that is labelled."""
        return self.found / self.extracted if self.extracted else None

    @property
    def recall(self) -> float | None:
        """The share of what is labelled that was extracted."""
        return self.found / self.labelled if self.labelled else None


@dataclass(frozen=True, slots=True)
class Miss:
    """An entry of one side that has none on the other, for reading by eye."""

    document: str
    split: str
    missed: bool
    entry: Marked
    words: str


def shared() -> Path:
    """Where the shared material lies."""
    return Path(os.environ.get("VANBAN_SHARED", ROOT.parent / "shared"))


def read_labels(folder: Path = CASES) -> list[Labels]:
    """The labels of every document, in all files of a folder."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise NotFoundError("path-missing", path=str(folder))
    # a document may be held out for one kind only, and labelled in several ranges
    heads: dict[tuple[str, str, tuple[int, int] | None], list[str]] = defaultdict(list)
    entries: dict[str, list[Marked]] = defaultdict(list)
    for row in (row for file in files for row in read_lines(file, ("document",))):
        name = str(row["document"])
        if "labelled" in row:
            within = (int(row["range"][0]), int(row["range"][1])) if "range" in row else None
            heads[name, str(row["split"]), within].extend(map(str, row["labelled"]))
        else:
            entries[name].append(_label(row))
    return [
        Labels(name, split, tuple(kinds), tuple(e for e in entries[name] if _begins(e, within)), within)
        for (name, split, within), kinds in heads.items()
    ]


def _label(row: Mapping[str, object]) -> Marked:
    kind, own = str(row["kind"]), {"document", "kind", "start", "end"}
    spans = {k: (v[0], v[1]) if isinstance(v, list) else None for k, v in row.items() if _is_span(kind, k)}
    values = {
        k: float(v) if isinstance(v, int | float) else None if v is None else str(v)
        for k, v in row.items()
        if k not in own and not _is_span(kind, k)
    }
    return Marked(kind, int(str(row["start"])), int(str(row["end"])), values, spans)


def _is_span(kind: str, slot: str) -> bool:
    return slot in ("lead", "term") and slot in _COUNTED.get(kind, ())


def evaluate(labels: Sequence[Labels]) -> tuple[list[Score], list[Miss]]:
    """Extracts the registers of every labelled document, and counts; with the entries that one side alone has."""
    scores: dict[tuple[str, str], Score] = {}
    misses: list[Miss] = []
    for one in along(labels, "Extracting"):
        document = read_document(one.document)
        found = [e for e in marked(extract(document)) if one.covers(e)]
        for kind in one.kinds:
            score = scores.setdefault((one.split, kind), Score(one.split, kind))
            score.documents += 1
            mine = [e for e in found if e.kind == kind]
            wanted = [e for e in one.entries if e.kind == kind]
            pairs = matched(mine, wanted)
            _count(score, document.text, (len(mine), len(wanted)), pairs)
            misses.extend(_misses(one, document.text, (mine, wanted), pairs))
    order = {kind: n for n, kind in enumerate(KINDS)}
    return sorted(scores.values(), key=lambda s: (order[s.kind], s.split)), misses


def read_document(name: str) -> Document:
    """A labelled document: "shared/..." lies in the shared material, "evals/..." here, the rest in the dossier.

    "shared/bench/SET/corpus.jsonl#LAW: 21, 28" are some articles of one law of a set, as its Articles 1 and 2.
    """
    set_of, _, articles = name.partition("#")
    if articles:
        return _of_articles(name, shared() / set_of.removeprefix("shared/"), *articles.split(": "))
    if name.startswith("shared/"):
        path = shared() / name.removeprefix("shared/")
    else:
        path = ROOT / name if name.startswith("evals/") else SAMPLES / name
    if not path.exists():
        raise NotFoundError("path-missing", path=str(path))
    (file,) = files_under([path])
    return document_of(file, content_of(file), "0").document


def _of_articles(name: str, file: Path, law: str, numbers: str) -> Document:
    rows = {str(row["id"]): str(row["text"]) for row in read_lines(file, ("id", "text"))}
    texts = [rows[f"{law}|{number}"] for number in numbers.split(", ")]
    # numbered anew: the outline takes an article only where the count goes on
    word, gap = ("Article", "\n") if law.isdigit() else ("Điều", " ")
    body = [f"{word} {n}.{gap}{text}" for n, text in enumerate(texts, start=1)]
    path = Path(f"{fold(name)[-40:]}.txt".replace("/", " "))
    content = "\n\n".join((law, *body)).encode()
    return document_of(IncomingFile(path, str(path), path.name), content, "0").document


def marked(registers: Registers) -> Iterator[Marked]:
    """The entries of the registers as they are compared."""
    seen: set[Span] = set()
    for duty in registers.duties:
        yield Marked("duty", duty.whole.start, duty.whole.end, {"strength": duty.strength}, {"lead": _pair(duty.lead)})
        for due in (duty.deadline, *duty.also_due):
            if due is not None and due.phrase not in seen:
                seen.add(due.phrase)
                yield _deadline(due)
    for f in registers.figures:
        values: dict[str, Value] = {"value": f.value, "unit": f.unit, "hedge": f.hedge, "stance": f.stance}
        yield Marked("figure", f.printed.start, f.printed.end, values)
    for r in registers.requirements:
        values = {"attribute": r.attribute, "operator": r.operator, "value": r.value, "unit": r.unit}
        yield Marked("requirement", r.words.start, r.words.end, values)
    for d in registers.definitions:
        yield Marked("definition", d.whole.start, d.whole.end, {}, {"term": _pair(d.term)})


def _deadline(one: Deadline) -> Marked:
    day = one.day.isoformat() if one.day else None
    return Marked("deadline", one.phrase.start, one.phrase.end, {"deadline_kind": one.kind, "day": day})


def _pair(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None


def matched(mine: Sequence[Marked], wanted: Sequence[Marked]) -> list[tuple[Marked, Marked]]:
    """Entries and the labels that they find, each used once, the closest first."""
    close = sorted(
        ((_overlap((m.start, m.end), (w.start, w.end)), i, j) for i, m in enumerate(mine) for j, w in enumerate(wanted)
         if m.start < w.end and w.start < m.end and _agree(m, w)),
        key=lambda c: -c[0],
    )  # fmt: skip
    pairs: list[tuple[Marked, Marked]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for share, i, j in close:
        if share >= 0.5 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((mine[i], wanted[j]))
    return pairs


def _agree(mine: Marked, wanted: Marked) -> bool:
    return all(_equal(mine.values.get(k), wanted.values[k]) for k in _AGREE.get(mine.kind, ()) if k in wanted.values)


def _equal(one: Value, other: Value) -> bool:
    """Whether two values are the same; a third is labelled with five digits."""
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-4)
    return one == other


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(1, one[1] - one[0], other[1] - other[0])


def _count(score: Score, text: str, sides: tuple[int, int], pairs: Sequence[tuple[Marked, Marked]]) -> None:
    score.extracted += sides[0]
    score.labelled += sides[1]
    score.found += len(pairs)
    for slot in _COUNTED.get(score.kind, ()):
        told = [(m, w) for m, w in pairs if slot in w.values or slot in w.spans]
        right, of = score.slots.get(slot, (0, 0))
        for m, w in told:
            if slot in w.spans and m.spans.get(slot) is None and w.spans[slot] is None:
                continue  # neither names anybody: no merit
            right, of = right + _same(text, m, w, slot), of + 1
        score.slots[slot] = (right, of)


def _same(text: str, mine: Marked, wanted: Marked, slot: str) -> bool:
    """Whether a slot is right; a name in one heading is the same as in another."""
    if slot not in wanted.spans:
        return mine.values.get(slot) == wanted.values.get(slot)
    one, other = mine.spans.get(slot), wanted.spans[slot]
    if one is None or other is None:
        return False
    return _overlap(one, other) >= 0.5 or fold(text[slice(*one)]) == fold(text[slice(*other)])


def _misses(
    labels: Labels, text: str, sides: tuple[Sequence[Marked], Sequence[Marked]], pairs: Sequence[tuple[Marked, Marked]]
) -> Iterator[Miss]:
    for side, paired, missed in ((sides[0], [m for m, _ in pairs], False), (sides[1], [w for _, w in pairs], True)):
        for entry in side:
            if not any(entry is p for p in paired):
                yield Miss(labels.document, labels.split, missed, entry, text[entry.start : entry.end])


def tables(scores: Sequence[Score]) -> list[Table]:
    """The scores as a table, development and held-out apart."""
    rows = tuple(
        (s.kind, s.split, s.documents, s.labelled, s.extracted, s.precision, s.recall, _slots(s)) for s in scores
    )
    note = "found: at least half of the longer words shared, and the kind, day or value the same; slots among the found"
    columns = ("kind", "split", "documents", "labelled", "extracted", "precision", "recall", "slots right")
    return [Table("Extraction", columns, rows, note)]


def _slots(score: Score) -> str:
    return ", ".join(f"{k} {right / of:.3f} of {of}" for k, (right, of) in score.slots.items() if of)


def as_data(scores: Sequence[Score]) -> dict[str, object]:
    """The scores as data."""
    return {"extraction": [{**asdict(s), "precision": s.precision, "recall": s.recall} for s in scores]}
