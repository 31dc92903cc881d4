"""The `vanban` command. Each command reads settings, calls the rooms below, shows the outcome; heavy rooms open inside.

Exit codes: 0 done, 1 it failed, 2 the call or the settings are wrong.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from corpus.errors import NotFoundError, RequestError, SettingsError, VanbanError
from corpus.messages import Language, message
from corpus.settings import Settings, read_settings

if TYPE_CHECKING:
    from corpus.corpus import Corpus

app = typer.Typer(
    name="vanban",
    help="Cited answers over official documents. / Trả lời có trích dẫn từ văn bản.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Data = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="Where everything lives. / Thư mục dữ liệu. [./data]")
]
Speaks = Annotated[
    str | None, typer.Option("--language", metavar="vi|en", help="Language of messages. / Ngôn ngữ thông báo.")
]
Json = Annotated[bool, typer.Option("--json", help="The API's body. / Dạng JSON như API.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="At most so many. / Tối đa.")]


class _Said:
    """What --data and --language say, before or after the subcommand."""

    data: Path | None = None
    language: str | None = None


_said = _Said()


@app.callback()
def _everywhere(data: Data = None, language: Speaks = None) -> None:
    _said.data, _said.language = data, language


def _settings(data: Path | None, language: str | None) -> Settings:
    _said.data, _said.language = data or _said.data, language or _said.language
    if _said.language is not None and _said.language not in get_args(Language):
        raise typer.BadParameter(f"{_said.language!r}: vi, en", param_hint="--language")
    return read_settings(_said.data, language=_said.language)


def _spoken() -> Language:
    """The language of an error that may be in the settings themselves."""
    said = _said.language or os.environ.get("VANBAN_LANGUAGE")
    if said in get_args(Language):
        return cast(Language, said)
    try:
        return read_settings(_said.data).speaks
    except SettingsError:
        return Settings.model_validate({}).speaks


def exit_code(error: VanbanError) -> int:
    """2 where the call or the settings have to change, else 1."""
    missing_path = isinstance(error, NotFoundError) and error.code == "path-missing"
    return 2 if missing_path or isinstance(error, RequestError | SettingsError) else 1


@contextmanager
def _corpus(settings: Settings, *, mend: bool = False) -> Iterator["Corpus"]:
    from corpus.corpus import Corpus

    corpus = Corpus(settings, mend=mend)
    try:
        yield corpus
    finally:
        corpus.close()


def _typed(text: str) -> str:
    """What was typed, with a mark in place of bytes that are no character in the terminal's encoding."""
    return text.encode("utf-8", "replace").decode("utf-8")


@app.command("ingest")
def ingest_files(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", show_default=False)],
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Index files and folders. / Nạp tệp và thư mục."""
    from api import cli_shown
    from ingest.job import files_under, ingest

    settings = _settings(data, language)
    files = files_under(paths)
    if not files:
        raise RequestError("nothing-to-index", path=", ".join(map(str, paths)))
    try:
        progress = cli_shown.progress(len(files), settings.speaks)
        with _corpus(settings) as corpus, corpus.writing(), progress as tell:
            summary = ingest(corpus, files, tell)
    except KeyboardInterrupt:
        typer.echo(message("interrupted", settings.speaks), err=True)
        raise typer.Exit(1) from None
    cli_shown.summary(summary, settings.speaks)
    if summary.set_aside and not (summary.added or summary.updated or summary.unchanged):
        raise typer.Exit(1)


@app.command()
def documents(data: Data = None, language: Speaks = None) -> None:
    """List what is indexed. / Liệt kê văn bản đã nạp."""
    from api import cli_shown

    settings = _settings(data, language)
    with _corpus(settings) as corpus:
        cli_shown.documents(corpus.library.entries(), settings.speaks)


@app.command()
def search(
    words: Annotated[str, typer.Argument(show_default=False)],
    limit: Limit = 10,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Find passages, with scores. / Tìm đoạn văn, kèm điểm."""
    from api import bodies, cli_shown, schemas
    from api.find import find_passages
    from assistant.search import Search

    settings = _settings(data, language)
    with _corpus(settings) as corpus:
        found = find_passages(Search(corpus), _typed(words), limit)
    if json:
        body = schemas.SearchBody(query=words, results=[bodies.passage_body(f) for f in found])
        typer.echo(body.model_dump_json(indent=2))
    else:
        cli_shown.found(found, words, settings.speaks)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(show_default=False)],
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Answer a question with citations. / Trả lời câu hỏi, kèm trích dẫn."""
    from api import bodies, cli_shown
    from assistant.assistant import Assistant

    settings = _settings(data, language)
    said = cast("Language | None", _said.language)
    with _corpus(settings) as corpus:
        answer = Assistant(corpus).ask(_typed(question), language=said)
    if json:
        typer.echo(bodies.answer_body(answer).model_dump_json(indent=2))
    else:
        cli_shown.answer(answer, settings.speaks)


@app.command()
def checklist(
    topic: Annotated[str, typer.Argument(show_default=False)],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Draft a checklist on a topic (planned). / Dự thảo danh mục việc cần làm (sẽ có)."""
    speaks = _settings(data, language).speaks
    raise VanbanError("not-yet", what=message("planned-checklists", speaks))


@app.command()
def serve(
    host: Annotated[str, typer.Option("--host")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 8000,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Serve the API and the page. / Mở API và trang hỏi đáp."""
    from api.server import serve_at  # binds the port first, then opens the heavy rooms

    serve_at(_settings(data, language), host, port, typer.echo)


@app.command()
def doctor(
    repair: Annotated[bool, typer.Option("--repair", help="Bring the stores back in step. / Sửa cho khớp.")] = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Check that the stores agree. / Kiểm tra các kho khớp nhau."""
    from api import cli_shown

    settings = _settings(data, language)
    with _corpus(settings, mend=repair) as corpus:
        findings = corpus.examine()
        cli_shown.findings(corpus, findings, settings.speaks)
        if repair:
            with corpus.writing():
                corpus.repair()
            typer.echo(message("doctor-repaired", settings.speaks))
            findings = corpus.examine()
            cli_shown.findings(corpus, findings, settings.speaks)
    if not findings.clean:
        if not repair:
            typer.echo(message("doctor-advice", settings.speaks), err=True)
        raise typer.Exit(1)


def main() -> None:
    """Runs the command; an error is one line, never a trace."""
    try:
        app()
    except VanbanError as error:
        typer.echo(error.text(_spoken()), err=True)
        sys.exit(exit_code(error))
    except BrokenPipeError:
        # the reader of our output (head, less) has gone; what is still buffered has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
