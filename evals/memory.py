"""How much memory a process holds, as the system tells. Imports nothing, so that asking costs nobody any."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Held:
    """MB in memory now: `own`, and that of mapped `files`, which the system may drop and read again."""

    own: float
    files: float

    @property
    def total(self) -> float:
        """Both."""
        return self.own + self.files


def peak_mb(process: str) -> float | None:
    """The most memory a process has held so far, in MB; None where the system does not tell."""
    # not getrusage(): its figure for a child begins with what the parent held when it was started
    return _read(process, "VmHWM")


def held_mb(process: str = "self") -> Held | None:
    """What a process holds now; None where the system does not tell."""
    own, files, shared = (_read(process, name) for name in ("RssAnon", "RssFile", "RssShmem"))
    return None if own is None or files is None else Held(own + (shared or 0.0), files)


def _read(process: str, name: str) -> float | None:
    status = Path("/proc") / process / "status"
    if not status.is_file():
        return None
    line = next((line for line in status.read_text().splitlines() if line.startswith(f"{name}:")), None)
    return int(line.split()[1]) / 1000 if line else None


def disk_mb(folder: Path) -> float:
    """What the files under a folder take, in MB."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6
