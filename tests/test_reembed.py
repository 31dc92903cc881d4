"""Another model in the settings: the old index answers until the new vectors are there, and then the new one does."""

import json
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from typer.testing import CliRunner

from api.app import make_app
from api.cli import app
from assistant.search import Filters, Search
from corpus import schema
from corpus.corpus import Corpus
from corpus.doctor import Findings
from corpus.errors import ConflictError, SettingsError
from corpus.models import model_mark
from corpus.reembed import reembed
from corpus.settings import read_settings
from ingest.job import files_under, ingest
from tests.conftest import OpenCorpus

QUESTION = "kế hoạch đào tạo, bồi dưỡng cán bộ"
OTHER = "02-ctr-tu-2026.docx"


def tiny_model(shipped: Path, folder: Path, seed: int) -> Path:
    """A model of one layer with random weights that sees 64 tokens and gives 32 numbers, with the shipped one's tokens."""
    import torch
    from transformers import BertConfig, BertModel

    folder.mkdir()
    for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt", "modules.json"):
        if (shipped / name).is_file():
            shutil.copy(shipped / name, folder / name)
    shutil.copytree(shipped / "1_Pooling", folder / "1_Pooling")
    pooling = json.loads((folder / "1_Pooling" / "config.json").read_text())
    dimension = next(name for name in pooling if "dimension" in name)
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({**pooling, dimension: 32}))
    (folder / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": 64, "do_lower_case": False}))
    (folder / "seed.json").write_text(str(seed))  # two of these have files of the same sizes
    torch.manual_seed(seed)
    config = BertConfig(hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64)
    BertModel(config).save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def tiny(embedding_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_model(embedding_folder, tmp_path_factory.mktemp("models") / "tiny", 1)


@pytest.fixture
def three(few_copy: Path, open_corpus: OpenCorpus) -> Path:
    """A data folder of three documents, indexed with the shipped model."""
    corpus = open_corpus(few_copy)
    with corpus.writing():
        for entry in corpus.library.entries():
            if entry.source.name not in ("18-2024-qd-ubnd.docx", "642-snv-ccvc-2023.txt", "31-kh-tctr-2026.txt"):
                corpus.remove(entry.id)
    return few_copy


def found(search: Search, filters: Filters | None = None) -> list[str]:
    return [search.view.entries[h.key.revision].id for h in search.find(QUESTION, 5, filters)]


def assert_answers_by(corpus: Corpus, model: Path | str) -> None:
    mark = model_mark(Path(model))
    corpus.check_model()
    assert corpus.answering_mark == mark == corpus.library.note("model") and corpus.examine() == Findings()
    assert corpus.vectors.count() == sum(e.windows for e in corpus.library.entries()) > 0
    for entry in corpus.library.entries():
        text, windows = corpus.library.text(entry.revision), corpus.library.windows_of(entry.revision)
        assert len(windows) == entry.windows
        lengths = corpus.embedding.count_tokens([text[w.start : w.end] for w in windows])
        assert max(lengths) <= corpus.embedding.window
    with corpus.library.transaction() as c:
        for table in (schema.windows, schema.window_codes, schema.token_codes):
            assert set(c.execute(select(table.c.model)).scalars()) == {mark}
    assert len(corpus.vectors._client.list_collections()) == 1


def test_the_old_model_answers_until_the_new_one_takes_over(
    three: Path, tiny: Path, samples: Path, embedding_folder: Path, open_corpus: OpenCorpus
) -> None:
    reader = Search(open_corpus(three))
    before = found(reader)
    corpus = open_corpus(three, model=str(tiny))
    assert corpus.model == model_mark(tiny) != corpus.answering_mark == model_mark(embedding_folder)
    assert found(Search(corpus)) == before != []  # by the old model, whatever the settings say
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        assert found(reader) and reader.corpus.answering_mark == model_mark(embedding_folder)
        if done == 1 and total == 3:  # while the vectors are made, documents come and go
            other = open_corpus(three)
            with other.writing():
                ingest(other, files_under([samples / OTHER]))
                other.remove("31-kh-tct-2026")

    assert reembed(corpus, tell)
    assert told[0] == (0, 3) and told[-1][0] == told[-1][1] >= 3
    for after in (corpus, reader.corpus, open_corpus(three), open_corpus(three, model=str(tiny))):
        assert_answers_by(after, tiny)
    ids = {e.id for e in corpus.library.entries()}
    assert "02-ctr-tu-2026" in ids and "31-kh-tct-2026" not in ids
    assert set(found(reader)) <= ids and found(reader, Filters(documents=("02-ctr-tu-2026",)))
    assert corpus.embedding.window == 62 and len(corpus.embedding.get_query_embedding("a")) == 32


def test_broken_off_it_goes_on_where_it_was(three: Path, tiny: Path, open_corpus: OpenCorpus) -> None:
    class Broken(BaseException):
        pass

    def breaking(done: int, total: int) -> None:
        if done == 2:
            raise Broken

    with pytest.raises(Broken):
        reembed(open_corpus(three, model=str(tiny)), breaking)
    assert open_corpus(three).examine() == Findings()  # the old index has nothing to complain of
    told: list[tuple[int, int]] = []
    corpus = open_corpus(three, model=str(tiny))
    assert reembed(corpus, lambda done, total: told.append((done, total)))
    assert told[0] == (0, 1)
    assert_answers_by(corpus, tiny)


def test_it_stops_when_it_is_told_to_and_changes_nothing(
    three: Path, tiny: Path, embedding_folder: Path, open_corpus: OpenCorpus
) -> None:
    corpus = open_corpus(three, model=str(tiny))
    stops = iter([False, True])
    assert not reembed(corpus, stopped=lambda: next(stops, True))
    assert open_corpus(three).answering_mark == model_mark(embedding_folder)


def test_it_waits_for_a_writer_before_it_switches(three: Path, tiny: Path, open_corpus: OpenCorpus) -> None:
    writer, corpus = open_corpus(three), open_corpus(three, model=str(tiny))
    done: list[bool] = []
    with writer.writing():
        thread = threading.Thread(target=lambda: done.append(reembed(corpus)))
        thread.start()
        wait(lambda: not writer.library.without_codes(corpus.model))
        assert writer.library.note("model") == writer.model and thread.is_alive()
    thread.join(60)
    assert done == [True]
    assert_answers_by(writer, tiny)


def test_only_one_process_is_at_it(three: Path, tiny: Path, open_corpus: OpenCorpus) -> None:
    one, other = open_corpus(three, model=str(tiny)), open_corpus(three, model=str(tiny))

    def tell(done: int, total: int) -> None:
        with pytest.raises(ConflictError):
            reembed(other)

    assert reembed(one, tell) and reembed(other)


def test_a_third_model_leaves_nothing_of_the_second(
    three: Path, tiny: Path, embedding_folder: Path, tmp_path: Path, open_corpus: OpenCorpus
) -> None:
    stops = iter([False, False, True])
    assert not reembed(open_corpus(three, model=str(tiny)), stopped=lambda: next(stops, True))
    third = tiny_model(embedding_folder, tmp_path / "third", 2)
    assert model_mark(third) != model_mark(tiny)
    corpus = open_corpus(three, model=str(third))
    assert reembed(corpus)
    assert_answers_by(corpus, third)


def test_a_model_that_has_gone_is_said_and_made_good(
    three: Path, tiny: Path, embedding_folder: Path, tmp_path: Path, open_corpus: OpenCorpus, samples: Path
) -> None:
    gone = tmp_path / "gone"
    shutil.copytree(tiny, gone)
    assert reembed(open_corpus(three, model=str(gone)))
    shutil.rmtree(gone)
    corpus = Corpus(read_settings(three))
    try:
        with pytest.raises(SettingsError) as caught:
            Search(corpus).find(QUESTION)
        assert caught.value.code == "model-changed"
        for speaks in ("vi", "en"):
            assert all(w in caught.value.text(speaks) for w in (str(gone), model_mark(tiny), "vanban reembed"))
        with corpus.writing(), pytest.raises(SettingsError):
            ingest(corpus, files_under([samples / OTHER]))
        assert reembed(corpus)
        assert_answers_by(corpus, embedding_folder)
    finally:
        corpus.close()


def test_the_doctor_makes_the_settings_model_answer(three: Path, tiny: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(three, model=str(tiny))
    with corpus.writing():
        corpus.repair()
    assert_answers_by(corpus, tiny)


def test_the_command_does_it_in_the_foreground(three: Path, tiny: Path, open_corpus: OpenCorpus) -> None:
    run = CliRunner()
    environment = {"VANBAN_MODEL": str(tiny), "VANBAN_LANGUAGE": "en"}
    first = run.invoke(app, ["reembed", "--data", str(three)], env=environment)
    assert first.exit_code == 0 and "3 documents" in first.output and str(tiny) in first.output
    again = run.invoke(app, ["reembed", "--data", str(three)], env={**environment, "VANBAN_LANGUAGE": "vi"})
    assert again.exit_code == 0 and "Không có gì phải làm" in again.output
    assert_answers_by(open_corpus(three, model=str(tiny)), tiny)


def test_a_server_does_it_in_the_background(
    three: Path, tiny: Path, open_corpus: OpenCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "api.serving._GRACE", 60.0
    )  # so that no question falls between the two, and the end cuts it short
    with TestClient(make_app(read_settings(three, model=str(tiny)))) as client:
        wait(lambda: client.get("/api/search", params={"q": QUESTION}).json()["results"] and switched(three, tiny))
        assert client.get("/api/search", params={"q": QUESTION}).json()["results"]
    corpus = open_corpus(three)
    assert corpus.library.note("leaving") == "yes" and len(corpus.vectors._client.list_collections()) == 2
    with corpus.writing():  # the next writer clears away what the server did not come to
        assert corpus.library.note("leaving") is None
    assert_answers_by(corpus, tiny)


def switched(data: Path, model: Path) -> bool:
    corpus = Corpus(read_settings(data))
    try:
        return corpus.answering_mark == model_mark(model)
    finally:
        corpus.close()


def wait(until: Callable[[], object]) -> None:
    for _ in range(300):
        if until():
            return
        time.sleep(0.1)
    raise AssertionError("it never came")
