"""`vanban relations`, `affected`, `status`, `statuses`: what holds and who says so. Shows the outcome."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import cli_call
from api.cli_call import AsOf, Data, Json, Speaks
from api.cli_day import typed_day
from corpus.errors import NotFoundError, RequestError
from corpus.messages import message

if TYPE_CHECKING:
    from api.schemas.affected import AffectedBody
    from api.schemas.validity import RelationBody, StateBody
    from assistant.affected_kept import Kept
    from corpus.library import Library
    from corpus.messages import Language
    from corpus.rows import Entry
    from corpus.settings import Settings

Which = Annotated[str, typer.Argument(metavar="NUMBER|ID", show_default=False)]
Who = Annotated[str | None, typer.Option("--who", help="Who enters it. / Người nhập. [the user logged in]")]
Why = Annotated[str, typer.Option("--why", help="Why, or from where. / Lý do hoặc nguồn.")]
First = Annotated[
    datetime | None,
    typer.Option("--from", metavar="DAY", parser=typed_day, help="From this day. / Từ ngày."),
]
Until = Annotated[
    datetime | None,
    typer.Option("--until", metavar="DAY", parser=typed_day, help="Up to the day before. / Đến trước."),
]


def relations(which: Which, as_of: AsOf = None, json: Json = False, data: Data = None, language: Speaks = None) -> None:
    """Show what a document and others say of each other. / Xem quan hệ và hiệu lực của văn bản."""
    from api.relations_body import relations_body
    from api.validity_bodies import Shown

    settings = cli_call.settings_for(data, language)
    with cli_call.opened(settings) as corpus:
        for entry in named(corpus.library, which):
            day = as_of.date() if as_of else date.today()
            body = relations_body(Shown(corpus.library, settings.speaks), entry, day)
            if json:
                typer.echo(body.model_dump_json(indent=2))
                continue
            _say(f"{entry.id}: {_state(body.state)}")
            for state in body.history:
                _say(f"  {_state(state)}")
            for unit in body.units:
                for state in unit.states:
                    _say(f"  {unit.path}: {_state(state)}")
            for r in (*body.states, *body.stated):
                _say(f"  {_relation(r)}")
            for finding in body.findings:
                _say(f"  ! {finding.text}")


def affected(which: Which, json: Json = False, data: Data = None, language: Speaks = None) -> None:
    """Show what rests on a text changed since. / Xem những gì dựa trên văn bản đã thay đổi."""
    from api.affected_bodies import affected_body
    from api.validity_bodies import Shown
    from assistant.affected import affected_by

    settings = cli_call.settings_for(data, language)
    with cli_call.opened(settings) as corpus, _kept(settings) as kept:
        for entry in named(corpus.library, which):
            found = affected_by(corpus.library, entry, kept)
            body = affected_body(found, Shown(corpus.library, settings.speaks), every_answer=True)
            if json:
                typer.echo(body.model_dump_json(indent=2))
            else:
                _say_affected(entry.identity.number or entry.id, body, found.count, settings.speaks)


@contextmanager
def _kept(settings: "Settings") -> "Iterator[Kept]":
    """What the data folder keeps of what was made from its documents."""
    from assistant.affected_kept import Kept, courses_of
    from assistant.checklists.store import Checklists
    from assistant.conversations import Conversations
    from assistant.courses import Courses

    lists, courses = Checklists(settings.data), Courses(settings.data)
    conversations = Conversations(settings.data)
    try:
        every = [lists.get(k.id) for k in lists.listed()]
        yield Kept(every, courses_of(courses), conversations.answers_naming)
    finally:
        for store in (lists, courses, conversations):
            store.close()


def _say_affected(name: str, body: "AffectedBody", count: int, speaks: "Language") -> None:
    if not body.changes:
        _say(message("affected-unchanged", speaks, number=name))
        return
    _say(message("affected-changed", speaks, number=name, since=body.since.isoformat() if body.since else "?"))
    for r in body.changes:
        _say(f"  {_relation(r)}")
    _say(message("affected-resting", speaks, count=count))
    for r in body.documents:
        _say(f"  {r.source}: {r.label}: {r.quote}")
    for c in body.checklists:
        _say(f"  {message('affected-checklist', speaks, title=c.title, items=c.items, made=c.made)}")
    for c in body.courses:
        _say(f"  {message('affected-course', speaks, title=c.title, items=c.items, made=c.made)}")
    for a in body.answers:
        told = {"question": a.question, "citations": a.citations, "day": a.as_of}
        _say(f"  {message('affected-answer', speaks, **told)}")


def status(
    which: Which,
    state: Annotated[str, typer.Argument(metavar="STATE", show_default=False)],
    first: First = None,
    until: Until = None,
    who: Who = None,
    why: Why = "",
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Enter or correct a state by hand. / Nhập hoặc sửa tình trạng hiệu lực."""
    from assistant.entered_for import for_document
    from corpus.entered import Entered
    from ingest.status_list import checked, status_of

    settings = cli_call.settings_for(data, language)
    with cli_call.opened(settings) as corpus:
        entries = corpus.library.entries()
        document = next((e.id for e in entries if e.id == which), None)
        entry = checked(
            for_document(
                Entered(
                    number=which,
                    status=status_of(state),
                    first=first.date() if first else None,
                    until=until.date() if until else None,
                    who=who or getuser(),
                    why=why,
                    document=document,
                ),
                entries,
            )
        )
        with corpus.writing():
            documents = corpus.library.enter_statuses([entry])
        _say(message("status-entered", settings.speaks, count=1, documents=len(documents)))


def statuses(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", show_default=False)] = None,
    who: Who = None,
    why: Why = "",
    withdraw: Annotated[int | None, typer.Option("--withdraw", metavar="N", help="Take one back. / Rút lại.")] = None,
    data: Data = None,
    language: Speaks = None,
) -> None:
    """Take a list of states (CSV, JSON), or show those entered. / Nạp danh sách hiệu lực, hoặc xem những gì đã nhập."""
    from assistant.entered_for import for_document
    from ingest.status_list import read_status_list

    settings = cli_call.settings_for(data, language)
    with cli_call.opened(settings) as corpus:
        if file is not None:
            if not file.is_file():
                raise NotFoundError("path-missing", path=file)
            known = corpus.library.entries()
            entries, refused = read_status_list(
                file.name, file.read_bytes(), who or getuser(), why, lambda e: for_document(e, known)
            )
            with corpus.writing():
                documents = corpus.library.enter_statuses(entries)
            for row, code in refused:
                reason = RequestError(code, name=file.name, said="?", states="", names="?").text(settings.speaks)
                _say(message("status-list-row", settings.speaks, row=row, reason=reason))
            _say(message("status-entered", settings.speaks, count=len(entries), documents=len(documents)))
        elif withdraw is not None:
            with corpus.writing():
                gone = corpus.library.withdraw_status(withdraw)
            held = message(f"status-{gone.status.value}", settings.speaks)
            _say(message("status-withdrawn", settings.speaks, number=gone.number, status=held))
        else:
            for e in corpus.library.entered_statuses():
                days = f"{e.first or ''}..{e.until or ''}"
                shown = message(f"status-{e.status.value}", settings.speaks)
                _say(" · ".join(filter(None, (str(e.id), e.number, shown, days, e.who, e.why, e.source))))


def named(library: "Library", which: str) -> "list[Entry]":
    """The documents that bear a number or an id; raises NotFoundError."""
    from assistant.mentions import find_mentions
    from assistant.references import called

    entries = library.entries()
    found = [e for e in entries if e.id == which]
    found = found or [e for m in find_mentions(cli_call.typed(which)) for e in called(m, entries)]
    if not found:
        raise NotFoundError("document-unknown", id=which)
    return found


def _state(state: "StateBody") -> str:
    days = f"{state.first or ''}..{state.until or ''}"
    proof = next((p.by_hand or p.quote for p in state.proofs), "")
    return " · ".join(filter(None, (state.label, days if days != ".." else "", " ".join(proof.split())[:160])))


def _relation(r: "RelationBody") -> str:
    units = f" ({'; '.join(r.units)})" if r.units else ""
    return f"{r.source}: {r.label} {r.printed}{units}: {' '.join(r.quote.split())[:160]}"


def _say(line: str) -> None:
    from api.cli_shown import plain

    plain(line)
