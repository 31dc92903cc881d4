"""Names of files inside archives: made relative and harmless, each one once. Knows nothing of what is in the files."""

import re
import unicodedata

_NOISE_FOLDERS = {"__macosx", ".git", ".svn", "$recycle.bin", "system volume information"}
_NOISE_NAMES = {"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST = 200  # characters of one step of a path


def safe_path(path: str) -> str:
    """A relative path without "..", drive letters, backslashes and control characters; letters of any script stay."""
    steps: list[str] = []
    for step in _CONTROL.sub("", _even(path)).replace("\\", "/").split("/"):
        step = _DRIVE.sub("", step).strip()
        if step.strip(". ") == "":
            continue  # "", ".", "..": an archive leads nowhere but into itself
        steps.append(step if len(step) <= _LONGEST else _shortened(step))
    return "/".join(steps) or "unnamed"


def is_noise(path: str) -> bool:
    """Whether a member is no document of anybody: what a system leaves behind, lock files, hidden files, folders."""
    if path.endswith(("/", "\\")):
        return True
    steps = [s.lower() for s in path.replace("\\", "/").split("/") if s not in ("", ".", "..")]
    if not steps:
        return False
    hidden = any(s.startswith(".") and s.strip(".") for s in steps)
    return (
        hidden or steps[-1] in _NOISE_NAMES or steps[-1].startswith("~$") or not _NOISE_FOLDERS.isdisjoint(steps[:-1])
    )


def legacy_name(raw: bytes) -> str:
    """A name whose encoding the archive does not tell: UTF-8 if it is, else as Vietnamese Windows or DOS wrote."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    viet = _even(raw.decode("cp1258", errors="replace"))
    if "\ufffd" not in viet and sum(map(_is_vietnamese, viet)) >= 1:
        return viet
    return raw.decode("cp437")


class Names:
    """Gives a second file of the same path another name, so that both are kept."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def unique(self, path: str) -> str:
        """The path, with " (2)" before its suffix if it has been there."""
        found, number = path, 1
        while found in self._seen:
            number += 1
            stem, dot, suffix = path.rpartition(".")
            found = f"{stem} ({number}).{suffix}" if dot and "/" not in suffix else f"{path} ({number})"
        self._seen.add(found)
        return found


def _even(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _shortened(step: str) -> str:
    stem, dot, suffix = step.rpartition(".")
    return f"{stem[: _LONGEST - 20]}….{suffix[:10]}" if dot else f"{step[:_LONGEST]}…"


def _is_vietnamese(letter: str) -> bool:
    return letter in "ăâđêôơưĂÂĐÊÔƠƯ" or "\u1ea0" <= letter <= "\u1ef9"
