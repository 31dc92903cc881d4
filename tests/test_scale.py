"""Made archives: the same every time, like what they are made after, never without end; their vectors; a small one whole."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.embedding import SentenceEmbedding
from corpus.errors import RequestError
from evals import scale, scale_page
from evals.answers import CASES
from evals.made_embedding import MadeEmbedding, Sentences, nearest
from evals.synthetic import ISSUERS, Statistics, batches, document, documents, name_of
from tests.conftest import SAMPLES

_SENTENCES = [
    "Cán bộ, công chức được cử đi đào tạo phải cam kết thực hiện nhiệm vụ sau khi hoàn thành khóa học.",
    "Ủy ban nhân dân cấp huyện báo cáo kết quả trước ngày 15 tháng 12 hằng năm.",
    "The Department of Home Affairs shall appraise the plan within ten working days.",
    "Annual leave.",
]


@pytest.fixture(scope="module")
def like(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two sample documents, one in each language."""
    folder = tmp_path_factory.mktemp("like")
    for name in ("31-kh-tctr-2026.txt", "77-kl-tu-2024.en.html"):
        (folder / name).write_bytes((SAMPLES / name).read_bytes())
    return folder


@pytest.fixture(scope="module")
def statistics(like: Path) -> Statistics:
    """What archives are made after in these tests."""
    return Statistics.of(like)


@pytest.fixture(scope="module")
def sentences(embedding: SentenceEmbedding) -> Sentences:
    """Four real windows."""
    return Sentences.of(_SENTENCES, embedding)


# --- made documents -----------------------------------------------------------------------------------------------------


def test_a_document_is_the_same_every_time_and_no_other(statistics: Statistics) -> None:
    assert document(statistics, 7, 99) == document(statistics, 7, 99)
    made = [document(statistics, n, 99).document for n in range(40)]
    assert len({d.text for d in made}) == len({d.identity.number_key for d in made}) == 40
    assert {d.identity.language for d in made} == {"vi", "en"}


def test_numbers_stay_apart_in_an_archive_of_ten_million(statistics: Statistics) -> None:
    far = [0, 8_999, 9_000, 314_999, 315_000, 999_999]
    assert len({document(statistics, n, 1).document.identity.number_key for n in far}) == len(far)


def test_every_offset_of_a_made_document_holds_its_words(statistics: Statistics) -> None:
    new = document(statistics, 3, 99, 5)
    units = new.document.provisions
    assert len(units) == 5
    for i, unit in enumerate(units, 1):
        words = new.document.text[unit.start : unit.end]
        assert words.startswith((f"Điều {i}. ", f"Article {i}. ")) and words.endswith(".")
    assert all(new.document.text[p.start : p.end].strip() for p in new.passages)


def test_an_archive_ends_where_it_should_and_is_handed_over_in_parts(statistics: Statistics) -> None:
    parts = list(batches(documents(statistics, 60), 2, 10**9))
    assert sum(len(new.passages) for part in parts for new in part) == 60
    assert all(len(part) == 2 for part in parts[:-1]) and len(parts) > 1
    assert len(list(batches(documents(statistics, 60), 99, 1))) == sum(map(len, parts))


def test_words_are_those_of_the_samples_and_ever_new_names(statistics: Statistics) -> None:
    known = {word for voice in statistics.voices for word in voice.words}
    words = [w for n in range(30) for w in document(statistics, n, 99).document.text.split()]
    share = sum(w.rstrip(".") in known or w in known for w in words) / len(words)
    assert 0.85 < share < 0.99
    half = len({w for w in words[: len(words) // 2] if w not in known})
    assert len({w for w in words if w not in known}) > 1.3 * half  # a vocabulary that never ends


def test_names_are_told_apart_by_their_rank() -> None:
    assert len({name_of(rank) for rank in range(5000)}) == 5000
    assert name_of(10**12) == name_of(10**12) != name_of(10**12 + 1)


def test_each_filter_keeps_about_its_share(statistics: Statistics) -> None:
    one_word = statistics.with_means(1, 1)
    made = [document(one_word, n, 1).document.identity for n in range(1000)]
    for share, (_, issuer) in ISSUERS.items():
        assert sum(d.issuer == issuer for d in made) == pytest.approx(share * 1000, abs=11)
    assert sum(d.type == "decision" for d in made) == 800


def test_lengths_may_be_others(statistics: Statistics) -> None:
    other = statistics.with_means(30, 200)
    for voice in other.voices:
        assert sum(voice.passages) / len(voice.passages) == pytest.approx(30, rel=0.1)
        assert voice.documents == (200,)
    assert statistics.with_means(None, None) == statistics


def test_statistics_are_read_as_they_were_saved(statistics: Statistics, tmp_path: Path) -> None:
    statistics.save(tmp_path / "s.json")
    assert Statistics.load(tmp_path / "s.json") == statistics


# --- made vectors -------------------------------------------------------------------------------------------------------


def test_a_text_has_one_vector_whatever_it_comes_with(sentences: Sentences, embedding: SentenceEmbedding) -> None:
    made = MadeEmbedding.after(sentences, embedding)
    texts = [f"{text} {n}" for n in range(50) for text in _SENTENCES]
    whole = made.encode(texts)
    assert np.allclose(np.linalg.norm(whole.vectors, axis=1), 1, atol=1e-5)
    assert np.array_equal(made.vectors_of(texts[7:8])[0], whole.vectors[7])
    assert np.array_equal(np.array(made.get_text_embedding_batch(texts[:3]), dtype=np.float32), whole.vectors[:3])
    assert len(np.unique(whole.vectors, axis=0)) == len(texts)
    near = (whole.vectors @ sentences.vectors.T).max(axis=1)
    assert near.min() > 0.5 and near.max() < 0.99  # like a real one, and none itself
    assert made.spent > 0


def test_tokens_are_as_many_as_letters_have_on_average(sentences: Sentences, embedding: SentenceEmbedding) -> None:
    made = MadeEmbedding.after(sentences, embedding)
    counted = made.count_tokens(_SENTENCES)
    assert sum(counted) == pytest.approx(sum(embedding.count_tokens(_SENTENCES)), rel=0.15)
    size = sentences.vectors.shape[1] // 8
    assert [len(t) for t in made.encode(_SENTENCES).tokens] == [n * size for n in counted]
    ends = made.token_ends(_SENTENCES[0])
    assert len(ends) == counted[0] and ends == sorted(ends) and ends[-1] == len(_SENTENCES[0])
    assert made.window == embedding.window


def test_questions_go_to_the_real_model(sentences: Sentences, embedding: SentenceEmbedding) -> None:
    made = MadeEmbedding.after(sentences, embedding)
    asked = made.get_query_embedding(_SENTENCES[2])
    assert np.dot(asked, embedding.get_query_embedding(_SENTENCES[2])) > 0.99
    assert int(np.argmax(sentences.vectors @ asked)) == 2


def test_real_windows_are_read_as_they_were_saved(sentences: Sentences, tmp_path: Path) -> None:
    sentences.save(tmp_path / "s.npz")
    read = Sentences.load(tmp_path / "s.npz")
    assert np.array_equal(read.vectors, sentences.vectors)
    assert (read.codes, read.rates, read.window) == (sentences.codes, sentences.rates, sentences.window)


def test_the_nearest_of_streamed_blocks_are_those_of_all_rows() -> None:
    chance = np.random.default_rng(3)
    rows = chance.standard_normal((90, 8)).astype(np.float32)
    queries = chance.standard_normal((4, 8)).astype(np.float32)
    blocks = ((range(i, min(i + 7, 90)), rows[i : i + 7]) for i in range(0, 90, 7))
    assert nearest(queries, blocks, 5) == [list(np.argsort(-(rows @ q))[:5]) for q in queries]


# --- a small archive, whole ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def grown(like: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[scale.ScaleResult, Path]:
    """A small archive, built and asked in processes of its own, and the folder that keeps it."""
    keep, cases = tmp_path_factory.mktemp("keep"), tmp_path_factory.mktemp("cases") / "few.jsonl"
    with (CASES / "party.jsonl").open(encoding="utf-8") as lines:
        cases.write_text("".join(list(lines)[:12]), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scale, "SAMPLES", like)
        patched.setattr(scale, "CASES", cases)
        return scale.evaluate([80], keep, words=15, articles=5), keep


def test_every_size_is_built_and_asked(grown: tuple[scale.ScaleResult, Path]) -> None:
    result, keep = grown
    assert [g.built.passages for g in result.sizes] == [80]
    for one in result.sizes:
        assert one.built.windows >= one.built.passages and one.built.rate > 0
        assert one.asked.recall["exact"] > 0.99 and one.asked.recall["approximate"] > 0.9
        assert 0 < one.asked.query["p50"] <= one.asked.query["p95"]
        assert 0 < one.asked.add_seconds <= one.asked.add_most_seconds and one.asked.remove_seconds > 0
        assert 0.6 < one.asked.filtered["80.0%"]["kept"] < 0.95
    assert (keep / "80" / "data" / "catalogue.db").is_file()
    told: Any = json.loads(json.dumps(scale.as_data(result)))
    assert len(told["sizes"]) == 1


def test_the_page_holds_every_size_and_its_figures(grown: tuple[scale.ScaleResult, Path], tmp_path: Path) -> None:
    page = scale_page.write(grown[0], tmp_path, "python -m evals scale").read_text(encoding="utf-8")
    assert "|  | 80 | asked of 1,000,000 |" in page
    figures = sorted(f.name for f in tmp_path.glob("*.svg"))
    assert figures == ["scale-changes.svg", "scale-queries.svg", "scale-storage.svg"]
    assert all(f"({name})" in page for name in figures)


def test_archives_made_otherwise_are_not_mixed(grown: tuple[scale.ScaleResult, Path], like: Path) -> None:
    with pytest.raises(RequestError, match="made otherwise"):
        scale.prepare(grown[1], like, 99, 99)
