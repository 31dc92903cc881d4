"""The quoting writer: picks the fewest statements that answer, in the source's own words. Needs no language model."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from assistant.evidence import Evidence, within
from assistant.model import shipped
from assistant.question import Question
from assistant.relevance import Features, Relevance
from corpus.corpus import Corpus
from corpus.document import Provision
from corpus.folding import fold

_MOST_ITEMS = 40
_NEAR: dict[str, float] = {"number": 0.95, "date": 0.95, "deadline": 0.95, "who": 0.95, "definition": 0.95, "list": 0.9}
_MOST_STATEMENTS = 2
_LOOKED_AT_TWICE = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """The statements chosen, in the order they are to be read, and how sure it is that they answer."""

    statements: tuple[Evidence, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Scored:
    """A statement, what was seen of it, and how well it answers."""

    score: float
    features: Features
    evidence: Evidence


def write(corpus: Corpus, question: Question, evidence: Sequence[Evidence], relevance: Relevance) -> Draft:
    """The statements that answer the question, best evidence first; none if there is no evidence."""
    scored = rank(evidence, relevance)
    if not scored:
        return Draft((), 0.0)
    chosen = with_items(corpus, question, scored[0].evidence)
    if len(chosen) == 1:
        chosen += _near(question, scored)
    return Draft(tuple(chosen), confidence(scored))


def rank(evidence: Sequence[Evidence], relevance: Relevance) -> list[Scored]:
    """Statements that may answer, with their scores, best first; the best few are looked at again for like words."""
    able = [e for e in evidence if may_answer(e, relevance.question) and relevance.holds(e)]
    first = sorted((_scored(e, relevance) for e in able), key=_order)
    again = [_scored(s.evidence, relevance, alike=True) for s in first[:_LOOKED_AT_TWICE]]
    return sorted(again + first[_LOOKED_AT_TWICE:], key=_order)


def _scored(e: Evidence, relevance: Relevance, *, alike: bool = False) -> Scored:
    features = relevance.features(e, alike=alike)
    return Scored(shipped()["statement"].score(asdict(features)), features, e)


def _order(s: Scored) -> tuple[float, float, str, int]:
    return (-s.score, -s.evidence.score, s.evidence.entry.id, s.evidence.start)


def may_answer(e: Evidence, question: Question) -> bool:
    """Headings answer nothing by themselves, but open a list that is asked for; legal bases only who asks for them."""
    return not e.is_mark and (not e.heading or question.kind == "list") and (not e.is_basis or question.bases)


def confidence(scored: Sequence[Scored]) -> float:
    """How sure it is that the best of the statements answers the question, 0 to 1."""
    model = shipped()["answerable"]
    return max((model.score(asdict(s.features)) for s in scored[:3]), default=0.0)


def with_items(corpus: Corpus, question: Question, best: Evidence) -> list[Evidence]:
    """A lead-in or heading brings its list; an item of a list that is asked for brings the others."""
    outline = corpus.library.outline(best.entry.revision)
    unit = outline.innermost(best.start)
    if unit is None or unit.kind in ("row", "table", "paragraph"):
        return [best]
    if not best.lead_in and not best.heading:
        parent = outline.get(unit.parent)
        if question.kind != "list" or parent is None or not _leads_in(corpus, best, parent):
            return [best]
        unit = parent
    items = outline.children(unit.address)
    if not 1 <= len(items) <= _MOST_ITEMS:
        return [best]
    whole = [e for e in within(corpus, best.entry, unit) if not e.heading]
    lead = [e for e in whole if e.start < items[0].start][-1:]
    return [*lead, *(e for e in whole if e.start >= items[0].start)] or [best]


def _leads_in(corpus: Corpus, best: Evidence, parent: Provision) -> bool:
    """Whether a line above the item, in the same unit, ends in a colon."""
    text = corpus.library.text(best.entry.revision)[parent.start : parent.end]
    before = text[: max(0, best.start - parent.start)].split("\n")
    return any(line.rstrip().endswith(":") for line in before)


def _near(question: Question, scored: Sequence[Scored]) -> list[Evidence]:
    """Further statements that answer as well as the best, each once."""
    chosen = [scored[0].evidence]
    for s in scored[1:12]:
        if s.score < scored[0].score * _NEAR.get(question.kind, 0.92) or len(chosen) == _MOST_STATEMENTS:
            break
        if all(not _same(s.evidence, other) for other in chosen):
            chosen.append(s.evidence)
    return chosen[1:]


def _same(a: Evidence, b: Evidence) -> bool:
    """Whether two statements say it twice: the same words, or a document and its translation."""
    twins = a.entry.identity.number_key is not None and a.entry.identity.number_key == b.entry.identity.number_key
    return fold(a.text).strip(" .;") == fold(b.text).strip(" .;") or (twins and a.entry.id != b.entry.id)
