"""The check: do the cited words carry a statement? By rules alone, in both languages, on the words and nothing else.

What a rule can see: figures with their units and bounds, dates, document numbers, names, words that decide (must, may,
not, only, except, all), quotations, figures and actors that changed places, and how much of the statement its source
says at all. What it cannot see is said in assistant/checks/meaning.py: no model of meaning takes part, so a statement
that passes is "checked", which says that none of these faults was found; it is not a proof.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer import Support
from assistant.checks.done import compare_done
from assistant.checks.events import compare_events
from assistant.checks.figures import Figures, find_figures
from assistant.checks.figures_kept import Wording, compare_figures
from assistant.checks.free import is_free
from assistant.checks.joined import compare_joined
from assistant.checks.leads import compare_leads
from assistant.checks.meaning import compare_meaning
from assistant.checks.modals import compare_operators
from assistant.checks.names import compare_names
from assistant.checks.otherwise import turned_about
from assistant.checks.places import compare_counted, compare_parts
from assistant.checks.polarity import compare_polarity
from assistant.checks.quotes import best_quote, compare_quotes, compare_replaced, is_verbatim, stands_in
from assistant.checks.side import Side, side_of
from assistant.checks.text import Fault, FaultKind, plain
from assistant.checks.words import read
from assistant.checks.years import compare_years

__all__ = ["Checked", "Fault", "FaultKind", "best_quote", "check"]

_MARKS = re.compile(r"\s*\[\d{1,3}\]")
_ASKS = re.compile(
    r"\b(?:bao nhiêu|mấy(?! năm nay)|(?:là|những|gồm) gì|thế nào|khi nào|bao giờ|ở đâu|vì sao|tại sao)\b"
    r"|^(?:and )?how (?:many|much|long|often|old)\b"
    r"|^(?:what|who|whom|whose|where|why) (?:is|are|was|were|does|do|did|must|may|can|shall|has|have)\b",
    re.IGNORECASE,
)
# "Who may send officials is governed by ...": the question is the subject of what is told
_TELLS = re.compile(
    r"(?![^?;]*\b(?:do|does|did)\b)(?: [^\s?;]+){3,}? (?:is|are|was|were|depends?|falls?|rests?|follows?|goes|lies"
    r"|remains?|belongs?|comes?|must|shall|will|has|have)\b[^?]*$",
    re.IGNORECASE,
)
# "However many posts he holds", "dù giữ bao nhiêu chức danh": nothing is asked
_WHATEVER = re.compile(
    r"\b(?:dù|dẫu|bất kể|bất luận|không (?:kể|phân biệt|đặt ra|xét)|no matter|regardless of)\b[^.;]*$", re.IGNORECASE
)
_VERDICT = re.compile(r"^(?:Có|Không|Yes|No)\. (?=\S)")


@dataclass(frozen=True, slots=True)
class Checked:
    """How a statement stands to its sources: in their words, carried by them, or not, and why not."""

    support: Support
    faults: tuple[Fault, ...] = ()


def check(statement: str, sources: Sequence[str], context: Sequence[str] = ()) -> Checked:
    """Compares a statement with the words cited for it.

    `context` is what stands above those words (headings, title, number of their document): it may supply names, dates
    and numbers of the document itself, never figures or the words that decide. The verdict that opens a yes/no answer
    ("Có.", "No.") is not compared: the words behind it are.
    """
    said = _VERDICT.sub("", plain(_MARKS.sub("", statement)))
    cited = [plain(s) for s in sources if s.strip()]
    above = [plain(c) for c in context if c.strip()]
    if not said or not cited:
        return Checked("unsupported", (Fault("meaning", said),))
    if is_verbatim(said, cited, above):
        return Checked("verbatim")
    faults = tuple(dict.fromkeys(_faults(said, cited, above)))
    if faults and all(f.kind in ("negation", "qualifier", "order") for f in faults) and _contrary(said, cited):
        faults = ()
    if faults:
        return Checked("unsupported", faults)
    return Checked("verbatim" if any(stands_in(said, c) for c in cited) else "checked")


def _contrary(said: str, cited: Sequence[str]) -> bool:
    """Whether a statement says what its source says by telling what lies on the other side of a bound."""
    return turned_about(_side(said), _side("\n".join(cited)))


def _faults(said: str, cited: Sequence[str], above: Sequence[str]) -> Iterator[Fault]:
    mine, source = _side(said), _side("\n".join(cited))
    # where some of the sources are in the statement's language, its words are compared with those
    same = [c for c in cited if read(c).language == mine.reading.language] or cited
    spoken = source if len(same) == len(cited) else _side("\n".join(same))
    for asks in _ASKS.finditer(said):
        if _WHATEVER.search(said[: asks.start()]):
            continue
        if not _TELLS.match(said, asks.end()) and not any(asks.group().lower() in c.lower() for c in cited):
            yield Fault("meaning", asks.group())  # a question said again answers nothing
    yield from compare_quotes(said, [*cited, *above])
    yield from compare_replaced(said, "\n".join(cited))
    yield from compare_figures(mine.figures, [source.figures], [_figures(c) for c in above], _wording(mine, spoken))
    yield from compare_names(mine.reading, [source.reading], [read(c) for c in above])
    yield from compare_operators(mine, spoken)
    if mine.reading.language == spoken.reading.language:
        yield from compare_polarity(mine, spoken)
        yield from compare_events(mine, spoken)
        yield from compare_leads(mine, spoken)
        yield from compare_joined(mine, spoken)
        yield from compare_done(mine, spoken)
        yield from compare_years(mine, spoken)
    yield from compare_meaning(mine, spoken, [read(c) for c in above])
    if mine.reading.language == spoken.reading.language:
        yield from compare_parts(mine, spoken)
        yield from compare_counted(mine, spoken)


def _wording(said: Side, source: Side) -> Wording:
    if said.reading.language != source.reading.language:
        return "across"
    return "free" if is_free(said.reading, source.reading) else "kept"


@lru_cache(maxsize=1000)
def _side(text: str) -> Side:
    return side_of(text, _figures(text))


@lru_cache(maxsize=1000)
def _figures(text: str) -> Figures:
    return find_figures(text)
