"""Questions to offer: to begin with, from what the documents define and head; to go on with, from what stands beside.

Only questions that the documents answer by their build: a term that they define, a unit that is there. No model.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from assistant.answer import Citation
from assistant.earlier import called
from corpus.document import Provision
from corpus.library import Library
from corpus.messages import Language, message
from corpus.register_filters import DefinitionFilter
from corpus.rows import Entry

_EXAMPLES = 4
_FOLLOW_UPS = 3
_TERMS = 60  # definitions looked through
_DOCUMENTS = 12  # whose headings are looked through, the latest first
_HEADING = 90  # characters: a longer title is the text of a unit that has none
_TERM = 45
_BETWEEN = 12  # characters between a term and what it means: "is", "được hiểu là"


def examples(library: Library, language: Language, limit: int = _EXAMPLES) -> list[str]:
    """Questions that the indexed documents of a language answer: terms and headed units in turn."""
    both = zip_longest(_of_terms(library, language), _of_units(library, language))
    return list(dict.fromkeys(q for pair in both for q in pair if q))[:limit]


def follow_ups(library: Library, citations: Sequence[Citation], language: Language) -> tuple[str, ...]:
    """Questions about the headed units next to those that an answer rests on, in the documents that it rests on."""
    offered: dict[str, None] = {}
    for c in {c.document.id: c for c in reversed(citations)}.values():
        articles = [u for u in library.outline(c.document.revision) if u.kind == "article"]
        units = [u for u in articles if _is_headed(u)]
        starts = [other.start for other in citations if other.document.id == c.document.id]
        cited = [n for n, u in enumerate(units) if any(u.start <= start < u.end for start in starts)]
        beside = dict.fromkeys(n + step for n in cited for step in (1, -1) if 0 <= n + step < len(units))
        offered |= {
            _about(units[n], c.document, language): None
            for n in beside
            if n not in cited and _alone(articles, units[n])
        }
    return tuple(offered)[:_FOLLOW_UPS]


def _of_terms(library: Library, language: Language) -> Iterator[str]:
    seen: set[str] = set()
    for entry, definition in library.definitions(DefinitionFilter(abbreviation=False), _TERMS, 0):
        if entry.identity.language != language or entry.id in seen:
            continue
        term = definition.term.of(library.text(entry.revision)).strip()
        # "... (hereinafter called the Programme)" is no definition to ask for
        if len(term) <= _TERM and definition.term.end < definition.meaning.start <= definition.term.end + _BETWEEN:
            seen.add(entry.id)  # one of a document
            yield message("example-term", language, term=term)


def _of_units(library: Library, language: Language) -> Iterator[str]:
    own = [e for e in library.entries() if e.identity.language == language and e.identity.number]
    latest = sorted(own, key=lambda e: (e.identity.issued is not None, e.identity.issued, e.id), reverse=True)
    for entry in latest[:_DOCUMENTS]:
        articles = [u for u in library.outline(entry.revision) if u.kind == "article"]
        # the first ones say what a document is about, not what it lays down
        chosen = next((u for u in articles[2:] if _is_headed(u) and _alone(articles, u)), None)
        if chosen is not None:
            yield _about(chosen, entry, language)


def _about(unit: Provision, entry: Entry, language: Language) -> str:
    i = entry.identity
    name = called(i.type, i.number, i.title, language)
    return message("example-unit", language, unit=unit.label, document=name, title=unit.title)


def _is_headed(unit: Provision) -> bool:
    return 0 < len(unit.title) <= _HEADING and unit.title[-1] not in ".;:"


def _alone(units: Iterable[Provision], unit: Provision) -> bool:
    """Whether no other unit of the document goes by the same label: an enclosed regulation counts anew."""
    return sum(u.label == unit.label for u in units) == 1
