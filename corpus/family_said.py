"""What the others of a family say of a document: who may say it, from when on it holds. Knows no tables."""

from dataclasses import replace
from datetime import date

from corpus.bearing import Said
from corpus.binding import Held, one_work
from corpus.competence import may_change
from corpus.family import Family
from corpus.relations import ENDING
from corpus.relations import RelationKind as Kind


def statements_on(family: Family, document: Held) -> list[Said]:
    """What others say of a document; of what a text and its translation both say, the one in its own language."""
    found: dict[tuple[object, ...], tuple[Held, Said]] = {}
    for revision, relation in family.said_of(document):
        source = family.documents[revision]
        if one_work(source, document):
            continue
        if document not in family.targets(revision, relation) or not may_change(source, document, relation.kind):
            continue
        if relation.kind is Kind.CONTINUES and not may_change(source, document, Kind.EXTENDS):
            relation = replace(relation, until=None)  # whoever may not end it may still say that it goes on
        day = relation.day or family.begins(source, relation.source_unit)
        ended = _ended(family, source)
        begins = family.begins(source)
        if ended is not None and begins is not None and ended <= begins:
            continue  # it was annulled before it took effect
        lifted = ended if relation.kind is Kind.SUSPENDS else None
        said = Said(source.id, relation, day, lifted)
        units = frozenset(u.even for u in relation.units)
        what = (relation.kind, units, relation.partial, len(relation.swaps), relation.until)
        key = (source.number_key or source.id, source.issued, day, *what)
        before = found.get(key)
        if before is None or _nearer(source, before[0], document):
            found[key] = (source, said)
    return sorted((s for _, s in found.values()), key=lambda s: (s.document, s.relation.start, s.relation.phrase_start))


def _nearer(one: Held, other: Held, document: Held) -> bool:
    return (one.language != document.language, one.id) < (other.language != document.language, other.id)


def _ended(family: Family, source: Held) -> date | None:
    """From when a document that says something is ended as a whole by another."""
    days = []
    for revision, relation in family.said_of(source):
        other = family.documents[revision]
        ends = relation.kind in ENDING and relation.whole and not one_work(other, source)
        if ends and may_change(other, source, relation.kind) and source in family.targets(revision, relation):
            days.append(relation.day or family.begins(other, relation.source_unit))
    return min((d for d in days if d is not None), default=None)
