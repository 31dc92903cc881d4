"""Terms and abbreviations as questions and as a glossary, out of the registers of definitions. Knows no stores."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from assistant.course_packs.check import content, shared
from assistant.course_packs.material import Material, bare, plain, same
from assistant.course_packs.questions import (
    OPTIONS,
    Form,
    Question,
    ask_long_form,
    ask_meaning,
    ask_term,
    term_true_or_false,
)
from corpus.folding import fold
from corpus.registers import Span

_WORDS = 10  # of a term
_NEXT = re.compile(r";\s+(?=\d)")  # "...; 01 ngày học không quá 08 tiết" is a rule beside the meaning
_MOST = 400  # characters of a meaning that a question shows
_LEAST = 15
_NEAR = 0.5  # two meanings that share so much may each be right for the other's term


@dataclass(frozen=True, slots=True)
class Term:
    """A term or abbreviation with its meaning, and where it is said."""

    material: Material
    whole: Span
    term: str
    meaning: str
    abbreviation: bool


def terms_of(material: Material, *, everywhere: bool = False) -> list[Term]:
    """The terms that a document explains in what is covered, or anywhere; each once."""
    found: dict[str, Term] = {}
    for d in material.registers.definitions:
        if not everywhere and not material.covers(d.whole.start):
            continue
        term, meaning = _bare(d.term.of(material.text)), _bare(_NEXT.split(d.meaning.of(material.text))[0])
        # "... (hereinafter referred to as the Programme)" explains nothing
        if _sound(term, meaning) and (d.abbreviation or d.term.start < d.meaning.start):
            found.setdefault(bare(term), Term(material, d.whole, term, meaning, d.abbreviation))
    return list(found.values())


def _bare(words: str) -> str:
    return plain(words).strip("“”\"'")


def _sound(term: str, meaning: str) -> bool:
    """Whether a term is the name of something and not the half of a sentence."""
    little = re.search(r"(?:^|\s)(?:không|và|hoặc|gồm|là|các|not|and|or|of|the|is|are|in)$", term, re.IGNORECASE)
    held = re.search(r"\b(?:gồm|bao gồm|phải|include[sd]?|must|shall|said|that|rằng|cho biết)\b", term)
    return bool(term and meaning) and len(term.split()) <= _WORDS and not little and not held


def term_questions(term: Term, everywhere: Sequence[Term], form: Form, random: Random, untrue: bool) -> Question | None:
    """A question of a form about a term, None where there is none with one right answer."""
    if term.abbreviation:
        return _abbreviated(term, everywhere) if form == "fill_in" else None
    if not _LEAST <= len(term.meaning) <= _MOST or _broken(term):
        return None
    if form == "short":
        return ask_meaning(term.material, term.whole, term.term, term.meaning)
    others = [o for o in everywhere if _apart(o, term)]
    random.shuffle(others)
    own = sorted(others, key=lambda o: o.material is not term.material)
    if form == "choice":
        return _which(term, own, random)
    if form == "true_false":
        false = own[0].meaning if own and untrue else None
        return term_true_or_false(term.material, term.whole, term.term, term.meaning, false)
    return None


def _which(term: Term, others: Sequence[Term], random: Random) -> Question | None:
    if _tells(term):
        return None
    names: list[str] = []
    for other in others:
        if not any(same(other.term, n) for n in names) and fold(other.term) not in fold(term.meaning):
            names.append(other.term)
    if len(names) < OPTIONS - 1:
        return None
    return ask_term(term.material, term.whole, term.term, term.meaning, names, random)


def _tells(term: Term) -> bool:
    """Whether a meaning holds most of the term's own words."""
    language = term.material.language
    return shared(content(term.term, language), content(term.meaning, language)) > _NEAR


def _apart(other: Term, term: Term) -> bool:
    """Whether another term's meaning is surely not this one's."""
    if other.abbreviation or same(other.term, term.term) or not _LEAST <= len(other.meaning) <= _MOST:
        return False
    if fold(other.term) in fold(term.term) or fold(term.term) in fold(other.term):
        return False
    language = term.material.language
    one, two = content(term.meaning, language), content(other.meaning, language)
    return not _broken(other) and max(shared(one, two), shared(two, one)) < _NEAR


def _abbreviated(term: Term, everywhere: Sequence[Term]) -> Question | None:
    """An abbreviation that stands for one thing only."""
    readings = {bare(t.meaning) for t in everywhere if t.abbreviation and t.term == term.term}
    short = term.term.replace(" ", "")
    if len(readings) != 1 or len(short) > 12 or bare(term.term) == bare(term.meaning) or len(term.meaning) < 5:
        return None
    return ask_long_form(term.material, term.whole, term.term, term.meaning)


def _broken(term: Term) -> bool:
    """Whether a meaning is not whole: it ends where a list begins, or is cut by a line."""
    return term.meaning.count("(") != term.meaning.count(")") or bool(
        re.search(r"(?:gồm|sau|following|includes?)$", term.meaning)
    )
