"""How validity stands up to an archive: a family, what did not hold on a day, and what one new document sets off.

`python -m evals.validity_scale [--documents 100000]` makes a catalogue of decrees in families of ten (a base, seven
that amend it, one that replaces it, one that guides it), each resting on laws that all others rest on, and times the
product's own reading of it. Nothing is asserted: the limits stand beside the figures.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from assistant.in_force import InForce
from corpus import schema
from corpus.corpus import Corpus
from corpus.families import renew
from corpus.library import Library
from corpus.settings import read_settings
from evals.show import Table, show

_FAMILY = 10
_LAWS = 200  # that everybody rests on
_BASES = 4  # of each document
_FIRST = date(1990, 1, 1)
_BATCH = 20_000
_TIMES = 21


def measure(documents: int) -> list[tuple[str, float, str]]:
    """What was timed, its milliseconds (median) and its limit."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(read_settings(Path(folder)))
        try:
            return list(_timed(corpus.library, documents))
        finally:
            corpus.close()


def _timed(library: Library, documents: int) -> Iterator[tuple[str, float, str]]:
    statements = _fill(library, documents)
    yield f"{documents} documents, {statements} relations", 0.0, ""
    families = [n * _FAMILY + 1 for n in range(0, documents // _FAMILY, max(1, documents // _FAMILY // _TIMES))]
    held = len(library.family(families[0]).documents)
    yield (
        f"a family ({held} documents with the laws)",
        _median(lambda n: library.family(families[n % len(families)])),
        "1000",
    )
    around = len(library.family(documents + 1).documents)
    yield f"a law that others rest on ({around} shown)", _median(lambda n: library.family(documents + 1 + n)), "1000"
    days = [_FIRST + timedelta(days=500 * n) for n in range(1, _TIMES)]
    yield "what did not hold on a day", _median(lambda n: InForce(library, days[n % len(days)])), "200"

    def come(n: int) -> None:
        with library.transaction() as connection:
            renew(connection, [families[n % len(families)]])

    yield "the intervals of a family, after a document came", _median(come), ""


def _median(run: Callable[[int], object]) -> float:
    taken: list[float] = []
    for n in range(_TIMES):
        begun = time.perf_counter()
        run(n)
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)


def _fill(library: Library, documents: int) -> int:
    """The archive, written in batches; returns how many relations it holds. The laws come last."""
    made = 0
    for start in range(1, documents + _LAWS + 1, _BATCH):
        among = range(start, min(start + _BATCH, documents + _LAWS + 1))
        relations = [r for n in among if n <= documents for r in _relations(n, documents)]
        made += len(relations)
        with library.transaction() as connection:
            connection.execute(insert(schema.revisions), [_revision(n) for n in among])
            connection.execute(insert(schema.relatings), [{"revision": n, "relater": 1, "name": None} for n in among])
            connection.execute(insert(schema.provisions), [_whole(n) for n in among])
            connection.execute(insert(schema.intervals), [i for n in among for i in _intervals(n, documents)])
            if relations:
                connection.execute(insert(schema.relations), relations)
    return made


def _issued(n: int) -> date:
    return _FIRST + timedelta(days=n // _FAMILY % 9000 + 365 * (n % _FAMILY))


def _key(n: int) -> str:
    return f"state|{n}|{_issued(n).year}|nđ|cp"


def _revision(n: int) -> dict[str, Any]:
    return {
        "state": "live", "document": f"d{n}", "source_key": f"k{n}", "collection": "", "name": f"{n}.txt",
        "sha256": f"{n:064d}", "size": 1, "media_type": "text/plain", "language": "vi", "type": "decree",
        "number": f"{n}/{_issued(n).year}/NĐ-CP", "number_key": _key(n), "issuer": "Chính phủ", "issued": _issued(n),
        "title": f"Nghị định {n}", "legal_bases": [], "recipients": [], "about": [], "stated": [], "warnings": [],
        "passage_count": 0, "window_count": 0, "added": datetime(2026, 1, 1, tzinfo=UTC),
    }  # fmt: skip


def _whole(n: int) -> dict[str, Any]:
    return {
        "revision": n, "position": 0, "address": "d1", "kind": "article", "label": "Điều 1", "title": "", "start": 0,
        "end": 1, "parent": None,
    }  # fmt: skip


def _relations(n: int, documents: int) -> Iterator[dict[str, Any]]:
    """What a document says: of the base of its family, and of the laws that it rests on."""
    base = (n - 1) // _FAMILY * _FAMILY + 1
    place = n - base
    kinds = {_FAMILY - 2: "replaces", _FAMILY - 1: "guides"}
    said = [(kinds.get(place, "amends"), base)] if place else []
    said += [("based_on", documents + 1 + (n * (7 + b) + b) % _LAWS) for b in range(_BASES)]
    for ordinal, (kind, target) in enumerate(dict.fromkeys(said)):
        yield {
            "revision": n, "ordinal": ordinal, "kind": kind, "start": ordinal, "end": ordinal + 1,
            "phrase_start": ordinal, "phrase_end": ordinal + 1, "source_unit": None, "units": [], "exceptions": [],
            "partial": kind == "amends", "day": None, "until": None, "swaps": [], "target_printed": f"{target}",
            "target_key": _key(target), "target_name": None, "target_type": "decree", "target_issued": _issued(target),
            "target_year": None, "target_enclosed": False,
        }  # fmt: skip


def _intervals(n: int, documents: int) -> Iterator[dict[str, Any]]:
    """Not yet, in force, and for a base no longer, from when the one that replaces it was issued."""
    issued = _issued(n)
    ended = _issued(n + _FAMILY - 2) if n <= documents and (n - 1) % _FAMILY == 0 else None
    states = [("not_yet", None, issued), ("in_force", issued, ended)]
    states += [("expired", ended, None)] if ended else []
    for ordinal, (status, first, until) in enumerate(states):
        yield {
            "revision": n, "ordinal": ordinal, "address": "", "status": status, "first": first, "until": until,
            "by": [], "proofs": [], "changed": False,
        }  # fmt: skip


def main() -> None:
    """Prints the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=100_000)
    rows = tuple((what, round(taken, 1), limit) for what, taken, limit in measure(options.parse_args().documents))
    show([Table("Validity in an archive", ("what", "ms", "limit"), rows)])


if __name__ == "__main__":
    main()
