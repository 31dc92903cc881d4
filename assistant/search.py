"""Finding: lexical and vector search, fused, then the best looked at closely. Knows nothing of answers."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache

from assistant import ranking
from assistant.coverage import Sought
from assistant.cross_encoder import Reader
from assistant.in_force import InForce
from assistant.ranking import FEATURES, STAGES, Stage
from assistant.rerank import Asked, Candidate, Closer, lift, scored
from assistant.terms import rarity_in
from assistant.twins import folded
from corpus.addressed import passages_at
from corpus.corpus import Corpus
from corpus.expansion import Expansion, expand
from corpus.identity import find_numbers
from corpus.keystrokes import as_meant
from corpus.kinship import Kinship
from corpus.library import Library, Version
from corpus.passage import PassageKey
from corpus.rows import Entry

_DEEPER = 20
_FEW = 3  # where more than a third of the documents did not hold, the others are searched; else those found are sifted


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents to look in; empty means all. Dates are those of issue, both ends included.

    `units` are addresses ("d5"): only what lies in such a unit is found. `as_of`: only what held on that day.
    """

    types: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    issued_from: date | None = None
    issued_to: date | None = None
    collections: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    as_of: date | None = None

    def admit(self, entry: Entry) -> bool:
        """Whether a document passes; one without a date passes no date filter."""
        identity = entry.identity
        issuer = (identity.issuer or "").casefold()
        return (
            (not self.types or identity.type in self.types)
            and (not self.issuers or any(i.casefold() in issuer for i in self.issuers))
            and (not self.documents or entry.id in self.documents)
            and (not self.collections or entry.collection in self.collections)
            and (self.issued_from is None or (identity.issued is not None and identity.issued >= self.issued_from))
            and (self.issued_to is None or (identity.issued is not None and identity.issued <= self.issued_to))
        )


@dataclass(frozen=True, slots=True)
class Stages:
    """How deep each stage looks, and which are off. Chosen on the development halves (evals/README.md)."""

    share: float = 0.55  # of the lexical score when the two searches are fused, of the vectors' the rest
    depth: int = 100  # passages found by their words
    windows: int = 100  # windows found by their vectors
    closer: int = 40  # candidates that are looked at closely
    read: int = 20  # hits that a cross-encoder reads, if the settings name one
    off: frozenset[Stage] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its score (0 to about 1), the raw scores of the two searches, and what each stage gave to it.

    `words` are the question's words found in it; `also` are the other places of the same text: a copy's, a scan's, a
    translation's.
    """

    key: PassageKey
    score: float
    lexical: float
    dense: float
    windows: dict[int, float] = field(default_factory=dict)
    also: tuple[PassageKey, ...] = ()
    stages: Mapping[str, float] = field(default_factory=dict)
    words: tuple[str, ...] = ()


class View:
    """The live documents as one reader sees them; a new one is made when the catalogue has changed."""

    def __init__(
        self,
        version: Version | None,
        entries: Sequence[Entry],
        links: Mapping[int, Mapping[int, Kinship]] | None = None,
    ) -> None:
        self.version = version
        self.entries = {e.revision: e for e in entries}
        self.links = links or {}
        self._admitted = lru_cache(maxsize=16)(lambda filters: [r for r, e in self.entries.items() if filters.admit(e)])

    def brought_up(self, version: Version, library: Library) -> "View":
        """The view as of a later version; what was live before and still is, is not read again."""
        held = self.version
        if held is None or (held.model, held.moved) != (version.model, version.moved):
            return View(version, library.entries(), library.all_links())
        live = library.live()
        new = [r for r in live if r not in self.entries]
        kept = (self.entries[r] for r in live if r in self.entries)
        entries = sorted([*kept, *library.entries(new)], key=lambda e: e.id)
        gone = self.entries.keys() - live
        links = {
            one: left
            for one, others in self.links.items()
            if one not in gone and (left := {other: kind for other, kind in others.items() if other not in gone})
        }
        for one, others in library.all_links(new).items():
            links[one] = others
            for other, kind in others.items():
                links[other] = {**links.get(other, {}), one: kind}
        return View(version, entries, links)

    @cached_property
    def passages(self) -> int:
        """How many passages are live."""
        return sum(e.passages for e in self.entries.values())

    def admitted(self, filters: Filters | None) -> list[int]:
        """The revisions that filters let through (kept for the last few)."""
        return list(self.entries) if filters is None else self._admitted(filters)

    def admits(self, key: PassageKey) -> bool:
        """Whether a passage is of a live document."""
        return key.revision in self.entries

    @cached_property
    def by_serial(self) -> dict[str, list[Entry]]:
        """The documents by the serial of their number ("25" of 25/2022/QĐ-UBND)."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            if entry.identity.number_key is not None:
                found.setdefault(entry.identity.number_key.split("|")[1], []).append(entry)
        return found

    @cached_property
    def _by_number_in_title(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            for key in _numbers_in(entry.identity.title):
                found.setdefault(key, []).append(entry)
        return found

    def titled_after(self, entries: Sequence[Entry]) -> list[Entry]:
        """The documents whose titles name one of these: what implements, reports on or amends them."""
        keys = {e.identity.number_key for e in entries if e.identity.number_key}
        found = (e for key in sorted(keys) for e in self._by_number_in_title.get(key, ()))
        return [e for e in dict.fromkeys(found) if e.identity.number_key not in keys]


# kept for longer than a view: only what is new is read again
@lru_cache(maxsize=1 << 17)
def _numbers_in(title: str) -> tuple[str, ...]:
    return tuple(n.key for n in find_numbers(title)) if any(c.isdigit() for c in title) else ()


class Search:
    """Search over a corpus. Safe to use from several threads."""

    def __init__(self, corpus: Corpus, stages: Stages | None = None) -> None:
        self.corpus = corpus
        self.stages = stages or Stages()
        self._view = View(None, [])
        self._changes: int | None = None
        self._in_force: dict[date, InForce] = {}
        self._reader = Reader(corpus.settings.reranker) if corpus.settings.reranker else None

    @property
    def view(self) -> View:
        """The live documents, read again if another process has added or removed one."""
        library = self.corpus.library
        changes = library.changes()
        if changes != self._changes:
            version = library.version()
            if version != self._view.version:
                self.corpus.check_model()
                self._view = self._view.brought_up(version, library)
            self._changes, self._in_force = changes, {}
        return self._view

    def in_force(self, day: date) -> InForce:
        """What held on a day; read again when the catalogue has changed."""
        _ = self.view
        held = self._in_force
        if day not in held:
            held[day] = InForce(self.corpus.library, day)
        return held[day]

    def find(self, question: str | Expansion, limit: int = 10, filters: Filters | None = None) -> list[Hit]:
        """The best passages, best first."""
        view = self.view
        asked = self._asked(question, view)
        weighed = ranking.shipped(asked.sought.language)
        closer = Closer(self.corpus, view.entries, {FEATURES[name] for name in weighed.shares(self.stages.off)})
        ranked = self._ranked(asked, self._candidates(asked, view, closer, filters), closer, weighed)
        if filters is not None and filters.as_of is not None:
            ranked = self._holding(ranked, filters.as_of)
        return folded(ranked, view, self.corpus.library, asked.sought.language, limit)[:limit]

    def _holding(self, hits: Sequence[Hit], day: date) -> list[Hit]:
        """Those whose unit held on a day."""
        held = self.in_force(day)
        addresses = self.corpus.library.passages(h.key for h in hits if held.has_units(h.key.revision))
        return [h for h in hits if h.key not in addresses or held.holds(h.key.revision, addresses[h.key].address)]

    def looked_at(self, question: str, filters: Filters | None = None) -> list[Candidate]:
        """The candidates that are looked at closely, by all stages, for those who fit what these weigh."""
        view = self.view
        asked = self._asked(question, view)
        closer = Closer(self.corpus, view.entries, STAGES)
        return closer.look(asked, self._candidates(asked, view, closer, filters), self.stages.closer)

    def _asked(self, question: str | Expansion, view: View) -> Asked:
        answering = self.corpus.answering
        meant = as_meant(question) if isinstance(question, str) else question.meant
        begun = answering.embedding.begin_query(meant)  # the words are looked for while the model works
        expansion = expand(question, meant=meant) if isinstance(question, str) else question
        rarity = rarity_in(self.corpus.keywords.frequency, view.passages)
        return Asked(expansion, Sought(expansion, rarity), begun, answering)

    def _candidates(self, asked: Asked, view: View, closer: Closer, filters: Filters | None = None) -> list[Candidate]:
        """What the two searches find, fused, best first."""
        admitted = view.admitted(filters)
        inside = passages_at(self.corpus.library, filters.units, admitted) if filters and filters.units else None
        if inside is not None:
            admitted = sorted({key.revision for key in inside})
        if not admitted:
            return []
        among = None if len(admitted) == len(view.entries) else admitted
        barred = self.in_force(filters.as_of).barred if filters and filters.as_of else frozenset[int]()
        if among is None and len(barred) * _FEW > len(admitted):
            among = [r for r in admitted if r not in barred]
        # what lies outside the units is left out of what was found, so that more has to be found first
        deeper = 1 if inside is None else _DEEPER
        within = view.admits if inside is None else inside.__contains__

        def shown(key: PassageKey) -> bool:
            return within(key) and key.revision not in barred

        lexical: dict[PassageKey, float] = {}
        windows: dict[PassageKey, dict[int, float]] = {}
        if "lexical" not in self.stages.off:
            found = self.corpus.keywords.search(asked.text, self.stages.depth * deeper, among, asked.expansion)
            lexical = {h.passage: h.score for h in found if shown(h.passage)}
            # most of the candidates are among these: they are read while the model still works
            closer.read(asked, list(lexical)[: self.stages.closer])
        if "dense" not in self.stages.off:
            vector = asked.encoded.vector.tolist()
            for hit in asked.answering.vectors.search(vector, self.stages.windows * deeper, among):
                if shown(hit.passage):
                    windows.setdefault(hit.passage, {})[hit.window] = hit.cosine
        dense = {key: max(found.values()) for key, found in windows.items()}
        bilingual = asked.answering.embedding.reads("vi", "en")
        keys, language = lexical.keys() | dense.keys(), asked.sought.language
        foreign = {key for key in keys if view.entries[key.revision].identity.language != language}
        return self._fused(lexical, _lifted(dense, keys, foreign, bilingual=bilingual), windows)

    def _fused(
        self,
        lexical: Mapping[PassageKey, float],
        dense: Mapping[PassageKey, float],
        windows: Mapping[PassageKey, dict[int, float]],
    ) -> list[Candidate]:
        top_word, top_dense = (max(scores.values(), default=0.0) for scores in (lexical, dense))
        found: list[Candidate] = []
        for key, near in dense.items():
            word = lexical.get(key, 0.0)
            parts = {"lexical": word / (top_word or 1.0), "dense": max(0.0, near) / top_dense if top_dense > 0 else 0.0}
            fused = self.stages.share * parts["lexical"] + (1 - self.stages.share) * parts["dense"]
            found.append(Candidate(key, word, near, fused, windows.get(key, {}), parts))
        # ties are broken by place, so that the same question finds the same passages in the same order
        found.sort(key=lambda c: (-c.fused, c.key.revision, c.key.ordinal))
        return found

    def _ranked(
        self, asked: Asked, candidates: Sequence[Candidate], closer: Closer, weighed: ranking.Ranking
    ) -> list[Hit]:
        """The best candidates by all stages, then the others as they came in, below them."""
        near = closer.look(asked, candidates, self.stages.closer)
        shares = weighed.shares(self.stages.off)
        bilingual = asked.answering.embedding.reads("vi", "en")
        across, start = weighed.shares_across(self.stages.off) if bilingual else (shares, 0.0)
        own = [c for c in near if closer.language(c) == asked.sought.language]
        away = [c for c in near if closer.language(c) != asked.sought.language]
        rows = [*zip(own, scored(own, shares), strict=True), *zip(away, scored(away, across, start), strict=True)]
        hits = [_hit(c, score, stages) for c, (score, stages) in rows]
        hits.sort(key=lambda h: (-h.score, h.key.revision, h.key.ordinal))
        if self._reader is not None:
            hits = self._read(self._reader, asked.text, hits)
        rest = candidates[len(near) :]
        scale = hits[-1].score / (rest[0].fused or 1.0) if rest else 0.0
        return hits + [_hit(c, c.fused * scale, {}) for c in rest]

    def _read(self, reader: Reader, question: str, hits: list[Hit]) -> list[Hit]:
        """The first hits in the cross-encoder's order; scores keep their places: they say how sure the search is."""
        first = hits[: self.stages.read]
        texts = self.corpus.library.passage_texts(h.key for h in first)
        values = reader.scores(question, [texts.get(h.key, "") for h in first])
        order = sorted(range(len(first)), key=lambda i: (-values[i], i))
        scores = [h.score for h in first]
        read = [
            replace(first[i], score=score, stages={**first[i].stages, "cross_encoder": values[i]})
            for i, score in zip(order, scores, strict=True)
        ]
        return read + hits[self.stages.read :]


def _lifted(
    dense: Mapping[PassageKey, float], keys: Collection[PassageKey], foreign: Set[PassageKey], *, bilingual: bool
) -> dict[PassageKey, float]:
    """The cosine of each candidate to the question; one that was found by its words alone gets the least.

    Vectors of one language lie nearer to each other. Where the model reads both, passages in the other one keep what
    tells one from another, and the best comes to lie where the best of the others does; else nothing is told across
    languages, for or against.
    """
    low = min(dense.values(), default=0.0)
    own = [v for key, v in dense.items() if key not in foreign]
    move = lift(own, [v for key, v in dense.items() if key in foreign])
    usual = sum(own) / len(own) if own else low
    found = {key: dense.get(key, low) for key in keys}
    for key in foreign:
        if not bilingual:
            found[key] = max(found[key], usual)
        elif key in dense:
            found[key] += move
    return found


def _hit(c: Candidate, score: float, stages: Mapping[str, float]) -> Hit:
    return Hit(c.key, score, c.lexical, c.dense, c.windows, (), stages, c.found)
