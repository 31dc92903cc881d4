"""The figures of made archives by name, and what is asked of a large one, as tables. Measures nothing."""

import os
from collections.abc import Iterable

from evals.scale import Grown, ScaleResult
from evals.show import Cell, Table

# asked of a million passages on 2 cores and 24 GB
LIMITS = {
    "query p50, ms": 40.0,
    "query p95, ms": 100.0,
    "filtered p95, ms": 150.0,
    "adding until found, s": 1.0,
    "cold start to first result, s": 15.0,
    "stores' memory, MB": 6000.0,
    "recall of the vector search": 0.95,
}


def tables(result: ScaleResult) -> list[Table]:
    """A column for each size."""
    columns = ("", *(f"{g.built.passages:,}" for g in result.sizes), "asked of 1,000,000")
    limited = _rows(result, LIMITS)
    cores = f"Load of the machine before: {result.load:.1f}, on {os.cpu_count()} cores."
    rest = _rows(result, [name for name in figures_of(result.sizes[0]) if name not in LIMITS])
    return [
        Table("What is asked of a large archive, by passages", columns, limited, cores),
        Table(
            "How it grows, by passages", columns[:-1], tuple(row[:-1] for row in rest), "Indexing without embedding."
        ),
    ]


def figures_of(grown: Grown) -> dict[str, float | None]:
    """The figures of one size, by name."""
    built, asked = grown.built, grown.asked
    filtered = {
        f"filtered to {share}, {p}, ms": found[p] for share, found in asked.filtered.items() for p in ("p50", "p95")
    }
    return {
        "documents": built.documents,
        "windows": built.windows,
        "indexing, passages/s": built.rate,
        "indexing, at the end": built.last_rate,
        "indexing, peak MB": built.peak_mb,
        **{f"{part}, MB on disk": size for part, size in built.disk_mb.items()},
        "on disk, MB": sum(built.disk_mb.values()),
        "query p50, ms": asked.query["p50"],
        "query p95, ms": asked.query["p95"],
        "of it embedding, p50": asked.embed["p50"],
        "of it words, p50": asked.lexical["p50"],
        "of it vectors, p50": asked.vectors["p50"],
        **{f"filtered to {share}, kept": found["kept"] for share, found in asked.filtered.items()},
        **filtered,
        "filtered p95, ms": max(found["p95"] for found in asked.filtered.values()),
        "recall of the vector search": asked.recall["approximate"],
        "recall of the filtered search": asked.recall["exact"],
        "adding until found, s": asked.add_seconds,
        "adding, the longest, s": asked.add_most_seconds,
        "adding, of it embedding, s": asked.add_embedding_seconds,
        "removing until gone, s": asked.remove_seconds,
        "cold start to first result, s": asked.cold_seconds,
        "stores' memory, MB": asked.stores_mb,
        "memory after the questions, MB": asked.held_mb,
        "peak memory, asking, MB": asked.peak_mb,
    }


def _rows(result: ScaleResult, names: Iterable[str]) -> tuple[tuple[Cell, ...], ...]:
    found = [figures_of(g) for g in result.sizes]
    return tuple((name, *(f[name] for f in found), LIMITS.get(name)) for name in names)
