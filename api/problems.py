"""Errors as RFC 9457 problem details, in the reader's language. Knows the error tree, not who raises what."""

import logging
from typing import Any, get_args

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.schemas.server import ProblemBody
from corpus.errors import ConflictError, FileError, RequestError, VanbanError
from corpus.messages import Language, message

MEDIA_TYPE = "application/problem+json"
_log = logging.getLogger("vanban")
_FIELD_ERRORS = {"missing": "field-missing", "extra_forbidden": "field-unknown"}
_TITLED = (403, 404, 405, 409, 413, 422, 500, 503)


class TooLargeError(FileError):
    """A file that was refused while it was still being read."""

    status = 413


class CrossSiteError(RequestError):
    """Another website's page tried to change something through the reader's browser."""

    status = 403


def wanted_language(request: Request, body: object = None) -> Language:
    """The body's `language`, else the first of ours in Accept-Language by weight, else Vietnamese."""
    said = body.get("language") if isinstance(body, dict) else None
    if said in get_args(Language):
        return "en" if said == "en" else "vi"
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate(request.headers.get("accept-language", "").split(",")):
        tag, _, weight = part.partition(";")
        try:
            q = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            q = 0.0
        ranked.append((-q, place, tag.strip().lower().split("-")[0]))
    known = [tag for q, _, tag in sorted(ranked) if q < 0 and tag in get_args(Language)]
    return "en" if known[:1] == ["en"] else "vi"


def problem(error: VanbanError, language: Language) -> ProblemBody:
    """An error's body."""
    return ProblemBody(
        type=f"urn:vanban:problem:{error.code}",
        title=message(f"title-{error.status}", language),
        status=error.status,
        detail=error.text(language),
        code=error.code,
    )


def problem_response(error: VanbanError, language: Language) -> JSONResponse:
    """An error as a response."""
    headers: dict[str, str] = {"content-language": language}
    if isinstance(error, ConflictError):
        headers["retry-after"] = "5"
    body = problem(error, language).model_dump()
    return JSONResponse(body, error.status, headers, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Every error of the application becomes a problem."""

    @app.exception_handler(VanbanError)
    async def ours(request: Request, error: VanbanError) -> JSONResponse:
        return problem_response(error, getattr(request.state, "language", None) or wanted_language(request))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        language = wanted_language(request, error.body)
        detail = "; ".join(_field(e, language) for e in error.errors())
        return problem_response(RequestError("bad-request", detail=detail), language)

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        response = problem_response(_of_status(error, request), wanted_language(request))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    async def unexpected(request: Request, _: Exception) -> JSONResponse:
        # the server that runs the app logs the trace; a reader gets no insides
        _log.error("%s %s failed", request.method, request.url.path)
        return problem_response(VanbanError("internal"), wanted_language(request))


class _StatusError(RequestError):
    def __init__(self, status: int, code: str, **facts: object) -> None:
        super().__init__(code, **facts)
        self.status = status  # type: ignore[misc]  # the one error whose status is the framework's, not its class's


def _of_status(error: HTTPException, request: Request) -> VanbanError:
    if error.status_code == 404:
        return _StatusError(404, "page-unknown")
    if error.status_code == 405:
        return _StatusError(405, "method-not-allowed", method=request.method)
    if error.status_code == 400:  # the framework's word for a body that it cannot parse
        return RequestError("bad-request", detail=message("body-not-json", wanted_language(request)))
    status = error.status_code if error.status_code in _TITLED else 500
    return _StatusError(status, "bad-request", detail=error.detail)


def _field(error: dict[str, Any], language: Language) -> str:
    if error["type"] in ("json_invalid", "model_attributes_type", "dict_type") and len(error["loc"]) <= 2:
        return message("body-not-json", language)
    path = [str(part) for part in error["loc"] if part not in ("body", "query", "path")]
    if not path:
        return message("body-not-json", language)
    return message(_FIELD_ERRORS.get(error["type"], "field-invalid"), language, field=".".join(path))
