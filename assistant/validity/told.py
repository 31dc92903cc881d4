"""What is told of a document's validity: what is asked of it on a day, and the sentences that an answer rests on.

Knows the catalogue's intervals and relations; knows nothing of how questions are worded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.in_force import InForce
from assistant.out_of_force import names_of
from assistant.proofs import proof_evidence, sentences
from assistant.search import View
from assistant.validity.asked import Aspect
from corpus.corpus import Corpus
from corpus.document import Provision
from corpus.family_graph import Edge
from corpus.messages import Language, message
from corpus.rows import Entry
from corpus.units import address_of, units_called
from corpus.validity import Interval

MOST = 12  # sentences in one answer


@dataclass(frozen=True, slots=True)
class Told:
    """What is said first, and the sentences that it rests on."""

    lead: str
    evidence: Sequence[Evidence]
    found: bool = True
    denied: bool = False  # it is said of two documents that the one did not do it to the other


@dataclass(frozen=True, slots=True)
class Asking:
    """A question about a document (or a unit of it) on a day."""

    corpus: Corpus
    view: View
    held: InForce
    entry: Entry
    unit: Provision | None
    language: Language
    question: str = ""

    @property
    def name(self) -> str:
        """How the document, or its unit, is called."""
        number = self.entry.identity.number or self.entry.identity.title
        if self.unit is None:
            return number
        path = self.corpus.library.outline(self.entry.revision).path(self.unit.address)
        return f"{path or self.unit.label}, {number}"

    @property
    def state(self) -> Interval:
        """What holds on the day."""
        if self.unit is not None:
            return self.held.unit(self.entry.revision, self.unit.address)
        return self.held.document(self.entry.revision)

    def in_words(self, code: str, **facts: object) -> str:
        """A message about it."""
        return message(code, self.language, number=self.name, **facts)


def course(asking: Asking) -> list[Interval]:
    """The intervals of the unit, else of the document."""
    intervals = asking.corpus.library.intervals(asking.entry.revision)
    parts = asking.unit.address.split(".") if asking.unit is not None else []
    for n in range(len(parts), 0, -1):
        own = [i for i in intervals if i.address == ".".join(parts[:n])]
        if own:
            return own
    return [i for i in intervals if not i.address]


def proofs(asking: Asking, states: Iterable[Interval]) -> list[Evidence]:
    """The sentences that prove some states."""
    return [e for s in states for e in proof_evidence(asking.corpus, asking.view, s, asking.entry, asking.language)]


def about(asking: Asking, edges: Sequence[Edge]) -> list[Edge]:
    """Those that are about the unit asked for, or what it stands in; all where no unit is."""
    if asking.unit is None:
        return list(edges)
    outline = asking.corpus.library.outline(asking.entry.revision)
    around = {u.address for u in outline.above(asking.unit)}
    inside = f"{asking.unit.address}."
    found = []
    for e in edges:
        addresses = {u.address for r in e.relation.units for u in units_called(outline, r)[:1]}
        addresses |= {a for r in e.relation.units if (a := address_of(r)) is not None}  # it may have been put in
        if e.relation.whole or addresses & around or any(a.startswith(inside) for a in addresses):
            found.append(e)
    return found


def listed(asking: Asking, aspect: Aspect, edges: Sequence[Edge], others: Sequence[str]) -> Told:
    """Statements of others, with their names in the lead."""
    if not edges:
        return Told(asking.in_words(f"validity-none-{aspect}"), (), found=False)
    named = ", ".join(dict.fromkeys(others))
    entries = {e.id: e for e in asking.view.entries.values()}
    places = [(entries[e.source.id], e.relation.start, e.relation.end) for e in edges if e.source.id in entries]
    return Told(
        asking.in_words(f"validity-{aspect}", others=named), sentences(asking.corpus, places, asking.language)[:MOST]
    )


def source_name(asking: Asking, edge: Edge) -> str:
    """What the document that makes a statement is called."""
    return next(iter(names_of(asking.view, [edge.source.id], asking.language)), edge.source.id)


def target_name(asking: Asking, edge: Edge) -> str:
    """What the document is called of which a statement is made."""
    if edge.target is not None:
        return next(iter(names_of(asking.view, [edge.target.id], asking.language)), edge.target.id)
    return edge.relation.target.printed
