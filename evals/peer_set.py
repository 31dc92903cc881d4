"""What pipelines are compared on: a set in the evaluation format, or a part of it, as every process reads it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import RequestError
from evals.bench import read_lines, read_queries, read_relevant


@dataclass(frozen=True, slots=True)
class PeerSet:
    """The passages and questions of a comparison, written to a folder that every process reads."""

    name: str
    folder: Path
    relevant: Mapping[str, set[str]]
    passages: int
    of_passages: int


def prepare(files: tuple[Path, Path, Path], folder: Path, passages: int, questions: int) -> PeerSet:
    """Writes the part of a set that is compared on: questions evenly over the file, all of their right passages, and
    others from the file's beginning until there are enough.
    """
    corpus, queries, qrels = files
    rows = [row for row in read_lines(corpus, ("id", "text", "doc")) if str(row["text"]).strip()]
    held = {str(row["id"]) for row in rows}
    gold = {query: right for query, ids in read_relevant(qrels).items() if (right := ids & held)}
    asked = [q for q in read_queries(queries) if q.id in gold]
    if not asked:
        raise RequestError("bad-request", detail=f"{qrels} names no question of {queries}")
    if 0 < questions < len(asked):
        asked = [asked[i * len(asked) // questions] for i in range(questions)]
    relevant = {q.id: gold[q.id] for q in asked}
    kept = _kept(rows, set().union(*relevant.values()), passages)
    folder.mkdir(parents=True)
    _write(folder / "corpus.jsonl", kept)
    _write(folder / "queries.jsonl", [{"id": q.id, "text": q.text} for q in asked])
    return PeerSet(queries.absolute().parent.name, folder, relevant, len(kept), len(rows))


def _kept(rows: Sequence[dict[str, Any]], needed: set[str], passages: int) -> list[dict[str, Any]]:
    if not 0 < passages < len(rows):
        return list(rows)
    spare = max(0, passages - len(needed))
    kept: list[dict[str, Any]] = []
    for row in rows:
        if str(row["id"]) in needed:
            kept.append(row)
        elif spare:
            kept.append(row)
            spare -= 1
    return kept


def _write(file: Path, rows: Sequence[Mapping[str, object]]) -> None:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
