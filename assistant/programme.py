"""A programme sheet: its targets against its results, all its figures with their bases, its deadlines, shares by year.

Out of review tables and registers; what no document says stays empty. Knows nothing of formats.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.programme_found import Programme, programme_named
from assistant.search import Filters, Search
from assistant.sheet import Sheet, SheetRow, SheetSection, SheetSource
from assistant.sourced import sourced
from assistant.tables import Row, Table, tables_of
from assistant.units import same_length
from corpus.corpus import Corpus
from corpus.errors import RequestError
from corpus.folding import fold, stem, words
from corpus.messages import Language, message
from corpus.registers import Duty, Figure, Registers, Span
from corpus.rows import Entry

RegistersOf = Callable[[int], Registers]
_TARGET = re.compile(r"muc tieu|chi tieu (?:den|nam|giao|\d)|ke hoach|target(?! *$)|objective|planned|goal")
_RESULT = re.compile(r"ket qua|thuc hien|dat duoc|da dat|results?|achieved|actual|reached")
_JUDGED = re.compile(r"danh gia|ghi chu|tien do|assessment|evaluation|remark")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ONLY_YEAR = re.compile(r"^\D{0,12}(?:19|20)\d\d\D{0,3}$")
_LIKE = 0.6  # of the words of what two figures count, that they share
_TOLD = 3  # words at least: "cadres" alone counts anybody
_WORDS = "va cac cua duoc co tai the of and in to with for at so"
_LITTLE = frozenset(_WORDS.split(" "))
_COLUMNS = ("indicator", "unit", "before", "target", "target-period", "result", "result-period", "judged")
_FIGURES = ("counts", "value", "unit", "base", "period", "stance", "place")
_DEADLINES = ("task", "lead", "deadline", "product")


@dataclass(frozen=True, slots=True)
class _Held:
    """A document of the programme as its rows are read from it."""

    entry: Entry
    text: str
    tables: tuple[Table, ...]
    registers: Registers


def programme_sheet(
    search: Search,
    name: str,
    filters: Filters | None = None,
    language: Language = "vi",
    registers: RegistersOf | None = None,
) -> Sheet:
    """The sheet of a programme or project; raises RequestError for an empty name."""
    if not any(c.isalnum() for c in name):
        raise RequestError("programme-empty")
    programme = programme_named(search, name, filters, language)
    library = search.corpus.library
    read = registers or library.registers
    held = [
        _Held(
            e,
            library.text(e.revision),
            tuple(tables_of(library.text(e.revision), library.outline(e.revision))),
            read(e.revision),
        )
        for e in programme.entries
    ]
    rows = _Rows(search.corpus, held, language)
    sections = (rows.against(), rows.figures(), rows.deadlines(), *rows.by_year())
    return Sheet(
        kind="programme",
        title=message("programme-title", language, name=_title(programme)),
        language=language,
        columns=rows.names(_COLUMNS),
        sections=tuple(s for s in sections if s.rows),
        made=date.today(),
        layout="party",
        notes=_notes(search, programme, filters, language),
    )


def _title(programme: Programme) -> str:
    first = programme.own[0].identity if programme.own else None
    return f"{first.number} - {first.title}" if first and first.number else programme.name


def _notes(search: Search, programme: Programme, filters: Filters | None, language: Language) -> tuple[str, ...]:
    if not programme.entries:
        count = len(search.view.admitted(filters))
        return (message("programme-none", language, name=programme.name, count=count),)
    names = "; ".join(e.identity.number or e.identity.title for e in programme.entries)
    return (message("programme-documents", language, documents=names),)


class _Rows:
    """The rows of a programme's documents, in one language."""

    def __init__(self, corpus: Corpus, held: Sequence[_Held], language: Language) -> None:
        self._corpus, self._held, self._language = corpus, held, language

    def names(self, columns: Iterable[str]) -> tuple[str, ...]:
        """The headings of columns."""
        return tuple(message(f"programme-column-{name}", self._language) for name in columns)

    def against(self) -> SheetSection:
        """Targets against results: out of review tables, then figures that count the same thing."""
        rows = [*self._reviewed(), *self._matched()]
        return SheetSection(message("programme-against", self._language), tuple(rows))

    def figures(self) -> SheetSection:
        """Every figure with what it is of: the words as printed."""
        rows = [self._figure(h, f) for h in self._held for f in h.registers.figures if not _in_table(h, f.printed)]
        return SheetSection(message("programme-figures", self._language), tuple(rows), columns=self.names(_FIGURES))

    def deadlines(self) -> SheetSection:
        """What falls due when, the earliest first, what has no day last."""
        found = [(h, d) for h in self._held for d in h.registers.duties if d.deadline is not None]
        found.sort(key=lambda one: _due(one[1]) or date.max)
        rows = tuple(self._deadline(h, d) for h, d in found)
        return SheetSection(message("programme-deadlines", self._language), rows, columns=self.names(_DEADLINES))

    def by_year(self) -> Iterator[SheetSection]:
        """Tables whose columns are years, as they stand: levels by year and their shares."""
        for h in self._held:
            for table in h.tables:
                if sum(bool(_ONLY_YEAR.match(c)) for c in table.header) >= 3:
                    document = h.entry.identity.number or h.entry.identity.title
                    rows = tuple(
                        SheetRow(
                            row.cells,
                            (self._source(h, row.span),),
                            locked=frozenset(range(len(row.cells))),
                        )
                        for row in table.rows
                    )
                    title = message("programme-by-year", self._language, document=document)
                    yield SheetSection(title, rows, columns=table.header)

    def _source(self, h: _Held, span: Span) -> SheetSource:
        return sourced(self._corpus, h.entry, span)

    def _reviewed(self) -> Iterator[SheetRow]:
        for h in self._held:
            for table in h.tables:
                places = _review_columns(table)
                if places is not None:
                    yield from (self._review_row(h, table, row, places) for row in table.rows if not row.is_total)

    def _review_row(self, h: _Held, table: Table, row: Row, at: dict[str, int]) -> SheetRow:
        def cell(name: str) -> str:
            return row.cells[at[name]] if name in at else ""

        before = f"{cell('before')} ({table.header[at['before']]})" if cell("before").strip("-– ") else ""
        cells = (
            cell("indicator"),
            "%" if "%" in cell("target") else message("programme-number", self._language),
            before,
            cell("target"),
            table.header[at["target"]],
            cell("result"),
            table.header[at["result"]],
            cell("judged"),
        )
        return SheetRow(cells, (self._source(h, row.span),), locked=frozenset(range(len(cells))) - {1})

    def _matched(self) -> Iterator[SheetRow]:
        """Targets and results that the registers hold and that count the same, in the same unit."""
        every = [(h, f) for h in self._held for f in h.registers.figures if not _in_table(h, f.printed)]
        results = [(h, f) for h, f in every if f.stance == "result" and f.counts]
        targets = [(h, f) for h, f in every if f.stance == "target" and f.counts]
        for place, (h, target) in enumerate(targets):
            found = _best(h, target, results)
            # only where each is the other's best: one result is no answer to five targets
            if found is not None and _best(*results[found], targets) == place:
                yield self._pair(h, target, *results[found])

    def _pair(self, h: _Held, target: Figure, other: _Held, result: Figure) -> SheetRow:
        cells = (
            _of(target.counts, h),
            self._unit(target),
            _of(target.base, h) or _of(result.base, other),
            target.printed.of(h.text),
            _of(target.period, h),
            result.printed.of(other.text),
            _of(result.period, other),
            "",
        )
        sources = (self._source(h, target.whole), self._source(other, result.whole))
        return SheetRow(cells, sources, locked=frozenset({0, 2, 3, 4, 5, 6}))

    def _unit(self, figure: Figure) -> str:
        names = {"percent": "%", "times": message("programme-times", self._language)}
        return names.get(figure.unit, figure.unit)

    def _figure(self, h: _Held, f: Figure) -> SheetRow:
        cells = (
            _of(f.counts, h),
            f.printed.of(h.text),
            self._unit(f),
            _of(f.base, h),
            _of(f.period, h),
            message(f"stance-{f.stance}", self._language),
            _of(f.place, h),
        )
        return SheetRow(cells, (self._source(h, f.whole),), locked=frozenset({0, 1, 3, 4, 6}))

    def _deadline(self, h: _Held, d: Duty) -> SheetRow:
        phrase = d.deadline.phrase if d.deadline else None
        cells = (_of(d.action, h), _of(d.lead, h), _of(phrase, h), _of(d.product, h))
        return SheetRow(cells, (self._source(h, d.whole),), due=_due(d), locked=frozenset(range(len(cells))))


def _of(span: Span | None, h: _Held) -> str:
    return " ".join(span.of(h.text).split()) if span else ""


def _due(duty: Duty) -> date | None:
    return duty.deadline.day if duty.deadline else None


def _in_table(h: _Held, span: Span) -> bool:
    return any(t.span.start <= span.start < t.span.end for t in h.tables)


def _review_columns(table: Table) -> dict[str, int] | None:
    """Which column is what in a review table; None where it has no targets or no results."""
    header = [same_length(cell) for cell in table.header]
    at: dict[str, int] = {}
    for i, cell in enumerate(header):
        year = bool(_ONLY_YEAR.match(cell))
        if _RESULT.search(cell):
            at.setdefault("result", i)
        elif _TARGET.search(cell) and _YEAR.search(cell):
            at.setdefault("target", i)
        elif _JUDGED.search(cell):
            at.setdefault("judged", i)
        elif year:
            at.setdefault("before", i)
    if "result" not in at or "target" not in at:
        return None
    taken = set(at.values())
    wordy = [i for i in range(len(header)) if i not in taken and _is_wordy(table, i)]
    return {**at, "indicator": wordy[0]} if wordy else None


def _is_wordy(table: Table, column: int) -> bool:
    return sum(len(row.cells[column].split()) > 1 for row in table.rows) * 2 > len(table.rows)


def _best(h: _Held, figure: Figure, others: Sequence[tuple[_Held, Figure]]) -> int | None:
    """Which of other figures counts most nearly the same; None where none does."""
    alike = [(_alike(h, figure, other, f), -i) for i, (other, f) in enumerate(others)]
    best = max(alike, default=(0.0, 0))
    return -best[1] if best[0] >= _LIKE else None


def _alike(h: _Held, one: Figure, other: _Held, two: Figure) -> float:
    """How much of what two figures count is the same: nothing where units or years differ, or too little is said."""
    if h is other or one.unit != two.unit or one.counts is None or two.counts is None:
        return 0.0
    years = _years(one, h), _years(two, other)
    if all(years) and not years[0] & years[1]:
        return 0.0
    mine, theirs = _stems(one.counts.of(h.text)), _stems(two.counts.of(other.text))
    return len(mine & theirs) / len(mine | theirs) if min(len(mine), len(theirs)) >= _TOLD else 0.0


def _years(figure: Figure, h: _Held) -> set[int]:
    """The years that a period names, and those between two of them."""
    found = sorted(int(y) for y in _YEAR.findall(_of(figure.period, h)))
    return set(range(found[0], found[-1] + 1)) if found else set()


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(fold(w)) for w in words(text)) - _LITTLE
