"""Papers that a list only refers to: "08 loại văn bản quy định tại mục 1 Phần V Hướng dẫn số 09-HD/BTCTU".

Whoever puts a dossier together needs the papers themselves: they follow the item that refers to them, each with its own
source. Only words that begin with such a reference have it followed; "bản cam kết theo khoản 2 Điều 4" is one paper.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.checklists.found import Found, Reading, ReadRegisters
from assistant.question import understand
from assistant.references import resolve
from corpus.corpus import Corpus
from corpus.document import Outline, Provision
from corpus.rows import Entry
from corpus.unit_lists import unit_mentions
from corpus.units import UnitReference, same_length, units_called

_REFERS = re.compile(
    r"\W*(?:(?:gom|bao gom)\s+)?(?:(?:cac|nhung|toan bo|day du|du)\s+)*(?:\d{1,2}\s+)?(?:loai\s+)?"
    r"(?:van ban|giay to|tai lieu|thanh phan(?: ho so)?|ho so)\s+(?:da\s+)?(?:duoc\s+)?"
    r"(?:(?:quy dinh|neu|ghi|nhu|ke)\s+)?"
    r"(?:tai|o|theo)\s"
    r"|\W*(?:(?:all|the|of)\s+)*(?:\d{1,2}\s+)?(?:(?:types?|kinds?)\s+of\s+)?(?:papers?|documents?|files?)\s+"
    r"(?:(?:as\s+)?(?:prescribed|specified|stated|listed|mentioned|provided|set out|referred to)\s+)?(?:in|at|under)\s"
)
_DEPTH = 3  # lists that refer on to others

Meant = tuple[Entry, Provision]


@dataclass(frozen=True, slots=True)
class Referred:
    """Follows references among some documents; `registers` tells what a revision lays down."""

    corpus: Corpus
    asked: Sequence[Entry]
    registers: ReadRegisters

    def to(self, found: Sequence[Found]) -> list[Found]:
        """The items with the papers that they refer to, each behind the one that does, and of its list."""
        there: set[tuple[int, int]] = set()
        return list(self._followed(found, there, _DEPTH))

    def _followed(self, found: Sequence[Found], there: set[tuple[int, int]], depth: int) -> Iterator[Found]:
        for f in found:
            yield f
            if f.stage == "papers" and depth:
                papers = [replace(p, lead=f.lead or f.place) for p in self._papers(f) if _new(p, there)]
                yield from self._followed(papers, there, depth - 1)

    def _papers(self, of: Found) -> Iterator[Found]:
        if not _REFERS.match(same_length(of.item.task)):
            return
        for entry, unit in self._meant(of):
            reading = Reading(self.corpus.library, entry, self.registers(entry.revision))
            yield from reading.papers_in(unit.start, unit.end)

    def _meant(self, of: Found) -> list[Meant]:
        """The units that an item names: of the document that it names, else of its own."""
        entry, words = of.place.entry, of.item.task
        if (named := resolve(self.corpus, understand(words), self._in_language_of(entry))).entries:
            return list(named.places)
        outline = self.corpus.library.outline(entry.revision)
        units = (_nearest(outline, reference, of.place.unit) for reference in unit_mentions(words))
        return [(entry, unit) for unit in units if unit is not None]

    def _in_language_of(self, entry: Entry) -> list[Entry]:
        """All documents, those in the language of one first: of two texts of one document its own is meant."""
        return sorted(self.asked, key=lambda e: e.identity.language != entry.identity.language)


def _new(found: Found, there: set[tuple[int, int]]) -> bool:
    """Whether no other reference led to an item yet; from now on one has."""
    key = (found.place.entry.revision, found.place.start)
    is_new = key not in there
    there.add(key)
    return is_new


def _nearest(outline: Outline, reference: UnitReference, own: Provision | None) -> Provision | None:
    """The unit of a name that shares most of what stands above with the one that names it, and does not hold it."""
    above = {u.address for u in outline.above(own)}
    fitting = [u for u in units_called(outline, reference) if u.address not in above]
    return max(fitting, key=lambda u: len(above & {a.address for a in outline.above(u)}), default=None)
