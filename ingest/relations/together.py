"""What the statements of one document say of each other: days, numbers of laws and repetitions that one alone leaves
open. Knows relations, and not how they were read.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.relations import CHANGING, Relation, Target
from corpus.relations import RelationKind as Kind
from ingest.relations.named import law_called


def dated_alike(relations: Sequence[Relation]) -> list[Relation]:
    """A number named with its day of issue is the same one where it is named without: councils share numbers."""
    days: dict[str, set[date]] = {}
    for t in (r.target for r in relations):
        if t.number_key is not None and t.issued is not None:
            days.setdefault(t.number_key, set()).add(t.issued)
    one = {key: min(found) for key, found in days.items() if len(found) == 1}
    return [
        replace(r, target=replace(r.target, issued=day))
        if r.target.issued is None and (day := one.get(r.target.number_key or "")) is not None
        else r
        for r in relations
    ]


def with_laws_of_the_bases(relations: Sequence[Relation]) -> list[Relation]:
    """A law called by its name alone is the one that the document rests on, unless two of that name are cited."""
    named: dict[str, set[tuple[str | None, date | int | None]]] = {}
    full: dict[str, Target] = {}
    for r in relations:
        law = law_called(r.target)
        if law is not None and (r.target.number_key or r.target.issued or r.target.year):
            named.setdefault(law, set()).add((r.target.number_key, r.target.issued or r.target.year))
            if r.kind is Kind.BASED_ON:
                full[law] = r.target
    return [
        replace(r, target=replace(full[name], printed=r.target.printed))
        if r.kind is Kind.REFERS_TO
        and r.target.year is None
        and (name := r.target.name or "") in full
        and len(named[name]) == 1
        else r
        for r in relations
    ]


def without_title(relations: Sequence[Relation], title: tuple[int, int] | None) -> list[Relation]:
    """A title says in short what the text below it says with units and days: of the two, the text counts."""
    if title is None:
        return list(relations)
    inside = [r for r in relations if title[0] <= r.start < title[1] and r.kind in CHANGING]
    below = {(r.kind, meant(r)) for r in relations if r not in inside}
    return [r for r in relations if r not in inside or (r.kind, meant(r)) not in below]


def meant(relation: Relation) -> str | None:
    """What two names of one document have in common."""
    return relation.target.number_key or relation.target.name
