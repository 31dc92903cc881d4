"""Vectors in Chroma, through llama-index's vector store socket. Ids and scores come back, nothing else."""

import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import chromadb
from chromadb.api.client import Client
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError
from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode
from llama_index.core.vector_stores import FilterOperator, MetadataFilter, MetadataFilters, VectorStoreQuery
from llama_index.vector_stores.chroma import ChromaVectorStore

from corpus.errors import UnavailableError
from corpus.passage import PassageKey, Window, window_id

_BATCH = 5000  # Chroma takes at most 5,461 at a time


@dataclass(frozen=True, slots=True)
class VectorHit:
    """A window found, with its cosine to the question."""

    passage: PassageKey
    window: int
    cosine: float


class Vectors:
    """The vectors of one data folder for one model."""

    def __init__(self, folder: Path, model: str) -> None:
        _check_file(folder / "chroma.sqlite3")
        try:
            self._client = chromadb.PersistentClient(str(folder), ChromaSettings(anonymized_telemetry=False))
            self._collection: Collection = self._client.get_or_create_collection(
                f"windows-{model}",
                configuration={
                    "hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}
                },
                embedding_function=None,  # Chroma's own would download a model
            )
        except (ChromaError, ValueError, OSError, AttributeError) as error:
            # AttributeError: Chroma stumbles over its own half-made client after a start that failed
            raise UnavailableError("store-failed", store="vectors", reason=str(error)) from error
        self._store = ChromaVectorStore(chroma_collection=self._collection)

    def close(self) -> None:
        """Lets go of the files; shared with other openings of the same folder until the last one closes."""
        if isinstance(self._client, Client):
            self._client.close()

    def add(self, revision: int, windows: Sequence[Window], embeddings: Sequence[Sequence[float]]) -> None:
        """Stores one vector a window; the same window again replaces its vector's old self."""
        nodes = [_node(revision, w, e) for w, e in zip(windows, embeddings, strict=True)]
        try:
            for i in range(0, len(nodes), _BATCH):
                self._store.add(list(nodes[i : i + _BATCH]))
        except (ChromaError, ValueError) as error:
            raise UnavailableError("store-failed", store="vectors", reason=str(error)) from error

    def delete(self, revision: int, windows: Iterable[Window]) -> None:
        """Removes the vectors of these windows; those that are not there are no error."""
        self.delete_ids(_id(revision, w) for w in windows)

    def delete_ids(self, ids: Iterable[str]) -> None:
        """Removes vectors by id."""
        wanted = list(ids)
        for i in range(0, len(wanted), _BATCH):
            self._store.delete_nodes(wanted[i : i + _BATCH])

    def forget_other_models(self) -> None:
        """Removes what was stored with another model: it is of no use to this one."""
        for collection in self._client.list_collections():
            if collection.name != self._collection.name:
                self._client.delete_collection(collection.name)

    def ids(self) -> set[str]:
        """Every id that is stored, for the doctor."""
        found: set[str] = set()
        while page := self._collection.get(limit=_BATCH, offset=len(found), include=[])["ids"]:
            found.update(page)
        return found

    def all(self) -> dict[str, list[float]]:
        """Every vector by its id, for those who compare two data folders."""
        found = self._collection.get(include=["embeddings"])
        vectors = found["embeddings"]
        assert vectors is not None
        return {id: [float(v) for v in vector] for id, vector in zip(found["ids"], vectors, strict=True)}

    def count(self) -> int:
        """How many vectors are stored."""
        return self._collection.count()

    def search(self, embedding: list[float], limit: int, revisions: Sequence[int] | None = None) -> list[VectorHit]:
        """The nearest windows, best first, among the revisions given (all if None)."""
        filters = None
        if revisions is not None:
            among = MetadataFilter(key="revision", value=list(revisions), operator=FilterOperator.IN)
            filters = MetadataFilters(filters=[among])
        limit = min(limit, self.count())
        if limit == 0 or revisions == []:
            return []
        query = VectorStoreQuery(query_embedding=embedding, similarity_top_k=limit, filters=filters)
        try:
            result = self._store.query(query)
        except (ChromaError, ValueError) as error:
            raise UnavailableError("store-failed", store="vectors", reason=str(error)) from error
        return [_hit(i, s) for i, s in zip(result.ids or (), result.similarities or (), strict=True)]


def _check_file(file: Path) -> None:
    """Refuses a damaged file before Chroma opens it, whose client, once failed, would fail for good in this process."""
    if not file.is_file():
        return
    # not read-only: a run that was killed may have left a journal that has to be rolled back first
    connection = sqlite3.connect(f"file:{quote(str(file))}?mode=rw", uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise UnavailableError("store-failed", store="vectors", reason=str(error)) from error
    finally:
        connection.close()


def _id(revision: int, window: Window) -> str:
    return window_id(revision, window.passage, window.number)


def _node(revision: int, window: Window, embedding: Sequence[float]) -> TextNode:
    return TextNode(
        id_=_id(revision, window),
        text="",  # the words live in the catalogue alone
        embedding=list(embedding),
        metadata={"revision": revision},
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=str(revision))},
    )


def _hit(id: str, similarity: float) -> VectorHit:
    revision, passage, window = (int(part) for part in id.split("."))
    # the socket's Chroma store gives exp(-distance), with distance = 1 - cosine
    return VectorHit(PassageKey(revision, passage), window, 1.0 + math.log(max(similarity, 1e-9)))
