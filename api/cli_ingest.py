"""`vanban ingest`: files and folders into the corpus, once or for as long as they are watched. Shows how it goes."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import cli_call
from api.cli_call import Data, Speaks
from corpus.errors import RequestError
from corpus.messages import message
from corpus.settings import Settings

if TYPE_CHECKING:
    from corpus.corpus import Corpus
    from ingest.job import Options, Summary

_WRITER_WAIT = 600.0  # seconds: while watching, another process may be at work
_SUFFIXES = (".html", ".json")

Prune = Annotated[
    bool, typer.Option("--prune", help="Also drop documents of emptied or lost folders. / Gỡ cả văn bản đã mất.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Stay and follow changes. / Theo dõi thay đổi.")]
Password = Annotated[
    list[str] | None, typer.Option("--password", help="For locked files; may be repeated. / Mật khẩu tệp bị khóa.")
]
AskPassword = Annotated[bool, typer.Option("--ask-password", help="Ask for it, unseen. / Hỏi mật khẩu.")]
Again = Annotated[bool, typer.Option("--again", help="Read unchanged files anew. / Đọc lại cả tệp không đổi.")]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, max=64, metavar="N", help="Files read at a time. / Số tệp đọc cùng lúc."),
]
ReportFile = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", help="Run report, .html or .json. / Báo cáo. [DATA/reports]"),
]


def ingest_files(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", show_default=False)],
    prune: Prune = False,
    watch: Watch = False,
    password: Password = None,
    ask_password: AskPassword = False,
    again: Again = False,
    workers: Workers = None,
    report: ReportFile = None,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Index files and folders. / Nạp tệp và thư mục."""
    from ingest.job import Options

    settings = cli_call.settings_for(data, language)
    if report is not None and report.suffix.lower() not in _SUFFIXES:
        raise RequestError("report-suffix", path=report)
    passwords = tuple(password or ())
    if ask_password:
        passwords += (typer.prompt(message("ask-password", settings.speaks), hide_input=True, err=True),)
    options = Options(tuple(p for p in paths if not p.is_file()), prune, again, passwords, workers)
    try:
        with cli_call.opened(settings) as corpus:
            failed = False
            for number, _ in enumerate(_rounds(settings, paths, watch)):
                summary = _one_run(corpus, paths, options, quiet=number > 0)
                options = replace(options, again=False)
                failed = failed or _show(settings, summary, report, quiet=number > 0)
    except KeyboardInterrupt:
        typer.echo(message("interrupted", settings.speaks), err=True)
        raise typer.Exit(0 if watch else 1) from None  # watching has no other end
    if failed:
        raise typer.Exit(1)


def _one_run(corpus: "Corpus", paths: list[Path], options: "Options", *, quiet: bool) -> "Summary":
    from api import cli_shown
    from ingest.job import files_under, ingest

    # with --prune a path that is gone is a thing to be put right, and else a typing error to be told
    files = files_under(p for p in paths if p.exists() or not (options.prune or quiet))
    with ExitStack() as during:
        tell = during.enter_context(cli_shown.progress(len(files), corpus.settings.speaks))
        during.enter_context(corpus.writing(wait=_WRITER_WAIT if quiet else 0.0))
        summary = ingest(corpus, files, tell, options)
    if not files and not quiet and not (summary.kept or summary.removed):
        raise RequestError("nothing-to-index", path=", ".join(map(str, paths)))
    return summary


def _show(settings: Settings, summary: "Summary", report: Path | None, *, quiet: bool) -> bool:
    """Tells what a run did; gives whether it came to nothing."""
    from api import cli_shown

    changed = summary.added or summary.updated or summary.moved or summary.removed
    if quiet and not (changed or summary.set_aside):
        return False
    cli_shown.summary(summary, settings.speaks)
    for path in _written(settings, summary, report):
        typer.echo(message("report-written", settings.speaks, path=path))
    return bool(summary.set_aside) and not (changed or summary.unchanged)


def _written(settings: Settings, summary: "Summary", report: Path | None) -> list[Path]:
    from ingest.report import as_json, keep, report_of
    from ingest.report_page import as_html

    made = report_of(summary, settings.speaks)
    try:
        if report is None:
            return keep(made, settings.data / "reports")
        report.write_text(as_json(made) if report.suffix.lower() == ".json" else as_html(made), encoding="utf-8")
    except OSError as error:
        path = report or settings.data / "reports"
        raise RequestError("report-unwritable", path=path, reason=error.strerror or str(error)) from error
    return [report]


def _rounds(settings: Settings, paths: list[Path], watch: bool) -> Iterator[None]:
    """Once, and with `watch` again whenever something under the paths has changed, until Ctrl+C."""
    if not watch:
        yield
        return
    from ingest.watch import changes

    for number, _ in enumerate(changes(paths)):
        yield
        if number == 0:
            typer.echo(message("watching", settings.speaks, paths=", ".join(map(str, paths))), err=True)
