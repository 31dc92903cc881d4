"""Plain search as the outside sees it: passages with their place and score. Knows nothing of HTTP or terminals."""

from dataclasses import dataclass

from assistant.search import Filters, Search
from corpus.errors import RequestError
from corpus.passage import Passage
from corpus.rows import Entry


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found: `text` is the document's text[start:end]."""

    document: Entry
    passage: Passage
    score: float
    text: str

    @property
    def id(self) -> str:
        """The passage's address, as citations give it."""
        return f"{self.document.id}/{self.passage.address or f't{self.passage.ordinal}'}"

    @property
    def url(self) -> str:
        """Where the passage opens in its document."""
        return f"/documents/{self.document.id}#c{self.passage.start}-{self.passage.end}"


def find_passages(search: Search, words: str, limit: int = 10, filters: Filters | None = None) -> list[Found]:
    """The best passages, best first; raises RequestError if there is nothing to search for."""
    most = search.corpus.settings.max_question_characters
    if not any(c.isalnum() for c in words):
        raise RequestError("question-empty")
    if len(words) > most:
        raise RequestError("question-too-long", length=len(words), limit=most)
    entries, hits = search.view.entries, search.find(words, limit, filters)
    passages = search.corpus.library.passages(hit.key for hit in hits)
    found: list[Found] = []
    for hit in hits:
        # a document may have been taken out since the search
        if hit.key in passages and hit.key.revision in entries:
            passage, text = passages[hit.key], search.corpus.library.text(hit.key.revision)
            found.append(Found(entries[hit.key.revision], passage, hit.score, text[passage.start : passage.end]))
    return found
