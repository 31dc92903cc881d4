"""The run: files in, documents stored; unchanged ones skipped, changed ones replaced, unreadable ones set aside."""

from pathlib import Path

import pytest

from corpus.corpus import Corpus
from corpus.errors import ConflictError, FileError, NotFoundError
from ingest import job
from ingest.job import IncomingFile, Progress, Summary, files_under, ingest
from tests.conftest import OpenCorpus

PLAN = "UBND TỈNH\nSố: {number}/KH-UBND\nLam Giang, ngày 05 tháng 3 năm 2025\nKẾ HOẠCH\n{words}\n1. {words}.\n"


def write(folder: Path, name: str, words: str, number: int = 12) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(PLAN.format(number=number, words=words), encoding="utf-8")
    return file


def run(corpus: Corpus, *paths: Path) -> Summary:
    with corpus.writing():
        return ingest(corpus, files_under(paths))


def found(corpus: Corpus, words: str) -> set[str]:
    """Ids of the documents whose words are found."""
    by_revision = {e.revision: e.id for e in corpus.library.entries()}
    return {by_revision[h.passage.revision] for h in corpus.keywords.search(words, 20)}


def test_a_folder_is_indexed_and_read_again_without_work(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    files = tmp_path / "files"
    write(files, "a.txt", "tuyển dụng công chức", 12)
    write(files, "b.txt", "luân chuyển cán bộ", 13)
    first = run(corpus, files)
    assert (first.added, first.updated, first.unchanged) == (["12-kh-ubnd-2025", "13-kh-ubnd-2025"], [], 0)
    before = corpus.library.entries()
    second = run(corpus, files)
    assert (second.added, second.updated, second.unchanged) == ([], [], 2)
    assert corpus.library.entries() == before
    assert corpus.examine().clean


def test_a_changed_file_replaces_its_old_self(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    file = write(tmp_path / "files", "a.txt", "tuyển dụng công chức")
    run(corpus, file)
    (old,) = corpus.library.entries()
    write(tmp_path / "files", "a.txt", "luân chuyển lãnh đạo")
    assert run(corpus, file).updated == [old.id]
    (new,) = corpus.library.entries()
    assert new.id == old.id and new.revision != old.revision
    assert found(corpus, "tuyển") == set() and found(corpus, "luân") == {new.id}
    assert all(i.startswith(f"{new.revision}.") for i in corpus.vectors.ids())
    assert corpus.vectors.count() == new.windows and corpus.keywords.count() == new.passages
    assert "tuyển dụng" not in corpus.library.text(new.revision)


def test_a_removed_document_leaves_nothing_behind(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    run(
        corpus,
        write(tmp_path / "files", "a.txt", "tuyển dụng", 12),
        write(tmp_path / "files", "b.txt", "luân chuyển", 13),
    )
    original = corpus.original(corpus.library.entry("12-kh-ubnd-2025"))
    assert original.is_file()
    with corpus.writing():
        corpus.remove("12-kh-ubnd-2025")
    assert [e.id for e in corpus.library.entries()] == ["13-kh-ubnd-2025"]
    assert not original.exists()
    assert found(corpus, "tuyển dụng") == set()
    assert corpus.examine().clean
    with corpus.writing(), pytest.raises(NotFoundError):
        corpus.remove("12-kh-ubnd-2025")


def test_two_files_with_one_number_keep_their_own_ids(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    files = tmp_path / "files"
    write(files, "a.txt", "bản một")
    write(files, "b.txt", "bản hai")
    assert run(corpus, files).added == ["12-kh-ubnd-2025", "12-kh-ubnd-2025-2"]
    write(files, "b.txt", "bản hai sửa")
    assert run(corpus, files).updated == ["12-kh-ubnd-2025-2"]
    with corpus.writing():
        corpus.remove("12-kh-ubnd-2025")
    write(files, "b.txt", "bản hai sửa nữa")
    assert run(corpus, files / "b.txt").updated == ["12-kh-ubnd-2025-2"]  # its address is cited: it does not move up


def test_the_same_words_get_the_same_id_again(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    file = write(tmp_path / "files", "a.txt", "tuyển dụng")
    (first,) = run(corpus, file).added
    with corpus.writing():
        corpus.remove(first)
    assert run(corpus, file).added == [first]


def test_an_unreadable_file_is_set_aside_and_the_others_go_on(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    files = tmp_path / "files"
    write(files, "a.txt", "tuyển dụng")
    (files / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    (files / "c.docx").write_bytes(b"")
    (files / "d.json").write_text('{"a": 1}')
    summary = run(corpus, files)
    assert summary.added == ["12-kh-ubnd-2025"]
    assert {(a.name, a.code) for a in summary.set_aside} == {
        ("b.pdf", "file-broken"),
        ("c.docx", "file-empty"),
        ("d.json", "file-unknown-format"),
    }
    kept = corpus.library.set_aside()
    assert {(a.name, a.code) for a in kept} == {(a.name, a.code) for a in summary.set_aside}
    assert all(a.name in a.reason("vi") and a.name in a.reason("en") for a in kept)


def test_a_mended_file_is_no_longer_set_aside(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    file = tmp_path / "a.txt"
    file.write_bytes(b"")
    run(corpus, file)
    assert [a.name for a in corpus.library.set_aside()] == ["a.txt"]
    write(tmp_path, "a.txt", "tuyển dụng")
    assert run(corpus, file).added and corpus.library.set_aside() == []


def test_a_file_that_breaks_keeps_its_last_good_version(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    file = write(tmp_path, "a.txt", "tuyển dụng")
    (id,) = run(corpus, file).added
    file.write_bytes(b"")
    assert [a.code for a in run(corpus, file).set_aside] == ["file-empty"]
    assert [e.id for e in corpus.library.entries()] == [id]
    write(tmp_path, "a.txt", "tuyển dụng")
    assert run(corpus, file).updated == [id] and corpus.library.set_aside() == []
    assert run(corpus, file).unchanged == 1


def test_a_file_over_the_limit_is_set_aside_unread(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data", max_file_mb=1)
    file = tmp_path / "to.txt"
    file.write_text("chữ " * 400_000, encoding="utf-8")
    (aside,) = run(corpus, file).set_aside
    assert aside.code == "file-too-large" and "1 MB" in aside.reason("vi")


def test_progress_is_told_for_every_file_once(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    files = tmp_path / "files"
    write(files, "a.txt", "một")
    (files / "b.txt").write_bytes(b"")
    told: list[Progress] = []
    with corpus.writing():
        ingest(corpus, files_under([files]), told.append)
    assert [p.done for p in told if p.step == "done"] == [1, 2] and {p.total for p in told} == {2}
    assert {p.step for p in told} == {"reading", "embedding", "done"}
    assert {p.name for p in told} == {"a.txt", "b.txt"}


def test_documents_are_shown_batch_by_batch(
    tmp_path: Path, open_corpus: OpenCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = open_corpus(tmp_path / "data")
    for n in range(5):
        write(tmp_path / "files", f"{n}.txt", f"việc số {n}", 20 + n)
    monkeypatch.setattr(job, "_BATCH_DOCUMENTS", 2)
    seen: list[int] = []
    with corpus.writing():

        def tell(progress: Progress) -> None:
            if progress.step == "done":
                seen.append(len(corpus.library.entries()))

        ingest(corpus, files_under([tmp_path / "files"]), tell)
    assert seen == [2, 2, 4, 4, 5]


def test_files_are_found_in_a_fixed_order_without_hidden_and_lock_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".an", "~$a.docx", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    names = [f.name for f in files_under([tmp_path, tmp_path / "a.txt"])]
    assert names == ["a.txt", "b.txt", "c.txt"]


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        files_under([tmp_path / "khong-co"])
    assert "khong-co" in caught.value.text("vi")


def test_a_file_that_goes_away_is_set_aside(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    gone = IncomingFile(tmp_path / "mat.txt", "mat", "mat.txt")
    with corpus.writing():
        assert [a.code for a in ingest(corpus, [gone]).set_aside] == ["file-unreadable"]


def test_a_second_writer_is_told_to_wait(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    one, other = open_corpus(tmp_path / "data"), open_corpus(tmp_path / "data")
    with one.writing(), pytest.raises(ConflictError) as caught, other.writing():
        pass
    assert str(tmp_path / "data") in caught.value.text("en")
    with other.writing():  # and may go on once the first is done
        pass


def test_the_original_is_kept_as_it_was(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    file = write(tmp_path, "a.txt", "tuyển dụng")
    run(corpus, file)
    (entry,) = corpus.library.entries()
    assert corpus.original(entry).read_bytes() == file.read_bytes()


def test_data_files_are_no_documents() -> None:
    with pytest.raises(FileError):
        job.document_of(IncomingFile(Path("a.csv"), "k", "a.csv"), b"a,b\n1,2\n", "0")
