"""What later documents have changed in a document, so that nobody is taught or asked what no longer holds.

Reads how they say it ("Sửa đổi khoản 2 Điều 5 như sau"); knows nothing of questions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.course_packs.material import Material
from corpus.corpus import Corpus
from corpus.document import Provision
from corpus.identity import find_numbers
from corpus.registers import Span
from corpus.rows import Entry
from corpus.sentences import statements
from corpus.unit_lists import unit_mentions
from corpus.units import UnitReference, units_called

_LOOKED = 60  # passages that name the document
_MARK = r"(?:(?:Điều|Article)\s+\d{1,3}[a-zđ]?\.\s+|\d{1,2}[.)]\s+|[a-zđ]{1,2}\)\s+|[-+]\s+)?"
_CHANGES = re.compile(
    rf"{_MARK}(?P<what>Sửa đổi|Bổ sung|Bãi bỏ|Thay thế"
    r"|(?:To )?(?:amend|supplement|annul|abolish|replace|repeal)\w*)\b",
    re.IGNORECASE,
)
_ADDS = re.compile(r"(?:Bổ sung|(?:To )?(?:supplement|add)\w*)\b(?!\s+và\s+sửa)", re.IGNORECASE)
_REPLACES = re.compile(
    r"\b(?:thay thế|bãi bỏ|replaces?|supersedes?|annuls?|repeals?)\b|hết hiệu lực"
    r"|ceases? to (?:be|have)|no longer (?:in|effective)",
    re.IGNORECASE,
)
_UPPER = frozenset({"article", "chapter", "part", "section", "annex"})


@dataclass(frozen=True, slots=True)
class Changes:
    """What of a document was changed, by which documents; `replaced_by` have taken its place."""

    spans: tuple[Span, ...] = ()
    units: tuple[str, ...] = ()
    changed_by: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()

    def touch(self, span: Span) -> bool:
        """Whether words lie in what was changed, or hold it."""
        return any(s.start < span.end and span.start < s.end for s in self.spans)


def changes_of(material: Material, corpus: Corpus) -> Changes:
    """The changes that later documents in the same language say they make."""
    identity = material.entry.identity
    if not identity.number or not identity.number_key:
        return Changes()
    units: dict[str, Provision] = {}
    changed: dict[str, None] = {}
    replaced: dict[str, None] = {}
    for entry in _citing(material.entry, corpus):
        text, name = corpus.library.text(entry.revision), entry.identity.number or entry.identity.title
        for statement in _changing(text, identity.number_key, entry):
            if found := list(_units(material, statement)):
                units |= {u.address: u for u in found}
                changed[name] = None
        if _replaces(text, identity.number_key):
            replaced[name] = None
    ordered = sorted(units.values(), key=lambda u: u.start)
    return Changes(
        tuple(Span(u.start, u.end) for u in ordered),
        tuple(material.place(u.start) for u in ordered),
        tuple(changed),
        tuple(replaced),
    )


def _citing(entry: Entry, corpus: Corpus) -> Iterator[Entry]:
    """Later documents that name this one."""
    identity = entry.identity
    among = {
        e.revision: e
        for e in corpus.library.entries()
        if e.identity.language == identity.language and e.revision != entry.revision and _later(e, entry)
    }
    if not among:
        return
    hits = corpus.keywords.search(identity.number or "", _LOOKED, list(among))
    for revision in dict.fromkeys(h.passage.revision for h in hits):
        yield among[revision]


def _later(one: Entry, other: Entry) -> bool:
    a, b = one.identity.issued, other.identity.issued
    return a is None or b is None or a >= b


def _changing(text: str, key: str, entry: Entry) -> Iterator[str]:
    """The statements that change units of the document: by naming it, or under a title that does."""
    amending = any(n.key == key for n in find_numbers(entry.identity.title))
    for start, end in statements(text):
        words = text[start:end]
        cue = _CHANGES.match(words)
        if cue is None:
            continue
        keys = {n.key for n in find_numbers(words)}
        if key in keys or (amending and not keys):
            yield words[cue.start("what") :]


def _units(material: Material, statement: str) -> Iterator[Provision]:
    adds = bool(_ADDS.match(statement))
    numbered = any(u.kind == "article" for u in material.outline)
    for reference in unit_mentions(statement):
        if numbered and all(kind != "article" for kind, _ in reference.steps):
            continue  # "clause 4" alone is that of the article named with it
        if adds and reference.steps[0][0] in _UPPER:
            continue  # a new article changes no other one
        unit = _resolved(material, reference)
        if unit is not None:
            above = material.outline.get(unit.parent)
            # a point more changes the list that it joins
            yield above if adds and above is not None and above.kind not in _UPPER else unit


def _resolved(material: Material, reference: UnitReference) -> Provision | None:
    found = units_called(material.outline, reference)
    return next((u for u in found if _is_enclosed(material, u)), next(iter(found), None))


def _is_enclosed(material: Material, unit: Provision) -> bool:
    return any(u.kind == "enclosure" for u in material.outline.above(unit))


def _replaces(text: str, key: str) -> bool:
    """Whether a text says that the whole document is replaced: the verb stands before its number, no unit beside it."""
    for start, end in statements(text):
        words = text[start:end]
        for number in find_numbers(words):
            before = words[max(0, number.start - 60) : number.start]
            if number.key == key and _REPLACES.search(before) and not _names_part(before):
                return True
    return False


def _names_part(before: str) -> bool:
    return any(True for _ in unit_mentions(before)) or bool(
        re.search(r"cụm từ|một số điều|phrase|a number of", before, re.IGNORECASE)
    )
