"""What was chosen to answer with, before it is shown. Knows nothing of how it was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.answer import Outcome
from assistant.evidence import Evidence
from assistant.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Note:
    """A message (by its code) that goes with the answer: what is missing, which document is later."""

    code: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """The statements chosen, in the order they are to be read, and how sure it is that they answer."""

    statements: tuple[Evidence, ...]
    confidence: float
    outcome: Outcome = "answered"
    missing: Note | None = None
    verdict: Verdict | None = None
    nearest: tuple[Evidence, ...] = ()  # what came nearest, best first, should it not be enough


def which_is_later(a: Evidence, b: Evidence) -> Note:
    """Both documents with their days, the earlier first."""
    earlier, later = sorted((a.entry.identity, b.entry.identity), key=lambda i: i.issued or date.min)
    return Note(
        "answer-conflicting",
        {
            "earlier": earlier.number or earlier.title, "earlier_day": _day(earlier.issued),
            "later": later.number or later.title, "later_day": _day(later.issued),
        },
    )  # fmt: skip


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "?"
