"""docs/peers.md: what was compared, and the figures of one run. Measures nothing."""

from pathlib import Path

from evals import figures, pages
from evals.peers import PeersResult, tables

_ABOUT = """# Beside others' pipelines

The same passages and the same questions, the same embedding model on the same machine, one pipeline after the other,
each in a process of its own. Everything on this page and beside it is written by the command; change nothing by hand.

{made}
## Found

{quality}
{quality_plot}
## Speed and memory

{cost}
{speed_plot}
{memory_plot}
## What was run

{ways}

A passage is a row of the set; those without a word are left out for all. Ours cuts longer rows as it cuts any document,
and a row counts as found where a part of it is; the others see the first 256 tokens of a row, as the model does.
Embedding and storing count as indexing, loading libraries and model does not. Memory is each process's own peak, its
libraries included. Nothing was tuned for this page; ours was tuned on development questions (see `evals/README.md`),
the others come as they are, so that quality on a development set favours ours.

Versions: {versions}.
"""


_WAYS = {
    "vanban": "the product's own indexing and `Search.find`, with every stage that is switched on by default.",
    "llama-index": "`VectorStoreIndex` over `ChromaVectorStore` (on disk) with `HuggingFaceEmbedding`, as they come;\n"
    "  the ten nearest.",
    "llama-index fusion": "its `QueryFusionRetriever` over the same index and `BM25Retriever`, ten of each,\n"
    "  `num_queries=1` (no LLM), in the ways its documentation shows: `reciprocal_rerank`, `relative_score` with the\n"
    "  weights 0.6 and 0.4, and `simple`.",
    "txtai": "hybrid: `Embeddings(path=..., hybrid=True)`, saved to disk.",
}


def write(result: PeersResult, folder: Path, command: str) -> Path:
    """Writes the page and its three figures, and gives the page's place."""
    quality, cost = tables(result)
    drawn = {"quality": _quality(result), "speed": _speed(result), "memory": _memory(result)}
    versions = dict(sorted({k: v for p in result.peers for k, v in p.versions.items()}.items()))
    page = _ABOUT.format(
        made=pages.made(command),
        quality=pages.markdown(quality),
        cost=pages.markdown(cost),
        quality_plot=pages.figure("peers-quality", "Recall@10, MAP@10 and Hit@1 by pipeline, with 95 % intervals"),
        speed_plot=pages.figure("peers-speed", "Passages indexed a second, and milliseconds a question, by pipeline"),
        memory_plot=pages.figure("peers-memory", "Peak memory and disk by pipeline"),
        ways=_ways(result),
        versions=", ".join(f"{name} {number}" for name, number in versions.items()),
    )
    return pages.write(folder, "peers", page, drawn)


def _quality(result: PeersResult) -> str:
    groups = {p.name: {"Recall@10": p.recall_at_10, "MAP@10": p.map_at_10, "Hit@1": p.hit_at_1} for p in result.peers}
    return figures.intervals(groups, f"{result.questions:,} questions of {result.set}")


def _speed(result: PeersResult) -> str:
    return figures.bars({
        "passages indexed a second": {p.name: p.passages_per_second for p in result.peers},
        "question, p50 ms": {p.name: p.p50 for p in result.peers},
        "question, p95 ms": {p.name: p.p95 for p in result.peers},
    })  # fmt: skip


def _memory(result: PeersResult) -> str:
    return figures.bars({
        "peak memory, MB": {p.name: p.peak_mb or 0.0 for p in result.peers},
        "on disk, MB": {p.name: p.disk_mb for p in result.peers},
    })  # fmt: skip


def _ways(result: PeersResult) -> str:
    """What was run, of those whose figures the page shows."""
    names = [p.name for p in result.peers]
    shown = (w for w in _WAYS if any(n == w or (n.startswith(w) and w != "llama-index") for n in names))
    return "\n".join(f"- **{way}**: {_WAYS[way]}" for way in shown)
