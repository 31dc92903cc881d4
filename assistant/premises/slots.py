"""What a question takes for granted of who does a thing, who signed, at which step, in which order, and the questions
that ask for it. Knows no statements.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.earlier import named_documents
from corpus.agencies import BODY
from corpus.folding import CAPITALS, fold
from corpus.messages import Language
from corpus.persons import persons_in

Kind = Literal["doer", "step", "order", "signer", "place"]

_BY_A_TEXT = r"(?:(?:theo|under|according to)\s[^,]+,\s*)?"
_DOES = re.compile(
    rf"^{_BY_A_TEXT}(?:[^,;]{{0,60}}?\bgiao\s+)?(?:[Tt]he\s+)?(?P<doer>{BODY})\s+(?P<deed>\S+\s+\S+\s+\S.*)$"
)
_DONE_BY = re.compile(rf"^(?P<before>.+?)\s(?:do|by)\s+(?:the\s+)?(?P<doer>{BODY})(?P<deed>(?:\s+\S+){{0,4}})$")
_SIGNED = re.compile(r"(?<!\w)(?:ký|signed|signs)(?!\w)")
_COPULA = re.compile(r"\s(?:là|is)\s")
_DANGLING = re.compile(r"\s*(?<!\w)(?:theo|trong|của|under|according to|in|of)\s*(?=$|[?.,])")
MARK = re.compile(r"(?<![\w/.-])[A-ZĐ]{1,4}-?\d{1,3}(?![\w/.-])")
STEP = re.compile(r"(?<!\w)(?P<step>bước|vòng|step|round)\s+(?P<number>\d{1,2})(?!\w)", re.IGNORECASE)
_AFTER = re.compile(
    r"^(?:sau khi|after)\s+(?P<first>[^,]+?)"
    r"(?:,\s*|\s+(?:xong\s+)?(?:rồi\s+)?mới(?:\s+(?:đến|tới|là))?\s+|\s+xong\s+(?:thì|đến|tới)\s+)(?P<second>.+)$",
    re.IGNORECASE,
)
# "mở tại Cơ sở 3, xã Thạch Lâm", "meets in Room B202": the place is a name
_AT = re.compile(rf"^(?P<before>.+?)\s(?:tại|ở|at|in)\s+(?P<place>(?!\d)(?:the\s+)?[{CAPITALS}][\w’'-]*[^;]*)$")
# "sau đại học", "trước tuổi", "before 2021", "after the deadline" tell no order of two deeds
_NO_DEED = r"(?!\s*(?:\d|đại học|tuổi|này|đây|hạn|ngày|năm|tháng|đó|the (?:date|deadline|end)|that|this))"
_ORDER = re.compile(
    rf"^(?P<one>.{{8,}}?)\s+(?P<word>trước(?: khi)?|sau(?: khi)?|before|after){_NO_DEED}\s+(?P<other>\S+\s+\S.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What is taken for granted (`value`), and the questions that ask for it."""

    kind: Kind
    value: str
    asks: tuple[str, ...]


def slots_of(claim: str, language: Language) -> Iterator[Slot]:
    """What a claim says of who does a thing, of its step, of what comes before what."""
    signer = next(iter(persons_in(claim)), "")
    if signer and _SIGNED.search(claim):
        yield Slot("signer", signer, ())
        return
    claim = without_documents(claim)
    step = STEP.search(claim)
    sides = _COPULA.split(claim, maxsplit=1)
    if step is not None and len(sides) == 2:
        rest = next((side for side in sides if not STEP.search(side)), "")
        if rest:
            yield Slot("step", f"{step['step']} {step['number']}", (_question(rest),))
        return
    after = _AFTER.match(claim)
    order = None if after else _ORDER.match(claim)
    if after is not None:
        yield Slot("order", "1 2", (_question(after["first"]), _question(after["second"])))
    elif order is not None:
        earlier = fold(order["word"]).split()[0] in ("truoc", "before")
        yield Slot("order", "1 2" if earlier else "2 1", (_question(order["one"]), _question(order["other"])))
    at = _AT.match(claim)
    if at is not None and is_one(claim):
        where = "ở đâu" if language == "vi" else "where"
        yield Slot("place", at["place"], (_question(f"{at['before']} {where}"),))
    does = _DOES.match(claim)
    by = None if does else _DONE_BY.match(claim)
    who = "Which body" if language == "en" else "Cơ quan nào"
    if does is not None and _is_name(does["doer"]):
        yield Slot("doer", does["doer"], (_question(f"{who} {does['deed']}"),))
    elif by is not None and _is_name(by["doer"]):
        yield Slot("doer", by["doer"], (_question(f"{by['before']} {by['deed']}"),))


def is_one(claim: str) -> bool:
    """Whether a claim is of one thing, called by its mark: "Lớp TC02", not "hồ sơ"."""
    return MARK.search(claim) is not None


def _is_name(body: str) -> bool:
    """Whether a body is called by its name: "Sở" or "UBND tỉnh" may be any."""
    told = body.split()
    return len(told) > 2 or (len(told) == 2 and told[1][:1].isupper())


def without_documents(claim: str) -> str:
    """A claim without the documents that it names: what it says is looked for in them as it is."""
    for name in named_documents(claim):
        if not MARK.fullmatch(name):  # "TC02" may be a class
            claim = claim.replace(name, "")
    return _DANGLING.sub(" ", claim).strip(" ,")


def _question(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:?!.") + "?"
