"""Whether what a model proposes for a register stands in the document: its quotation, its slots, what these say.

The same check as for any statement (assistant.check), on the words of the quotation alone. Knows no model.
"""

from collections.abc import Sequence

from assistant.check import check
from assistant.orders import speaks_to_machines
from assistant.second_reading.locate import located, standing
from assistant.second_reading.parse import Said
from assistant.second_reading.prompt import SLOTS
from corpus.folding import words
from corpus.registers import Span
from corpus.second_reading import Proposed

_FEWEST = 3  # words of a quotation: fewer are no statement
_LONGEST = 700  # characters: more are not one
_BETWEEN = 4  # words between who and what
_ACTORS = ("who", "for")
_UNREAD = frozenset({"unit", "value"})  # slots that only have to stand there: the rules read them from the words


def proposed(said: Said, text: str, passage: Span, context: Sequence[str]) -> Proposed | None:
    """The entry by its places in the text, if all of it stands there; None for what the document does not say.

    `context` is what stands above the passage: it may supply names, never figures.
    """
    whole = located(said.quote, text, passage)
    if whole is None or len(words(whole.of(text))) < _FEWEST or whole.end - whole.start > _LONGEST:
        return None
    found = {name: standing(value, text, whole) for name, value in said.slots.items()}
    slots = {name: span for name, span in found.items() if span is not None}
    if len(slots) < len(found) or not _told(said, slots) or speaks_to_machines(whole.of(text)):
        return None
    if not _acts(slots, text) or check(_together(slots, text), [whole.of(text)], context).support == "unsupported":
        return None
    return Proposed(said.kind, whole, {name: span for name, span in slots.items() if name not in _UNREAD})


def _told(said: Said, slots: dict[str, Span]) -> bool:
    """Whether what makes an entry of its kind is there."""
    needed = SLOTS[said.kind][: 2 if said.kind == "definition" else 1]
    return all(name in slots for name in needed)


def _acts(slots: dict[str, Span], text: str) -> bool:
    """Whether who is named stands before what is asked of them; where both were given as one, they are told apart.

    In a row of a table the column tells who acts, which no check of its words can see.
    """
    who, what = slots.get("who") or slots.get("for"), slots.get("what")
    if who is None or what is None:
        return True
    if not _inside(who, what):
        return " | " not in text[min(who.end, what.end) : max(who.start, what.start)]
    if words(text[what.start : who.start]) or not words(text[who.end : what.end]):
        return False  # whoever is named within is done something to
    slots["what"] = Span(who.end + len(text[who.end :]) - len(text[who.end :].lstrip(" ,:")), what.end)
    return True


def _together(slots: dict[str, Span], text: str) -> str:
    """What the slots say as a statement: in their order, but who is named goes before what is asked of them.

    The few words between those two ("phải", "shall", "không được") belong to it.
    """
    kept: list[str] = []
    for name in sorted(slots, key=lambda name: slots[name].start - slots[name].end):
        if not any(_inside(slots[name], slots[longer]) for longer in kept):
            kept.append(name)
    kept.sort(key=lambda name: slots[name])
    said = {name: slots[name].of(text) for name in kept}
    actor = next((name for name in _ACTORS if name in said), None)
    if actor is not None and "what" in said:
        kept.remove(actor)
        kept.insert(kept.index("what"), actor)
        between = text[slots[actor].end : slots["what"].start]
        said[actor] += between if len(words(between)) <= _BETWEEN else ""
    return " ".join(said[name].strip(" .;,:") for name in kept)


def _inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end
