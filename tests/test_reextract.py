"""What an older version extracted is extracted anew from what is stored: by the next run, or by the doctor, without a model."""

from pathlib import Path
from typing import NoReturn

import pytest

from corpus.corpus import Corpus
from corpus.document import Document
from corpus.registers import Duty, Registers, Span
from ingest import reextract as again
from ingest.extract import EXTRACTOR
from ingest.job import Progress, files_under, ingest
from ingest.reextract import reextract, stored_document
from tests.conftest import FEW, SAMPLES, OpenCorpus


def whole_text(document: Document) -> Registers:
    span = Span(0, len(document.text))
    return Registers(duties=(Duty(span, document.provisions[0].address, "must", span),))


@pytest.fixture
def older(few_copy: Path, open_corpus: OpenCorpus, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """A folder whose registers are a version behind; its model may not be used."""

    class NoModel:
        def __getattr__(self, name: str) -> NoReturn:
            raise AssertionError(f"the model was asked for {name}")

    corpus = open_corpus(few_copy)
    corpus.embedding = NoModel()  # type: ignore[assignment]  # anything it is asked for fails the test
    monkeypatch.setattr(again, "EXTRACTOR", EXTRACTOR + 1)
    monkeypatch.setattr(again, "extract", whole_text)
    return corpus


def test_what_a_run_stores_is_noted_with_its_version(few_data: Path, open_corpus: OpenCorpus) -> None:
    library = open_corpus(few_data).library
    assert library.extracted_otherwise(EXTRACTOR) == []
    assert library.extracted_otherwise(EXTRACTOR + 1) == library.live()


def test_the_next_run_extracts_anew_and_embeds_nothing(older: Corpus) -> None:
    entries, ids = older.library.entries(), older.vectors.ids()
    told: list[Progress] = []
    with older.writing():
        summary = ingest(older, files_under([SAMPLES / name for name in FEW]), told.append)
    assert summary.extracted == len(FEW) == summary.unchanged and not summary.updated
    assert {t.name for t in told if t.step == "extracting"} == set(FEW)
    assert older.library.entries() == entries and older.vectors.ids() == ids
    for entry in entries:
        (duty,) = older.library.registers(entry.revision).duties
        assert duty.whole.of(older.library.text(entry.revision)) == older.library.text(entry.revision)
    with older.writing():
        assert ingest(older, files_under([SAMPLES / name for name in FEW])).extracted == 0


def test_the_stored_document_is_the_one_that_was_read(older: Corpus) -> None:
    for entry in older.library.entries():
        document = stored_document(older, entry)
        assert document.identity == entry.identity and document.source == entry.source
        assert [p.address for p in document.provisions] == [p.address for p in older.library.outline(entry.revision)]
        assert all(document.text[p.start : p.end].strip() for p in document.provisions)
        assert len(document.pages) == len(older.library.pages(entry.revision))


def test_the_doctor_tells_of_older_registers(older: Corpus) -> None:
    assert older.examine(EXTRACTOR).clean
    found = older.examine(EXTRACTOR + 1)
    assert found.registers_old == len(FEW) and not found.clean
    with older.writing():
        assert reextract(older) == len(FEW)
    assert older.examine(EXTRACTOR + 1).clean


def test_a_run_that_is_broken_off_goes_on_where_it_was(older: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def until_the_third(document: Document) -> Registers:
        seen.append(document.source.name)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return whole_text(document)

    monkeypatch.setattr(again, "extract", until_the_third)
    with older.writing(), pytest.raises(KeyboardInterrupt):
        reextract(older)
    monkeypatch.setattr(again, "extract", whole_text)
    with older.writing():
        assert reextract(older) == len(FEW) - 2


def test_nothing_is_stored_for_a_document_that_has_gone(older: Corpus) -> None:
    entry = older.library.entry("18-2024-qd-ubnd")
    text = older.library.text(entry.revision)
    older.library.retire(entry.id)
    registers = whole_text(
        Document(entry.identity, text, entry.source, provisions=tuple(older.library.outline(entry.revision)))
    )
    assert not older.library.replace_registers(entry.revision, text, registers, EXTRACTOR + 1)
    assert older.library.registers(entry.revision).duties != registers.duties
