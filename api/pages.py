"""The window: one page for every address of it, and its files. All static, all ours."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Scope

from api.serving import At
from corpus.errors import NotFoundError

BOTH = ["GET", "HEAD"]
WEB = Path(__file__).parent / "web"
# the addresses that api/web/views.js knows, less that of a document
VIEWS = (
    "/",
    "/c/{conversation}",
    "/documents",
    "/checklists",
    "/checklists/{id}",
    "/sheets",
    "/sheets/{kind}",
    "/compare",
    "/courses",
    "/courses/{id}",
    "/registers",
    "/registers/{kind}",
    "/docs",
)
_SMALL = 500  # bytes: less is not worth compressing
router = APIRouter(include_in_schema=False)


class _Files(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response


def files() -> ASGIApp:
    """The window's scripts and style sheets, compressed; a browser asks each time whether they have changed."""
    return GZipMiddleware(_Files(directory=WEB), minimum_size=_SMALL)


@router.api_route("/documents/{id}", methods=BOTH)
def document(id: str, at: At) -> FileResponse:
    """The view of one document; the words to mark are in the address's fragment. An unknown one says so."""
    try:
        at.corpus.library.entry(id)
    except NotFoundError:
        return _window(404)
    return _window()


def _window(status: int = 200) -> FileResponse:
    return FileResponse(
        WEB / "index.html", status, {"cache-control": "no-cache"}, media_type="text/html; charset=utf-8"
    )  # fmt: skip


def _view() -> FileResponse:
    return _window()


for path in VIEWS:
    router.add_api_route(path, _view, methods=BOTH)
