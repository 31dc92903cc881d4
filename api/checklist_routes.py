"""Checklists over HTTP: drafted, kept, shown, changed, given out. Each route is a call and a body."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from api.checklist_bodies import (
    ChangesBody,
    ChecklistBody,
    ChecklistsBody,
    ChecklistShown,
    RestoreBody,
    VersionsBody,
    checklist_shown,
    checklists_body,
    versions_body,
)
from api.export import MEDIA_TYPES
from api.export.answering import file_response, laid_out
from api.problems import wanted_language
from api.routes import PROBLEM
from api.serving import At
from assistant.checklist import Drafting
from assistant.checklists.sheet import to_sheet
from assistant.sheet import Layout
from corpus.errors import NotFoundError

router = APIRouter()
Version = Annotated[int | None, Query(ge=1, description="an earlier version; else the latest")]
_FILES: dict[int | str, dict[str, Any]] = {200: {"content": dict.fromkeys(MEDIA_TYPES.values(), {})}, 404: PROBLEM}


@router.post("/api/checklists", status_code=201, responses={503: PROBLEM})
def make_checklist(body: ChecklistBody, request: Request, at: At) -> ChecklistShown:
    """Drafts a checklist on a topic and keeps it; it is empty where no document covers the topic."""
    request.state.language = body.language or wanted_language(request)
    filters = body.filters.filters() if body.filters else None
    draft = Drafting(at.assistant).draft(body.topic, filters, body.kind, body.language, wide=body.wide)
    return checklist_shown(at.checklists.keep(draft, body.who))


@router.get("/api/checklists")
def list_checklists(
    at: At, limit: Annotated[int, Query(ge=1, le=1000)] = 1000, offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0
) -> ChecklistsBody:
    """The checklists that are kept, the last changed first."""
    return checklists_body(at.checklists.how_many(), at.checklists.listed(limit, offset), offset)


# before the next one, whose id takes in everything
@router.get("/api/checklists/{id}.{format}", responses=_FILES, response_class=Response)
def checklist_file(
    id: str, format: str, at: At, version: Version = None, layout: Layout | None = None
) -> Response:  # fmt: skip
    """A checklist as a file: docx, xlsx, ics, md, csv, json; `layout` says by whose rules a docx is laid out."""
    if format not in MEDIA_TYPES or format == "pptx":
        raise NotFoundError("checklist-unknown", id=f"{id}.{format}"[:80])
    return file_response(laid_out(to_sheet(at.checklists.get(id, version)), layout), format)


@router.get("/api/checklists/{id}", responses={404: PROBLEM})
def checklist(id: str, at: At, version: Version = None) -> ChecklistShown:
    """A checklist as it is, or as it was."""
    return checklist_shown(at.checklists.get(id, version))


@router.patch("/api/checklists/{id}", responses={404: PROBLEM, 409: PROBLEM})
def change_checklist(id: str, body: ChangesBody, at: At) -> ChecklistShown:
    """Changes a checklist: ticks, assigns, dates, adds, moves, removes; names, places sections. All of it, or nothing.

    The source's words stay as they are (422). Changes made on a version that is not the latest are refused (409).
    """
    changes = [c.change() for c in body.changes]
    return checklist_shown(at.checklists.change(id, body.version, changes, body.who))


@router.delete("/api/checklists/{id}", status_code=204, responses={404: PROBLEM})
def delete_checklist(id: str, at: At) -> None:
    """Deletes a checklist with its versions."""
    at.checklists.delete(id)


@router.get("/api/checklists/{id}/versions", responses={404: PROBLEM})
def checklist_versions(id: str, at: At) -> VersionsBody:
    """What was changed when, and by whom."""
    return versions_body(id, at.checklists.versions(id))


@router.post("/api/checklists/{id}/versions/{number}/restore", responses={404: PROBLEM, 409: PROBLEM})
def restore_checklist(id: str, number: Annotated[int, Path(ge=1)], body: RestoreBody, at: At) -> ChecklistShown:
    """Makes the checklist as it was in an earlier version. It becomes the next version: nothing is lost."""
    return checklist_shown(at.checklists.restore(id, body.version, number, body.who))
