"""By what it is replaced, amended, suspended, guided ...: told from what documents state of each other."""

from collections.abc import Callable

from assistant.out_of_force import shown
from assistant.validity.asked import QUOTED, Aspect
from assistant.validity.states import in_force, since_when, until_when
from assistant.validity.told import Asking, Told, about, course, listed, proofs, source_name, target_name
from corpus.family_graph import Edge
from corpus.folding import fold
from corpus.relations import ENDING, RelationKind
from corpus.validity import Status

_K = RelationKind
AMENDING = frozenset({_K.AMENDS, _K.SUPPLEMENTS, _K.CORRECTS, _K.ANNULS, _K.REPLACES})


def told_of(asking: Asking, aspect: Aspect) -> Told:
    """What the documents indexed say of that aspect."""
    told: dict[Aspect, Callable[[Asking], Told]] = {
        "in_force": in_force, "since": since_when, "until": until_when, "replaced_by": replaced_by, "amended": _amended,
        "suspended_by": _suspended, "worded": _worded,
    }  # fmt: skip
    if aspect in told:
        return told[aspect](asking)
    if aspect in ("guided_by", "consolidated_by", "extended_by"):
        return _stated_of(asking, aspect)
    kinds: dict[Aspect, frozenset[RelationKind]] = {
        "replaces": ENDING, "amends": AMENDING, "basis": frozenset({_K.BASED_ON}),
        "guides": frozenset({_K.GUIDES, _K.DETAILS}),
    }  # fmt: skip
    edges = asking.corpus.library.stated_by(asking.entry.revision, kinds[aspect])
    return listed(asking, aspect, edges, [target_name(asking, e) for e in edges])


def replaced_by(asking: Asking) -> Told:
    """By what it was replaced or annulled, and when it ended."""
    stated = asking.corpus.library.stated_of(asking.entry.revision, ENDING | {_K.AMENDS})
    edges = about(asking, [e for e in stated if e.relation.kind in ENDING or _puts_another(asking, e)])
    # a unit may have ended before its document did
    named = [e for e in edges if e.relation.units] if asking.unit is not None else []
    whole = named or [e for e in edges if e.relation.whole] or edges
    told = listed(asking, "replaced_by", whole, [source_name(asking, e) for e in whole])
    over = next((i for i in course(asking) if i.status is Status.EXPIRED and i.first), None)
    if not whole or over is None:
        return told
    since = asking.in_words("validity-from", since=shown(over.first, asking.language))
    return Told(f"{told.lead} {since}", told.evidence)


def _puts_another(asking: Asking, edge: Edge) -> bool:
    """Whether an amendment puts a unit of its own in the place of one: "thay thế Phụ lục ... bằng Phụ lục ..."."""
    r = edge.relation
    if asking.unit is None or not r.units or r.swaps:
        return False
    phrase = asking.corpus.library.text(edge.source.revision)[r.phrase_start : r.phrase_end]
    return fold(phrase).startswith(("thay", "replac"))


def _amended(asking: Asking) -> Told:
    kinds = AMENDING | {_K.EXPIRES}
    stated = asking.corpus.library.stated_of(asking.entry.revision, kinds)
    edges = [
        e
        for e in about(asking, stated)
        if not e.relation.whole or e.relation.kind in (_K.AMENDS, _K.SUPPLEMENTS, _K.CORRECTS)
    ]
    named = [e for e in edges if e.relation.units or e.relation.swaps] or edges
    return listed(asking, "amended", named, [source_name(asking, e) for e in named])


def _suspended(asking: Asking) -> Told:
    """When it, or a unit of it, was suspended, and by what; when that was lifted."""
    every = asking.corpus.library.intervals(asking.entry.revision)
    of_unit = course(asking) if asking.unit is not None else every
    pauses = [i for i in of_unit if i.status is Status.SUSPENDED]
    if not pauses:
        return Told(asking.in_words("validity-none-suspended_by"), (), found=False)
    edges = about(asking, asking.corpus.library.stated_of(asking.entry.revision, {_K.SUSPENDS, _K.RESUMES}))
    named = [e for e in edges if e.relation.kind is _K.SUSPENDS]
    told = listed(asking, "suspended_by", edges, [source_name(asking, e) for e in named])
    code = "validity-paused" if pauses[-1].until else "validity-paused-open"
    days = [shown(d, asking.language) for d in (pauses[0].first, pauses[-1].until)]
    paused = asking.in_words(code, since=days[0], until=days[1])
    return Told(f"{told.lead} {paused}" if edges else paused, told.evidence or proofs(asking, pauses), found=True)


def _worded(asking: Asking) -> Told:
    """Which words took the place of which: those that the question quotes, else all."""
    stated = asking.corpus.library.stated_of(asking.entry.revision, {_K.AMENDS, _K.SUPPLEMENTS, _K.CORRECTS})
    swapped = [e for e in about(asking, stated) if e.relation.swaps]
    quoted = {fold(q[1]) for q in QUOTED.finditer(asking.question)}
    fitting = [e for e in swapped if quoted & {fold(w) for s in e.relation.swaps for w in (s.old, s.new)}]
    shown_of = fitting or ([] if quoted else swapped)
    return listed(asking, "amended", shown_of, [source_name(asking, e) for e in shown_of])


def _stated_of(asking: Asking, aspect: Aspect) -> Told:
    of: dict[Aspect, tuple[RelationKind, ...]] = {
        "guided_by": (_K.GUIDES, _K.DETAILS), "consolidated_by": (_K.CONSOLIDATES,),
        "extended_by": (_K.EXTENDS, _K.CONTINUES),
    }  # fmt: skip
    kinds = of[aspect]
    edges = asking.corpus.library.stated_of(asking.entry.revision, kinds)
    return listed(asking, aspect, edges, [source_name(asking, e) for e in edges])
