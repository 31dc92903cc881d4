"""A range of a document's text as addresses give it: START-END, counted in characters."""

from typing import Annotated

from fastapi import Query

from corpus.errors import RequestError

Range = Annotated[
    str,
    Query(
        pattern=r"^\d{1,9}-\d{1,9}$",
        description="START-END, a range of the document's text as citations give it",
        examples=["1203-1361"],
    ),
]


def bounded(c: str, text: str) -> tuple[int, int]:
    """The two offsets; raises RequestError for a range that the text has not."""
    start, end = map(int, c.split("-"))
    if not start < end <= len(text):
        raise RequestError("range-invalid", range=c, characters=len(text))
    return start, end
