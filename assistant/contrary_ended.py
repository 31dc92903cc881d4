"""A later text that annuls whatever earlier rules are contrary to it: then its words hold alone, and two documents that
differ are in no conflict. Law 64/2025/QH15, Art. 58: the higher rank, and of one issuer the later text.
"""

import re

from assistant.earlier import TYPE
from assistant.evidence import Evidence
from assistant.proofs import sentence
from corpus.competence import is_party, place_of, rank_of
from corpus.corpus import Corpus
from corpus.folding import fold
from corpus.rows import Entry
from corpus.sentences import statements
from corpus.units import same_length

_CONTRARY = re.compile(
    rf"(?:trai|khong phu hop|mau thuan) voi (?:cac )?(?:quy dinh (?:cua|tai) )?(?:{TYPE}) nay"
    rf"|(?:contrary to|inconsistent with|in conflict with) (?:the provisions of )?this (?:{TYPE})"
)
_EARLIER = re.compile(
    r"(?<!\w)(?:truoc day|truoc|da ban hanh|previous|earlier|prior"
    r"|do [^.;]{0,60}?cap (?:huyen|xa) ban hanh|(?:issued|promulgated) by [^.;]{0,40}?(?:district|commune))(?!\w)"
)
_ENDED = re.compile(
    r"(?<!\w)(?:bai bo|huy bo|het hieu luc|khong con hieu luc|annul\w*|repeal\w*|abrogat\w*|cease\w*|no longer)(?!\w)"
)


def ends_contrary(corpus: Corpus, one: Evidence, other: Evidence) -> tuple[Evidence, Evidence] | None:
    """Of two statements that differ: the one that holds, and the sentence by which the other does not."""
    earlier, later = sorted((one, other), key=lambda e: str(e.entry.identity.issued or ""))
    if not _above_or_beside(later.entry, earlier.entry):
        return None
    clause = _clause(corpus, later.entry)
    return (later, clause) if clause is not None else None


def _above_or_beside(later: Entry, earlier: Entry) -> bool:
    """Whether the later text may end the earlier: it is of the same issuer, or of a higher rank."""
    a, b = later.identity, earlier.identity
    if a.issued is None or b.issued is None or a.issued <= b.issued:
        return False
    ranks = rank_of(a.number_key, a.type), rank_of(b.number_key, b.type)
    if is_party(a.number_key) != is_party(b.number_key) or ranks[0] is None or ranks[1] is None:
        return False
    places = place_of(a.issuer), place_of(b.issuer)
    if places[0] is not None and places[1] is not None and places[0] != places[1]:
        return places[0] < places[1]  # a province's text stands above those of its districts
    same = a.issuer is not None and b.issuer is not None and fold(a.issuer) == fold(b.issuer)
    return ranks[0] < ranks[1] or (same and ranks[0] <= ranks[1])


def _clause(corpus: Corpus, entry: Entry) -> Evidence | None:
    text = corpus.library.text(entry.revision)
    even = same_length(text)
    if _CONTRARY.search(even) is None:
        return None
    for start, end in statements(text):
        said = even[start:end]
        if _CONTRARY.search(said) and _EARLIER.search(said) and _ENDED.search(said):
            return sentence(corpus, entry, start, end)
    return None
