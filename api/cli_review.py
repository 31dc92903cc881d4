"""`vanban review`: the registers read a second time by a language model, and what an editor makes of that."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from getpass import getuser
from typing import TYPE_CHECKING, Annotated

import typer

from api import cli_call
from api.cli_call import Data, Model, Speaks
from corpus.errors import RequestError, SettingsError
from corpus.messages import message

if TYPE_CHECKING:
    from assistant.second_reading.reader import Reading
    from corpus.corpus import Corpus
    from corpus.messages import Language
    from corpus.register_filters import SecondState
    from corpus.settings import Settings

Which = Annotated[list[str] | None, typer.Argument(metavar="[NUMBER|ID]...", show_default=False)]
Every = Annotated[bool, typer.Option("--all", help="Every document. / Mọi văn bản.")]
Again = Annotated[bool, typer.Option("--again", help="Also what this model has read. / Đọc lại cả đoạn đã đọc.")]
Accept = Annotated[
    list[int] | None, typer.Option("--accept", metavar="N", help="Accept a proposed entry. / Nhận mục đề xuất.")
]
Reject = Annotated[
    list[int] | None, typer.Option("--reject", metavar="N", help="Reject a proposed entry. / Loại mục đề xuất.")
]
Who = Annotated[str | None, typer.Option("--who", help="Who decides. / Người duyệt. [the user logged in]")]


def review(
    which: Which = None,
    every: Every = False,
    again: Again = False,
    accept: Accept = None,
    reject: Reject = None,
    who: Who = None,
    llm: Model = None,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Let a language model look for entries that the registers lack. / Nhờ mô hình ngôn ngữ tìm mục sổ còn thiếu."""
    settings = cli_call.settings_for(data, language, llm)
    if not (which or every or accept or reject):
        raise RequestError("review-what")
    if (which or every) and settings.llm is None:
        raise SettingsError("review-no-model")
    with cli_call.opened(settings) as corpus:
        _decide(corpus, accept or (), "accepted", who or getuser(), settings.speaks)
        _decide(corpus, reject or (), "rejected", who or getuser(), settings.speaks)
        if which or every:
            _read(corpus, settings, which or [], again=again)


def _decide(corpus: "Corpus", ids: Sequence[int], state: "SecondState", who: str, speaks: "Language") -> None:
    from api.cli_shown import plain
    from api.register_bodies import second_body
    from api.register_sheet import mark

    for id in ids:
        made = corpus.library.decide(id, state, who)
        words = made.entry.whole.of(corpus.library.text(made.revision))
        plain(f"[{id}] {mark(second_body(made), speaks)}: {' '.join(words.split())}")


def _read(corpus: "Corpus", settings: "Settings", which: list[str], *, again: bool) -> None:
    from api.cli_validity import named
    from api.second_reading import second_reader
    from assistant.llm import opened as opened_model

    library = corpus.library
    documents = [e for name in which for e in named(library, name)] or library.entries()
    with opened_model(settings) as model, _progress() as tell:
        if model is None:
            raise SettingsError("review-no-model")
        reader = second_reader(corpus, model)
        reading = None
        try:
            for reading in reader.read(list({e.id: e for e in documents}.values()), again=again):
                tell(reading)
        except KeyboardInterrupt:
            _summary(reading, reader.called, settings.speaks)
            typer.echo(message("interrupted", settings.speaks), err=True)
            raise typer.Exit(1) from None
    _summary(reading, reader.called, settings.speaks)
    if reading is not None and reading.stopped is not None:
        reason = reading.stopped.text(settings.speaks)
        typer.echo(message("review-stopped", settings.speaks, reason=reason), err=True)
        raise typer.Exit(1)


def _summary(reading: "Reading | None", called: str, speaks: "Language") -> None:
    from api.cli_shown import plain

    if reading is None:
        return
    counts = {"read": reading.read, "total": reading.total, "kept": len(reading.kept), "refused": reading.refused}
    plain(message("review-done", speaks, model=called, **counts))
    for code, count in (("review-orders", reading.orders), ("review-failed", reading.failed)):
        if count:
            plain(message(code, speaks, count=count))
    if reading.kept:
        plain(message("registers-proposed", speaks, count=len(reading.kept)))


@contextmanager
def _progress() -> "Iterator[Callable[[Reading], None]]":
    """A bar of passages on stderr, on a terminal only."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (MofNCompleteColumn(), BarColumn(24), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda reading: bar.update(task, completed=reading.done, total=reading.total)
