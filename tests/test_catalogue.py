"""The catalogue's format: the migrations make what the schema says, and a newer or foreign folder is refused, not harmed."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from corpus import migrations, schema
from corpus.corpus import Corpus
from corpus.errors import NotFoundError, SettingsError, VanbanError
from corpus.library import Library
from corpus.passage import PassageKey, Window
from corpus.settings import read_settings
from tests.conftest import OpenCorpus


def test_the_migrations_make_what_the_schema_says(tmp_path: Path) -> None:
    Library(tmp_path).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'catalogue.db'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
        assert context.get_current_revision() == migrations.HEAD
    engine.dispose()


def set_version(folder: Path, version: str) -> None:
    connection = sqlite3.connect(folder / "catalogue.db")
    connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.commit()
    connection.close()


def test_a_folder_of_the_second_format_keeps_its_texts_and_windows(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'catalogue.db'}")
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.exec_driver_sql("INSERT INTO notes VALUES ('model', 'abc')")
        values: dict[str, object] = {c.name: 0 for c in schema.revisions.c if not c.nullable}
        values |= {"id": 7, "state": "live", "added": "2026-01-01 00:00:00", "window_count": 2}
        values |= {"text": "Điều 1. Phạm vi", "pages": '[{"number": 1, "start": 0, "end": 15}]', "sketch": b"x"}
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        connection.exec_driver_sql(f"INSERT INTO revisions ({names}) VALUES ({marks})", tuple(values.values()))
        connection.exec_driver_sql("INSERT INTO windows VALUES (7, 0, 0, 1, 5), (7, 0, 1, 6, 9)")
    engine.dispose()

    library = Library(tmp_path)
    assert library.windows_of(7) == [Window(0, 0, 1, 5), Window(0, 1, 6, 9)] == library.windows_of(7, "abc")
    assert library.windows_of(7, "another") == [] and library.window_spans(7, [0]) == {(0, 0): (1, 5), (0, 1): (6, 9)}
    assert library.text(7) == "Điều 1. Phạm vi" and [p.number for p in library.pages(7)] == [1]
    assert library.without_codes("abc") == [7] and library.token_codes([PassageKey(7, 0)]) == {}
    library.close()


def test_a_folder_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    Library(tmp_path).close()
    set_version(tmp_path, "9999")
    before = (tmp_path / "catalogue.db").read_bytes()
    with pytest.raises(SettingsError) as caught:
        Library(tmp_path)
    assert caught.value.code == "data-newer"
    assert all(word in caught.value.text("vi") for word in ("9999", migrations.HEAD, str(tmp_path)))
    assert (tmp_path / "catalogue.db").read_bytes() == before
    set_version(tmp_path, migrations.HEAD)
    Library(tmp_path).close()


def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    (tmp_path / "catalogue.db").write_bytes(b"not a database at all, but long enough to be read as one" * 40)
    with pytest.raises(SettingsError) as caught:
        Library(tmp_path)
    assert caught.value.code == "data-unusable"


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(SettingsError) as caught:
        Corpus(read_settings(tmp_path / "data"))
    assert caught.value.code == "data-unusable"


def test_what_is_stored_comes_back_as_it_was(few_data: Path, open_corpus: OpenCorpus) -> None:
    library = open_corpus(few_data).library
    entry = library.entry("18-2024-qd-ubnd")
    assert (entry.identity.number, entry.identity.type) == ("18/2024/QĐ-UBND", "decision")
    assert (entry.identity.issued, entry.identity.language) == (date(2024, 5, 10), "vi")
    text, outline = library.text(entry.revision), library.outline(entry.revision)
    article = outline.get("d1.k2")
    assert article is not None and text[article.start : article.end].startswith("2. Bổ sung Điều 8a")
    assert outline.path("d1.k2") == "Điều 1, khoản 2"
    assert len(library.passages_of(entry.revision)) == entry.passages
    assert len(library.windows_of(entry.revision)) == entry.windows


def test_a_pdf_comes_back_with_its_pages(few_data: Path, open_corpus: OpenCorpus) -> None:
    library = open_corpus(few_data).library
    (entry,) = [e for e in library.entries() if e.source.media_type == "application/pdf"]
    pages = library.pages(entry.revision)
    assert [p.number for p in pages] == list(range(1, len(pages) + 1)) and len(pages) > 1
    assert pages[-1].end == len(library.text(entry.revision))
    assert {p.page for p in library.passages_of(entry.revision)} <= {p.number for p in pages}


def test_an_unknown_document_is_said(few_data: Path, open_corpus: OpenCorpus) -> None:
    with pytest.raises(NotFoundError) as caught:
        open_corpus(few_data).library.entry("khong-co")
    assert isinstance(caught.value, VanbanError) and "khong-co" in caught.value.text("vi")


def test_the_version_tells_of_every_change(few_copy: Path, open_corpus: OpenCorpus) -> None:
    corpus, reader = open_corpus(few_copy), open_corpus(few_copy)
    before = reader.library.version()
    assert reader.library.version() == before
    with corpus.writing():
        corpus.remove("18-2024-qd-ubnd")
    assert reader.library.version() != before
