"""`vanban requirements-sheet`, `programme`, `positions`: what was typed, the sheet shown. Decides nothing."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import cli_call
from api.cli_call import Data, Json, Speaks
from api.cli_day import typed_day
from corpus.errors import RequestError

if TYPE_CHECKING:
    from assistant.profile import Profile
    from assistant.sheet import Sheet

Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help=".docx .xlsx .md .csv .json .ics. / Ghi ra tệp."),
]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", metavar="DAY", parser=typed_day, help="The day to answer for. / Tính đến ngày."),
]
_LARGEST = 1_000_000  # bytes of a profile


def requirements_sheet(
    post: Annotated[str, typer.Argument(show_default=False)],
    profile: Annotated[
        Path | None, typer.Option("--profile", metavar="FILE.json", help="A person as a form. / Hồ sơ dạng biểu mẫu.")
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", help='In free words: "46 tuổi, trung cấp ..." / Mô tả bằng lời.')
    ] = None,
    as_of: AsOf = None,
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """What a post asks for, and how a person stands to it. / Yêu cầu đối với chức vụ, đối chiếu với một người."""
    from assistant.requirements import requirements_for
    from assistant.requirements_sheet import as_sheet
    from assistant.search import Search

    settings = cli_call.settings_for(data, language)
    day = as_of.date() if as_of else date.today()
    given = _profile(profile, person, day)
    with cli_call.opened(settings) as corpus:
        found = requirements_for(Search(corpus), cli_call.typed(post), given, day, None, settings.speaks)
        sheet = as_sheet(corpus, found, settings.speaks)
    show(sheet, out, json=json)


def _profile(file: Path | None, person: str | None, day: date) -> "Profile | None":
    """The person told, by a form or by words; raises RequestError for both, or for a file that is no form."""
    from pydantic import ValidationError

    from api.requirement_bodies import ProfileBody
    from assistant.profile_text import read_person

    if file is not None and person:
        raise RequestError("profile-missing")
    if file is None:
        return read_person(cli_call.typed(person), day) if person else None
    try:
        with file.open("rb") as opened:
            return ProfileBody.model_validate_json(opened.read(_LARGEST)).profile()
    except OSError as error:
        raise RequestError("profile-unreadable", name=file, reason=error.strerror or str(error)) from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        reason = f"{'.'.join(map(str, first['loc']))}: {first['msg']}".strip(": ")
        raise RequestError("profile-unreadable", name=file, reason=reason) from error


def show(sheet: "Sheet", out: Path | None, *, json: bool) -> None:
    """The sheet into a file whose ending tells the format, or onto the terminal: as JSON, or as text with tables."""
    from api.cli_shown import without_controls
    from api.export import export
    from api.export.writing import write_out

    if out is not None:
        write_out(sheet, out)
        typer.echo(str(out))
    elif json:
        typer.echo(export(sheet, "json").decode())
    else:
        sys.stdout.write(without_controls(export(sheet, "md").decode()))


def programme(
    name: Annotated[str, typer.Argument(show_default=False)],
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE.svg", help="Shares by year as a plot. / Biểu đồ theo năm.")
    ] = None,
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Targets against results of a programme, its figures and deadlines. / Chỉ tiêu, kết quả, thời hạn."""
    from assistant.programme import programme_sheet
    from assistant.search import Search

    settings = cli_call.settings_for(data, language)
    with cli_call.opened(settings) as corpus:
        sheet = programme_sheet(Search(corpus), cli_call.typed(name), None, settings.speaks)
    if plot is not None:
        _plotted(sheet, plot)
    show(sheet, out, json=json)


def _plotted(sheet: "Sheet", file: Path) -> None:
    """The first table by year as a plot; raises RequestError where there is none, or it cannot be written."""
    from api.plots import first_by_year

    try:
        file.write_text(first_by_year(sheet), encoding="utf-8")
    except OSError as error:
        raise RequestError("export-cannot-write", path=file, reason=error.strerror or str(error)) from error


def positions(
    words: Annotated[str, typer.Argument(help="Only positions with these words. / Chỉ vị trí có các từ này.")] = "",
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """The register of job positions. / Danh mục vị trí việc làm."""
    from assistant.positions import positions_sheet
    from assistant.search import Search

    settings = cli_call.settings_for(data, language)
    with cli_call.opened(settings) as corpus:
        sheet = positions_sheet(Search(corpus), cli_call.typed(words), None, settings.speaks)
    show(sheet, out, json=json)
