"""The sentences that prove a state or state a relation, as evidence that can be cited. Knows no question."""

from collections.abc import Iterable, Sequence

from assistant.evidence import Evidence
from assistant.search import View
from corpus.corpus import Corpus
from corpus.messages import Language
from corpus.passage import PassageKey
from corpus.rows import Entry
from corpus.validity import Interval

_MOST = 6  # sentences shown for one state


def proof_evidence(corpus: Corpus, view: View, state: Interval, entry: Entry, language: Language) -> list[Evidence]:
    """The sentences that prove a state; where it was entered by hand, the line that names the document."""
    entries = {e.id: e for e in view.entries.values()}
    found = [
        sentence(corpus, entries[p.document], p.start, p.end)
        for p in state.proofs
        if p.by_hand is None and p.document in entries and p.end > p.start
    ]
    found = _once(found, language)[:_MOST]
    return found or own_line(corpus, entry)


def own_line(corpus: Corpus, entry: Entry) -> list[Evidence]:
    """The line in which a document gives its number, else its title."""
    stated = [s for f in ("number", "title") for s in entry.identity.stated if s.field == f and s.end > s.start]
    return [sentence(corpus, entry, stated[0].start, stated[0].end)] if stated else []


def sentence(corpus: Corpus, entry: Entry, start: int, end: int) -> Evidence:
    """Words of a document, by their offsets."""
    text = corpus.library.text(entry.revision)
    outline = corpus.library.outline(entry.revision)
    passages = corpus.library.passages_of(entry.revision)
    at = next((p for p in passages if p.start <= start < p.end), passages[0])
    unit = outline.innermost(start)
    address = unit.address if unit else at.address
    title = " ".join(filter(None, (entry.identity.number, entry.identity.title)))
    page = next((p.number for p in corpus.library.pages(entry.revision) if p.start <= start < p.end), at.page)
    return Evidence(
        entry, PassageKey(entry.revision, at.ordinal), start, end, text[start:end], address,
        outline.path(unit.address if unit else None) or at.path, page, above="", title=title, heading=False,
        lead_in=False, score=1.0, dense=1.0,
    )  # fmt: skip


def _once(found: Sequence[Evidence], language: Language) -> list[Evidence]:
    """Of what a text and its translation both say, what is said in the language of the answer."""
    own = {e.entry.identity.number_key for e in found if e.entry.identity.language == language}
    return [
        e
        for e in found
        if e.entry.identity.language == language or e.entry.identity.number_key is None
        or e.entry.identity.number_key not in own
    ]  # fmt: skip


def sentences(corpus: Corpus, places: Iterable[tuple[Entry, int, int]], language: Language) -> list[Evidence]:
    """Several sentences, each once."""
    unique = dict.fromkeys((e.id, a, b) for e, a, b in places)
    entries = {e.id: e for e, _, _ in places}
    return _once([sentence(corpus, entries[id], a, b) for id, a, b in unique], language)
