"""A list of bodies taken apart into their names, in both languages."""

import re

from corpus.registers import Span
from ingest.duty.actors import lowered, names_body, trimmed
from ingest.duty.actors_english import can_act

_LEADING_THE = re.compile(r"(?:the|each|all|every|both|other|relevant|these|such)\b", re.IGNORECASE)


def bodies(text: str, start: int, end: int) -> tuple[Span, ...]:
    """A list of bodies taken apart at commas, semicolons and "và", where what follows opens a name."""
    cuts = [start]
    for match in re.finditer(r"[,;]\s*(?:(?:và|and)\s+)?|\s+(?:và|and|cùng)\s+", text[start:end]):
        at = start + match.end()
        rest = text[at : min(end, at + 60)]
        opens = names_body(lowered(rest), 0, len(rest)) is not None and (
            rest[:1].isupper() or rest.startswith(("các ", "mỗi "))
        )
        english = bool(_LEADING_THE.match(rest)) or rest[:1].isupper() and can_act(re.split(r"[,;]", rest)[0])
        if opens or english:
            cuts.extend((start + match.start(), at))
    cuts.append(end)
    spans = (trimmed(text, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    return tuple(span for span in spans if span.end > span.start)
