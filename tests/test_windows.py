"""No text is invisible to the model: windows cover every word of a passage, and none is longer than the model's own."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.embedding import SentenceEmbedding
from corpus.passage import Passage, Window
from corpus.windows import cut_windows
from ingest.job import IncomingFile, document_of


def windows_of(text: str, model: SentenceEmbedding, *cuts: int) -> list[Window]:
    edges = [0, *cuts, len(text)]
    passages = [Passage(n, a, b, "", "", "", None) for n, (a, b) in enumerate(pairwise(edges))]
    windows = cut_windows(text, passages, model)
    check(text, passages, windows, model)
    return windows


def check(text: str, passages: list[Passage], windows: list[Window], model: SentenceEmbedding) -> None:
    for passage in passages:
        mine = [w for w in windows if w.passage == passage.ordinal]
        assert [w.number for w in mine] == list(range(len(mine)))
        assert all(passage.start <= w.start < w.end <= passage.end for w in mine)
        seen = set().union(*(range(w.start, w.end) for w in mine)) if mine else set()
        unseen = [i for i in range(passage.start, passage.end) if i not in seen and not text[i].isspace()]
        assert unseen == []
    lengths = model.count_tokens([text[w.start : w.end] for w in windows])
    assert max(lengths, default=0) <= model.window


def test_the_window_is_the_models_own(embedding: SentenceEmbedding) -> None:
    assert embedding.window == 256 - 2 - embedding.count_tokens(["passage: "])[0]


def test_a_sentence_of_five_thousand_words(embedding: SentenceEmbedding) -> None:
    windows = windows_of("Cơ quan " + "báo cáo kết quả thực hiện nhiệm vụ " * 800 + "hết.", embedding)
    assert len(windows) > 20


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5000,
        "nghiệpvụ" * 900,
        "a.b,c;" * 1500,
        "漢字" * 2000,
        "1234567890" * 400,
        "a " + "Ủy-ban/" * 900,
        "😀" * 1000,
    ],
    ids=["one-letter", "glued", "punctuated", "characters", "digits", "dashed", "pictures"],
)
def test_text_without_spaces(embedding: SentenceEmbedding, text: str) -> None:
    assert windows_of(text, embedding)


def test_short_statements_share_a_window(embedding: SentenceEmbedding) -> None:
    assert len(windows_of("Một câu ngắn. Hai câu ngắn. Ba câu ngắn.", embedding)) == 1


def test_a_window_never_reaches_into_the_next_passage(embedding: SentenceEmbedding) -> None:
    text = "Đoạn một nói về tuyển dụng. Đoạn hai nói về bổ nhiệm."
    assert [w.passage for w in windows_of(text, embedding, text.index("Đoạn hai"))] == [0, 1]


def test_a_passage_without_words_has_no_window(embedding: SentenceEmbedding) -> None:
    assert cut_windows("  \n ", [Passage(0, 0, 4, "", "", "", None)], embedding) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(
        st.sampled_from(
            ["chữ ", "Câu. ", "\n", "dài" * 30, "a;b ", "từ " * 300, "Điều 5. ", "x" * 120, "…", "é\u0301"]
        ),
        max_size=12,
    )
)
def test_windows_hold_for_any_text(embedding: SentenceEmbedding, pieces: list[str]) -> None:
    text = "".join(pieces)
    if text:
        windows_of(text, embedding)


@pytest.mark.parametrize("name", ["1482-qd-ubnd-2023.docx", "187-bc-tu-2023.en.pdf", "40-2023-qd-ubnd.docx"])
def test_windows_of_sample_documents(embedding: SentenceEmbedding, samples: Path, name: str) -> None:
    path = samples / name
    new = document_of(IncomingFile(path, "k", name), path.read_bytes(), "0")
    text, passages = new.document.text, list(new.passages)
    check(text, passages, cut_windows(text, passages, embedding), embedding)
