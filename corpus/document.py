"""A document: one text, and everything else points into it by character offsets. Knows nothing of files or stores."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from corpus.layout import WordBox
from corpus.messages import Language

PageSource = Literal["text", "ocr"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the original, as offsets into the document's text; numbered from 1.

    `source` says whether its words come from a text layer or were recognised; `confidence` (0 to 1) is the
    recogniser's, None for a text layer. `width` and `height` are in points, 0 where the format has none.
    """

    number: int
    start: int
    end: int
    source: PageSource = "text"
    confidence: float | None = None
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a value of the identity was read (offsets into the text), and how sure it is, 0 to 1.

    `field` is the name of a field of `Identity`; a value that is a list has one of these for each member, in its order.
    """

    field: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document is: plainly written values only, None or empty where the text does not say.

    `about` holds the numbers that a report talks about (type "news"), which are never its own; `legal_bases` its "Căn
    cứ" clauses as printed, `recipients` the lines under "Nơi nhận".
    """

    title: str
    language: Language
    number: str | None = None
    number_key: str | None = None
    type: str | None = None
    issuer: str | None = None
    issued: date | None = None
    place: str | None = None
    signer: str | None = None
    signer_post: str | None = None
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit of the text: chapter, article, clause, point, outline heading, table row, paragraph.

    `address` is stable inside the document ("d5.k1.a": Điều 5, khoản 1, điểm a); `start:end` covers the unit with all
    below it.
    """

    address: str
    kind: str
    label: str
    title: str
    start: int
    end: int
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file a document was read from.

    `key` is its path, or "upload/NAME"; a file replaces its old self under the same key.
    """

    key: str
    name: str
    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one document. `text[p.start:p.end]` is the text of every page, provision and passage.

    `words` says where each word of a PDF or scan stands on its page; `warnings` are codes of messages that the reader
    had to give (a page without text, a table that could not be taken apart).
    """

    identity: Identity
    text: str
    source: Source
    pages: tuple[Page, ...] = ()
    provisions: tuple[Provision, ...] = field(default=())
    words: tuple[WordBox, ...] = ()
    warnings: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page on which an offset lies, None for formats without pages."""
        at = bisect_right(self.pages, offset, key=lambda p: p.start) - 1
        return (
            self.pages[at].number
            if at >= 0 and (offset < self.pages[at].end or offset == self.pages[at].start)
            else None
        )


_LABELS: dict[str, tuple[str, str]] = {
    "part": ("Phần", "Part"),
    "chapter": ("Chương", "Chapter"),
    "section": ("Mục", "Section"),
    "subsection": ("Tiểu mục", "Subsection"),
    "article": ("Điều", "Article"),
    "clause": ("khoản", "Clause"),
    "point": ("điểm", "Point"),
    "heading": ("mục", "Section"),
    "annex": ("Phụ lục", "Annex"),
    "enclosure": ("", ""),
    "table": ("bảng", "Table"),
    "row": ("dòng", "Row"),
    "dash": ("gạch đầu dòng", "Dash"),
    "plus": ("dấu cộng", "Plus"),
    "form": ("Mẫu số", "Form No."),
    "paragraph": ("đoạn", "Paragraph"),
}


def unit_name(kind: str, mark: str, language: Language) -> str:
    """A unit as it is cited: "khoản 2", "Article 5"."""
    vi, en = _LABELS.get(kind, ("", ""))
    return f"{vi if language == 'vi' else en} {mark}".strip()


class Outline:
    """The provisions of a document as a tree, in reading order."""

    def __init__(self, provisions: Iterable[Provision]) -> None:
        self._units = sorted(provisions, key=lambda p: (p.start, -p.end))
        self._starts = [p.start for p in self._units]
        self._by_address = {p.address: p for p in self._units}
        self._children: dict[str | None, list[Provision]] = {}
        for p in self._units:
            self._children.setdefault(p.parent, []).append(p)

    def __iter__(self) -> Iterator[Provision]:
        return iter(self._units)

    def __len__(self) -> int:
        return len(self._units)

    def get(self, address: str | None) -> Provision | None:
        """The provision at an address, None if there is none."""
        return self._by_address.get(address) if address else None

    def children(self, address: str | None) -> list[Provision]:
        """The provisions directly below one (None: the top ones)."""
        return self._children.get(address, [])

    def above(self, unit: Provision | None) -> Iterator[Provision]:
        """A provision and those that it stands in, small to large."""
        while unit is not None:
            yield unit
            unit = self.get(unit.parent)

    def innermost(self, offset: int) -> Provision | None:
        """The smallest provision that covers an offset."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        return next((u for u in self.above(self._units[at]) if u.end > offset), None)

    def path(self, address: str | None) -> str:
        """A unit's path, large to small, as cited: "Điều 5, khoản 1, điểm a", "Article 5, Clause 1, Point a".

        Chapters and sections above an article are left out, because article numbers run through the document.
        """
        steps = list(self.above(self.get(address)))[::-1]
        if any(s.kind == "article" for s in steps):
            steps = [s for s in steps if s.kind not in {"part", "chapter", "section", "subsection"}]
        return ", ".join(s.label for s in steps if s.label)
