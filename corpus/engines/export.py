"""Makes a model's OpenVINO file and checks it against the original, in a process of its own:

    python -m corpus.engines.export FOLDER PLACE

so that what the conversion takes (torch, and memory twice over) is gone when it is done.
"""

import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.engines.check import LEAST, agreement
from corpus.engines.engine import Engine, Floats, UnfitError, unit
from corpus.engines.openvino import OpenVinoEngine, openvino_module
from corpus.engines.outcome import MODEL, Outcome, digests, openvino_version, weights_mark, write_outcome
from corpus.engines.plain import PlainEncoder
from corpus.engines.shape import Shape, read_shape
from corpus.engines.torch import TorchEngine, load_transformer
from corpus.engines.whole import load_whole

if TYPE_CHECKING:
    from collections.abc import Callable

_PRECISIONS = ("", "f32")  # OpenVINO's own choice for this processor first


def main(folder: Path, place: Path) -> None:
    """Converts, checks, and writes what came of it."""
    shape = read_shape(folder)
    if shape is None:
        raise SystemExit("not of the usual shape")
    convert(shape.transformer, place / MODEL)
    write_outcome(place, chosen(folder, shape, place))


def convert(transformer: Path, file: Path) -> None:
    """Writes the transformer's last layer as an OpenVINO model with all of its digits."""
    openvino = openvino_module()
    import torch

    # "eager" attention always uses the mask that it is given; what is traced must do so too
    model = load_transformer(transformer, attention="eager")

    class LastLayer(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            last: torch.Tensor = self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            return last

    ids, mask = torch.ones((2, 16), dtype=torch.long), torch.ones((2, 16), dtype=torch.long)
    mask[1, 9:] = 0
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the tracing takes for constant is seen by the check
        converted = openvino.convert_model(LastLayer(), example_input=(ids, mask))
    openvino.save_model(converted, str(file), compress_to_fp16=False)


def chosen(folder: Path, shape: Shape, place: Path) -> Outcome:
    """The fastest engine that gives the original's vectors."""
    version, mark = openvino_version() or "", weights_mark(shape.transformer)
    original = _original(folder, shape)
    reasons: list[str] = []
    for asked in _PRECISIONS:
        try:
            engine: Engine = OpenVinoEngine(place / MODEL, asked)
            cosine = agreement(PlainEncoder(shape, engine), original)
        except (UnfitError, RuntimeError) as error:  # what OpenVINO cannot compute, it says as a RuntimeError
            reasons.append(str(error))
            continue
        if cosine >= LEAST:
            return Outcome("openvino", engine.precision, cosine, version, mark, asked, "", digests(place))
        reasons.append(f"openvino {engine.precision}: cosine {cosine:.4f}")
    engine = TorchEngine(shape.transformer)
    cosine = agreement(PlainEncoder(shape, engine), original)
    name = "torch" if cosine >= LEAST else "sentence-transformers"
    return Outcome(name, engine.precision, cosine, version, mark, reason="; ".join(reasons))


def _original(folder: Path, shape: Shape) -> "Callable[[Sequence[str]], Floats]":
    model = load_whole(folder)
    return lambda texts: unit(model.encode(list(texts), prompt=shape.prompts.passage, show_progress_bar=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
