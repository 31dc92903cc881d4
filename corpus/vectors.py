"""Vectors in Chroma, through llama-index's vector store socket. Ids and scores come back, nothing else.

Without a filter Chroma's graph answers; among some revisions only, an exact search over the catalogue's codes does
(`exact`), for Chroma's filters cost more than looking at everything.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from chromadb.api.models.Collection import Collection
from chromadb.api.types import Where
from llama_index.core.vector_stores import VectorStoreQuery, VectorStoreQueryResult
from llama_index.vector_stores.chroma import ChromaVectorStore

from corpus.chroma import close_client, mapped, open_client
from corpus.exact import Exact
from corpus.matrix import Rows
from corpus.packing import Floats, coded
from corpus.passage import PassageKey, Window, window_id
from corpus.settings import Settings
from corpus.window_rows import WindowRows

_BATCH = 5000  # Chroma takes at most 5,461 at a time
_REVISIONS = 200  # in one condition
_NAME = "windows-"
_WIDTHS = ((200_000, 200), (500_000, 500), (1_000_000, 800), (2_000_000, 1100), (math.inf, 1600))


@dataclass(frozen=True, slots=True)
class VectorHit:
    """A window found, with its cosine to the question."""

    passage: PassageKey
    window: int
    cosine: float


class IdsOnlyStore(ChromaVectorStore):
    """llama-index's store, told and asked ids and vectors alone: making nodes of hits takes longer than finding."""

    def __init__(self, collection: Collection) -> None:
        super().__init__(chroma_collection=collection)

    def put(self, vectors: Floats, places: Sequence[tuple[int, Window]]) -> None:
        """Stores vectors, each under its window's id with its revision beside it; the words are the catalogue's."""
        for i in range(0, len(places), _BATCH):
            part = places[i : i + _BATCH]
            self._collection.upsert(
                ids=[window_id(revision, w.passage, w.number) for revision, w in part],
                embeddings=vectors[i : i + _BATCH],
                metadatas=[{"revision": revision} for revision, _ in part],
            )

    def query(self, query: VectorStoreQuery, **kwargs: Any) -> VectorStoreQueryResult:  # noqa: ANN401 - the socket's
        """The nearest vectors; a query with filters goes the socket's own way."""
        if query.filters is not None or query.query_embedding is None:
            return super().query(query, **kwargs)
        found = self._collection.query(
            query_embeddings=np.asarray([query.query_embedding], np.float32),
            n_results=query.similarity_top_k,
            include=["distances"],
        )
        distances = found["distances"] or [[]]
        return VectorStoreQueryResult(ids=found["ids"][0], similarities=[math.exp(-d) for d in distances[0]])


class Vectors:
    """The vectors of one catalogue for one model."""

    def __init__(self, settings: Settings, model: str, rows: WindowRows) -> None:
        self._address = settings.chroma
        self._client = open_client(settings)
        # a server may hold the vectors of several catalogues
        self._prefix = f"{_NAME}{rows.mark()}-" if settings.chroma else _NAME
        with mapped(self._address):
            self._collection: Collection = self._client.get_or_create_collection(
                self._prefix + model,
                configuration={
                    "hnsw": {
                        "space": "cosine",
                        "ef_construction": 200,
                        "ef_search": search_width(0),
                        "max_neighbors": 32,
                    }
                },
                embedding_function=None,  # Chroma's own would download a model
            )
        self._widen()
        self._store = IdsOnlyStore(self._collection)
        self._exact = Exact(rows, model, self._uncoded)

    def _widen(self) -> None:
        """Lets the search look at more of a graph that has grown; it counts from the next opening on."""
        with mapped(self._address):
            wanted = search_width(self._collection.count())
            held = (self._collection.configuration_json.get("hnsw") or {}).get("ef_search") or 0
            if held < wanted:
                self._collection.modify(configuration={"hnsw": {"ef_search": wanted}})

    def forget_codes(self) -> None:
        """Frees the codes in memory: another model answers now."""
        self._exact.forget()

    def close(self) -> None:
        """Lets go of the files; shared with other openings of the same folder until the last one closes."""
        close_client(self._client)

    def add(self, windows: Mapping[int, Sequence[Window]], vectors: Floats) -> None:
        """Stores one vector a window of these revisions, in order; a window that is there already gets the new one.

        Several documents at once: each call costs Chroma as much as some dozens of vectors.
        """
        places = [(revision, w) for revision, cut in windows.items() for w in cut]
        assert len(places) == len(vectors)
        with mapped(self._address):
            self._store.put(vectors, places)

    def delete(self, revisions: Iterable[int]) -> None:
        """Removes the vectors of these revisions, of every model; those that are not there are no error."""
        wanted = sorted(revisions)
        with mapped(self._address):
            for collection in self._collections():
                for i in range(0, len(wanted), _REVISIONS):
                    collection.delete(where=_among(wanted[i : i + _REVISIONS]))

    def delete_ids(self, ids: Iterable[str]) -> None:
        """Removes vectors by id."""
        wanted = list(ids)
        with mapped(self._address):
            for i in range(0, len(wanted), _BATCH):
                self._store.delete_nodes(wanted[i : i + _BATCH])

    def forget_other_models(self) -> None:
        """Removes what was stored with another model: it is of no use to this one."""
        with mapped(self._address):
            for collection in self._collections():
                if collection.name != self._collection.name:
                    self._client.delete_collection(collection.name)

    def ids(self) -> set[str]:
        """Every id that is stored, for the doctor."""
        found: set[str] = set()
        with mapped(self._address):
            while page := self._collection.get(limit=_BATCH, offset=len(found), include=[])["ids"]:
                found.update(page)
        return found

    def all(self) -> dict[str, list[float]]:
        """Every vector by its id, for those who compare two data folders."""
        return {id: [float(v) for v in vector] for id, vector in self._whole(None).items()}

    def count(self) -> int:
        """How many vectors are stored."""
        with mapped(self._address):
            return self._collection.count()

    def search(self, embedding: list[float], limit: int, revisions: Sequence[int] | None = None) -> list[VectorHit]:
        """The nearest windows, best first; among the revisions given it is exact, among all (None) nearly so."""
        if revisions is not None:
            query = np.asarray(embedding, np.float32)
            return self._exactly(query / (np.linalg.norm(query) or 1.0), limit, revisions)
        if limit == 0:
            return []
        with mapped(self._address):
            result = self._store.query(VectorStoreQuery(query_embedding=embedding, similarity_top_k=limit))
        return [_hit(i, s) for i, s in zip(result.ids or (), result.similarities or (), strict=True)]

    def _exactly(self, query: Floats, limit: int, revisions: Sequence[int]) -> list[VectorHit]:
        places = self._exact.nearest(query, limit, revisions) if limit else []
        vectors = self._whole([window_id(key.revision, key.ordinal, number) for key, number in places])
        hits: list[VectorHit] = []
        for key, number in places:
            vector = vectors.get(window_id(key.revision, key.ordinal, number))
            if vector is not None:
                hits.append(VectorHit(key, number, float(query @ vector / (np.linalg.norm(vector) or 1.0))))
        hits.sort(key=lambda h: (-h.cosine, h.passage.revision, h.passage.ordinal, h.window))
        return hits[:limit]

    def _whole(self, ids: list[str] | None) -> dict[str, Floats]:
        """Stored vectors, of unit length, by id; all if None."""
        if ids == []:
            return {}
        with mapped(self._address):
            found = self._collection.get(ids=ids, include=["embeddings"])
        vectors = found["embeddings"]
        assert vectors is not None
        return dict(zip(found["ids"], np.asarray(vectors, np.float32), strict=True))

    def _uncoded(self, revisions: Sequence[int]) -> Iterator[Rows]:
        """Codes of revisions that were indexed before there were any, made from their vectors."""
        for i in range(0, len(revisions), _REVISIONS):
            with mapped(self._address):
                found = self._collection.get(where=_among(revisions[i : i + _REVISIONS]), include=["embeddings"])
            vectors = found["embeddings"]
            assert vectors is not None
            places: dict[int, list[tuple[tuple[int, int], int]]] = {}
            for row, id in enumerate(found["ids"]):
                revision, passage, number = (int(part) for part in id.split("."))
                places.setdefault(revision, []).append(((passage, number), row))
            for revision, rows in places.items():
                rows.sort()
                codes, scales = coded(np.asarray([vectors[row] for _, row in rows], np.float32))
                yield Rows(revision, codes, scales, [place for place, _ in rows])

    def _collections(self) -> list[Collection]:
        return [c for c in self._client.list_collections() if c.name.startswith(self._prefix)]


def search_width(vectors: int) -> int:
    """How many of a graph's vectors a search keeps in view (`ef_search`), in steps.

    The larger the graph, the more of the nearest a narrow search misses. Measured with made archives (`evals scale`),
    the share of the 50 nearest that is found: 200 finds .998 of 19 thousand vectors, .98 of 138 thousand and .83 of
    1.4 million; there 600 finds .93 and 1,100 .96.
    """
    return next(width for most, width in _WIDTHS if vectors <= most)


def _among(revisions: Sequence[int]) -> Where:
    return cast(Where, {"revision": {"$in": list(revisions)}})


def _hit(id: str, similarity: float) -> VectorHit:
    revision, passage, window = map(int, id.split("."))
    # the socket's Chroma store gives exp(-distance), with distance = 1 - cosine
    return VectorHit(PassageKey(revision, passage), window, 1.0 + math.log(max(similarity, 1e-9)))
