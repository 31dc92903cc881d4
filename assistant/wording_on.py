"""A document's wording on a day, from the texts that are indexed: which amend it, from when, in which order.

Knows the catalogue; how orders are read and carried out is `amending`'s and `consolidate`'s. "Per the documents
indexed": what no indexed text says is not in it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from assistant.amending import read_amendments
from assistant.amendment import Amendment
from assistant.consolidate import consolidate, in_order
from assistant.consolidated import Cause, ConsolidatedText, ConsolidatedUnit, Origin, Unsettled
from assistant.consolidation.units import Change
from corpus.binding import Held
from corpus.family_graph import Edge
from corpus.library import Library
from corpus.relations import CHANGING, Effect
from corpus.rows import Entry
from corpus.units import units_called


def consolidated_text(document: Entry, day: date, library: Library) -> ConsolidatedText:
    """The document as of a day, each piece of it citing the document that it comes from."""
    target = origin_of(document, library)
    changes, foreign = _changes(document, day, library)
    found = consolidate(target, in_order(changes), day)
    return ConsolidatedText(found.document, day, found.units, (*found.unsettled, *foreign))


def consolidated_unit(document: Entry, path: str, day: date, library: Library) -> ConsolidatedUnit | None:
    """One unit of a document as of a day, by its address ("d5.k2"); None where it had none such.

    A unit that amendments do not reach comes back as it is, with `changed` False.
    """
    return consolidated_text(document, day, library).get(path)


def origin_of(document: Entry, library: Library) -> Origin:
    """A document as a source of wordings."""
    i = document.identity
    return Origin(
        document.id, library.text(document.revision), library.outline(document.revision), i.language, i.number
    )


def amendments_of(document: Entry, library: Library) -> Sequence[Amendment]:
    """What a document does to the wording of others, in order (kept for the last hundred documents)."""
    return _read(library, document.revision, document.identity.number_key)


@lru_cache(maxsize=100)
def _read(library: Library, revision: int, own_key: str | None) -> tuple[Amendment, ...]:
    return tuple(read_amendments(library.text(revision), library.outline(revision), own_key))


def orders_of(amending: Entry, document: Entry, library: Library) -> list[Change]:
    """What one document orders of another's wording, behind what others had ordered by then; empty where nothing."""
    edges = [e for e in library.stated_of(document.revision, CHANGING) if e.source.id == amending.id]
    own = _orders(amending, document, edges, date.max, library) if edges else []
    last = max((c.day for c in own if c.day is not None), default=None)
    before = _changes(document, last, library)[0] if last is not None else []
    return [*(c for c in before if c.origin.id != amending.id and c.through is None), *own] if own else []


def _changes(document: Entry, day: date, library: Library) -> tuple[list[Change], list[Unsettled]]:
    """The orders that bear on a document by a day, and those that only texts in another language give."""
    found: list[Change] = []
    foreign: list[Unsettled] = []
    for entry, edges in _amending(document, library):
        orders = _orders(entry, document, edges, day, library)
        if entry.identity.language == document.identity.language:
            found += orders
            found += _through(entry, day, library) if orders else []
        else:
            foreign += [_unsettled(c) for c in orders]
    return found, [] if found else foreign


def _amending(document: Entry, library: Library) -> Iterator[tuple[Entry, list[Edge]]]:
    """The documents that say that they change this one, in the order of their issue, with what they say."""
    by_source: dict[str, list[Edge]] = {}
    held: dict[str, Held] = {}
    for edge in library.stated_of(document.revision, CHANGING):
        if edge.source.id != document.id:
            by_source.setdefault(edge.source.id, []).append(edge)
            held[edge.source.id] = edge.source
    for id in sorted(by_source, key=lambda id: (held[id].issued or date.min, id)):
        yield library.entry(id), by_source[id]


def _orders(entry: Entry, target: Entry, edges: Sequence[Edge], day: date, library: Library) -> list[Change]:
    effects = library.statements(entry.revision).effects
    origin = origin_of(entry, library)
    found: list[Change] = []
    for a in amendments_of(entry, library):
        if not _is_of(a, target, edges):
            continue
        begins = a.day or _begins(a, origin, effects, entry.identity.issued)
        if a.corrects or (begins is not None and begins <= day):
            found.append(Change(origin, a, begins))
    return found


def _through(amending: Entry, day: date, library: Library) -> list[Change]:
    """What corrects or amends an amending text in turn."""
    through = origin_of(amending, library)
    found: list[Change] = []
    for entry, edges in _amending(amending, library):
        if entry.identity.language != amending.identity.language:
            continue
        found += [Change(c.origin, c.amendment, c.day, through) for c in _orders(entry, amending, edges, day, library)]
    return found


def _is_of(a: Amendment, target: Entry, edges: Sequence[Edge]) -> bool:
    """Whether an order is about this document: by its number, else as the statement says that it stands in."""
    if a.number_key is not None and target.identity.number_key is not None:
        return a.number_key == target.identity.number_key
    return any(
        (e.relation.start < a.end and a.start < e.relation.end) or _stands_in(a.source_unit, e.relation.source_unit)
        for e in edges
    )


def _stands_in(address: str | None, around: str | None) -> bool:
    return around is None or (address is not None and f"{address}.".startswith(f"{around}."))


def _begins(a: Amendment, origin: Origin, effects: Sequence[Effect], issued: date | None) -> date | None:
    """From when an order holds: as its document says of the order's unit, else of itself, else from its issue."""
    own = [e for e in effects if not e.ends]
    for e in own:
        units = (u for named in e.units for u in units_called(origin.outline, named)[:1])
        if any(u.start <= a.start < u.end for u in units):
            return e.day
    return next((e.day for e in own if not e.units), issued)


def _unsettled(change: Change) -> Unsettled:
    a = change.amendment
    cause = Cause(change.origin.id, a.start, a.end, a.source_unit, change.day)
    return Unsettled("consolidate-foreign", cause, (("document", change.origin.number or change.origin.id),))
