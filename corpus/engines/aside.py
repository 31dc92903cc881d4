"""Making a folder aside and moving it into its place whole, so that nobody meets it half made."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp


@contextmanager
def made_aside(place: Path) -> Iterator[Path]:
    """An empty folder beside the place, which takes its place at the end; who calls holds the place's lock."""
    for left in place.parent.glob(f".{place.name}-*"):  # by one that was killed: only who holds the lock is here
        rmtree(left, ignore_errors=True)
    aside = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        yield aside
        rmtree(place, ignore_errors=True)
        aside.replace(place)
    finally:
        rmtree(aside, ignore_errors=True)
