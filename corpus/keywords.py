"""The lexical index, on tantivy: passages by their words.

Derived from the catalogue; ids and scores come back, nothing else. What is held under which field: corpus/fields.py.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from corpus.errors import UnavailableError
from corpus.expansion import Expansion, expand
from corpus.fields import FIELDS, Clause, terms_of
from corpus.messages import Language
from corpus.passage import PassageKey

# Of what is stored. To be raised whenever the fields, or what corpus/fields.py puts into them, change: an index of
# another format is made anew when it is opened.
FORMAT = "4"
_MADE = "made.json"
_HEAP = 64_000_000
POSTINGS = 300_000  # places of terms that a question is worth: about ten milliseconds
_LEAST = 4  # terms that are looked for whatever it takes


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
        self._folder = folder
        self._schema = _schema()
        self._writer: tantivy.IndexWriter | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / "meta.json").exists():
                (folder / _MADE).write_text(json.dumps({"format": FORMAT, "id": uuid.uuid4().hex}))
            self._index = tantivy.Index(self._schema, path=str(folder))
        except (ValueError, OSError) as error:
            raise UnavailableError("store-failed", store="lexical index", reason=str(error)) from error
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("as-given", analyzer)

    @property
    def stamp(self) -> str:
        """Format, which index this is, and how far it has come; the catalogue notes it with what it shows.

        Another one than noted: the two are out of step.
        """
        try:
            made = json.loads((self._folder / _MADE).read_text())
            meta = json.loads((self._folder / "meta.json").read_text())
            return f"{made['format']}-{made['id']}-{meta['opstamp']}"
        except (OSError, ValueError, KeyError, TypeError):
            return ""  # of before there was a format, or damaged

    def add(self, entries: Mapping[int, Sequence[Entry]]) -> None:
        """Indexes the passages of some revisions, in one commit."""
        self.replace((), entries.items())

    def delete(self, revisions: Iterable[int]) -> None:
        """Removes revisions, in one commit."""
        self.replace(revisions, ())

    def replace(self, gone: Iterable[int], entries: Iterable[tuple[int, Sequence[Entry]]]) -> None:
        """Removes revisions and indexes others, in one commit: nobody sees the index in between."""
        with self._writing() as writer:
            for revision in gone:
                writer.delete_documents_by_term("revision", revision)
            for revision, rows in entries:
                for entry in rows:
                    writer.add_document(_document(revision, entry))

    def keep_only(self, revisions: Sequence[int]) -> None:
        """Removes every other revision, known or not, in one commit."""
        everything = (tantivy.Occur.Must, tantivy.Query.all_query())
        kept = tantivy.Query.term_set_query(self._schema, "revision", list(revisions))
        others = tantivy.Query.boolean_query([everything, (tantivy.Occur.MustNot, kept)])
        with self._writing() as writer:
            writer.delete_documents_by_query(others)

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        """One commit, seen at once; merging what many commits have left goes on behind it until `settle`."""
        try:
            if self._writer is None:
                self._writer = self._index.writer(heap_size=_HEAP, num_threads=1)
            yield self._writer
            self._writer.commit()
            self._index.reload()
        except (ValueError, OSError) as error:
            self._writer = None  # what it had not committed is gone with it
            raise UnavailableError("store-failed", store="lexical index", reason=str(error)) from error

    def settle(self) -> None:
        """Waits for merging to end and lets others write; for who has written, when nobody waits for it any more."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.wait_merging_threads()

    def passages_of(self, revision: int, most: int) -> int:
        """How many passages of a revision are indexed, counted up to `most`."""
        query = tantivy.Query.term_query(self._schema, "revision", revision)
        return len(self._index.searcher().search(query, most).hits)

    def count(self) -> int:
        """How many passages are indexed."""
        self._index.reload()
        return self._index.searcher().num_docs

    def keys(self) -> set[PassageKey]:
        """Every passage that is indexed, for the doctor."""
        self._index.reload()
        searcher = self._index.searcher()
        hits = searcher.search(tantivy.Query.all_query(), max(searcher.num_docs, 1)).hits
        return set(_keys(searcher, hits))

    def frequency(self, field: str, term: str) -> int:
        """In how many passages a term stands (of all revisions, removed ones until they are merged away)."""
        return self._index.searcher().doc_freq(field, term)

    def standing(
        self, field: str, pattern: str, limit: int, revisions: Sequence[int] | None = None
    ) -> list[PassageKey]:
        """The passages in which a whole term fits a regular expression (Rust's), in document order; no scores."""
        if revisions == []:
            return []
        clauses = [(tantivy.Occur.Must, tantivy.Query.regex_query(self._schema, field, pattern))]
        if revisions is not None:
            among = tantivy.Query.term_set_query(self._schema, "revision", list(revisions))
            clauses.append((tantivy.Occur.Must, among))
        self._index.reload()
        searcher = self._index.searcher()
        try:
            hits = searcher.search(tantivy.Query.boolean_query(clauses), limit).hits
        except (ValueError, OSError) as error:
            raise UnavailableError("store-failed", store="lexical index", reason=str(error)) from error
        return sorted(_keys(searcher, hits))

    def search(
        self, question: str, limit: int, revisions: Sequence[int] | None = None, expansion: Expansion | None = None
    ) -> list[KeywordHit]:
        """The best passages by BM25, best first, among the revisions given (all if None); no word in common, no hit.

        The question is looked for by its other names too; an `expansion` without concepts leaves that out.
        """
        expansion = expansion or expand(question)
        self._index.reload()
        searcher = self._index.searcher()
        wanted = affordable((*expansion.own, *expansion.clauses), searcher.doc_freq)
        if not wanted or revisions == []:
            return []
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, _term(self._schema, clause)) for clause in wanted])
        if revisions is not None:
            among = tantivy.Query.term_set_query(self._schema, "revision", list(revisions))
            only = tantivy.Query.boost_query(among, 0.0)
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, only)])
        try:
            hits = searcher.search(query, limit).hits
        except (ValueError, OSError) as error:
            raise UnavailableError("store-failed", store="lexical index", reason=str(error)) from error
        return [KeywordHit(key, float(score)) for key, (score, _) in zip(_keys(searcher, hits), hits, strict=True)]


def affordable(clauses: Iterable[Clause], frequency: Callable[[str, str], int], most: int = POSTINGS) -> list[Clause]:
    """Each term once, and of more than can be looked through in the time of a question those that tell most for it.

    The index looks at every passage in which one of the terms stands: of a million, "ban" and "của" are in half, and
    tell next to nothing. `frequency` is the number of passages that hold a term of a field.
    """
    weights: dict[tuple[str, str], float] = {}
    for clause in clauses:
        weights[clause.field, clause.term] = weights.get((clause.field, clause.term), 0.0) + clause.weight
    merged = [(frequency(*term), Clause(*term, weight)) for term, weight in weights.items()]
    if sum(count for count, _ in merged) <= most:
        return [clause for _, clause in merged]
    kept: list[Clause] = []
    # what a passage scores by a term falls with the logarithm of its frequency: the rarest tell most for their cost
    for count, clause in sorted(merged, key=lambda m: (m[0] / m[1].weight, m[1].field, m[1].term)):
        most -= count
        if most < 0 and len(kept) >= _LEAST:
            break
        kept.append(clause)
    return kept


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in FIELDS:
        builder.add_text_field(field, stored=False, tokenizer_name="as-given", index_option="freq")
    builder.add_integer_field("revision", stored=True, indexed=True, fast=True)
    builder.add_integer_field("ordinal", stored=True, indexed=False, fast=True)
    return builder.build()


def _document(revision: int, entry: Entry) -> tantivy.Document:
    fields = terms_of(entry.text, entry.context, entry.language)
    filled = {name: " ".join(terms) for name, terms in fields.items() if terms}
    return tantivy.Document(revision=revision, ordinal=entry.ordinal, **filled)


def _term(schema: tantivy.Schema, clause: Clause) -> tantivy.Query:
    query = tantivy.Query.term_query(schema, clause.field, clause.term, index_option="freq")
    return tantivy.Query.boost_query(query, clause.weight)


def _keys(searcher: tantivy.Searcher, hits: Sequence[tuple[Any, tantivy.DocAddress]]) -> Iterator[PassageKey]:
    addresses = [address for _, address in hits]
    revisions, ordinals = (searcher.fast_field_values(field, addresses) for field in ("revision", "ordinal"))
    for revision, ordinal in zip(revisions, ordinals, strict=True):
        assert revision is not None and ordinal is not None  # every passage is indexed with both
        yield PassageKey(int(revision), int(ordinal))
