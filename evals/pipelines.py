"""The retrieval pipelines that are compared: ours, and others' as their documentation shows them, with one model.

Each is a function that loads its libraries and the model and gives a Pipeline; only the one that runs is imported.
Knows nothing of right and wrong.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.retrievers import BaseRetriever
    from llama_index.core.schema import TextNode

DEPTH = 10
Way = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """`index` takes a set's corpus.jsonl and gives the seconds it took; each of `ways` gives ten ids a question."""

    versions: Mapping[str, str]
    index: Callable[[Path], float]
    ways: Callable[[], Mapping[str, Way]]


def texts_of(corpus: Path) -> Iterator[tuple[str, str]]:
    """Ids and texts of a set, those without a word left out."""
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                row = json.loads(line)
                if str(row["text"]).strip():
                    yield str(row["id"]), str(row["text"])


def vanban(model: Path, work: Path) -> Pipeline:
    """Ours: the product's own indexing and search, late interaction and all."""
    from assistant.search import Search
    from evals.bench import BenchCorpus, indexed
    from evals.retrieval import ranked

    del model  # the settings name it
    stack, held = ExitStack(), list[BenchCorpus]()

    def index(corpus: Path) -> float:
        held.append(stack.enter_context(indexed(corpus, work / "data")))
        return held[0].seconds

    def ways() -> Mapping[str, Way]:
        bench = held[0]
        search = Search(bench.corpus)
        return {"vanban": lambda question: ranked(bench, search, question)}

    return Pipeline({}, index, ways)


class _LlamaIndex:
    """VectorStoreIndex over a Chroma collection on disk with HuggingFaceEmbedding, nothing changed of what is usual."""

    def __init__(self, model: Path, work: Path) -> None:
        from llama_index.embeddings.huggingface import HuggingFaceEmbedding

        self.work = work
        self.embedding = HuggingFaceEmbedding(model_name=str(model), device="cpu")
        self.embedding.get_text_embedding("a")  # the first text costs more than the others
        self.nodes: list[TextNode] = []
        self.held: list[VectorStoreIndex] = []

    def index(self, corpus: Path) -> float:
        """Embeds and stores; the time begins once model and libraries are there."""
        import chromadb
        from chromadb.config import Settings
        from llama_index.core import StorageContext, VectorStoreIndex
        from llama_index.core.schema import TextNode
        from llama_index.vector_stores.chroma import ChromaVectorStore

        began = time.monotonic()
        self.nodes = [TextNode(id_=id, text=text) for id, text in texts_of(corpus)]
        client = chromadb.PersistentClient(str(self.work / "chroma"), Settings(anonymized_telemetry=False))
        collection = client.get_or_create_collection("passages", embedding_function=None)
        storage = StorageContext.from_defaults(vector_store=ChromaVectorStore(chroma_collection=collection))
        self.held.append(VectorStoreIndex(self.nodes, storage_context=storage, embed_model=self.embedding))
        return time.monotonic() - began

    def versions(self, *more: str) -> dict[str, str]:
        """What ran."""
        integrations = ("vector-stores-chroma", "embeddings-huggingface", *more)
        names = ("chromadb", "llama-index-core", *(f"llama-index-{name}" for name in integrations))
        return {name: version(name) for name in names}


def llama_index(model: Path, work: Path) -> Pipeline:
    """llama-index's vector index: the ten nearest."""
    ours = _LlamaIndex(model, work)

    def ways() -> Mapping[str, Way]:
        return {"llama-index": _retrieving(ours.held[0].as_retriever(similarity_top_k=DEPTH))}

    return Pipeline(ours.versions(), ours.index, ways)


def llama_index_fusion(model: Path, work: Path) -> Pipeline:
    """llama-index's QueryFusionRetriever over BM25 and vectors, ten of each, in the three ways that it documents."""
    from llama_index.core.llms import MockLLM
    from llama_index.core.retrievers import QueryFusionRetriever
    from llama_index.core.retrievers.fusion_retriever import FUSION_MODES
    from llama_index.retrievers.bm25 import BM25Retriever

    ours, lexical = _LlamaIndex(model, work), list["BaseRetriever"]()

    def index(corpus: Path) -> float:
        seconds, began = ours.index(corpus), time.monotonic()
        lexical.append(BM25Retriever.from_defaults(nodes=[*ours.nodes], similarity_top_k=DEPTH))
        return seconds + time.monotonic() - began

    def way(mode: FUSION_MODES, weights: list[float] | None = None) -> Way:
        both = [ours.held[0].as_retriever(similarity_top_k=DEPTH), lexical[0]]
        # no question is asked of the LLM where num_queries is 1; without one, the retriever looks for OpenAI's
        fusion = QueryFusionRetriever(
            both, llm=MockLLM(), mode=mode, similarity_top_k=DEPTH, num_queries=1, retriever_weights=weights
        )
        return _retrieving(fusion)

    def ways() -> Mapping[str, Way]:
        return {
            "llama-index fusion, reciprocal rank": way(FUSION_MODES.RECIPROCAL_RANK),
            "llama-index fusion, relative score": way(FUSION_MODES.RELATIVE_SCORE, [0.6, 0.4]),
            "llama-index fusion, simple": way(FUSION_MODES.SIMPLE),
        }

    return Pipeline(ours.versions("retrievers-bm25"), index, ways)


def txtai(model: Path, work: Path) -> Pipeline:
    """txtai's hybrid index (its own BM25, vectors in Faiss), saved to disk."""
    from txtai import Embeddings

    embeddings = Embeddings(path=str(model), hybrid=True)
    embeddings.transform("a")

    def index(corpus: Path) -> float:
        began = time.monotonic()
        embeddings.index(texts_of(corpus))
        embeddings.save(str(work / "txtai"))
        return time.monotonic() - began

    def ways() -> Mapping[str, Way]:
        return {"txtai hybrid": lambda question: [str(id) for id, _ in embeddings.search(question, DEPTH)]}

    return Pipeline({name: version(name) for name in ("txtai", "faiss-cpu")}, index, ways)


def _retrieving(retriever: "BaseRetriever") -> Way:
    return lambda question: [found.node.node_id for found in retriever.retrieve(question)]


PIPELINES: Mapping[str, Callable[[Path, Path], Pipeline]] = {
    "vanban": vanban,
    "llama-index": llama_index,
    "llama-index-fusion": llama_index_fusion,
    "txtai": txtai,
}
NEEDS: Mapping[str, tuple[str, ...]] = {
    "vanban": (),
    "llama-index": ("llama_index.embeddings.huggingface",),
    "llama-index-fusion": ("llama_index.embeddings.huggingface", "llama_index.retrievers.bm25"),
    "txtai": ("txtai", "faiss"),
}
