"""Documents over HTTP: the list, one document, its text, its original; sending and removing."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse

from api.consolidated_bodies import ConsolidatedBody, consolidated_body
from api.consolidated_shown import plain_lines
from api.document_bodies import document_body, row, text_body
from api.job_bodies import job_body
from api.page_range import Range, bounded
from api.problems import wanted_language
from api.routes import PROBLEM
from api.schemas.documents import CitationStylesBody, DocumentBody, DocumentsBody
from api.schemas.jobs import JobBody
from api.schemas.pages import TextBody
from api.serving import At
from api.uploads import receive
from assistant.citation_style import cited
from assistant.wording_on import consolidated_text
from corpus.errors import NotFoundError
from corpus.validity import at as state_at

router = APIRouter(prefix="/api/documents")

_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "password": {
                            "type": "array",
                            "items": {"type": "string", "maxLength": 200},
                            "description": "to open locked files with; not kept",
                        },
                    },
                }
            }
        },
    }
}
_WRITER_WAIT = 5.0  # seconds


@router.get("")
def documents(at: At) -> DocumentsBody:
    """Every indexed document."""
    library, today = at.corpus.library, date.today()
    entries, pages = library.entries(), library.pages_by_revision()
    states = library.intervals_of((e.revision for e in entries), whole=True)
    rows = [row(e, pages.get(e.revision, []), state_at(states.get(e.revision, ()), today)) for e in entries]
    return DocumentsBody(total=len(entries), documents=rows)


@router.post("", status_code=202, response_model=JobBody, openapi_extra=_FORM, responses={413: PROBLEM})
async def upload(request: Request, at: At) -> JSONResponse:
    """Takes files (form field `files`) and indexes them in the background; a file replaces the one of its name.

    Archives are unpacked: each file in one becomes a document. Locked files are tried with the field `password`.
    """
    sent = await receive(request, at.settings.data, at.settings.max_file_mb)
    job = at.jobs.start(sent)
    body = job_body(job, wanted_language(request))
    return JSONResponse(body.model_dump(mode="json"), 202, {"location": f"/api/jobs/{job.id}"})


@router.get("/{id}", responses={404: PROBLEM})
def document(id: str, at: At) -> DocumentBody:
    """One document: what it is, its provisions as a tree, how large it is."""
    return document_body(at.corpus.library.entry(id), at.corpus.library)


@router.get(
    "/{id}/text",
    response_model=TextBody | ConsolidatedBody,
    responses={200: {"content": {"text/plain": {}}}, 404: PROBLEM},
)
def text(
    id: str,
    request: Request,
    at: At,
    as_of: Annotated[
        date | None, Query(description="the wording of that day, put together from what amends it")
    ] = None,
) -> Response | TextBody | ConsolidatedBody:
    """The text that citations point into; as plain text with `Accept: text/plain`.

    With `as_of` the wording of that day, unit by unit, each piece with the document that it comes from.
    """
    entry = at.corpus.library.entry(id)
    plain = request.headers.get("accept", "").startswith("text/plain")
    if as_of is not None:
        found = consolidated_text(entry, as_of, at.corpus.library)
        language = wanted_language(request)
        if plain:
            return PlainTextResponse("\n".join(plain_lines(entry, found, at.corpus.library, language)))
        return consolidated_body(entry, found, at.corpus.library, language)
    if plain:
        return PlainTextResponse(at.corpus.library.text(entry.revision))
    return text_body(entry, at.corpus.library)


@router.get("/{id}/citation", responses={404: PROBLEM})
def citation(id: str, c: Range, at: At) -> CitationStylesBody:
    """A range of a document as the offices cite it, in the style of State and in that of Party documents."""
    entry = at.corpus.library.entry(id)
    start, end = bounded(c, at.corpus.library.text(entry.revision))
    found = cited(entry.identity, at.corpus.library.outline(entry.revision), start)
    quote = at.corpus.library.text(entry.revision)[start:end]
    return CitationStylesBody(state=found.state, party=found.party, quote=quote)


@router.get("/{id}/original", response_class=FileResponse, responses={404: PROBLEM})
def original(id: str, at: At) -> FileResponse:
    """The file as it came, to be saved: never shown inside this site, so that no script of its own runs here."""
    entry = at.corpus.library.entry(id)
    path = at.corpus.original(entry)
    if not path.is_file():
        raise NotFoundError("original-missing", id=id)
    # quotes and control characters would break out of the header's quoted name
    name = "".join(c if c.isprintable() and c not in '"\\' else "_" for c in entry.source.name)
    return FileResponse(path, media_type=entry.source.media_type, filename=name)


@router.delete("/{id}", status_code=204, responses={404: PROBLEM, 409: PROBLEM})
def remove(id: str, at: At) -> None:
    """Takes a document out; its file may be indexed again."""
    at.corpus.library.entry(id)
    with at.corpus.writing(wait=_WRITER_WAIT):
        at.corpus.remove(id)
