"""What is paid for in a question of money ("tiền ăn sáng", "how much is breakfast"): a sum for another thing answers
nothing, however near the rest of the words are. Knows one statement at a time, and nothing of scores.
"""

import re
from functools import lru_cache
from itertools import pairwise

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.terms import bag
from corpus.expansion import expand
from corpus.fields import is_stopword
from corpus.folding import fold, stem, words
from corpus.units import same_length

_PAID = {
    "vi": re.compile(
        r"(?<!\w)(?<!\bdanh )(?<!\bdinh )(?<!\btham )(?:so tien|tien|gia(?! tri)|muc (?:gia|phi|thu))\s+"
        r"(?P<thing>(?:\w+\s+){1,4}?)"
        r"(?:tai|o|cua|cho|trong|doi voi|theo|la|duoc|moi|mot|hien nay|bao nhieu)(?!\w)"
    ),
    "en": re.compile(
        r"how much (?:is|are)\s+(?:(?:an?|the)\s+)?(?P<thing>(?:[\w-]+\s+){1,3}?)(?:at|in|for|of|on|under|per|a)(?!\w)"
        r"|how much (?:does|do)\s+(?:(?:an?|the)\s+)?(?P<costs>(?:[\w-]+\s+){1,3}?)costs?(?!\w)"
    ),
}
# a sum that is set aside for something, where most documents break one down: of its words those that the title has not
_SET_ASIDE = {
    "vi": re.compile(
        r"\bbao nhieu (?:tien|kinh phi|dong|trieu dong|ty dong)?\s*(?:cho|de|vao)(?: viec)?"
        r"(?: (?:ho tro|thuc hien|to chuc|chi))?\s+"
        r"(?P<thing>(?:\w+\s*){2,6})"
    ),
    "en": re.compile(
        r"\bhow much (?:money |funding |of the \w+ )?(?:is|was|are|were|does|do|did|will)\b.{0,60}?"
        r"\b(?:set aside|allocated|earmarked|provided|planned|budgeted|go|goes|spent|spend)\s+(?:for|on|to)\s+(?:the )?"
        r"(?P<thing>(?:[\w-]+\s*){1,4})"
    ),
}
_TELLING = {"vi": 2, "en": 1}  # a single syllable is an everyday word for much: "tiền cơm" is "tiền ăn"
# how what is paid is called, and no thing that it is paid for
_SUMS = frozenset(
    words("""
    muc tien gia phi le khoan ho tro chi thu nop phat thuong luong phu cap tro boi duong dong toi da thieu cao thap nhat
    moi fee fees rate rates price cost costs charge allowance support grant subsidy fine salary pay maximum minimum
    amount
    """)
)


def speaks_of_thing(question: Question, e: Evidence) -> bool:
    """Whether a statement, what stands above it or its document's title has any word of what is paid for.

    True where the question names no such thing, and for a statement in the other language.
    """
    identity = e.entry.identity
    if question.kind != "number" or e.read_as is not None or identity.language != question.language:
        return True
    thing = _thing(question)
    there = bag("\n".join((e.text, e.lead, e.above, e.title)), identity.language)
    return (not thing or bool(thing & there)) and _is_set_aside_for(question, e)


def _is_set_aside_for(question: Question, e: Evidence) -> bool:
    """Whether what a sum is set aside for is said of it at all; what the document's title says is said of every sum."""
    own, names = _set_aside(question)
    titled = bag(e.title, question.language)
    if question.language == "en":
        rest = {stem(w) for w in own} - titled
    else:  # a syllable alone is an everyday word for much
        rest = {f"{a} {b}" for a, b in pairwise(own) if not {a, b} <= titled}
    if not rest:
        return True
    there = [fold(w) for w in words("\n".join((e.text, e.lead, e.above)))]
    stems = {stem(w) for w in there} if question.language == "en" else set()
    return bool(rest & stems) or any(f" {phrase} " in f" {' '.join(there)} " for phrase in rest | names)


@lru_cache(maxsize=64)
def _set_aside(question: Question) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of what a sum is set aside for, and its other names; none where the question names no such thing."""
    found = _SET_ASIDE[question.language].search(same_length(question.text.lower()))
    if found is None:
        return (), frozenset()
    printed = words(question.text[found.start("thing") : found.end("thing")])
    own = tuple(fold(w) for w in printed if not is_stopword(w, marked=question.marked) and not w.isdigit())
    concepts = [c for c in expand(question.text).concepts if set(words(fold(c.named))) <= set(own)]
    return own, frozenset(fold(n.text) for c in concepts for n in c.names)


@lru_cache(maxsize=64)
def _thing(question: Question) -> frozenset[str]:
    """The words of the thing and of its other names, each in the form in which it is compared."""
    even = same_length(question.text)
    # with its marks written, "tiến sĩ", "gia cảnh" and "Tiền Giang" are other words
    spelt = (m for m in _PAID[question.language].finditer(even) if _is_spelt(question, m))
    found = next(spelt, None)
    if found is None:
        return frozenset()
    group = "thing" if found["thing"] else "costs"
    printed = question.text[found.start(group) : found.end(group)]
    own = [w for w in words(printed) if fold(w) not in _SUMS and not is_stopword(w, marked=question.marked)]
    if len(own) < _TELLING[question.language]:
        return frozenset()
    folded = {fold(w) for w in own}
    of_it = [c for c in expand(question.text).concepts if folded & set(words(fold(c.named)))]
    every = [*own, *(w for c in of_it for name in c.names for w in words(name.text))]
    return frozenset(stem(fold(w)) if question.language == "en" else fold(w) for w in every)


def _is_spelt(question: Question, m: re.Match[str]) -> bool:
    if question.language == "en" or not question.marked:
        return True
    sum_ = question.text[m.start() : m.start("thing")].split()[-1]
    return sum_.lower() in ("tiền", "giá", "phí", "thu") and question.text[m.start("thing")].islower()
