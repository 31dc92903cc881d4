"""Keeping step with folders: runs once, then again whenever something in them has changed, until it is told to stop."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import watchfiles

_QUIET_MS = 1000  # a copy in progress changes its file again and again: wait until nothing has happened for so long
_LONGEST_MS = 30_000  # but not for ever
_BEGIN_MS = 500


def changes(paths: Sequence[Path], stop: threading.Event | None = None) -> Iterator[None]:
    """Yields at once, then after every burst of changes under the paths; ends when `stop` is set.

    A folder that is not there, or goes away, is waited for: the next change of the folders around it is looked at.
    """
    watched = sorted({_nearest(path) for path in paths})
    wanted = [path.resolve() for path in paths]
    first = True  # watching has begun before the first run: what changes while that goes on is not missed
    for burst in watchfiles.watch(
        *watched,
        watch_filter=lambda _, changed: _concerns(Path(changed), wanted),
        debounce=_LONGEST_MS,
        step=_QUIET_MS,
        stop_event=stop,
        rust_timeout=_BEGIN_MS,
        yield_on_timeout=True,
        raise_interrupt=True,
    ):
        if first or burst:
            first = False
            yield


def _nearest(path: Path) -> Path:
    """The path, or the folder nearest above it that is there."""
    path = path.resolve()
    while not path.exists():
        path = path.parent
    return path


def _concerns(changed: Path, wanted: Sequence[Path]) -> bool:
    """Whether a change is at or below a wanted path, and not of a hidden or lock file, or takes away its folder."""
    for path in wanted:
        if changed in path.parents:
            return True
        if changed == path or path in changed.parents:
            return not any(part.startswith((".", "~$")) for part in changed.relative_to(path).parts)
    return False
