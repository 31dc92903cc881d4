"""Exact search among some revisions finds what a search over every vector with the same filter finds, at any selectivity."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from corpus import exact, schema
from corpus import matrix as matrices
from corpus.corpus import Corpus
from corpus.exact import Exact
from corpus.matrix import Matrix, Rows
from corpus.packing import Floats, by_passage, coded, pack_tokens, pack_vectors, unpack_tokens, unpack_vectors
from corpus.passage import Window
from corpus.vectors import search_width
from tests.conftest import OpenCorpus

DIMENSIONS = 32


def unit(rows: np.ndarray) -> Floats:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    divided: Floats = (rows / lengths).astype(np.float32)
    return divided


def filled(sizes: Sequence[int], seed: int = 0) -> tuple[Matrix, dict[int, Floats]]:
    """A matrix of revisions with so many windows each, some of them close to each other, and their whole vectors."""
    draw = np.random.default_rng(seed)
    topics = draw.standard_normal((8, DIMENSIONS))
    matrix, whole = Matrix(), {}
    for revision, size in enumerate(sizes, 1):
        rows = topics[draw.integers(0, 8, size)] + 0.3 * draw.standard_normal((size, DIMENSIONS))
        whole[revision] = unit(rows) if size else np.empty((0, DIMENSIONS), np.float32)
        codes, scales = coded(whole[revision])
        matrix.append(Rows(revision, codes, scales, [(n // 2, n % 2) for n in range(size)]))
    return matrix, whole


def best(whole: dict[int, Floats], query: Floats, limit: int, revisions: Sequence[int]) -> list[tuple[int, int, int]]:
    """By looking at everything: (revision, passage, window), best first."""
    scored = [
        (-float(row @ query), revision, n // 2, n % 2)
        for revision in revisions
        for n, row in enumerate(whole[revision])
    ]
    return [(revision, passage, number) for _, revision, passage, number in sorted(scored)[:limit]]


def found(matrix: Matrix, query: Floats, limit: int, revisions: Sequence[int]) -> list[tuple[int, int, int]]:
    return [(k.revision, k.ordinal, n) for k, n in matrix.nearest(query, limit, revisions)]


@pytest.mark.parametrize("share", [0.001, 0.01, 0.2, 0.8, 1.0])
def test_all_of_the_nearest_are_among_what_is_found(share: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrices, "CHUNK", 4096)
    draw = np.random.default_rng(5)
    matrix, whole = filled(draw.integers(0, 60, 700).tolist())
    assert len(matrix.chunks) > 3
    for _ in range(20):
        query = unit(draw.standard_normal(DIMENSIONS))
        revisions = draw.choice(np.arange(1, 701), max(1, int(700 * share)), replace=False).tolist()
        near = found(matrix, query, 50, revisions)
        assert set(best(whole, query, 50, revisions)) <= set(near)
        assert {revision for revision, _, _ in near} <= set(revisions)
        assert len(near) <= 50 * matrices.SPARE


@given(
    sizes=st.lists(st.integers(0, 90), min_size=1, max_size=40), limit=st.integers(1, 30), seed=st.integers(0, 1000),
    data=st.data(),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_for_any_sizes_and_any_choice(sizes: list[int], limit: int, seed: int, data: st.DataObject) -> None:
    revisions = data.draw(st.lists(st.integers(1, len(sizes)), unique=True))
    matrix, whole = filled(sizes, seed)
    query = unit(np.random.default_rng(seed).standard_normal(DIMENSIONS))
    near = found(matrix, query, limit, revisions)
    assert set(best(whole, query, limit, revisions)) <= set(near) and len(near) == len(set(near))


def test_many_windows_that_say_the_same_are_cut_off_somewhere() -> None:
    matrix = Matrix()
    same = np.tile(unit(np.ones(DIMENSIONS, np.float32)), (5000, 1))
    codes, scales = coded(same)
    matrix.append(Rows(1, codes, scales, [(n, 0) for n in range(5000)]))
    assert len(matrix.nearest(same[0], 10, [1])) == 10 * matrices.SPARE


@given(st.integers(0, 20), st.integers(1, 12).map(lambda n: n * 8), st.integers(0, 99))
def test_packed_vectors_come_back(rows: int, dimensions: int, seed: int) -> None:
    vectors = np.random.default_rng(seed).standard_normal((rows, dimensions)).astype(np.float32)
    codes, scales = unpack_vectors(pack_vectors(vectors), dimensions)
    assert codes.shape == vectors.shape and codes.dtype == np.int8
    assert np.allclose(codes * scales[:, None], vectors, atol=float(scales.max(initial=0)) * 0.51)


@given(st.lists(st.binary(max_size=40).map(lambda b: b * 4), max_size=6))
def test_packed_tokens_come_back(windows: list[bytes]) -> None:
    back = unpack_tokens(pack_tokens(windows, 4))
    assert [w.tobytes() for w in back] == windows
    assert all(w.shape[1] == 4 for w in back if w.size)


def test_tokens_are_kept_by_passage() -> None:
    windows = [Window(0, 0, 0, 1), Window(0, 1, 1, 2), Window(2, 0, 2, 3)]
    assert by_passage(windows, [b"a", b"b", b"c"]) == {0: [b"a", b"b"], 2: [b"c"]}


def brute(corpus: Corpus, question: str, limit: int, revisions: Sequence[int]) -> list[tuple[str, float]]:
    query = np.asarray(corpus.embedding.get_query_embedding(question))
    stored = {id: np.asarray(v) for id, v in corpus.vectors.all().items() if int(id.split(".")[0]) in revisions}
    scored = sorted(((float(v @ query), id) for id, v in stored.items()), key=lambda s: -s[0])
    return [(id, score) for score, id in scored[:limit]]


def through(corpus: Corpus, question: str, limit: int, revisions: Sequence[int]) -> list[tuple[str, float]]:
    hits = corpus.vectors.search(corpus.embedding.get_query_embedding(question), limit, revisions)
    return [(f"{h.passage.revision}.{h.passage.ordinal}.{h.window}", h.cosine) for h in hits]


def assert_same(corpus: Corpus, question: str, limit: int, revisions: Sequence[int]) -> None:
    expected, got = brute(corpus, question, limit, revisions), through(corpus, question, limit, revisions)
    assert [id for id, _ in got] == [id for id, _ in expected] != []
    assert [c for _, c in got] == pytest.approx([c for _, c in expected], abs=1e-5)


QUESTIONS = ("Khi nào nộp hồ sơ?", "how long may an official stay in one post", "kiểm định chất lượng đầu vào")


@pytest.mark.parametrize("question", QUESTIONS)
def test_filtered_search_is_exact_on_documents(few_data: Path, open_corpus: OpenCorpus, question: str) -> None:
    corpus = open_corpus(few_data)
    live = corpus.library.live()
    for revisions in ([live[0]], live[2:3], live[1:4], live[:-1], live):
        assert_same(corpus, question, 20, revisions)
    assert corpus.vectors.search(corpus.embedding.get_query_embedding(question), 20, []) == []
    assert corpus.vectors.search(corpus.embedding.get_query_embedding(question), 20, [98765]) == []


def test_an_index_without_codes_is_searched_all_the_same(few_copy: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_copy)
    live = corpus.library.live()
    with corpus.library.transaction() as c:
        c.execute(delete(schema.window_codes).where(schema.window_codes.c.revision.in_(live[:3])))
    assert_same(corpus, QUESTIONS[0], 20, live[1:5])
    assert corpus.examine().codes_missing == 3


def test_documents_that_come_and_go_are_followed(few_copy: Path, open_corpus: OpenCorpus, samples: Path) -> None:
    from ingest.job import files_under, ingest

    corpus = open_corpus(few_copy)
    assert_same(corpus, QUESTIONS[0], 20, corpus.library.live())
    with corpus.writing():
        corpus.remove("18-2024-qd-ubnd")
        ingest(corpus, files_under([samples / "18-2024-qd-ubnd.docx"]))
    assert_same(corpus, QUESTIONS[0], 20, corpus.library.live())
    assert_same(corpus, QUESTIONS[0], 20, corpus.library.live()[-1:])


def test_rows_of_documents_that_are_gone_are_let_go(
    few_data: Path, open_corpus: OpenCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exact, "CHUNK", 64)
    corpus = open_corpus(few_data)

    def uncoded(revisions: Sequence[int]) -> Iterator[Rows]:
        draw = np.random.default_rng(1)
        for revision in revisions:
            codes, scales = coded(draw.standard_normal((100, 384)).astype(np.float32))
            yield Rows(revision, codes, scales, [(n, 0) for n in range(100)])

    search = Exact(corpus.library, corpus.model, uncoded)
    query = unit(np.ones(384, np.float32))
    gone = list(range(1000, 1020))
    assert len(search.nearest(query, 5, gone)) >= 5
    live = corpus.library.live()
    assert search.nearest(query, 5, live)
    assert not search._matrix.lacks(live) and search._matrix.lacks(gone) == gone


def test_a_larger_graph_is_searched_more_widely() -> None:
    widths = [search_width(n) for n in (0, 19_000, 138_000, 300_000, 1_400_000, 10_000_000)]
    assert widths == sorted(widths) and widths[0] == widths[2] < widths[3] < widths[4] < widths[5]
