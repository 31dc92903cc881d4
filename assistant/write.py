"""The quoting writer: picks the fewest statements of the evidence that answer, in the source's own words. Needs no language model."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import Evidence, within
from assistant.question import Question
from assistant.relevance import Relevance, shipped
from corpus.corpus import Corpus
from corpus.document import Provision
from corpus.folding import fold

_MOST_ITEMS = 40
_NEAR: dict[str, float] = {"number": 0.95, "date": 0.95, "deadline": 0.95, "who": 0.95, "definition": 0.95, "list": 0.9}
_MOST_STATEMENTS = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """The statements chosen, in the order they are to be read, and how sure it is that they answer."""

    statements: tuple[Evidence, ...]
    confidence: float


def write(corpus: Corpus, question: Question, evidence: Sequence[Evidence], relevance: Relevance) -> Draft:
    """The statements that answer the question, best evidence first; none if there is no evidence."""
    scored = rank(evidence, relevance)
    if not scored:
        return Draft((), 0.0)
    best_score, best = scored[0]
    chosen = _with_items(corpus, question, best)
    if len(chosen) == 1:
        chosen += _near(question, scored, best_score, best)
    return Draft(tuple(chosen), confidence(scored, relevance))


def rank(evidence: Sequence[Evidence], relevance: Relevance) -> list[tuple[float, Evidence]]:
    """Statements with their scores, best first; headings answer nothing by themselves."""
    model = shipped()["statement"]
    scored = [(model.score(relevance.features(e)), e) for e in evidence if not e.heading and not e.is_mark]
    scored.sort(key=lambda pair: (-pair[0], -pair[1].score, pair[1].entry.id, pair[1].start))
    return scored


def confidence(scored: Sequence[tuple[float, Evidence]], relevance: Relevance) -> float:
    """How sure it is that the best of the statements answers the question, 0 to 1."""
    model = shipped()["answerable"]
    return max((model.score(relevance.features(e)) for _, e in scored[:3]), default=0.0)


def _with_items(corpus: Corpus, question: Question, best: Evidence) -> list[Evidence]:
    """A lead-in brings its list; an item of a list that is asked for brings the others."""
    outline = corpus.library.outline(best.entry.revision)
    unit = outline.innermost(best.start)
    if unit is None or unit.kind in ("row", "table", "paragraph"):
        return [best]
    if not best.lead_in:
        parent = outline.get(unit.parent)
        if question.kind != "list" or parent is None or not _leads_in(corpus, best, parent):
            return [best]
        unit = parent
    items = outline.children(unit.address)
    if not 1 <= len(items) <= _MOST_ITEMS:
        return [best]
    whole = within(corpus, best.entry, unit)
    lead = [e for e in whole if e.start < items[0].start and not e.heading][-1:]
    return [*lead, *(e for e in whole if e.start >= items[0].start)] or [best]


def _leads_in(corpus: Corpus, best: Evidence, parent: Provision) -> bool:
    text = corpus.library.text(best.entry.revision)[parent.start : parent.end]
    before = text[: max(0, best.start - parent.start)].split("\n")
    return any(line.rstrip().endswith(":") for line in before)


def _near(
    question: Question, scored: Sequence[tuple[float, Evidence]], best_score: float, best: Evidence
) -> list[Evidence]:
    """Further statements that answer as well as the best, each once."""
    chosen = [best]
    for score, e in scored[1:12]:
        if score < best_score * _NEAR.get(question.kind, 0.92) or len(chosen) == _MOST_STATEMENTS:
            break
        if all(not _same(e, other) for other in chosen):
            chosen.append(e)
    return chosen[1:]


def _same(a: Evidence, b: Evidence) -> bool:
    """Whether two statements say it twice: the same words, or a document and its translation."""
    twins = a.entry.identity.number_key is not None and a.entry.identity.number_key == b.entry.identity.number_key
    return fold(a.text).strip(" .;") == fold(b.text).strip(" .;") or (twins and a.entry.id != b.entry.id)
