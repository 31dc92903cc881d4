"""Statements of amended units in the words that held on the day, each piece citing the document that it comes from.

Knows how statements look; how wordings are put together is `wording_on`'s.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from assistant.consolidated import Cause, ConsolidatedUnit, Piece
from assistant.evidence import Evidence, Part, within
from assistant.in_force import InForce
from assistant.overwritten import Overwritten
from assistant.proofs import own_line
from assistant.references import Named
from assistant.wording_on import consolidated_unit
from corpus.corpus import Corpus
from corpus.document import Provision
from corpus.library import Library
from corpus.rows import Entry
from corpus.units import address_of


def holding(corpus: Corpus, found: Iterable[Evidence], held: InForce) -> list[Evidence]:
    """The statements that were in force on the day; those of amended units in the words of the day, each unit once."""
    kept: list[Evidence] = []
    told: dict[tuple[str, str], int] = {}
    overwritten = Overwritten(corpus.library, held.day)
    for e in found:
        if e.parts:  # in the words of the day already
            told.setdefault((e.entry.id, e.address), len(kept))
            kept.append(e)
            continue
        if not held.holds(e.entry.revision, e.address):
            continue
        if held.in_own_words(e.entry.revision, e.address):
            if not overwritten(e):
                kept.append(e)
            continue
        for new in as_amended(corpus.library, e, held.day):
            place = (new.entry.id, new.address)
            if place not in told:
                told[place] = len(kept)
                kept.append(new)
            elif new.read_as is not None and kept[told[place]].read_as is None:
                kept[told[place]] = replace(kept[told[place]], read_as=new.read_as)
    return kept


def _gives(order: Cause, piece: Piece) -> bool:
    return order.document == piece.document and order.start <= piece.start and piece.end <= order.end


def of_places(corpus: Corpus, places: Iterable[tuple[Entry, Provision]], held: InForce) -> list[Evidence]:
    """The statements of the units that a question names, as they read on the day."""
    found: list[Evidence] = []
    for entry, unit in places:
        inside = within(corpus, entry, unit)
        if inside and held.touched(entry.revision, unit.address):
            found.extend(as_amended(corpus.library, replace(inside[0], address=unit.address), held.day))
        else:
            found.extend(holding(corpus, inside, held))
    return found


def put_in(corpus: Corpus, named: Named, held: InForce) -> list[Evidence]:
    """The units named that their document has not, and that others have put into it, as they read on the day."""
    found: list[Evidence] = []
    for entry, reference in named.missing:
        address = address_of(reference)
        line = own_line(corpus, entry)
        if address is not None and line and held.holds(entry.revision, address):
            found.extend(as_amended(corpus.library, replace(line[0], address=address), held.day))
    return found


def as_amended(library: Library, e: Evidence, day: date) -> Iterator[Evidence]:
    """A statement's unit, and what is in it, as it read on a day.

    Where only texts in another language amend it, the words that hold stand in the original or translation that is in
    that language: the unit's own words are out of date.
    """
    own, unit = e, consolidated_unit(e.entry, e.address, day, library)
    if unit is None or not unit.changed:
        for twin in _in_other_language(library, e.entry):
            other = consolidated_unit(twin, e.address, day, library)
            if other is not None and other.changed:
                e, unit = replace(e, entry=twin), other
                break
    if unit is None:
        return
    for u in unit.walk():
        if u.text:
            # found by the words that it had in the other language, it is also read by them
            abroad = own if e.entry.id != own.entry.id and u.address == own.address else None
            yield replace(_evidence(library, e, u), read_as=abroad)


def _in_other_language(library: Library, entry: Entry) -> list[Entry]:
    linked = (library.entry(k.id) for k in library.links(entry.id) if k.kind == "translation")
    return [o for o in linked if o.identity.language != entry.identity.language]


def _evidence(library: Library, e: Evidence, unit: ConsolidatedUnit) -> Evidence:
    """A unit of a consolidated text as a statement of the document that it is of."""
    parts = tuple(_parts(library, e.entry, unit))
    lead_in = unit.text.rstrip().endswith(":")
    return replace(
        e, text=unit.text, address=unit.address, path=unit.path, parts=parts, heading=False, lead_in=lead_in,
        start=parts[0].start if parts else e.start, end=parts[0].end if parts else e.end, header=(), lead="",
    )  # fmt: skip


def _parts(library: Library, own: Entry, of: ConsolidatedUnit) -> Iterator[Part]:
    """The pieces with their documents; what is only space between them is left out.

    A phrase that an order puts for another is cited with the order: alone it says nothing.
    """
    entries = {own.id: own}
    for piece in of.pieces:
        if piece.text.strip():
            order = next((c for c in of.by if _gives(c, piece)), None)
            p = replace(piece, start=order.start, end=order.end) if order else piece
            entry = entries.setdefault(p.document, own if p.document == own.id else library.entry(p.document))
            outline = library.outline(entry.revision)
            unit = outline.innermost(p.start)
            pages = library.pages(entry.revision)
            page = next((g.number for g in pages if g.start <= p.start < g.end), None)
            yield Part(
                entry, p.start, p.end, unit.address if unit else "", outline.path(unit.address if unit else None), page
            )
