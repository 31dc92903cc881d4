"""The files that documents were read from, kept as they were under their SHA-256. Knows nothing of documents."""

from pathlib import Path

from corpus.errors import SettingsError


class Originals:
    """The originals of one data folder."""

    def __init__(self, data: Path) -> None:
        self._folder = data / "originals"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError("data-unusable", data=data, reason=error.strerror or str(error)) from error

    def path(self, sha256: str) -> Path:
        """Where a file lies, or would."""
        return self._folder / sha256[:2] / sha256

    def keep(self, sha256: str, size: int, original: bytes | Path) -> None:
        """Stores a file whole or not at all; one given by path is moved."""
        target = self.path(sha256)
        if target.is_file() and target.stat().st_size == size:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(original, Path):
            original.replace(target)
            return
        partial = target.with_suffix(".part")
        partial.write_bytes(original)
        partial.replace(target)

    def forget(self, sha256: str) -> None:
        """Removes a file; one that is not there is no error."""
        self.path(sha256).unlink(missing_ok=True)
