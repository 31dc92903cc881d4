"""`vanban checklist`: the topic typed, and its draft shown, kept and written out. Decides nothing."""

from typing import TYPE_CHECKING, Annotated

import typer

from api import cli_call
from api.cli_call import Data, Json, Out, Speaks
from corpus.messages import message

if TYPE_CHECKING:
    from assistant.checklists.items import Checklist, Kind
    from assistant.sheet import Sheet
    from corpus.messages import Language

Documents = Annotated[
    list[str] | None,
    typer.Option("--document", metavar="NUMBER|ID", help="Only this document; may be repeated. / Chỉ văn bản này."),
]
KindOf = Annotated[
    str | None,
    typer.Option("--kind", metavar="procedure|assignment|dossier", help="Else as the topic tells. / Loại danh mục."),
]
Wide = Annotated[
    bool,
    typer.Option("--wide", help="Also what the same documents have near the topic. / Cả nội dung liên quan một phần."),
]


def checklist(
    topic: Annotated[str, typer.Argument(show_default=False)],
    documents: Documents = None,
    kind: KindOf = None,
    wide: Wide = False,
    out: Out = None,
    json: Json = False,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Draft a checklist with its sources on a topic or a document. / Dự thảo danh mục việc cần làm, kèm nguồn."""
    from assistant.assistant import Assistant
    from assistant.checklist import Drafting
    from assistant.checklists.documents import documents_called
    from assistant.checklists.sheet import to_sheet
    from assistant.checklists.store import Checklists

    told = _kind(kind)
    settings = cli_call.settings_for(data, language)
    topic = cli_call.typed(topic)
    with cli_call.opened(settings) as corpus:
        filters = documents_called(corpus, documents) if documents else None
        draft = Drafting(Assistant(corpus)).draft(topic, filters, told, cli_call.asked_language(), wide=wide)
        if out is not None:  # first, so that nothing is kept where the file cannot be written
            from api.export.writing import write_out

            write_out(to_sheet(draft), out)
        store = Checklists(settings.data)
        draft = store.keep(draft)
        store.close()
    if json:
        from api.checklist_bodies import checklist_shown

        typer.echo(checklist_shown(draft).model_dump_json(indent=2))
    else:
        _show(draft, to_sheet(draft), settings.speaks, quietly=out is not None)


def _kind(said: str | None) -> "Kind | None":
    from assistant.checklists.items import KINDS

    named = next((k for k in KINDS if k == said), None)
    if said is not None and named is None:
        raise typer.BadParameter(f"{said!r}: {', '.join(KINDS)}", param_hint="--kind")
    return named


def _show(draft: "Checklist", sheet: "Sheet", language: "Language", *, quietly: bool) -> None:
    from api.cli_shown import plain

    plain(sheet.title)
    for note in sheet.notes:
        plain(f"({note})")
    shown = {2, 3, 4, 5, 6} if draft.kind != "dossier" else {2}
    for section in () if quietly else sheet.sections:
        plain("")
        plain(section.title)
        for row in section.rows:
            plain(f"[{'x' if row.state == 'done' else ' '}] {row.cells[0]}. {row.cells[1]}")
            plain("      " + "; ".join(f"{sheet.columns[n]}: {row.cells[n]}" for n in sorted(shown)))
            if row.cells[-1]:
                plain(f"      ! {row.cells[-1]}")
            for s in row.sources:
                page = message("cited-page", language, page=s.page) if s.page else ""
                plain("      " + " · ".join(filter(None, (s.name, s.path, page))))
                plain(f"      “{' '.join(s.quote.split())}”")
    plain(message("checklist-kept", language, id=draft.id, version=draft.version))
