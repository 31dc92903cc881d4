"""Whether somebody qualifies ("does a 46-year-old ... qualify for head of division?"): told from other questions.

The same requirement sheet as `requirements_for` makes, and its rows as an answer's statements. Reads by rule.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from assistant.answer import Answer, Citation, Outcome, Searched, Statement
from assistant.posts import who
from assistant.profile import Profile
from assistant.profile_text import read_person
from assistant.requirements import Requirements, Weighed, requirements_for
from assistant.requirements_sheet import overall_said, title_of
from assistant.search import Filters, Search
from assistant.standard import Standard
from corpus.corpus import Corpus
from corpus.errors import RequestError
from corpus.legibility import least_sure
from corpus.messages import Language, message
from corpus.units import same_length

# what asks whether somebody fits, and is followed by what for
_CUE = re.compile(
    r"(?:co |da |thi |lieu )*(?:du dieu kien|du tieu chuan|dat (?:tieu chuan|yeu cau)"
    r"|dap ung (?:du )?(?:cac )?(?:tieu chuan|dieu kien|yeu cau)"
    r"|(?:duoc|co the) (?:xem xet )?(?:bo nhiem|giu chuc|lam|cu di|tiep nhan)|du (?:tuoi|trinh do))"
    r"|qualif(?:y|ies|ied)|eligible|meets? (?:all )?the (?:requirements?|standards?|conditions?|criteria)"
    r"|be (?:appointed|promoted|sent|received)|become|fit(?:s)? for"
)
_QUESTION = re.compile(r"\?|(?:khong|chua)\s*[?.]?\s*$|^\s*(?:does|do|can|could|may|is|are|would|will)(?!\w)")
_BEFORE_POST = re.compile(
    r"^\W*(?:(?:de|cho|vao|lam|giu|chuc|vu|danh|bo nhiem|duoc|xem xet|ve|doi voi|lan dau|for|as|to|be|the|a|an|post|of|"
    r"position|appointed|appointment|becoming|become|holding)\W+)*"
)
_AFTER_POST = re.compile(r"[?;]|\s(?:hay |duoc )?(?:khong|chua)(?!\w)|,|\.(?=\s|$)|\s(?:neu|khi|if|when|with)\s")
_TOLD = frozenset({"complete", "sex", "planned_for"})


@dataclass(frozen=True, slots=True)
class Qualification:
    """Whether somebody fits something: the post as asked, and the person as told."""

    post: str
    profile: Profile


def asked_whether(question: str, day: date) -> Qualification | None:
    """The post and the person that a question is about; None where it asks something else."""
    even = same_length(question)
    if not _QUESTION.search(even):
        return None
    for cue in reversed(list(_CUE.finditer(even))):
        start = cue.end() + len(_before(even[cue.end() :]))
        stop = _AFTER_POST.search(even, start)
        end = stop.start() if stop else len(question)
        post = question[start:end].strip(" .,:")
        named = who(f"{cue[0]} {post}")
        if not post or not (named.posts or named.acts - {"appoint"}):
            continue
        rest = f"{question[: cue.start()]}, {question[end:]}"
        profile = read_person(rest, day)
        if _tells(profile):
            return Qualification(post if who(post).posts or who(post).acts else f"{cue[0]} {post}", profile)
    return None


def _before(after: str) -> str:
    match = _BEFORE_POST.match(after)
    return match[0] if match else ""


def _tells(profile: Profile) -> bool:
    return any(getattr(profile, f.name) not in (None, ()) for f in fields(profile) if f.name not in _TOLD)


def qualifies(
    search: Search,
    question: str,
    as_of: date | None = None,
    filters: Filters | None = None,
    language: Language = "vi",
) -> Requirements | None:
    """The requirements with the person weighed; None where the question asks something else, or nothing is found."""
    day = as_of or date.today()
    asked = asked_whether(question, day)
    if asked is None:
        return None
    found = requirements_for(search, asked.post, asked.profile, day, filters, language)
    rows = (row for g in found.groups for row in g.rows if row.applies and row.finding is not None)
    # what was told of the person decides nothing: the question is answered like any other
    return found if any(row.finding and row.finding.state in ("met", "not_met") for row in rows) else None


def as_answer(corpus: Corpus, found: Requirements, question: str, language: Language) -> Answer:
    """The rows that hold on the day as statements, each with its quote; the overall word goes before them."""
    statements: list[Statement] = []
    citations: list[Citation] = []
    for row in (row for group in found.groups for row in group.rows if row.applies and row.finding is not None):
        marks = []
        for s in row.standards:
            citations.append(_citation(corpus, s, len(citations) + 1))
            marks.append(len(citations))
        statements.append(Statement(_said(row, language), tuple(marks), "checked"))
    states = {found.overall(g) for g in found.groups if not g.general}
    outcome: Outcome = "answered" if states <= {"met", "not_met"} else "partial"
    entries = found.searched
    return Answer(
        id=_id(question, found),
        question=question,
        language=language,
        outcome=outcome,
        statements=tuple(statements),
        citations=tuple(citations),
        as_of=found.as_of,
        searched=Searched(len(entries), sum(e.passages for e in entries), tuple(found.asked.text.split())),
        confidence=1.0,
        missing=_open(found, language),
        lead="\n".join(_overall(found, language)) or None,
    )


def _overall(found: Requirements, language: Language) -> Iterator[str]:
    for group in found.groups:
        if not group.general and found.overall(group) is not None:
            yield f"{title_of(found, group, language)}: {overall_said(found, group, language)}"


def _said(row: Weighed, language: Language) -> str:
    if row.finding is None:
        raise RequestError("profile-missing")
    asked = f" {message('alternatives', language)} ".join(s.asked.replace("\n", " ") for s in row.standards)
    why = message(row.finding.why, language, **row.finding.shown(language)) if row.finding.why else ""
    return f"{message(f'verdict-{row.finding.state}', language)}: “{asked}”. {why}".strip()


def _open(found: Requirements, language: Language) -> str | None:
    """What is not told of the person, so that somebody knows what to add."""
    rows = [row for g in found.groups for row in g.rows if row.applies and row.finding is not None]
    lacking = dict.fromkeys(r.first.requirement.attribute for r in rows if r.finding and r.finding.state == "unknown")
    told = [message(f"about-{a}", language) for a in lacking if a != "other"]  # "other" tells nobody what to add
    return message("qualify-untold", language, what=", ".join(told).lower()) if told else None


def _citation(corpus: Corpus, s: Standard, mark: int) -> Citation:
    library, span = corpus.library, s.requirement.whole
    pages = library.pages(s.entry.revision)
    unit = s.outline.innermost(span.start)
    address = unit.address if unit else ""
    page = next((p.number for p in reversed(pages) if p.start <= span.start), None)
    sure = least_sure(pages, span.start, span.end) if page is not None else None
    passage = f"{s.entry.id}/{address}" if address else s.entry.id
    path = s.outline.path(address)
    return Citation(mark, s.entry, path, page, s.whole, span.start, span.end, passage, sure)


def _id(question: str, found: Requirements) -> str:
    told = repr((question, found.asked.text, found.as_of.isoformat(), [e.revision for e in found.searched]))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
