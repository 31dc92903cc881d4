"""The families in a real catalogue: arriving in any order, put together as by hand; bad input found and nothing else."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant.wording_on import consolidated_text
from corpus.corpus import free_id
from corpus.incoming import NewDocument
from corpus.library import Library
from evals.families import FAMILIES, HELD_OUT, Family, read_families
from evals.wordings import BAD, Looked, compare, found_in, read_expected
from ingest.reading import document_of

ORDERS = 20


def read(family: Family) -> list[NewDocument]:
    """The family's documents, ready to be stored."""
    return [document_of(f, f.path.read_bytes(), f.name) for f in family.files]


def arrived(folder: Path, documents: Sequence[NewDocument]) -> Library:
    """A catalogue into which documents came one after the other, each in a commit of its own."""
    folder.mkdir(exist_ok=True)
    library = Library(folder)
    for new in documents:
        id = free_id(new.document, library.ids())
        library.publish([library.write_pending(id, new, [], model="none", collection="default")])
    return library


def told(library: Library) -> dict[str, object]:
    """All that is known of a family: who says what of whom, what held when, what is wrong, every wording of every day."""
    entries = {Path(e.source.name).stem: e for e in library.entries()}
    names = {e.id: stem for stem, e in entries.items()}
    days = {i.first for e in entries.values() for i in library.intervals(e.revision) if i.first}
    return {
        stem: (
            [(x.relation, x.target and names[x.target.id]) for x in library.stated_by(e.revision)],
            library.intervals(e.revision),
            sorted(library.findings(e.revision), key=repr),
            sorted(names[d.id] for d in library.family(e.revision).documents),
            [consolidated_text(e, day, library) for day in sorted({*days, date(2030, 1, 1)})],
        )
        for stem, e in entries.items()
    }


@pytest.fixture(params=[*read_families(FAMILIES), *read_families(HELD_OUT)], ids=lambda family: family.name)
def family(request: pytest.FixtureRequest) -> Family:
    """A family."""
    given: Family = request.param
    return given


@pytest.mark.parametrize("name", ["training-swap", "emulation-circulars"])
def test_twenty_orders_of_arrival_leave_no_trace(name: str, tmp_path: Path) -> None:
    documents = read(Family(FAMILIES / name))
    chance = random.Random(20)
    first = arrived(tmp_path / "first", documents)
    expected = told(first)
    for n in range(ORDERS):
        order = chance.sample(documents, len(documents))
        library = arrived(tmp_path / str(n), order)
        assert told(library) == expected, [new.document.identity.number for new in order]
        library.close()
    first.close()


def test_wordings_are_those_put_together_by_hand(family: Family, tmp_path: Path) -> None:
    library = arrived(tmp_path, read(family))
    for compared in compare(library, [family]):
        assert not compared.differing, compared.document
    library.close()


@pytest.fixture(params=read_families(BAD), ids=lambda family: family.name)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Family, Library]]:
    """A family with bad input, and a catalogue that holds it."""
    library = arrived(tmp_path, read(request.param))
    yield request.param, library
    library.close()


def test_bad_input_is_found_and_nothing_else(bad: tuple[Family, Library]) -> None:
    family, library = bad
    looked = Looked(family.name, tuple(read_expected(family)), tuple(found_in(library)))
    assert looked.expected and not looked.missed and not looked.too_much
