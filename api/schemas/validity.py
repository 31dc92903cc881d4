"""Validity and relations over HTTP: states with what proves them, what one document says of another."""

from datetime import date

from pydantic import BaseModel, Field

from api.schemas.entered import EnteredBody
from api.schemas.family import FamilyBody
from corpus.relations import RelationKind
from corpus.validity import Status


class ProofBody(BaseModel):
    """What proves a state: a sentence of an indexed document, or what was entered by hand (`by_hand`)."""

    document: str
    quote: str
    start: int
    end: int
    url: str
    by_hand: str | None = Field(description="who entered it, when, why, from where; null for a sentence")


class StateBody(BaseModel):
    """A state from `first` (null: from the beginning) until the day before `until` (null: open)."""

    state: Status
    label: str = Field(examples=["còn hiệu lực"])
    first: date | None
    until: date | None
    by: list[str] = Field(description="ids of the documents that brought it about")
    changed: bool = Field(description="of a unit: in force in other words than the document's own")
    proofs: list[ProofBody]


class UnitStatesBody(BaseModel):
    """The states of a unit of which something is said."""

    address: str
    path: str
    states: list[StateBody]


class RelationBody(BaseModel):
    """One statement of a document about another, with its sentence; `target` is null where that is not indexed."""

    kind: RelationKind
    label: str = Field(examples=["thay thế"])
    source: str
    source_unit: str | None
    target: str | None
    printed: str = Field(description="the target as the sentence names it")
    units: list[str] = Field(description="units of the target, as they are cited; empty: the whole, or `partial`")
    exceptions: list[str]
    partial: bool
    day: date | None = Field(description="from when, where the sentence says so")
    until: date | None
    swaps: list[tuple[str, str]]
    quote: str
    start: int
    end: int
    phrase_start: int
    phrase_end: int
    url: str


class FindingBody(BaseModel):
    """What cannot be right about what the document states, for editors."""

    code: str
    text: str
    start: int
    end: int
    url: str


class RelationsBody(BaseModel):
    """Validity and family of one document, as of a day."""

    document: str
    as_of: date
    state: StateBody
    history: list[StateBody]
    units: list[UnitStatesBody]
    states: list[RelationBody] = Field(description="what the document says of others")
    stated: list[RelationBody] = Field(description="what others say of the document")
    family: FamilyBody
    findings: list[FindingBody]
    entered: list[EnteredBody]
