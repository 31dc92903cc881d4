"""A statement that opens a list or stands in one, and what of the list goes with it."""

from collections.abc import Sequence

from assistant.best_first import LOOKED_AT_TWICE
from assistant.evidence import Evidence, beside, within
from assistant.kinds import KIND_TESTS, MUST_HOLD
from assistant.question import Question
from assistant.relevance import Scored
from corpus.corpus import Corpus
from corpus.document import Provision

_MOST_ITEMS = 40
_ITEMS = frozenset({"point", "dash", "plus"})  # units that are items by nature
_AS_GOOD_A_LIST = 1.5  # how far behind the best a statement of a list may be
_NAMED_LIST = 3.0  # ... where the line above it names what is listed


def opening_no_void(corpus: Corpus, question: Question, scored: list[Scored]) -> list[Scored]:
    """Without the lead-ins on top that open no list, or one that does not hold what is asked for."""
    test = KIND_TESTS.get(question.kind) if question.kind in MUST_HOLD else None
    for at, s in enumerate(scored[:LOOKED_AT_TWICE]):
        if not s.evidence.lead_in:
            return scored[at:]
        items = with_items(corpus, question, s.evidence)
        if len(items) > 1 and (test is None or any(test(e.text) for e in items)):
            return scored[at:]
    return scored


def list_opener(corpus: Corpus, scored: Sequence[Scored]) -> Evidence:
    """Where a list is asked for: the first statement that is nearly as good as the best and stands under a line that
    names what is listed, else the first that is as good and stands in a list.
    """
    for s in scored[:LOOKED_AT_TWICE]:
        if s.behind(scored[0]) <= _NAMED_LIST and s.features.focused == 1.0 and (s.evidence.heading or s.evidence.lead):
            return s.evidence
    for s in scored[:LOOKED_AT_TWICE]:
        if s.behind(scored[0]) > _AS_GOOD_A_LIST:
            break
        unit = corpus.library.outline(s.evidence.entry.revision).innermost(s.evidence.start)
        if s.evidence.lead or s.evidence.lead_in or (unit is not None and unit.kind in _ITEMS):
            return s.evidence
    return scored[0].evidence


def with_items(corpus: Corpus, question: Question, best: Evidence) -> list[Evidence]:
    """A lead-in or heading brings its list; an item brings its lead-in, and the others where a list is asked for."""
    chosen = _by_outline(corpus, question, best)
    return chosen if len(chosen) > 1 else _in_passage(corpus, question, best)


def _by_outline(corpus: Corpus, question: Question, best: Evidence) -> list[Evidence]:
    outline = corpus.library.outline(best.entry.revision)
    unit = outline.innermost(best.start)
    if unit is None or unit.kind in ("row", "table", "paragraph"):
        return [best]
    if not best.lead_in and not best.heading:
        parent = outline.get(unit.parent)
        listed = question.kind == "list" and unit.kind in _ITEMS and parent is not None
        if parent is None or not (best.lead or listed or _leads_in(corpus, best, parent)):
            return [best]
        if question.kind != "list":
            return [*_opening(corpus, best, parent), best] if best.lead else [best]
        unit = parent
    items = outline.children(unit.address)
    if not 1 <= len(items) <= _MOST_ITEMS:
        return [best]
    whole = [e for e in within(corpus, best.entry, unit) if not e.heading]
    lead = [e for e in whole if e.start < items[0].start][-1:]
    return [*lead, *(e for e in whole if e.start >= items[0].start)] or [best]


def _in_passage(corpus: Corpus, question: Question, best: Evidence) -> list[Evidence]:
    """As `with_items`, for a text whose units are not known: by the marks of its lines."""
    if best.header or not (best.lead or best.lead_in):
        return [best]
    near = beside(corpus, best)
    lead = best.text if best.lead_in else best.lead
    opener = [e for e in near if e.text == lead and e.start <= best.start][-1:]
    if not opener:
        return [best]
    if not best.lead_in and question.kind != "list":
        return [*opener, best]
    return [*opener, *(e for e in near if e.lead == lead and e.start > opener[0].start)]


def _opening(corpus: Corpus, item: Evidence, parent: Provision) -> list[Evidence]:
    """The line that leads in the list in which an item stands, all of its sentences."""
    before = [e for e in within(corpus, item.entry, parent) if e.end <= item.start]
    lead = [e for e in before if e.lead_in and (e.text.endswith(item.lead) or item.lead.endswith(e.text))][-1:]
    text = corpus.library.text(item.entry.revision)
    begins = text.rfind("\n", 0, lead[0].start) + 1 if lead else 0
    return [e for e in before if lead and begins <= e.start <= lead[0].start]


def _leads_in(corpus: Corpus, best: Evidence, parent: Provision) -> bool:
    """Whether a line above the item, in the same unit, ends in a colon."""
    text = corpus.library.text(best.entry.revision)[parent.start : parent.end]
    before = text[: max(0, best.start - parent.start)].split("\n")
    return any(line.rstrip().endswith(":") for line in before)
