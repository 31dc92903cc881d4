"""Where indexes are kept between runs of fitting: embedding the sets is nearly all of the time."""

import tempfile
from pathlib import Path


def kept_index(name: str) -> Path:
    """The folder of one index."""
    return Path(tempfile.gettempdir()) / "vanban-fit" / name
