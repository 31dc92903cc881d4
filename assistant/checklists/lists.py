"""Of several lists of papers, those that are the topic's: a first submission's are not those of an adjustment.

Compares how well lists fit; how well is told elsewhere.
"""

from collections.abc import Callable, Sequence

from assistant.checklists.found import Found
from assistant.checklists.place import Place

_AS_GOOD = 0.9  # of what the best list has
_BESIDE = 0.95  # ... and of what the best in its own document has: they were set apart for a reason

Fits = Callable[[Place], float]
_List = tuple[str, str, str]


def of_best_lists(found: Sequence[Found], fits: Fits) -> list[Found]:
    """Items in their order, without the papers of lists that fit the topic less than the best one does."""
    lists: dict[_List, float] = {}
    for f in found:
        if f.stage == "papers" or f.lead:
            lists[_list(f)] = max(lists.get(_list(f), 0.0), fits(f.lead or f.place))
    best = max(lists.values(), default=0.0)
    beside: dict[str, float] = {}
    for (document, *_), score in lists.items():
        beside[document] = max(beside.get(document, 0.0), score)
    kept = {key for key, score in lists.items() if score >= max(best * _AS_GOOD, beside[key[0]] * _BESIDE)}
    return [f for f in found if not (f.stage == "papers" or f.lead) or _list(f) in kept]


def _list(found: Found) -> _List:
    """The document, the provision that sets out the list, and where a list refers to it that stands elsewhere."""
    unit, lead = found.place.unit, found.lead
    inside = unit is not None and unit.kind in ("point", "dash", "plus", "row")
    parent = unit.parent or "" if inside and unit else found.address
    elsewhere = lead is not None and lead.unit is not None and not _holds(lead.unit.address, parent)
    there = f"{lead.entry.id}#{lead.unit.address}" if elsewhere and lead and lead.unit else ""
    return found.place.entry.id, parent, there


def _holds(address: str, other: str) -> bool:
    """Whether two units are one, or one stands in the other."""
    return f"{other}.".startswith(f"{address}.") or f"{address}.".startswith(f"{other}.")
