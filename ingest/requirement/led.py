"""What the line in front of a list says of its members: papers, conditions of whom, those who may not, or none.

Knows one line and the scope that it stands in; the words that it goes by are told by others.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from corpus.registers import Span
from ingest.requirement.leads import (
    ADMITS_LEAD,
    BARS_LEAD,
    BOUND_LEAD,
    CALLED_LEAD,
    CONDITION_LEAD,
    DEFINES,
    DOSSIER_LEAD,
    DOSSIER_TITLE_LEAD,
    ENSURED_LEAD,
    HAS_ALL_LEAD,
    HAS_TO_LEAD,
    IS_LEAD,
    IS_NOT_LEAD,
    ISSUED_LEAD,
    MET_LEAD,
    NO_PAPERS,
    OPENS_OTHER,
    OWNS_LEAD,
    PAPERS_LEAD,
    PEOPLE_LEAD,
    RECOGNISED_LEAD,
    TREATED_LEAD,
    UNLESS_LEAD,
    WHICH_LEAD,
    WHO_FOLLOW,
)
from ingest.requirement.papers import NAMED_PAPER
from ingest.requirement.subjects import FIRM, MODAL, kind_of, opening_subject, without_mark

LEAD_MOST = 500  # characters of a lead-in that are read
# whoever or whatever is so is called or may be treated so
_SO_CALLED = (TREATED_LEAD, CALLED_LEAD, MET_LEAD)
_CASES = re.compile(
    r"(?<!\w)(?:trường hợp|đối tượng|người|cases|persons|people)(?!\w)[^:]{0,40}(?:sau|dưới đây|following)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What the headings and lead-ins over a statement say: standards of persons or papers of a dossier, and whose.

    `item` says that the statement is a member of a list that a lead-in opens; `group` names a list of which one member
    is enough, `barred` one whose members are those who may not, `cases` one that may name mere groups of people,
    `states` one of whose members only those count that say what somebody is or has, `told` one of sentences of which
    only those count that say it of persons or councils, `bound` one of least or greatest amounts.
    """

    kind: str | None = None
    subject: Span | None = None
    item: bool = False
    group: str = ""
    barred: bool = False
    cases: bool = False
    states: bool = False
    told: bool = False
    bound: Literal["at_least", "at_most"] | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """The line in front of a list, at its offset in the text, whom it is for, and the scope over it."""

    text: str
    at: int
    line: str
    subject: Span | None
    over: Scope
    group: str = ""  # the name of the list, if one of its members is enough

    def scope_of_members(self, first: int) -> Scope | None:
        """The scope of the members of the list, the first of which begins at `first`; None: no rule knows the line."""
        return self._of_papers(first) or self._of_conditions()

    def _of_papers(self, first: int) -> Scope | None:
        """The scope of a list of papers, the first of which begins at `first`."""
        at, last, subject, group = self.at, self.line, self.subject, self.group
        dossier = DOSSIER_LEAD.search(last)
        if dossier and _opens_list(last):
            whose = Span(at + dossier.start("subject"), at + dossier.end("subject"))
            return Scope("dossier", whose, item=True, group=group)
        titled = DOSSIER_TITLE_LEAD.match(last, without_mark(last, 0, len(last)))
        if titled and NAMED_PAPER.match(self.text, first):
            return Scope("dossier", Span(at + titled.start(), at + len(last) - 1), item=True, group=group)
        if last.endswith(":") and PAPERS_LEAD.search(last[-LEAD_MOST:]) and not NO_PAPERS.search(last):
            return Scope("dossier", subject, item=True, group=group)
        return None

    def _of_conditions(self) -> Scope | None:
        """The scope of a list of conditions; an empty one where its line says that it is of something else."""
        at, last, subject, group = self.at, self.line, self.subject, self.group
        if DEFINES.search(last):
            return Scope()
        if last.endswith(":") and (all_of := HAS_ALL_LEAD.search(last)):
            begin = without_mark(last, 0, all_of.start())
            named = Span(at + begin, at + all_of.start()) if all_of.start() - begin > 4 else None
            return Scope("standards", subject or named, item=True, group=group)
        # a heading may lead in to its list without a colon: "3. Những người sau đây không được dự tuyển"
        headed = last if last.endswith(":") else f"{last}:"
        if last[-1:] not in ".;,?!" and (lets := replace(self, line=headed)._lets()):
            return lets
        if OPENS_OTHER.match(last, without_mark(last, 0, len(last))):
            return Scope()
        issued = ISSUED_LEAD.search(last)
        if last.endswith(":") and (issued or CONDITION_LEAD.search(last)) and not NO_PAPERS.search(last):
            return Scope("standards", subject, item=True, group=group)
        if NO_PAPERS.search(last) and last.endswith(":"):
            return Scope()
        return None

    def _lets(self) -> Scope | None:
        """The scope of a list of those who may or may not, or of what lets them."""
        at, last, subject, group = self.at, self.line, self.subject, self.group
        near, cases = last[-LEAD_MOST:], _CASES.search(last) is not None
        if BARS_LEAD.search(near) or IS_NOT_LEAD.match(near):
            return Scope("standards", subject, item=True, group=f"l{at}", barred=True)
        if ADMITS_LEAD.search(near):
            who = opening_subject(self.text, at, at + len(last)) or subject
            return Scope("standards", who, item=True, group=group, cases=cases and not WHO_FOLLOW.search(near))
        if RECOGNISED_LEAD.search(near):
            return Scope("standards", subject, item=True, group=f"l{at}")
        if any(lead.search(last) for lead in _SO_CALLED) or IS_LEAD.match(near):
            return Scope("standards", subject, item=True, group=group)
        if OWNS_LEAD.search(near) and self._may_own():
            return Scope("standards", subject, item=True, group=group)
        if ensured := ENSURED_LEAD.search(last):
            return self._ensured(ensured)
        if UNLESS_LEAD.search(near):
            return Scope("standards", subject, item=True, group=group, states=True)
        return self._obliged()

    def _obliged(self) -> Scope | None:
        """The scope of a list of what somebody must be or do, of amounts, or of people within another list."""
        last, subject = self.line, self.subject
        near, over = last[-LEAD_MOST:], self.over
        if HAS_TO_LEAD.search(near):
            return self._has_to()
        if (bound := BOUND_LEAD.search(near)) and (over.kind == "standards" or MODAL.search(last)):
            return Scope("standards", subject, item=True, bound="at_least" if bound["least"] else "at_most")
        if over.item and over.kind == "standards" and WHICH_LEAD.match(last, without_mark(last, 0, len(last))):
            return over
        if over.item and over.kind == "standards" and PEOPLE_LEAD.match(last, without_mark(last, 0, len(last))):
            return replace(over, cases=_CASES.search(last) is not None)
        return None

    def _ensured(self, lead: re.Match[str]) -> Scope | None:
        """The scope of what somebody has to see to in another: what that one is and has, or sentences on several."""
        at = self.at
        if lead["who"] is None:
            return Scope("standards", None, item=True, told=True)
        who = Span(at + lead.start("who") + 1, at + lead.end("who"))
        named = kind_of(who.of(self.text)) in ("post", "rank", "candidate") and not FIRM.search(who.of(self.text))
        has = lead.group().rstrip(" :").endswith(("has", "have", "is", "are"))
        return Scope("standards", who, item=True, states=not has) if named else None

    def _may_own(self) -> bool:
        """Whether what somebody or something must have is a condition: of persons and things, not of authorities."""
        subject = self.subject
        words = subject.of(self.text) if subject else ""
        return bool(words) and kind_of(words) != "unit" and not FIRM.search(words)

    def _has_to(self) -> Scope | None:
        """The scope of what persons must be and do; firms are not meant where a rulebook calls them persons."""
        subject = self.subject
        words = subject.of(self.text) if subject else ""
        if kind_of(words) not in ("post", "rank", "candidate") or FIRM.search(words):
            return None
        return Scope("standards", subject, item=True, states=True)


def _opens_list(line: str) -> bool:
    """Whether a line that names a dossier is followed by its papers: with a colon, or a heading that counts them."""
    return line.rstrip().endswith(":") or not line.rstrip().endswith(".")
