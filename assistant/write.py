"""The quoting writer: picks the fewest statements that answer, in the source's own words. Needs no language model."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from assistant.answer import Outcome
from assistant.answerable import estimate
from assistant.conflict import conflicting
from assistant.contrary_ended import ends_contrary
from assistant.counted import counted_abroad, is_foreign
from assistant.evidence import Evidence, beside, within
from assistant.kinds import KIND_TESTS, MUST_HOLD
from assistant.labels import names_role, role_asked
from assistant.model import shipped
from assistant.paid_for import speaks_of_thing
from assistant.parts import parts
from assistant.places import of_one_place
from assistant.question import Question, understand
from assistant.relevance import Features, Relevance, Scored
from assistant.scope_stated import states_scope_only
from assistant.search import Hit
from assistant.verdict import Verdict, verdict
from corpus.corpus import Corpus
from corpus.document import Provision
from corpus.folding import fold

_MOST_ITEMS = 40
_CHARGES = re.compile(
    r"\b(?:trách nhiệm|nhiệm vụ|thẩm quyền|responsibilit\w+|dut(?:y|ies)|tasks?|powers?|competence)\b"
    r"(?:,? [^\W\d]+){0,4}?(?: của| of)\b",
    re.IGNORECASE,
)
# to whom a document goes stands in its frame, and nowhere else
_OF_FRAME = re.compile(
    r"\b(?:noi nhan|kinh gui|gui (?:cho|den) (?:ai|nhung|cac|co quan|don vi)|nguoi ky|ai ky"
    r"|recipients?|addressed|addressee|sent to|signed)\b"
)
_VALUES = frozenset({"number", "date", "deadline"})  # what a statement of scope never gives
_NEAR = 0.3  # how far behind the best (in log odds) a second statement may be
_MOST_STATEMENTS = 2
_ONE = frozenset({"number", "date", "deadline", "definition"})  # one value is asked for
_LOOKED_AT_TWICE = 12
_ITEMS = frozenset({"point", "dash", "plus"})  # units that are items by nature
_AS_GOOD_A_LIST = 1.5  # how far behind the best a statement of a list may be
_NAMED_LIST = 3.0  # ... where the line above it names what is listed
_DEFINES = 0.75
_STRANGE = 0.5  # share of a part's neighbouring words that are together nowhere
_HOLDS = 3.0  # how far behind the best (in log odds) a line that names the holder of a role may be
_NAMED = 0.6  # how well a statement that tells who did it names somebody
_LACKED = 0.6  # what the rarest word of a part that is nowhere may say
_OF_PART = 0.6  # share of the words of a part that has to be there


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


def write(
    corpus: Corpus, question: Question, evidence: Sequence[Evidence], relevance: Relevance, hits: Sequence[Hit] = ()
) -> Draft:
    """The statements that answer the question, best evidence first; none if there is no evidence."""
    two = parts(question.text)
    if two is not None:
        return _of_two(corpus, question, two, evidence, relevance, hits)
    return _of_one(corpus, question, evidence, relevance, hits)


def _of_one(
    corpus: Corpus, question: Question, evidence: Sequence[Evidence], relevance: Relevance, hits: Sequence[Hit]
) -> Draft:
    ranked = [s for s in rank(evidence, relevance) if speaks_of_thing(question, s.evidence)]
    scored = _opening_no_void(corpus, question, ranked)
    if not scored:
        return Draft((), 0.0)
    sure = estimate(question, hits, scored, relevance)
    best = _list_opener(corpus, scored) if question.kind == "list" else scored[0].evidence
    other = conflicting(question, scored, relevance, lambda one, two: of_one_place(corpus, one, two))
    if other is not None:
        held = ends_contrary(corpus, best, other)
        if held is not None:
            return Draft(held, sure)
        return Draft((best, other), sure, "conflicting", which_is_later(best, other))
    chosen = [*_charged(corpus, question, best), *with_items(corpus, question, best)]
    if question.kind == "definition" and scored[0].features.kind >= _DEFINES and not best.lead_in:
        # a definition is a whole sentence, whatever list it stands in; one that another document gives stands beside it
        chosen = [best, *_defined_elsewhere(scored)]
    if len(chosen) == 1 and question.aim == "compare":
        chosen += _beside(scored)
    elif len(chosen) == 1 and question.kind not in _ONE:
        chosen += _near(scored)
    plain = None
    if question.kind == "yesno" and scored[0].features.contrary == 0 and not best.lead_in:
        plain = verdict(question.text, best.with_lead)
    return Draft(tuple(chosen), sure, verdict=plain)


def _opening_no_void(corpus: Corpus, question: Question, scored: list[Scored]) -> list[Scored]:
    """Without the lead-ins on top that open no list, or one that does not hold what is asked for."""
    test = KIND_TESTS.get(question.kind) if question.kind in MUST_HOLD else None
    for at, s in enumerate(scored[:_LOOKED_AT_TWICE]):
        if not s.evidence.lead_in:
            return scored[at:]
        items = with_items(corpus, question, s.evidence)
        if len(items) > 1 and (test is None or any(test(e.text) for e in items)):
            return scored[at:]
    return scored


def _list_opener(corpus: Corpus, scored: Sequence[Scored]) -> Evidence:
    """Where a list is asked for: the first statement that is nearly as good as the best and stands under a line that
    names what is listed, else the first that is as good and stands in a list.
    """
    for s in scored[:_LOOKED_AT_TWICE]:
        if s.behind(scored[0]) <= _NAMED_LIST and s.features.focused == 1.0 and (s.evidence.heading or s.evidence.lead):
            return s.evidence
    for s in scored[:_LOOKED_AT_TWICE]:
        if s.behind(scored[0]) > _AS_GOOD_A_LIST:
            break
        unit = corpus.library.outline(s.evidence.entry.revision).innermost(s.evidence.start)
        if s.evidence.lead or s.evidence.lead_in or (unit is not None and unit.kind in _ITEMS):
            return s.evidence
    return scored[0].evidence


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


def _of_two(
    corpus: Corpus,
    question: Question,
    two: tuple[str, str],
    evidence: Sequence[Evidence],
    relevance: Relevance,
    hits: Sequence[Hit],
) -> Draft:
    """A question of two parts: both are answered, or it is said which is not."""
    whole = _of_one(corpus, question, evidence, relevance, hits)
    chosen, missing, sure = list(whole.statements), [], whole.confidence
    answered: list[Evidence] = []
    for part in two:
        asked = replace(understand(part), language=question.language)
        its = relevance.of(asked)
        scored = rank(evidence, its)
        of_whole = [e for e in chosen if _answers(its.features(e), its)]
        if not of_whole and not (scored and _answers(scored[0].features, its)):
            missing.append(part)
            continue
        sure = max(sure, estimate(asked, hits, scored, its))
        best = of_whole or [scored[0].evidence]
        answered += best
        if all(not _same(best[0], c) and best[0].text not in c.text for c in chosen):
            chosen.append(best[0])
    if len(missing) != 1:
        return replace(whole, statements=tuple(chosen), confidence=sure) if not missing else whole
    shown = tuple(dict.fromkeys(answered)) or whole.statements
    return Draft(shown, sure, "partial", Note("answer-partial", {"part": missing[0].strip(" ,?")}))


def _answers(f: Features, its: Relevance) -> bool:
    """Whether a statement has all that is asked in a part; "and by when" asks of what the other part names."""
    strange = its.unheard >= _STRANGE and f.pairs == 0  # "lệ phí" is not there for "tỷ lệ" and "kinh phí"
    held = (f.covered_title >= _OF_PART and f.gap <= _LACKED and not strange) or not its.says_anything
    return held and f.lacks == 0 and f.uncounted == 0 and f.contrary == 0


def rank(evidence: Sequence[Evidence], relevance: Relevance) -> list[Scored]:
    """Statements that may answer, with their scores, best first; the best few are looked at again for like words."""
    question = relevance.question
    able = [e for e in evidence if may_answer(e, question) and relevance.holds(_read_as(e, question))]
    relevance.read([_read_as(e, question) for e in able])
    first = sorted((_scored(e, relevance) for e in able), key=_order)
    again = [_scored(s.evidence, relevance, alike=True) for s in first[:_LOOKED_AT_TWICE]]
    best_first = sorted(again + first[_LOOKED_AT_TWICE:], key=_order)
    if relevance.question.kind == "definition":
        # what opens with the term and says what it is, before what only speaks of it
        best_first.sort(key=lambda s: s.features.kind < _DEFINES)
    role = role_asked(relevance.question)
    if role:
        # a line that sets somebody beside the role, before one that speaks of what the role is about
        best = best_first[0] if best_first else None
        best_first.sort(key=lambda s: not _holds(s, role, best))
    return _counting_first(_doer_first(best_first), relevance.question)


def _doer_first(scored: list[Scored]) -> list[Scored]:
    """Where the best does not say that anybody did what is asked about, what names who did it before it."""
    best = scored[0] if scored else None
    if best is None or not best.features.undone:
        return scored
    least = max(best.features.kind, _NAMED)

    def names(s: Scored) -> bool:
        return not s.features.undone and s.features.kind >= least and s.behind(best) < _HOLDS

    return sorted(scored, key=lambda s: not names(s))


def _counting_first(scored: list[Scored], question: Question) -> list[Scored]:
    """Where the best is in another language and does not count what is asked for, what does so there before it."""
    pattern = counted_abroad(question)
    if pattern is None or not scored or not is_foreign(scored[0].evidence, question):
        return scored

    def counts(s: Scored) -> bool:
        return is_foreign(s.evidence, question) and pattern.search(fold(s.evidence.with_lead)) is not None

    best = scored[0]
    return sorted(scored, key=lambda s: not (s.behind(best) < _HOLDS and counts(s)))


def _holds(s: Scored, role: Sequence[str], best: Scored | None) -> bool:
    return (
        best is not None
        and s.behind(best) < _HOLDS
        and names_role(s.evidence.text, role, s.evidence.entry.identity.language)
    )


def _scored(e: Evidence, relevance: Relevance, *, alike: bool = False) -> Scored:
    features = relevance.features(_read_as(e, relevance.question), alike=alike)
    return Scored(shipped()["statement"].score(asdict(features)), features, e)


def _read_as(e: Evidence, question: Question) -> Evidence:
    """By which words a statement is compared with a question: those in the question's language, if there are any."""
    return e.read_as if e.read_as is not None and is_foreign(e, question) else e


def _order(s: Scored) -> tuple[float, float, str, int]:
    return (-s.score, -s.evidence.score, s.evidence.entry.id, s.evidence.start)


def may_answer(e: Evidence, question: Question) -> bool:
    """Headings answer nothing by themselves, but open a list that is asked for; legal bases only who asks for them."""
    if e.frame and not _OF_FRAME.search(fold(question.text)):
        return False
    if question.kind in _VALUES and states_scope_only(e):
        return False
    return not e.is_mark and (not e.heading or question.kind == "list") and (not e.is_basis or question.bases)


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


def _near(scored: Sequence[Scored]) -> list[Evidence]:
    """Further statements that answer as well as the best, each once."""
    chosen = [scored[0].evidence]
    for s in scored[1:12]:
        if s.behind(scored[0]) > _NEAR or len(chosen) == _MOST_STATEMENTS:
            break
        if all(not _same(s.evidence, other) for other in chosen):
            chosen.append(s.evidence)
    return chosen[1:]


def _defined_elsewhere(scored: Sequence[Scored]) -> list[Evidence]:
    """How another document defines the same term, if one does and in other words."""
    best = scored[0].evidence
    others = (s.evidence for s in scored[1:_LOOKED_AT_TWICE] if s.features.kind >= _DEFINES)
    return [e for e in others if e.entry.id != best.entry.id and not _same(e, best)][:1]


def _beside(scored: Sequence[Scored]) -> list[Evidence]:
    """The statement to compare the best one with: the next one of its document."""
    best = scored[0].evidence
    others = (s.evidence for s in scored[1:_LOOKED_AT_TWICE] if s.evidence.entry.id == best.entry.id)
    return [next((e for e in others if not _same(e, best)), best)][: len(scored) - 1]


def _same(a: Evidence, b: Evidence) -> bool:
    """Whether two statements say it twice: the same words, or a document and its translation."""
    twins = a.entry.identity.number_key is not None and a.entry.identity.number_key == b.entry.identity.number_key
    return fold(a.text).strip(" .;") == fold(b.text).strip(" .;") or (twins and a.entry.id != b.entry.id)
