"""One text found twice is shown once: copies, scans and translations of a better hit are folded into it.

Knows which documents are linked; why they are is the catalogue's to say.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.folding import fold, words
from corpus.kinship import Kinship
from corpus.library import Library
from corpus.messages import Language
from corpus.passage import Passage, PassageKey
from corpus.rows import Entry

if TYPE_CHECKING:
    from assistant.search import Hit, View

# The same unit, cut the same way, has the same address; a page badly read may have lost its marks, and is known by its
# words: seven in ten outlast a poor scan, and no other unit of the document has as many in common.
_SAME_UNIT = 0.5
_SAME_WORDS = 0.7


@dataclass(slots=True)
class _Twins:
    view: "View"
    library: Library
    language: Language
    places: dict[PassageKey, Passage]

    def one_text(self, kept: "Hit", hit: "Hit") -> bool:
        """Whether two hits show one text: the same unit of linked documents, or of a translation."""
        kind: Kinship | None = self.view.links.get(kept.key.revision, {}).get(hit.key.revision)
        if kind is None or kind == "version":
            return False
        one, other = self.places.get(kept.key), self.places.get(hit.key)
        if one is None or other is None:
            return False
        same = one.address == other.address and (bool(one.address) or one.ordinal == other.ordinal)
        if kind == "translation":
            return same
        return _overlap(self._text(kept.key, one), self._text(hit.key, other)) >= (_SAME_UNIT if same else _SAME_WORDS)

    def better(self, one: "Hit", other: "Hit") -> "Hit":
        """The one to show: in the question's language, with a text layer, and of the older document."""
        return min(one, other, key=lambda h: (self._foreign(h), self._recognised(h), h.key.revision))

    def _foreign(self, hit: "Hit") -> bool:
        return self.view.entries[hit.key.revision].identity.language != self.language

    def _recognised(self, hit: "Hit") -> bool:
        return any(p.source == "ocr" for p in self.library.pages(hit.key.revision))

    def _text(self, key: PassageKey, passage: Passage) -> str:
        return self.library.text(key.revision)[passage.start : passage.end]


def folded(hits: "Sequence[Hit]", view: "View", library: Library, language: Language, limit: int) -> "list[Hit]":
    """The hits, best first, each text once; `also` names the other places where it stands."""
    looked_at = list(hits[: 3 * limit])  # what stands lower is not shown
    revisions = {h.key.revision for h in looked_at}
    linked = {r for r in revisions if not revisions.isdisjoint(view.links.get(r, {}))}
    if not linked:
        return list(hits)
    places = library.passages(h.key for h in looked_at if h.key.revision in linked)
    twins = _Twins(view, library, language, places)
    kept: list[Hit] = []
    for hit in looked_at:
        at = next((i for i, k in enumerate(kept) if twins.one_text(k, hit)), None) if hit.key in places else None
        if at is None:
            kept.append(hit)
            continue
        first = kept[at]
        shown = twins.better(first, hit)
        others = dict.fromkeys([*first.also, first.key, *hit.also, hit.key])
        also = tuple(key for key in others if key != shown.key)
        kept[at] = replace(shown, score=first.score, also=also)
    return [*kept, *hits[3 * limit :]]


def _overlap(one: str, other: str) -> float:
    """The share of words that two passages have in common, of the longer one's."""
    a, b = (Counter(fold(w) for w in words(t)) for t in (one, other))
    return (a & b).total() / max(a.total(), b.total(), 1)


def one_language(view: "View", entries: Iterable[Entry], language: Language) -> list[Entry]:
    """Without the translations and copies of what is there in the language spoken."""
    kept: list[Entry] = []
    for entry in sorted(entries, key=lambda e: (e.identity.language != language, e.id)):
        links = view.links.get(entry.revision, {})
        if not any(links.get(other.revision) not in (None, "version") for other in kept):
            kept.append(entry)
    return kept
