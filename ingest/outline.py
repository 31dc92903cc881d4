"""Paragraphs to the tree of provisions: Phần to Điểm, Party and plan outlines, annexes, tables.

Knows nothing of passages.

A mark is accepted only if it opens or continues its series (1, a, I, or the next one), so that "2021. ..." at the start
of a line, or a quoted article, makes no unit.
"""

import re
from dataclasses import dataclass, field, replace

from corpus.document import Identity, Provision, unit_name
from corpus.folding import CAPITALS, fold
from corpus.identity import type_of_heading
from corpus.messages import Language
from ingest.clean import Cleaned, Paragraph
from ingest.marks import Mark, number_of, rank, read_mark
from ingest.quotations import quoted

_CLOSING = re.compile(
    rf"^(?:Nơi nhận|Recipients|T\s*/?\s*M\.?\s+[{CAPITALS}]|K\s*/?\s*T\.?\s+[{CAPITALS}]"
    rf"|T\s*/?\s*L\.?\s+[{CAPITALS}]|TUQ\.|ON BEHALF OF|BY ORDER OF|\(Đã ký\)|\(Signed\))"
)
_CODES = {
    "part": "ph", "chapter": "c", "section": "m", "subsection": "t", "article": "d", "clause": "k", "subclause": "k",
    "point": "", "roman": "m", "dash": "g", "plus": "h", "annex": "pl", "form": "mau", "enclosure": "kt",
    "heading": "h", "table": "b", "row": "r", "paragraph": "p",
}  # fmt: skip
# these print no number of their own and are addressed by their place
_ORDINAL = {"dash", "plus", "heading", "table", "row", "paragraph", "enclosure"}
_UPPER = {"part", "chapter", "section", "subsection"}


@dataclass(slots=True)
class _Open:
    provision: Provision
    rank: int
    last: dict[str, tuple[int, str]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    capitals: bool = False


@dataclass(slots=True)
class _Builder:
    cleaned: Cleaned
    identity: Identity
    done: list[Provision] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    addresses: set[str] = field(default_factory=set)

    def open(self, kind: str, mark: str, title: str, at: int, level: int) -> None:
        """Opens a unit at an offset, closing those on its level and below."""
        self.close(at, level)
        parent = self.stack[-1]
        address = self._address(kind, mark, parent)
        label = self._label(kind, mark, parent.places.get(kind, 0))
        name = parent.provision.address or None
        self.stack.append(_Open(Provision(address, kind, label, title, at, at, name), level))
        if kind not in _ORDINAL:
            parent.last[kind] = (number_of(mark), mark)
        if kind == "roman" and number_of(mark) == 1:
            parent.capitals = _is_capitals(title)

    def close(self, at: int, level: int) -> None:
        """Closes every open unit of this level or below it."""
        while len(self.stack) > 1 and self.stack[-1].rank >= level:
            unit = self.stack.pop()
            end = at
            while end > unit.provision.start and self.cleaned.text[end - 1 : end].isspace():
                end -= 1
            self.done.append(replace(unit.provision, end=end))

    def _address(self, kind: str, mark: str, parent: _Open) -> str:
        place = parent.places[kind] = parent.places.get(kind, 0) + 1
        text = str(place) if kind in _ORDINAL else fold(mark).replace(".", "-").replace("đ", "dd")
        if mark == "đ":
            text = "dd"
        above = self._enclosing() if kind == "article" else parent.provision.address
        base = f"{above}.{_CODES[kind]}{text}" if above else f"{_CODES[kind]}{text}"
        address, n = base, 1
        while address in self.addresses:
            n += 1
            address = f"{base}~{n}"
        self.addresses.add(address)
        return address

    def _enclosing(self) -> str:
        """Articles run through their document, so chapters are no part of their address; an enclosed regulation or an
        annex is.
        """
        outer = [u.provision.address for u in self.stack if u.provision.kind in ("enclosure", "annex", "form")]
        return outer[-1] if outer else ""

    def _label(self, kind: str, mark: str, place: int) -> str:
        language = self.identity.language
        if kind in ("paragraph", "heading"):
            return ""
        if kind == "enclosure":
            return mark
        if kind == "roman":
            return unit_name("heading", mark, language)
        if kind == "subclause":
            return unit_name("clause", mark, language)
        if kind in ("dash", "plus", "table", "row"):
            return unit_name(kind, str(place), language)
        return unit_name(kind, mark, language)


def outline(cleaned: Cleaned, identity: Identity) -> tuple[Provision, ...]:
    """The provisions in reading order; their addresses are unique, their spans nest."""
    root = _Open(Provision("", "document", "", "", 0, len(cleaned.text)), -1)
    builder = _Builder(cleaned, identity, stack=[root])
    in_table = closed = False
    passed = quoted(cleaned)
    for i, (paragraph, start) in enumerate(zip(cleaned.paragraphs, cleaned.starts, strict=True)):
        if paragraph.kind == "row":
            if not in_table or paragraph.header:
                builder.open("table", "", "", start, rank("clause") if _within(builder, "article") else rank("point"))
            in_table = True
            builder.open("row", "", "", start, rank("plus") + 1)
            continue
        if in_table:
            builder.close(start, rank("clause") if _within(builder, "article") else rank("point"))
        in_table = False
        if i in passed:
            continue  # the words of another document, or the title of the unit above
        if _CLOSING.match(paragraph.text):
            builder.close(start, 0)
            closed = True
        elif closed and not _reopens(builder, paragraph, _following(cleaned, i)):
            continue  # recipients and signature belong to no unit
        else:
            closed = False
            if _place(builder, paragraph, start, _following(cleaned, i)):
                passed.add(i + 1)
    builder.close(len(cleaned.text), 0)
    provisions = sorted(builder.done, key=lambda p: (p.start, -p.end))
    return tuple(provisions) if any(p.kind != "row" for p in provisions) else _paragraphs(cleaned, identity.language)


def _place(builder: _Builder, paragraph: Paragraph, start: int, following: Paragraph | None) -> bool:
    """Opens the unit that a paragraph begins, if it begins one; True if the paragraph after it is its title."""
    mark = read_mark(paragraph.text)
    if mark is not None and (found := _accepted(builder, mark)) is not None:
        title = mark.title
        if not title and mark.kind in _UPPER | {"annex", "form"} and following is not None and following.kind != "row":
            title = following.text if len(following.text) < 300 and read_mark(following.text) is None else ""
        builder.open(mark.kind, mark.mark, title, start, found)
        return title != mark.title
    if _encloses(builder, paragraph, following):
        builder.open("enclosure", paragraph.text.capitalize(), "", start, 0)
    elif _heads(paragraph) and start > 0 and not _within(builder, "article"):
        builder.open("heading", "", paragraph.text, start, rank("heading"))
    return False


def _accepted(builder: _Builder, mark: Mark) -> int | None:
    """The level at which a mark is taken in; None if it does not fit its series."""
    level = mark.rank
    if mark.kind in ("annex", "form", "part", "chapter", "section", "subsection"):
        return level
    if mark.kind in ("dash", "plus"):
        return level if len(builder.stack) > 1 else None
    if mark.kind == "roman" and _within(builder, "article"):
        return None
    parent = next((u for u in reversed(builder.stack) if u.rank < level), builder.stack[0])
    if mark.kind == "roman" and parent.capitals and not _is_capitals(mark.title):
        return None  # a group of rows in a table that is printed without rules
    series = _series(builder, mark, parent)
    return level if _continues(series, mark) else None


def _series(builder: _Builder, mark: Mark, parent: _Open) -> tuple[int, str] | None:
    if mark.kind != "article":
        return parent.last.get(mark.kind)
    enclosing = builder._enclosing()
    before = [u for u in builder.stack if u.provision.kind == "article"] or []
    numbers = [p.label for p in builder.done if p.kind == "article" and p.address.startswith(enclosing)]
    numbers += [u.provision.label for u in before]
    last = max((number_of(label.rsplit(" ", 1)[1]) for label in numbers), default=None)
    return None if last is None else (last, str(last))


def _continues(series: tuple[int, str] | None, mark: Mark) -> bool:
    number = number_of(mark.mark)
    if series is None:
        return number == 1 or (mark.kind == "article" and number > 0)
    last, printed = series
    if mark.kind == "point":  # "d" may follow "c" or stand for đ in an English text; a1 follows a
        return number in (last, last + 1, last + 2) and mark.mark != printed
    if mark.kind == "article":
        return last <= number <= last + 3
    if mark.kind == "subclause":
        return number in (1, last + 1)
    return number == last + 1 or (number == last and mark.mark != printed)


def _reopens(builder: _Builder, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Whether something new begins after the signature: an annex, a form, an enclosed regulation."""
    mark = read_mark(paragraph.text)
    return (mark is not None and mark.kind in ("annex", "form", "part", "chapter", "article")) or _encloses(
        builder, paragraph, following
    )


def _is_capitals(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return sum(c.isupper() for c in letters) * 2 > len(letters)


def _heads(paragraph: Paragraph) -> bool:
    """Whether a heading opens a unit; the document's own type and title do not."""
    names_itself = type_of_heading(paragraph.text) and (paragraph.text.isupper() or paragraph.level == 1)
    return paragraph.kind == "heading" and not names_itself


def _within(builder: _Builder, kind: str) -> bool:
    return any(u.provision.kind == kind for u in builder.stack)


def _encloses(builder: _Builder, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """A regulation promulgated by a decision starts anew: a type in capitals after the decision's articles."""
    has_articles = any(p.kind == "article" for p in builder.done) or _within(builder, "article")
    text = paragraph.text
    if not has_articles or len(text) > 120 or not text.isupper() or type_of_heading(text) is None:
        return False
    return following is not None and read_mark(following.text) is None


def _following(cleaned: Cleaned, i: int) -> Paragraph | None:
    return cleaned.paragraphs[i + 1] if i + 1 < len(cleaned.paragraphs) else None


def _paragraphs(cleaned: Cleaned, language: Language) -> tuple[Provision, ...]:
    """A text without structure gets its paragraphs."""
    return tuple(
        Provision(f"p{i}", "paragraph", unit_name("paragraph", str(i), language), "", start, start + len(p.text))
        for i, (p, start) in enumerate(zip(cleaned.paragraphs, cleaned.starts, strict=True), 1)
        if p.text
    )
