"""Further statements that are shown with the best one, each once."""

from collections.abc import Sequence

from assistant.best_first import DEFINES, LOOKED_AT_TWICE
from assistant.evidence import Evidence
from assistant.relevance import Scored
from corpus.folding import fold

_NEAR = 0.3  # how far behind the best (in log odds) a second statement may be
_MOST_STATEMENTS = 2


def as_good(scored: Sequence[Scored]) -> list[Evidence]:
    """Further statements that answer as well as the best, each once."""
    chosen = [scored[0].evidence]
    for s in scored[1:12]:
        if s.behind(scored[0]) > _NEAR or len(chosen) == _MOST_STATEMENTS:
            break
        if all(not same(s.evidence, other) for other in chosen):
            chosen.append(s.evidence)
    return chosen[1:]


def defined_elsewhere(scored: Sequence[Scored]) -> list[Evidence]:
    """How another document defines the same term, if one does and in other words."""
    best = scored[0].evidence
    others = (s.evidence for s in scored[1:LOOKED_AT_TWICE] if s.features.kind >= DEFINES)
    return [e for e in others if e.entry.id != best.entry.id and not same(e, best)][:1]


def to_compare_with(scored: Sequence[Scored]) -> list[Evidence]:
    """The statement to compare the best one with: the next one of its document."""
    best = scored[0].evidence
    others = (s.evidence for s in scored[1:LOOKED_AT_TWICE] if s.evidence.entry.id == best.entry.id)
    return [next((e for e in others if not same(e, best)), best)][: len(scored) - 1]


def same(a: Evidence, b: Evidence) -> bool:
    """Whether two statements say it twice: the same words, or a document and its translation."""
    twins = a.entry.identity.number_key is not None and a.entry.identity.number_key == b.entry.identity.number_key
    return fold(a.text).strip(" .;") == fold(b.text).strip(" .;") or (twins and a.entry.id != b.entry.id)
