"""A requirement with its document around it, and what comparing a person with it finds. Compares nothing itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from assistant.levels import level_said
from assistant.posts import Who, who
from assistant.profile import Sex
from corpus.dates import day_words
from corpus.document import Outline
from corpus.folding import fold
from corpus.messages import Language
from corpus.registers import Requirement
from corpus.rows import Entry
from corpus.units import same_length

State = Literal["met", "not_met", "unknown", "judgement"]

_MORE = r"|\n| \| |\.\s|, (?:trong đó |và )?có ít nhất|, trong đó|, (?:of which|including|with) |; "
_CLAUSE_END = re.compile(rf"[;]{_MORE}")
_LONGEST = 300
_MEN = re.compile(r"(?<!\w)(?:nam(?: giới)?|men|males?|man)(?!\w)")
_WOMEN = re.compile(r"(?<!\w)(?:nữ(?: giới)?|phụ nữ|women|females?|woman)(?!\w)", re.IGNORECASE)
_NO = re.compile(r"\b(?:khong|not?|never|neither|nor)\b")
_MARK = re.compile(r"^\s*(?:[-+*•–]|\d+[.)]|[a-zđ]\))\s*")  # of a clause, a point, a dash
_AT_ONCE = re.compile(r"\s*(?:\([^()]{1,12}\)|(?:đối với|for|in the case of) \w{2,6})")


@dataclass(frozen=True)
class Standard:
    """What one document asks of somebody, and whom it asks it of.

    `text` is the document's, `subject` the words for whom; `later` is the day from which another document replaces it.
    """

    entry: Entry
    requirement: Requirement
    text: str
    outline: Outline
    subject: str
    effective: date | None = None
    until: date | None = None
    replaced_by: str = ""
    replaces: str = ""

    @property
    def words(self) -> str:
        """What is asked, as printed."""
        return self.requirement.words.of(self.text)

    @property
    def whole(self) -> str:
        """The statement that it stands in."""
        return self.requirement.whole.of(self.text)

    @cached_property
    def asked(self) -> str:
        """What is asked; what must not be begins with what forbids it: "Không bổ nhiệm người chưa được quy hoạch"."""
        if self.requirement.operator != "has_not" or _NO.search(fold(self.words)):
            return self.words
        start, end = self.requirement.whole.start, self.requirement.words.end
        return _MARK.sub("", self.text[start:end])

    @cached_property
    def clause(self) -> str:
        """What is asked with the words after it up to the end of its clause: "ít nhất 02 năm" and of what."""
        start, end = self.requirement.words.start, self.requirement.words.end
        stop = _CLAUSE_END.search(self.text, end, end + _LONGEST)
        return self.text[start : stop.start() if stop else min(end + _LONGEST, len(self.text))]

    @cached_property
    def even(self) -> str:
        """The clause in folded letters."""
        return same_length(self.clause)

    @cached_property
    def about(self) -> Who:
        """Whom it is for."""
        return who(self.subject)

    @cached_property
    def sex(self) -> Sex | None:
        """Whom of men and women it is for, where it tells them apart."""
        end = self.requirement.words.end
        after = _AT_ONCE.match(self.text, end)
        condition = self.requirement.condition
        said = " ".join((self.words, after[0] if after else "", condition.of(self.text) if condition else ""))
        men, women = _MEN.search(said), _WOMEN.search(said)
        if men and women or not (men or women):
            return None
        return "male" if men else "female"

    def applies_on(self, day: date) -> bool:
        """Whether it holds on a day, as far as the documents here tell."""
        return (self.effective is None or self.effective <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Finding:
    """What comparing came to: the state, what the person has, why (a message and its facts), what would settle it."""

    state: State
    has: str = ""
    why: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    settles: str = ""

    def shown(self, language: Language) -> dict[str, object]:
        """The facts as they are said in one language: days as they are written, levels and measures by their names."""
        return {name: _shown(value, language) for name, value in self.facts.items()}


_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")


def _shown(value: object, language: Language) -> object:
    if not isinstance(value, str):
        return value
    return level_said(_ISO.sub(lambda day: day_words(date.fromisoformat(day[0]), language), value), language)
