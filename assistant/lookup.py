"""What somebody who searches is shown: what the words name outright, then what they find; and why, where nothing.

Knows nothing of HTTP or terminals, and nothing of answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.reading import Reading, read_search
from assistant.search import Filters, Hit, Search, View
from assistant.straight import Straight, straight
from assistant.twins import folded
from corpus.addressed import passages_at
from corpus.errors import RequestError
from corpus.expansion import expand
from corpus.messages import Language, message
from corpus.passage import PassageKey

_ABOVE = {"unit": 3.0, "document": 2.0, "cites": 1.0}  # so much over what is found only


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a search: a message's code, and the facts that fill it."""

    code: str
    facts: Mapping[str, object]

    def text(self, language: Language) -> str:
        """The sentence in one language."""
        return message(self.code, language, **self.facts)


@dataclass(frozen=True, slots=True)
class Looked:
    """The outcome of a search. `named` says of hits that they were named or cite what was; `admitted` are the ids of
    documents that the filters let through, of `documents` in all.
    """

    hits: tuple[Hit, ...]
    named: Mapping[PassageKey, Straight]
    reading: Reading
    admitted: int
    documents: int
    passages: int
    remarks: tuple[Remark, ...]


def look_up(search: Search, text: str, limit: int = 10, filters: Filters | None = None) -> Looked:
    """Searches; too long a text is cut and said to be. Raises RequestError if there is nothing to search for."""
    if not any(c.isalnum() for c in text):
        raise RequestError("question-empty")
    text, remarks = _shortened(text, search.corpus.settings.max_question_characters)
    view = search.view
    admitted = view.admitted(filters)
    expansion = expand(text)
    reading = read_search(search.corpus, expansion, view)
    hits = search.find(expansion, limit, filters)
    named = {s.key: s for s in straight(search.corpus, expansion.meant, view, admitted)}
    if filters is not None and filters.units:
        inside = passages_at(search.corpus.library, filters.units, admitted)
        named = {key: s for key, s in named.items() if key in inside}
    language = reading.question.language
    shown = folded(_with_named(hits, named), view, search.corpus.library, language, limit)[:limit]
    remarks += _remarks(reading, view, len(admitted), filters, shown)
    passages = sum(view.entries[r].passages for r in admitted)
    return Looked(tuple(shown), named, reading, len(admitted), len(view.entries), passages, tuple(remarks))


def _shortened(text: str, most: int) -> tuple[str, list[Remark]]:
    """The first words, as many as may be asked; a text without spaces is cut anywhere."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text, []
    cut = text[: most + 1].rpartition(" ")[0] or text[:most]
    facts = {"read": len(cut.split()), "words": len(text.split()), "limit": most}
    return cut, [Remark("search-shortened", facts)]


def _with_named(hits: list[Hit], named: Mapping[PassageKey, Straight]) -> list[Hit]:
    """What is named comes first, in its order; what only cites it is put in where nothing else was asked."""
    found = {h.key: h for h in hits}
    placed: list[Hit] = []
    for place, one in enumerate(named.values()):
        if one.why == "cites" and not one.bare:
            continue
        hit = found.pop(one.key, None) or Hit(one.key, 0.0, 0.0, 0.0)
        # strictly falling, so that the order is that of the scores
        score = _ABOVE[one.why] + 1 - place / len(named)
        placed.append(replace(hit, score=score, stages={**hit.stages, "named": score - hit.score}))
    shown_elsewhere = {key for hit in placed for key in hit.also}
    return [*placed, *(h for h in found.values() if h.key not in shown_elsewhere)]


def _remarks(reading: Reading, view: View, admitted: int, filters: Filters | None, hits: list[Hit]) -> list[Remark]:
    if not view.entries:
        return [Remark("nothing-indexed", {})]
    if not admitted:
        return [Remark("search-filtered-out", {"documents": len(view.entries)})]
    if not hits and filters is not None and filters.units:
        return [Remark("search-no-unit", {"units": ", ".join(filters.units), "documents": admitted})]
    unknown = ", ".join(reading.unknown[:8])
    if not hits:
        return [Remark("search-nothing-near", {"documents": admitted, "words": unknown or "-"})]
    if unknown and not any(hit.lexical or "named" in hit.stages for hit in hits):
        return [Remark("search-by-meaning-only", {"words": unknown})]
    return [Remark("search-words-unknown", {"words": unknown})] if unknown else []
