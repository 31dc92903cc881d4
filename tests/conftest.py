"""What several tests need: the shipped model, loaded once, and sample documents, indexed once and copied for those that change them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import Settings, read_settings
from ingest.job import files_under, ingest
from tests.validity_made import FAMILY

pytest_plugins = ["tests.window", "tests.second_made"]

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpus" / "samples" / "dossier"

# every format and both languages, the shorter ones: the model is the slow part of a test
FEW = (
    "02-ctr-tu-2026.docx",
    "18-2024-qd-ubnd.docx",
    "31-kh-tctr-2026.txt",
    "642-snv-ccvc-2023.txt",
    "77-kl-tu-2024.en.html",
    "77-kl-tu-2024.html",
    "05-nq-tu-2021.en.pdf",
)

OpenCorpus = Callable[..., Corpus]


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample dossier."""
    return SAMPLES


@pytest.fixture(scope="session")
def embedding() -> SentenceEmbedding:
    """The shipped model, loaded once for all tests."""
    return SentenceEmbedding.open(Settings().model)


@pytest.fixture(scope="session")
def embedding_folder(embedding: SentenceEmbedding) -> Path:
    """Where the shipped model lies."""
    return Path(embedding.folder)


@pytest.fixture
def open_corpus(embedding: SentenceEmbedding) -> Iterator[OpenCorpus]:
    """Opens a data folder with the loaded model; closed after the test."""
    opened: list[Corpus] = []

    def open_(data: Path, **settings: object) -> Corpus:
        corpus = Corpus(read_settings(data, **settings))
        if "model" not in settings:
            corpus.embedding = embedding
        opened.append(corpus)
        return corpus

    yield open_
    for corpus in opened:
        corpus.close()


@pytest.fixture(scope="session")
def few_data(tmp_path_factory: pytest.TempPathFactory, embedding: SentenceEmbedding) -> Path:
    """A data folder that holds the FEW sample documents. Not to be changed: take `few_copy` for that."""
    return _indexed(tmp_path_factory.mktemp("few") / "data", [SAMPLES / name for name in FEW], embedding)


@pytest.fixture
def few_copy(few_data: Path, tmp_path: Path) -> Path:
    """A copy of `few_data` that a test may change."""
    return Path(shutil.copytree(few_data, tmp_path / "data"))


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory, embedding: SentenceEmbedding) -> Path:
    """A data folder that holds the whole sample dossier. Not to be changed."""
    return _indexed(tmp_path_factory.mktemp("dossier") / "data", sorted(SAMPLES.iterdir()), embedding)


@pytest.fixture(scope="session")
def sample_corpus(sample_data: Path, embedding: SentenceEmbedding) -> Iterator[Corpus]:
    """The whole sample dossier, opened. Not to be changed."""
    corpus = Corpus(read_settings(sample_data))
    corpus.embedding = embedding
    yield corpus
    corpus.close()


@pytest.fixture(scope="session")
def assistant(sample_corpus: Corpus) -> Assistant:
    """The assistant over the whole sample dossier."""
    return Assistant(sample_corpus)


@pytest.fixture(scope="session")
def family_data(tmp_path_factory: pytest.TempPathFactory, embedding: SentenceEmbedding) -> Path:
    """A data folder that holds a made family of texts that amend and replace each other (`validity_made`)."""
    folder = tmp_path_factory.mktemp("family")
    for name, text in FAMILY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return _indexed(folder / "data", [folder / name for name in sorted(FAMILY)], embedding)


@pytest.fixture
def family_corpus(family_data: Path, tmp_path: Path, open_corpus: OpenCorpus) -> Corpus:
    """The family, opened in a copy that a test may change."""
    return open_corpus(Path(shutil.copytree(family_data, tmp_path / "data")))


def _indexed(data: Path, files: list[Path], embedding: SentenceEmbedding) -> Path:
    corpus = Corpus(read_settings(data))
    corpus.embedding = embedding
    with corpus.writing():
        summary = ingest(corpus, files_under(files))
    corpus.close()
    assert len(summary.added) == len(files) and not summary.set_aside
    return data
