"""The doctor: catalogue, vectors, lexical index and originals are compared id by id, and brought back in step."""

import json
import os
import shutil
from pathlib import Path

import pytest

from corpus.corpus import Corpus, Findings
from corpus.errors import SettingsError, UnavailableError
from corpus.settings import read_settings
from ingest.job import files_under, ingest
from tests.conftest import OpenCorpus


def repaired(corpus: Corpus) -> Findings:
    with corpus.writing():
        corpus.repair()
    return corpus.examine()


def test_a_fresh_index_is_clean(few_data: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_data)
    assert corpus.examine() == Findings() and corpus.examine().clean


def test_lost_vectors_are_found_and_made_again(few_copy: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_copy)
    before = corpus.vectors.ids()
    lost = sorted(before)[::7]
    corpus.vectors.delete_ids(lost)
    assert corpus.examine() == Findings(vectors_missing=len(lost))
    assert repaired(corpus).clean and corpus.vectors.ids() == before


def test_a_vector_made_again_is_the_same_vector(few_copy: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_copy)
    question = corpus.embedding.get_query_embedding("Khi nào nộp hồ sơ?")
    before = corpus.vectors.search(question, 5)
    corpus.vectors.delete_ids([f"{h.passage.revision}.{h.passage.ordinal}.{h.window}" for h in before])
    assert repaired(corpus).clean
    after = corpus.vectors.search(question, 5)
    assert [(h.passage, h.window) for h in after] == [(h.passage, h.window) for h in before]
    assert [h.cosine for h in after] == pytest.approx([h.cosine for h in before], abs=1e-4)


def test_vectors_of_nothing_are_taken_away(few_copy: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_copy)
    window = corpus.library.windows_of(corpus.library.entries()[0].revision)[0]
    corpus.vectors.add(9999, [window], [[0.1] * 384])
    assert corpus.examine() == Findings(vectors_extra=1)
    assert repaired(corpus).clean


def test_lost_and_foreign_words_are_found_and_the_index_made_anew(few_copy: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_copy)
    entry = corpus.library.entries()[0]
    hits = corpus.keywords.search("thời hạn", 5)
    corpus.keywords.delete([entry.revision])
    assert corpus.examine() == Findings(words_missing=entry.passages)
    assert repaired(corpus).clean
    assert [h.passage for h in corpus.keywords.search("thời hạn", 5)] == [h.passage for h in hits]


def test_the_folder_of_the_lexical_index_may_be_deleted(few_copy: Path, open_corpus: OpenCorpus) -> None:
    shutil.rmtree(few_copy / "keywords")
    corpus = open_corpus(few_copy)
    assert corpus.examine() == Findings(words_missing=sum(e.passages for e in corpus.library.entries()))
    assert repaired(corpus).clean
    assert corpus.keywords.search("hồ sơ", 3)


def keep_two(corpus: Corpus) -> None:
    """Two documents are enough where all have to be embedded again."""
    with corpus.writing():
        for entry in corpus.library.entries():
            if entry.source.name not in ("18-2024-qd-ubnd.docx", "642-snv-ccvc-2023.txt"):
                corpus.remove(entry.id)


def test_the_folder_of_the_vectors_may_be_deleted(few_copy: Path, open_corpus: OpenCorpus) -> None:
    first = open_corpus(few_copy)
    keep_two(first)
    first.close()
    shutil.rmtree(few_copy / "vectors")
    corpus = open_corpus(few_copy)
    assert corpus.examine() == Findings(vectors_missing=sum(e.windows for e in corpus.library.entries()))
    assert repaired(corpus).clean


@pytest.mark.parametrize(("store", "file"), [("keywords", "meta.json"), ("vectors", "chroma.sqlite3")])
def test_a_store_that_cannot_be_opened_is_named_and_can_be_mended(
    few_copy: Path, open_corpus: OpenCorpus, store: str, file: str
) -> None:
    first = open_corpus(few_copy)
    keep_two(first)
    first.close()
    (few_copy / store / file).write_bytes(b"{ not what it should be" * 99)
    with pytest.raises(UnavailableError) as caught:
        open_corpus(few_copy).open()
    assert "doctor --repair" in caught.value.text("en") and "doctor --repair" in caught.value.text("vi")
    corpus = Corpus(read_settings(few_copy), mend=True)
    try:
        assert not corpus.examine().clean
        assert repaired(corpus).clean
    finally:
        corpus.close()


def test_a_lost_original_is_counted(few_copy: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_copy)
    corpus.original(corpus.library.entries()[0]).unlink()
    assert corpus.examine() == Findings(originals_missing=1)


@pytest.fixture
def short_model(embedding_folder: Path, tmp_path: Path) -> Path:
    """The shipped model told to see 64 tokens only: another model, as far as the vectors are concerned."""
    folder = tmp_path / "model"
    for path in sorted(embedding_folder.rglob("*")):
        target = folder / path.relative_to(embedding_folder)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif path.name != "sentence_bert_config.json":
            target.parent.mkdir(parents=True, exist_ok=True)
            os.symlink(path.resolve(), target)
    (folder / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": 64, "do_lower_case": False}))
    return folder


def test_another_model_is_noticed_and_everything_embedded_again(
    few_copy: Path, samples: Path, short_model: Path, open_corpus: OpenCorpus
) -> None:
    first = open_corpus(few_copy)
    keep_two(first)
    corpus = open_corpus(few_copy, model=str(short_model))
    assert corpus.model != first.model
    with pytest.raises(SettingsError) as caught:
        corpus.check_model()
    assert caught.value.code == "model-changed"
    with corpus.writing(), pytest.raises(SettingsError):
        ingest(corpus, files_under([samples / "31-kh-tctr-2026.txt"]))

    assert repaired(corpus).clean
    corpus.check_model()
    assert corpus.embedding.window == 62
    for entry in corpus.library.entries():
        text = corpus.library.text(entry.revision)
        windows = corpus.library.windows_of(entry.revision)
        assert len(windows) == entry.windows
        assert max(corpus.embedding.count_tokens([text[w.start : w.end] for w in windows])) <= 62
    with pytest.raises(SettingsError):
        first.check_model()


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError) as caught:
        Corpus(read_settings(tmp_path / "data", model="no-such-model"))
    assert "no-such-model" in caught.value.text("vi")
