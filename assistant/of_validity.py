"""Questions about validity, answered from what the documents state of each other, with the words that say so.

"Per the documents indexed": where none says, that is the answer. Knows the catalogue's intervals and relations.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Answer, Searched
from assistant.cite import cite
from assistant.evidence import Evidence
from assistant.in_force import InForce
from assistant.mentions import Mention, find_mentions
from assistant.out_of_force import names_of, shown, with_states
from assistant.proofs import proof_evidence, sentences
from assistant.references import Named, called, laws_named
from assistant.search import View
from assistant.validity_asked import QUOTED, Aspect, aside, asks_of_validity, aspect_of
from corpus.corpus import Corpus
from corpus.document import Provision, unit_name
from corpus.family_graph import Edge
from corpus.folding import fold
from corpus.messages import Language, message
from corpus.relations import CHANGING, ENDING, Relation, RelationKind
from corpus.rows import Entry
from corpus.units import address_of, same_length, units_called
from corpus.validity import Interval, Status

_K = RelationKind
_AMENDING = frozenset({_K.AMENDS, _K.SUPPLEMENTS, _K.CORRECTS, _K.ANNULS, _K.REPLACES})
_MOST = 12  # sentences in one answer


@dataclass(frozen=True, slots=True)
class Told:
    """What is said first, and the sentences that it rests on."""

    lead: str
    evidence: Sequence[Evidence]
    found: bool = True


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


_OF_OTHERS: frozenset[Aspect] = frozenset({"replaces", "amends", "basis", "guides", "worded"})


def _only_beside(question: str, mentions: Sequence[Mention], entry: Entry) -> bool:
    """Whether a document is named only in what the question says beside what it asks ("sau khi có Quy định ...")."""
    beside = aside(same_length(question))
    naming = [m for m in mentions if called(m, [entry])]
    return beside is not None and bool(naming) and all(beside[0] <= m.start < beside[1] for m in naming)


def _put_in(corpus: Corpus, entry: Entry, named: Named, language: Language) -> Provision | None:
    """The unit named that the document has not, where others have put it in."""
    known = {i.address for i in corpus.library.intervals(entry.revision)}
    for missing, unit in named.missing:
        address = address_of(unit)
        if missing.id == entry.id and address in known:
            label = ", ".join(unit_name(kind, mark, language) for kind, mark in unit.named)
            return Provision(address, unit.steps[0][0], label, "", 0, 0)
    return None


def of_validity(
    corpus: Corpus,
    view: View,
    held: InForce,
    question: str,
    named: Named,
    speaks: Language,
) -> Answer | None:
    """The answer to a question about the validity of a document that it names; None for other questions."""
    mentions = find_mentions(question)
    if not asks_of_validity(question, mentions):
        return None  # before any law is looked for by its name, which goes through them all
    entries = list(named.entries) if named.entries or mentions else laws_named(question, view.entries.values(), speaks)
    aspect = aspect_of(question, mentions, [e.identity.title for e in entries]) if entries or mentions else None
    if aspect is None:
        return None
    if entries:
        entry = next((e for e in entries if not _only_beside(question, mentions, e)), entries[0])
        unit = next((u for e, u in named.places if e.id == entry.id), None)
        unit = unit or _put_in(corpus, entry, named, speaks)
        if unit is None and named.missing:
            return None  # that it has no such unit is said elsewhere
        told = _told(Asking(corpus, view, held, entry, unit, speaks, question), aspect)
        if not told.found and aspect in _OF_OTHERS:
            return None  # what it says of others may stand in its words in a way that was not read
    else:
        said = _of_unknown(corpus, view, held, mentions, aspect, speaks)
        if said is None:
            return None
        told = said
    return with_states(_answer(corpus, view, held.day, question, told, speaks), held)


def _told(asking: Asking, aspect: Aspect) -> Told:
    if aspect in ("in_force", "since", "until"):
        return {"in_force": _state, "since": _since, "until": _until}[aspect](asking)
    if aspect in ("replaced_by", "amended"):
        return (_replaced_by if aspect == "replaced_by" else _amended)(asking)
    if aspect in ("guided_by", "consolidated_by", "extended_by"):
        return _stated_of(asking, aspect)
    if aspect in ("suspended_by", "worded"):
        return (_suspended if aspect == "suspended_by" else _worded)(asking)
    kinds: dict[Aspect, frozenset[RelationKind]] = {
        "replaces": ENDING, "amends": _AMENDING, "basis": frozenset({_K.BASED_ON}),
        "guides": frozenset({_K.GUIDES, _K.DETAILS}),
    }  # fmt: skip
    edges = asking.corpus.library.stated_by(asking.entry.revision, kinds[aspect])
    return _listed(asking, aspect, edges, [_target(asking, e) for e in edges])


# --- the state --------------------------------------------------------------------------------------------------------


def _state(asking: Asking) -> Told:
    state, day = asking.state, shown(asking.held.day, asking.language)
    others = ", ".join(names_of(asking.view, state.by, asking.language))
    since, until = shown(state.first, asking.language), shown(state.until, asking.language)
    own = state.by == (asking.entry.id,) or not others
    if state.status is Status.UNKNOWN and state.by:
        lead = asking.in_words("validity-undated", day=day, others=others)
    elif state.status is Status.EXPIRED:
        lead = asking.in_words("validity-ended" if own else "validity-ended-by", day=day, since=since, others=others)
    elif state.status is Status.NOT_YET:
        lead = asking.in_words("validity-not-yet" if state.until else "validity-not-yet-open", day=day, until=until)
    elif state.status is Status.SUSPENDED:
        lead = asking.in_words(
            "validity-suspended" if _resumes(asking) else "validity-suspended-open", day=day, since=since, until=until
        )
    elif state.status is Status.PARTLY_EXPIRED:
        lead = asking.in_words("validity-partly", day=day, others=others)
    elif state.status is Status.IN_FORCE:
        code = "validity-changed" if state.changed else "validity-in-force"
        since = since if state.changed else shown(_unbroken(asking), asking.language)
        lead = (
            asking.in_words(code, day=day, since=since, others=others)
            if state.first
            else asking.in_words("validity-holds", day=day)
        )
    else:
        return Told(asking.in_words("validity-unknown", day=day), (), found=False)
    begun = _begun(asking) if state.status is Status.PARTLY_EXPIRED or state.changed else []
    return Told(lead, _proofs(asking, [*begun, state]))


def _resumes(asking: Asking) -> bool:
    """Whether what is suspended on the day holds again later, and does not just end."""
    behind = next((i for i in _course(asking) if i.first is not None and i.first == asking.state.until), None)
    return behind is not None and behind.status is not Status.EXPIRED


def _unbroken(asking: Asking) -> date | None:
    """Since when it has been in force as it is on the day: an extension begins no new time."""
    first = asking.state.first
    for i in reversed(_course(asking)):
        if i.until is not None and i.until == first and i.status is Status.IN_FORCE and not i.changed:
            first = i.first
    return first


def _begun(asking: Asking) -> list[Interval]:
    """The state with which it began to hold: what amends it does not say that."""
    return [i for i in _course(asking) if i.status is Status.IN_FORCE and not i.changed][:1]


def _since(asking: Asking) -> Told:
    begin = next((i for i in _course(asking) if i.status in (Status.IN_FORCE, Status.PARTLY_EXPIRED) and i.first), None)
    if begin is None:
        return Told(asking.in_words("validity-since-unknown"), (), found=False)
    return Told(asking.in_words("validity-since", since=shown(begin.first, asking.language)), _proofs(asking, [begin]))


def _until(asking: Asking) -> Told:
    course = _course(asking)
    over = next((i for i in course if i.status is Status.EXPIRED), None)
    if over is not None and over.first is not None:
        others = ", ".join(names_of(asking.view, over.by, asking.language))
        code = "validity-until" if over.by == (asking.entry.id,) else "validity-until-by"
        return Told(
            asking.in_words(code, since=shown(over.first, asking.language), others=others), _proofs(asking, [over])
        )
    pause = next((i for i in course if i.status is Status.SUSPENDED), None)
    if pause is not None:
        lead = asking.in_words(
            "validity-paused", since=shown(pause.first, asking.language), until=shown(pause.until, asking.language)
        )
        return Told(lead, _proofs(asking, [pause]))
    state = asking.state
    return Told(
        asking.in_words("validity-no-end", day=shown(asking.held.day, asking.language)), _proofs(asking, [state])
    )


def _course(asking: Asking) -> list[Interval]:
    """The intervals of the unit, else of the document."""
    intervals = asking.corpus.library.intervals(asking.entry.revision)
    parts = asking.unit.address.split(".") if asking.unit is not None else []
    for n in range(len(parts), 0, -1):
        own = [i for i in intervals if i.address == ".".join(parts[:n])]
        if own:
            return own
    return [i for i in intervals if not i.address]


def _proofs(asking: Asking, states: Iterable[Interval]) -> list[Evidence]:
    return [e for s in states for e in proof_evidence(asking.corpus, asking.view, s, asking.entry, asking.language)]


# --- relations --------------------------------------------------------------------------------------------------------


def _replaced_by(asking: Asking) -> Told:
    edges = _about(asking, asking.corpus.library.stated_of(asking.entry.revision, ENDING))
    whole = [e for e in edges if e.relation.whole] or edges
    told = _listed(asking, "replaced_by", whole, [_source(asking, e) for e in whole])
    over = next((i for i in _course(asking) if i.status is Status.EXPIRED and i.first), None)
    if not whole or over is None:
        return told
    since = asking.in_words("validity-from", since=shown(over.first, asking.language))
    return Told(f"{told.lead} {since}", told.evidence)


def _amended(asking: Asking) -> Told:
    kinds = _AMENDING | {_K.EXPIRES}
    stated = asking.corpus.library.stated_of(asking.entry.revision, kinds)
    edges = [
        e
        for e in _about(asking, stated)
        if not e.relation.whole or e.relation.kind in (_K.AMENDS, _K.SUPPLEMENTS, _K.CORRECTS)
    ]
    named = [e for e in edges if e.relation.units or e.relation.swaps] or edges
    return _listed(asking, "amended", named, [_source(asking, e) for e in named])


def _suspended(asking: Asking) -> Told:
    """When it, or a unit of it, was suspended, and by what; when that was lifted."""
    every = asking.corpus.library.intervals(asking.entry.revision)
    course = _course(asking) if asking.unit is not None else every
    pauses = [i for i in course if i.status is Status.SUSPENDED]
    if not pauses:
        return Told(asking.in_words("validity-none-suspended_by"), (), found=False)
    edges = _about(asking, asking.corpus.library.stated_of(asking.entry.revision, {_K.SUSPENDS, _K.RESUMES}))
    named = [e for e in edges if e.relation.kind is _K.SUSPENDS]
    told = _listed(asking, "suspended_by", edges, [_source(asking, e) for e in named])
    code = "validity-paused" if pauses[-1].until else "validity-paused-open"
    days = [shown(d, asking.language) for d in (pauses[0].first, pauses[-1].until)]
    paused = asking.in_words(code, since=days[0], until=days[1])
    return Told(f"{told.lead} {paused}" if edges else paused, told.evidence or _proofs(asking, pauses), found=True)


def _worded(asking: Asking) -> Told:
    """Which words took the place of which: those that the question quotes, else all."""
    stated = asking.corpus.library.stated_of(asking.entry.revision, {_K.AMENDS, _K.SUPPLEMENTS, _K.CORRECTS})
    swapped = [e for e in _about(asking, stated) if e.relation.swaps]
    quoted = {fold(q[1]) for q in QUOTED.finditer(asking.question)}
    fitting = [e for e in swapped if quoted & {fold(w) for s in e.relation.swaps for w in (s.old, s.new)}]
    shown_of = fitting or ([] if quoted else swapped)
    return _listed(asking, "amended", shown_of, [_source(asking, e) for e in shown_of])


def _stated_of(asking: Asking, aspect: Aspect) -> Told:
    of: dict[Aspect, tuple[RelationKind, ...]] = {
        "guided_by": (_K.GUIDES, _K.DETAILS), "consolidated_by": (_K.CONSOLIDATES,),
        "extended_by": (_K.EXTENDS, _K.CONTINUES),
    }  # fmt: skip
    kinds = of[aspect]
    edges = asking.corpus.library.stated_of(asking.entry.revision, kinds)
    return _listed(asking, aspect, edges, [_source(asking, e) for e in edges])


def _about(asking: Asking, edges: Sequence[Edge]) -> list[Edge]:
    """Those that are about the unit asked for, or what it stands in; all where no unit is."""
    if asking.unit is None:
        return list(edges)
    outline = asking.corpus.library.outline(asking.entry.revision)
    around = {u.address for u in outline.above(asking.unit)}
    inside = f"{asking.unit.address}."
    found = []
    for e in edges:
        addresses = {u.address for r in e.relation.units for u in units_called(outline, r)[:1]}
        if e.relation.whole or addresses & around or any(a.startswith(inside) for a in addresses):
            found.append(e)
    return found


def _listed(asking: Asking, aspect: Aspect, edges: Sequence[Edge], others: Sequence[str]) -> Told:
    if not edges:
        return Told(asking.in_words(f"validity-none-{aspect}"), (), found=False)
    named = ", ".join(dict.fromkeys(others))
    entries = {e.id: e for e in asking.view.entries.values()}
    places = [(entries[e.source.id], e.relation.start, e.relation.end) for e in edges if e.source.id in entries]
    return Told(
        asking.in_words(f"validity-{aspect}", others=named), sentences(asking.corpus, places, asking.language)[:_MOST]
    )


def _source(asking: Asking, edge: Edge) -> str:
    return next(iter(names_of(asking.view, [edge.source.id], asking.language)), edge.source.id)


def _target(asking: Asking, edge: Edge) -> str:
    if edge.target is not None:
        return next(iter(names_of(asking.view, [edge.target.id], asking.language)), edge.target.id)
    return edge.relation.target.printed


# --- a document that is not indexed -----------------------------------------------------------------------------------


def _of_unknown(
    corpus: Corpus, view: View, held: InForce, unknown: Sequence[Mention], aspect: Aspect, language: Language
) -> Told | None:
    """What is said of a document that is named but not indexed; None where nothing is."""
    number = next((m.number for m in unknown if m.number is not None), None)
    if number is None or aspect not in ("in_force", "until", "replaced_by", "amended", "guided_by"):
        return None
    kinds = CHANGING if aspect != "guided_by" else frozenset({_K.GUIDES, _K.DETAILS})
    said = [(v, r) for v, r in corpus.library.said_of_number(number.key, kinds) if v in view.entries]
    if not said:
        return None
    entries = [view.entries[v] for v, _ in said]
    others = ", ".join(names_of(view, [e.id for e in entries], language))
    places = [(view.entries[v], r.start, r.end) for v, r in said]
    since = min(
        (d for v, r in said if r.kind in ENDING and r.whole and (d := _begins(corpus, v, r)) is not None), default=None
    )
    day = shown(held.day, language)
    if since is None or aspect in ("amended", "guided_by"):
        lead = message("validity-not-indexed", language, number=number.printed, others=others)
    elif aspect == "in_force" and since <= held.day:
        told = {"number": number.printed, "day": day, "since": shown(since, language), "others": others}
        lead = message("validity-ended-by", language, **told)
    else:
        lead = message(
            "validity-until-by", language, number=number.printed, since=shown(since, language), others=others
        )
    return Told(lead, sentences(corpus, places, language)[:_MOST])


def _begins(corpus: Corpus, revision: int, relation: Relation) -> date | None:
    """From when a statement holds: as it says, else from when its document does."""
    live = (Status.IN_FORCE, Status.PARTLY_EXPIRED)
    course = corpus.library.intervals_of([revision], whole=True).get(revision, ())
    return relation.day or next((i.first for i in course if i.status in live), None)


def _answer(corpus: Corpus, view: View, day: date, question: str, told: Told, language: Language) -> Answer:
    statements, citations = cite(corpus, told.evidence)
    entries = view.entries.values()
    return Answer(
        id=hashlib.sha256(repr((question, day.isoformat(), view.version)).encode()).hexdigest()[:16],
        question=question,
        language=language,
        outcome="answered" if told.found else "not_found",
        statements=statements,
        citations=citations,
        as_of=day,
        searched=Searched(len(entries), sum(e.passages for e in entries), tuple(question.split())),
        confidence=1.0 if told.found else 0.0,
        lead=told.lead if told.found else None,
        missing=None if told.found else told.lead,
    )
