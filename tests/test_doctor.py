"""The doctor: catalogue, vectors, lexical index and originals are compared id by id, and brought back in step."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import delete

from corpus import schema
from corpus.corpus import Corpus
from corpus.doctor import Findings
from corpus.errors import UnavailableError
from corpus.packing import unpack_vectors
from corpus.passage import PassageKey
from corpus.settings import read_settings
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
    corpus.vectors.add({9999: [window]}, np.full((1, 384), 0.1, np.float32))
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


def test_lost_codes_are_found_and_made_again(few_copy: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_copy)
    revision = corpus.library.entry("18-2024-qd-ubnd").revision
    keys = [PassageKey(revision, n) for n in range(corpus.library.entry("18-2024-qd-ubnd").passages)]
    codes = dict(corpus.library.window_codes(corpus.model, [revision]))
    tokens = corpus.library.token_codes(keys)
    assert len(tokens) == len(keys) and len(codes) == 1
    with corpus.library.transaction() as c:
        c.execute(delete(schema.window_codes).where(schema.window_codes.c.revision == revision))
        c.execute(delete(schema.token_codes).where(schema.token_codes.c.revision == revision))
    assert corpus.examine() == Findings(codes_missing=1)
    assert repaired(corpus).clean
    ((_, made),) = corpus.library.window_codes(corpus.model, [revision])
    windows = len(corpus.library.windows_of(revision))
    before, after = (unpack_vectors(packed, 384) for packed in (codes[revision], made))
    # the model's last digits depend on which texts it is given together
    assert abs(before[0].astype(int) - after[0]).max() <= 1 and len(after[1]) == windows
    again = corpus.library.token_codes(keys)
    assert {k: [w.shape for w in v] for k, v in again.items()} == {k: [w.shape for w in v] for k, v in tokens.items()}


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


def test_vectors_that_cannot_be_opened_are_named_and_can_be_mended(few_copy: Path, open_corpus: OpenCorpus) -> None:
    first = open_corpus(few_copy)
    keep_two(first)
    first.close()
    (few_copy / "vectors" / "chroma.sqlite3").write_bytes(b"{ not what it should be" * 99)
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


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError) as caught:
        Corpus(read_settings(tmp_path / "data", model="no-such-model"))
    assert "no-such-model" in caught.value.text("vi")
