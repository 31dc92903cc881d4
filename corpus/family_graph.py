"""A document's family as a picture needs it: the documents, indexed or only named, and what they say of each other.

Knows the tables through `relation_rows`; reckons nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from corpus.binding import Held, one_work
from corpus.competence import may_change
from corpus.family import Family, keys_of
from corpus.relation_rows import held, named_so, relations_of, relations_to
from corpus.relations import CHANGING, Relation, RelationKind

# what a family hangs together by; the rest (bases, guidance) is shown around the document itself only
_KIN = CHANGING | {RelationKind.CONSOLIDATES}
_AROUND = frozenset({RelationKind.BASED_ON, RelationKind.DETAILS, RelationKind.GUIDES})
_MOST = 200  # documents: a picture of more shows nothing


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement: who makes it, and of whom; `target` is None where what is named is not indexed."""

    source: Held
    relation: Relation
    target: Held | None

    @property
    def counts(self) -> bool:
        """Whether it is for its source to say, where it changes something."""
        kind = self.relation.kind
        return self.target is None or kind not in CHANGING or may_change(self.source, self.target, kind)

    @property
    def end(self) -> str:
        """What tells the target from others, indexed or not."""
        t = self.relation.target
        return self.target.id if self.target else f"?{t.number_key or t.name or t.printed}"


@dataclass(frozen=True, slots=True)
class Graph:
    """Documents and statements; `whole` is False where there are more."""

    documents: tuple[Held, ...]
    edges: tuple[Edge, ...]
    whole: bool = True


def stated_by(connection: Connection, document: Held, kinds: Iterable[RelationKind] | None = None) -> list[Edge]:
    """What a document says of others."""
    return _edges(connection, [document], kinds or RelationKind, inward=False)


def stated_of(connection: Connection, document: Held, kinds: Iterable[RelationKind] | None = None) -> list[Edge]:
    """What others say of a document, less changes of it that are not theirs to make (`corpus.competence`)."""
    edges = _edges(connection, [document], kinds or RelationKind, outward=False)
    return [e for e in edges if e.target is not None and one_work(e.target, document) and e.counts]


def family_of(connection: Connection, document: Held) -> Graph:
    """Everything that hangs together with a document by what changes validity or wording, and what it rests on."""
    found: dict[str, Held] = {document.id: document}
    edges: dict[tuple[str, int, int, str], Edge] = {}
    frontier = [document]
    _note(edges, _edges(connection, frontier, _AROUND))
    around = [h for e in edges.values() for h in (e.source, e.target) if h is not None]
    while frontier and len(found) < _MOST:
        more = _edges(connection, frontier, _KIN)
        _note(edges, more)
        reached = {h.id: h for e in more for h in (e.source, e.target) if h is not None and h.id not in found}
        found |= reached
        frontier = list(reached.values())
    for h in around:
        found.setdefault(h.id, h)
    documents = tuple(sorted(found.values(), key=lambda d: (d.issued or date.max, d.id))[:_MOST])
    kept = {d.id for d in documents}
    shown = [e for _, e in sorted(edges.items()) if e.source.id in kept and (e.target is None or e.target.id in kept)]
    return Graph(documents, tuple(shown), whole=not frontier and len(found) <= _MOST)


def _note(edges: dict[tuple[str, int, int, str], Edge], more: Iterable[Edge]) -> None:
    for e in more:
        edges[e.source.id, e.relation.start, e.relation.phrase_start, e.end] = e


def _edges(
    connection: Connection,
    documents: Sequence[Held],
    kinds: Iterable[RelationKind],
    *,
    outward: bool = True,
    inward: bool = True,
) -> list[Edge]:
    wanted, family = set(kinds), Family()
    family.take(documents)
    of_them = relations_to(connection, *keys_of(documents), wanted) if inward else []
    family.take(held(connection, {revision for revision, _ in of_them}))
    by_them = relations_of(connection, [d.revision for d in documents]) if outward else []
    said = dict.fromkeys((*((v, r) for v, r in by_them if r.kind in wanted), *of_them))
    targets = [r.target for _, r in said]
    keys = {t.number_key for t in targets if t.number_key} | keys_of(list(family.documents.values()))[0]
    family.take(named_so(connection, keys, {t.name for t in targets if t.name}))
    edges: list[Edge] = []
    for revision, relation in said:
        source = family.documents[revision]
        meant = sorted(family.targets(revision, relation), key=lambda h: (h.language != source.language, h.id))
        edges.append(Edge(source, relation, meant[0] if meant else None))
    return edges
