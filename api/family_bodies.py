"""From a family's graph to its picture as a body. Decides nothing."""

from collections.abc import Sequence
from datetime import date

from api.schemas.family import EdgeBody, FamilyBody, NodeBody, SpanOfStateBody
from api.validity_bodies import Shown, named_units
from corpus.binding import Held
from corpus.family_graph import Edge, Graph
from corpus.messages import message
from corpus.validity import Interval, Status, at


def family_body(shown: Shown, graph: Graph, day: date) -> FamilyBody:
    """Nodes and edges; of a document that is only named there is what the sentence says."""
    intervals = shown.library.intervals_of((d.revision for d in graph.documents), whole=True)
    nodes = [_node(shown, d, intervals.get(d.revision, ()), day) for d in graph.documents]
    named = {e.end: e for e in graph.edges if e.target is None}
    nodes += [_named_node(end, e) for end, e in sorted(named.items())]
    edges = [_edge(shown, e) for e in graph.edges]
    return FamilyBody(nodes=nodes, edges=edges, whole=graph.whole)


def _node(shown: Shown, held: Held, intervals: Sequence[Interval], day: date) -> NodeBody:
    entry = shown.entry(held.id)
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


def _edge(shown: Shown, edge: Edge) -> EdgeBody:
    r = edge.relation
    return EdgeBody(
        source=edge.source.id,
        target=edge.end,
        kind=r.kind,
        label=message(f"relation-{r.kind.value}", shown.language),
        day=r.day,
        partial=r.partial,
        units=named_units(r.units, shown.language),
        quote=shown.quote(edge.source.id, r.start, r.end),
        url=f"/documents/{edge.source.id}#c{r.start}-{r.end}",
    )
