"""What has changed in the folders since the last run: which files must be read, which moved, which are gone.

Compares content, not dates. A folder that is empty or cannot be reached says nothing about its documents.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import FileError
from corpus.incoming import INSIDE, FileDone
from ingest.files import IncomingFile, sha256_of, size_of
from ingest.reading import READER


@dataclass(slots=True)
class Changes:
    """`refused` are files that cannot even be opened; `kept` folders whose documents stay although no file is there."""

    to_read: list[IncomingFile] = field(default_factory=list)
    unchanged: list[IncomingFile] = field(default_factory=list)
    refused: list[tuple[IncomingFile, FileError]] = field(default_factory=list)
    moved: list[tuple[str, IncomingFile]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The folders of the run; `prune`: what is gone is removed even if its folder is; `again`: read all anew."""

    roots: tuple[str, ...] = ()
    prune: bool = False
    again: Callable[[str], bool] = lambda key: False


def find_changes(
    files: Sequence[IncomingFile], done: Mapping[str, FileDone], known: Iterable[str], wanted: Wanted, limit_mb: int
) -> Changes:
    """Compares files on disk with those done with; `known` are the keys of everything that is stored."""
    changes = Changes()
    here = {f.key for f in files}
    top = {key.split(INSIDE)[0] for key in known}
    missing = sorted(k for k in top if k not in here and _under(k, wanted.roots) and not Path(k).exists())
    lost = _by_digest(missing, done)
    for file in files:
        try:
            _sort(file, done.get(file.key), lost, changes, (wanted, limit_mb))
        except FileError as error:
            changes.refused.append((file, error))
    moved = {old for old, _ in changes.moved}
    for key in missing:
        if key not in moved:
            folder = Path(key).parent
            if wanted.prune or _holds_files(folder):
                changes.gone.append(key)
            elif str(folder) not in changes.kept:
                changes.kept.append(str(folder))
    return changes


def _sort(
    file: IncomingFile,
    done: FileDone | None,
    lost: dict[tuple[int, str], list[str]],
    changes: Changes,
    how: tuple[Wanted, int],
) -> None:
    wanted, limit_mb = how
    size = size_of(file, limit_mb)
    if done is not None and (done.size != size or done.reader != READER or wanted.again(file.key)):
        changes.to_read.append(file)
    elif done is not None:
        same = sha256_of(file) == done.sha256
        (changes.unchanged if same else changes.to_read).append(file)
    elif any(known_size == size for known_size, _ in lost) and (old := lost.get((size, sha256_of(file)))):
        changes.moved.append((old.pop(0), file))
        if not old:
            del lost[(size, sha256_of(file))]
    else:
        changes.to_read.append(file)


def _by_digest(keys: Iterable[str], done: Mapping[str, FileDone]) -> dict[tuple[int, str], list[str]]:
    found: dict[tuple[int, str], list[str]] = {}
    for key in keys:
        if key in done and done[key].reader == READER:
            found.setdefault((done[key].size, done[key].sha256), []).append(key)
    return found


def _under(key: str, roots: Iterable[str]) -> bool:
    return any(key == root or key.startswith(root.rstrip("/") + "/") for root in roots)


def _holds_files(folder: Path) -> bool:
    try:
        return any(not entry.name.startswith((".", "~$")) for entry in folder.iterdir())
    except OSError:
        return False
