"""The page to ask on, a document's page, and the page that describes the API: all static, all ours."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Scope

from api.serving import Serving, serving
from corpus.errors import NotFoundError

BOTH = ["GET", "HEAD"]
WEB = Path(__file__).parent / "web"
router = APIRouter(include_in_schema=False)
At = Annotated[Serving, Depends(serving)]


class Files(StaticFiles):
    """The page's scripts and style sheet; a browser asks each time whether they have changed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response


@router.api_route("/", methods=BOTH)
def home() -> FileResponse:
    """The page to ask on."""
    return _page("index.html")


@router.api_route("/documents/{id}", methods=BOTH)
def document(id: str, at: At) -> FileResponse:
    """The page of one document; the words to mark are in the address's fragment. An unknown one says so."""
    try:
        at.corpus.library.entry(id)
    except NotFoundError:
        return _page("document.html", 404)
    return _page("document.html")


@router.api_route("/docs", methods=BOTH)
def docs() -> FileResponse:
    """The description of the API."""
    return _page("docs.html")


def _page(name: str, status: int = 200) -> FileResponse:
    return FileResponse(WEB / name, status, {"cache-control": "no-cache"}, media_type="text/html; charset=utf-8")
