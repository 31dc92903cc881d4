"""A case that is set by a "not", and the contrary one: "nếu các bên không thỏa thuận" is not answered by what holds
where they have agreed. Knows the words of one question, and looks at statements of one passage.
"""

import re
from functools import lru_cache

from assistant.best_first import LOOKED_AT_TWICE
from assistant.question import Question
from assistant.relevance import Scored
from corpus.fields import is_stopword
from corpus.folding import exact, fold, stem, words
from corpus.messages import Language
from corpus.units import same_length

# the case, up to what is asked of it; "trường hợp nào" asks for one
_CASE = re.compile(
    r"\b(?:neu|khi|truong hop|if|when|where|unless)\s+(?!nao\b|gi\b|sau\b)(?P<case>.+?)(?=\bthi\b|[,;?]|\bnhung\b|$)"
)
_ASKED = frozenset({"fact", "list", "number", "deadline", "date", "who"})  # a yes or no may rest on the contrary case
_NOT = frozenset(("không", "chưa", "khong", "chua", "not", "no", "never", "cannot", "without"))
_BETWEEN = frozenset(
    words(
        "có thể được còn phải bị đã tự kịp hề từng co the duoc con phai bi da tu kip he tung"
        " be been have has able to any a an the yet do does did"
    )
)
_AS_NEAR = 4.0  # log odds: how far behind a statement of the same passage may be


def of_the_same_case(question: Question, scored: list[Scored]) -> list[Scored]:
    """From the first of the best one's passage on that is of the question's case, if the best is of the contrary one;
    without what is of the contrary case beside it.
    """
    case = _case(question)
    if not scored or not case:
        return scored
    against = _against(question, case, scored[0])
    if against:
        scored = _from_another(question, case, against, scored)
    if scored and not _against(question, case, scored[0]):
        of_it = frozenset(_read(scored[0].evidence.with_lead, *_form(question)))
        contrary = [bool(a) and a <= of_it for a in (_against(question, case, s) for s in scored[:LOOKED_AT_TWICE])]
        return [s for s, no in zip(scored, contrary, strict=False) if not no] + scored[LOOKED_AT_TWICE:]
    return scored


def _from_another(question: Question, case: str, against: frozenset[str], scored: list[Scored]) -> list[Scored]:
    best = scored[0]
    for at, s in enumerate(scored[:LOOKED_AT_TWICE]):
        near = s.evidence.key == best.evidence.key and s.behind(best) <= _AS_NEAR
        has = against <= frozenset(_read(s.evidence.with_lead, *_form(question)))
        if near and has and not _against(question, case, s):
            return scored[at:]
    return scored


def _case(question: Question) -> str:
    """The words of the question that set a case; "" for none."""
    match = _CASE.search(same_length(question.text.lower())) if question.kind in _ASKED else None
    return question.text[match.start("case") : match.end("case")] if match else ""


def _against(question: Question, case: str, s: Scored) -> frozenset[str]:
    """The words of the case that it or the statement denies, and the other one has without a "not"."""
    form = _form(question)
    if s.evidence.entry.identity.language != question.language:
        return frozenset()
    both = frozenset(_read(case, *form)) & frozenset(_read(s.evidence.with_lead, *form))
    return (_denied(case, *form) ^ _denied(s.evidence.with_lead, *form)) & both


def _form(question: Question) -> tuple[Language, bool]:
    return question.language, question.marked


@lru_cache(maxsize=1000)
def _read(text: str, language: Language, marked: bool) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    if language == "en":
        return tuple(stem(fold(w)) for w in words(text))
    return tuple((exact(w) if marked else fold(w)) for w in words(text))


@lru_cache(maxsize=1000)
def _denied(text: str, language: Language, marked: bool) -> frozenset[str]:
    """The words that stand right behind a "not"."""
    found, compared = [w.lower() for w in words(text)], _read(text, language, marked)
    denied: set[str] = set()
    for at, word in enumerate(found):
        if word in _NOT:
            behind = next((i for i in range(at + 1, len(found)) if found[i] not in _BETWEEN), None)
            if behind is not None and not found[behind][0].isdigit() and not is_stopword(found[behind], marked=marked):
                denied.add(compared[behind])
    return frozenset(denied)
