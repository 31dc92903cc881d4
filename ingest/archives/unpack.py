"""Files inside files: archives and the attachments of messages, one member at a time.

Never believes what an archive says of itself: what is unpacked is counted as it comes. Nothing is written to a disk.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import FileError
from ingest import formats
from ingest.archives.member_names import Names, is_noise, safe_path
from ingest.lines import Allowed, Member

CHUNK = 1 << 16
_RATIO = 400  # text packs 5 to 20 times, the emptiest office file 100 times: beyond this it is a bomb
_RATIO_FROM = 20_000_000  # bytes unpacked, before which no ratio is held against a member


@dataclass(slots=True)
class Budget:
    """What may still be unpacked; handed down to archives inside archives, it bounds them all together."""

    bytes: int
    members: int
    limit_mb: int
    limit_members: int

    @classmethod
    def of(cls, allowed: Allowed) -> "Budget":
        """The whole budget of one file."""
        return cls(allowed.unpacked_mb * 1_000_000, allowed.members, allowed.unpacked_mb, allowed.members)

    def count(self, name: str) -> None:
        """Takes one member off; raises FileError when there are too many."""
        self.members -= 1
        if self.members < 0:
            raise FileError("archive-too-many", name=name, limit=self.limit_members)

    def spend(self, name: str, size: int) -> None:
        """Takes unpacked bytes off; raises FileError when they are too many."""
        self.bytes -= size
        if self.bytes < 0:
            raise too_large(name, self.limit_mb)


def too_large(name: str, limit_mb: int) -> FileError:
    """The error for an archive that would unpack to more than is allowed."""
    return FileError("archive-too-large", name=name, limit_mb=limit_mb)


def swollen(packed: int, unpacked: int) -> bool:
    """Whether a member has unpacked to so many times its size that it is a bomb."""
    return unpacked > _RATIO_FROM and unpacked > packed * _RATIO


def is_archive(content: bytes) -> bool:
    """Whether these bytes are nothing but a box of files (Office files, which are ZIP inside, are not)."""
    return formats.kind_of(content) in ("zip", "tar", "compressed")


def has_attachments(content: bytes) -> bool:
    """Whether these bytes are a message, which may carry files besides its own text."""
    return formats.kind_of(content) == "mail"


def members(name: str, content: bytes, allowed: Allowed, budget: Budget | None = None) -> Iterator[Member | FileError]:
    """The files inside, in their order; a damaged or locked one comes as its error and the others go on.

    Raises FileError where the whole must stop: broken, too large, too many. An archive inside is a member like any
    other: the caller opens it, with the same budget.
    """
    budget = budget or Budget.of(allowed)
    names = Names()
    for path, found in _inside(name, content, allowed, budget):
        if is_noise(path):
            continue
        budget.count(name)
        path = names.unique(safe_path(path))
        if isinstance(found, FileError):
            yield FileError(found.code, **{**found.facts, "name": path})
        else:
            yield Member(path, found)


def _inside(name: str, content: bytes, allowed: Allowed, budget: Budget) -> Iterator[tuple[str, bytes | FileError]]:
    match formats.kind_of(content):
        case "zip":
            from ingest.archives.unpack_zip import files_of_zip

            return files_of_zip(name, content, allowed, budget)
        case "tar" | "compressed":
            from ingest.archives.unpack_tar import files_of_tar

            return files_of_tar(name, content, budget)
        case "mail":
            from ingest.archives.mail_parts import attachments

            return attachments(name, content, budget)
        case _:
            return iter(())
