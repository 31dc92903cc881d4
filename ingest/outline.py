"""Paragraphs to the tree of provisions: Phần to Điểm, Party and plan outlines, enclosed texts, annexes, tables.

Knows nothing of passages, nor of how marks are told from what only looks like them (`structure.marks`, `.series`).
"""

from dataclasses import dataclass, field, replace

from corpus.document import Identity, Provision, unit_name
from corpus.identity import type_of_heading
from corpus.messages import Language
from ingest.clean import Cleaned, Paragraph
from ingest.structure.cues import closes, comes_with_another, contents, is_caption, is_head_of_form, names_type
from ingest.structure.marks import Mark, is_capitals, rank, read_mark
from ingest.structure.quotations import belongs, quoted, quotes
from ingest.structure.series import Ahead, accepted
from ingest.structure.tree import Tree

_TITLED = {"part", "chapter", "section", "subsection", "annex", "form"}
_OWN = rank("part")  # what is higher is a text of its own
_TABLE = rank("table")


@dataclass(slots=True)
class _Walk:
    """The paragraphs on their way into the tree, and what has been seen of them so far."""

    cleaned: Cleaned
    tree: Tree
    ahead: Ahead
    passed: set[int]
    closed: bool = False
    header: str | None = None  # of the table that is open
    replaced: Mark | None = None  # the unit whose new wording stands here without quotation marks
    named: tuple[int, str] | None = field(default=None)  # a line in capitals since the last unit, and where it starts

    def following(self, i: int) -> Paragraph | None:
        """The paragraph after this one."""
        return self.cleaned.paragraphs[i + 1] if i + 1 < len(self.cleaned.paragraphs) else None


def outline(cleaned: Cleaned, identity: Identity) -> tuple[Provision, ...]:
    """The provisions in reading order; their addresses are unique, their spans nest."""
    texts = [p.text if p.kind != "row" else "" for p in cleaned.paragraphs]
    passed = quoted(texts) | contents(texts)
    walk = _Walk(cleaned, Tree(cleaned.text, identity.language), Ahead(texts, passed), passed)
    for i, (paragraph, start) in enumerate(zip(cleaned.paragraphs, cleaned.starts, strict=True)):
        if paragraph.kind == "row":
            _row(walk, i, paragraph, start)
        else:
            _text(walk, i, paragraph, start)
    provisions = walk.tree.finished()
    return provisions if any(p.kind != "row" for p in provisions) else _paragraphs(cleaned, identity.language)


def _row(walk: _Walk, i: int, paragraph: Paragraph, start: int) -> None:
    """A row stands in its table; one that repeats the header goes on with it, as after a page end."""
    tree = walk.tree
    if walk.header is None and any(closes(cell) for cell in paragraph.cells):
        tree.close(start, _OWN)  # recipients and signature, side by side
        walk.closed, walk.named = True, None
        return
    if walk.closed and walk.header is None and not paragraph.header:
        return  # more of them
    if walk.header is None or (paragraph.header and paragraph.text != walk.header):
        before = walk.cleaned.paragraphs[i - 1] if i else None
        captioned = before is not None and before.kind != "row" and is_caption(before.text)
        at = walk.cleaned.starts[i - 1] if captioned else start
        if at < tree.reached:
            at = start
        tree.open(Mark("table", "", before.text[:300] if captioned and before else ""), at)
        walk.header = paragraph.text if paragraph.header else ""
    tree.open(Mark("row", "", ""), start)


def _text(walk: _Walk, i: int, paragraph: Paragraph, start: int) -> None:
    if walk.header is not None:
        walk.tree.close(start, _TABLE)
        walk.header = None
    if i in walk.passed:
        return  # the words of another document, or the title of the unit above
    if closes(paragraph.text):
        walk.tree.close(start, _OWN)  # an annex, a form or an enclosed text may be signed too, and goes on
        walk.closed, walk.named = True, None
    elif not walk.closed or _reopens(walk, i, paragraph):
        walk.closed = False
        _place(walk, i, paragraph, start)
    elif _names(paragraph):
        walk.named = walk.named or (start, paragraph.text)


def _place(walk: _Walk, i: int, paragraph: Paragraph, start: int) -> None:
    """Opens the unit that a paragraph begins, if it begins one."""
    tree = walk.tree
    if _encloses(walk, i, paragraph):
        tree.open(Mark("enclosure", _written(paragraph.text), ""), start)
        walk.named = None
        return
    mark = _mark(walk, i, paragraph)
    if mark is not None:
        tree.open(_titled(walk, i, mark), start)
        walk.named = walk.replaced = None
    elif _heads(paragraph) and start > 0 and not tree.within("article"):
        tree.open(Mark("heading", "", paragraph.text), start)
    elif _names(paragraph):
        walk.named = walk.named or (start, paragraph.text)


def _mark(walk: _Walk, i: int, paragraph: Paragraph) -> Mark | None:
    """The mark that a paragraph opens with, where it is one of this document's own."""
    before = walk.cleaned.paragraphs[i - 1].text if i else ""
    first = read_mark(paragraph.text)
    if first is not None and quotes(before, first):
        walk.replaced = first
        return None
    if first is not None and walk.replaced is not None and belongs(paragraph.text, first, walk.replaced):
        return None
    if first is not None and first.number == 1 and walk.named is not None and _restarts(walk.tree, first):
        at, name = walk.named
        if at >= walk.tree.reached:
            walk.tree.open(Mark("enclosure", _written(name), ""), at)
    return accepted(walk.tree, paragraph.text, i, walk.ahead)


def _restarts(tree: Tree, mark: Mark) -> bool:
    """Whether numbers begin again although nothing has said that another text begins."""
    scope = tree.scope()
    if scope not in tree.articles:
        return False
    upper = mark.kind in ("chapter", "part") and not any(tree.within(k) for k in ("part", "chapter"))
    return mark.kind == "article" or (upper and mark.kind not in tree.stack[0].last)


def _titled(walk: _Walk, i: int, mark: Mark) -> Mark:
    """A mark with its title, where that stands on the lines below it."""
    if mark.title.startswith("(") and mark.kind in ("annex", "form"):
        mark = replace(mark, title="")
    if mark.title or mark.kind not in _TITLED | {"article"}:
        return mark
    lines: list[str] = []
    for n, paragraph in enumerate(walk.cleaned.paragraphs[i + 1 : i + 9]):
        text = paragraph.text
        if mark.kind in ("annex", "form") and is_head_of_form(text) and not lines:
            continue  # "(Ban hành kèm theo ...)", or the head of what is to be filled in
        more = not lines or (lines[-1].isupper() and text.isupper() and mark.kind != "article")
        if paragraph.kind == "row" or not more or len(text) >= 300 or read_mark(text) is not None:
            break
        if mark.kind == "article" and (text.endswith((".", ";", ":", ",")) or len(text) > 150):
            break
        lines.append(text)
        walk.passed.add(i + 1 + n)
    return replace(mark, title=" ".join(lines))


def _reopens(walk: _Walk, i: int, paragraph: Paragraph) -> bool:
    """Whether something new begins after the signature: an annex, a form, an enclosed regulation."""
    mark = read_mark(paragraph.text)
    if mark is not None and mark.kind in ("annex", "form", "part", "chapter", "article"):
        return True
    begins = mark is not None and mark.kind in ("roman", "letter") and mark.number == 1
    return (begins and walk.named is not None) or _encloses(walk, i, paragraph)


def _names(paragraph: Paragraph) -> bool:
    """Whether a line may name a text that begins: a type of document in capitals, or said to be enclosed."""
    text = paragraph.text
    return len(text) <= 160 and is_capitals(text) and names_type(text) and paragraph.kind != "row"


def _heads(paragraph: Paragraph) -> bool:
    """Whether a heading opens a unit; the document's own type and title do not."""
    names_itself = type_of_heading(paragraph.text) and (paragraph.text.isupper() or paragraph.level == 1)
    return paragraph.kind == "heading" and not names_itself


def _encloses(walk: _Walk, i: int, paragraph: Paragraph) -> bool:
    """A regulation promulgated by a decision starts anew: a type in capitals after the decision's articles, or one that
    says that it comes with it.
    """
    text, following = paragraph.text, walk.following(i)
    tree = walk.tree
    if not tree.articles or tree.within("annex") or tree.within("form"):
        return False  # a form of a decision is headed like one
    if len(text) > 120 or following is None or not names_type(text) or text[:1].islower():
        return False
    if text.isupper():
        return read_mark(following.text) is None and following.kind != "row"
    below = walk.cleaned.paragraphs[i + 1 : i + 4]
    return len(text) < 60 and not text.endswith((".", ";", ":", ",")) and any(comes_with_another(p.text) for p in below)


def _written(name: str) -> str:
    return name.capitalize() if name.isupper() else name


def _paragraphs(cleaned: Cleaned, language: Language) -> tuple[Provision, ...]:
    """A text without structure gets its paragraphs."""
    return tuple(
        Provision(f"p{i}", "paragraph", unit_name("paragraph", str(i), language), "", start, start + len(p.text))
        for i, (p, start) in enumerate(zip(cleaned.paragraphs, cleaned.starts, strict=True), 1)
        if p.text
    )
