"""The passages that a question names outright, and those that cite what it names: they need no searching.

"khoản 2 Điều 5 Quyết định 25/2022/QĐ-UBND" goes to that clause, then to the document, then to what cites it. Knows
nothing of how passages are ranked otherwise.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from assistant.cited_by import Naming, cited_by
from assistant.mentions import Mention, beside_names, find_mentions, names_in_vietnamese
from assistant.question import Question, understand
from assistant.references import called, unit_in
from corpus.corpus import Corpus
from corpus.folding import nfc
from corpus.passage import PassageKey
from corpus.rows import Entry

if TYPE_CHECKING:
    from assistant.search import View

Why = Literal["unit", "document", "cites"]
_DOCUMENTS = 4  # a short form may mean several documents, and each may be there in two languages
_OF_UNIT = 6  # a chapter has more passages than anybody wants to see first
_OF_DOCUMENT = 3
_RANKED = 60


@dataclass(frozen=True, slots=True)
class Straight:
    """A passage named outright: `why` it is here, and the number that it is of or that it cites, as printed.

    `at` is where the unit named begins in the document's text.
    `bare` says that the question holds nothing but names: then the order given is the one to show.
    """

    key: PassageKey
    why: Why
    number: str
    at: int = 0
    bare: bool = True


def straight(corpus: Corpus, question: str, view: "View", admitted: Collection[int]) -> list[Straight]:
    """What the question names, in order: passages of the unit, of the document, of others that cite it.

    `admitted` are the revisions that may be shown; empty if the question names no number.
    """
    question = " ".join(nfc(question).split())
    mentions = find_mentions(question)
    if not mentions:
        return []
    asked = understand(question)
    if names_in_vietnamese(question):
        asked = replace(asked, language="vi")
    naming = Naming(asked, tuple(mentions), tuple(_entries(mentions, view, asked)))
    may_show = frozenset(admitted)
    content = beside_names(asked.content, mentions)
    inside = _inside(corpus, asked, [e for e in naming.entries if e.revision in may_show], content)
    citing = (Straight(key, "cites", number) for key, number in cited_by(corpus, naming, view, may_show))
    found: dict[PassageKey, Straight] = {}
    for one in (*inside, *citing):
        found.setdefault(one.key, replace(one, bare=not content))
    return list(found.values())


def _entries(mentions: Sequence[Mention], view: "View", asked: Question) -> list[Entry]:
    """The documents named, those in the question's language first."""
    found: dict[int, Entry] = {}
    for mention in mentions:
        for entry in called(mention, view.by_serial.get(mention.serial, ())):
            found.setdefault(entry.revision, entry)
    ordered = sorted(found.values(), key=lambda e: e.identity.language != asked.language)
    return ordered[:_DOCUMENTS]


def _inside(corpus: Corpus, asked: Question, shown: Sequence[Entry], content: Sequence[str]) -> Iterator[Straight]:
    """The passages of the unit named in each document, then of the documents; by their words if more is asked."""
    ranks = _ranks(corpus, " ".join(content), [e.revision for e in shown]) if content else {}
    passages = {e.revision: corpus.library.passages_of(e.revision) for e in shown}
    for entry in shown:
        unit = unit_in(corpus.library.outline(entry.revision), asked.unit, asked.text) if asked.unit else None
        of_unit = [p for p in passages[entry.revision] if unit and p.start < unit.end and p.end > unit.start]
        of_unit.sort(key=lambda p: (ranks.get(PassageKey(entry.revision, p.ordinal), _RANKED), p.ordinal))
        for p in of_unit[:_OF_UNIT]:
            at = unit.start if unit else 0
            yield Straight(PassageKey(entry.revision, p.ordinal), "unit", entry.identity.number or "", at)
    for entry in shown:
        best = [k for k in ranks if k.revision == entry.revision][:_OF_DOCUMENT]
        for key in best or [PassageKey(entry.revision, p.ordinal) for p in passages[entry.revision][:1]]:
            yield Straight(key, "document", entry.identity.number or "")


def _ranks(corpus: Corpus, text: str, revisions: Sequence[int]) -> dict[PassageKey, int]:
    """The places of passages by their words, best first."""
    hits = corpus.keywords.search(text, _RANKED, list(revisions)) if revisions else []
    return {hit.passage: place for place, hit in enumerate(hits)}
