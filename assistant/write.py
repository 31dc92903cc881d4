"""The quoting writer: picks the fewest statements that answer, in the source's own words. Needs no language model."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answerable import estimate
from assistant.best_first import DEFINES, rank
from assistant.blank_cell import fills_cell
from assistant.bound_asked import tells_bound
from assistant.codes_asked import of_codes
from assistant.condition_denied import of_the_same_case
from assistant.conflict import conflicting
from assistant.contrary_ended import ends_contrary
from assistant.counted import counts_things, counts_time
from assistant.draft import Draft, which_is_later
from assistant.evidence import Evidence
from assistant.further import as_good, defined_elsewhere, to_compare_with
from assistant.listed import list_opener, opening_no_void, with_items
from assistant.paid_for import speaks_of_thing
from assistant.part_asked import speaks_of_part
from assistant.parts import parts
from assistant.places import of_one_place
from assistant.question import Question
from assistant.relevance import Relevance, Scored
from assistant.result_asked import tells_result
from assistant.search import Hit
from assistant.side_of_figure import on_its_side
from assistant.sort_asked import holds_sort
from assistant.two_parts import of_two
from assistant.verdict import verdict
from corpus.corpus import Corpus

_CHARGES = re.compile(
    r"\b(?:trách nhiệm|nhiệm vụ|thẩm quyền|responsibilit\w+|dut(?:y|ies)|tasks?|powers?|competence)\b"
    r"(?:,? [^\W\d]+){0,4}?(?: của| of)\b",
    re.IGNORECASE,
)
# what a statement must do besides being near to the question's words
_STANDS = (
    speaks_of_thing,
    tells_bound,
    tells_result,
    counts_time,
    counts_things,
    speaks_of_part,
    holds_sort,
    fills_cell,
    on_its_side,
)
_NEAREST = 3
_DEFINED = 0.75  # how sure a definition of the very term is at least
_ONE = frozenset({"number", "date", "deadline", "definition"})  # one value is asked for


def write(
    corpus: Corpus, question: Question, evidence: Sequence[Evidence], relevance: Relevance, hits: Sequence[Hit] = ()
) -> Draft:
    """The statements that answer the question, best evidence first; none if there is no evidence."""
    two = parts(question.text)
    whole = _of_one(corpus, question, evidence, relevance, hits)
    return whole if two is None else of_two(question, two, whole, evidence, relevance, hits)


def _of_one(
    corpus: Corpus, question: Question, evidence: Sequence[Evidence], relevance: Relevance, hits: Sequence[Hit]
) -> Draft:
    every = rank(of_codes(question, evidence), relevance)
    ranked = [s for s in every if _may_stand(question, s.evidence)]
    scored = opening_no_void(corpus, question, ranked)
    if not scored:
        return Draft((), 0.0)
    orders = (scored,) if scored == every else (scored, every)
    sure = min(estimate(question, hits, of, relevance) for of in orders)
    if _says_what_it_is(question, scored[0]):
        sure = max(sure, _DEFINED)
    if every[0].features.named:  # what opens no list there makes way for what the same document says besides
        scored = [s for s in scored if s.features.named] or scored
    scored = of_the_same_case(question, scored)
    best = list_opener(corpus, scored) if question.kind == "list" else scored[0].evidence
    other = conflicting(question, scored, relevance, lambda one, two: of_one_place(corpus, one, two))
    if other is not None:
        held = ends_contrary(corpus, best, other)
        if held is not None:
            return Draft(held, sure)
        return Draft((best, other), sure, "conflicting", which_is_later(best, other))
    chosen = [*_charged(corpus, question, best), *with_items(corpus, question, best)]
    if question.kind == "definition" and scored[0].features.kind >= DEFINES and not best.lead_in:
        # a definition is a whole sentence, whatever list it stands in; one that another document gives stands beside it
        chosen = [best, *defined_elsewhere(scored)]
    if len(chosen) == 1 and question.aim == "compare":
        chosen += to_compare_with(scored)
    elif len(chosen) == 1 and question.kind not in _ONE:
        chosen += as_good(scored)
    plain = None
    if question.kind == "yesno" and scored[0].features.contrary == 0 and not best.lead_in:
        plain = verdict(question.text, best.with_lead)
    return Draft(tuple(chosen), sure, verdict=plain, nearest=tuple(s.evidence for s in scored[:_NEAREST]))


def _says_what_it_is(question: Question, best: Scored) -> bool:
    """Whether the very term that is asked about opens a statement which says what it is."""
    return question.kind == "definition" and best.features.kind == 1.0 and not best.features.contrary


def _may_stand(question: Question, e: Evidence) -> bool:
    return all(stands(question, e) for stands in _STANDS)


def _charged(corpus: Corpus, question: Question, best: Evidence) -> list[Evidence]:
    """For "who": the heading that says whose duties are listed below it ("Trách nhiệm của Sở Nội vụ")."""
    if question.kind != "who":
        return []
    text, outline = corpus.library.text(best.entry.revision), corpus.library.outline(best.entry.revision)
    for unit in list(outline.above(outline.innermost(best.start)))[1:]:
        line = text[unit.start : unit.end].split("\n")[0].rstrip()
        if _CHARGES.search(line) and unit.start < best.start:
            end = unit.start + len(line)
            return [replace(best, start=unit.start, end=end, text=line, address=unit.address, header=(), lead="",
                            path=outline.path(unit.address) or best.path)]  # fmt: skip
    return []
