"""Evidence: the statements of the passages found, each with what stands above it. Knows nothing of answers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.frame import frame_of
from assistant.search import Hit, View
from corpus.corpus import Corpus
from corpus.document import Outline, Provision
from corpus.passage import Passage, PassageKey
from corpus.rows import Entry
from corpus.sentences import statements

_HEADINGS = {
    "part",
    "chapter",
    "section",
    "subsection",
    "article",
    "roman",
    "heading",
    "annex",
    "form",
    "enclosure",
    "clause",
    "subclause",
}

_ITEM = re.compile(r"(?:[a-zđ]{1,2}\)|[-–+•*])\s")  # how items are marked in texts that were not taken apart
_LONGEST_LEAD = 400  # characters

_NUMBERED_COLUMN = re.compile(r"(?:S?TT|Số TT|No\.?|#) \| ", re.IGNORECASE)  # opens the header row of a table
_LONGEST_GROUP = 80  # characters of a row of one cell that names a group of rows
_BASIS = re.compile(
    r"^\W*(?:Căn cứ|Theo đề nghị|Xét đề nghị|Ban hành kèm theo Quyết định|Kèm theo"
    r"|Pursuant to|At the proposal of|Promulgated together|Issued together)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a document that, with others, make up a statement put together from several."""

    entry: Entry
    start: int
    end: int
    address: str
    path: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement of a document: the words, where they stand, the words above them that it hangs on.

    `parts`: where its words come from, if it is a unit as amended, put together from several documents; `read_as`: the
    same unit in the other language, where its words are out of date and only serve to find it.
    """

    entry: Entry
    key: PassageKey
    start: int
    end: int
    text: str
    address: str
    path: str
    page: int | None
    above: str
    title: str
    heading: bool
    lead_in: bool
    score: float
    dense: float
    header: tuple[str, ...] = field(default=())
    lead: str = ""
    frame: bool = False  # of the letterhead, the address, the list of recipients or the signature
    parts: tuple[Part, ...] = ()
    read_as: "Evidence | None" = None

    @property
    def with_lead(self) -> str:
        """The statement with the line that opens the list it stands in: half a sentence answers nothing."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    @property
    def is_basis(self) -> bool:
        """Whether it only says on what other text the document rests."""
        return bool(_BASIS.match(self.text))

    @property
    def is_mark(self) -> bool:
        """Whether it says nothing: a list mark alone, a name alone, two words."""
        return sum(c.isalpha() for c in self.text) < 8 or len(self.text.split()) < 3


def gather(corpus: Corpus, view: View, hits: Sequence[Hit]) -> list[Evidence]:
    """The statements of the passages found, in the order of the hits."""
    keys = [h.key for h in hits if h.key.revision in view.entries]
    passages = corpus.library.passages(keys)
    spans = _window_spans(corpus, hits)
    found: list[Evidence] = []
    for hit in hits:
        passage = passages.get(hit.key)
        if passage is not None:
            found.extend(_statements(corpus, view.entries[hit.key.revision], passage, hit, spans))
    return found


def within(corpus: Corpus, entry: Entry, unit: Provision) -> list[Evidence]:
    """The statements of one provision, in reading order."""
    inside = [p for p in corpus.library.passages_of(entry.revision) if p.start < unit.end and p.end > unit.start]
    found: list[Evidence] = []
    for p in inside:
        hit = Hit(PassageKey(entry.revision, p.ordinal), 1.0, 0.0, 0.0)
        found.extend(e for e in _statements(corpus, entry, p, hit, {}) if e.start >= unit.start and e.end <= unit.end)
    return found


def _window_spans(corpus: Corpus, hits: Iterable[Hit]) -> dict[PassageKey, dict[int, tuple[int, int]]]:
    wanted: dict[int, list[int]] = {}
    for hit in hits:
        wanted.setdefault(hit.key.revision, []).append(hit.key.ordinal)
    spans: dict[PassageKey, dict[int, tuple[int, int]]] = {}
    for revision, ordinals in wanted.items():
        for (passage, number), span in corpus.library.window_spans(revision, ordinals).items():
            spans.setdefault(PassageKey(revision, passage), {})[number] = span
    return spans


def _statements(
    corpus: Corpus, entry: Entry, passage: Passage, hit: Hit, spans: dict[PassageKey, dict[int, tuple[int, int]]]
) -> list[Evidence]:
    text = corpus.library.text(entry.revision)
    outline = corpus.library.outline(entry.revision)
    pages = corpus.library.pages(entry.revision) if passage.page is not None else []
    windows = spans.get(hit.key, {})
    frame = frame_of(text, entry.identity)
    found: list[Evidence] = []
    before = opened = ""
    for a, b in statements(text[passage.start : passage.end]):
        start, end = passage.start + a, passage.start + b
        unit = outline.innermost(start)
        words = text[start:end]
        if "\n" in text[max(0, start - 2) : start] and not _ITEM.match(words):
            opened = ""  # a line that is no item ends the list
        found.append(
            Evidence(
                entry=entry,
                key=hit.key,
                start=start,
                end=end,
                text=words,
                address=unit.address if unit else "",
                path=outline.path(unit.address if unit else None) or passage.path,
                page=next((p.number for p in reversed(pages) if p.start <= start), passage.page),
                above=_above(text, outline, unit, start, before),
                title=" ".join(filter(None, (entry.identity.number, entry.identity.title))),
                heading=_is_heading(text, unit, start, end),
                lead_in=words.rstrip().endswith(":"),
                score=hit.score,
                dense=_dense(hit, windows, start, end),
                header=_header(text, outline, unit),
                lead=_lead(text, outline, unit) or opened,
                frame=any(a < end and start < b for a, b in frame),
            )
        )
        before = words
        if words.endswith(":") and len(words) <= _LONGEST_LEAD and not _ITEM.match(words):
            opened = words
    return found


def beside(corpus: Corpus, e: Evidence) -> list[Evidence]:
    """All statements of the passage that a statement stands in."""
    passages = corpus.library.passages([e.key])
    hit = Hit(e.key, e.score, 0.0, e.dense)
    return _statements(corpus, e.entry, passages[e.key], hit, {}) if e.key in passages else []


def _above(text: str, outline: Outline, unit: Provision | None, start: int, before: str) -> str:
    """The first lines of the units above a statement, and the sentence before it in the same paragraph.

    A table row hangs on its header row and on the group row (a single cell) that it stands under.
    """
    lines: list[str] = []
    for at in outline.above(unit):
        if at.start < start and at.kind not in ("paragraph", "table"):
            lines.append(text[at.start : at.end].split("\n")[0])
        if at.kind == "row":
            rows = [r for r in outline.children(at.parent) if r.start < at.start]
            group = next((r for r in reversed(rows) if " | " not in text[r.start : r.end]), None)
            lines.extend(text[r.start : r.end] for r in (*rows[:1], *([group] if group else [])))
    if before and "\n" not in text[max(0, start - 2) : start]:
        lines.append(before)
    return "\n".join(lines)


def _lead(text: str, outline: Outline, unit: Provision | None) -> str:
    """The line with a colon that opens the list in which a unit is an item; none for rows and units of other kinds."""
    parent = outline.get(unit.parent) if unit else None
    if unit is None or parent is None or unit.kind in _HEADINGS - {"clause", "subclause"} | {"row", "table"}:
        return ""
    first = outline.children(parent.address)[0]
    above = text[parent.start : first.start].rstrip()
    line = above[above.rfind("\n") + 1 :] if above.endswith(":") else ""
    return line if len(line) <= _LONGEST_LEAD else ""


def _is_heading(text: str, unit: Provision | None, start: int, end: int) -> bool:
    """Whether the words only name what follows them."""
    if unit is not None and unit.kind == "row":
        # the names of a table's columns, and the one cell of a row that says what the rows below it are of
        row = text[unit.start : unit.end]
        return _NUMBERED_COLUMN.match(row) is not None or (" | " not in row and len(row) <= _LONGEST_GROUP)
    if unit is None or unit.kind not in _HEADINGS:
        return False
    first = text[unit.start : unit.end].split("\n")[0]
    if start >= unit.start + len(first):
        # the second line of a chapter's heading is its title
        return unit.kind in ("part", "chapter", "section", "annex") and text[start:end] == unit.title
    more = unit.end > unit.start + len(first) + 1
    return more and len(first) < 250 and not first.rstrip().endswith((".", ";", ":"))


def _header(text: str, outline: Outline, unit: Provision | None) -> tuple[str, ...]:
    """The cells of the header row above a table row."""
    if unit is None or unit.kind != "row":
        return ()
    first = outline.children(unit.parent)[0]
    return () if first.start == unit.start else tuple(text[first.start : first.end].split(" | "))


def _dense(hit: Hit, windows: dict[int, tuple[int, int]], start: int, end: int) -> float:
    """The cosine of the best window over the statement; a little less than the passage's where none was found."""
    covering = [hit.windows[n] for n, (a, b) in windows.items() if a < end and b > start and n in hit.windows]
    return max(covering, default=hit.dense - 0.1 if hit.windows else hit.dense)
