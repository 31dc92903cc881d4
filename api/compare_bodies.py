"""A comparison as JSON: units with what became of them, word differences as spans of both texts. Decides nothing."""

from typing import Annotated

from pydantic import BaseModel, Field

from api.document_bodies import brief, state_today
from api.schemas.documents import DocumentBrief
from assistant.compare import Aligned, Kind
from assistant.comparing import DocumentsCompared, Mode
from assistant.comparison.runs import Mark, runs_of
from assistant.comparison.summary import counts, kind_words, names_of, notes, sentence, title_of
from assistant.comparison.text import Compared, Span
from assistant.comparison.units import Unit
from assistant.comparison.words import Change, WordChange
from corpus.library import Library
from corpus.messages import Language
from corpus.rows import Entry


class SpanBody(BaseModel):
    """`text` is the document's text from `start` to `end` (characters)."""

    start: int
    end: int
    text: str


class WordChangeBody(BaseModel):
    """A stretch of words, and where it stands in the two texts."""

    change: Change
    left: list[SpanBody]
    right: list[SpanBody]


class UnitBody(BaseModel):
    """A unit of one of the two texts; `own` are its words without what stands below it."""

    address: str = Field(examples=["d5.k1"])
    path: str = Field(examples=["Điều 5, khoản 1"])
    title: str
    start: int
    end: int
    url: str


class RunBody(BaseModel):
    """Words to be read, and whether only this side has them."""

    mark: Mark
    text: str


class AlignedBody(BaseModel):
    """Units that belong together: several on one side where one was split or several were merged.

    `told`: a difference of its own; a unit may be "changed" by its parts alone. `depth` is its depth in the tree.
    """

    kind: Kind
    words_kind: str = Field(description="the kind in words", examples=["chuyển chỗ, có sửa lời"])
    told: bool
    reworded: bool
    depth: int
    likeness: float
    left: list[UnitBody]
    right: list[UnitBody]
    left_name: str
    right_name: str
    words: list[WordChangeBody]
    old: list[RunBody] = Field(description="the same words of the left text to be read in order, with what parts them")
    new: list[RunBody]


class ComparisonBody(BaseModel):
    """Two documents compared; `units` in the order of the right text, `summary` a sentence for each difference."""

    title: str
    mode: Mode
    left: DocumentBrief
    right: DocumentBrief
    notes: list[str]
    counts: Annotated[dict[Kind, int], Field(examples=[{"changed": 4, "added": 1, "same": 31}])]
    summary: list[str]
    units: list[AlignedBody]


def comparison_body(
    found: DocumentsCompared, language: Language, *, unchanged: bool = False, library: Library | None = None
) -> ComparisonBody:
    """The body; what did not change only where it is asked for. With the library, the documents' states of today."""
    return ComparisonBody(
        title=title_of(found, language),
        mode=found.mode,
        left=brief(found.left, state_today(library, found.left) if library else None),
        right=brief(found.right, state_today(library, found.right) if library else None),
        notes=notes(found, language),
        counts=counts(found),
        summary=[sentence(a, found.texts, language) for a in found.differences],
        units=[_aligned(found, a, depth, language) for depth, a in found.comparison.walk() if unchanged or a.told],
    )


def _aligned(found: DocumentsCompared, a: Aligned, depth: int, language: Language) -> AlignedBody:
    one, other = found.texts
    old, new = runs_of(a, found.texts)
    return AlignedBody(
        kind=a.kind,
        words_kind=kind_words(a, language),
        told=a.told,
        reworded=a.reworded,
        depth=depth,
        likeness=round(a.likeness, 3),
        left=[_unit(u, found.left) for u in a.left],
        right=[_unit(u, found.right) for u in a.right],
        left_name=names_of(a.left, one.text, language),
        right_name=names_of(a.right, other.text, language),
        words=[_change(w, one, other) for w in a.words],
        old=[RunBody(mark=r.mark, text=r.text) for r in old],
        new=[RunBody(mark=r.mark, text=r.text) for r in new],
    )


def _unit(u: Unit, entry: Entry) -> UnitBody:
    url = f"/documents/{entry.id}#c{u.start}-{u.end}"
    return UnitBody(address=u.address, path=u.path, title=u.title, start=u.start, end=u.end, url=url)


def _change(w: WordChange, one: Compared, other: Compared) -> WordChangeBody:
    return WordChangeBody(change=w.change, left=_spans(w.left, one), right=_spans(w.right, other))


def _spans(spans: tuple[Span, ...], c: Compared) -> list[SpanBody]:
    return [SpanBody(start=a, end=b, text=c.text[a:b]) for a, b in spans]
