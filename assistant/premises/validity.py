"""What a question takes for granted of the validity of a document: "since Decision X is still in force, who ...?".

Reads the words of a claim only; knows neither documents nor days on which they held.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.earlier import TYPE
from assistant.mentions import Mention, find_mentions
from assistant.validity.asked import KNOWN, PUT_OUT
from corpus.dates import find_dates
from corpus.folding import fold, words
from corpus.unit_lists import unit_mentions
from corpus.units import same_length

Claimed = Literal["holds", "over", "paused", "not_yet", "done"]

_FORCE = r"(?:hieu luc|gia tri|(?:ap dung|thi hanh)(?! theo| cho| doi voi| voi))"
_ENDED = rf"(?:{PUT_OUT}|expired|lapsed)"
_IN_FORCE = r"(?:in (?:force|effect)|valid|effective|(?:applicable|applies)(?! to| for))"
_BEGINS = r"(?:(?:took|takes|taken) effect|(?:came|comes|come|entered) into (?:force|effect))"
_STATES: tuple[tuple[Claimed, re.Pattern[str]], ...] = (
    ("not_yet", re.compile(
        rf"(?<!\w)chua (?:co |phat sinh |bat dau )?{_FORCE}|(?:not|n't) yet [^,;]*(?:force|effect|effective|apply)"
    )),
    ("paused", re.compile(
        r"(?<!\w)(?:tam (?:ngung|dung|dinh chi)|(?:bi|da) dinh chi|ngung hieu luc)(?!\w)|suspended(?!\w)"
    )),
    ("over", re.compile(
        rf"(?<!\w)(?:het|mat|cham dut|khong con|khong) (?:con |co )?(?:duoc )?{_FORCE}"
        r"|(?<!\w)(?:bi|duoc|da) (?:da |bi |duoc )?(?:bai bo|huy bo|thay the|thay)(?!\w)"
        rf"|(?:no longer|not|n't) (?:being )?(?:{_IN_FORCE}|applied)|(?<!\w){_ENDED}(?!\w)"
        r"|(?:has|have|had|is|was) (?:already )?(?:ended|ceased)(?!\w)"
    )),
    ("holds", re.compile(
        rf"(?<!\w)(?:con|dang|van|da|co|bat dau) (?:con |dang |duoc |co )?{_FORCE}"
        rf"|hieu luc (?:tu|ke tu|thi hanh)(?!\w)|(?:{_IN_FORCE}|{_BEGINS})(?!\w)"
    )),
)  # fmt: skip
# what one document does to another: "Decision 31 replaced Decision 25"
_DEED = re.compile(
    r"(?<!\w)(?:thay the|thay|bai bo|huy bo|sua doi|bo sung|dinh chinh|huong dan"
    r"|(?:replac|supersed|repeal|annul|abrogat|revok|amend|supplement|correct|modif|guid)\w*)(?!\w)"
)
_IF = re.compile(r"(?<!\w)(?:neu|gia su|if|when|until|unless|khi|truoc|before|after|sau)(?!\w)")
_YEAR = re.compile(r"(?<![\w/.-])(?:nam|in|since|from|of|tu)\s+(?P<year>(?:19|20)\d{2})(?![\w/-])")
_ADVERBS = frozenset(words("roi nay cuoi dau cung moi vua already now still long ago since only yet really fully"))
_TYPES = frozenset(w for name in TYPE.split("|") for w in name.replace("\\", "").split())
_OTHERS = 1  # words that neither tell the validity nor name the document: a claim with more is on what it lays down


@dataclass(frozen=True, slots=True)
class Validity:
    """The state claimed of the first document named, with the day or the year that it is claimed to have begun on.

    `done`: one of the two documents named is claimed to have done something to the other.
    """

    claimed: Claimed
    day: date | None = None
    year: int | None = None


def validity_in(claim: str) -> Validity | None:
    """What a claim takes for granted of a document's validity; None where it says anything else."""
    mentions = find_mentions(claim)
    if not mentions:
        return None
    even = _less(claim, mentions)
    if _IF.search(even) or len(_others(claim, even)) > _OTHERS:
        return None
    if len(mentions) == 2:
        return Validity("done") if _DEED.search(even) else None
    plain = " ".join(even.split())
    claimed = next((state for state, pattern in _STATES if pattern.search(plain)), None)
    if claimed is None or len(mentions) > 1:
        return None
    days, year = find_dates(claim), _YEAR.search(even)
    return Validity(claimed, days[0].value if days else None, int(year["year"]) if year and not days else None)


def _less(claim: str, mentions: Sequence[Mention]) -> str:
    """The folded claim without the documents and units that it names."""
    even = same_length(claim)
    spans = [(m.start, m.end) for m in mentions] + [(u.start, u.end) for u in unit_mentions(claim)]
    for start, end in spans:
        even = even[:start] + " " * (end - start) + even[end:]
    return even


def _others(claim: str, even: str) -> list[str]:
    named = {fold(w) for n, w in enumerate(words(claim)) if n and w[:1].isupper()}
    known = KNOWN | _TYPES | _ADVERBS | named
    return [w for w in words(even) if w not in known and not w[0].isdigit()]
