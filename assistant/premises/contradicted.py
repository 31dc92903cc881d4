"""Whether a statement gives another figure than a premise, or lays down what is against it.

Knows the statements found for the question about the premise; knows no stores.
"""

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.figures import Figure, figures_in
from assistant.premise import Premise
from assistant.premises.force import AGAINST, Force, force_of
from assistant.relevance import Scored
from corpus.folding import fold, words

_SENTENCES = re.compile(r"(?<=[.;])\s+(?=\S)")
_BESIDE = 3  # words between a modal and what it is about
# share of the premise's words (rare ones count more) that a statement, with what stands above it, has to hold
_ABOUT_IT = 0.75
_NEAR_IT, _PLAINLY = 0.6, 0.8  # ... or so much, where the statement stands first and with such a score
_AS_MUCH = 0.97  # of the score of what says otherwise
_ALL_ABOUT_IT = 0.85  # where nothing but a modal is compared


def contradicted(premise: Premise, scored: Sequence[Scored]) -> Evidence | None:
    """The statement that says otherwise than the premise; None if one agrees as plainly, or none is about it.

    `scored` are the statements found for the question about the premise, the best first.
    """
    least = _ABOUT_IT if premise.figures and not premise.passing else _ALL_ABOUT_IT
    about = [s for s in scored if s.features.covered_title >= least]
    if premise.figures:
        found = _other_figure(premise, about) or _otherwise_answered(premise.figures[0], scored)
        if found is not None or premise.force is None:
            return found
        about = [s for s in scored if s.features.covered_title >= _ALL_ABOUT_IT and _says(premise.figures[0], s)]
    for s in about:
        force = _force_here(premise, s.evidence)
        if force == premise.force:
            return None
        if force is not None and premise.force is not None and force in AGAINST[premise.force]:
            return s.evidence
    return None


def _other_figure(premise: Premise, about: Sequence[Scored]) -> Evidence | None:
    """The statement with another figure, if it is more about the matter than every one that has the same."""
    claimed = premise.figures[0]
    against: Scored | None = None
    agreeing: list[Scored] = []
    best = (0.0, 0.0)
    for s in about:
        figures = [f for f in figures_in(s.evidence.text) if f.measure == claimed.measure]
        if any(f.same(claimed) for f in figures):
            agreeing.append(s)
        elif figures and _held(s) > best:
            against, best = s, _held(s)
    if against is None or any(_held(s) >= best for s in agreeing):
        return None
    if premise.passing and any(_as_much(s, against) for s in agreeing):
        return None
    return against.evidence


def _says(claimed: Figure, s: Scored) -> bool:
    return any(f.same(claimed) for f in figures_in(s.evidence.text))


def _held(s: Scored) -> tuple[float, float]:
    return (s.features.covered + s.features.covered_title) / 2, s.score


def _as_much(agreeing: Scored, against: Scored) -> bool:
    """Whether one that agrees is as much about the matter, its titles read with it: the true must not be doubted."""
    titled = agreeing.features.covered_title >= against.features.covered_title
    return titled and agreeing.score >= _AS_MUCH * against.score


def _otherwise_answered(claimed: Figure, scored: Sequence[Scored]) -> Evidence | None:
    """The statement that answers the question for the figure, if it plainly does and nothing near says the same."""
    near = [s for s in scored if s.features.covered_title >= _NEAR_IT]
    if not near or near[0] is not scored[0] or near[0].score < _PLAINLY:
        return None
    told = [[f for f in figures_in(s.evidence.text) if f.measure == claimed.measure] for s in near]
    return near[0].evidence if told[0] and not any(f.same(claimed) for fs in told for f in fs) else None


def _force_here(premise: Premise, evidence: Evidence) -> Force | None:
    """What a statement lays down about the very thing: its modal stands before the same words as the premise's."""
    _, end = force_of(premise.claim)
    claimed = [fold(w) for w in words(premise.claim[end:])]
    said = _of_it(evidence.text, premise.claim)
    force, at = force_of(said)
    if force is None:
        said = evidence.text
        force, at = force_of(said)
    ahead = [fold(w) for w in words(said[at:])[: _BESIDE + 1]]
    # "cấm giám đốc sở ủy quyền": who may not stands between, the verb is two words in a row
    verbs = set(zip(claimed, claimed[1:], strict=False)) & set(zip(ahead[:2], ahead[1:2], strict=False))
    return force if set(claimed[:_BESIDE]) & set(ahead) or verbs else None


def _of_it(text: str, claim: str) -> str:
    """The sentence of a statement that is most about the claim: a modal of another one is no matter of it."""
    told = {fold(w) for w in words(claim)}
    return max(_SENTENCES.split(text), key=lambda s: len(told & {fold(w) for w in words(s)}))
