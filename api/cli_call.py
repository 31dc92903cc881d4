"""What every command is told (data folder, language), and what it opens with that. Knows no single command."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from api.cli_day import typed_day
from corpus.errors import SettingsError
from corpus.messages import Language
from corpus.settings import Settings, read_settings

if TYPE_CHECKING:
    from corpus.corpus import Corpus

Data = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="Where everything lives. / Thư mục dữ liệu. [./data]")
]
Speaks = Annotated[
    str | None, typer.Option("--language", metavar="vi|en", help="Language of messages. / Ngôn ngữ thông báo.")
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help=".docx .xlsx .ics .md .csv .json: write it there. / Ghi ra tệp."),
]
Json = Annotated[bool, typer.Option("--json", help="The API's body. / Dạng JSON như API.")]
Model = Annotated[
    str | None,
    typer.Option(
        "--llm", metavar="local|openai-like|MODULE:CLASS", help="Language model that writes. / Mô hình ngôn ngữ viết."
    ),
]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of", metavar="DAY", parser=typed_day, help="What held on this day. / Theo hiệu lực tại ngày. [today]"
    ),
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="At most so many. / Tối đa.")]


class _Said:
    """What --data and --language say, before or after the subcommand."""

    data: Path | None = None
    language: str | None = None


_said = _Said()


def say(data: Path | None, language: str | None) -> None:
    """Remembers what was said before the subcommand."""
    _said.data, _said.language = data, language


def settings_for(data: Path | None, language: str | None, llm: str | None = None) -> Settings:
    """The settings, with what was said before or after the subcommand over them; raises SettingsError."""
    _said.data, _said.language = data or _said.data, language or _said.language
    if _said.language is not None and _said.language not in get_args(Language):
        raise typer.BadParameter(f"{_said.language!r}: vi, en", param_hint="--language")
    return read_settings(_said.data, language=_said.language, llm=llm)


def asked_language() -> Language | None:
    """The language that was asked for on the command line."""
    return cast("Language | None", _said.language)


def spoken() -> Language:
    """The language of an error that may be in the settings themselves."""
    said = _said.language or os.environ.get("VANBAN_LANGUAGE")
    if said in get_args(Language):
        return cast(Language, said)
    try:
        return read_settings(_said.data).speaks
    except SettingsError:
        return Settings.model_validate({}).speaks


@contextmanager
def opened(settings: Settings, *, mend: bool = False) -> Iterator["Corpus"]:
    """The corpus under the data folder, closed afterwards."""
    from corpus.corpus import Corpus

    corpus = Corpus(settings, mend=mend)
    try:
        yield corpus
    finally:
        corpus.close()


def typed(text: str) -> str:
    """What was typed, with a mark in place of bytes that are no character in the terminal's encoding."""
    return text.encode("utf-8", "replace").decode("utf-8")
