"""A run killed again and again, then let through: does it hold exactly what an undisturbed run holds, item by item?

python -m evals.kills --kills 100 --files 180
"""

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.corpus import Corpus
from corpus.passage import window_id
from corpus.settings import read_settings
from evals.ingestion import make_files
from evals.served import ROOT, our_environment

SAMPLES = ROOT / "corpus" / "samples" / "dossier"
_NEAR = 1e-5  # of a vector's component: the model's last digits depend on which texts it is given together


def state(data: Path) -> dict[str, Any]:
    """Everything that three stores hold, with the numbers that a run gives away left out."""
    corpus = Corpus(read_settings(data))
    try:
        entries = corpus.library.entries()
        names = {e.revision: e.id for e in entries}
        catalogue = {
            e.id: [
                asdict(e.source),
                asdict(e.identity),
                hashlib.sha256(corpus.library.text(e.revision).encode()).hexdigest(),
                [asdict(p) for p in corpus.library.outline(e.revision)],
                [asdict(p) for p in corpus.library.passages_of(e.revision)],
                [asdict(w) for w in corpus.library.windows_of(e.revision)],
                sorted((link.id, link.kind) for link in corpus.library.links(e.id)),
            ]
            for e in entries
        }
        ids = {
            window_id(e.revision, w.passage, w.number): f"{e.id}.{w.passage}.{w.number}"
            for e in entries
            for w in corpus.library.windows_of(e.revision)
        }
        vectors = {ids.get(id, f"extra {id}"): vector for id, vector in corpus.vectors.all().items()}
        words = sorted(f"{names.get(k.revision, 'extra')}.{k.ordinal}" for k in set(corpus.keywords.keys()))
        files = {key: asdict(done) for key, done in corpus.library.files_done().items()}
        aside = sorted((a.key, a.code) for a in corpus.library.set_aside())
        clean = corpus.examine().clean
        derived = {"vectors": vectors, "words": words, "clean": clean}
        return {"catalogue": catalogue, "files": files, "aside": aside, **derived}
    finally:
        corpus.close()


def differences(expected: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """What is not the same, in words; empty if all is."""
    told = [name for name in ("words", "files", "aside", "clean") if expected[name] != found[name]]
    for id in expected["catalogue"].keys() | found["catalogue"].keys():
        # a row of the catalogue goes through JSON, which makes lists of tuples
        a, b = (json.dumps(s["catalogue"].get(id), default=str, sort_keys=True) for s in (expected, found))
        told += [f"catalogue: {id}"] if a != b else []
    for id in expected["vectors"].keys() | found["vectors"].keys():
        a, b = expected["vectors"].get(id), found["vectors"].get(id)
        if a is None or b is None or max(abs(x - y) for x, y in zip(a, b, strict=True)) > _NEAR:
            told.append(f"vector: {id}")
    return told


def kill_some(documents: Path, data: Path, longest: float, chance: random.Random) -> int:
    """Kills runs at random moments until one gets through before its time; gives how many were killed."""
    killed = 0
    while True:
        run = _start(documents, data)
        try:
            run.wait(chance.uniform(0, longest))
            return killed
        except subprocess.TimeoutExpired:
            run.kill()  # the run alone: its readers must end by themselves
            run.wait()
            killed += 1


def _start(documents: Path, data: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "api.cli", "ingest", str(documents), "--data", str(data)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, env=our_environment(), stdout=quiet, stderr=quiet)


def main() -> int:
    """Kills as many runs as asked for; exit code 1 if anything was lost, doubled or changed by it."""
    parser = argparse.ArgumentParser(prog="python -m evals.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--files", type=int, default=180)
    parser.add_argument("--documents", type=Path, help="a folder to take instead of made files")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    chance = random.Random(wanted.seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        documents = wanted.documents or folder / "documents"
        if wanted.documents is None:
            documents.mkdir()
            make_files(SAMPLES, documents, wanted.files, paragraphs=2)
        began = time.monotonic()
        _start(documents, folder / "undisturbed").wait()
        longest = time.monotonic() - began
        expected = state(folder / "undisturbed")
        documents_held, vectors_held = len(expected["catalogue"]), len(expected["vectors"])
        print(f"undisturbed: {documents_held} documents, {vectors_held} vectors, {longest:.0f} s", flush=True)
        killed, rounds, wrong = 0, 0, 0
        while killed < wanted.kills:
            rounds += 1
            data = folder / f"killed-{rounds}"
            killed += kill_some(documents, data, longest, chance)
            found = differences(expected, state(data))
            wrong += bool(found)
            outcome = "; ".join(found[:5]) or "the same, item by item"
            print(f"round {rounds}: {killed} killed so far; {outcome}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
