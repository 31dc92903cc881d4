"""What the ingestion hands to the corpus: documents ready to be stored, and the files that are done with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.passage import Passage
from corpus.registers import Registers
from corpus.relations import Statements


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document ready to be stored, cut to passages; its original as bytes or as a file that may be moved.

    `extractor` and `relater` are the versions of the rules that made the registers and read what it states of others, 0
    where none has.
    """

    document: Document
    passages: Sequence[Passage]
    original: bytes | Path
    registers: Registers = Registers()
    extractor: int = 0
    statements: Statements = Statements()
    relater: int = 0


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file that need not be read again as long as its content and the reader's version stay the same.

    Archives and messages are files too; a file inside one has the key "ARCHIVE!/PATH".
    """

    key: str
    sha256: str
    size: int
    reader: int


INSIDE = "!/"


def is_inside(key: str, container: str) -> bool:
    """Whether a key is that of a file inside an archive or message, at any depth."""
    return key.startswith(container + INSIDE)


def containers(key: str) -> list[str]:
    """The keys of the archives and messages that a file lies in, outermost first."""
    parts = key.split(INSIDE)
    return [INSIDE.join(parts[:n]) for n in range(1, len(parts))]
