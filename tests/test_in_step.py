"""The lexical index comes in step with the catalogue when it is opened, whatever has happened to its folder."""

import json
import shutil
import threading
from pathlib import Path

import pytest
from filelock import FileLock

from corpus import in_step, keywords
from corpus.corpus import Corpus
from corpus.errors import UnavailableError
from corpus.keywords import Entry, Keywords
from corpus.passage import PassageKey
from ingest.job import files_under, ingest
from tests.conftest import OpenCorpus

QUESTION = "thời hạn nộp hồ sơ"


def indexed(corpus: Corpus) -> set[PassageKey]:
    return {PassageKey(e.revision, n) for e in corpus.library.entries() for n in range(e.passages)}


def found(corpus: Corpus) -> list[PassageKey]:
    return [h.passage for h in corpus.keywords.search(QUESTION, 5)]


def assert_whole(corpus: Corpus, expected: list[PassageKey]) -> None:
    assert corpus.keywords.keys() == indexed(corpus)
    # the last places may change: a term's frequency counts removed passages until they are merged away
    assert found(corpus)[:1] == expected[:1] != []
    assert corpus.library.note("words") == corpus.keywords.stamp
    assert corpus.examine().clean


@pytest.fixture
def expected(few_data: Path, open_corpus: OpenCorpus) -> list[PassageKey]:
    return found(open_corpus(few_data))


def test_a_deleted_folder_is_made_anew(few_copy: Path, open_corpus: OpenCorpus, expected: list[PassageKey]) -> None:
    shutil.rmtree(few_copy / "keywords")
    assert_whole(open_corpus(few_copy), expected)


@pytest.mark.parametrize("file", ["meta.json", "made.json"])
def test_a_damaged_file_makes_it_anew(
    few_copy: Path, open_corpus: OpenCorpus, expected: list[PassageKey], file: str
) -> None:
    (few_copy / "keywords" / file).write_bytes(b"{ not what it should be" * 99)
    assert_whole(open_corpus(few_copy), expected)


def test_a_lost_segment_makes_it_anew(few_copy: Path, open_corpus: OpenCorpus, expected: list[PassageKey]) -> None:
    for segment in (few_copy / "keywords").glob("*.store"):
        segment.unlink()
    corpus = open_corpus(few_copy)
    assert_whole(corpus, expected)


def test_another_format_is_made_anew(
    few_copy: Path, open_corpus: OpenCorpus, expected: list[PassageKey], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = json.loads((few_copy / "keywords" / "made.json").read_text())
    monkeypatch.setattr(keywords, "FORMAT", "99")
    monkeypatch.setattr(in_step, "FORMAT", "99")
    corpus = open_corpus(few_copy)
    assert_whole(corpus, expected)
    after = json.loads((few_copy / "keywords" / "made.json").read_text())
    assert after["format"] == "99" and after["id"] != before["id"]


def test_an_index_of_before_there_was_a_format_is_made_anew(
    few_copy: Path, open_corpus: OpenCorpus, expected: list[PassageKey]
) -> None:
    (few_copy / "keywords" / "made.json").unlink()
    assert_whole(open_corpus(few_copy), expected)


def test_an_older_copy_that_was_put_back_is_brought_up_to_date(
    few_copy: Path, tmp_path: Path, samples: Path, open_corpus: OpenCorpus
) -> None:
    older = tmp_path / "older"
    shutil.copytree(few_copy / "keywords", older)
    corpus = open_corpus(few_copy)
    with corpus.writing():
        ingest(corpus, files_under([some_other(samples)]))
        corpus.remove("18-2024-qd-ubnd")
    assert corpus.examine().clean
    hits, keys = found(corpus), corpus.keywords.keys()
    corpus.close()
    shutil.rmtree(few_copy / "keywords")
    shutil.copytree(older, few_copy / "keywords")
    assert Keywords(few_copy / "keywords").keys() != keys
    assert_whole(open_corpus(few_copy), hits)


def some_other(samples: Path) -> Path:
    from tests.conftest import FEW

    return min((p for p in samples.iterdir() if p.name not in FEW), key=lambda p: p.stat().st_size)


def test_a_revision_that_nobody_knows_is_removed(
    few_copy: Path, open_corpus: OpenCorpus, expected: list[PassageKey]
) -> None:
    Keywords(few_copy / "keywords").add({9999: [Entry(0, "thời hạn nộp hồ sơ", "", "vi")]})
    corpus = open_corpus(few_copy)
    assert indexed(corpus) == corpus.keywords.keys()
    assert found(corpus)[:1] == expected[:1]
    assert corpus.library.note("words") == corpus.keywords.stamp


def test_the_index_of_another_folder_is_noticed(
    few_copy: Path, tmp_path: Path, open_corpus: OpenCorpus, expected: list[PassageKey]
) -> None:
    shutil.rmtree(few_copy / "keywords")
    other = Keywords(few_copy / "keywords")
    other.add({1: [Entry(0, "một tài liệu khác hẳn", "", "vi")]})
    other.settle()
    assert_whole(open_corpus(few_copy), expected)


def test_a_run_killed_while_making_it_anew_is_made_good(
    few_copy: Path, open_corpus: OpenCorpus, expected: list[PassageKey]
) -> None:
    corpus = open_corpus(few_copy)
    corpus.library.set_note("words", in_step.REPLAYING)
    corpus.keywords.delete([corpus.library.entries()[0].revision])
    corpus.close()
    assert_whole(open_corpus(few_copy), expected)


def test_while_another_process_makes_it_anew_it_is_not_read(
    few_copy: Path, open_corpus: OpenCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_step, "_WAIT", 0.1)
    corpus = open_corpus(few_copy)
    corpus.library.set_note("words", in_step.REPLAYING)
    with FileLock(few_copy / "writing.lock"), pytest.raises(UnavailableError) as caught:
        _ = corpus.keywords
    assert caught.value.code == "words-replaying"
    assert corpus.keywords.keys() == indexed(corpus)


def test_between_a_writers_two_commits_others_read_on(few_copy: Path, open_corpus: OpenCorpus) -> None:
    """The index already holds a document that the catalogue does not show yet."""
    Keywords(few_copy / "keywords").add({9999: [Entry(0, "đang ghi", "", "vi")]})
    seen: list[int] = []
    with FileLock(few_copy / "writing.lock"):
        reader = open_corpus(few_copy)
        thread = threading.Thread(target=lambda: seen.append(reader.keywords.count()))
        thread.start()
        thread.join()
    assert seen == [len(indexed(reader)) + 1]
