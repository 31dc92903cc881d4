"""Where words of a checklist or a course come from, as it goes over HTTP."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field

from assistant.sheet import SheetSource
from corpus.messages import Language


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
    language: Language | None = Field(description="of the document; null in what was kept before this was told")
    url: str


def sources_shown(sources: Iterable[SheetSource]) -> list[SourceBody]:
    """The bodies of several sources, in their order."""
    return [SourceBody.model_validate(s) for s in sources]
