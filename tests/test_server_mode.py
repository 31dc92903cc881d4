"""A Chroma server in place of the data folder's own store: the same code, shared by several processes."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from assistant.search import Filters, Search
from corpus.errors import UnavailableError
from corpus.settings import read_settings
from ingest.job import files_under, ingest
from tests.conftest import OpenCorpus

QUESTION = "kế hoạch đào tạo, bồi dưỡng cán bộ"
TWO = ("18-2024-qd-ubnd.docx", "31-kh-tctr-2026.txt")
RUN = "import sys; from chromadb.cli.cli import app; sys.argv = ['chroma', *sys.argv[1:]]; app()"


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running server."""
    folder, address = tmp_path_factory.mktemp("chroma"), f"127.0.0.1:{free_port()}"
    options = ["--host", "127.0.0.1", "--port", address.rpartition(":")[2], "--path", str(folder)]
    command = [sys.executable, "-c", RUN, "run", *options]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(address, process)
            yield address
        finally:
            process.kill()


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert process.poll() is None
        try:
            if httpx.get(f"http://{address}/api/v2/heartbeat").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")


def hits(search: Search, filters: Filters | None = None) -> list[tuple[str, int, float]]:
    entries = search.view.entries
    return [(entries[h.key.revision].id, h.key.ordinal, h.dense) for h in search.find(QUESTION, 10, filters)]


def test_two_open_at_once_share_one_server(tmp_path: Path, samples: Path, server: str, open_corpus: OpenCorpus) -> None:
    files = [samples / name for name in TWO]
    writer = open_corpus(tmp_path / "data", chroma=server)
    reader = Search(open_corpus(tmp_path / "data", chroma=f"http://{server}"))
    assert reader.find(QUESTION) == []
    with writer.writing():
        ingest(writer, files_under(files))
    assert not (tmp_path / "data" / "vectors").exists()
    assert {id for id, _, _ in hits(reader)} >= {"31-kh-tct-2026"}

    alone = open_corpus(tmp_path / "alone")
    with alone.writing():
        ingest(alone, files_under(files))
    for filters in (None, Filters(types=("decision",))):
        ours, theirs = hits(reader, filters), hits(Search(alone), filters)
        assert [h[:2] for h in ours] == [h[:2] for h in theirs] != []
        assert [h[2] for h in ours] == pytest.approx([h[2] for h in theirs], abs=1e-4)

    with writer.writing():
        writer.remove("31-kh-tct-2026")
    assert {id for id, _, _ in hits(reader)} == {"18-2024-qd-ubnd"}
    assert writer.examine().clean and reader.corpus.examine().clean


def test_two_catalogues_on_one_server_do_not_mix(
    tmp_path: Path, samples: Path, server: str, open_corpus: OpenCorpus
) -> None:
    one, other = open_corpus(tmp_path / "one", chroma=server), open_corpus(tmp_path / "other", chroma=server)
    for corpus, name in ((one, TWO[0]), (other, TWO[1])):
        with corpus.writing():
            ingest(corpus, files_under([samples / name]))
    assert one.examine().clean and other.examine().clean
    with one.writing():
        one.remove(one.library.entries()[0].id)
        one.repair()
    assert other.examine().clean and other.vectors.count() == sum(e.windows for e in other.library.entries())


def test_an_address_where_nobody_answers_is_named(few_copy: Path, open_corpus: OpenCorpus) -> None:
    shutil.rmtree(few_copy / "vectors")
    address = f"127.0.0.1:{free_port()}"
    corpus = open_corpus(few_copy, chroma=address)
    with pytest.raises(UnavailableError) as caught:
        corpus.open()
    assert caught.value.code == "chroma-unreachable"
    assert all(
        address in caught.value.text(speaks) and "chroma run" in caught.value.text(speaks) for speaks in ("vi", "en")
    )


def test_a_server_that_goes_away_is_named(tmp_path: Path, samples: Path, open_corpus: OpenCorpus) -> None:
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-c", RUN, "run", "--host", "127.0.0.1", "--port", address[10:], "--path", str(tmp_path)]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        wait_for(address, process)
        corpus = open_corpus(tmp_path / "data", chroma=address)
        with corpus.writing():
            ingest(corpus, files_under([samples / TWO[0]]))
        process.kill()
        process.wait()
    with pytest.raises(UnavailableError) as caught:
        Search(corpus).find(QUESTION)
    assert caught.value.code == "chroma-unreachable" and address in caught.value.text("vi")


def test_the_token_is_not_shown(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "data", chroma="localhost:1", chroma_token="geheim")
    assert "geheim" not in repr(settings)
    assert settings.chroma_token is not None and settings.chroma_token.get_secret_value() == "geheim"
