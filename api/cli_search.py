"""`vanban search`: the words and filters typed, and what they found, shown. Decides nothing."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.style import Style
from rich.text import Text

from api import cli_call
from api.cli_call import AsOf, Data, Json, Limit, Speaks
from api.cli_day import typed_day
from corpus.folding import fold
from corpus.identity import TYPE_NAMES
from corpus.messages import MESSAGES, Language, message

if TYPE_CHECKING:
    from api.find import Found, Place, Results

_SHOWN = 240  # characters of a passage
_BEFORE = 60  # of these before the first word found
_FOUND = Style(bold=True, underline=True)

Several = list[str] | None
Types = Annotated[
    Several, typer.Option("--type", help="decision, nghị quyết, ...; may be repeated. / Loại văn bản; lặp lại được.")
]
Issuers = Annotated[Several, typer.Option("--issuer", help="Part of the issuer's name. / Cơ quan ban hành.")]
Documents = Annotated[Several, typer.Option("--document", metavar="ID", help="Only this document. / Chỉ văn bản này.")]
Collections = Annotated[Several, typer.Option("--collection", help="Only this collection. / Chỉ bộ sưu tập này.")]
Units = Annotated[
    Several, typer.Option("--unit", metavar="ADDRESS", help="Only in this unit: d5, kt1.d5.k2. / Chỉ trong đơn vị này.")
]
From = Annotated[
    datetime | None,
    typer.Option("--from", metavar="DAY", parser=typed_day, help="Issued on or after. / Ban hành từ ngày."),
]
To = Annotated[
    datetime | None,
    typer.Option("--to", metavar="DAY", parser=typed_day, help="Issued on or before. / Ban hành đến ngày."),
]
AnyDay = Annotated[bool, typer.Option("--any-day", help="Also what did not hold then. / Cả văn bản hết hiệu lực.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show why each was found. / Cho biết vì sao tìm thấy.")]


def search(
    words: Annotated[str, typer.Argument(show_default=False)],
    limit: Limit = 10,
    types: Types = None,
    issuers: Issuers = None,
    documents: Documents = None,
    collections: Collections = None,
    units: Units = None,
    issued_from: From = None,
    issued_to: To = None,
    as_of: AsOf = None,
    any_day: AnyDay = False,
    explain: Explain = False,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Find passages, with scores. / Tìm đoạn văn, kèm điểm."""
    from api import found_bodies
    from api.find import find_passages
    from assistant.search import Filters, Search

    filters = Filters(
        tuple(map(_type, types or ())),
        tuple(issuers or ()),
        tuple(documents or ()),
        issued_from.date() if issued_from else None,
        issued_to.date() if issued_to else None,
        tuple(collections or ()),
        tuple(units or ()),
        None if any_day else as_of.date() if as_of else date.today(),
    )
    settings = cli_call.settings_for(data, language)
    words = cli_call.typed(words)
    with cli_call.opened(settings) as corpus:
        results = find_passages(Search(corpus), words, limit, filters)
    if json:
        body = found_bodies.search_body(words, results, settings.speaks, explain=explain)
        typer.echo(body.model_dump_json(indent=2))
    else:
        _show(results, words, settings.speaks, explain=explain)


def _type(said: str) -> str:
    """A type as it is stored, from its name in either language."""
    named = (key for key, names in TYPE_NAMES.items() if fold(said.strip()) in map(fold, names.values()))
    return said if said in TYPE_NAMES else next(named, said)


def _show(results: "Results", words: str, language: Language, *, explain: bool) -> None:
    from api.cli_shown import plain

    if not results.found:
        plain(message("nothing-found", language, words=_short(words)))
    for remark in results.remarks:
        plain(remark.text(language))
    if explain:
        for line in _how_read(results, language):
            plain(line)
    for found in results.found:
        _show_one(found, language, explain=explain)


def _show_one(found: "Found", language: Language, *, explain: bool) -> None:
    from api.cli_shown import marked, plain

    plain(f"{found.score:.3f}  {_place(found.place, language)}  {found.place.url}")
    if found.named:
        plain("       " + message(f"search-named-{found.named}", language, number=found.number or "-"))
    marked(_excerpt(found), _FOUND)
    if found.also:
        places = "; ".join(_place(place, language) for place in found.also)
        plain("       " + message("search-also", language, places=places))
    if explain:
        told = ", ".join(found.words) or "-"
        shares = " · ".join(f"{_stage(name, language)} {share:.3f}" for name, share in found.stages.items())
        plain("       " + message("search-why", language, words=told, stages=shares))


def _excerpt(found: "Found") -> Text:
    """The part of a passage that holds the unit named, else its first words found; the words found are marked."""
    first = found.marks[0].start if found.marks else 0
    begin = found.unit or (found.text.rfind(" ", 0, first - _BEFORE) + 1 if first > _SHOWN - _BEFORE else 0)
    end = begin + _SHOWN
    text = Text(found.text[begin:end].replace("\n", " "))
    for start, stop in _runs(found):
        if begin <= start and stop <= end:
            text.stylize(_FOUND, start - begin, stop - begin)
    return text


def _runs(found: "Found") -> list[tuple[int, int]]:
    """Words found that stand side by side, as one."""
    runs: list[tuple[int, int]] = []
    for word in found.marks:
        if runs and not found.text[runs[-1][1] : word.start].strip():
            runs[-1] = (runs[-1][0], word.end)
        else:
            runs.append((word.start, word.end))
    return runs


def _how_read(results: "Results", language: Language) -> list[str]:
    """How the words were read, which filters were set and what they admit."""
    from api.found_bodies import named_unit

    reading, looked = results.looked.reading, results.looked
    facts = {
        "meant": reading.meant,
        "words": ", ".join(reading.words),
        "numbers": ", ".join(reading.numbers),
        "unit": named_unit(reading, language),
        "documents": ", ".join(reading.documents),
        "expansions": ", ".join(reading.expansions),
    }
    spoken = message(f"language-{reading.question.language}", language)
    lines = [message("read-language", language, spoken=spoken)]
    lines += [message(f"search-{name}", language, value=value) for name, value in facts.items() if value]
    through = {"documents": looked.admitted, "all": looked.documents, "passages": looked.passages}
    lines.append(message("search-through", language, filters=_filters(results) or "-", **through))
    return lines


def _filters(results: "Results") -> str:
    f = results.filters
    named = {
        "type": f.types, "issuer": f.issuers, "document": f.documents, "collection": f.collections, "unit": f.units,
        "from": (f.issued_from.isoformat(),) if f.issued_from else (),
        "to": (f.issued_to.isoformat(),) if f.issued_to else (),
    }  # fmt: skip
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in named.items() if values)


def _stage(name: str, language: Language) -> str:
    code = f"stage-{name}"
    return message(code, language) if code in MESSAGES else name


def _place(place: "Place", language: Language) -> str:
    from api.cli_shown import place_of

    return place_of(place.document, place.passage.path, place.passage.page, language)


def _short(words: str) -> str:
    return words if len(words) <= _BEFORE else words[:_BEFORE] + "…"
