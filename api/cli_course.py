"""`vanban course`: the topic typed, and its course pack shown, kept and written out. Decides nothing."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from api import cli_call
from api.cli_call import Data, Json, Speaks
from corpus.messages import message

if TYPE_CHECKING:
    from assistant.course_packs.questions import Level
    from assistant.sheet import Sheet

_MOST_QUESTIONS, _MOST_SESSIONS = 200, 40
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help=".docx .pptx .xlsx .md .csv .json: write it there. / Ghi ra tệp."),
]
Chapter = Annotated[
    str | None, typer.Option("--chapter", help='"II", "Article 5": only this unit. / Chỉ chương, điều này.')
]
Count = Annotated[int, typer.Option("--questions", min=0, max=_MOST_QUESTIONS, help="Quiz questions. / Số câu hỏi.")]
Sessions = Annotated[
    int | None, typer.Option("--sessions", min=1, max=_MOST_SESSIONS, help="Else by length. / Số buổi.")
]
AtLevel = Annotated[str | None, typer.Option("--level", metavar="easy|medium|hard", help="Else all. / Mức độ.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Another one: other questions. / Số khác: câu hỏi khác.")]


def course(
    topic: Annotated[str, typer.Argument(show_default=False)],
    chapter: Chapter = None,
    questions: Count = 20,
    sessions: Sessions = None,
    level: AtLevel = None,
    seed: Seed = 1,
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Make a course pack: outline, provisions, glossary, cases, quiz. / Lập bài giảng kèm câu hỏi kiểm tra."""
    from assistant.assistant import Assistant
    from assistant.course import Wanted, make_course
    from assistant.course_packs.sheet import course_sheet
    from assistant.courses import Courses

    told = _level(level)
    settings = cli_call.settings_for(data, language)
    spoken = cli_call.asked_language()
    wanted = Wanted(cli_call.typed(topic), chapter, questions, sessions, spoken, told, seed)
    with cli_call.opened(settings) as corpus:
        made = make_course(Assistant(corpus), wanted)
        sheet = course_sheet(made, date.today())
        if out is not None:  # first, so that nothing is kept where the file cannot be written
            from api.export.writing import write_out

            write_out(sheet, out)
        store = Courses(settings.data)
        id = store.keep(made)
        store.close()
    if json:
        from api.course_bodies import course_body

        typer.echo(course_body(made, id).model_dump_json(indent=2))
        return
    if out is None:
        _show(sheet)
    else:
        typer.echo(message("course-written", settings.speaks, path=out, questions=len(made.quiz.questions)))
    typer.echo(message("course-kept", settings.speaks, id=id))


def _level(said: str | None) -> "Level | None":
    from assistant.course_packs.questions import Level

    levels: tuple[Level, ...] = get_args(Level)
    named = next((name for name in levels if name == said), None)
    if said is not None and named is None:
        raise typer.BadParameter(f"{said!r}: {', '.join(levels)}", param_hint="--level")
    return named


def _show(sheet: "Sheet") -> None:
    from api.cli_shown import plain

    plain(sheet.title)
    for note in sheet.notes:
        plain(f"  {note}")
    for section in sheet.sections:
        plain("")
        plain(section.title)
        for row in section.rows:
            plain("  " + "  ".join(cell.replace("\n", "  ") for cell in row.cells if cell))
            for source in row.sources[:1]:
                plain(f"      [{', '.join(p for p in (source.number or source.title, source.path) if p)}]")
