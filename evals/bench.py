"""A set of texts in the evaluation format (house rules, section 6) as a corpus of the product's own."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from corpus.corpus import Corpus, NewDocument
from corpus.document import Document, Identity, Provision, Source
from corpus.errors import NotFoundError, RequestError
from corpus.folding import language_of, nfc
from corpus.passage import PassageKey
from corpus.settings import read_settings
from ingest.cut import cut


@dataclass(frozen=True, slots=True)
class BenchQuery:
    """A question of a set; `answerable` is None where the set does not say."""

    id: str
    text: str
    answerable: bool | None = None


@dataclass(frozen=True, slots=True)
class BenchCorpus:
    """An indexed set: to which of the set's own ids each passage belongs."""

    corpus: Corpus
    owners: dict[PassageKey, str]
    seconds: float


def read_lines(file: Path) -> list[dict[str, Any]]:
    """A JSON-lines file; raises NotFoundError or RequestError naming the line."""
    if not file.is_file():
        raise NotFoundError("path-missing", path=file)
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError as error:
                raise RequestError("bad-request", detail=f"{file}, line {number}: {error}") from error
    return rows


def read_queries(file: Path) -> list[BenchQuery]:
    """The questions of a set."""
    return [BenchQuery(str(r["id"]), str(r["text"]), r.get("answerable")) for r in read_lines(file)]


def read_relevant(file: Path) -> dict[str, set[str]]:
    """Query id to the ids of its right passages."""
    relevant: dict[str, set[str]] = {}
    for row in read_lines(file):
        relevant.setdefault(str(row["query"]), set()).add(str(row["id"]))
    return relevant


@contextmanager
def indexed(corpus_file: Path, index: Path | None = None) -> Iterator[BenchCorpus]:
    """Indexes a set (in a temporary folder, or in `index`, which is used again if it holds the same set)."""
    if index is not None:
        yield _open(corpus_file, index)
        return
    with tempfile.TemporaryDirectory() as folder:
        bench = _open(corpus_file, Path(folder) / "data")
        yield bench
        bench.corpus.close()


def _open(corpus_file: Path, folder: Path) -> BenchCorpus:
    import time

    corpus = Corpus(read_settings(folder))
    rows = read_lines(corpus_file)
    known = {e.source.key for e in corpus.library.entries()}
    began = time.monotonic()
    with corpus.writing():
        batch: list[NewDocument] = []
        for doc, group in groupby(sorted(rows, key=lambda r: str(r["doc"])), key=lambda r: str(r["doc"])):
            if doc in known:
                continue
            batch.append(_document(doc, list(group)))
            if sum(len(b.document.text) for b in batch) > 400_000:
                corpus.add(batch)
                batch = []
        if batch:
            corpus.add(batch)
    seconds = time.monotonic() - began
    return BenchCorpus(corpus, _owners(corpus), seconds)


def _document(doc: str, rows: list[dict[str, Any]]) -> NewDocument:
    """All rows of a document as one text; each row is a unit of its own, its id the unit's title."""
    text, provisions = "", []
    for i, r in enumerate(rows):
        words = nfc(str(r["text"])).strip()
        if not words:
            continue
        text += "\n" if text else ""
        provisions.append(Provision(f"d{i}", "article", str(r.get("title") or ""), str(r["id"]), len(text), len(text) + len(words)))
        text += words
    title = str(rows[0].get("title") or doc)
    content = text.encode()
    source = Source(doc, doc, sha256(content).hexdigest(), len(content), "text/plain")
    document = Document(Identity(title, language_of(text[:20_000])), text, source, (), tuple(provisions))
    return NewDocument(document, cut(document), content)


def _owners(corpus: Corpus) -> dict[PassageKey, str]:
    owners: dict[PassageKey, str] = {}
    for entry in corpus.library.entries():
        outline = corpus.library.outline(entry.revision)
        for p in corpus.library.passages_of(entry.revision):
            owners[PassageKey(entry.revision, p.ordinal)] = unit.title if (unit := outline.get(p.address)) else ""
    return owners
