"""The statements that may answer a question, best first. Knows nothing of how many of them do."""

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict

from assistant.counted import counted_abroad, is_foreign
from assistant.evidence import Evidence
from assistant.labels import names_role, role_asked
from assistant.laid_down import laid_down_first
from assistant.model import shipped
from assistant.question import Question
from assistant.relevance import Relevance, Scored
from assistant.scope_stated import states_scope_only
from corpus.folding import fold

# to whom a document goes stands in its frame, and nowhere else
_OF_FRAME = re.compile(
    r"\b(?:noi nhan|kinh gui|gui (?:cho|den) (?:ai|nhung|cac|co quan|don vi)|nguoi ky|ai ky"
    r"|recipients?|addressed|addressee|sent to|signed)\b"
)
# how a text came about answers nobody who does not ask that
_ENACTED = re.compile(
    r"\W*(?:(?:bo )?luat|phap lenh|nghi quyet|hien phap) nay (?:da )?(?:duoc|do) .{3,120} thong qua\b"
    r"|\W*this (?:law|code|ordinance|resolution) (?:was|has been|is) (?:passed|adopted)\b"
)
_OF_ENACTING = re.compile(r"\b(?:thong qua|ban hanh|ky hop|khoa|adopt\w*|pass(?:ed)?|enact\w*|session)\b")
_VALUES = frozenset({"number", "date", "deadline"})  # what a statement of scope never gives
LOOKED_AT_TWICE = 12  # of the best
DEFINES = 0.75  # from here on a statement says what a term is
_HOLDS = 3.0  # how far behind the best (in log odds) a line that names the holder of a role may be
_NAMED_FOR = 1.0  # how far behind the best a statement of the document that is named may be
_NAMED = 0.6  # how well a statement that tells who did it names somebody


def rank(evidence: Sequence[Evidence], relevance: Relevance) -> list[Scored]:
    """Statements that may answer, with their scores, best first; the best few are looked at again for like words."""
    question = relevance.question
    able = [e for e in evidence if may_answer(e, question) and relevance.holds(_read_as(e, question))]
    relevance.read([_read_as(e, question) for e in able])
    first = sorted((_scored(e, relevance) for e in able), key=_order)
    again = [_scored(s.evidence, relevance, alike=True) for s in first[:LOOKED_AT_TWICE]]
    best_first = sorted(again + first[LOOKED_AT_TWICE:], key=_order)
    if relevance.question.kind == "definition":
        # what opens with the term and says what it is, before what only speaks of it
        best_first.sort(key=lambda s: s.features.kind < DEFINES)
    role = role_asked(relevance.question)
    if role:
        # a line that sets somebody beside the role, before one that speaks of what the role is about
        best = best_first[0] if best_first else None
        best_first.sort(key=lambda s: not _holds(s, role, best))
    ordered = _counting_first(_doer_first(_named_first(best_first)), relevance.question)
    return laid_down_first(relevance.question, ordered)


def _named_first(scored: list[Scored]) -> list[Scored]:
    """What the document says that the question names, before what another tells of it and is hardly better."""
    best = scored[0] if scored else None
    if best is None or best.features.named:
        return scored
    return _brought_up(scored, lambda s: bool(s.features.named), _NAMED_FOR)


def _brought_up(scored: list[Scored], fits: Callable[[Scored], bool], within: float) -> list[Scored]:
    """What fits and is less than so far (in log odds) behind the best, before it; else as it was."""
    return sorted(scored, key=lambda s: not (s.behind(scored[0]) < within and fits(s)))


def _doer_first(scored: list[Scored]) -> list[Scored]:
    """Where the best does not say that anybody did what is asked about, what names who did it before it."""
    best = scored[0] if scored else None
    if best is None or not best.features.undone:
        return scored
    least = max(best.features.kind, _NAMED)

    return _brought_up(scored, lambda s: not s.features.undone and s.features.kind >= least, _HOLDS)


def _counting_first(scored: list[Scored], question: Question) -> list[Scored]:
    """Where the best is in another language and does not count what is asked for, what does so there before it."""
    best = scored[0] if scored else None
    if best is None or counted_abroad(question) is None or not is_foreign(best.evidence, question):
        return scored

    def counts(s: Scored) -> bool:
        return is_foreign(s.evidence, question) and s.features.counted == 1.0

    return _brought_up(scored, counts, _HOLDS)


def _holds(s: Scored, role: Sequence[str], best: Scored | None) -> bool:
    return (
        best is not None
        and s.behind(best) < _HOLDS
        and names_role(s.evidence.text, role, s.evidence.entry.identity.language)
    )


def _scored(e: Evidence, relevance: Relevance, *, alike: bool = False) -> Scored:
    features = relevance.features(_read_as(e, relevance.question), alike=alike)
    return Scored(shipped()["statement"].score(asdict(features)), features, e)


def _read_as(e: Evidence, question: Question) -> Evidence:
    """By which words a statement is compared with a question: those in the question's language, if there are any."""
    return e.read_as if e.read_as is not None and is_foreign(e, question) else e


def _order(s: Scored) -> tuple[float, float, str, int]:
    return (-s.score, -s.evidence.score, s.evidence.entry.id, s.evidence.start)


def _is_title(e: Evidence) -> bool:
    """Whether a statement is no more than what its document is called."""
    title = fold(e.entry.identity.title)
    return bool(title) and fold(e.text).strip(" .:") == title.strip(" .:")


def may_answer(e: Evidence, question: Question) -> bool:
    """Headings answer nothing by themselves, but open a list that is asked for; legal bases only who asks for them."""
    if e.frame and not _OF_FRAME.search(fold(question.text)):
        return False
    if question.kind in _VALUES and states_scope_only(e):
        return False
    if question.aim == "unit" and _is_title(e):
        return False
    if question.kind == "fact" and _ENACTED.match(fold(e.text)) and not _OF_ENACTING.search(fold(question.text)):
        return False
    return not e.is_mark and (not e.heading or question.kind == "list") and (not e.is_basis or question.bases)
