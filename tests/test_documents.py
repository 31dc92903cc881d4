"""What must hold of every document: offsets into one text, nested units, passages that tile it. On all samples."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Identity, Outline, Source
from corpus.passage import Passage
from corpus.sentences import statements
from ingest.clean import clean
from ingest.cut import LEAD, TARGET, cut
from ingest.job import IncomingFile, document_of
from ingest.lines import Line, Reading
from ingest.outline import outline

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples" / "dossier"
NAMES = sorted(p.name for p in SAMPLES.iterdir())
MARKED = {"part", "chapter", "section", "article", "clause", "subclause", "point", "roman", "annex", "form"}


@cache
def sample(name: str) -> tuple[Document, tuple[Passage, ...]]:
    path = SAMPLES / name
    new = document_of(IncomingFile(path, str(path), name), path.read_bytes(), "0")
    return new.document, tuple(new.passages)


def check_units(document: Document) -> None:
    units = Outline(document.provisions)
    assert len({u.address for u in units}) == len(units)
    for unit in units:
        assert 0 <= unit.start < unit.end <= len(document.text)
        text = document.text[unit.start : unit.end]
        assert text == text.strip()
        parent = units.get(unit.parent)
        assert (parent is None) == (unit.parent is None)
        if parent is not None:
            assert parent.start <= unit.start and unit.end <= parent.end
    for address in [None, *(u.address for u in units)]:
        for one, other in pairwise(units.children(address)):
            assert one.end <= other.start


def check_passages(document: Document, passages: tuple[Passage, ...]) -> None:
    text, end = document.text, 0
    units = Outline(document.provisions)
    for n, p in enumerate(passages):
        assert p.ordinal == n
        assert text[end : p.start].strip() == ""
        assert text[p.start : p.end] == text[p.start : p.end].strip() != ""
        assert p.address == "" or units.get(p.address) is not None
        assert p.page == document.page_at(p.start)
        assert p.end - p.start <= TARGET + LEAD or len(statements(text[p.start : p.end])) == 1
        end = p.end
    assert text[end:].strip() == ""


@pytest.mark.parametrize("name", NAMES)
def test_units_point_into_the_text_and_nest(name: str) -> None:
    document, _ = sample(name)
    check_units(document)


@pytest.mark.parametrize("name", NAMES)
def test_a_unit_begins_with_its_mark(name: str) -> None:
    document, _ = sample(name)
    for unit in document.provisions:
        text = document.text[unit.start : unit.end]
        if unit.kind in MARKED:
            mark = unit.label.rsplit(" ", 1)[-1].lower()
            assert mark in text.lower()[:20], (unit.address, text[:40])
        elif unit.kind in ("dash", "plus"):
            assert text[0] in "-–—•*+○"


@pytest.mark.parametrize("name", NAMES)
def test_passages_tile_the_text(name: str) -> None:
    check_passages(*sample(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_passage_lies_in_the_unit_that_it_names(name: str) -> None:
    document, passages = sample(name)
    units = Outline(document.provisions)
    for passage in passages:
        unit = units.get(passage.address)
        if unit is not None:
            assert unit.start < passage.end and passage.start < unit.end, passage.address


LINES = st.lists(
    st.sampled_from([
        "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "Điều 2. Đối tượng", "Điều 3", "1. Khoản một", "2. Khoản hai",
        "a) điểm", "b) điểm", "đ) điểm", "- gạch", "+ cộng", "I. MỤC", "II. MỤC", "1.1. Nhỏ", "PHỤ LỤC", "QUY CHẾ",
        "Nơi nhận:", "TM. ỦY BAN", "QUYẾT ĐỊNH", "“Điều 8a. Trích", "hết trích.”", "Câu dài. " * 150, "từ " * 700, "Một câu.",
    ]),
    max_size=25,
)  # fmt: skip


@given(LINES, st.lists(st.booleans(), max_size=25))
def test_units_and_passages_hold_for_any_order_of_lines(lines: list[str], rows: list[bool]) -> None:
    kinds = [*rows, *[False] * len(lines)]
    reading = Reading(
        tuple(Line(t, "row", cells=(t.strip(), "x")) if r else Line(t) for t, r in zip(lines, kinds, strict=False)),
        "text/plain",
    )
    cleaned = clean(reading)
    identity = Identity("tên", "vi")
    provisions = outline(cleaned, identity)
    document = Document(identity, cleaned.text, Source("k", "n", "0", 1, "text/plain"), cleaned.pages, provisions)
    check_units(document)
    check_passages(document, cut(document))


@pytest.mark.parametrize("name", NAMES)
def test_a_short_unit_is_never_cut_in_two(name: str) -> None:
    document, passages = sample(name)
    units = Outline(document.provisions)
    for unit in units:
        if unit.end - unit.start <= TARGET and not units.children(unit.address):
            touched = [p for p in passages if p.start < unit.end and unit.start < p.end]
            assert len(touched) == 1, unit.address
