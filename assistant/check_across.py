"""Whether a statement in another language than its source keeps its not, only, except, must and may.

There are no words to stand by: the kinds on both sides are compared.
"""

from collections.abc import Iterator

from assistant.check_counterparts import CARRIED, KEPT, KINDS
from assistant.check_operators import Operator
from assistant.check_otherwise import limited
from assistant.check_side import NEGATIONS, Side
from assistant.check_text import Fault

_LIMITS: dict[Operator, frozenset[str]] = {  # "not, except" is "only", and is read so
    "except": frozenset(("except", "only")),
    "only": frozenset(("except", "only")),
}


def across(said: Side, source: Side) -> Iterator[Fault]:
    """Statement and source in different languages: no kind of negation, exception or duty on one side only."""
    mine, theirs = {o.kind for o in said.operators}, {o.kind for o in source.operators}
    for op in said.operators:
        if op.kind in NEGATIONS | {"only", "except"} and not _LIMITS.get(op.kind, CARRIED[op.kind]) & theirs:
            yield Fault(KINDS.get(op.kind, "qualifier"), op.said)
        if op.kind == "may" and "must" in theirs and not theirs & {"may", "right"} and not limited(said):
            yield Fault("modal", op.said, "must")
        if op.kind == "must" and theirs & {"may", "should"} and not theirs & {"must", "duty"}:
            yield Fault("modal", op.said, "may")
    for op in source.operators:
        if (
            op.kind in NEGATIONS | {"only", "except"}
            and not _LIMITS.get(op.kind, KEPT[op.kind]) & mine
            and len(_sentences(source)) == 1
        ):
            yield Fault(KINDS.get(op.kind, "qualifier"), "", op.said)


def _sentences(side: Side) -> set[int]:
    return {w.sentence for w in side.words}
