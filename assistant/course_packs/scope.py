"""What a topic means: a document by its number or name, a chapter of it, else what is found for its words.

A topic that nothing covers is refused, with how much was looked through. Knows nothing of lessons or questions.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.assistant import Assistant
from assistant.course_packs.material import Material, material
from assistant.question import Question, understand
from assistant.references import resolve
from assistant.write import write
from corpus.document import Outline, Provision
from corpus.errors import NotFoundError, RequestError
from corpus.fields import is_stopword
from corpus.folding import fold, stem, words
from corpus.messages import Language
from corpus.rows import Entry

_PASSAGES = 40
_DOCUMENTS = 3  # that a topic is taught from; what else there is, is named
_HIGH = 0.8  # share of a topic's words in a title from which on that is the topic
_MOST_TOPIC = 1000
_ASKING = re.compile(
    r"^(?:hay )?(?:soan|lap|tao|xay dung|make|create|draft|prepare|write)?\s*(?:mot |a |the )?"
    r"(?:bai giang|tap bai giang|khoa hoc|khoa boi duong"
    r"|course(?: pack)?|lesson|training)\s+(?:ve|cho|tu|on|about|for|from)\s+"
)
_UNIT_WORDS = {"chapter": "chapter chuong", "part": "part phan", "section": "section muc", "article": "article dieu",
               "annex": "annex phu luc appendix", "heading": "section muc heading",
               "roman": "section muc phan part", "letter": "section muc"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents of a course with the units that are covered, and others on the topic that are left out."""

    topic: str
    materials: tuple[Material, ...]
    more: tuple[str, ...] = ()
    documents: int = 0


def scope_of(assistant: Assistant, topic: str, chapter: str | None = None, language: Language | None = None) -> Scope:
    """What a topic covers; raises RequestError for none, NotFoundError where no document covers it."""
    typed = " ".join(topic.split())
    if not any(c.isalnum() for c in typed):
        raise RequestError("course-topic-empty")
    if len(typed) > _MOST_TOPIC:
        raise RequestError("question-too-long", length=len(typed), limit=_MOST_TOPIC)
    corpus = assistant.corpus
    entries = list(assistant.search.view.entries.values())
    subject = _subject(typed)
    named = _named(assistant, subject, entries)
    if named:
        entry = _in_language(named, language, typed)
        units = _chapter(assistant, entry, chapter) if chapter else _units_named(assistant, subject, entry)
        return Scope(typed, (material(corpus, entry, units),), documents=len(entries))
    if chapter:
        found = _found(assistant, subject, entries, language, typed)
        entry = found.materials[0].entry
        return Scope(typed, (material(corpus, entry, _chapter(assistant, entry, chapter)),), documents=len(entries))
    return _found(assistant, subject, entries, language, typed)


def _subject(typed: str) -> str:
    """A topic without the words that only ask for a course."""
    match = _ASKING.match(fold(typed))
    rest = typed[match.end() :] if match and len(fold(typed)) == len(typed) else typed
    return rest.strip() or typed


def _named(assistant: Assistant, subject: str, entries: Sequence[Entry]) -> list[Entry]:
    """The documents that a topic names: by their id, number or whole title."""
    by_id = [e for e in entries if e.id == subject]
    if by_id:
        return by_id
    named = resolve(assistant.corpus, understand(subject), entries)
    if named.entries:
        return list(named.entries)
    if named.unknown:
        raise NotFoundError("course-nothing", topic=subject, documents=len(entries))
    return [e for e in entries if fold(e.identity.title) == fold(subject)]


def _in_language(entries: Sequence[Entry], language: Language | None, topic: str) -> Entry:
    fitting = [e for e in entries if language is None or e.identity.language == language]
    if not fitting:
        raise NotFoundError("course-language-lacking", topic=topic)
    return fitting[0]


def _units_named(assistant: Assistant, subject: str, entry: Entry) -> tuple[Provision, ...]:
    named = resolve(assistant.corpus, understand(subject), [entry])
    return tuple(unit for found, unit in named.places if found.id == entry.id)


def _chapter(assistant: Assistant, entry: Entry, chapter: str) -> tuple[Provision, ...]:
    """The unit that is called so: by address, label, mark or title; raises NotFoundError and says what there is."""
    outline = assistant.corpus.library.outline(entry.revision)
    wanted = fold(" ".join(chapter.split())).strip(" .:")
    heads = [u for u in outline if u.kind in _UNIT_WORDS and u.label]
    for fits in _FITS:
        if found := [u for u in heads if fits(u, wanted)]:
            return (_meant(outline, found),)
    there = ", ".join(u.label for u in heads if u.kind in ("chapter", "part", "heading", "annex", "roman"))
    listed = there or ", ".join(u.label for u in heads)
    raise NotFoundError(
        "course-chapter-unknown", document=entry.identity.number or entry.id, chapter=chapter, there=listed[:300] or "-"
    )


def _meant(outline: Outline, found: Sequence[Provision]) -> Provision:
    """Of an article of a decision and one of the regulation that it promulgates, the regulation's is taught."""
    return next((u for u in found if _enclosed(outline, u)), found[0])


def _mark(unit: Provision) -> str:
    return fold(unit.label).split(" ")[-1].strip(".")


def _by_mark(unit: Provision, wanted: str) -> bool:
    return wanted == _mark(unit) and unit.kind in ("chapter", "part", "heading", "roman")


def _by_kind(unit: Provision, wanted: str) -> bool:
    kind, _, mark = wanted.rpartition(" ")
    return mark == _mark(unit) and kind in _UNIT_WORDS[unit.kind].split(" ")


def _by_title(unit: Provision, wanted: str) -> bool:
    return bool(unit.title) and wanted in fold(unit.title)


_FITS: tuple[Callable[[Provision, str], bool], ...] = (
    lambda u, wanted: wanted == u.address,
    lambda u, wanted: wanted == fold(u.label),
    _by_mark,
    _by_kind,
    _by_title,
)


def _enclosed(outline: Outline, unit: Provision) -> bool:
    """Whether a unit is of the enclosed regulation: its "Article 5" is meant rather than the decision's."""
    return any(u.kind == "enclosure" for u in outline.above(unit))


# --- what is found for words


def _found(
    assistant: Assistant, subject: str, entries: Sequence[Entry], language: Language | None, typed: str
) -> Scope:
    """Documents whose title is the topic, else the units that hold what is found for it."""
    corpus, asked = assistant.corpus, understand(subject)
    spoken = language or asked.language
    titled = [
        e for e in entries if e.identity.language == spoken and _covered(asked, e.identity.title, spoken) >= _HIGH
    ]
    if titled and _content(asked, spoken):
        taught, more = titled[:_DOCUMENTS], titled[_DOCUMENTS:]
        return Scope(typed, tuple(material(corpus, e) for e in taught), tuple(map(_called, more)), len(entries))
    units = _units_found(assistant, asked, spoken)
    if not units:
        others = language is not None and bool(_units_found(assistant, asked, "en" if spoken == "vi" else "vi"))
        code = "course-language-lacking" if others else "course-nothing"
        raise NotFoundError(code, topic=typed, documents=len(entries))
    taught_units = list(units.items())[:_DOCUMENTS]
    view = assistant.search.view.entries
    more_units = tuple(_called(view[r]) for r in list(units)[_DOCUMENTS:])
    made = (material(corpus, view[revision], tuple(there)) for revision, there in taught_units)
    return Scope(typed, tuple(made), more_units, len(entries))


def _units_found(assistant: Assistant, asked: Question, language: Language) -> dict[int, list[Provision]]:
    """The articles or headings that speak of a topic, by document, the best document first; none where none does."""
    view = assistant.search.view
    named = resolve(assistant.corpus, asked, view.entries.values())
    hits = assistant.search.find(asked.text, _PASSAGES)
    relevance = assistant.relevance(asked, named, view)
    _, evidence = assistant.found(asked, named, None, view)
    draft = write(assistant.corpus, asked, evidence, relevance, hits)
    found: dict[int, dict[str, Provision]] = {}
    keys = {k for h in hits for k in (h.key, *h.also)}
    own = [k for k in keys if view.entries[k.revision].identity.language == language]
    passages = assistant.corpus.library.passages(own)
    wanted = _content(asked, asked.language)
    held: dict[int, float] = {}
    order = {k: n for n, h in enumerate(hits) for k in (h.key, *h.also)}
    for key in sorted(passages, key=lambda k: (order.get(k, 0), k)):
        outline = assistant.corpus.library.outline(key.revision)
        unit = _teachable(outline, outline.get(passages[key].address))
        if unit is None:
            continue
        text = assistant.corpus.library.text(key.revision)[passages[key].start : passages[key].end]
        share = _share(wanted, f"{text} {passages[key].heading}", language) if asked.language == language else 1.0
        if share >= _HIGH:
            found.setdefault(key.revision, {})[unit.address] = unit
            held[key.revision] = max(share, held.get(key.revision, 0.0))
    # words alone are found in any large heap: the same estimate that refuses an answer refuses a course
    if draft.confidence < assistant.threshold / 2 and not any(share == 1.0 for share in held.values()):
        return {}
    return {r: sorted(there.values(), key=lambda u: u.start) for r, there in found.items()}


def _teachable(outline: Outline, unit: Provision | None) -> Provision | None:
    """The article that a unit stands in, else the smallest numbered unit; none for a title page."""
    above = list(outline.above(unit))
    whole = next((u for u in above if u.kind in ("article", "annex")), None)
    return whole or next(
        (
            u
            for u in above
            if u.kind in ("heading", "clause", "subclause", "point", "numeral", "roman", "letter", "table")
        ),
        None,
    )


def _content(asked: Question, language: Language) -> frozenset[str]:
    return _even(" ".join(asked.content) or asked.text, language)


def _even(text: str, language: Language) -> frozenset[str]:
    kept = (fold(w) for w in words(text) if not is_stopword(w, marked=language == "vi"))
    return frozenset(stem(w) if language == "en" else w for w in kept)


def _covered(asked: Question, title: str, language: Language) -> float:
    return _share(_content(asked, language), title, language)


def _share(wanted: frozenset[str], text: str, language: Language) -> float:
    return len(wanted & _even(text, language)) / len(wanted) if wanted else 0.0


def _called(entry: Entry) -> str:
    return entry.identity.number or entry.identity.title
