"""By which model the index answers: the catalogue notes it, and it is kept while another one's vectors are made."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import SettingsError, UnavailableError
from corpus.library import Library
from corpus.models import SHIPPED, model_folder, model_mark, roots_of
from corpus.settings import Settings

if TYPE_CHECKING:
    from corpus.embedding import SentenceEmbedding
    from corpus.vectors import Vectors


@dataclass(frozen=True, slots=True)
class Answering:
    """A model with its vectors, for one question: another model may take over before the next."""

    model: str
    embedding: "SentenceEmbedding"
    vectors: "Vectors"


def full_name(model: str) -> str:
    """A model's name as it is noted: a shipped one's, or the whole path of a folder."""
    return model if model in SHIPPED else str(Path(model).expanduser().absolute())


def answering_mark(library: Library, wanted: str) -> str:
    """The mark of the model that answers: the one noted, or, where nothing is indexed yet, the one wanted."""
    return library.note("model") or wanted


def answering_name(library: Library, settings: Settings, mark: str) -> str:
    """The name or path of the model with this mark; raises SettingsError if it is not on this machine."""
    noted = library.note("model_name")
    for name in (settings.model, *([noted] if noted else []), *SHIPPED):
        try:
            if model_mark(model_folder(name, roots_of(settings))) == mark:
                return name
        except UnavailableError:
            continue
    raise SettingsError("model-changed", indexed=f"{noted} ({mark})" if noted else mark, wanted=settings.model)
