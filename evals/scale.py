"""How time, memory and disk grow with an archive: made archives of several sizes, each built and asked in processes of
its own. Asserts nothing.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import rmtree
from typing import Any

from corpus.embedding import SentenceEmbedding
from corpus.errors import RequestError, UnavailableError
from corpus.settings import Settings
from corpus.windows import cut_windows
from evals.answers import CASES, SAMPLES
from evals.judge import read_cases
from evals.made_embedding import Sentences
from evals.scale_build import SENTENCES, STATISTICS
from evals.served import ROOT, our_environment
from evals.show import along
from evals.synthetic import Statistics
from ingest.files import files_under
from ingest.reading import document_of

SIZES = (14_000, 100_000, 500_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Built:
    """An archive as it was built; seconds without embedding, rates in passages a second."""

    documents: int
    passages: int
    windows: int
    seconds: float
    rate: float
    last_rate: float
    before_mb: float | None
    peak_mb: float | None
    disk_mb: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """An archive as it answered: milliseconds (p50, p95) of whole searches and of their parts, seconds of changes.

    `held_mb` is what the process holds after the questions; `stores_mb` of it came with the stores.
    """

    cold_seconds: float
    query: Mapping[str, float]
    embed: Mapping[str, float]
    lexical: Mapping[str, float]
    vectors: Mapping[str, float]
    filtered: Mapping[str, Mapping[str, float]]
    stores_mb: float | None
    held_mb: float | None
    peak_mb: float | None
    recall: Mapping[str, float]
    add_seconds: float
    add_most_seconds: float
    add_embedding_seconds: float
    remove_seconds: float


@dataclass(frozen=True, slots=True)
class Grown:
    """One size: how it was built, and how it answered."""

    passages: int
    built: Built
    asked: Asked


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """All sizes, and what the machine was doing before."""

    load: float
    sizes: tuple[Grown, ...]


def evaluate(
    sizes: Sequence[int], keep: Path | None = None, words: float | None = None, articles: float | None = None
) -> ScaleResult:
    """Builds and asks an archive of each size, one after the other; with `keep`, they stay there for another time.

    `words` and `articles`: the mean lengths of passages and documents, where they are not to be those of the samples.
    """
    load = os.getloadavg()[0]
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        prepare(folder, SAMPLES, words, articles)
        questions = list(dict.fromkeys(c.question for c in read_cases(CASES)))
        grown: list[Grown] = []
        for size in along(list(sizes), "Growing"):
            grown.append(_grown(folder, size, questions))
            if keep is None:
                rmtree(folder / str(size))
        return ScaleResult(load, tuple(grown))


def prepare(folder: Path, samples: Path, words: float | None = None, articles: float | None = None) -> None:
    """Lays what archives are made after: the samples' statistics, and their windows' vectors by the real model.

    Raises RequestError if the folder holds archives of other lengths.
    """
    folder.mkdir(parents=True, exist_ok=True)
    statistics = Statistics.of(samples).with_means(words, articles)
    if (folder / SENTENCES).is_file():
        if Statistics.load(folder / STATISTICS) != statistics:
            raise RequestError("bad-request", detail=f"{folder} holds archives made otherwise; name another folder")
        return
    statistics.save(folder / STATISTICS)
    embedding = SentenceEmbedding.open(Settings().model)
    texts: dict[str, None] = {}
    for file in files_under([samples]):
        new = document_of(file, file.path.read_bytes(), "")
        text = new.document.text
        texts |= dict.fromkeys(text[w.start : w.end] for w in cut_windows(text, new.passages, embedding))
    Sentences.of(list(texts), embedding).save(folder / SENTENCES)


def as_data(result: ScaleResult) -> dict[str, object]:
    """The result as it is given out as JSON."""
    return asdict(result)


def _grown(folder: Path, size: int, questions: Sequence[str]) -> Grown:
    data, told = folder / str(size) / "data", folder / str(size) / "built.json"
    built = Built(**json.loads(told.read_text())) if told.is_file() else None
    if built is None:
        rmtree(folder / str(size), ignore_errors=True)  # half-built
        data.mkdir(parents=True)
        said = _run("evals.scale_build", [str(folder), str(data), str(size)])
        told.write_text(json.dumps(said))
        built = Built(**said)
    asked = _run("evals.scale_ask", [str(folder), str(data), repr(time.time())], json.dumps(questions))
    return Grown(size, built, Asked(**asked))


def _run(module: str, arguments: Sequence[str], given: str = "") -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        input=given, capture_output=True, text=True, cwd=ROOT, env=our_environment(), check=False,
    )  # fmt: skip
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["it failed"])[-1]
        raise UnavailableError("store-failed", store=module, reason=reason)
    said: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return said
