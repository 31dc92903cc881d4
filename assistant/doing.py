"""Who did it: what a question asks the doer of, and whether a statement names one that fits.

A person is asked for, or a body; and what was done ("chaired", "ký") has to be said of it. Knows nothing of scores.
"""

import re
from dataclasses import dataclass

from assistant.kinds import KIND_TESTS
from assistant.question import Question
from assistant.vocabulary import SAME_ENGLISH
from corpus.expansion import expand
from corpus.folding import fold, stem, words
from corpus.messages import Language

_BODY_ASKED = re.compile(
    r"\b(?:co quan|don vi|so|ban|bo|to chuc|cap|phong|hoi dong)(?: \w+){0,2} nao\b"
    r"|\b(?:which|what) (?:\w+ ){0,2}(?:agency|agencies|body|bodies|departments?|units?|offices?|committees?"
    r"|ministr(?:y|ies)|council)\b"
)
_DONE: tuple[re.Pattern[str], ...] = tuple(map(re.compile, (
    r"^who (?:(?:was|is|are|were|has|have|had|will|must|should|did|does|shall|may|can) )?(?:it that |to |been )?"
    r"(?P<done>\w+)",
    r"\b(?:ai|(?:nguoi|ong|ba|dong chi|lanh dao|co quan|don vi) nao)(?: (?:la nguoi|se|da|phai|duoc|dang))* "
    r"(?P<done>\w+(?: \w+)?)",
)))  # fmt: skip
_NO_DEED = frozenset({"the", "a", "an", "in", "at", "from", "co", "la", "giu", "lam", "chiu", "trong", "o", "thuoc"})


@dataclass(frozen=True, slots=True)
class Doer:
    """The deed that is asked about, as it is looked for in each language: every form is a row of words in order."""

    forms: dict[Language, tuple[tuple[str, ...], ...]]


def asks_body(folded: str) -> bool:
    """Whether a folded question asks for an agency or a unit, and not for a person."""
    return _BODY_ASKED.search(folded) is not None


def names_doer(folded: str, text: str) -> float:
    """How well a statement names what a folded question asks for with "who": a person, or a body where one is meant."""
    found = float(KIND_TESTS["who"](text))
    return 1.0 if found and asks_body(folded) else found


def deed_asked(question: Question) -> Doer | None:
    """What it is that somebody did; None where the question does not say or does not ask for a doer."""
    if question.kind != "who":
        return None
    asked = fold(question.text).strip(" ?.!")
    match = next((m for pattern in _DONE if (m := pattern.search(asked))), None)
    if match is None or match["done"].split()[0] in _NO_DEED:
        return None
    said = question.text.lstrip()[match.start("done") : match.end("done")]
    own = _forms(said, question.language)
    same = (SAME_ENGLISH.get(own[0], frozenset()) if question.language == "en" else frozenset()) - {own[0]}
    other: Language = "en" if question.language == "vi" else "vi"
    names = (n.text for c in expand(said).concepts for n in c.names)
    rows: dict[Language, tuple[tuple[str, ...], ...]] = {
        question.language: (own, *((w,) for w in sorted(same))),
        other: tuple(_forms(n, other) for n in names),
    }
    return Doer(rows)


def tells_deed(text: str, language: Language, doer: Doer) -> bool | None:
    """Whether a statement says that it was done; None where nothing is known that it would be called there."""
    forms = [form for form in doer.forms[language] if form]
    said = _forms(text, language)
    return any(said[at : at + len(f)] == f for f in forms for at in range(len(said))) if forms else None


def _forms(text: str, language: Language) -> tuple[str, ...]:
    said = (fold(w) for w in words(text))
    return tuple(stem(w) for w in said) if language == "en" else tuple(said)
