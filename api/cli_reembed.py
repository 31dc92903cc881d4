"""`vanban reembed`: the vectors made anew with the model that the settings name. The old ones answer until the end."""

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from api import cli_call
from api.cli_call import Data, Speaks
from corpus.messages import message


def reembed(data: Data = None, language: Speaks = None) -> None:
    """Make the vectors anew after a change of model. / Tạo lại véc-tơ sau khi đổi mô hình."""
    from corpus.reembed import reembed as all_anew

    settings = cli_call.settings_for(data, language)
    console = Console(stderr=True)
    columns = (MofNCompleteColumn(), BarColumn(24), TimeRemainingColumn())
    with cli_call.opened(settings) as corpus:
        if corpus.answering_mark == corpus.model:
            typer.echo(message("reembed-nothing", settings.speaks, model=settings.model))
            return
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task("", total=None)
            all_anew(corpus, lambda done, total: bar.update(task, completed=done, total=total))
        documents = len(corpus.library.live())
    typer.echo(message("reembed-done", settings.speaks, documents=documents, model=settings.model))
