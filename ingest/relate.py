"""What a document says of others and of its own validity: read from its title, its bases and its statements, in order.

Knows nothing of stores, nor of whether what is named is indexed.
"""

import re
from dataclasses import replace

from corpus.binding import own_name
from corpus.document import Document, Outline, Provision
from corpus.identity import types_of_heading
from corpus.relations import CHANGING, Effect, Finding, Relation, Statements
from corpus.relations import RelationKind as Kind
from corpus.sentences import statements
from corpus.units import same_length
from ingest.relations.clause import relations_in
from ingest.relations.contradictions import contradictions, finding
from ingest.relations.days import Days, day_first, impossible
from ingest.relations.effect import effects_in, speaks_of_effect
from ingest.relations.heads import head_of
from ingest.relations.place import Above, Place
from ingest.relations.together import dated_alike, with_laws_of_the_bases, without_title
from ingest.relations.verbs import TYPE_NAMES
from ingest.structure.quotations import quoted

RELATER = 8  # raised when relations would come out otherwise

_PREAMBLE = 6000  # characters, where a text has no units
_UPPER = {"part", "chapter", "section", "subsection", "article", "roman", "clause", "numeral", "letter", "point"}
_LONGEST = 3000  # characters of a statement that is read; a longer one is a table or damage
_WORTH = re.compile(
    r"\d\s*[/-]\s*[A-ZĐa-zđ\d]|[Ll]uật|LUẬT|[Pp]háp lệnh|PHÁP LỆNH|Hiến pháp|\b(?:Law|Code|Ordinance|Constitution)\b"
)
_TYPE = re.compile(rf"\W*(?:{TYPE_NAMES})(?:\s+(?:so|no\.?)\s*\S+)?\W+")
# what a further item of an enumeration on one line opens with
_ITEM = re.compile(r"\W*(?:Bộ luật|Luật|Pháp lệnh|Nghị|Quyết|Thông|Chỉ thị|(?:[Kk]hoản|[Đđ]iểm|[Đđ]iều|[Cc]hương)\s)")
_CARRIES_OUT = re.compile(
    r"\W*(?:ve(?: viec)?|on)?\s*(?:the\s+)?(?:to chuc\s+)?"
    r"(?:(?:trien khai\s+)?(?:thuc hien|thi hanh)|implement\w*(?: of)?)(?!\w)"
)


def relate(document: Document) -> Statements:
    """Every relation, effect and finding that the document's own words give."""
    return _Reading(document).statements()


class _Reading:
    """One document, read from top to bottom; what heads say is kept for the units below them."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, day_first(document.text, document.identity.language)
        self.outline = Outline(document.provisions)
        self.heads: dict[str, Above] = {}
        self.own = document.identity.number_key
        self.law = own_name(document.identity.type, document.identity.title)
        firsts = [p.start for p in document.provisions if p.kind in _UPPER]
        self.preamble_end = min(firsts, default=_PREAMBLE)
        self.root = Above()
        self.relations: list[Relation] = []
        self.effects: list[Effect] = []
        self.findings: list[Finding] = []

    def statements(self) -> Statements:
        titled = self._title()
        passed = [*self._quoted(), *([titled] if titled else [])]
        based = False
        said: tuple[int, list[Relation]] = (0, [])  # where the statement before ends, and what it states
        for start, end in statements(self.text):
            if any(a < end and start < b for a, b in passed) or end - start > _LONGEST:
                continue
            text = self.text[start:end]
            place = self._place(text, start)
            continues = (
                based and place.preamble and re.match(r"\W*(?:Luật|Bộ luật|Nghị|Quyết|Thông|Pháp)", text) is not None
            )
            listing = self._listing(*said, start)
            if listing is not None and _ITEM.match(text):
                place = replace(place, opens_unit=True, above=replace(listing, target=place.above.target))
                found = self._read(place, heads=False)
            else:
                found = self._read(replace(place, base=place.base or continues))
            said = end, found
            based = place.preamble and any(r.kind is Kind.BASED_ON for r in found)
            if not self._within(place.unit, ("form", "annex")):
                own = effects_in(text, start, self.document.identity.issued)
                self.effects.extend(own)
                if not own and not any(r.kind in CHANGING for r in found) and speaks_of_effect(text):
                    self._impossible_days(text, start)
        relations = without_title(with_laws_of_the_bases(dated_alike(self.relations)), titled)
        findings = [*self.findings, *contradictions(self.document, relations, self.effects)]
        return Statements(tuple(relations), tuple(self.effects), tuple(findings))

    def _title(self) -> tuple[int, int] | None:
        """The relations of the title, whose subject is the document; gives where it stands."""
        at = next((s for s in self.document.identity.stated if s.field == "title" and s.end > s.start), None)
        if at is None:
            return None
        printed = self.text[at.start : at.end]
        own = self.document.identity.type in types_of_heading(printed)  # "Hướng dẫn thực hiện ..." may be what it does
        behind = _TYPE.match(same_length(printed)) if own else None
        skip = behind.end() if behind else 0
        begin = len(self.relations)
        found = self._read(Place(printed[skip:], at.start + skip, preamble=False, title=True))
        if self.document.identity.type == "guidance" and _CARRIES_OUT.match(same_length(printed[skip:])):
            # "GUIDANCE / On the implementation of Circular No. ...": what its type says, its title need not
            found = [replace(r, kind=Kind.GUIDES) if r.kind is Kind.REFERS_TO else r for r in found]
            self.relations[begin:] = found
        changing = list(dict.fromkeys(r.target for r in found if r.kind in CHANGING))
        if len(changing) == 1:
            self.root = Above(
                target=changing[0], corrects=all(r.kind is Kind.CORRECTS for r in found if r.kind in CHANGING)
            )
        return at.start, at.end

    def _listing(self, ended: int, found: list[Relation], start: int) -> Above | None:
        """What the part of a line before a semicolon does, for the items behind it: "Bãi bỏ Quyết định A ...; ..."."""
        changing = [r for r in found if r.kind in CHANGING]
        if not changing or self.text[ended - 1] != ";" or "\n" in self.text[ended:start]:
            return None
        last = changing[-1]
        return Above(last.kind, None, Days(last.day, last.until), lists=True)

    def _quoted(self) -> list[tuple[int, int]]:
        """The lines that are the wording of another document."""
        lines = self.text.split("\n")
        inside = quoted(lines)
        spans, start = [], 0
        for i, line in enumerate(lines):
            if i in inside:
                spans.append((start, start + len(line)))
            start += len(line) + 1
        return spans

    def _place(self, text: str, start: int) -> Place:
        unit = self.outline.innermost(start)
        opens = unit is not None and start <= unit.start + 2
        above = self._above(self.outline.get(unit.parent) if opens and unit is not None else unit)
        preamble = start < self.preamble_end
        return Place(
            text, start, unit.address if unit else None, preamble, opens, above, base=above.kind is Kind.BASED_ON
        )

    def _above(self, unit: Provision | None) -> Above:
        """What the nearest head says; the document that it is about may be named further up."""
        found: Above | None = None
        for u in self.outline.above(unit):
            head = self.heads.get(u.address)
            if head is None:
                continue
            found = head if found is None else found
            if head.target is not None:
                return replace(found, target=head.target)
        return replace(found or Above(), target=self.root.target, corrects=self.root.corrects)

    def _read(self, place: Place, *, heads: bool = True) -> list[Relation]:
        worth = place.above.target is not None or _WORTH.search(place.text) is not None
        found = [r for r in relations_in(place) if self._kept(r)] if worth else []
        if place.preamble and self.document.identity.type == "consolidated" and not place.base:
            found = [replace(r, kind=Kind.CONSOLIDATES) if r.kind is Kind.REFERS_TO else r for r in found]
        self.relations.extend(found)
        # "Quyết định này có hiệu lực ... và bãi bỏ:" may stand in a line of its own below the opening words
        if heads and place.unit is not None and (place.opens_unit or place.text.rstrip().endswith(":")):
            head = head_of(place, found)
            if head is not None:
                self.heads[place.unit] = head
        if any(r.kind in CHANGING for r in found):
            self._impossible_days(place.text, place.start)
        return found

    def _impossible_days(self, text: str, start: int) -> None:
        for a, b in impossible(text):
            self._find("relation-day-impossible", start + a, start + b, day=text[a:b])

    def _kept(self, relation: Relation) -> bool:
        """A document's words about itself are no relation; that it replaces itself cannot be meant."""
        if relation.kind in CHANGING and self._within(relation.source_unit, ("form",)):
            return False  # a form to be filled in does nothing
        called = relation.target.name if relation.kind is Kind.REFERS_TO and relation.target.year is None else None
        if called is not None and called == self.law:
            return False
        if relation.target.number_key is None or relation.target.number_key != self.own:
            return True
        dated, issued = relation.target.issued, self.document.identity.issued
        if dated is not None and issued is not None and dated != issued:
            return True  # an older one of the same number
        if relation.kind in CHANGING and not relation.target.enclosed:
            self._find("relation-self", relation.start, relation.end, number=relation.target.printed)
        return False

    def _within(self, address: str | None, kinds: tuple[str, ...]) -> bool:
        return any(u.kind in kinds for u in self.outline.above(self.outline.get(address)))

    def _find(self, code: str, start: int, end: int, **facts: str) -> None:
        self.findings.append(finding(code, start, end, **facts))
