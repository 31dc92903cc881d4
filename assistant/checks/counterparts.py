"""Which word of one text answers to which of the other: must, may, not, only, except, all, some. Tables only."""

from assistant.checks.operators import Operator
from assistant.checks.side import NEGATIONS
from assistant.checks.text import FaultKind

KINDS: dict[Operator, FaultKind] = {
    "deny": "negation", "forbid": "negation", "exempt": "negation", "must": "modal", "duty": "modal", "may": "modal",
    "right": "modal", "should": "modal",
}  # fmt: skip
# what the statement says, and which words of the source carry it
CARRIED: dict[Operator, frozenset[str]] = {
    "deny": NEGATIONS | {"except"}, "forbid": frozenset({"deny", "forbid"}), "exempt": frozenset({"exempt", "deny"}),
    "must": frozenset({"must", "duty"}), "may": frozenset({"may", "right"}), "should": frozenset({"should"}),
    "only": frozenset({"only"}), "except": frozenset({"except"}), "all": frozenset({"all", "each"}),
    "some": frozenset({"some", "most"}), "most": frozenset({"most"}), "floor": frozenset({"floor"}),
    "ceiling": frozenset({"ceiling"}), "before": frozenset({"before"}), "after": frozenset({"after"}),
}  # fmt: skip
# what the source says, and which words of the statement keep it
KEPT: dict[Operator, frozenset[str]] = {
    "deny": NEGATIONS | {"except"}, "forbid": frozenset({"deny", "forbid"}), "exempt": frozenset({"exempt", "deny"}),
    "must": frozenset({"must", "duty", "forbid", "only"}), "may": frozenset({"may", "right", "forbid", "only"}),
    "should": frozenset({"should"}), "only": frozenset({"only"}), "except": frozenset({"except", "only"}),
    "some": frozenset({"some", "most"}), "most": frozenset({"most"}), "floor": frozenset({"floor"}),
    "ceiling": frozenset({"ceiling"}),
}  # fmt: skip
