"""What was chosen for a model on this machine, as it lies beside the exported file. Loads neither model nor engine."""

import hashlib
import json
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FORMAT = 1  # of the export and of this file: a change of either makes all exports anew
MODEL, WEIGHTS, NAME = "model.xml", "model.bin", "outcome.json"

_BLOCK, _BLOCKS = 16_384, 64


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which engine runs the model: "openvino", "torch", or "sentence-transformers" where only that gives its vectors.

    `asked` is the precision asked of OpenVINO, "" for its own choice, which is `precision`; `cosine` the least to the
    original; `reason` says why it is not the fastest engine.
    """

    engine: str
    precision: str
    cosine: float | None
    version: str
    mark: str
    asked: str = ""
    reason: str = ""
    digests: tuple[str, ...] = ()
    format: int = FORMAT


def openvino_version() -> str | None:
    """The installed version, or None; imports nothing."""
    try:
        return version("openvino")
    except PackageNotFoundError:
        return None


def weights_mark(folder: Path) -> str:
    """Tells one transformer's content from another's: its settings, and blocks spread over its weights.

    Training changes all of the weights, so that no file need be read whole.
    """
    digest = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        if file.is_file() and (file.name == "config.json" or file.suffix in {".safetensors", ".bin"}):
            size = file.stat().st_size
            digest.update(f"{file.name}:{size}".encode())
            with file.open("rb") as stream:
                for n in range(_BLOCKS if size > _BLOCK * _BLOCKS else 1):
                    stream.seek(n * (size - _BLOCK) // (_BLOCKS - 1) if n else 0)
                    digest.update(stream.read(_BLOCK if size > _BLOCK * _BLOCKS else size))
    return digest.hexdigest()[:16]


def digests(place: Path) -> tuple[str, ...]:
    """Of the exported files."""
    found = []
    for name in (MODEL, WEIGHTS):
        with (place / name).open("rb") as stream:
            found.append(hashlib.file_digest(stream, "sha256").hexdigest())
    return tuple(found)


def write_outcome(place: Path, outcome: Outcome) -> None:
    """Beside the export; `place` is not yet where anybody looks."""
    (place / NAME).write_text(json.dumps(asdict(outcome), indent=1, ensure_ascii=False), encoding="utf-8")


def read_outcome(place: Path, mark: str) -> Outcome | None:
    """What was chosen, if it is for this model and these versions and its files are whole."""
    try:
        said = json.loads((place / NAME).read_text(encoding="utf-8"))
        outcome = Outcome(**{**said, "digests": tuple(said["digests"])})
        whole = outcome.engine != "openvino" or outcome.digests == digests(place)
    except (OSError, ValueError, TypeError, KeyError):
        return None  # not there, damaged, or written by a version with other fields
    known = (outcome.format, outcome.version, outcome.mark) == (FORMAT, openvino_version(), mark)
    return outcome if known and whole else None
