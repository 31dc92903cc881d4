"""Which entries of the registers are wanted, as conditions on their rows. Knows no connection and shows nothing.

Names are compared folded, by the abbreviations of the glossary and across the two languages (corpus.names_alike).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from sqlalchemy import ColumnElement, false, or_, select, tuple_

from corpus import schema
from corpus.errors import RequestError
from corpus.identity import find_numbers
from corpus.messages import Language
from corpus.names_alike import keys_alike
from corpus.register_entries import SECOND, UNDATED, Kind
from corpus.registers import Attribute, DeadlineKind, Stance, Strength, Subject

Role = Literal["lead", "coordinator", "assigner", "report_to"]
DEFAULT_ROLES: tuple[Role, ...] = ("lead", "coordinator")
SecondState = Literal["proposed", "accepted", "rejected"]
Condition = ColumnElement[bool]
_E, _T, _M, _R = schema.register_entries, schema.register_tails, schema.register_mentions, schema.revisions
_S = schema.second_entries


@dataclass(frozen=True, slots=True)
class Readers:
    """Whose entries: those of the rules, and those of the second reader that are in one of some states."""

    rules: bool = True
    second: tuple[SecondState, ...] = ()

    def conditions(self, kind: Kind) -> list[Condition]:
        """What a row has to fulfil."""
        ours = _E.c.ordinal < SECOND
        if not self.second:
            return [ours if self.rules else false()]
        wanted = select(_S.c.revision, _S.c.ordinal).where(_S.c.kind == kind, _S.c.state.in_(self.second))
        theirs = tuple_(_E.c.revision, _E.c.ordinal).in_(wanted)
        # said so, the rules' own entries are looked up nowhere
        return [~(~ours & ~theirs)] if self.rules else [theirs]


RULES = Readers()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Entries of some documents, named by id or number; none named: of all. The rules' own, unless `readers` says.

    `written`: only of documents in that language, so that a document and its translation are not told twice.
    """

    kind: ClassVar[Kind]

    documents: tuple[str, ...] = ()
    written: Language | None = None
    readers: Readers = RULES

    def conditions(self) -> list[Condition]:
        """What a row has to fulfil, whichever document it is of."""
        return []


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFilter(Filter):
    """Duties of an agency, to be done on days (both included: "before 31 March" is a deadline of that day).

    An agency is looked for in `roles`: as lead or among the coordinators, where nothing else is said. A duty without
    a day is left out where days are asked for; `undated` asks for those whose deadline has none.
    """

    kind = "duty"

    agency: str | None = None
    roles: tuple[Role, ...] = DEFAULT_ROLES
    before: date | None = None
    after: date | None = None
    strengths: tuple[Strength, ...] = ()
    deadline_kinds: tuple[DeadlineKind, ...] = ()
    undated: bool = False

    def __post_init__(self) -> None:
        """Raises RequestError where no day can be between the two, or none is asked for beside one."""
        if self.undated and (self.before or self.after):
            raise RequestError("registers-undated")
        if self.before is not None and self.after is not None and self.after > self.before:
            raise RequestError("registers-days", after=self.after, before=self.before)

    def conditions(self) -> list[Condition]:
        """What a row has to fulfil, whichever document it is of."""
        found = _one_of("strength", self.strengths)
        found += _one_of("deadline_kind", self.deadline_kinds)
        if self.agency is not None:
            found.append(_names(self.kind, self.roles, self.agency))
        if self.undated:
            found += [_E.c.deadline_kind.is_not(None), _E.c.day == UNDATED]
        if self.before is not None:
            found += [_E.c.day <= self.before, _E.c.day < UNDATED]
        if self.after is not None:
            found += [_E.c.day >= self.after, _E.c.day < UNDATED]
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementFilter(Filter):
    """What is required of a post, a rank, a candidate or a dossier (`subject`), and in what."""

    kind = "requirement"

    subject: str | None = None
    subject_kinds: tuple[Subject, ...] = ()
    attributes: tuple[Attribute, ...] = ()

    def conditions(self) -> list[Condition]:
        """What a row has to fulfil, whichever document it is of."""
        found = _one_of("subject_kind", self.subject_kinds)
        found += _one_of("attribute", self.attributes)
        return found if self.subject is None else [*found, _names(self.kind, ("subject",), self.subject)]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFilter(Filter):
    """Figures about something (what they count, of what, where), of a period that has years of `years` in it."""

    kind = "figure"

    about: str | None = None
    units: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    years: tuple[int, int] | None = None

    def conditions(self) -> list[Condition]:
        """What a row has to fulfil, whichever document it is of."""
        found = [*_one_of("unit", self.units), *_one_of("stance", self.stances)]
        if self.about is not None:
            found.append(_names(self.kind, ("counts", "base", "place"), self.about))
        if self.years is not None:
            found += [_E.c.year_from <= self.years[1], _E.c.year_to >= self.years[0]]
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionFilter(Filter):
    """What a term means, or what an abbreviation stands for."""

    kind = "definition"

    term: str | None = None
    abbreviation: bool | None = None

    def conditions(self) -> list[Condition]:
        """What a row has to fulfil, whichever document it is of."""
        found = [] if self.term is None else [_names(self.kind, ("term",), self.term)]
        return found if self.abbreviation is None else [*found, _E.c.abbreviation.is_(self.abbreviation)]


def _one_of(column: str, values: Sequence[str]) -> list[Condition]:
    return [_E.c[column].in_(values)] if values else []


def of_document(named: str) -> Condition:
    """Whether a document has an id or a number."""
    number = next(iter(find_numbers(named)), None)
    same = _R.c.document == named.strip()
    return same if number is None else same | (_R.c.number_key == number.key)


def _names(kind: Kind, roles: Iterable[str], said: str) -> Condition:
    """Whether an entry names somebody or something in one of these roles, by any name that it goes by."""
    keys = keys_alike(said)
    if not keys:
        return false()
    # a key, or a key and a blank before more words: "!" is what comes after the blank
    begins = or_(*((_T.c.tail >= key) & (_T.c.tail < f"{key}!") for key in keys))
    meant = _M.c.name.in_(select(_T.c.name).where(begins))
    named = select(_M.c.revision, _M.c.ordinal).where(meant, _M.c.kind == kind, _M.c.role.in_(list(roles)))
    return tuple_(_E.c.revision, _E.c.ordinal).in_(named)
