"""A question of two parts ("how much, and by when"): what answers each."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answerable import estimate
from assistant.best_first import rank
from assistant.draft import Draft, Note
from assistant.evidence import Evidence
from assistant.further import same
from assistant.kinds import MONEY, PAY, count_pattern, counts_there
from assistant.question import Question, understand
from assistant.relevance import Features, Relevance
from assistant.search import Hit

_STRANGE = 0.5  # share of a part's neighbouring words that are together nowhere
_LACKED = 0.6  # what the rarest word of a part that is nowhere may say
_OF_PART = 0.6  # share of the words of a part that has to be there


def of_two(
    question: Question,
    two: tuple[str, str],
    whole: Draft,
    evidence: Sequence[Evidence],
    relevance: Relevance,
    hits: Sequence[Hit],
) -> Draft:
    """Both parts are answered, or it is said which is not; `whole` is what answers the question as one."""
    chosen, missing, sure = list(whole.statements), [], whole.confidence
    answered: list[Evidence] = []
    for part in two:
        asked = replace(understand(part), language=question.language)
        its = relevance.of(asked)
        scored = rank(evidence, its)
        of_whole = [e for e in chosen if _answers(its.features(e), its) or _counts(asked, question, e)]
        if not of_whole and not (scored and _answers(scored[0].features, its)):
            missing.append(part)
            continue
        sure = max(sure, estimate(asked, hits, scored, its))
        best = of_whole or [scored[0].evidence]
        answered += best
        if all(not same(best[0], c) and best[0].text not in c.text for c in chosen):
            chosen.append(best[0])
    if len(missing) != 1:
        return replace(whole, statements=tuple(chosen), confidence=sure) if not missing else whole
    shown = tuple(dict.fromkeys(answered)) or whole.statements
    return Draft(shown, sure, "partial", Note("answer-partial", {"part": missing[0].strip(" ,?")}))


def _counts(part: Question, question: Question, e: Evidence) -> bool:
    """Whether what answers the whole has a figure of just what a part counts: "bao nhiêu phút ... mấy tiết".

    A part that names nothing to be counted counts what the other one does ("how many to the districts and how many to
    the communes").
    """
    counted = part.counted or (question.counted if part.kind == "number" else ())
    pattern = None if counted in (MONEY, PAY) else count_pattern(counted)  # a sum may be for anything
    return pattern is not None and counts_there(pattern, e.with_lead)


def _answers(f: Features, its: Relevance) -> bool:
    """Whether a statement has all that is asked in a part; "and by when" asks of what the other part names."""
    strange = its.unheard >= _STRANGE and f.pairs == 0  # "lệ phí" is not there for "tỷ lệ" and "kinh phí"
    held = (f.covered_title >= _OF_PART and f.gap <= _LACKED and not strange) or not its.says_anything
    return held and f.lacks == 0 and f.uncounted == 0 and f.contrary == 0
