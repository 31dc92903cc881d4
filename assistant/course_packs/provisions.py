"""What a course dwells on: the statements in which most is laid down, and the words to know. Makes no questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.course_packs.facts import MOST_SHOWN, whole_at
from assistant.course_packs.lessons import Session
from assistant.course_packs.material import Material, bare
from assistant.course_packs.terms import terms_of
from assistant.sheet import SheetSource
from corpus.folding import words
from corpus.glossary import Entry, glossary
from corpus.registers import Span

_A_SESSION = 8
_GLOSSARY = 30
_LITTLE = frozenset(
    [
        "from",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "by",
        "with",
        "or",
        "and",
        "before",
        "after",
        "within",
        "the",
        "a",
        "an",
        "out",
        "up",
    ]
)
_TIMES = 2  # a term of the shipped glossary is listed if it stands in the text so often


@dataclass(frozen=True, slots=True)
class Provision:
    """A statement to know, word for word, and the session that it belongs to."""

    session: int
    source: SheetSource


@dataclass(frozen=True, slots=True)
class Explained:
    """A term and what it means: by a document (with its source), or its name in the other language."""

    term: str
    meaning: str
    source: SheetSource | None = None


def key_provisions(materials: Sequence[Material], sessions: Sequence[Session]) -> list[Provision]:
    """The statements of each session in which most is laid down, in reading order."""
    by_id = {m.entry.id: m for m in materials}
    weights = {m.entry.id: _weights(m) for m in materials}
    found: list[Provision] = []
    for session in sessions:
        there: list[tuple[float, str, Span]] = []
        for step in session.steps:
            if step.span is not None:
                inside = ((w, step.document, s) for s, w in weights[step.document].items() if _within(s, step.span))
                there.extend(inside)
        best = sorted(there, key=lambda t: (-t[0], t[1], t[2]))[:_A_SESSION]
        order = sorted(best, key=lambda t: (t[1], t[2]))
        found.extend(Provision(session.number, by_id[document].source(span)) for _, document, span in order)
    return found


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start < outer.end


def _weights(material: Material) -> dict[Span, float]:
    """How much is laid down in each statement: what must be done counts most."""
    counted: Counter[Span] = Counter()
    r = material.registers
    entries = (
        *((d.action, 3 if d.strength in ("must", "must_not", "assigned") else 1) for d in r.duties),
        *((d.deadline.phrase, 2) for d in r.duties if d.deadline is not None),
        *((q.words, 2) for q in r.requirements),
        *((f.printed, 1) for f in r.figures),
        *((d.meaning, 2) for d in r.definitions if not d.abbreviation),
    )
    for span, weight in entries:
        whole = whole_at(material, Span(span.start, min(span.end, span.start + 1)))
        if whole is not None and material.covers(whole.start) and whole.end - whole.start <= MOST_SHOWN:
            counted[whole] += weight
    return dict(counted)


def glossary_of(materials: Sequence[Material]) -> list[Explained]:
    """The terms that the documents explain, then those of the shipped glossary that they use."""
    found: dict[str, Explained] = {}
    for material in materials:
        for term in terms_of(material):
            found.setdefault(bare(term.term), Explained(term.term, term.meaning, material.source(term.whole)))
    for material in materials:
        for name, meaning in _used(material):
            if len(found) < _GLOSSARY:
                found.setdefault(bare(name), Explained(name, meaning))
    return list(found.values())


def _used(material: Material) -> list[tuple[str, str]]:
    """Terms of several words of the shipped glossary that the text uses, with their names in the other language."""
    text = " ".join(material.text[u.start : u.end] for u in material.units) if material.units else material.text
    even = f" {' '.join(w.lower() for w in words(text))} "
    language = material.language
    counted: list[tuple[int, str, str]] = []
    for entry in glossary().entries:
        here, there = (entry.vi, entry.en) if language == "vi" else (entry.en, entry.vi)
        if not here or not there or not _is_term(entry, here[0]):
            continue
        times = even.count(f" {' '.join(w.lower() for w in words(here[0]))} ")
        if times >= _TIMES:
            short = f" ({', '.join(entry.short)})" if entry.short else ""
            counted.append((times, here[0] + short, there[0]))
    return [(name, meaning) for _, name, meaning in sorted(counted, key=lambda c: (-c[0], c[1]))]


def _is_term(entry: Entry, name: str) -> bool:
    """Whether a line of the shipped glossary is worth learning: a name of several words in both languages."""
    english = words(entry.en[0].lower()) if entry.en else []
    ends = english and not {english[0], english[-1]} & _LITTLE
    return bool(ends) and len(words(name)) > 1 and (len(english) > 1 or bool(entry.short))
