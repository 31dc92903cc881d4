"""From validity and relations to their bodies: states with proofs, relations with their sentences. Decides nothing."""

from collections.abc import Iterable

from api.schemas.entered import EnteredBody
from api.schemas.validity import FindingBody, ProofBody, RelationBody, StateBody
from corpus.document import unit_name
from corpus.entered import Entered
from corpus.errors import NotFoundError
from corpus.family_graph import Edge
from corpus.library import Library
from corpus.messages import Language, message
from corpus.relations import Finding
from corpus.rows import Entry
from corpus.units import UnitReference
from corpus.validity import Interval, Proof


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

    def finding(self, entry: Entry, finding: Finding) -> FindingBody:
        """A finding in words."""
        return FindingBody(
            code=finding.code,
            text=message(finding.code, self.language, **dict(finding.facts)),
            start=finding.start,
            end=finding.end,
            url=f"/documents/{entry.id}#c{finding.start}-{finding.end}",
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
