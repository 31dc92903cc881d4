"""What a text lays down, entry by entry: duties, requirements, figures, definitions. Not how they are found.

Every value that was printed is a span of the document's text; what it means (a date, a number, a strength) stands
beside it. A slot that the text leaves open is None or empty, never a guess.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Strength = Literal["must", "must_not", "assigned", "requested", "may", "orientation"]
DeadlineKind = Literal["date", "relative", "recurring", "vague"]
Subject = Literal["post", "rank", "candidate", "dossier", "unit", "other"]
Attribute = Literal[
    "age", "experience", "degree", "political_theory", "state_management", "language", "informatics", "certificate",
    "training", "post_held", "planning", "health", "discipline", "grading", "assets", "citizenship", "membership",
    "term_left", "document", "count", "other",
]  # fmt: skip
Operator = Literal["at_least", "at_most", "more_than", "less_than", "equal", "has", "has_not"]
Hedge = Literal["exact", "about", "nearly", "at_least", "at_most", "more_than", "less_than"]
Stance = Literal["target", "result", "rule", "other"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a document, as offsets into its text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when; `day` is the last (or, with `inclusive` False, the first forbidden) day where the text tells it.

    `inclusive` is None where the phrase leaves it open. `every` names what recurs ("quarter", "month", "year" ...),
    `length` and `unit` what a relative one counts (30, "working_day"), `since` the words of what it counts from.
    """

    phrase: Span
    kind: DeadlineKind
    day: date | None = None
    inclusive: bool | None = None
    every: str | None = None
    length: int | None = None
    unit: str | None = None
    since: Span | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """Who has to do what: the words (`whole`, a statement) and the slots in them or in the headings above.

    `address` is the provision that it stands in. `deadline` is the one that tells most; `also_due` are further ones of
    the same words ("hằng quý ... và trước ngày 15/12"), as long as they are told as one thing to do.
    """

    whole: Span
    address: str
    strength: Strength
    action: Span
    lead: Span | None = None
    coordinators: tuple[Span, ...] = ()
    assigner: Span | None = None
    product: Span | None = None
    report_to: Span | None = None
    deadline: Deadline | None = None
    condition: Span | None = None
    exception: Span | None = None
    also_due: tuple[Deadline, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a post, a rank, a candidate or a dossier has to fulfil.

    Entries of one `subject` with the same `group` are alternatives (one is enough); all groups must be fulfilled.
    `value` is a number in `unit`, or None where `words` say what is asked (a degree, a paper). `equivalent` says that
    "or equivalent" stands there.
    """

    whole: Span
    address: str
    subject_kind: Subject
    subject: Span | None
    attribute: Attribute
    operator: Operator
    words: Span
    value: float | None = None
    unit: str | None = None
    group: str = ""
    equivalent: bool = False
    exceptions: tuple[Span, ...] = ()
    condition: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the text states: how many of what, of which base, where, in which period, meant or reached.

    `value` is as counted ("1.15 times" is 1.15 in "times", "40%" is 40 in "percent"); `base` are the words of what a
    share or a multiple is of.
    """

    whole: Span
    address: str
    printed: Span
    value: float
    unit: str
    hedge: Hedge
    stance: Stance
    counts: Span | None = None
    base: Span | None = None
    place: Span | None = None
    period: Span | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """What a term means, or what an abbreviation stands for."""

    whole: Span
    address: str
    term: Span
    meaning: Span
    abbreviation: bool = False


@dataclass(frozen=True, slots=True)
class Registers:
    """All entries of one document, each kind in reading order."""

    duties: tuple[Duty, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    figures: tuple[Figure, ...] = ()
    definitions: tuple[Definition, ...] = ()
