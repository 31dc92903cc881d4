"""Validity and relations as HTTP bodies: states with proofs, relations with their sentences, the family's picture."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from pydantic import BaseModel, Field

from assistant.affected import Affected
from assistant.affected_kept import Resting
from corpus.binding import Held
from corpus.document import unit_name
from corpus.entered import Entered
from corpus.errors import NotFoundError
from corpus.family_graph import Edge, Graph
from corpus.library import Library
from corpus.messages import Language, message
from corpus.relations import Finding, RelationKind
from corpus.rows import Entry
from corpus.units import UnitReference
from corpus.validity import Interval, Proof, Status, at


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


class FindingBody(BaseModel):
    """What cannot be right about what the document states, for editors."""

    code: str
    text: str
    start: int
    end: int
    url: str


class EnteredBody(BaseModel):
    """A state that was entered by hand."""

    id: int | None
    number: str
    status: Status
    first: date | None
    until: date | None
    who: str
    why: str
    source: str | None
    at: datetime | None


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


class Shown:
    """Bodies in one language, the texts at hand."""

    def __init__(self, library: Library, language: Language) -> None:
        self.library, self.language = library, language
        self._entries: dict[str, Entry | None] = {}

    def entry(self, id: str) -> Entry | None:
        """A live document; None where it has gone meanwhile."""
        if id not in self._entries:
            try:
                self._entries[id] = self.library.entry(id)
            except NotFoundError:
                self._entries[id] = None
        return self._entries[id]

    def relations(self, entry: Entry, day: date) -> RelationsBody:
        """Everything about one document."""
        intervals = self.library.intervals(entry.revision)
        outline = self.library.outline(entry.revision)
        addresses = dict.fromkeys(i.address for i in intervals if i.address)
        units = [
            UnitStatesBody(
                address=a, path=outline.path(a) or a, states=[self.state(i) for i in intervals if i.address == a]
            )
            for a in addresses
        ]
        held = self.library.held([entry.revision])
        return RelationsBody(
            document=entry.id,
            as_of=day,
            state=self.state(at(intervals, day)),
            history=[self.state(i) for i in intervals if not i.address],
            units=units,
            states=[self.relation(e) for e in self.library.stated_by(entry.revision)],
            stated=[self.relation(e) for e in self.library.stated_of(entry.revision)],
            family=self.family(self.library.family(entry.revision), day),
            findings=[self.finding(entry, f) for f in self.library.findings(entry.revision)],
            entered=[entered_body(e) for e in self.library.entered_statuses(held[0])] if held else [],
        )

    def state(self, interval: Interval) -> StateBody:
        """A state with what proves it."""
        return StateBody(
            state=interval.status,
            label=message(f"status-{interval.status.value}", self.language),
            first=interval.first,
            until=interval.until,
            by=list(interval.by),
            changed=interval.changed,
            proofs=[self.proof(p) for p in interval.proofs],
        )

    def proof(self, proof: Proof) -> ProofBody:
        """A sentence, or who entered it."""
        return ProofBody(
            document=proof.document,
            quote=self.quote(proof.document, proof.start, proof.end),
            start=proof.start,
            end=proof.end,
            url=f"/documents/{proof.document}#c{proof.start}-{proof.end}",
            by_hand=proof.by_hand,
        )

    def quote(self, document: str, start: int, end: int) -> str:
        """Words of a document; empty where it has gone meanwhile."""
        entry = self.entry(document)
        return self.library.text(entry.revision)[start:end] if entry else ""

    def relation(self, edge: Edge) -> RelationBody:
        """A statement."""
        r, source = edge.relation, edge.source.id
        return RelationBody(
            kind=r.kind,
            label=message(f"relation-{r.kind.value}", self.language),
            source=source,
            source_unit=r.source_unit,
            target=edge.target.id if edge.target else None,
            printed=r.target.printed,
            units=named_units(r.units, self.language),
            exceptions=named_units(r.exceptions, self.language),
            partial=r.partial,
            day=r.day,
            until=r.until,
            swaps=[(s.old, s.new) for s in r.swaps],
            quote=self.quote(source, r.start, r.end),
            start=r.start,
            end=r.end,
            phrase_start=r.phrase_start,
            phrase_end=r.phrase_end,
            url=f"/documents/{source}#c{r.start}-{r.end}",
        )

    def family(self, graph: Graph, day: date) -> FamilyBody:
        """Nodes and edges; of a document that is only named there is what the sentence says."""
        intervals = self.library.intervals_of((d.revision for d in graph.documents), whole=True)
        nodes = [self._node(d, intervals.get(d.revision, ()), day) for d in graph.documents]
        named = {e.end: e for e in graph.edges if e.target is None}
        nodes += [_named_node(end, e) for end, e in sorted(named.items())]
        edges = [self._edge(e) for e in graph.edges]
        return FamilyBody(nodes=nodes, edges=edges, whole=graph.whole)

    def finding(self, entry: Entry, finding: Finding) -> FindingBody:
        """A finding in words."""
        return FindingBody(
            code=finding.code,
            text=message(finding.code, self.language, **dict(finding.facts)),
            start=finding.start,
            end=finding.end,
            url=f"/documents/{entry.id}#c{finding.start}-{finding.end}",
        )

    def _node(self, held: Held, intervals: Sequence[Interval], day: date) -> NodeBody:
        entry = self.entry(held.id)
        live = (Status.IN_FORCE, Status.PARTLY_EXPIRED)
        return NodeBody(
            id=held.id,
            number=entry.identity.number if entry else None,
            title=entry.identity.title if entry else None,
            type=held.type,
            language=held.language,
            issued=held.issued,
            effective=next((i.first for i in intervals if i.status in live), None),
            expired=next((i.first for i in intervals if i.status is Status.EXPIRED), None),
            state=at(intervals, day).status,
            history=[SpanOfStateBody(state=i.status, first=i.first, until=i.until) for i in intervals],
            indexed=True,
            url=f"/documents/{held.id}",
        )

    def _edge(self, edge: Edge) -> EdgeBody:
        r = edge.relation
        return EdgeBody(
            source=edge.source.id,
            target=edge.end,
            kind=r.kind,
            label=message(f"relation-{r.kind.value}", self.language),
            day=r.day,
            partial=r.partial,
            units=named_units(r.units, self.language),
            quote=self.quote(edge.source.id, r.start, r.end),
            url=f"/documents/{edge.source.id}#c{r.start}-{r.end}",
        )


def _named_node(end: str, edge: Edge) -> NodeBody:
    target = edge.relation.target
    return NodeBody(
        id=end,
        number=target.printed,
        title=None,
        type=target.type,
        language=None,
        issued=target.issued,
        effective=None,
        expired=None,
        state=Status.UNKNOWN,
        history=[],
        indexed=False,
        url=None,
    )


def named_units(units: Iterable[UnitReference], language: Language) -> list[str]:
    """Units as they are cited."""
    return [", ".join(unit_name(kind, mark, language) for kind, mark in u.named) for u in units]


def entered_body(entered: Entered) -> EnteredBody:
    """What was entered by hand."""
    e = entered
    return EnteredBody(
        id=e.id, number=e.number, status=e.status, first=e.first, until=e.until, who=e.who, why=e.why, source=e.source,
        at=e.at,
    )  # fmt: skip


class EnteredListBody(BaseModel):
    """What became of entries: how many were kept, which documents they apply to now, which rows could not be read."""

    entered: int
    documents: list[str]
    refused: list[int]


class RestingBody(BaseModel):
    """A kept checklist or course that cites the document: in how many of its items, and when it was made."""

    id: str
    title: str
    items: int
    made: date


class RestingAnswerBody(BaseModel):
    """A kept answer that cites the document, to a question asked for the day `as_of`."""

    question: str
    as_of: date
    citations: int
    conversation: str | None
    turn: int | None


class AffectedBody(BaseModel):
    """What rests on a document that has been changed: `since` is the first change, null where there is none.

    Of the answers, those of the reader's own conversations are listed, and those of others counted.
    """

    document: str
    since: date | None
    changes: list[RelationBody]
    documents: list[RelationBody]
    checklists: list[RestingBody]
    courses: list[RestingBody]
    answers: list[RestingAnswerBody]
    answers_of_others: int


def affected_body(found: Affected, shown: Shown, *, every_answer: bool = False) -> AffectedBody:
    """What rests on a document, as a body; with `every_answer` for whoever runs the archive."""
    listed = [a for a in found.answers if every_answer or a.conversation is not None]
    return AffectedBody(
        document=found.entry.id,
        since=found.first,
        changes=[shown.relation(e) for e in found.changes],
        documents=[shown.relation(e) for e in found.documents],
        checklists=[_resting(c) for c in found.checklists],
        courses=[_resting(c) for c in found.courses],
        answers=[
            RestingAnswerBody(
                question=a.question, as_of=a.as_of, citations=a.citations, conversation=a.conversation, turn=a.turn
            )
            for a in listed
        ],
        answers_of_others=len(found.answers) - len(listed),
    )


def _resting(r: Resting) -> RestingBody:
    return RestingBody(id=r.id, title=r.title, items=r.items, made=r.made)
