"""What a sentence-transformers folder says of itself: whether it is of the usual shape, and how it is used.

The usual shape is a transformer, mean or first-token pooling, and perhaps a normalisation. Loads no model.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

Pooling = Literal["mean", "cls"]

_PASSAGE = ("document", "passage", "corpus")  # the names under which sentence-transformers looks, in its order
_POOLING = {"pooling_mode_mean_tokens": "mean", "pooling_mode_cls_token": "cls"}
# what the transformer module may say of itself and still be run as `last_hidden_state` of the plain model
_TRANSFORMER: dict[str, object] = {
    "do_lower_case": False,
    "transformer_task": "feature-extraction",
    "modality_config": {"text": {"method": "forward", "method_output_name": "last_hidden_state"}},
    "module_output_name": "token_embeddings",
}


@dataclass(frozen=True, slots=True)
class Prompts:
    """What is put before a question and before a passage."""

    question: str = ""
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A model of the usual shape: where its transformer lies, how its tokens are pooled, how many it sees."""

    transformer: Path
    pooling: Pooling
    length: int
    pad: int
    prompts: Prompts


def read_shape(folder: Path) -> Shape | None:
    """The model's shape, or None where it is not a usual one and sentence-transformers must run it whole."""
    modules = _read(folder / "modules.json")
    if not isinstance(modules, list):
        return None
    kinds = [str(m.get("type", "")).rpartition(".")[2] for m in modules]
    if kinds not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        return None
    transformer = folder / str(modules[0].get("path", ""))
    pooling, length = _pooling(folder / str(modules[1].get("path", ""))), _length(transformer)
    if pooling is None or length is None or not (transformer / "tokenizer.json").is_file():
        return None
    pad = _settings(transformer / "config.json").get("pad_token_id") or 0
    return Shape(transformer, pooling, length, int(pad), read_prompts(folder))


def read_prompts(folder: Path) -> Prompts:
    """The prompts that the model was trained with, where its folder names any."""
    config = _settings(folder / "config_sentence_transformers.json")
    prompts = config.get("prompts") or {}
    usual = prompts.get(config.get("default_prompt_name") or "", "")
    passage = next((prompts[name] for name in _PASSAGE if name in prompts), usual)
    return Prompts(str(prompts.get("query", usual)), str(passage))


def _pooling(folder: Path) -> Pooling | None:
    config = _settings(folder / "config.json")
    mode = config.get("pooling_mode")
    if mode is None:
        on = [name for name, value in config.items() if name.startswith("pooling_mode_") and value]
        mode = _POOLING.get(on[0]) if len(on) == 1 else None
    if mode not in ("mean", "cls") or not config.get("include_prompt", True):
        return None
    return cast(Pooling, mode)


def _length(folder: Path) -> int | None:
    transformer = _settings(folder / "sentence_bert_config.json")
    if any(transformer.get(key, usual) != usual for key, usual in _TRANSFORMER.items()):
        return None
    if transformer.keys() - _TRANSFORMER.keys() - {"max_seq_length"}:
        return None
    longest = _settings(folder / "config.json").get("max_position_embeddings")
    said = transformer.get("max_seq_length") or _settings(folder / "tokenizer_config.json").get("model_max_length")
    lengths = [int(n) for n in (said, longest) if isinstance(n, int | float) and 2 < n < 1_000_000]
    return min(lengths, default=None) if said else None


def _settings(file: Path) -> dict[str, Any]:
    found = _read(file)
    return found if isinstance(found, dict) else {}


def _read(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
