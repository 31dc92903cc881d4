"""A set of texts in the evaluation format (README.md) as a corpus of the product's own. Knows nothing of scores."""

import json
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from corpus.corpus import Corpus
from corpus.document import Document, Identity, Provision, Source
from corpus.errors import NotFoundError, RequestError
from corpus.folding import language_of, nfc
from corpus.incoming import NewDocument
from corpus.passage import PassageKey
from corpus.rows import Entry
from corpus.settings import read_settings
from evals.show import along
from ingest.cut import cut

_BATCH_CHARACTERS = 400_000  # what is embedded together


@dataclass(frozen=True, slots=True)
class BenchQuery:
    """A question of a set; `answerable` is None where the set does not say."""

    id: str
    text: str
    answerable: bool | None = None


@dataclass(frozen=True, slots=True)
class BenchCorpus:
    """An indexed set: to which of its own ids each passage belongs; how many passages were embedded now, how fast."""

    corpus: Corpus
    owners: dict[PassageKey, str]
    embedded: int
    seconds: float


def read_lines(file: Path, needs: Sequence[str] = ()) -> list[dict[str, Any]]:
    """A JSON-lines file whose objects have the keys named; raises NotFoundError, or RequestError naming the line."""
    if not file.is_file():
        raise NotFoundError("path-missing", path=file)
    rows: list[dict[str, Any]] = []
    try:
        # not splitlines(): a text may hold a line separator of Unicode's own
        lines = file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise RequestError("bad-request", detail=f"{file} is not UTF-8: {error.reason}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise RequestError("bad-request", detail=f"{file}, line {number}: {error}") from error
        missing = [key for key in needs if not isinstance(row, dict) or key not in row]
        if missing or not isinstance(row, dict):
            raise RequestError("bad-request", detail=f"{file}, line {number}: no {', '.join(missing) or 'object'}")
        rows.append(row)
    return rows


def read_queries(file: Path) -> list[BenchQuery]:
    """The questions of a set."""
    return [BenchQuery(str(r["id"]), str(r["text"]), r.get("answerable")) for r in read_lines(file, ("id", "text"))]


def read_relevant(file: Path) -> dict[str, set[str]]:
    """Query id to the ids of its right passages."""
    relevant: dict[str, set[str]] = {}
    for row in read_lines(file, ("query", "id")):
        relevant.setdefault(str(row["query"]), set()).add(str(row["id"]))
    return relevant


@contextmanager
def indexed(corpus_file: Path, index: Path | None = None) -> Iterator[BenchCorpus]:
    """Indexes a set in a temporary folder, or in `index`, where only what has changed since is embedded again."""
    with ExitStack() as stack:
        folder = index or Path(stack.enter_context(tempfile.TemporaryDirectory())) / "data"
        documents = _documents(corpus_file)
        corpus = Corpus(read_settings(folder))
        stack.callback(corpus.close)
        embedded, seconds = _bring_up_to_date(corpus, documents)
        yield BenchCorpus(corpus, _owners(corpus), embedded, seconds)


def _documents(corpus_file: Path) -> dict[str, Document]:
    rows = sorted(read_lines(corpus_file, ("id", "text", "doc")), key=lambda r: str(r["doc"]))
    return {doc: _document(doc, list(group)) for doc, group in groupby(rows, key=lambda r: str(r["doc"]))}


def _document(doc: str, rows: list[dict[str, Any]]) -> Document:
    """All rows of a document as one text; each row is a unit of its own, its id the unit's title."""
    parts: list[str] = []
    provisions: list[Provision] = []
    at = 0
    for i, r in enumerate(rows):
        words = nfc(str(r["text"])).strip()
        if not words:
            continue
        label = str(r.get("title") or "")
        provisions.append(Provision(f"d{i}", "article", label, str(r["id"]), at, at + len(words)))
        parts.append(words)
        at += len(words) + 1
    text = "\n".join(parts)
    content = text.encode()
    source = Source(doc, doc, sha256(content).hexdigest(), len(content), "text/plain")
    title = str(rows[0].get("title") or doc)
    return Document(Identity(title, language_of(text[:20_000])), text, source, (), tuple(provisions))


def _bring_up_to_date(corpus: Corpus, documents: dict[str, Document]) -> tuple[int, float]:
    """Embeds what is new or changed and removes what is gone; gives the passages embedded and the seconds."""
    held = {e.source.key: e for e in corpus.library.entries()}
    if any(key != e.source.name for key, e in held.items()):
        # a file's key is its path: this folder holds somebody's documents, and they stay
        detail = f"{corpus.settings.data} is not an index of a set; name a folder of its own"
        raise RequestError("bad-request", detail=detail)
    wanted = [d for key, d in documents.items() if key not in held or not _holds(corpus, held[key], d)]
    gone = [e.id for key, e in held.items() if key not in documents]
    if not wanted and not gone:
        return 0, 0.0
    corpus.open().embedding.get_text_embedding("a")  # a rate is what follows when model and stores are there
    began, embedded = time.monotonic(), 0
    with corpus.writing():
        for id in gone:
            corpus.remove(id)
        for batch in along(list(_batches(wanted)), "Indexing"):
            new = [NewDocument(d, cut(d), d.text.encode()) for d in batch]
            corpus.add(new)
            embedded += sum(len(n.passages) for n in new)
    return embedded, time.monotonic() - began


def _holds(corpus: Corpus, entry: Entry, document: Document) -> bool:
    """Whether the index holds exactly this document, cut as it would be cut today."""
    same = entry.source == document.source and entry.identity == document.identity
    return (
        same
        and tuple(corpus.library.outline(entry.revision)) == document.provisions
        and tuple(corpus.library.passages_of(entry.revision)) == cut(document)
    )


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if sum(len(d.text) for d in batch) > _BATCH_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def _owners(corpus: Corpus) -> dict[PassageKey, str]:
    owners: dict[PassageKey, str] = {}
    for entry in corpus.library.entries():
        outline = corpus.library.outline(entry.revision)
        for p in corpus.library.passages_of(entry.revision):
            if unit := outline.get(p.address):
                owners[PassageKey(entry.revision, p.ordinal)] = unit.title
    return owners
