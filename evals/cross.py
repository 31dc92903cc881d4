"""Across the languages: is the passage found that answers a question asked in the other language?

The documents hold some texts in both languages. A question in English is answered only by documents that have no
translation; a Vietnamese one is asked as if the originals of the translated documents were not there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.search import Filters, Search
from corpus.errors import RequestError
from corpus.folding import nfc
from corpus.messages import Language
from corpus.passage import PassageKey
from evals.answers import opened
from evals.bench import read_lines
from evals.show import Cell, Table, along

CASES = Path(__file__).resolve().parent / "cross"
DEPTHS = (1, 5, 10)


class CrossCase(BaseModel):
    """A question, and where its answer stands: any of the quotes in any of the documents (files without suffix)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    language: Language
    held_out: bool
    documents: tuple[str, ...] = Field(min_length=1)
    quotes: tuple[str, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class CrossResult:
    """A case, and at which place the first right passage was found (None: not among the first ten)."""

    case: CrossCase
    place: int | None


def read_cases(folder: Path = CASES) -> list[CrossCase]:
    """The cases of a folder; raises NotFoundError or RequestError, naming the place."""
    cases: list[CrossCase] = []
    for file in sorted(folder.glob("*.jsonl")):
        for row in read_lines(file):
            try:
                cases.append(CrossCase.model_validate(row))
            except ValidationError as error:
                raise RequestError(
                    "bad-request", detail=f"{file}, case {row.get('id')}: {error.errors()[0]}"
                ) from error
    if not cases:
        raise RequestError("bad-request", detail=f"{folder} holds no case")
    return cases


def evaluate(documents: Path, index: Path | None = None) -> list[CrossResult]:
    """Indexes the documents and asks every case."""
    with opened(documents, index) as (corpus, _):
        return measure(Search(corpus), read_cases())


def measure(search: Search, cases: Iterable[CrossCase]) -> list[CrossResult]:
    """Asks the cases over an indexed dossier."""
    among = Filters(documents=tuple(sorted(_without_originals(search))))
    asked = list(cases)
    return [
        CrossResult(case, place_of(search, case, among if case.language == "vi" else None))
        for case in along(asked, "Asking")
    ]


def _without_originals(search: Search) -> set[str]:
    """The documents less the Vietnamese ones that lie there in English too."""
    names = {e.id: Path(e.source.name).stem for e in search.view.entries.values()}
    translated = {n.removesuffix(".en") for n in names.values() if n.endswith(".en")}
    return {id for id, name in names.items() if name not in translated}


def place_of(search: Search, case: CrossCase, filters: Filters | None) -> int | None:
    """Where the first passage stands that holds one of the case's quotes."""
    hits = search.find(case.question, max(DEPTHS), filters)
    return next(
        (i for i, hit in enumerate(hits, 1) if any(_right(search, key, case) for key in (hit.key, *hit.also))), None
    )


def _right(search: Search, key: PassageKey, case: CrossCase) -> bool:
    if Path(search.view.entries[key.revision].source.name).stem not in case.documents:
        return False
    passage = search.corpus.library.passages([key])[key]
    text = _even(search.corpus.library.text(key.revision)[passage.start : passage.end])
    return any(_even(quote) in text for quote in case.quotes)


def _even(text: str) -> str:
    return " ".join(nfc(text).casefold().split())


def shares(results: Sequence[CrossResult]) -> dict[str, float]:
    """Hit@1, Hit@5 and Hit@10."""
    within = {d: sum(r.place is not None and r.place <= d for r in results) for d in DEPTHS}
    return {f"hit_at_{d}": count / len(results) if results else 0.0 for d, count in within.items()}


_GROUPS: dict[str, Callable[[CrossCase], bool]] = {
    "all": lambda _: True,
    "English question, Vietnamese text": lambda c: c.language == "en",
    "Vietnamese question, English text": lambda c: c.language == "vi",
    "development": lambda c: not c.held_out,
    "held out": lambda c: c.held_out,
}


def grouped(results: Sequence[CrossResult]) -> dict[str, list[CrossResult]]:
    """The results by direction, and by development and held out."""
    return {name: [r for r in results if of(r.case)] for name, of in _GROUPS.items()}


def as_data(results: Sequence[CrossResult]) -> dict[str, object]:
    """The result as it is given out as JSON."""
    return {
        "groups": {name: {"cases": len(some), **shares(some)} for name, some in grouped(results).items()},
        "cases": [{**r.case.model_dump(), "place": r.place} for r in results],
    }


def tables(results: Sequence[CrossResult]) -> list[Table]:
    """The shares, then the cases that were not among the first five."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (name, len(some), *shares(some).values()) for name, some in grouped(results).items()
    )
    missed = tuple((r.case.id, r.case.question, r.place) for r in results if r.place is None or r.place > 5)
    return [
        Table("Across the languages", ("cases", "number", *(f"Hit@{d}" for d in DEPTHS)), rows),
        Table("Not among the first five", ("case", "question", "place"), missed),
    ]
