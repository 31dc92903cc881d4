"""What cannot be right in the statements of one document: days, targets and amounts that contradict each other."""

from collections.abc import Iterator, Sequence
from itertools import chain

from corpus.document import Document
from corpus.relations import CHANGING, Effect, Finding, Relation
from corpus.relations import RelationKind as Kind
from ingest.amounts import said_twice
from ingest.relations.together import meant


def contradictions(document: Document, relations: Sequence[Relation], effects: Sequence[Effect]) -> Iterator[Finding]:
    """Every finding, those of one kind side by side."""
    return chain(_of_effects(document, effects), _of_relations(document, relations), _of_amounts(document))


def finding(code: str, start: int, end: int, **facts: str) -> Finding:
    """A finding with the facts that its message names."""
    return Finding(code, start, end, tuple(sorted(facts.items())))


def _of_effects(document: Document, effects: Sequence[Effect]) -> Iterator[Finding]:
    issued = document.identity.issued
    for ends in (False, True):
        whole = [e for e in effects if not e.units and e.ends is ends]
        for again in whole[1:]:
            if again.day != whole[0].day:
                days = {"day": whole[0].day.isoformat(), "other": again.day.isoformat()}
                yield finding("effect-stated-twice", again.start, again.end, **days)
    for effect in effects:
        if issued is not None and not effect.ends and effect.day < issued:
            yield finding("effect-before-issue", effect.start, effect.end, day=effect.day.isoformat())


def _of_relations(document: Document, relations: Sequence[Relation]) -> Iterator[Finding]:
    issued = document.identity.issued
    for relation in relations:
        target = relation.target
        if issued and target.issued and target.issued > issued and relation.kind is not Kind.REFERS_TO:
            yield finding("relation-to-later", relation.start, relation.end, number=target.printed)
    for one, other in _twice(relations):
        facts = {"number": one.target.printed, "day": str(one.day), "other": str(other.day)}
        yield finding("relation-stated-twice", other.start, other.end, **facts)


def _twice(relations: Sequence[Relation]) -> Iterator[tuple[Relation, Relation]]:
    """Pairs that state one relation with different days."""
    seen: dict[tuple[object, ...], Relation] = {}
    for r in relations:
        if r.kind not in CHANGING or r.day is None:
            continue
        key = (r.kind, meant(r), tuple(u.even for u in r.units), r.partial)
        first = seen.setdefault(key, r)
        if first.day != r.day:
            yield first, r


def _of_amounts(document: Document) -> Iterator[Finding]:
    """Amounts of money that are one in figures and another in words."""
    for amount in said_twice(document.text):
        if abs(amount.value - amount.said) >= 1:
            printed = {"figures": amount.figures.of(document.text), "words": amount.words.of(document.text)}
            yield finding("amount-words-differ", amount.whole.start, amount.whole.end, **printed)
