"""What a consolidated text loses after its day: what ends its base ends it, what amends its base outdates those units.

It only merges wordings (Ordinance 01/2012/UBTVQH13): it states no day of its own, so the days in it are those of its
base and it cannot hold before its issue. Knows no tables.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.bearing import OwnDay, Said
from corpus.binding import Held, one_work
from corpus.relations import ENDING, Relation
from corpus.relations import RelationKind as Kind

_BEARING = ENDING | {Kind.AMENDS, Kind.CORRECTS, Kind.SUSPENDS, Kind.RESUMES, Kind.EXTENDS, Kind.CONTINUES}


def is_consolidated(document: Held) -> bool:
    """Whether a document merges the wordings of others."""
    return document.type == "consolidated"


def base_of(consolidated: Sequence[Held], changing: Iterable[tuple[Held, Sequence[Held]]]) -> Held | None:
    """Of the documents that are merged, the one that the others change; None where that is not to be told."""
    merged = {c.revision for c in consolidated}
    amending = {s.revision for s, targets in changing if any(t.revision in merged for t in targets)}
    bases = [c for c in consolidated if c.revision not in amending]
    return bases[0] if bases and all(one_work(b, bases[0]) for b in bases) else None


def own_days(document: Held, days: Sequence[OwnDay]) -> list[OwnDay]:
    """The days that a consolidated text prints, none before its issue."""
    issued = document.issued
    if issued is None:
        return list(days)
    return [
        d if d.effect.ends or d.effect.day >= issued else replace(d, effect=replace(d.effect, day=issued)) for d in days
    ]


def outdated_by(document: Held, said: Sequence[Said], merged: Sequence[str]) -> list[Said]:
    """What others say of the base, as it bears on the text that consolidates it, which merges the ids `merged`."""
    return [
        replace(s, relation=_ending(s.relation))
        for s in said
        if s.relation.kind in _BEARING
        and s.document not in merged
        and (s.day is None or document.issued is None or s.day > document.issued)
    ]


def _ending(relation: Relation) -> Relation:
    """An amendment ends the words that a consolidated text has; all of it where no unit is named is only a part."""
    if relation.kind not in (Kind.AMENDS, Kind.CORRECTS):
        return relation
    return replace(relation, kind=Kind.REPLACES, partial=relation.partial or not relation.units, swaps=())
