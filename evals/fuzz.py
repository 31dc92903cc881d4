"""`python -m evals.fuzz`: odd input, guided by what of our own parsing it reaches, until the time is up.

With atheris (`pip install -e .[fuzz]`) the coverage of corpus and ingest steers it; without it, chance does.
Whatever breaks a check (evals/fuzz_checks.py) is printed with its input and ends the run with an error.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Protocol

_SLOW = 20  # seconds: what one input may take before it counts as a hang
_MOST_MB = 2048  # that one input may take
_LONGEST = 4096  # bytes of an input
_SEEDS = 60  # inputs to begin with


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzzes for some seconds; 0 if nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m evals.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("lines", "text", "bytes", "pumped"), help="one kind of input")
    options = parser.parse_args(arguments)
    try:
        import atheris
    except ImportError:
        return _unguided(options.seconds, options.seed, options.only)
    return _guided(atheris, options.seconds, options.seed, options.only)


class _Provider(Protocol):
    """The part of atheris' FuzzedDataProvider that is used."""

    def ConsumeIntInRange(self, low: int, high: int) -> int: ...
    def ConsumeUnicodeNoSurrogates(self, most: int) -> str: ...
    def ConsumeBytes(self, most: int) -> bytes: ...


class _Bytes:
    """Choices from the bytes that atheris makes."""

    def __init__(self, provider: _Provider) -> None:
        self._provider = provider

    def below(self, limit: int) -> int:
        return self._provider.ConsumeIntInRange(0, limit - 1) if limit > 1 else 0

    def text(self, most: int) -> str:
        return self._provider.ConsumeUnicodeNoSurrogates(most)

    def raw(self, most: int) -> bytes:
        return self._provider.ConsumeBytes(most)


class Chance:
    """Choices by chance."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def below(self, limit: int) -> int:
        """A number from 0 to below the limit."""
        return self._random.randrange(limit)

    def text(self, most: int) -> str:
        """Characters of the ranges that matter here, and now and then any."""
        highest = self._random.choice((0x7F, 0xFF, 0x1B0, 0x1EF9, 0x2100, 0x1F600))
        characters = (chr(self._random.randrange(highest)) for _ in range(self._random.randrange(most)))
        return "".join(c for c in characters if not "\ud800" <= c <= "\udfff")

    def raw(self, most: int) -> bytes:
        """Bytes, half of them letters in some encoding."""
        if self.below(2):
            return self._random.randbytes(self.below(most))
        encoding = self._random.choice(("utf-8", "utf-16", "utf-16-le", "cp1258", "latin-1", "cp1252"))
        return self.text(most).encode(encoding, "replace")


def _guided(atheris: ModuleType, seconds: int, seed: int, only: str | None) -> int:
    with atheris.instrument_imports(include=["corpus", "ingest"], enable_loader_override=False):
        from evals.fuzz_inputs import one_input

    def one(data: bytes) -> None:
        one_input(_Bytes(atheris.FuzzedDataProvider(data)), only)

    with tempfile.TemporaryDirectory() as folder:
        for n in range(_SEEDS):  # it would begin with inputs of a few bytes
            (Path(folder) / str(n)).write_bytes(random.Random(seed + n).randbytes(_LONGEST >> n % 6))
        # the peak that is watched begins with that of the process which started this one
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 + _MOST_MB
        flags = [f"-max_total_time={seconds}", f"-timeout={_SLOW}", f"-max_len={_LONGEST}", f"-seed={seed}"]
        flags.append(f"-rss_limit_mb={most}")
        atheris.Setup([sys.argv[0], *flags, "-len_control=0", folder], one)
        atheris.Fuzz()  # ends the process itself: 0 when the time is up, 77 with the input when a check failed
    return 0


def _unguided(seconds: int, seed: int, only: str | None, clock: Callable[[], float] = time.monotonic) -> int:
    from evals.fuzz_inputs import one_input

    began, runs = clock(), 0
    while clock() - began < seconds:
        one_input(Chance(seed + runs), only)
        runs += 1
    print(f"{runs} inputs by chance, nothing found (install atheris to be guided by coverage)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
