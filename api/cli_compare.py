"""`vanban compare`: two documents, and what differs, shown or written out. Decides nothing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import cli_call
from api.cli_call import Data, Json, Speaks

if TYPE_CHECKING:
    from assistant.comparing import DocumentsCompared
    from corpus.messages import Language

Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help=".docx .html .md .json: write it there. / Ghi ra tệp.")
]


def compare(
    left: Annotated[str, typer.Argument(metavar="LEFT", show_default=False)],
    right: Annotated[str, typer.Argument(metavar="RIGHT", show_default=False)],
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Compare two documents unit by unit, word by word. / So sánh hai văn bản theo từng điều, từng từ."""
    from api.export.comparing import export_comparison, known_format
    from api.export.writing import write_bytes
    from assistant.comparing import compare_called

    settings = cli_call.settings_for(data, language)
    format = known_format(out.suffix.lower().removeprefix(".")) if out is not None else ""
    with cli_call.opened(settings) as corpus:
        found = compare_called(corpus, cli_call.typed(left), cli_call.typed(right), settings.speaks)
    if out is not None:
        write_bytes(export_comparison(found, format, settings.speaks), out)
    if json:
        typer.echo(export_comparison(found, "json", settings.speaks).decode())
    else:
        _show(found, settings.speaks, quietly=out is not None)


def _show(found: "DocumentsCompared", language: "Language", *, quietly: bool) -> None:
    from api.cli_shown import plain
    from assistant.comparison.summary import notes, sentence, title_of

    plain(title_of(found, language))
    for note in notes(found, language):
        plain(note)
    for a in () if quietly else found.differences:
        plain(f"- {sentence(a, found.texts, language)}")
