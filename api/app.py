"""The application: routes, pages, errors and headers put together. One call shows all that is served."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from api import (
    checklist_routes,
    compare_routes,
    conversation_routes,
    course_routes,
    documents,
    job_events,
    page_images,
    pages,
    problems,
    register_routes,
    routes,
    sheets_routes,
    start_routes,
    validity_routes,
)
from api.security import Security
from api.serving import Serving
from api.version import VERSION
from corpus.settings import Settings

_ABOUT = "Cited answers over official documents, Vietnamese and English. Errors are RFC 9457 problem details."


def make_app(settings: Settings) -> FastAPI:
    """Opens the data folder and gives the application over it; raises SettingsError or UnavailableError."""
    at = Serving(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        at.open()
        yield
        at.close()

    # FastAPI's own /docs loads its scripts from another host
    app = FastAPI(
        title="vanban",
        version=VERSION,
        description=_ABOUT,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        responses={422: routes.PROBLEM},
    )
    app.state.serving = at
    app.add_middleware(Security)
    problems.install(app)
    app.include_router(routes.router)
    app.include_router(job_events.router)
    app.include_router(start_routes.router)
    app.include_router(conversation_routes.router)
    app.include_router(checklist_routes.router)
    app.include_router(compare_routes.router)
    app.include_router(course_routes.router)
    app.include_router(page_images.router)
    app.include_router(documents.router)
    app.include_router(register_routes.router)
    app.include_router(pages.router)
    app.include_router(sheets_routes.router)
    app.include_router(validity_routes.router)
    app.mount("/web", pages.files())
    return app
