"""Links between documents that say the same, in the catalogue: written as documents are shown, read by both ends.

Knows the tables; what makes kin is `kinship`'s to say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from corpus import schema
from corpus.document import Document
from corpus.keyed import parts
from corpus.kinship import Kin, Kindred, Kinship, sketch


@dataclass(frozen=True, slots=True)
class LinkedTo:
    """Another document that says the same: its id, how, and how alike the two are (0 to 1)."""

    id: str
    kind: Kinship
    likeness: float


def sketch_of(document: Document) -> bytes:
    """The sketch to store with a document."""
    return sketch(document.text, recognised=any(p.source == "ocr" for p in document.pages))


def record_links(connection: Connection, shown: Iterable[int]) -> None:
    """Links documents just shown with all that are live, in the commit that shows them.

    Each link is there from both ends, so that the order in which documents came leaves no trace.
    """
    t = schema.revisions
    s = schema.sketches
    columns = (t.c.id, s.c.sketch, t.c.language, t.c.media_type, t.c.number_key, t.c.issuer, t.c.issued)
    query = select(*columns).join_from(t, s, s.c.revision == t.c.id).where(t.c.state == "live").order_by(t.c.id)
    live = [Kin(*row) for row in connection.execute(query)]
    marks, kindred = set(shown), Kindred(live)
    rows: dict[tuple[int, int], dict[str, object]] = {}
    for new in live:
        for link in kindred.links(new) if new.mark in marks else []:
            for one, other in ((link.one, link.other), (link.other, link.one)):
                rows[one, other] = {"revision": one, "other": other, "kind": link.kind, "likeness": link.likeness}
    if rows:
        touched = schema.links.c.revision.in_(marks) | schema.links.c.other.in_(marks)
        connection.execute(delete(schema.links).where(touched))
        connection.execute(insert(schema.links), [rows[key] for key in sorted(rows)])


def links_of(connection: Connection, id: str) -> list[LinkedTo]:
    """The links of one live document, the likest first."""
    one, other, link = schema.revisions.alias(), schema.revisions.alias(), schema.links
    query = (
        select(other.c.document, link.c.kind, link.c.likeness)
        .join_from(link, one, one.c.id == link.c.revision)
        .join(other, other.c.id == link.c.other)
        .where(one.c.document == id, one.c.state == "live", other.c.state == "live")
        .order_by(link.c.likeness.desc(), other.c.document)
    )
    return [LinkedTo(*row) for row in connection.execute(query)]


def all_links(connection: Connection, among: Sequence[int] | None = None) -> dict[int, dict[int, Kinship]]:
    """Links by revision, every one or those of some: what others say the same, and how.

    Those of documents that are gone may be among them.
    """
    found: dict[int, dict[int, Kinship]] = {}
    t = schema.links
    query = select(t.c.revision, t.c.other, t.c.kind)
    for part in parts(among) if among is not None else (None,):
        for one, other, kind in connection.execute(query if part is None else query.where(t.c.revision.in_(part))):
            found.setdefault(one, {})[other] = kind
    return found
