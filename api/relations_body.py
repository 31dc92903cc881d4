"""From one document's validity, relations and family to their body. Decides nothing."""

from datetime import date

from api.family_bodies import family_body
from api.schemas.validity import RelationsBody, UnitStatesBody
from api.validity_bodies import Shown, entered_body
from corpus.rows import Entry
from corpus.validity import at


def relations_body(shown: Shown, entry: Entry, day: date) -> RelationsBody:
    """Everything about one document."""
    library = shown.library
    intervals = library.intervals(entry.revision)
    outline = library.outline(entry.revision)
    addresses = dict.fromkeys(i.address for i in intervals if i.address)
    units = [
        UnitStatesBody(
            address=a, path=outline.path(a) or a, states=[shown.state(i) for i in intervals if i.address == a]
        )
        for a in addresses
    ]
    held = library.held([entry.revision])
    return RelationsBody(
        document=entry.id,
        as_of=day,
        state=shown.state(at(intervals, day)),
        history=[shown.state(i) for i in intervals if not i.address],
        units=units,
        states=[shown.relation(e) for e in library.stated_by(entry.revision)],
        stated=[shown.relation(e) for e in library.stated_of(entry.revision)],
        family=family_body(shown, library.family(entry.revision), day),
        findings=[shown.finding(entry, f) for f in library.findings(entry.revision)],
        entered=[entered_body(e) for e in library.entered_statuses(held[0])] if held else [],
    )
