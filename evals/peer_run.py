"""One pipeline over one set, in a process of its own: `peers` starts it, so that nobody's memory is another's.

What it found, and how long each question took, goes to stdout as JSON; right and wrong are judged by who started it.
"""

import json
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from evals.memory import disk_mb, peak_mb
from evals.pipelines import PIPELINES, Way, texts_of


def run(name: str, given: Path, model: Path, work: Path) -> dict[str, object]:
    """Loads, indexes `corpus.jsonl` of the folder given, asks every question of its `queries.jsonl`."""
    began = time.monotonic()
    pipeline = PIPELINES[name](model, work)
    seconds = pipeline.index(given / "corpus.jsonl")
    loaded = time.monotonic() - began - seconds  # all that has to be there before the first passage
    after_index = peak_mb("self")
    lines = (given / "queries.jsonl").read_text(encoding="utf-8").split("\n")
    questions = {str(row["id"]): str(row["text"]) for row in map(json.loads, filter(None, lines))}
    ways = pipeline.ways()
    return {
        "versions": dict(pipeline.versions),
        "load_seconds": loaded,
        "index_seconds": seconds,
        "passages": sum(1 for _ in texts_of(given / "corpus.jsonl")),
        "ways": {way: asked(search, questions) for way, search in ways.items()},
        "index_peak_mb": after_index,
        "peak_mb": peak_mb("self"),
        "disk_mb": disk_mb(work),
    }


def asked(search: Way, questions: Mapping[str, str]) -> dict[str, object]:
    """The ids found for each question, and the milliseconds of each, one at a time and warm."""
    search(next(iter(questions.values())))
    found: dict[str, list[str]] = {}
    times: list[float] = []
    for id, text in questions.items():
        began = time.perf_counter()
        found[id] = search(text)
        times.append((time.perf_counter() - began) * 1000)
    return {"found": found, "milliseconds": [round(ms, 3) for ms in times]}


if __name__ == "__main__":
    # nobody may fetch a model: what is not in the folder given is not there
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")
    told = run(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
    print(json.dumps(told), file=sys.__stdout__)
