"""Which document a state entered by hand is meant for, where it is told by a title or a short number.

One work only: what may mean several is refused with their names, never chosen. Knows no stores.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.mentions import find_mentions
from assistant.references import called
from corpus.binding import own_name
from corpus.entered import Entered
from corpus.errors import RequestError
from corpus.folding import fold, words
from corpus.rows import Entry

_SHOWN = 5


def for_document(entered: Entered, entries: Sequence[Entry]) -> Entered:
    """The entry with the whole number (or the id) of what it names; raises RequestError where several fit.

    A whole number is kept as it is, be its document indexed or not; so is what fits nothing.
    """
    if entered.document is not None or entered.key is not None:
        return entered
    said = entered.number.strip()
    fitting = [e for e in entries if e.id == said]
    fitting = fitting or [e for m in find_mentions(said) for e in called(m, entries)]
    fitting = fitting or [e for e in entries if _even(said) in (_even(e.identity.title), _with_type(e))]
    if entered.issued is not None:
        fitting = [e for e in fitting if e.identity.issued in (None, entered.issued)]
    meant = {(e.identity.number_key or e.id, e.identity.issued): e for e in fitting}
    if len(meant) > 1:
        names = "; ".join(sorted(_name(e) for e in meant.values())[:_SHOWN])
        raise RequestError("status-ambiguous", said=said[:80], names=names)
    for e in meant.values():
        if e.identity.number is None or e.identity.number_key is None:
            return replace(entered, document=e.id)
        return replace(entered, number=e.identity.number, issued=entered.issued or e.identity.issued)
    return entered


def _even(text: str) -> str:
    return " ".join(fold(w) for w in words(text))


def _with_type(entry: Entry) -> str:
    """A law is called "Luật Thư viện", though its title says "Thư viện"."""
    return own_name(entry.identity.type, entry.identity.title) or _even(entry.identity.title)


def _name(entry: Entry) -> str:
    day = entry.identity.issued
    return f"{entry.identity.number or entry.identity.title}{f' ({day:%d/%m/%Y})' if day else ''}"
