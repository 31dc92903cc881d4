"""What is asked of the registers, over HTTP and on the command line alike, and its answer. Shows nothing."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from api import register_bodies as bodies
from api.schemas.sent import Names
from assistant.sheet import Layout
from corpus.errors import RequestError
from corpus.library import Library
from corpus.messages import Language, message
from corpus.register_entries import years_of
from corpus.register_filters import (
    DEFAULT_ROLES,
    RULES,
    DefinitionFilter,
    DutyFilter,
    FigureFilter,
    Filter,
    Readers,
    RequirementFilter,
    Role,
)
from corpus.register_order import Order, Sort
from corpus.registers import Attribute, DeadlineKind, Stance, Strength, Subject
from ingest.extract import EXTRACTOR

Origin = Literal["rules", "second", "all"]
Named = Annotated[str, Field(min_length=1, max_length=200)] | None


class RegisterQuery(BaseModel):
    """Which documents, by id or number (may be given several times), and which page of the register."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: Names = []
    written: Language | None = Field(default=None, description="only of documents in this language")
    limit: int = Field(default=50, ge=1, le=1000)
    offset: int = Field(default=0, ge=0, le=10_000_000)
    sort: Sort | None = Field(default=None, description="what has nothing to sort by comes last")
    descending: bool = False
    layout: Layout | None = Field(default=None, description="by whose rules a document is printed that is asked for")
    origin: Origin | None = Field(
        default=None, description="who found it; left out: the rules, and the second reader where an editor accepted it"
    )

    @property
    def readers(self) -> Readers:
        """Whose entries the catalogue is asked for; what was rejected is in none."""
        match self.origin:
            case "rules":
                return RULES
            case "second":
                return Readers(rules=False, second=("proposed", "accepted"))
            case "all":
                return Readers(second=("proposed", "accepted"))
        return Readers(second=("accepted",))

    @property
    def order(self) -> Order:
        """As the catalogue takes it."""
        return Order(self.sort, self.descending)


class DutyQuery(RegisterQuery):
    """Duties: whose, by when (both days included), how binding."""

    agency: Named = Field(default=None, description="by any of its names", examples=["Department of Home Affairs"])
    role: list[Role] = Field(default=[], description="what it does there; lead or coordinator where left out")
    before: date | None = Field(default=None, examples=["2024-03-31"])
    after: date | None = None
    strength: list[Strength] = []
    deadline_kind: list[DeadlineKind] = []
    undated: bool = Field(default=False, description="only those whose deadline has no day")
    sort: Literal["document", "day", "lead", "strength"] | None = None

    def wanted(self) -> DutyFilter:
        """As the catalogue takes it; raises RequestError if no day can be between the two."""
        return DutyFilter(
            documents=tuple(self.document),
            written=self.written,
            readers=self.readers,
            agency=self.agency,
            roles=tuple(self.role) or DEFAULT_ROLES,
            before=self.before,
            after=self.after,
            strengths=tuple(self.strength),
            deadline_kinds=tuple(self.deadline_kind),
            undated=self.undated,
        )


class RequirementQuery(RegisterQuery):
    """Requirements: for whom, in what."""

    subject: Named = Field(default=None, description="by any of its names", examples=["trưởng phòng"])
    subject_kind: list[Subject] = []
    attribute: list[Attribute] = []
    sort: Literal["document", "subject", "subject_kind", "attribute"] | None = None

    def wanted(self) -> RequirementFilter:
        """As the catalogue takes it."""
        return RequirementFilter(
            documents=tuple(self.document),
            written=self.written,
            readers=self.readers,
            subject=self.subject,
            subject_kinds=tuple(self.subject_kind),
            attributes=tuple(self.attribute),
        )


class FigureQuery(RegisterQuery):
    """Figures: about what, in which unit, of which years, meant or reached."""

    about: Named = Field(default=None, description="what is counted, of what, or where", examples=["công chức"])
    unit: Names = []
    stance: list[Stance] = []
    period: str | None = Field(default=None, max_length=100, description="one year or two", examples=["2021-2025"])
    sort: Literal["document", "counts", "value", "unit", "year_from"] | None = None

    def wanted(self) -> FigureFilter:
        """As the catalogue takes it; raises RequestError for a period without a year."""
        years = years_of(self.period) if self.period is not None else None
        if self.period is not None and years is None:
            raise RequestError("registers-period", period=self.period)
        return FigureFilter(
            documents=tuple(self.document),
            written=self.written,
            readers=self.readers,
            about=self.about,
            units=tuple(self.unit),
            stances=tuple(self.stance),
            years=years,
        )


class DefinitionQuery(RegisterQuery):
    """Definitions: of which term; only abbreviations, or none."""

    term: Named = Field(default=None, description="by any of its names", examples=["VTVL"])
    abbreviation: bool | None = None
    sort: Literal["document", "term"] | None = None

    def wanted(self) -> DefinitionFilter:
        """As the catalogue takes it."""
        return DefinitionFilter(
            documents=tuple(self.document),
            written=self.written,
            readers=self.readers,
            term=self.term,
            abbreviation=self.abbreviation,
        )


def duties(library: Library, query: DutyQuery, language: Language) -> bodies.DutiesBody:
    """The duties that a query asks for; a remark tells how many deadlines without a day a choice of days leaves out."""
    wanted = query.wanted()
    entries = bodies.duty_bodies(library, library.duties(wanted, query.limit, query.offset, query.order))
    listed = _listed(library, query, wanted, language)
    if query.before is not None or query.after is not None:
        listed["remarks"] += _without_a_day(library, wanted, language)
    return bodies.DutiesBody(entries=entries, **listed)


def _without_a_day(library: Library, wanted: DutyFilter, language: Language) -> list[str]:
    """What a choice of days leaves out: deadlines that are counted from something, recur, or name no day."""
    chosen = wanted.deadline_kinds or get_args(DeadlineKind)
    counts = {
        kind: library.how_many(replace(wanted, before=None, after=None, deadline_kinds=(kind,), undated=True))
        for kind in chosen
    }
    if not any(counts.values()):
        return []
    kinds = "; ".join(f"{message(f'undated-{kind}', language)}: {n}" for kind, n in counts.items() if n)
    return [message("registers-without-day", language, count=sum(counts.values()), kinds=kinds)]


def requirements(library: Library, query: RequirementQuery, language: Language) -> bodies.RequirementsBody:
    """The requirements that a query asks for."""
    wanted = query.wanted()
    entries = bodies.requirement_bodies(library, library.requirements(wanted, query.limit, query.offset, query.order))
    return bodies.RequirementsBody(entries=entries, **_listed(library, query, wanted, language))


def figures(library: Library, query: FigureQuery, language: Language) -> bodies.FiguresBody:
    """The figures that a query asks for."""
    wanted = query.wanted()
    entries = bodies.figure_bodies(library, library.figures(wanted, query.limit, query.offset, query.order))
    return bodies.FiguresBody(entries=entries, **_listed(library, query, wanted, language))


def definitions(library: Library, query: DefinitionQuery, language: Language) -> bodies.DefinitionsBody:
    """The definitions that a query asks for."""
    wanted = query.wanted()
    entries = bodies.definition_bodies(library, library.definitions(wanted, query.limit, query.offset, query.order))
    return bodies.DefinitionsBody(entries=entries, **_listed(library, query, wanted, language))


def _listed(library: Library, query: RegisterQuery, wanted: Filter, language: Language) -> dict[str, Any]:
    old = len(library.extracted_otherwise(EXTRACTOR))
    remarks = [message("registers-old", language, count=old)] if old else []
    if query.origin is None and library.any_proposed():
        waiting = library.how_many(replace(wanted, readers=Readers(rules=False, second=("proposed",))))
        remarks += [message("registers-proposed", language, count=waiting)] if waiting else []
    return {"total": library.how_many(wanted), "offset": query.offset, "remarks": remarks}
