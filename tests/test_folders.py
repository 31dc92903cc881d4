"""The index keeps step with its folders: what moves is followed, what goes is taken out, what cannot be reached stays."""

import shutil
from pathlib import Path

import pytest

from corpus.corpus import Corpus
from corpus.errors import NotFoundError
from ingest.files import files_under
from ingest.job import Options, Summary, ingest
from tests.conftest import OpenCorpus
from tests.test_ingest import write


def run(corpus: Corpus, folder: Path, *, prune: bool = False) -> Summary:
    with corpus.writing():
        files = files_under([folder] if folder.exists() or not prune else [])
        return ingest(corpus, files, options=Options(roots=(folder,), prune=prune))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, name in enumerate(("a.txt", "b.txt", "c.txt"), 12):
        write(tmp_path / "files", name, f"việc số {number}", number)
    return tmp_path / "files"


def ids(corpus: Corpus) -> list[str]:
    return [e.id for e in corpus.library.entries()]


def test_a_file_that_is_gone_takes_its_document_along(tmp_path: Path, folder: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    run(corpus, folder)
    (folder / "b.txt").unlink()
    summary = run(corpus, folder)
    assert summary.removed == ["13-kh-ubnd-2025"] and summary.unchanged == 2
    assert ids(corpus) == ["12-kh-ubnd-2025", "14-kh-ubnd-2025"] and corpus.examine().clean
    assert run(corpus, folder).removed == []


def test_a_file_that_moves_keeps_its_document(tmp_path: Path, folder: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    run(corpus, folder)
    before = {e.id: e.revision for e in corpus.library.entries()}
    (folder / "2025").mkdir()
    (folder / "b.txt").rename(folder / "2025" / "Kế hoạch 13.txt")
    summary = run(corpus, folder)
    assert (summary.moved, summary.added, summary.removed) == (["13-kh-ubnd-2025"], [], [])
    moved = corpus.library.entry("13-kh-ubnd-2025").source
    assert moved.name == "Kế hoạch 13.txt" and moved.key == str(folder / "2025" / "Kế hoạch 13.txt")
    assert {e.id: e.revision for e in corpus.library.entries()} == before  # nothing was read or embedded again
    assert run(corpus, folder).unchanged == 3


def test_a_copy_is_not_a_move(tmp_path: Path, folder: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    run(corpus, folder)
    shutil.copy(folder / "b.txt", folder / "copy.txt")
    summary = run(corpus, folder)
    assert summary.moved == [] and summary.added == ["13-kh-ubnd-2025-2"] and len(ids(corpus)) == 4


@pytest.mark.parametrize("lost", ["emptied", "gone", "one of two folders emptied"])
def test_an_emptied_or_unreachable_folder_empties_nothing(
    tmp_path: Path, folder: Path, open_corpus: OpenCorpus, lost: str
) -> None:
    write(folder / "sub", "d.txt", "việc khác", 15)
    corpus = open_corpus(tmp_path / "data")
    run(corpus, folder)
    inside = folder if lost != "one of two folders emptied" else folder / "sub"
    shutil.rmtree(inside)
    if lost != "gone":
        inside.mkdir()
    if lost == "gone":
        with pytest.raises(NotFoundError):
            run(corpus, folder)
    else:
        summary = run(corpus, folder)
        assert str(inside) in summary.kept and summary.removed == []
    assert len(ids(corpus)) == 4

    pruned = run(corpus, folder, prune=True)
    assert len(pruned.removed) == (1 if inside.name == "sub" else 4) and pruned.kept == []
    assert corpus.examine().clean


def test_another_folder_is_left_alone(tmp_path: Path, folder: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    run(corpus, folder)
    other = write(tmp_path / "files-of-others", "x.txt", "việc riêng", 40).parent
    run(corpus, other)
    (other / "x.txt").unlink()
    write(other, "y.txt", "việc chung", 41)
    assert run(corpus, folder).removed == [] and len(ids(corpus)) == 4
    assert run(corpus, other).removed == ["40-kh-ubnd-2025"]


def test_the_data_folder_is_not_read(tmp_path: Path, folder: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(folder / "data")
    assert len(run(corpus, folder).added) == 3
    again = run(corpus, folder)
    assert (again.added, again.unchanged, again.set_aside) == ([], 3, [])
