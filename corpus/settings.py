"""The few settings, each with what it configures.

Read once: `vanban.toml` beside the data folder, environment over it.
"""

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from corpus.errors import SettingsError

PREFIX = "VANBAN_"
OUTSIDE = {"VANBAN_SHARED"}  # names the test material, not a setting


class Settings(BaseModel):
    """Frozen; an unknown key is refused, so that a typing error is seen at start and not never."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Path = Path("data")
    model: str = Field(
        default="multilingual-e5-small",
        description="embedding model: a shipped one's name, or a folder",
    )
    chroma: str | None = Field(
        default=None, min_length=1, description="a Chroma server, HOST:PORT or a URL; else the data folder's own store"
    )
    chroma_tenant: str = Field(default="default_tenant", min_length=1)
    chroma_database: str = Field(default="default_database", min_length=1)
    chroma_token: SecretStr | None = Field(default=None, description="sent to the server as bearer token")
    engine: Literal["auto", "openvino", "torch"] = Field(
        default="auto", description="what computes the model; auto: OpenVINO if it gives the same vectors, else torch"
    )
    device: Literal["cpu", "cuda", "auto"] = Field(
        default="cpu", description="where torch computes; cuda: a graphics card; auto: one if there is one"
    )
    engines: Path | None = Field(
        default=None, description="folder of the converted models; else the user's cache, else the data folder"
    )
    reranker: str | None = Field(
        default=None, min_length=1, description="folder of a cross-encoder that puts the best passages in its order"
    )
    language: Literal["vi", "en", "auto"] = Field(
        default="auto", description="of the messages; auto follows the machine's locale"
    )
    collection: str = Field(
        default="default", min_length=1, description="the collection that newly indexed documents belong to"
    )
    max_file_mb: int = Field(default=100, ge=1, description="a larger file is set aside")
    max_archive_mb: int = Field(default=500, ge=1, description="an archive that unpacks to more is set aside")
    max_pages: int = Field(default=5000, ge=1, description="a longer PDF is set aside")
    passwords: tuple[str, ...] = Field(default=(), description="tried on locked files")
    ocr: bool = Field(default=True, description="recognise the text of scans (needs Tesseract)")
    ocr_dpi: int = Field(default=200, ge=70, le=600, description="at which scanned pages are recognised")
    workers: int = Field(default=0, ge=0, description="files read at a time; 0: one a core, at most 4")
    reader_seconds: float = Field(default=120, gt=0, description="a reader that is silent for longer is ended")
    reader_memory_mb: int = Field(default=700, ge=100, description="memory that one reader may take")
    confidence: float | None = Field(
        default=None, ge=0, le=1, description="how sure it must be to answer; else as shipped (evals/README.md)"
    )
    max_question_characters: int = Field(default=2000, ge=10)
    llm: str | None = Field(
        default=None,
        pattern=r"^(?:openai-like|local|[\w.]+:\w+)$",
        description="who writes: unset or empty: quotes only; openai-like, local, or a llama-index LLM, module:Class",
    )
    llm_address: str | None = Field(default=None, pattern=r"^https?://\S+$", description="of openai-like, with /v1")
    llm_model: str | None = Field(default=None, min_length=1, description="its name at that address")
    llm_key: SecretStr | None = Field(default=None, description="sent there as bearer token; shown and logged nowhere")
    llm_seconds: float = Field(default=60, gt=0, description="an answer that takes longer is completed with quotes")
    llm_first_seconds: float = Field(default=20, gt=0, description="... or whose first word does")

    @field_validator("llm", mode="before")
    @classmethod
    def _off(cls, value: object) -> object:
        return None if value == "" else value  # as the command line and the environment say "none"

    @field_validator("passwords", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value  # a variable of the environment holds one

    @property
    def speaks(self) -> Literal["vi", "en"]:
        """The language of messages: the one set, else Vietnamese on a Vietnamese machine, else English."""
        if self.language != "auto":
            return self.language
        locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
        return "vi" if locale.lower().startswith("vi") else "en"


def read_settings(data: Path | None = None, **overrides: object) -> Settings:
    """Settings from `vanban.toml` beside the data folder, then `VANBAN_*` variables, then arguments.

    Raises SettingsError.
    """
    environment = {
        name[len(PREFIX) :].lower(): value
        for name, value in os.environ.items()
        if name.startswith(PREFIX) and name not in OUTSIDE
    }
    folder = Path(data or environment.get("data") or Settings.model_fields["data"].default).expanduser().absolute()
    file = folder.parent / "vanban.toml"
    values: dict[str, Any] = {
        **_read_toml(file),
        **environment,
        **{k: v for k, v in overrides.items() if v is not None},
    }
    values["data"] = folder
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        detail = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise SettingsError("settings-invalid", source=f"{file.name}, {PREFIX}*", detail=detail) from error


def _read_toml(file: Path) -> dict[str, Any]:
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError("settings-invalid", source=str(file), detail=str(error)) from error
