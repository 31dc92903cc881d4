"""Plain search as the outside sees it: passages with place, score and reasons. Knows nothing of HTTP or terminals."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.lookup import Looked, Remark, look_up
from assistant.marking import FoundWord, words_found
from assistant.search import Filters, Hit, Search, View
from assistant.straight import Why
from corpus.library import Library
from corpus.passage import Passage, PassageKey
from corpus.rows import Entry


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands."""

    document: Entry
    passage: Passage

    @property
    def id(self) -> str:
        """The passage's address, as citations give it."""
        return f"{self.document.id}/{self.passage.address or f't{self.passage.ordinal}'}"

    @property
    def url(self) -> str:
        """Where the passage opens in its document."""
        return f"/documents/{self.document.id}#c{self.passage.start}-{self.passage.end}"


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found: `text` is the document's text[start:end], `words` are the question's that counted for it.

    `marks` are the places in `text` of the words and of other names looked for.

    `named` says that it was named outright or cites what was (`number`), `unit` where in the text the named unit
    begins; `also` are the other places of the same text.
    """

    place: Place
    score: float
    text: str
    marks: tuple[FoundWord, ...]
    words: tuple[str, ...]
    stages: Mapping[str, float]
    also: tuple[Place, ...] = ()
    named: Why | None = None
    number: str | None = None
    unit: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """What a search gave, and what is to be said of it."""

    found: tuple[Found, ...]
    looked: Looked
    filters: Filters

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Why there is nothing, or what to mind."""
        return self.looked.remarks


def find_passages(search: Search, words: str, limit: int = 10, filters: Filters | None = None) -> Results:
    """The best passages, best first; raises RequestError if there is nothing to search for."""
    looked = look_up(search, words, limit, filters)
    keys = [key for hit in looked.hits for key in (hit.key, *hit.also)]
    places = _places(search.corpus.library, search.view, keys)
    # a document may have been taken out since the search
    found = tuple(_found(search.corpus.library, looked, hit, places) for hit in looked.hits if hit.key in places)
    return Results(found, looked, filters or Filters())


def _places(library: Library, view: View, keys: list[PassageKey]) -> dict[PassageKey, Place]:
    passages = library.passages(keys)
    return {k: Place(view.entries[k.revision], p) for k, p in passages.items() if k.revision in view.entries}


def _found(library: Library, looked: Looked, hit: Hit, places: Mapping[PassageKey, Place]) -> Found:
    place = places[hit.key]
    text = library.text(hit.key.revision)[place.passage.start : place.passage.end]
    marks = tuple(words_found(looked.reading, text, place.document.identity.language))
    named = looked.named.get(hit.key)
    return Found(
        place,
        hit.score,
        text,
        marks,
        hit.words or tuple(dict.fromkeys(m.word for m in marks)),
        hit.stages or {"lexical": hit.lexical, "dense": hit.dense},
        tuple(places[key] for key in hit.also if key in places),
        named.why if named else None,
        named.number if named else None,
        max(named.at - place.passage.start, 0) if named and named.why == "unit" else 0,
    )
