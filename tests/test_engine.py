"""The engine that runs the model: the original's vectors, whichever engine it is, and another one where the fast one fails."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.codes import code_scale, rotation, sign_codes
from corpus.embedding import SentenceEmbedding
from corpus.engines import kept
from corpus.engines.choose import Wanted
from corpus.engines.engine import Floats
from corpus.engines.outcome import NAME, WEIGHTS, openvino_version, weights_mark
from corpus.engines.plain import BATCH_TOKENS, batches
from corpus.engines.shape import read_shape
from corpus.errors import UnavailableError
from tests.tiny_model import make_tiny_model

Rows: TypeAlias = Floats | Sequence[Floats] | Sequence[list[float]]

VI = "Sở Nội vụ tổng hợp báo cáo, trình Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 hằng năm."
EN = "The department reports to the provincial committee before the fifteenth of December each year."
TEXTS = [VI, "", EN, "hồ sơ", "a", VI * 3 + EN, EN * 30, "Điều 5. Trách nhiệm", "62/2020/NĐ-CP", "thoi han nop bao cao"]


def cosines(a: Rows, b: Rows) -> Floats:
    x, y = np.asarray(a, np.float32), np.asarray(b, np.float32)
    return np.asarray((x * y).sum(axis=1) / np.linalg.norm(x, axis=1) / np.linalg.norm(y, axis=1), np.float32)


def whole_vectors(folder: Path, texts: list[str], prompt: str | None = None) -> Floats:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    return np.asarray(model.encode(texts, prompt=prompt, normalize_embeddings=True, show_progress_bar=False))


_NO_NETWORK = """
import socket, sys
class Refused(socket.socket):
    def __init__(self, *given, **named):
        raise AssertionError("a socket was opened")
socket.socket = Refused
socket.create_connection = socket.getaddrinfo = Refused
"""
_TELL = """
import atexit, pathlib
@atexit.register
def tell():
    loaded = [name for name in ("openvino", "torch", "openvino_telemetry") if sys.modules.get(name)]
    pathlib.Path(__file__).with_name("loaded").write_text(" ".join(loaded))
"""


# --- the shipped model -----------------------------------------------------------------------------------------------


def test_the_chosen_engine_gives_the_originals_vectors(embedding: SentenceEmbedding, embedding_folder: Path) -> None:
    encoded = embedding.encode(TEXTS)
    assert cosines(encoded.vectors, whole_vectors(embedding_folder, TEXTS, "passage: ")).min() >= 0.999
    assert np.allclose(np.linalg.norm(encoded.vectors, axis=1), 1, atol=1e-5)
    if openvino_version():
        assert embedding.choice.engine == "openvino" and (embedding.choice.cosine or 0) >= 0.999


def test_a_text_has_one_vector_alone_or_among_others(embedding: SentenceEmbedding) -> None:
    together = embedding.encode([f"{text} {n}" for n in range(12) for text in TEXTS])
    for n, text in enumerate(TEXTS):
        alone = embedding.encode([f"{text} 0"])
        assert cosines(alone.vectors, together.vectors[n : n + 1])[0] >= 0.9999
        assert cosines([embedding.get_text_embedding(f"{text} 0")], alone.vectors)[0] >= 0.9999


@pytest.mark.parametrize("text", [VI, EN])
def test_a_question_knows_where_its_tokens_stand(embedding: SentenceEmbedding, text: str) -> None:
    question = embedding.encode_query(text)
    assert len(question.spans) == len(question.tokens) == embedding.count_tokens([text])[0]
    assert "".join(text[a:b] for a, b in question.spans) == text.replace(" ", "")
    assert [b for _, b in question.spans] == embedding.token_ends(text)
    assert np.allclose(np.linalg.norm(question.tokens, axis=1), 1, atol=1e-5)
    assert cosines([question.vector], [embedding.get_query_embedding(text)])[0] >= 0.9999


def test_questions_are_begun_side_by_side_and_may_be_dropped(embedding: SentenceEmbedding) -> None:
    encoder = embedding.encoder
    alone = {text: encoder.begin(text)() for text in TEXTS}
    for _ in range(3):
        begun = [(text, encoder.begin(text)) for text in (*TEXTS, *TEXTS)]
        for text, ready in reversed(begun[: len(TEXTS)]):  # the others are never called for
            question = ready()
            assert cosines([question.vector], [alone[text].vector])[0] >= 0.9999
            assert question.spans == alone[text].spans


def test_codes_tell_how_near_tokens_are(embedding: SentenceEmbedding) -> None:
    codes = embedding.encode([VI, EN]).tokens
    question = embedding.encode_query(VI)
    width = question.tokens.shape[1]
    near: list[float] = []
    for code in codes:
        bits = np.unpackbits(np.frombuffer(code, np.uint8).reshape(-1, width // 8), axis=1).astype(np.float32)
        near.append(float((question.tokens @ (2 * bits - 1).T / code_scale(width)).max(axis=1).mean()))
    assert len(codes[0]) // (width // 8) == embedding.count_tokens([VI])[0]
    assert near[0] > 0.85 and near[1] < near[0] - 0.2  # not 1: a question's prompt is another than a passage's


def test_nothing_and_too_much(embedding: SentenceEmbedding) -> None:
    assert embedding.encode([]).tokens == [] and embedding.count_tokens([]) == []
    nothing = embedding.encode_query("")
    assert nothing.spans == () and nothing.tokens.shape == (0, len(nothing.vector))
    long = "văn bản " * 2000
    prompts = embedding.count_tokens(["query: ", "passage: "])
    assert len(embedding.encode_query(long).spans) == embedding.window + prompts[1] - prompts[0]
    assert len(embedding.encode([long]).tokens[0]) == embedding.window * len(nothing.vector) // 8


def test_the_rotation_is_fixed() -> None:
    turned = rotation(64)
    assert np.allclose(turned @ turned.T, np.eye(64), atol=1e-5)
    gauss = np.random.default_rng(0).standard_normal((64, 64))
    assert (np.diag(turned.T @ gauss) > 0).all()  # its triangular factor
    token = np.random.default_rng(1).standard_normal((1, 64)).astype(np.float32)
    assert sign_codes(token) == np.packbits(turned @ token[0] > 0).tobytes()


@given(st.lists(st.integers(2, 256), max_size=300))
def test_batches_hold_every_text_once_and_no_more_than_they_may(lengths: list[int]) -> None:
    found = list(batches(lengths))
    assert sorted(n for batch in found for n in batch) == list(range(len(lengths)))
    for batch in found:
        widest = -(-max(lengths[n] for n in batch) // 8) * 8
        assert len(batch) == 1 or widest * len(batch) <= BATCH_TOKENS


# --- another model, first-token pooling, with prompts ------------------------------------------------------------------


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("tiny") / "model", pooling="cls")


@pytest.fixture(scope="module")
def exports(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the tiny model's export, made by a process in which every socket is refused."""
    root, site = tmp_path_factory.mktemp("exports"), tmp_path_factory.mktemp("site")
    (site / "sitecustomize.py").write_text(_NO_NETWORK + _TELL, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(site)  # the process that exports is given our path
        choice = SentenceEmbedding.open(str(tiny), Wanted(roots=(root,))).choice
    assert (choice.engine, choice.reason) == ("openvino", "")
    assert (site / "loaded").read_text().split() == ["openvino", "torch"]
    return root


@pytest.fixture
def copied(exports: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exports, tmp_path / "exports"))


def place_in(root: Path) -> Path:
    return next(path for path in root.iterdir() if path.is_dir())


@pytest.mark.parametrize("engine", ["openvino", "torch"])
def test_first_token_pooling_and_prompts(tiny: Path, exports: Path, engine: Literal["openvino", "torch"]) -> None:
    model = SentenceEmbedding.open(str(tiny), Wanted(engine=engine, roots=(exports,)))
    assert model.choice.engine == engine
    assert cosines(model.encode(TEXTS).vectors, whole_vectors(tiny, TEXTS, "passage: ")).min() >= 0.999
    question = model.encode_query(VI[:30])
    assert cosines([question.vector], whole_vectors(tiny, [VI[:30]], "query: "))[0] >= 0.999
    assert "".join(VI[a:b] for a, b in question.spans) == VI[:30].replace(" ", "")
    assert model.window == 64 - 2 - len("passage:")  # a letter a token


def test_the_export_is_made_once(tiny: Path, exports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_export", lambda folder, aside: pytest.fail("made again"))
    model = SentenceEmbedding.open(str(tiny), Wanted(roots=(exports,)))
    assert model.choice.engine == "openvino" and (model.choice.cosine or 0) >= 0.999


@pytest.mark.parametrize("damage", ["weights", "outcome", "version", "processor", "gone"])
def test_what_is_damaged_or_of_another_version_is_made_anew(
    tiny: Path, exports: Path, copied: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def export(folder: Path, aside: Path) -> str:
        made.append(aside)
        shutil.copytree(place_in(exports), aside, dirs_exist_ok=True)
        return ""

    spoil(place_in(copied), damage)
    monkeypatch.setattr(kept, "_export", export)
    model = SentenceEmbedding.open(str(tiny), Wanted(roots=(copied,)))
    assert model.choice.engine == "openvino" and len(made) == 1
    assert sorted(p.name for p in place_in(copied).iterdir()) == sorted(p.name for p in place_in(exports).iterdir())
    assert [p for p in copied.iterdir() if p.is_dir()] == [place_in(copied)]


def spoil(place: Path, damage: str) -> None:
    outcome = place / NAME
    told = json.loads(outcome.read_text(encoding="utf-8"))
    if damage == "weights":
        content = bytearray((place / WEIGHTS).read_bytes())
        content[len(content) // 2] ^= 0xFF
        (place / WEIGHTS).write_bytes(content)
    elif damage == "outcome":
        outcome.write_text(outcome.read_text(encoding="utf-8")[:40], encoding="utf-8")
    elif damage == "gone":
        (place / WEIGHTS).unlink()
    else:
        changed = {"version": {"version": "2020.1"}, "processor": {"precision": "f16"}}[damage]
        outcome.write_text(json.dumps({**told, **changed}), encoding="utf-8")


def test_a_model_that_cannot_be_converted_runs_on_torch(
    tiny: Path, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Path] = []

    def fails(folder: Path, aside: Path) -> str:
        calls.append(aside)
        return "ConversionError: no such operation"

    spoil(place_in(copied), "weights")
    monkeypatch.setattr(kept, "_export", fails)
    for _ in range(2):
        model = SentenceEmbedding.open(str(tiny), Wanted(roots=(copied,)))
        assert (model.choice.engine, model.choice.reason) == ("torch", "ConversionError: no such operation")
        assert cosines(model.encode(TEXTS).vectors, whole_vectors(tiny, TEXTS, "passage: ")).min() >= 0.999
    assert len(calls) == 1  # remembered


def test_without_openvino_the_model_runs_on_torch(tiny: Path, exports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openvino", None)
    model = SentenceEmbedding.open(str(tiny), Wanted(roots=(exports,)))
    assert model.choice.engine == "torch" and "openvino" in model.choice.reason
    with pytest.raises(UnavailableError) as caught:
        _ = SentenceEmbedding.open(str(tiny), Wanted(engine="openvino", roots=(exports,))).choice
    assert "engine openvino" in caught.value.text("en") and "engine openvino" in caught.value.text("vi")


def test_where_exports_are_kept(tiny: Path, exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def export(folder: Path, aside: Path) -> str:
        shutil.copytree(place_in(exports), aside, dirs_exist_ok=True)
        return ""

    monkeypatch.setattr(kept, "_export", export)
    (tmp_path / "file").write_text("not a folder")
    blocked, free = tmp_path / "file" / "engines", tmp_path / "free"
    assert SentenceEmbedding.open(str(tiny), Wanted(roots=(blocked, free))).choice.engine == "openvino"
    assert place_in(free).is_dir()
    nowhere = SentenceEmbedding.open(str(tiny), Wanted(roots=(blocked,))).choice
    assert nowhere.engine == "torch" and str(blocked) in nowhere.reason


def test_two_at_once_make_one_export(
    tiny: Path, exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def export(folder: Path, aside: Path) -> str:
        made.append(aside)
        shutil.copytree(place_in(exports), aside, dirs_exist_ok=True)
        return ""

    monkeypatch.setattr(kept, "_export", export)
    shape = read_shape(tiny)
    assert shape is not None
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: kept.exported(tiny, shape, (tmp_path,)), range(4)))
    assert len(made) == 1 and {outcome.engine for _, outcome in found} == {"openvino"}


def test_other_weights_are_another_model(tiny: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(tiny, tmp_path / "other"))
    assert weights_mark(other) == weights_mark(tiny)
    weights = bytearray((other / "model.safetensors").read_bytes())
    weights[-4:] = b"\x00\x00\x80\x3f"
    (other / "model.safetensors").write_bytes(weights)
    assert weights_mark(other) != weights_mark(tiny)


def test_a_model_of_another_shape_runs_whole(tmp_path: Path) -> None:
    folder = make_tiny_model(tmp_path / "model", pooling="max")
    model = SentenceEmbedding.open(str(folder), Wanted(roots=(tmp_path,)))
    encoded, question = model.encode(TEXTS), model.encode_query(VI[:30])
    assert model.choice.engine == "sentence-transformers"
    assert cosines(encoded.vectors, whole_vectors(folder, TEXTS, "passage: ")).min() >= 0.999
    assert [len(t) // 4 for t in encoded.tokens] == [min(n, model.window) for n in model.count_tokens(TEXTS)]
    assert "".join(VI[a:b] for a, b in question.spans) == VI[:30].replace(" ", "")
    with pytest.raises(UnavailableError):
        _ = SentenceEmbedding.open(str(folder), Wanted(engine="openvino", roots=(tmp_path,))).choice


# --- nothing calls out, and nothing heavy is loaded --------------------------------------------------------------------


def run_without_network(code: str, *arguments: object) -> str:
    command = [sys.executable, "-c", _NO_NETWORK + code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_question_opens_no_socket_and_loads_no_torch(tiny: Path, exports: Path) -> None:
    code = """
from pathlib import Path
from typing import TypeAlias
from corpus.embedding import SentenceEmbedding
from corpus.engines.choose import Wanted
model = SentenceEmbedding.open(sys.argv[1], Wanted(roots=(Path(sys.argv[2]),)))
print(len(model.encode_query("Khi nào nộp hồ sơ?").spans))
heavy = ("torch", "transformers", "sentence_transformers", "openvino_telemetry")
assert model.choice.engine == "openvino" and not any(sys.modules.get(name) for name in heavy)
"""
    assert int(run_without_network(code, tiny, exports)) == len("Khinàonộphồsơ?")
