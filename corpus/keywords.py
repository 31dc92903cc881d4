"""The lexical index, on tantivy: passages by their words.

Derived from the catalogue; ids and scores come back, nothing else.

Four fields: `exact` syllables with their marks (tone placement evened out), `folded` ones without, `stem` for English
texts, `pair` for two folded syllables side by side (a Vietnamese word is mostly two syllables: vị trí, việc làm).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from corpus.errors import UnavailableError
from corpus.folding import exact, fold, has_diacritics, stem, words
from corpus.identity import find_numbers
from corpus.messages import Language
from corpus.passage import PassageKey

_HEAP = 64_000_000


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STOPWORDS: dict[Language, frozenset[str]] = {
    # kept on purpose: không, chưa, trừ, phải, được, trước, sau, từ, đến: they decide what a provision says
    "vi": _set(
        "và của các những là thì mà cho với tại trong về theo này đó việc như để do bằng cũng đã sẽ gì nào ai có bao "
        "nhiêu khi hay hoặc một ở ra vào"
    ),
    "en": _set(
        "a an the of to in on for and or is are was were be been by with at as that this these those it its from what "
        "which who whom whose when where how why do does did can could may must shall will would should have has had "
        "there any some i you we they he she their his her our your me my"
    ),
}
_FOLDED_STOPWORDS = frozenset(fold(w) for w in _STOPWORDS["vi"])


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed of a passage."""

    ordinal: int
    text: str
    context: str
    language: Language


@dataclass(frozen=True, slots=True)
class KeywordHit:
    """A passage found by its words, with its BM25 score."""

    passage: PassageKey
    score: float


class Keywords:
    """The lexical index of one data folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema()
        try:
            self._index = tantivy.Index(self._schema, path=str(folder))
        except (ValueError, OSError) as error:
            raise UnavailableError("store-failed", store="lexical index", reason=str(error)) from error
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("as-given", analyzer)

    def add(self, entries: dict[int, Sequence[Entry]]) -> None:
        """Indexes the passages of some revisions, in one commit."""
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for revision, rows in entries.items():
            for entry in rows:
                writer.add_document(_document(revision, entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def delete(self, revisions: Iterable[int]) -> None:
        """Removes revisions, in one commit."""
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for revision in revisions:
            writer.delete_documents_by_term("revision", revision)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def clear(self) -> None:
        """Removes everything."""
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        writer.delete_all_documents()
        writer.commit()
        self._index.reload()

    def count(self) -> int:
        """How many passages are indexed."""
        self._index.reload()
        return self._index.searcher().num_docs

    def keys(self) -> set[PassageKey]:
        """Every passage that is indexed, for the doctor."""
        self._index.reload()
        searcher = self._index.searcher()
        hits = searcher.search(tantivy.Query.all_query(), max(searcher.num_docs, 1)).hits
        return {_key(searcher, address) for _, address in hits}

    def frequency(self, field: str, term: str) -> int:
        """In how many passages a term stands (of all revisions, removed ones until they are merged away)."""
        return self._index.searcher().doc_freq(field, term)

    def search(self, question: str, limit: int, revisions: Sequence[int] | None = None) -> list[KeywordHit]:
        """The best passages by BM25, best first, among the revisions given (all if None); no word in common, no hit."""
        clauses = [
            (tantivy.Occur.Should, _weighted(self._schema, field, term, weight * count))
            for (field, term, weight), count in _clauses(question).items()
        ]
        if not clauses or revisions == []:
            return []
        query = tantivy.Query.boolean_query(clauses)
        if revisions is not None:
            among = tantivy.Query.term_set_query(self._schema, "revision", list(revisions))
            only = tantivy.Query.boost_query(among, 0.0)
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, only)])
        self._index.reload()
        searcher = self._index.searcher()
        try:
            hits = searcher.search(query, limit).hits
        except (ValueError, OSError) as error:
            raise UnavailableError("store-failed", store="lexical index", reason=str(error)) from error
        return [KeywordHit(_key(searcher, address), float(score)) for score, address in hits]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in ("exact", "folded", "stem", "pair"):
        builder.add_text_field(field, stored=False, tokenizer_name="as-given", index_option="freq")
    builder.add_integer_field("revision", stored=True, indexed=True, fast=True)
    builder.add_integer_field("ordinal", stored=True, indexed=False, fast=True)
    return builder.build()


def _document(revision: int, entry: Entry) -> tantivy.Document:
    tokens = words(entry.text) + words(entry.context)
    folded = [fold(t) for t in tokens]
    numbers = [fold(n.printed) for n in find_numbers(entry.text + "\n" + entry.context)]
    fields = {
        "exact": [exact(t) for t in tokens],
        "folded": folded + numbers,
        "stem": [stem(t) for t in folded] if entry.language == "en" else [],
        "pair": pairs(folded),
    }
    filled = {name: " ".join(values) for name, values in fields.items() if values}
    return tantivy.Document(revision=revision, ordinal=entry.ordinal, **filled)


def pairs(folded: Sequence[str]) -> list[str]:
    """Neighbouring syllables joined, as the `pair` field holds them."""
    return [f"{a}_{b}" for a, b in zip(folded, folded[1:], strict=False)]


def is_stopword(word: str, *, marked: bool) -> bool:
    """Whether a word says nothing by itself; in a text typed without marks, folded Vietnamese ones count too."""
    lower = word.lower()
    if lower in _STOPWORDS["en"] or lower in _STOPWORDS["vi"]:
        return True
    return not marked and lower in _FOLDED_STOPWORDS


def _clauses(question: str) -> Counter[tuple[str, str, float]]:
    """(field, term, weight) of a question. The weights were chosen on the development halves (see evals/README.md)."""
    marked = has_diacritics(question)
    content = [w for w in words(question) if not is_stopword(w, marked=marked)] or words(question)
    folded = [fold(w) for w in content]
    everything = [fold(w) for w in words(question)]
    clauses: Counter[tuple[str, str, float]] = Counter()
    if marked:
        clauses.update(("exact", exact(w), 1.0) for w in content)
        clauses.update(("folded", f, 0.3) for f in folded)
    else:
        clauses.update(("folded", f, 0.5) for f in folded)
        clauses.update(("stem", stem(f), 0.7) for f in folded)
    clauses.update(("folded", fold(n.printed), 2.0) for n in find_numbers(question))
    clauses.update(("pair", p, 1.2 if marked else 0.8) for p in pairs(everything))
    return clauses


def _weighted(schema: tantivy.Schema, field: str, term: str, weight: float) -> tantivy.Query:
    return tantivy.Query.boost_query(tantivy.Query.term_query(schema, field, term, index_option="freq"), weight)


def _key(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> PassageKey:
    row = searcher.doc(address).to_dict()
    return PassageKey(int(row["revision"][0]), int(row["ordinal"][0]))
