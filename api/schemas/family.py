"""The picture of a document's family over HTTP: documents and what one says of another."""

from datetime import date

from pydantic import BaseModel, Field

from corpus.relations import RelationKind
from corpus.validity import Status


class SpanOfStateBody(BaseModel):
    """A state without its proofs, as a picture draws it."""

    state: Status
    first: date | None
    until: date | None


class NodeBody(BaseModel):
    """A document of the family; `indexed` is false for one that is only named."""

    id: str
    number: str | None
    title: str | None
    type: str | None
    language: str | None
    issued: date | None
    effective: date | None
    expired: date | None
    state: Status
    history: list[SpanOfStateBody] = Field(description="its states one after the other, as far as they are known")
    indexed: bool
    url: str | None


class EdgeBody(BaseModel):
    """What one document of the family says of another."""

    source: str
    target: str
    kind: RelationKind
    label: str
    day: date | None
    partial: bool
    units: list[str]
    quote: str
    url: str


class FamilyBody(BaseModel):
    """The picture: documents in the order of their issue, and statements; `whole` is false where there are more."""

    nodes: list[NodeBody]
    edges: list[EdgeBody]
    whole: bool
