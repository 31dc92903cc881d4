"""Which indexed documents a target means: numbers recur, so type and date tell apart those that share one.

A number with its year in it is unique, and a date misprinted beside it does not unbind it; a number without one
(administrative and Party texts, which count anew every year or term) binds only where nothing speaks against it. Knows
no tables.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.folding import fold
from corpus.identity import TYPES
from corpus.relations import Target

LAWS = ("constitution", "code", "law", "ordinance")
_LAW_WORDS = {key: tuple(fold(n) for n in (vi, *en)) for key, vi, en, *_ in TYPES if key in LAWS}


@dataclass(frozen=True, slots=True)
class Held:
    """An indexed document as far as binding needs it."""

    revision: int
    id: str
    number_key: str | None = None
    name: str | None = None
    type: str | None = None
    issued: date | None = None
    language: str = "vi"


def own_name(type: str | None, title: str) -> str | None:
    """The name by which a law is cited ("luat vien chuc"); None for what is cited by its number."""
    if type not in LAWS:
        return None
    even = " ".join(fold(title).replace(",", " ").split())
    names = _LAW_WORDS[type]
    return even if even.startswith(names) else f"{names[0]} {even}"


def bound(target: Target, said: date | None, candidates: Iterable[Held]) -> list[Held]:
    """The documents (one work: its translations and copies) that a target means; empty where none or several may be.

    `said` is the day of issue of the document that names it: what came later cannot be meant.
    """
    fitting = [c for c in candidates if _named(target, c)]
    if target.issued is not None:
        exact = [c for c in fitting if c.issued == target.issued]
        if exact or not _unique(target):
            return exact or _one_work([c for c in fitting if c.issued is None])
    if not _unique(target) and said is not None:
        fitting = [c for c in fitting if c.issued is None or c.issued <= said]
    return _one_work(fitting)


def one_work(one: Held, other: Held) -> bool:
    """Whether two documents are one and the same, in another language or file."""
    if one.id == other.id:
        return True
    if one.number_key is None or one.number_key != other.number_key:
        return False
    return one.issued is None or other.issued is None or one.issued == other.issued


def _named(target: Target, held: Held) -> bool:
    if target.number_key is not None:
        fits = held.number_key == target.number_key
        return fits and (_unique(target) or target.type is None or held.type is None or target.type == held.type)
    if target.name is None or held.name is None or target.name != held.name:
        return False
    return target.year is None or held.issued is None or held.issued.year == target.year


def _unique(target: Target) -> bool:
    """Whether the number tells its year, or its term of the National Assembly."""
    if target.number_key is None:
        return False
    parts = target.number_key.split("|")
    return bool(parts[2]) or any(
        parts[4].startswith(assembly) and parts[4][-1:].isdigit() for assembly in ("qh", "ubtvqh")
    )


def _one_work(found: Sequence[Held]) -> list[Held]:
    days = {c.issued for c in found if c.issued is not None}
    return list(found) if len(days) <= 1 else []
