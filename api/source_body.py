"""Where words of a checklist or a course come from, as it goes over HTTP."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from assistant.sheet import SheetSource


class SourceBody(BaseModel):
    """The source's own words: `quote` is `text[start:end]` of that version of the document."""

    model_config = ConfigDict(from_attributes=True)

    document: str
    number: str | None
    title: str
    path: str
    page: int | None
    quote: str
    start: int
    end: int
    sha256: str
    version: int
    url: str


def sources_shown(sources: Iterable[SheetSource]) -> list[SourceBody]:
    """The bodies of several sources, in their order."""
    return [SourceBody.model_validate(s) for s in sources]
