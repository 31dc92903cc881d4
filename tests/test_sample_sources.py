"""What is read from a sample, in whatever format, is what its source says: every unit in order, its number, date and title."""

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.folding import fold
from corpus.identity import find_numbers
from corpus.samples import markup
from ingest.job import IncomingFile, document_of

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"
SOURCES = sorted((SAMPLES / "sources").glob("*.txt"))
UNITS = {"article", "clause", "point", "chapter", "annex", "promulgated", "h1", "h2", "h3"}
KINDS = {"article", "clause", "subclause", "point", "chapter", "annex", "enclosure", "roman", "part", "heading"}


def opened(source: markup.Source) -> Document:
    path = SAMPLES / "dossier" / source.file
    return document_of(IncomingFile(path, source.file, source.file), path.read_bytes(), "0").document


def first_words(text: str) -> str:
    return " ".join(text.split()[:5])


@pytest.mark.parametrize("file", SOURCES, ids=lambda f: f.stem)
def test_every_unit_of_the_source_is_found_in_order_and_no_other(file: Path) -> None:
    source = markup.read(file)
    document = opened(source)
    wanted = [first_words(b.text.split("\n")[0]) for b in source.blocks if b.mark in UNITS]
    found = [first_words(document.text[p.start : p.end].split("\n")[0]) for p in document.provisions if p.kind in KINDS]
    assert found == wanted


@pytest.mark.parametrize("file", SOURCES, ids=lambda f: f.stem)
def test_the_identity_is_the_one_in_the_head(file: Path) -> None:
    source = markup.read(file)
    identity = opened(source).identity
    assert identity.language == source.language
    assert identity.issued == source.date.date()
    numbers = find_numbers(source.number)
    assert identity.number_key == (numbers[0].key if numbers else None)
    assert fold(identity.issuer or "") == fold(source.issuer)
    if source.title:
        assert fold(source.title).startswith(fold(identity.title).rstrip("…")[:120])


@pytest.mark.parametrize("file", SOURCES, ids=lambda f: f.stem)
def test_no_word_of_the_body_is_lost(file: Path) -> None:
    source = markup.read(file)
    text = "".join(opened(source).text.split())
    for block in source.blocks:
        for part in block.parts:
            for line in part.split("\n"):
                for sentence in line.split(". "):
                    assert "".join(sentence.split())[:60] in text, sentence
