"""Who receives a document: the list under "Nơi nhận", beside which the signature stands. Knows nothing of the rest."""

import re
from collections.abc import Iterator, Sequence

from ingest.identity.signature import AUTHORITY, ITEM, RECIPIENTS, SIGNED, is_post, named
from ingest.identity.spots import Spot, TextLine


def recipients_of(lines: Sequence[TextLine]) -> Iterator[Spot]:
    """The recipients listed under "Nơi nhận", which opens the first of the lines."""
    first = RECIPIENTS.match(lines[0].text)
    assert first is not None
    rest = lines[0].text[first.end() :]
    if rest and not AUTHORITY.search(rest):
        yield from _listed(rest, lines[0].start + first.end())
    item: Spot | None = None
    for line in lines[1:]:
        mark = ITEM.match(line.text)
        if mark is not None:
            if item is not None:
                yield _tidy(item)
            item = Spot(line.text[mark.end() :], line.start + mark.end(), line.start + len(line.text))
        elif item is not None and _runs_on(item.value, line.text):
            item = Spot(f"{item.value} {line.text}", item.start, line.start + len(line.text))
        elif not (AUTHORITY.match(line.text) or is_post(line.text)):
            break  # the signature's posts may stand between the recipients; anything else ends them
    if item is not None:
        yield _tidy(item)


def _runs_on(item: str, line: str) -> bool:
    """Whether a line goes on with a recipient that a narrow column has broken."""
    return (
        not item.rstrip().endswith((";", "."))
        and len(line) < 100
        and not line.isupper()
        and not (SIGNED.match(line) or AUTHORITY.match(line) or named(line))
    )


def _listed(text: str, start: int) -> Iterator[Spot]:
    for match in re.finditer(r"[^;]+", text):
        value = match.group()
        lead = len(value) - len(value.lstrip(" -–"))
        if value.strip(" -–."):
            yield _tidy(Spot(value[lead:], start + match.start() + lead, start + match.end()))


def _tidy(spot: Spot) -> Spot:
    value = spot.value.rstrip(" ;,.")
    return Spot(value, spot.start, spot.end - (len(spot.value) - len(value)), spot.sure)
