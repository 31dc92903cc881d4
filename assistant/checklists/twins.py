"""Copies, scans and translations of one document, read as one: its items once, with the places in all of them.

Knows which documents are linked and in which units items stand; not what is on a topic.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.checklists.found import Found
from assistant.search import View
from corpus.library import Library
from corpus.messages import Language
from corpus.rows import Entry


def works_of(entries: Sequence[Entry], view: View, library: Library, language: Language) -> list[list[Entry]]:
    """Entries that are one text together, in the order given; first the one to read: in the language, no scan."""
    left = {e.revision: e for e in entries}
    works: list[list[Entry]] = []
    for entry in entries:
        if entry.revision not in left:
            continue
        reached, waiting = [], [entry.revision]
        while waiting:
            revision = waiting.pop()
            if revision in left:
                reached.append(left.pop(revision))
                links = view.links.get(revision, {})
                waiting += [other for other, kind in links.items() if kind != "version"]
        works.append(sorted(reached, key=lambda e: (e.identity.language != language, _scanned(library, e), e.revision)))
    return works


def _scanned(library: Library, entry: Entry) -> bool:
    return any(p.source == "ocr" for p in library.pages(entry.revision))


def as_one(read: Sequence[Sequence[Found]]) -> list[Found]:
    """The items of the first, with the places of the others' in the same units; what only others have is added."""
    if not read:
        return []
    kept = list(read[0])
    for other in read[1:]:
        at = _by_unit(kept)
        for address, items in _by_unit(other).items():
            places = at.get(address, [])
            if not places:
                kept += [other[n] for n in items]
                continue
            for order, n in enumerate(items):
                k = _fitting(kept, places, other[n], order)
                sources = tuple(dict.fromkeys((*kept[k].item.sources, *other[n].item.sources)))
                kept[k] = replace(kept[k], item=replace(kept[k].item, sources=sources))
    return kept


def _by_unit(found: Iterable[Found]) -> dict[str, list[int]]:
    units: dict[str, list[int]] = defaultdict(list)
    for n, f in enumerate(found):
        units[f.address].append(n)
    return units


def _fitting(kept: Sequence[Found], places: Sequence[int], twin: Found, order: int) -> int:
    """The item of the unit that falls due on the same day, else the one in the same place."""
    same_day = [k for k in places if twin.item.day and kept[k].item.day == twin.item.day]
    return same_day[0] if len(same_day) == 1 else places[min(order, len(places) - 1)]
