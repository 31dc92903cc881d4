"""`vanban text`: a document's wording on a day. Decides nothing."""

from datetime import date, datetime
from typing import Annotated

import typer

from api import cli_call
from api.cli_call import Data, Json, Speaks
from api.cli_day import typed_day

AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", metavar="DAY", parser=typed_day, help="That day's wording. / Nội dung tại ngày."),
]


def text(
    number: Annotated[str, typer.Argument(metavar="NUMBER|ID", show_default=False)],
    as_of: AsOf = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Show a document's wording in force on a day (today), with what changed it. / Nội dung văn bản tại một ngày."""
    from api.cli_shown import plain
    from api.consolidated_bodies import consolidated_body
    from api.consolidated_shown import plain_lines
    from assistant.checklists.documents import documents_called
    from assistant.wording_on import consolidated_text

    settings = cli_call.settings_for(data, language)
    day = as_of.date() if as_of is not None else date.today()
    with cli_call.opened(settings) as corpus:
        library = corpus.library
        entries = [library.entry(id) for id in documents_called(corpus, [cli_call.typed(number)]).documents]
        # of a text and its translation, the one in the language that is spoken
        entry = min(entries, key=lambda e: e.identity.language != settings.speaks)
        found = consolidated_text(entry, day, library)
        if json:
            typer.echo(consolidated_body(entry, found, library, settings.speaks).model_dump_json(indent=2))
            return
        for line in plain_lines(entry, found, library, settings.speaks):
            plain(line)
