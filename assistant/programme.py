"""A programme sheet: its targets against its results, all its figures with their bases, its deadlines, shares by year.

Out of review tables and registers; what no document says stays empty. Knows nothing of formats.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from textwrap import shorten

from assistant.programme_compared import (
    ONLY_YEAR,
    Held,
    due_day,
    in_table,
    nearest,
    review_columns,
    words_of,
)
from assistant.programme_found import Programme, programme_named
from assistant.search import Filters, Search
from assistant.sheet import Sheet, SheetRow, SheetSection, SheetSource
from assistant.sourced import sourced
from assistant.tables import Row, Table, tables_of
from corpus.corpus import Corpus
from corpus.errors import RequestError
from corpus.messages import MESSAGES, Language, message
from corpus.registers import Duty, Figure, Registers, Span

_NAME = 120  # characters of a title that stands for a number
RegistersOf = Callable[[int], Registers]
_COLUMNS = ("indicator", "unit", "before", "target", "target-period", "result", "result-period", "judged")
_FIGURES = ("counts", "value", "unit", "base", "period", "stance", "place")
_DEADLINES = ("task", "lead", "deadline", "product")


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
        Held(
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
    names = "; ".join(e.identity.number or shorten(e.identity.title, _NAME) for e in programme.entries)
    return (message("programme-documents", language, documents=names),)


class _Rows:
    """The rows of a programme's documents, in one language."""

    def __init__(self, corpus: Corpus, held: Sequence[Held], language: Language) -> None:
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
        rows = [self._figure(h, f) for h in self._held for f in h.registers.figures if not in_table(h, f.printed)]
        return SheetSection(message("programme-figures", self._language), tuple(rows), columns=self.names(_FIGURES))

    def deadlines(self) -> SheetSection:
        """What falls due when, the earliest first, what has no day last."""
        found = [(h, d) for h in self._held for d in h.registers.duties if d.deadline is not None]
        found.sort(key=lambda one: due_day(one[1]) or date.max)
        rows = tuple(self._deadline(h, d) for h, d in found)
        return SheetSection(message("programme-deadlines", self._language), rows, columns=self.names(_DEADLINES))

    def by_year(self) -> Iterator[SheetSection]:
        """Tables whose columns are years, as they stand: levels by year and their shares."""
        for h in self._held:
            for table in h.tables:
                if sum(bool(ONLY_YEAR.match(c)) for c in table.header) >= 3:
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

    def _source(self, h: Held, span: Span) -> SheetSource:
        return sourced(self._corpus, h.entry, span)

    def _reviewed(self) -> Iterator[SheetRow]:
        for h in self._held:
            for table in h.tables:
                places = review_columns(table)
                if places is not None:
                    yield from (self._review_row(h, table, row, places) for row in table.rows if not row.is_total)

    def _review_row(self, h: Held, table: Table, row: Row, at: dict[str, int]) -> SheetRow:
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
        every = [(h, f) for h in self._held for f in h.registers.figures if not in_table(h, f.printed)]
        results = [(h, f) for h, f in every if f.stance == "result" and f.counts]
        targets = [(h, f) for h, f in every if f.stance == "target" and f.counts]
        for place, (h, target) in enumerate(targets):
            found = nearest(h, target, results)
            # only where each is the other's best: one result is no answer to five targets
            if found is not None and nearest(*results[found], targets) == place:
                yield self._pair(h, target, *results[found])

    def _pair(self, h: Held, target: Figure, other: Held, result: Figure) -> SheetRow:
        cells = (
            words_of(target.counts, h),
            self._unit(target),
            words_of(target.base, h) or words_of(result.base, other),
            target.printed.of(h.text),
            words_of(target.period, h),
            result.printed.of(other.text),
            words_of(result.period, other),
            "",
        )
        sources = (self._source(h, target.whole), self._source(other, result.whole))
        return SheetRow(cells, sources, locked=frozenset({0, 2, 3, 4, 5, 6}))

    def _unit(self, figure: Figure) -> str:
        code = f"unit-{figure.unit}"
        return message(code, self._language) if code in MESSAGES else figure.unit

    def _figure(self, h: Held, f: Figure) -> SheetRow:
        cells = (
            words_of(f.counts, h),
            f.printed.of(h.text),
            self._unit(f),
            words_of(f.base, h),
            words_of(f.period, h),
            message(f"stance-{f.stance}", self._language),
            words_of(f.place, h),
        )
        return SheetRow(cells, (self._source(h, f.whole),), locked=frozenset({0, 1, 3, 4, 6}))

    def _deadline(self, h: Held, d: Duty) -> SheetRow:
        phrase = d.deadline.phrase if d.deadline else None
        cells = (words_of(d.action, h), words_of(d.lead, h), words_of(phrase, h), words_of(d.product, h))
        due, undated = due_day(d), ""
        if due is None and d.deadline is not None:
            undated = f"{words_of(phrase, h)} ({message(f'undated-{d.deadline.kind}', self._language)})"
        late = (due,) if due and d.deadline and d.deadline.inclusive is False else ()
        locked = frozenset(range(len(cells)))
        return SheetRow(cells, (self._source(h, d.whole),), due=due, locked=locked, undated=undated, too_late=late)
