"""Places of local texts: a province's, a district's, a commune's. Which lies in which, only their texts can tell."""

import re

from corpus.competence import place_of
from corpus.corpus import Corpus
from corpus.folding import fold
from corpus.rows import Entry
from corpus.units import same_length

_NAME = re.compile(
    r"(?<!\w)(?:tinh|huyen|quan|thi xa|xa|phuong|thi tran|thanh pho)\s+(?P<vi>\w+(?:\s\w+){0,3}?)\s*(?:,|$)"
    r"|(?P<en>\w+(?:\s\w+){0,2})\s+(?:province|district|commune|ward|town)(?!\w)"
)


def of_one_place(corpus: Corpus, one: Entry, other: Entry) -> bool:
    """Whether two local texts are of a place and of one in it: then both hold for the smaller one.

    That one lies in the other is known where one of the texts names the other's place.
    """
    places = place_of(one.identity.issuer), place_of(other.identity.issuer)
    if None in places or places[0] == places[1]:
        return False
    return _names(corpus, one, other) or _names(corpus, other, one)


def _names(corpus: Corpus, one: Entry, other: Entry) -> bool:
    name = _name(other)
    return (
        name is not None
        and re.search(rf"(?<!\w){name}(?!\w)", same_length(corpus.library.text(one.revision))) is not None
    )


def _name(entry: Entry) -> str | None:
    """The name of the place that a text is of: "nam khe" of "HỘI ĐỒNG NHÂN DÂN TỈNH NAM KHÊ"."""
    found = _NAME.search(fold(entry.identity.issuer or ""))
    name = (found["vi"] or found["en"]) if found else None
    return re.sub(r"\s+", r"\\s+", name) if name else None
