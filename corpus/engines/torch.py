"""The model computed by torch, on the processor or a graphics card: runs everywhere, slower on a processor."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.engines.engine import Floats, Ids
from corpus.errors import UnavailableError

if TYPE_CHECKING:
    from transformers import PreTrainedModel


class TorchEngine:
    """A transformer folder, computed as it is."""

    name = "torch"
    streams = 1  # torch spreads one batch over the cores itself

    def __init__(self, folder: Path, device: str = "cpu") -> None:
        import torch

        self._torch, self._device = torch, device
        model: Any = load_transformer(folder)
        self._model = model.to(device)
        self.precision = f"{str(self._model.dtype).removeprefix('torch.')}, {device}"

    def run(self, ids: Ids, mask: Ids) -> Floats:
        """Token vectors of a padded batch."""
        torch = self._torch
        with torch.inference_mode():
            last = self._model(
                input_ids=torch.from_numpy(ids).to(self._device), attention_mask=torch.from_numpy(mask).to(self._device)
            ).last_hidden_state
            return np.asarray(last.float().cpu().numpy(), dtype=np.float32)

    def begin(self, ids: Ids, mask: Ids) -> Callable[[], Floats]:
        """A question is computed when it is called for: torch has no way to begin."""
        return lambda: self.run(ids, mask)


def load_transformer(folder: Path, attention: str | None = None) -> "PreTrainedModel":
    """The transformer of a folder, ready to compute; raises UnavailableError."""
    quiet_and_offline()
    from transformers import AutoModel

    try:
        model: PreTrainedModel = AutoModel.from_pretrained(
            str(folder), local_files_only=True, attn_implementation=attention
        )
    except (OSError, ValueError, KeyError) as error:  # what is missing or unknown in a model's folder
        raise UnavailableError("model-missing", model=str(folder)) from error
    model.train(False)
    return model


def quiet_and_offline() -> None:
    """Forbids the model libraries to look on a hub, and their progress bars."""
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")
    from transformers.utils import logging

    logging.disable_progress_bar()


def graphics_card() -> bool:
    """Whether torch finds one; torch, slow to load, is asked only where the machine has a driver."""
    if not Path("/proc/driver/nvidia/version").exists() and os.name == "posix":
        return False
    import torch

    return torch.cuda.is_available()
