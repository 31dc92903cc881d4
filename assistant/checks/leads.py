"""Who leads and who takes part: one that a source names among those to coordinate with leads nothing in it.

Knows the words of leading and of taking part, nothing of the bodies.
"""

import re
from collections.abc import Iterator

from assistant.checks.side import Side
from assistant.checks.text import Fault
from corpus.folding import fold

_LEADS = re.compile(
    r"\b(?:chủ trì|takes? the lead|take the lead|leads|led|presides? over|take charge|takes charge)\b", re.IGNORECASE
)
_WITH = re.compile(
    r"\b(?:phối hợp(?: chặt chẽ)? (?:với|cùng)|(?:in )?coordinat(?:ion|es?|ing) with|together with)\b", re.IGNORECASE
)
_UNIT = re.compile(r"[;\n]|[.](?=\s|$)")
_BODY = r"(?P<who>(?:[^\W\d_]\w*|-)(?: (?:[^\W\d_]\w*|-|&)){1,7})"
_BEFORE = re.compile(
    rf"(?:^|[.;:,] |\bdo |\b[Gg]iao )(?:[Tt]he )?{_BODY} ?(?:is |are |shall |must |phải )?(?:assigned )?(?:to )?$"
)
_BEHIND = re.compile(rf"^ (?:by|bởi) (?:the )?{_BODY}")


def compare_leads(said: Side, source: Side) -> Iterator[Fault]:
    """Those whom a statement lets lead though its source only lets them take part."""
    text = source.reading.text
    for match in _LEADS.finditer(said.reading.text):
        who = _leader(said.reading.text, match)
        if not who:
            continue
        units = [u for u in _units(text) if _LEADS.search(u) and _stands(who, u)]
        if units and all(_only_with(who, u) for u in units):
            yield Fault("order", f"{who} {match.group()}")


def _leader(text: str, match: re.Match[str]) -> str:
    if by := _BEHIND.match(text[match.end() :]):
        return _cut(by["who"])
    before = _BEFORE.search(text[: match.start()].rstrip() + " ")
    return before["who"].strip() if before else ""


def _cut(who: str) -> str:
    """A name up to the first word in small letters that is no part of one."""
    return re.split(r" (?:and|và|in|before|trước|by|is|are|to)\b", who)[0]


def _units(text: str) -> list[str]:
    return _UNIT.split(text)


def _stands(who: str, text: str) -> bool:
    return fold(who) in fold(text)


def _only_with(who: str, unit: str) -> bool:
    """Whether a body is named only behind the words of taking part."""
    marker = _WITH.search(unit)
    return marker is not None and not _stands(who, unit[: marker.start()])
