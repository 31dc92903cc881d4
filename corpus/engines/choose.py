"""Which engine runs the model here: the fastest that gives the original's vectors, or the one asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.engines.engine import Encoder, Engine, UnfitError
from corpus.engines.kept import cache_folder, exported
from corpus.engines.outcome import MODEL, Outcome
from corpus.engines.shape import Shape, read_shape
from corpus.errors import UnavailableError

_UNUSUAL = "not a transformer with mean or first-token pooling alone"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the settings ask for; `roots` are the folders that exports may be kept in, the first that works is taken."""

    engine: Literal["auto", "openvino", "torch"] = "auto"
    device: Literal["auto", "cpu", "cuda"] = "cpu"
    roots: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What runs the model; `cosine` is the least to the original where it was checked, `reason` why nothing faster."""

    engine: str
    precision: str
    cosine: float | None = None
    reason: str = ""


def open_encoder(folder: Path, wanted: Wanted) -> tuple[Encoder, Choice]:
    """The model, ready to embed; raises UnavailableError if it cannot be run, or not as asked."""
    device = _device(wanted.device)
    shape = read_shape(folder)
    if shape is None:
        _refuse_if(wanted.engine == "openvino", _UNUSUAL)
        return _whole(folder, device, _UNUSUAL)
    if wanted.engine == "torch" or device != "cpu":
        return _torch(shape, device, "")
    engine, outcome = _fastest(folder, shape, wanted.roots or (*filter(None, [cache_folder()]),))
    if engine is not None:
        return _plain(shape, engine), Choice(engine.name, engine.precision, outcome.cosine)
    _refuse_if(wanted.engine == "openvino", outcome.reason)
    if outcome.engine == "torch":
        return _torch(shape, device, outcome.reason)
    return _whole(folder, device, outcome.reason)


def _fastest(folder: Path, shape: Shape, roots: Sequence[Path]) -> tuple[Engine | None, Outcome]:
    from corpus.engines.openvino import OpenVinoEngine

    try:
        for anew in (False, True):
            place, outcome = exported(folder, shape, roots, anew=anew)
            if outcome.engine != "openvino":
                return None, outcome
            engine = OpenVinoEngine(place / MODEL, outcome.asked)
            if engine.precision == outcome.precision:
                return engine, outcome
            # else it was checked on another processor
        reason = f"openvino: {engine.precision} where {outcome.precision} was checked"
    except UnfitError as error:
        reason = str(error)
    return None, Outcome("torch", "", None, "", "", reason=reason)


def _plain(shape: Shape, engine: Engine) -> Encoder:
    from corpus.engines.plain import PlainEncoder

    return PlainEncoder(shape, engine)


def _torch(shape: Shape, device: str, reason: str) -> tuple[Encoder, Choice]:
    from corpus.engines.torch import TorchEngine

    engine = TorchEngine(shape.transformer, device)
    return _plain(shape, engine), Choice(engine.name, engine.precision, reason=reason)


def _whole(folder: Path, device: str, reason: str) -> tuple[Encoder, Choice]:
    from corpus.engines.whole import WholeEncoder

    return WholeEncoder(folder, device), Choice("sentence-transformers", f"float32, {device}", reason=reason)


def _device(wanted: str) -> str:
    if wanted == "cpu":
        return "cpu"
    from corpus.engines.torch import graphics_card

    found = graphics_card()
    if wanted == "cuda" and not found:
        raise UnavailableError("engine-failed", engine="cuda", reason="no graphics card that torch can use")
    return "cuda" if found else "cpu"


def _refuse_if(refused: bool, reason: str) -> None:
    if refused:
        raise UnavailableError("engine-failed", engine="openvino", reason=reason)
