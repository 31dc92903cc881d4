"""The passages that cite what a question names: found by the number's terms, then read. Knows nothing of ranking."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.citing import agreement, cited_in, cited_within
from assistant.mentions import CODES_OF, Mention
from assistant.question import Question
from corpus.corpus import Corpus
from corpus.passage import PassageKey
from corpus.rows import Entry

if TYPE_CHECKING:
    from assistant.search import View

_MOST = 10
_MOST_OF_ONE = 2  # of one document
_LOOKED_AT = 60  # passages in which a number is read


@dataclass(frozen=True, slots=True)
class Naming:
    """What a question names: numbers as typed, and the documents among ours that have one of them."""

    asked: Question
    mentions: tuple[Mention, ...]
    entries: tuple[Entry, ...]

    @property
    def keys(self) -> dict[str, str]:
        """The number keys of the documents, with the numbers as printed."""
        return {e.identity.number_key: e.identity.number or "" for e in self.entries if e.identity.number_key}

    @property
    def pattern(self) -> str | None:
        """The terms under which the numbers are indexed; guessed for one that is not ours but may be cited."""
        known = [_printed(key) for key in self.keys]
        return "|".join(known or filter(None, map(terms_guessed, self.mentions))) or None


@dataclass(frozen=True, slots=True)
class _Citing:
    """A passage that cites, the number as it prints it, and how well that fits what was asked (0 best)."""

    key: PassageKey
    number: str
    fit: int


def cited_by(
    corpus: Corpus, naming: Naming, view: "View", admitted: Collection[int]
) -> Iterator[tuple[PassageKey, str]]:
    """Passages that cite what is named, with the number that they cite: those that name the unit first.

    Of the document itself, those that cite the unit as one "of this regulation".
    """
    among = None if len(admitted) == len(view.entries) else list(admitted)
    found = [*_elsewhere(corpus, naming, among), *_within(corpus, naming, admitted)]
    live = [one for one in found if one.key.revision in view.entries]

    def order(one: _Citing) -> tuple[int, bool, int, int]:
        foreign = view.entries[one.key.revision].identity.language != naming.asked.language
        return one.fit, foreign, one.key.revision, one.key.ordinal

    best = min((one.fit for one in live), default=0)
    # where the unit itself is cited, the document's other citations are not asked for
    return _few([one for one in sorted(live, key=order) if one.fit <= max(best, 1)])


def _elsewhere(corpus: Corpus, naming: Naming, among: Sequence[int] | None) -> Iterator[_Citing]:
    """Citations in other documents."""
    pattern = naming.pattern
    if pattern is None:
        return
    own = {e.revision for e in naming.entries}
    candidates = corpus.keywords.standing("folded", pattern, _LOOKED_AT, among)
    for key, passage in corpus.library.passages(k for k in candidates if k.revision not in own).items():
        text = corpus.library.text(key.revision)[passage.start : passage.end]
        known = naming.keys or {n.key: n.printed for m in naming.mentions for n in m.meant_in(text)}
        fits = [(agreement(naming.asked.unit, c.unit), text[c.start : c.end]) for c in cited_in(text, known)]
        best = min(fits, key=lambda fit: fit[0], default=None)
        if best is not None and best[0] < 3:
            yield _Citing(key, best[1], best[0])


def _within(corpus: Corpus, naming: Naming, admitted: Collection[int]) -> Iterator[_Citing]:
    """Citations of the unit in its own document."""
    unit = naming.asked.unit
    for entry in naming.entries if unit is not None else ():
        if unit is None or entry.revision not in admitted:
            continue
        places = list(cited_within(corpus.library.text(entry.revision), unit))
        for p in corpus.library.passages_of(entry.revision) if places else ():
            if any(p.start <= at < p.end for at in places):
                yield _Citing(PassageKey(entry.revision, p.ordinal), entry.identity.number or "", 0)


def _few(citing: Sequence[_Citing]) -> Iterator[tuple[PassageKey, str]]:
    """The first, but of no document more than its share."""
    shown: Counter[int] = Counter()
    for one in citing:
        if shown[one.key.revision] < _MOST_OF_ONE and shown.total() < _MOST:
            shown[one.key.revision] += 1
            yield one.key, one.number


def _printed(key: str) -> str:
    """A pattern for the terms under which a known number is indexed."""
    party, serial, year, code, issuer = key.split("|")
    if party == "p":
        return f"0*{serial}(-{code}/{issuer}|/{code}-{issuer})"
    tail = "-".join(filter(None, (code, issuer)))
    return f"0*{serial}/{year + '/' if year else ''}{tail}"


def terms_guessed(mention: Mention) -> str | None:
    """A pattern for the terms under which a number may be cited that is not here itself."""
    year = f"{mention.year}/" if mention.year else "([12][0-9]{3}/)?"
    if mention.tail:
        code, _, issuer = mention.tail.partition("-")
        party = f"|-{code}/{issuer}" if issuer and not mention.year else ""
        return f"0*{mention.serial}(/{year}{mention.tail}{party})"
    codes = "|".join(sorted(code for kind in mention.types for code in CODES_OF.get(kind, ())))
    return f"0*{mention.serial}(/{year}({codes})-[a-z0-9&-]+|-({codes})/[a-z0-9&-]+)" if codes else None
