"""In which order the entries of a register come: what SQL sorts by. Knows neither filters nor how entries are shown."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, func, select

from corpus import schema
from corpus.register_entries import UNDATED, Kind

Column = Literal["day", "strength", "attribute", "subject_kind", "value", "unit", "year_from"]
Name = Literal["lead", "subject", "counts", "term"]
Sort = Literal["document", Column, Name]
_E, _M, _N, _R = schema.register_entries, schema.register_mentions, schema.register_names, schema.revisions


@dataclass(frozen=True, slots=True)
class Order:
    """By what, and whether the last comes first; entries that have nothing to sort by come last in either case.

    Without `by`: as the register has them, by day and then as they stand in the documents.
    """

    by: Sort | None = None
    descending: bool = False

    def terms(self, kind: Kind) -> list[ColumnElement[Any]]:
        """What the rows are ordered by; the end is always their place, so that pages neither overlap nor leave out."""
        place = [_E.c.day, _E.c.revision, _E.c.ordinal]
        if self.by is None:
            return [term.desc() for term in place] if self.descending else list(place)
        by = self._key(kind, self.by)
        return [by.is_(None), by.desc() if self.descending else by.asc(), *place]

    @staticmethod
    def _key(kind: Kind, by: Sort) -> ColumnElement[Any]:
        if by == "document":
            return select(_R.c.document).where(_R.c.id == _E.c.revision).scalar_subquery()
        if by in get_args(Name):
            same = (_M.c.revision == _E.c.revision) & (_M.c.ordinal == _E.c.ordinal)
            named = select(func.min(_N.c.name)).join(_M, _M.c.name == _N.c.id)
            return named.where(same, _M.c.kind == kind, _M.c.role == by).scalar_subquery()
        column: ColumnElement[Any] = _E.c[by]
        # an entry without a day keeps the last one there is: for sorting it has none
        return func.nullif(column, UNDATED) if by == "day" else column
