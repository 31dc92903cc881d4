"""A passage: what is found and cited. Follows the units of its document."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of the document's text with its place: the unit's address, its path as cited, and the headings above it."""

    ordinal: int
    start: int
    end: int
    address: str
    path: str
    heading: str
    page: int | None


# a tuple, because a question looks up hundreds of them
class PassageKey(NamedTuple):
    """Where a stored passage lies: the revision (one version of one document, as stored) and its ordinal therein."""

    revision: int
    ordinal: int


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a passage that the model sees at once; one vector each. Offsets are the document's."""

    passage: int
    number: int
    start: int
    end: int


def window_id(revision: int, passage: int, number: int) -> str:
    """The id under which a window's vector is stored."""
    return f"{revision}.{passage}.{number}"
