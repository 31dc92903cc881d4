"""The outlines of three samples, read against their sources and kept: a line a unit, with its address, label and first words.

To renew them after a change that is meant, run `python -m tests.test_snapshots` and read what has changed before keeping it.
"""

from pathlib import Path

import pytest

from corpus.document import Outline
from ingest.job import IncomingFile, document_of

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples" / "dossier"
SNAPSHOTS = Path(__file__).parent / "snapshots"
NAMES = ("18-2024-qd-ubnd.docx", "25-2022-qd-ubnd.en.docx", "187-bc-tu-2023.pdf")


def shown(name: str) -> str:
    """The outline as text, indented by depth."""
    path = SAMPLES / name
    document = document_of(IncomingFile(path, name, name), path.read_bytes(), "0").document
    units = Outline(document.provisions)
    lines = []
    for unit in units:
        depth = sum(1 for _ in units.above(unit)) - 1
        first = document.text[unit.start : unit.end].split("\n")[0][:40].rstrip()
        lines.append(f"{'  ' * depth}{unit.address} [{unit.label}] {first}".rstrip())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_is_the_one_that_was_read(name: str) -> None:
    assert shown(name) == (SNAPSHOTS / f"{name}.outline.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in NAMES:
        (SNAPSHOTS / f"{each}.outline.txt").write_text(shown(each), encoding="utf-8")
