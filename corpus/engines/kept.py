"""Where exported models are kept, and making them there once, whoever asks first. Loads neither model nor engine.

An export is made aside and moved into its place whole; who finds a place damaged, or of another version, makes it anew.
"""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock

from corpus.engines.aside import made_aside
from corpus.engines.engine import UnfitError
from corpus.engines.outcome import Outcome, openvino_version, read_outcome, weights_mark, write_outcome
from corpus.engines.shape import Shape

_ERROR = re.compile(r"[\w.]+(?:Error|Exception)\b")  # the line of a trace that says what it was
_SECONDS = 1800.0  # for the export of a large model on a slow machine


def cache_folder() -> Path | None:
    """The user's folder for what can be made again; None where the user has no home."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return None if cache.startswith("~") else Path(cache) / "vanban" / "engines"


def exported(folder: Path, shape: Shape, roots: Sequence[Path], *, anew: bool = False) -> tuple[Path, Outcome]:
    """The place of the model's export and what was chosen for it.

    Made now where it is missing, damaged or of another version, or if it is to be made `anew`. Raises UnfitError.
    """
    installed = openvino_version()
    if installed is None:
        raise UnfitError("openvino is not installed")
    mark = weights_mark(shape.transformer)
    places = [root / f"{mark}-openvino-{installed}" for root in roots]
    for place in places if not anew else ():
        outcome = read_outcome(place, mark)
        if outcome is not None:
            return place, outcome
    reason = "no folder for it"
    for place in places:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{place}.lock"):  # another process may be making the same
                outcome = None if anew else read_outcome(place, mark)
                return place, outcome or _make(folder, place, mark)
        except OSError as error:
            reason = f"{place.parent}: {error.strerror or error}"
    raise UnfitError(f"the export cannot be kept: {reason}")


def _make(folder: Path, place: Path, mark: str) -> Outcome:
    with made_aside(place) as aside:
        said = _export(folder, aside)
        outcome = read_outcome(aside, mark)
        if outcome is None:  # it failed: remembered, so that not every start tries again
            outcome = Outcome("torch", "float32", None, openvino_version() or "", mark, reason=said)
            write_outcome(aside, outcome)
    return outcome


def _export(folder: Path, aside: Path) -> str:
    """Runs the export; gives the last thing it said."""
    command = [sys.executable, "-m", "corpus.engines.export", str(folder.absolute()), str(aside.absolute())]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, capture_output=True, text=True, env=environment, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise UnfitError("the export took too long") from None
    if done.returncode < 0:
        raise UnfitError(f"the export was ended by signal {-done.returncode}")  # no trait of the model: not remembered
    errors = [line for line in done.stderr.splitlines() if _ERROR.match(line)]
    return errors[-1] if errors else f"the export ended with {done.returncode}"
