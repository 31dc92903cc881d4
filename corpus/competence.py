"""Whose texts may end or change whose: the ladders of the State's and of the Party's texts.

Law 64/2025/QH15, Art. 4, 57 and 58: a text is amended, replaced or annulled by its issuer's own or by a higher one.
Notices, dispatches, plans and reports of the State are no norms and have no rank: none of them changes a norm.
"""

import re

from corpus.binding import Held
from corpus.folding import fold
from corpus.relations import RelationKind as Kind

NORMS = frozenset({"constitution", "code", "law", "ordinance", "resolution", "decree", "decision", "circular",
                   "joint-circular", "joint-resolution", "regulation", "statute", "directive"})  # fmt: skip


def rank_of(number_key: str | None, type: str | None) -> int | None:
    """The step of the State's or of the Party's ladder, 1 the highest; None where a text has no rank."""
    if type == "constitution":
        return 1
    if number_key is None or type not in NORMS:
        return None
    party, _, _, _, issuer = number_key.split("|")
    last = issuer.split("-")[-1]
    if party == "p":
        return 1 if last == "tw" else 2 if last == "tu" else 3 if last in ("hu", "qu", "du", "txu", "thu") else 4
    ladder = (
        last.startswith("qh") or type in ("law", "code"),
        last.startswith("ubtvqh") or type == "ordinance",
        last == "ctn",
        last == "cp",
        last == "ttg",
        type in ("circular", "joint-circular"),
        last == "hdnd",
        last.startswith("ubnd"),
    )
    return next((n for n, here in enumerate(ladder, 2) if here), None)


_PLACES = (
    re.compile(
        r"(?<!\w)(?:tinh|province|provincial)(?!\w)|thanh pho (?:ha noi|ho chi minh|hai phong|da nang|can tho|hue)"
    ),
    re.compile(r"(?<!\w)(?:huyen|quan|thi xa|district|town)(?!\w)"),
    re.compile(r"(?<!\w)(?:xa|phuong|thi tran|dac khu|commune|ward|township)(?!\w)"),
)


def place_of(issuer: str | None) -> int | None:
    """Whether a council or committee is a province's (0), a district's (1) or a commune's (2), by its name.

    None where that is not told: a "thành phố" may be a province's capital. A province's committee decides above a
    district's council.
    """
    even = fold(issuer or "")
    found = [n for n, place in enumerate(_PLACES) if place.search(even)]
    return max(found, default=None)  # "Ủy ban nhân dân xã A, huyện B" is a commune's


def is_party(number_key: str | None) -> bool:
    """Whether a text is the Party's."""
    return (number_key or "").startswith("p|")


def may_change(source: Held, target: Held, kind: Kind) -> bool:
    """Whether a document may do to another what it says; yes where nothing speaks against it.

    A correction mends a misprint and comes by dispatch; that a text goes on anybody may say; what has no rank may be
    changed by what has none.
    """
    if kind in (Kind.CORRECTS, Kind.CONTINUES) or source.type is None or target.type is None:
        return True
    if is_party(source.number_key) and is_party(target.number_key):
        # a committee's notice or conclusion changes its own regulation: in the Party who issues it counts
        own, theirs = (rank_of(h.number_key, "regulation") for h in (source, target))
        return own is None or theirs is None or own <= theirs
    if target.type in NORMS and source.type not in NORMS:
        return False
    ranks = rank_of(source.number_key, source.type), rank_of(target.number_key, target.type)
    if ranks[0] is None or ranks[1] is None or is_party(source.number_key) != is_party(target.number_key):
        return True
    return ranks[0] <= ranks[1]
