"""Which of a whole is asked for: of "how many of the 40 lecturers are women" what counts lecturers and says nothing of
women is no answer. Knows one statement at a time, and nothing of scores.
"""

import re
from functools import lru_cache

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.terms import bag
from corpus.expansion import expand
from corpus.fields import is_stopword
from corpus.folding import fold, stem, words

_OF = {
    "en": re.compile(
        r"\b(?:how (?:many|much)|what (?:percentage|per ?cent|share|proportion|part|number))\b(?: [\w-]+)? of [^?]{3,120}?\s"
        r"(?:is|are|was|were|hold|holds|held|have|has|had|(?:belong|belongs|belonged|go|goes|went) to|(?:come|comes|came) from)\s"
        r"(?P<part>(?!(?:been|not|being|already|there|in|on|at|\w+ed|\w+ed to)\b)(?!.*\bto\b)[\w’'-]+(?: [\w’'-]+){0,4})$",
        re.IGNORECASE,
    ),
    "vi": re.compile(
        r"(?:^trong (?:số )?[^?]{3,120}?,? (?:có )?(?:bao nhiêu|mấy)\b(?: (?:phần trăm|%|người|đồng chí|cán bộ|công chức))?"
        r"|\bbao nhiêu (?:phần trăm|%) [^?]{3,80}?)"
        r" (?:là|thuộc|có trình độ|có bằng|dành cho|chi cho|cho)\s(?P<part>\w+(?: \w+){0,5})$",
        re.IGNORECASE,
    ),
}
# what many bodies are called tells none of them; a quality's measure is not the quality
_ANY = frozenset(
    words("""
    department ministry committee division office agency degree level levels qualification qualifications group people
    persons person comrades comrade cadres cadre officials official sở bộ ban phòng ủy trình độ người đồng chí cán công chức
    """)
)


@lru_cache(maxsize=64)  # asked of every statement
def part_asked(question: Question) -> str | None:
    """The words for the part that is asked for; None where a whole is, or what is asked is no number."""
    pattern = _OF.get(question.language)
    found = pattern.search(question.text.rstrip(" ?!.")) if pattern is not None and question.kind == "number" else None
    return found["part"] if found else None


def speaks_of_part(question: Question, e: Evidence) -> bool:
    """Whether a statement says anything of the part that is asked for; true where it cannot be known.

    In the other language it can be known where the glossary has the words.
    """
    part = part_asked(question)
    if part is None:
        return True
    language = e.entry.identity.language
    text = "\n".join((e.with_lead, *e.header, e.above))
    there = f" {' '.join(fold(w) for w in words(text))} "
    names = [n.text for c in expand(part).concepts for n in c.names]
    if any(f" {' '.join(fold(w) for w in words(n))} " in there for n in names):
        return True
    if language != question.language:
        return not names
    own = [w for w in words(part) if not is_stopword(w, marked=question.marked) and w.lower() not in _ANY]
    if not own:
        return True
    held = bag(text, language)
    stands = [(stem(fold(w)) if language == "en" else fold(w)) in held or fold(w) in held for w in own]
    return sum(stands) * 2 >= len(own)
