"""Whether one document did something to another: "Is A replaced by B?", "B có sửa đổi A không?". Yes or no, with the
words that say so; where B says nothing of A, what it does say of others.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.evidence import Evidence
from assistant.mentions import Mention
from assistant.out_of_force import names_of, shown
from assistant.proofs import own_line, sentences
from assistant.references import called
from assistant.validity.relations import AMENDING, replaced_by
from assistant.validity.told import MOST, Asking, Told, about, proofs
from assistant.validity.unknown import begins
from corpus.family_graph import Edge
from corpus.messages import message
from corpus.relations import CHANGING, ENDING, RelationKind
from corpus.rows import Entry
from corpus.units import same_length
from corpus.validity import Status

_K = RelationKind


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is asked of two documents: by which words, as which relations, in which message."""

    name: str
    words: str
    kinds: frozenset[RelationKind]


_DEEDS = (
    _Deed("ends", r"(?:thay the|thay|(?:bai|huy) bo|(?:replac|supersed|repeal|annul|abrogat|revok)\w*)", ENDING),
    _Deed("amends", r"(?:sua doi|bo sung|dinh chinh|thay doi|(?:chang|amend|supplement|correct|modif)\w*)", AMENDING),
    _Deed("guides", r"(?:huong dan|quy dinh chi tiet|guid\w*|detail\w*)", frozenset({_K.GUIDES, _K.DETAILS})),
    _Deed("extends", r"(?:gia han|keo dai|extend\w*|prolong\w*)", frozenset({_K.EXTENDS, _K.CONTINUES})),
    _Deed("suspends", r"(?:dinh chi|tam (?:ngung|dung)|ngung hieu luc|suspend\w*)", frozenset({_K.SUSPENDS})),
    _Deed("consolidates", r"(?:hop nhat|consolidat\w*)", frozenset({_K.CONSOLIDATES})),
    _Deed("based_on", r"(?:can cu|based|rests?)", frozenset({_K.BASED_ON})),
)  # fmt: skip
_YES_OR_NO = re.compile(
    r"\s*(?:is|are|was|were|has|have|had|did|does|do|will)\s|.*(?:\s(?:khong|chua)|co phai\s.*)\W*$",
    re.DOTALL,
)
_ASKS_MORE = re.compile(
    r"(?<!\w)(?:nao|gi|ai|may|bao (?:nhieu|gio|lau)|tai sao|vi sao|what|which|who|when|why|how)(?!\w)"
)
# "những quy định nào của Nghị định B", "what did Decree A change in Decree B": all that the one does to the other
_ASKS_WHAT = re.compile(
    r"(?<!\w)(?:(?:quy dinh|dieu|khoan|diem|noi dung|muc|phan|cum tu|dieu khoan)(?:,? (?:khoan|diem))* nao|gi"
    r"|what|which (?:articles?|clauses?|points?|provisions?|parts?|words?|phrases?|units?))(?!\w)"
)
_ASKS_ELSE = re.compile(
    r"(?<!\w)(?:ai|(?:khi|ngay|luc|nam|van ban|co quan) nao|bao (?:nhieu|gio|lau)|tai sao|vi sao|who|when|why|how"
    r"|(?:what|which) (?:day|date|documents?|decrees?|decisions?|circulars?))(?!\w)"
)
_FIRST, _SECOND = r"(?<!\w)doc1(?!\w)[^?]*?", r"[^?]*?(?<!\w)doc2(?!\w)"


def between(asking: Asking, mentions: Sequence[Mention], entries: Sequence[Entry]) -> Told | None:
    """The answer to a yes-or-no question about what one of two named documents did to the other; None for others."""
    two = _two(mentions, entries)
    if two is None:
        return None
    read = _read(asking.question, two[0], two[1])
    if read is None:
        return None
    deed, first_acts, every = read
    actor, other = two if first_acts else (two[1], two[0])
    sources, targets = called(actor, entries), called(other, entries)
    if not sources or not targets:
        return None
    return _all_told(asking, sources, targets) if every else _told(asking, deed, sources, targets)


def _two(mentions: Sequence[Mention], entries: Sequence[Entry]) -> tuple[Mention, Mention] | None:
    """The two documents named, where there are two and not one twice."""
    if len(mentions) != 2:
        return None
    one, other = ({e.id for e in called(m, entries)} for m in mentions)
    return None if one & other else (mentions[0], mentions[1])


def _read(question: str, first: Mention, second: Mention) -> tuple[_Deed, bool, bool] | None:
    """What is asked to have been done, whether the document named first is who did it, whether all of it is asked."""
    even = same_length(question)
    even = f"{even[: first.start]} doc1 {even[first.end : second.start]} doc2 {even[second.end :]}"
    every = _ASKS_WHAT.search(even) is not None and not _ASKS_ELSE.search(even)
    if not every and (not _YES_OR_NO.match(even) or _ASKS_MORE.search(even)):
        return None
    for deed in _DEEDS:
        if deed.name == "based_on":
            if re.search(rf"{_FIRST}{deed.words}{_SECOND}", even) and not every:
                return deed, True, False
        elif re.search(_passive(deed), even):
            return deed, False, every
        elif re.search(rf"{_FIRST}(?<!\w){deed.words}(?!\w){_SECOND}", even):
            return deed, True, every
    return None


def _passive(deed: _Deed) -> str:
    """Done by the document named second: "bị ... thay thế", "was replaced by", "did Decree B amend"."""
    return (
        rf"{_FIRST}(?<!\w)(?:bi|duoc)\s(?:[^?]*?doc2[^?]*?\s)?(?:\w+\s){{0,2}}?{deed.words}"
        rf"|(?:is|are|was|were|has|have|had|been)\s[^?]*?(?<!\w){deed.words}\s+(?:\w+\s){{0,3}}?(?:by|under|in|with)"
        rf"\s[^?]*?doc2|{_FIRST}(?:did|does|do)\s[^?]*?doc2[^?]*?(?<!\w){deed.words}"
    )


def _all_told(asking: Asking, sources: Sequence[Entry], targets: Sequence[Entry]) -> Told | None:
    """Everything that the one document does to the other; None where nothing was read."""
    found = [e for s in sources for e in asking.corpus.library.stated_by(s.revision, CHANGING)]
    meant = {t.id for t in targets}
    edges = [e for e in found if e.target is not None and e.target.id in meant and e.counts]
    edges = [e for e in edges if e.relation.units or e.relation.swaps] or edges
    if not edges:
        return None
    whole = all(e.relation.whole and e.relation.kind in ENDING for e in edges)
    relation = message("relation-ends" if whole else "relation-amends", asking.language)
    names = {"source": _name(asking, sources[0]), "number": _name(asking, targets[0]), "relation": relation}
    return Told(message("between-all", asking.language, **names), _sentences(asking, edges))


def _told(asking: Asking, deed: _Deed, sources: Sequence[Entry], targets: Sequence[Entry]) -> Told:
    day, source, target = asking.held.day, sources[0], targets[0]
    unit = asking.unit if asking.entry.id in {t.id for t in targets} else None
    of_target = replace(asking, entry=target, unit=unit)
    words = {
        "source": _name(asking, source), "number": of_target.name,
        "relation": message(f"relation-{deed.name}", asking.language),
    }  # fmt: skip
    edges = about(of_target, _edges(asking, sources, targets, deed))
    if edges:
        begun = [e for e in edges if (since := _since(asking, e)) is None or since <= day]
        if not begun:
            words["since"] = shown(min(s for e in edges if (s := _since(asking, e))), asking.language)
            lead = message("between-later", asking.language, day=shown(day, asking.language), **words)
        else:
            partly = deed.name == "ends" and unit is None and not any(e.relation.whole for e in begun)
            lead = message("between-partly" if partly else "between-yes", asking.language, **words)
        return Told(lead, _sentences(asking, edges))
    turned = _edges(asking, targets, sources, deed)
    if turned:
        return Told(message("between-turned", asking.language, **words), _sentences(asking, turned), denied=True)
    lead = message("between-no", asking.language, **words)
    over = of_target.state.status is Status.EXPIRED
    by_another = replaced_by(of_target) if over and deed.name in ("ends", "amends") else None
    if by_another is not None and by_another.found:
        return Told(f"{lead} {by_another.lead}", by_another.evidence, denied=True)
    return Told(lead, _instead(asking, of_target, sources, deed), denied=True)


def _instead(asking: Asking, of_target: Asking, sources: Sequence[Entry], deed: _Deed) -> list[Evidence]:
    """What the one does say of others in that way, and what the state of the other rests on."""
    said = [e for s in sources for e in asking.corpus.library.stated_by(s.revision, deed.kinds)]
    found = [*_sentences(asking, said), *proofs(of_target, [of_target.state])]
    return (found or own_line(asking.corpus, sources[0]))[:MOST]


def _edges(asking: Asking, sources: Iterable[Entry], targets: Iterable[Entry], deed: _Deed) -> list[Edge]:
    """What some documents (a text and its translation) do to others: what ends them whole does not amend them."""
    meant = {t.id for t in targets}
    said = (e for s in sources for e in asking.corpus.library.stated_by(s.revision, deed.kinds))
    found = [e for e in said if e.target is not None and e.target.id in meant and e.counts]
    return [e for e in found if deed.name != "amends" or e.relation.kind not in ENDING or not e.relation.whole]


def _since(asking: Asking, edge: Edge) -> date | None:
    if edge.relation.kind not in CHANGING:
        return None
    return begins(asking.corpus, edge.source.revision, edge.relation)


def _sentences(asking: Asking, edges: Iterable[Edge]) -> list[Evidence]:
    entries = {e.id: e for e in asking.view.entries.values()}
    places = [(entries[e.source.id], e.relation.start, e.relation.end) for e in edges if e.source.id in entries]
    return sentences(asking.corpus, places, asking.language)[:MOST]


def _name(asking: Asking, entry: Entry) -> str:
    return next(iter(names_of(asking.view, [entry.id], asking.language)), entry.id)
