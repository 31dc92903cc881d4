"""What counts as a contradiction where a statement is told in words of its own: the contrary, by the same word.

There a "must" or a "not" that one text lacks may be in any of its words; so the word that it bears on has to stand in
the other text, with the contrary or with nothing.
"""

from assistant.check_free import denies_otherwise
from assistant.check_operators import Found, Operator
from assistant.check_side import NEGATIONS, Side

_MILD: frozenset[Operator] = frozenset({"may", "right", "should"})
_HARD: frozenset[Operator] = frozenset({"must", "duty"})
_PARTLY: frozenset[Operator] = frozenset({"some", "most", "only", "except"})
_CONTRARY: dict[Operator, frozenset[Operator]] = {
    "must": frozenset({"may", "should"}) | NEGATIONS, "may": _HARD | NEGATIONS, "right": _HARD | NEGATIONS, "should": _HARD | {"may"} | NEGATIONS,
}  # fmt: skip


def turned_in(op: Found, said: Side, source: Side) -> bool:
    """Whether the other text, told freely, says the contrary of what an operator of this one says."""
    if op.kind in _CONTRARY:
        return any(o.kind in _CONTRARY[op.kind] for o in (source if op in said.operators else said).operators)
    if op.kind == "exempt" and op in said.operators:
        return not any(o.kind == "exempt" for o in source.operators)
    if op.kind in NEGATIONS and op in said.operators:
        return not denies_otherwise(source.reading, said.reading) and not denies_otherwise(said.reading, source.reading)
    if op in said.operators and op.kind == "all":
        return any(o.kind in _PARTLY for o in source.operators) or any(q.unit == "%" for q in source.figures.quantities)
    return True
