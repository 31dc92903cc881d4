"""Whether another stands in the place of what a question takes for granted: another body does it, at another step.

Knows the statements found for the premise with that place left blank. Knows no stores.
"""

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.premises.slots import MARK, STEP, Slot
from assistant.question import understand
from assistant.relevance import Scored
from assistant.terms import in_order
from corpus.agencies import BODY
from corpus.folding import fold
from corpus.messages import Language

_STEP_HERE = re.compile(
    r"^\W*(?:(?:\d{1,2}\.|[a-zđ]{1,2}\)|[-–+])\s+)?(?P<step>bước|vòng|step|round)\s+(?P<number>\d{1,2})(?!\w)",
    re.IGNORECASE,
)
_LEAD_CELL = re.compile(r"(?:chu tri|thuc hien|phu trach|lead|responsible)")
_PLACE_CELL = re.compile(r"(?:dia diem|noi hoc|noi to chuc|venue|place|location|room)")
_WITH = re.compile(
    r"(?:phối hợp(?: chặt chẽ)?(?: với)?|(?:in )?coordinat(?:ion|es?|ing) with|together with)\s[^.;]*?"
    r"(?=\s(?:xây dựng|rà soát|tổ chức|hướng dẫn|tham mưu|tổng hợp|thẩm định|theo dõi|in(?=\s\w+ing))|[.;]|$)"
)
_DOING = re.compile(
    rf"(?:^\W*(?:(?:\d{{1,2}}\.|[a-zđ]{{1,2}}\)|[-–+])\s+)?|[;.:]\s+|\b[Gg]iao\s+|\bdo\s+|\bby\s+|\briêng\s+)"
    rf"(?:[Tt]he\s+|an?\s+)?(?P<who>{BODY})"
)
_CHARGED = re.compile(
    r"(?:Trách nhiệm|Thẩm quyền|Nhiệm vụ|Responsibilities|Competence|Tasks|Duties)\s+(?:của|of)\s+(?:the\s+)?"
    r"(?P<who>.+)$"
)
_SHORT = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"))
_ASKING = frozenset({"co", "quan", "nao", "bodi", "body", "dau", "where", "o"})
_ABOUT_IT = 0.8  # share of the premise's words that the statement has to hold
_OF_A_STEP = 0.55
_VERB = {"en": 1, "vi": 2}  # words of a deed, the first ones, that are its verb
_NEAR = 0.1  # who says so this much less plainly still agrees


def otherwise(slot: Slot, found: Sequence[Sequence[Scored]]) -> tuple[Evidence, ...]:
    """The statements that name another in that place; none if one that is as much about it agrees, or none is.

    `found`: the statements found for each question of the slot, the best first.
    """
    if slot.kind != "order":
        others = {"doer": _other_doer, "step": _other_step, "place": _other_place}
        other_one = others[slot.kind](slot, found[0])
        return () if other_one is None else (other_one,)
    one, other = (_labelled(question, scored) for question, scored in zip(slot.asks, found, strict=True))
    if not one or not other or one[0].evidence.entry.id != other[0].evidence.entry.id:
        return ()
    first, second = (_step(side[0].evidence) for side in (one, other))
    if first is None or second is None or first[0] != second[0] or first[1] == second[1]:
        return ()
    there = (one[0].evidence, other[0].evidence) if first[1] < second[1] else (other[0].evidence, one[0].evidence)
    return there if (first[1] < second[1]) != (slot.value == "1 2") else ()


def _other_doer(slot: Slot, scored: Sequence[Scored]) -> Evidence | None:
    language = understand(slot.asks[0]).language
    deed = _words(slot.asks[0], language) - _ASKING
    does = [w for w in in_order(slot.asks[0], language) if w in deed][: _VERB[language]]
    told = [
        (share, names, s.evidence)
        for s in scored
        if s.evidence.entry.identity.language == language
        for share, names in [_told(deed, s.evidence, _beside(s.evidence, does, scored))]
        if share >= _ABOUT_IT
    ]
    best = max((share for share, names, _ in told if names), default=0.0)
    for share, names, e in told:
        if share >= best - _NEAR and (
            any(_same(slot.value, n) for n in names) or (not names and _names(slot.value, e))
        ):
            return None
    return next((e for share, names, e in told if names and share == best), None)


def _beside(e: Evidence, does: Sequence[str], scored: Sequence[Scored]) -> str:
    """The other sentences of its unit, where a statement says itself what is done: they say of what it is."""
    if not e.address or e.header or not set(does) & set(in_order(e.text, e.entry.identity.language)):
        return ""
    same = (s.evidence for s in scored if s.evidence.entry.id == e.entry.id and s.evidence.address == e.address)
    return " ".join(o.text for o in same if o.start != e.start)


def _told(deed: frozenset[str], e: Evidence, beside: str) -> tuple[float, list[str]]:
    """How much of a deed a statement tells, and who does it there; of several clauses the one that tells most."""
    lead, language = f"{e.above} {e.lead}", e.entry.identity.language
    if e.header:
        cells = [v for c, v in zip(e.header, e.text.split(" | "), strict=False) if _LEAD_CELL.search(fold(c))]
        return _share(deed, e.text, language), cells
    clauses = re.split(r";\s+", e.text)
    shares = [
        _share(deed, f"{lead} {beside} {c}" if len(clauses) == 1 or i == 0 else f"{e.lead} {c}", language)
        for i, c in enumerate(clauses)
    ]
    best = max(shares)
    clause = clauses[shares.index(best)]
    if max(_share(deed, lead, language), 0.5) >= best:
        return 0.0, []  # what stands above is about it, the statement is not
    names = [m["who"] for m in _DOING.finditer(_WITH.sub(" ", f"{e.lead} {clause}".strip()))]
    return best, names or [m["who"] for line in e.above.split("\n") if (m := _CHARGED.search(line))]


def _other_place(slot: Slot, scored: Sequence[Scored]) -> Evidence | None:
    """Where the very thing (it is told apart by its mark) is said to be in a table, if not there."""
    language = understand(slot.asks[0]).language
    marks = {m.group() for m in MARK.finditer(slot.asks[0])}
    deed = _words(slot.asks[0], language) - _ASKING
    for s in scored:
        e = s.evidence
        cells = [v for c, v in zip(e.header, e.text.split(" | "), strict=False) if _PLACE_CELL.search(fold(c))]
        if not cells or not marks <= set(re.findall(r"[\w-]+", e.text)):
            continue
        if _share(deed, f"{e.above} {e.lead} {' '.join(e.header)} {e.text}", language) >= _OF_A_STEP:
            return None if any(_same(slot.value, c) for c in cells) else e
    return None


def _names(body: str, e: Evidence) -> bool:
    return _plain(body) in _plain(f"{e.above} {e.lead} {e.text}")


def _same(one: str, other: str) -> bool:
    a, b = (_plain(name) for name in (one, other))
    return a in b or b in a


def _plain(name: str) -> str:
    even = fold(name)
    for short, long in _SHORT:
        even = even.replace(short, long)
    even = re.sub(r"(?<=[a-z]{3})s(?!\w)", "", re.sub(r"['’]s(?!\w)", "", even))  # "Departments of Home Affairs"
    return re.sub(r"^the\s+", "", " ".join(even.split()).strip(" .,;"))


def _other_step(slot: Slot, scored: Sequence[Scored]) -> Evidence | None:
    labelled = _labelled(slot.asks[0], scored)
    step = STEP.fullmatch(slot.value)
    found = _step(labelled[0].evidence) if labelled else None
    if step is None or found is None or found[0] != fold(step["step"]) or found[1] == int(step["number"]):
        return None
    return labelled[0].evidence


def _labelled(asks: str, scored: Sequence[Scored]) -> list[Scored]:
    """The statements of a numbered step that are about it, best first; none if two steps say as much of it."""
    language = understand(asks).language
    wanted = _words(asks, language)
    shares = [
        (share, s)
        for s in scored
        if _step(s.evidence) is not None
        and s.evidence.entry.identity.language == language
        and (share := _share(wanted, f"{s.evidence.lead} {s.evidence.text}", language)) >= _OF_A_STEP
    ]
    shares.sort(key=lambda row: -row[0])
    if (
        len(shares) > 1
        and shares[0][0] == shares[1][0]
        and _step(shares[0][1].evidence) != _step(shares[1][1].evidence)
    ):
        return []
    return [s for _, s in shares]


def _step(e: Evidence) -> tuple[str, int] | None:
    match = _STEP_HERE.match(e.text)
    return (fold(match["step"]), int(match["number"])) if match else None


def _words(text: str, language: Language) -> frozenset[str]:
    return frozenset(in_order(" ".join(understand(text).content), language))


def _share(wanted: frozenset[str], text: str, language: str) -> float:
    return len(wanted & set(in_order(text, language))) / len(wanted) if wanted else 0.0
