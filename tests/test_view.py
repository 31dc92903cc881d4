"""What a search holds of the catalogue follows every change, and reads no more anew than has changed."""

from pathlib import Path

import pytest

from assistant.search import Search, View
from corpus.corpus import Corpus
from ingest.files import files_under
from ingest.job import ingest
from tests.conftest import OpenCorpus


def add(corpus: Corpus, file: Path) -> None:
    with corpus.writing():
        summary = ingest(corpus, files_under([file]))
    assert summary.added and not summary.set_aside


def as_read_anew(corpus: Corpus) -> View:
    library = corpus.library
    return View(library.version(), library.entries(), library.all_links())


def assert_same(seen: View, anew: View) -> None:
    assert list(seen.entries) == list(anew.entries) and seen.entries == anew.entries
    live = set(anew.entries)
    assert {r: dict(o) for r, o in seen.links.items() if r in live} == {
        r: dict(o) for r, o in anew.links.items() if r in live
    }
    assert (seen.version, seen.passages) == (anew.version, anew.passages)


def test_documents_come_and_go_with_their_links(few_copy: Path, tmp_path: Path, open_corpus: OpenCorpus) -> None:
    writer, search = open_corpus(few_copy), Search(open_corpus(few_copy))
    before = search.view
    assert search.view is before  # nothing has happened
    first = next(e for e in before.entries.values() if e.identity.number)
    text = writer.library.text(first.revision)
    copy = tmp_path / "copy.txt"
    copy.write_text(text, encoding="utf-8")
    add(writer, copy)
    seen = search.view
    assert len(seen.entries) == len(before.entries) + 1
    assert any(first.revision in others for r, others in seen.links.items() if r not in before.entries)
    assert first.revision in seen.links and first.revision not in before.links
    assert seen.entries[first.revision] is before.entries[first.revision]  # not read again
    assert_same(seen, as_read_anew(writer))
    with writer.writing():
        writer.remove(first.id)
    assert first.revision not in search.view.entries
    assert_same(search.view, as_read_anew(writer))


def test_a_moved_file_is_named_as_it_is_now(few_copy: Path, open_corpus: OpenCorpus) -> None:
    writer, search = open_corpus(few_copy), Search(open_corpus(few_copy))
    entry = next(iter(search.view.entries.values()))
    with writer.writing():
        writer.library.move(entry.source.key, "/elsewhere/new.docx", "new.docx")
    assert search.view.entries[entry.revision].source.name == "new.docx"


def test_others_changes_are_noticed_and_ones_own_peace_too(few_copy: Path, open_corpus: OpenCorpus) -> None:
    reader, writer = open_corpus(few_copy).library, open_corpus(few_copy).library
    at_first = reader.changes()
    assert reader.entries() and reader.changes() == at_first
    writer.set_note("test", "1")
    assert reader.changes() != at_first


def test_what_is_written_together_is_there_as_a_whole_or_not_at_all(few_copy: Path, open_corpus: OpenCorpus) -> None:
    library, reader = open_corpus(few_copy).library, open_corpus(few_copy).library
    with pytest.raises(KeyError), library.together():
        library.set_note("one", "1")
        assert library.note("one") == "1" and reader.note("one") is None
        raise KeyError
    assert library.note("one") is None
    with library.together():
        library.set_note("one", "1")
        library.set_note("two", "2")
    assert (reader.note("one"), reader.note("two")) == ("1", "2")
