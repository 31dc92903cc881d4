"""Speed and memory of ingestion: against the bare embedding of the same windows, and again over an unchanged folder.

The folder is made of the sample dossier's own paragraphs, shuffled with a fixed seed: as many text files as asked for.
"""

import json
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnavailableError
from evals.served import ROOT, our_environment
from evals.show import Table
from ingest.files import files_under
from ingest.reading import document_of

LIMITS = {"run / bare embedding": 1.15, "first run / unchanged run": 50.0, "peak memory, MB": 1500.0}
_PARAGRAPHS = 45  # of a made file: about two pages


@dataclass(frozen=True, slots=True)
class Ingestion:
    """Seconds of the first run, of the bare embedding, and of a second process over the same folder; memory of all."""

    files: int
    passages: int
    seconds: float
    bare_seconds: float
    unchanged_seconds: float
    peak_mb: float
    unchanged_peak_mb: float

    @property
    def over_bare(self) -> float:
        """The run's time in units of the bare embedding's."""
        return self.seconds / self.bare_seconds

    @property
    def times_faster(self) -> float:
        """How many times faster the run over the unchanged folder is, its process's start and end included."""
        return self.seconds / self.unchanged_seconds


def evaluate(samples: Path, folder: Path, files: int) -> Ingestion:
    """Makes the files in `folder`, ingests them in a fresh process, and again in another."""
    documents, data = folder / "documents", folder / "data"
    documents.mkdir(parents=True)
    make_files(samples, documents, files)
    first, again = _run(documents, data, "--bare"), _run(documents, data)
    if again["unchanged"] != files:
        raise UnavailableError("store-failed", store="ingestion", reason=f"{again['unchanged']} of {files} unchanged")
    return Ingestion(
        files,
        int(first["passages"]),
        first["seconds"],
        first["bare_seconds"],
        again["process_seconds"],
        first["peak_mb"],
        again["peak_mb"],
    )


def make_files(samples: Path, folder: Path, files: int, paragraphs: int = _PARAGRAPHS) -> None:
    """Text files of shuffled sample paragraphs, each with a number of its own. The same every time."""
    known = [
        line
        for file in files_under([samples])
        for line in document_of(file, file.path.read_bytes(), "").document.text.split("\n")
        if len(line) > 40
    ]
    chance = random.Random(1)
    for number in range(1, files + 1):
        head = f"ỦY BAN NHÂN DÂN TỈNH LAM GIANG\nSố: {number}/KH-UBND\nLam Giang, ngày 05 tháng 3 năm 2025\nKẾ HOẠCH\n"
        body = "\n".join(chance.choices(known, k=paragraphs))
        (folder / f"{number:05}.txt").write_text(f"{head}Về công tác năm {number}\n{body}\n", encoding="utf-8")


def table(result: Ingestion) -> Table:
    """The figures that have a limit, beside it."""
    rows = (
        ("run / bare embedding", f"{result.files} text files, {result.passages} passages", result.over_bare,
         LIMITS["run / bare embedding"]),
        ("first run / unchanged run", "at least; the second is a whole process", result.times_faster,
         LIMITS["first run / unchanged run"]),
        ("peak memory, MB", "the run and its readers together", result.peak_mb, LIMITS["peak memory, MB"]),
    )  # fmt: skip
    bare, again = result.bare_seconds, result.unchanged_seconds
    note = f"First run {result.seconds:.1f} s, bare embedding {bare:.1f} s, unchanged {again:.2f} s."
    return Table("Ingestion", ("what", "where", "measured", "limit"), rows, note)


def _run(documents: Path, data: Path, *options: str) -> dict[str, float]:
    command = [sys.executable, "-m", "evals.ingest_run", str(documents), str(data), *options]
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=our_environment(), check=False)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["it failed"])[-1]
        raise UnavailableError("store-failed", store="ingestion", reason=reason)
    told: dict[str, float] = json.loads(done.stdout)
    return {**told, "process_seconds": time.monotonic() - began}
