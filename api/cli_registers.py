"""`vanban duties`, `requirements`, `figures`, `definitions`: what is asked of the registers. Shows the outcome."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar, get_args

import typer

from api import cli_call
from api.cli_call import Data, Json, Out, Speaks
from api.cli_day import typed_day
from corpus.errors import RequestError
from corpus.folding import fold
from corpus.messages import LANGUAGES, Language, message
from corpus.registers import Attribute, DeadlineKind, Stance, Strength, Subject

if TYPE_CHECKING:
    from api.register_asking import RegisterQuery
    from api.register_bodies import DefinitionsBody, DutiesBody, FiguresBody, RequirementsBody
    from corpus.library import Library

    Listed = DutiesBody | RequirementsBody | FiguresBody | DefinitionsBody

_SHOWN, _MOST = 50, 1000
Several = list[str] | None
_Q = TypeVar("_Q", bound="RegisterQuery")
Documents = Annotated[
    Several, typer.Option("--document", metavar="NUMBER|ID", help="Only of this document. / Chỉ của văn bản này.")
]
Written = Annotated[
    Language | None,
    typer.Option("--written", help="Only of documents in this language. / Chỉ của văn bản bằng tiếng này."),
]
Found = Annotated[
    str | None,
    typer.Option(
        "--origin",
        metavar="rules|second|all",
        show_default="rules, and second where accepted",
        help="Found by the rules or by the second reader. / Do quy tắc hay do người đọc thứ hai tìm ra.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", min=1, max=1000, show_default="50, into a file 1000", help="At most so many. / Tối đa."
    ),
]
Offset = Annotated[int, typer.Option("--offset", min=0, help="Leave out the first ones. / Bỏ qua các mục đầu.")]
Agency = Annotated[
    str | None, typer.Option("--agency", help="Whose, by any of its names. / Của cơ quan nào, gọi tên nào cũng được.")
]
Lead = Annotated[bool, typer.Option("--lead", help="Only where it leads. / Chỉ khi cơ quan đó chủ trì.")]
Before = Annotated[
    datetime | None,
    typer.Option("--before", metavar="DAY", parser=typed_day, help="Due on or before. / Hạn đến hết ngày."),
]
After = Annotated[
    datetime | None,
    typer.Option("--after", metavar="DAY", parser=typed_day, help="Due on or after. / Hạn từ ngày."),
]
Strengths = Annotated[
    Several, typer.Option("--strength", help=f"{', '.join(get_args(Strength))}; may be repeated. / Mức độ bắt buộc.")
]
Kinds = Annotated[
    Several, typer.Option("--deadline", help=f"{', '.join(get_args(DeadlineKind))}; may be repeated. / Loại thời hạn.")
]
Undated = Annotated[
    bool, typer.Option("--undated", help="Only deadlines without a day. / Chỉ thời hạn không có ngày cụ thể.")
]
For = Annotated[str | None, typer.Option("--for", help="A post or rank, by any of its names. / Chức vụ hoặc ngạch.")]
Subjects = Annotated[
    Several, typer.Option("--kind", help=f"{', '.join(get_args(Subject))}; may be repeated. / Loại đối tượng.")
]
Attributes = Annotated[
    Several, typer.Option("--attribute", help="age, degree, experience, ...; may be repeated. / Nội dung yêu cầu.")
]
About = Annotated[
    str | None, typer.Option("--about", help="What is counted, of what, or where. / Số liệu về gì, ở đâu.")
]
Units = Annotated[Several, typer.Option("--unit", help="percent, times, ...; may be repeated. / Đơn vị tính.")]
Stances = Annotated[
    Several, typer.Option("--stance", help=f"{', '.join(get_args(Stance))}; may be repeated. / Loại số liệu.")
]
Period = Annotated[str | None, typer.Option("--period", help="2024, or 2021-2025. / Năm hoặc giai đoạn.")]
Term = Annotated[str | None, typer.Option("--term", help="By any of its names. / Từ ngữ, chữ viết tắt.")]
Abbreviations = Annotated[
    bool | None, typer.Option("--abbreviations/--terms", help="Only these. / Chỉ chữ viết tắt, chỉ từ ngữ.")
]


def duties(
    agency: Agency = None,
    lead: Lead = False,
    before: Before = None,
    after: After = None,
    strength: Strengths = None,
    deadline: Kinds = None,
    undated: Undated = False,
    document: Documents = None,
    written: Written = None,
    origin: Found = None,
    limit: Limit = None,
    offset: Offset = 0,
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Who has to do what by when, with the source's words. / Ai phải làm gì, đến khi nào."""
    from api import register_asking as asking

    asked: dict[str, object] = {
        "agency": _typed(agency),
        "role": ["lead"] if lead else [],
        "before": _day(before),
        "after": _day(after),
        "strength": _chosen(strength, get_args(Strength), "strength"),
        "deadline_kind": _chosen(deadline, get_args(DeadlineKind), "deadline"),
        "undated": undated,
    }
    query = _query(
        asking.DutyQuery, asked, _page(document, written, origin, limit or (_MOST if out else _SHOWN), offset)
    )
    _answer(asking.duties, query, _Told(data, language, out, json))


def requirements(
    subject: For = None,
    kind: Subjects = None,
    attribute: Attributes = None,
    document: Documents = None,
    written: Written = None,
    origin: Found = None,
    limit: Limit = None,
    offset: Offset = 0,
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """What a post, a rank, a candidate or a dossier has to fulfil. / Tiêu chuẩn, điều kiện."""
    from api import register_asking as asking

    asked: dict[str, object] = {
        "subject": _typed(subject),
        "subject_kind": _chosen(kind, get_args(Subject), "subject"),
        "attribute": _chosen(attribute, get_args(Attribute), "attribute"),
    }
    query = _query(
        asking.RequirementQuery, asked, _page(document, written, origin, limit or (_MOST if out else _SHOWN), offset)
    )
    _answer(asking.requirements, query, _Told(data, language, out, json))


def figures(
    about: About = None,
    unit: Units = None,
    stance: Stances = None,
    period: Period = None,
    document: Documents = None,
    written: Written = None,
    origin: Found = None,
    limit: Limit = None,
    offset: Offset = 0,
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """The numbers that the documents state, with base and period. / Số liệu, chỉ tiêu."""
    from api import register_asking as asking

    asked: dict[str, object] = {
        "about": _typed(about),
        "unit": unit or [],
        "stance": _chosen(stance, get_args(Stance), "stance"),
        "period": _typed(period),
    }
    query = _query(
        asking.FigureQuery, asked, _page(document, written, origin, limit or (_MOST if out else _SHOWN), offset)
    )
    _answer(asking.figures, query, _Told(data, language, out, json))


def definitions(
    term: Term = None,
    abbreviations: Abbreviations = None,
    document: Documents = None,
    written: Written = None,
    origin: Found = None,
    limit: Limit = None,
    offset: Offset = 0,
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """What terms mean and abbreviations stand for. / Giải thích từ ngữ, chữ viết tắt."""
    from api import register_asking as asking

    asked: dict[str, object] = {"term": _typed(term), "abbreviation": abbreviations}
    query = _query(
        asking.DefinitionQuery, asked, _page(document, written, origin, limit or (_MOST if out else _SHOWN), offset)
    )
    _answer(asking.definitions, query, _Told(data, language, out, json))


def _query(shape: type[_Q], *asked: dict[str, object]) -> _Q:
    from pydantic import ValidationError

    try:
        return shape.model_validate({name: value for part in asked for name, value in part.items()})
    except ValidationError as error:
        detail = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise RequestError("bad-request", detail=detail) from error


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the data lie, and how the answer is to be given."""

    data: Path | None
    language: str | None
    out: Path | None
    json: bool


def _answer(ask: "Callable[[Library, _Q, Language], Listed]", query: _Q, told: _Told) -> None:
    from api.cli_register_shown import register

    settings = cli_call.settings_for(told.data, told.language)
    if told.out is not None:
        from api.export.writing import format_of

        format_of(told.out)
    with cli_call.opened(settings) as corpus:
        listed = ask(corpus.library, query, settings.speaks)
        documents = len(corpus.library.live())
        if told.out is not None:
            _write(corpus.library, ask.__name__, listed, told.out, settings.speaks)
    if told.json:
        typer.echo(listed.model_dump_json(indent=2))
    elif told.out is not None:
        typer.echo(
            message("registers-written", settings.speaks, shown=len(listed.entries), total=listed.total, path=told.out)
        )
    else:
        register(listed.entries, listed.total, documents, listed.remarks, settings.speaks)


def _write(library: "Library", kind: str, listed: "Listed", out: Path, language: Language) -> None:
    from api.export.writing import write_out
    from api.register_sheet import register_sheet

    write_out(register_sheet(library, kind, listed.entries, language), out)


def _page(
    documents: Several, written: Language | None, origin: str | None, limit: int, offset: int
) -> dict[str, object]:
    found = _chosen([origin] if origin else None, ("rules", "second", "all"), "origin")
    named = [cli_call.typed(d) for d in documents or ()]
    found_by = found[0] if found else None
    return {"document": named, "written": written, "origin": found_by, "limit": limit, "offset": offset}


def _typed(said: str | None) -> str | None:
    """What was typed; a blank that was typed is asked for nothing, not for everything."""
    if said is None:
        return None
    if not said.strip():
        raise RequestError("registers-empty")
    return cli_call.typed(said)[:200]


def _day(said: datetime | None) -> date | None:
    return said.date() if said else None


def _chosen(said: Several, choices: tuple[str, ...], labels: str) -> list[str]:
    """The values that were meant, each named as in the API or as it is shown in either language."""
    meant = {fold(message(f"{labels}-{c}", language)): c for c in choices for language in LANGUAGES}
    meant |= {fold(choice): choice for choice in choices}
    for word in said or ():
        if fold(word.strip()) not in meant:
            raise RequestError("registers-choice", said=cli_call.typed(word), choices=", ".join(choices))
    return [meant[fold(word.strip())] for word in said or ()]
