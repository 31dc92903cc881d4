"""What a document rests on: the documents of a line of its preamble ("Căn cứ ...") or of a list of bases."""

import re
from collections.abc import Iterator

from corpus.relations import RelationKind as Kind
from ingest.relations.deed import Deed
from ingest.relations.joints import JOINED
from ingest.relations.mentioned import Mentioned
from ingest.relations.statement import Statement
from ingest.relations.verbs import after_mark

_CARRIES_OUT = re.compile(r"thuc hien\s|implementing\s|in implementation of\s")
_GUIDES = re.compile(r"(?<!\w)(?:huong dan|guides?|guidance)(?!\w)")
_PROPOSED = re.compile(r"de nghi|proposal")
_WITH = re.compile(r"\s*(?:va|and)\s+(?:cac\s+|the\s+)?")
_OF_SEVERAL = re.compile(r"(?<!\w)(?:dieu|khoan) cua cac\s[^;]*$")
# another base on the same line: "Căn cứ Nghị định A; Căn cứ Nghị định B"
_ANEW = re.compile(r"[,;.]\s*(?:can cu|thuc hien|pursuant to)(?:\s+(?:vao|cac|the))*\s*$")


def bases(statement: Statement) -> Iterator[Deed]:
    """The first document named and what is joined to it are bases; the others are only referred to."""
    kind = _kind(statement)
    before: Deed | None = None
    opened = False  # the first one is a base
    for m in statement.found:
        if before is None:
            opened = _PROPOSED.search(statement.even[: m.start]) is None
        rests = opened and (before is None or _is_joined(statement, before, m))
        before = Deed(kind if rests else Kind.REFERS_TO, m)
        yield before


def _kind(statement: Statement) -> Kind:
    """ "Thực hiện Nghị quyết A, ... hướng dẫn ...": what is carried out is guided."""
    even, found = statement.even, statement.found
    guides = _GUIDES.search(even[found[0].end :]) if found else None
    return Kind.GUIDES if guides and _CARRIES_OUT.match(even, after_mark(even)) else Kind.BASED_ON


def _is_joined(statement: Statement, before: Deed, m: Mentioned) -> bool:
    """Whether a document is one more base, and no more of what is told of the one before."""
    lead = statement.even[: m.start]
    if not (JOINED.search(lead) or _ANEW.search(lead)):
        return False
    return before.kind is not Kind.REFERS_TO or not _told_with(statement.even, before.document, m)


def _told_with(even: str, told: Mentioned, m: Mentioned) -> bool:
    """Whether both belong to what is told of a base: "... hướng dẫn thi hành Luật A và Luật B"."""
    if _WITH.fullmatch(even[told.end : m.start]) is None:
        return False
    return told.target.type == m.target.type or _OF_SEVERAL.search(even[: m.start]) is not None
