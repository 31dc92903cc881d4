"""What a statement says for those below it: the verb of the list that it opens, the document that all are about."""

import re
from collections.abc import Sequence

from corpus.relations import CHANGING, Relation
from corpus.relations import RelationKind as Kind
from corpus.units import same_length
from ingest.relations.days import days_in
from ingest.relations.place import Above, Place
from ingest.relations.verbs import TYPE_NAMES, main_verbs

_MANY = re.compile(
    rf"(?:ke tu ngay [^:]{{0,120}}?,\s*)?(?:cac|nhung|toan bo|the following|these|all)\s*(?:[^:]{{0,60}}?(?:van"
    rf" ban|quy dinh|documents?|provisions?|{TYPE_NAMES}))"
)
_BASES = re.compile(
    r"\W*(?:[ivx\d]+[.)]\s*)?(?:can cu|co so) (?:phap ly|xay dung|ban hanh|de xay dung)|\W*legal bas[ei]s"
)
_WORDING = re.compile(r"(?:nhu sau|as follows|to read|thanh)\s*:\s*$")


def head_of(place: Place, stated: Sequence[Relation]) -> Above | None:
    """What a statement that states these relations says for the units below it; None: nothing."""
    even = same_length(place.text)
    if _BASES.match(even):
        return Above(Kind.BASED_ON, lists=True)
    ends = place.text.rstrip()[-1:]
    lists = ends == ":" or ends not in ".;,"
    changing = [r for r in stated if r.kind in CHANGING]
    if changing:
        whole = next((r for r in changing if not r.units), None)
        reworded = changing[0].units and _WORDING.search(even)
        kind = whole.kind if whole is not None and not reworded else None
        target = changing[0].target if len({r.target for r in changing}) == 1 else None
        return Above(kind, target, days_in(place.text), lists and kind is not None)
    verbs = main_verbs(even, opens_with_object=_MANY.search(even) is not None and lists)
    if verbs and lists and not _WORDING.search(even.replace("sau day", "")):
        return Above(verbs[0].kind, None, days_in(place.text), lists=True)
    return None
