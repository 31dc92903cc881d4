"""What reading one part of a sentence gives, and the words that both languages read from. No rules of either."""

import re
from dataclasses import dataclass, field

from corpus.registers import Deadline, Span, Strength
from ingest.deadlines import find_deadlines, limits_handling

_VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíòóõùúýĩũ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """A part's actor and predicate, as far as the words and the heading tell them."""

    strength: Strength
    action: int
    who: Span | None = None
    assigner: Span | None = None


@dataclass(slots=True)
class Words:
    """A text, also in small letters; `past` marks a report or news, where a plain sentence tells what was done.

    `before` are the times and conditions in front of the part that is read.

    `asked` becomes true where a report tells of a request: what follows in the present tense is part of it.
    """

    text: str
    lower: str
    past: bool = False
    asked: bool = False
    before: Span = Span(0, 0)
    _due: tuple[Span, bool] = field(default=(Span(0, 0), False))

    def due(self, part: Span) -> bool:
        """Whether the words set a day, a length of time or a rhythm."""
        if self._due[0] != part:
            start = self.before.start if self.before.end == part.start else part.start
            found = find_deadlines(self.text, start, part.end)
            self._due = (part, any(_sets_a_time(d) for d in found))
        return self._due[1]

    def counts(self, part: Span) -> bool:
        """Whether the words name a length of time and what it is counted from."""
        found = find_deadlines(self.text, part.start, part.end)
        bare = limits_handling(self.text, part.start, part.end)
        return any(d.kind == "relative" and (d.since is not None or bare) for d in found)

    def conditional(self, start: int) -> bool:
        """Whether "thì" stands right before a place: what begins there follows from a case."""
        return self.lower[max(0, start - 6) : start].rstrip().endswith(" thì")

    def due_soon(self, start: int, end: int) -> bool:
        """Whether a day or a rhythm is set right behind a verb."""
        found = find_deadlines(self.text, start, min(end, start + 120))
        return any(_sets_a_time(d) and d.phrase.start - start < 30 for d in found)

    def is_vietnamese(self, part: Span) -> bool:
        """Whether the words are Vietnamese: many letters are its own, in English only those of names."""
        words = self.text[part.start : part.end]
        return len(_VIETNAMESE.findall(words)) > 0.05 * len(words)

    def word_end(self, start: int) -> int:
        """Where the word that begins at `start` ends."""
        at = start
        while at < len(self.lower) and self.lower[at].isalnum():
            at += 1
        return at

    def past_blanks(self, at: int, end: int) -> int:
        """The next place that is no blank and no loose punctuation."""
        while at < end and self.text[at] in ' \t,;"“':
            at += 1
        return at


def _sets_a_time(one: Deadline) -> bool:
    """Whether a deadline tells a time itself: "in time" does not, nor a time limit that stands elsewhere."""
    elsewhere = one.kind == "relative" and one.length is None and one.inclusive is None
    return one.kind != "vague" and not elsewhere


def trimmed_start(text: str, start: int, end: int) -> Span:
    """A span without the blanks at its edges; the statement's own marks stay."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
