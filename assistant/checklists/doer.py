"""Who a topic says is to do it: "appraisal of projects by the Department ...", "trách nhiệm của Sở ... về ...".

What is done is looked for without its doer: the steps of it do not all name him. What somebody has to do of a thing
does name him, in the clause, above it, or as the one who speaks. Compares folded words; knows no documents.
"""

import re
from dataclasses import dataclass

from assistant.checklists.powers import WHO
from corpus.units import same_length

_PREPOSITION = r"(?:ve|trong|doi voi|khi|lien quan den|in|on|for|regarding|concerning|about|with regard to|when)"
_BODY = (
    rf"(?:{WHO}|(?:the )?(?:[a-z']+ ){{0,3}}"
    r"(?:department|ministry|committee|school|academy|office|commission|board)\b)"
)
_BY = re.compile(rf"^(?P<what>\S+ .+?) by (?P<who>{_BODY}.{{0,80}})$")
_DO = re.compile(rf"^(?P<what>\S+ .+?) do (?P<who>{_BODY}.{{0,80}}?)(?: (?:thuc hien|tien hanh|chu tri|phu trach))?$")
_DUTIES = re.compile(
    r"^(?:(?:nhung|cac) )?(?:trach nhiem|nhiem vu|cong viec|phan viec|viec)(?: (?:can|phai) lam)? cua "
    rf"(?P<who>{_BODY}.{{0,80}}?) {_PREPOSITION} (?P<what>.+)$"
    r"|^(?:the )?(?:duties|responsibilit(?:y|ies)|tasks|obligations|role|work) of "
    rf"(?P<by>{_BODY}.{{0,80}}?) {_PREPOSITION} (?P<thing>.+)$"
)


@dataclass(frozen=True, slots=True)
class Doing:
    """What is done and by whom; `his`: what somebody has to do of it, and not how it is done."""

    what: str
    who: str
    his: bool


def read_doer(subject: str) -> Doing | None:
    """A subject taken apart into what is done and who does it; None where it names nobody."""
    folded = same_length(subject)
    if match := _DUTIES.match(folded):
        who, what = ("who", "what") if match["who"] else ("by", "thing")
        return Doing(subject[match.start(what) :], subject[match.start(who) : match.end(who)], his=True)
    match = _BY.match(folded) or _DO.match(folded)
    if match is None or subject[match.end("what") :].split()[0].lower() not in ("by", "do"):
        return None  # "độ" and "đo" are folded to "do" as well
    return Doing(subject[: match.end("what")], subject[match.start("who") : match.end("who")], his=False)
