"""docs/scale.md: how time, memory and disk grow with an archive, as one run measured it. Measures nothing."""

from pathlib import Path

from evals import figures, pages
from evals.figures import Panel
from evals.scale import ScaleResult
from evals.scale_figures import LIMITS, figures_of, tables

_ABOUT = """# How it grows

Made archives of several sizes, each built and asked in fresh processes. Everything on this page and beside it is
written by the command; change nothing by hand.

{made}
{asked}
{queries_plot}
{changes_plot}
## The rest

{rest}
{storage_plot}
## What was measured

- *Made archives* have the word frequencies, the phrases, the lengths of passages and documents and the languages of the
  sample dossier, with ever new names, numbers and references, in documents of articles. They go through the corpus's
  own door (`Corpus.add`), sixteen documents at a time, with everything that it does for an ingested document.
- *Vectors* are mixtures of two real windows' vectors of the dossier with noise of 0.4 of their length, token codes are
  those of real windows: embedding a million passages takes hours and is measured elsewhere (`evals speed`). Indexing
  rates are without making them. The recall of a graph depends on how vectors lie; with real ones it may be another.
- *Queries* are the questions of `evals/cases`, each once, warm: the whole `Search.find`, embedding and late interaction
  included. *Filters* keep about the share of the documents that they name.
- *Recall* is of the 50 nearest windows, against a search over every vector; "filtered" is the search that answers where
  a filter is set, with a filter that keeps everything.
- *Adding until found*: one document of 50 articles, embedded by the real model, stored, and found by a name in it. The
  median of five. *Cold start*: from the start of a process to its first result; the files may be in the system's cache.
- *Stores' memory* is what the process held after the questions less what it held with libraries and model loaded,
  mapped files included.
"""


def write(result: ScaleResult, folder: Path, command: str) -> Path:
    """Writes the page and its figures, and gives the page's place."""
    asked, rest = tables(result)
    drawn = {"queries": _queries(result), "changes": _changes(result), "storage": _storage(result)}
    page = _ABOUT.format(
        made=pages.made(command),
        asked=pages.markdown(asked),
        rest=pages.markdown(rest),
        queries_plot=pages.figure("scale-queries", "Milliseconds of a question, plain and filtered, by passages"),
        changes_plot=pages.figure("scale-changes", "Seconds of adding, removing and starting, and recall, by passages"),
        storage_plot=pages.figure("scale-storage", "Indexing rate, memory and disk, by passages"),
    )
    return pages.write(folder, "scale", page, drawn)


def _queries(result: ScaleResult) -> str:
    filtered = [name for name in figures_of(result.sizes[0]) if name.startswith("filtered to") and "p95" in name]
    whole = {"p50": "query p50, ms", "p95": "query p95, ms"}
    parts = {name: f"of it {name}, p50" for name in ("embedding", "words", "vectors")}
    limit = LIMITS["filtered p95, ms"]
    return _drawn(result, [
        _panel(result, "a question", "ms", whole, LIMITS["query p95, ms"]),
        _panel(result, "its parts, p50", "ms", parts),
        _panel(result, "filtered, p95", "ms", {name.split()[2].rstrip(","): name for name in filtered}, limit),
    ])  # fmt: skip


def _changes(result: ScaleResult) -> str:
    changes = {"adding": "adding until found, s", "removing": "removing until gone, s"}
    cold, recall = "cold start to first result, s", "recall of the vector search"
    both = {"over all": recall, "filtered": "recall of the filtered search"}
    return _drawn(result, [
        _panel(result, "one document of 50 passages", "s", changes, LIMITS["adding until found, s"]),
        _panel(result, "cold start to first result", "s", {"cold start": cold}, LIMITS[cold]),
        _panel(result, "recall of the 50 nearest windows", "share", both, LIMITS[recall]),
    ])  # fmt: skip


def _storage(result: ScaleResult) -> str:
    rates = {"whole": "indexing, passages/s", "at the end": "indexing, at the end"}
    memory = {
        "stores": "stores' memory, MB",
        "indexing, peak": "indexing, peak MB",
        "asking, peak": "peak memory, asking, MB",
    }
    disk = {name.split(",")[0]: name for name in figures_of(result.sizes[0]) if name.endswith("MB on disk")}
    return _drawn(result, [
        _panel(result, "indexing, without embedding", "passages/s", rates),
        _panel(result, "memory", "MB", memory, LIMITS["stores' memory, MB"]),
        _panel(result, "on disk", "MB", {name: key for name, key in disk.items() if name != "originals"}),
    ])  # fmt: skip


def _panel(result: ScaleResult, title: str, unit: str, names: dict[str, str], limit: float | None = None) -> Panel:
    found = [figures_of(g) for g in result.sizes]
    return Panel(title, unit, {shown: [f.get(name) for f in found] for shown, name in names.items()}, limit)


def _drawn(result: ScaleResult, panels: list[Panel]) -> str:
    return figures.growth([g.built.passages for g in result.sizes], panels)
