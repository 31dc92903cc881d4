"""A question on its way to its answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.in_force import InForce
from assistant.meant import Meant
from assistant.relevance import Relevance
from assistant.search import Filters, Hit, View
from corpus.messages import Language


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its way: what it means, over which documents, what was found for it."""

    meant: Meant
    view: View
    filters: Filters | None
    hits: Sequence[Hit]
    evidence: Sequence[Evidence]
    relevance: Relevance
    speaks: Language
    held: InForce
