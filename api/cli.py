"""The `vanban` command. Each command reads settings, calls the rooms below, shows the outcome; heavy rooms open inside.

Exit codes: 0 done, 1 it failed, 2 the call or the settings are wrong.
"""

import os
import sys
from datetime import date
from typing import Annotated

import typer

from api import (
    cli_call,
    cli_checklist,
    cli_compare,
    cli_course,
    cli_ingest,
    cli_reembed,
    cli_registers,
    cli_review,
    cli_search,
    cli_sheets,
    cli_text,
    cli_validity,
)
from api.cli_call import AsOf, Data, Json, Model, Speaks
from corpus.errors import NotFoundError, RequestError, SettingsError, VanbanError
from corpus.messages import message
from corpus.validity import at

app = typer.Typer(
    name="vanban",
    help="Cited answers over official documents. / Trả lời có trích dẫn từ văn bản.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("ingest")(cli_ingest.ingest_files)
app.command("search")(cli_search.search)
app.command("checklist")(cli_checklist.checklist)
app.command("compare")(cli_compare.compare)
app.command("text")(cli_text.text)
app.command("reembed")(cli_reembed.reembed)
app.command("course")(cli_course.course)
app.command("requirements-sheet")(cli_sheets.requirements_sheet)
app.command("programme")(cli_sheets.programme)
app.command("positions")(cli_sheets.positions)
app.command("relations")(cli_validity.relations)
app.command("affected")(cli_validity.affected)
app.command("status")(cli_validity.status)
app.command("statuses")(cli_validity.statuses)
app.command("review")(cli_review.review)
for register in (cli_registers.duties, cli_registers.requirements, cli_registers.figures, cli_registers.definitions):
    app.command(register.__name__)(register)


@app.callback()
def _everywhere(data: Data = None, language: Speaks = None) -> None:
    cli_call.say(data, language)


def exit_code(error: VanbanError) -> int:
    """2 where the call or the settings have to change, else 1."""
    missing_path = isinstance(error, NotFoundError) and error.code == "path-missing"
    return 2 if missing_path or isinstance(error, RequestError | SettingsError) else 1


@app.command()
def documents(data: Data = None, language: Speaks = None) -> None:
    """List what is indexed. / Liệt kê văn bản đã nạp."""
    from api import cli_shown

    settings = cli_call.settings_for(data, language)
    with cli_call.opened(settings) as corpus:
        entries, pages = corpus.library.entries(), corpus.library.pages_by_revision()
        states = corpus.library.intervals_of((e.revision for e in entries), whole=True)
        today = date.today()
        held = {e.revision: at(states.get(e.revision, ()), today) for e in entries}
        cli_shown.documents([(e, pages.get(e.revision, [])) for e in entries], settings.speaks, held)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(show_default=False)],
    conversation: Annotated[
        str | None, typer.Option("--conversation", metavar="ID", help="Go on with it. / Tiếp tục cuộc trao đổi.")
    ] = None,
    as_of: AsOf = None,
    json: Json = False,
    llm: Model = None,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Answer a question with citations. / Trả lời câu hỏi, kèm trích dẫn."""
    from api import answer_bodies, cli_shown
    from assistant.assistant import Assistant
    from assistant.conversations import Conversations
    from assistant.llm import opened as opened_model
    from assistant.meant import turn

    settings = cli_call.settings_for(data, language, llm)
    with opened_model(settings) as model, cli_call.opened(settings) as corpus:
        kept = Conversations(settings.data)
        asked, speaks = cli_call.typed(question), cli_call.asked_language()
        day = as_of.date() if as_of else None
        answer = Assistant(corpus, model).ask(asked, as_of=day, language=speaks, history=kept.turns(conversation))
        id = kept.keep(conversation, turn(answer))
        kept.close()
    if json:
        typer.echo(answer_bodies.answer_body(answer, id).model_dump_json(indent=2))
    else:
        cli_shown.answer(answer, settings.speaks)
        cli_shown.conversation(id, settings.speaks)


@app.command()
def serve(
    host: Annotated[str, typer.Option("--host")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 8000,
    llm: Model = None,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Serve the API and the page. / Mở API và trang hỏi đáp."""
    from api.server import serve_at  # binds the port first, then opens the heavy rooms

    serve_at(cli_call.settings_for(data, language, llm), host, port, typer.echo)


@app.command()
def doctor(
    repair: Annotated[bool, typer.Option("--repair", help="Bring the stores back in step. / Sửa cho khớp.")] = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Check that the stores agree. / Kiểm tra các kho khớp nhau."""
    from api import cli_shown
    from ingest.extract import EXTRACTOR
    from ingest.reextract import reextract
    from ingest.relate import RELATER
    from ingest.rerelate import rerelate

    settings = cli_call.settings_for(data, language)
    with cli_call.opened(settings, mend=repair) as corpus:
        findings = corpus.examine(EXTRACTOR, RELATER)
        cli_shown.findings(corpus, findings, settings.speaks)
        if repair:
            with corpus.writing():
                corpus.repair()
                reextract(corpus)
                rerelate(corpus)
            typer.echo(message("doctor-repaired", settings.speaks))
            findings = corpus.examine(EXTRACTOR, RELATER)
            cli_shown.findings(corpus, findings, settings.speaks)
        cli_shown.engine(corpus, settings.speaks)
    if not findings.clean:
        if not repair:
            typer.echo(message("doctor-advice", settings.speaks), err=True)
        raise typer.Exit(1)


def main() -> None:
    """Runs the command; an error is one line, never a trace."""
    try:
        app()
    except VanbanError as error:
        from api.cli_shown import without_controls

        typer.echo(without_controls(error.text(cli_call.spoken())), err=True)
        sys.exit(exit_code(error))
    except BrokenPipeError:
        # the reader of our output (head, less) has gone; what is still buffered has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
