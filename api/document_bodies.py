"""From documents to their bodies: as a citation names one, as the list shows it, whole, its pages. Decides nothing."""

from datetime import date

from api.schemas.documents import (
    BadgeBody,
    CountsBody,
    DocumentBody,
    DocumentBrief,
    DocumentRow,
    LinkBody,
    ProvisionBody,
    StatedBody,
)
from api.schemas.pages import PageBody, TextBody
from corpus.document import Outline, Page
from corpus.legibility import how_read, is_unsure, unsure_pages
from corpus.library import Library
from corpus.rows import Entry
from corpus.validity import Interval, at


def brief(entry: Entry, state: Interval | None = None) -> DocumentBrief:
    """A document as a citation names it, with its state."""
    i = entry.identity
    return DocumentBrief(
        id=entry.id,
        number=i.number,
        type=i.type,
        issuer=i.issuer,
        title=i.title,
        issued=i.issued,
        language=i.language,
        status=state.status if state else None,
        validity=badge(state) if state else None,
    )


def badge(state: Interval) -> BadgeBody:
    """A state as a badge shows it."""
    said = next((p for p in state.proofs if p.by_hand is None), None)
    return BadgeBody(
        state=state.status,
        first=state.first,
        until=state.until,
        by=list(state.by),
        proof=f"/documents/{said.document}#c{said.start}-{said.end}" if said else None,
        by_hand=next((p.by_hand for p in state.proofs if p.by_hand), None),
    )


def state_today(library: Library, entry: Entry) -> Interval:
    """The state of a document today."""
    return at(library.intervals_of([entry.revision], whole=True).get(entry.revision, ()), date.today())


def row(entry: Entry, pages: list[Page], state: Interval | None = None) -> DocumentRow:
    """A document as the list shows it."""
    return DocumentRow(
        **brief(entry, state).model_dump(exclude={"language"}),
        language=entry.identity.language,
        name=entry.source.name,
        media_type=entry.source.media_type,
        size=entry.source.size,
        collection=entry.collection,
        passages=entry.passages,
        added=entry.added,
        url=f"/documents/{entry.id}",
        how=how_read(pages),
        confidence=min((p.confidence for p in pages if p.confidence is not None), default=None),
        uncertain_pages=unsure_pages(pages),
        pages=pages[-1].number if pages else None,
        page_images=has_images(entry, pages),
    )


def has_images(entry: Entry, pages: list[Page]) -> bool:
    """Whether a document's pages can be had as images."""
    kind = entry.source.media_type
    return bool(pages) and (kind == "application/pdf" or kind.startswith("image/"))


def document_body(entry: Entry, library: Library) -> DocumentBody:
    """A document with its tree and counts."""
    outline = library.outline(entry.revision)
    counts = CountsBody(
        characters=len(library.text(entry.revision)),
        pages=len(library.pages(entry.revision)),
        provisions=len(outline),
        passages=entry.passages,
    )
    listed = row(entry, library.pages(entry.revision), state_today(library, entry))
    i = entry.identity
    return DocumentBody(
        **listed.model_dump(),
        place=i.place,
        signer=i.signer,
        signer_post=i.signer_post,
        legal_bases=list(i.legal_bases),
        recipients=list(i.recipients),
        about=list(i.about),
        stated=[StatedBody(field=s.field, start=s.start, end=s.end, confidence=s.confidence) for s in i.stated],
        links=[
            LinkBody(document=other.id, kind=other.kind, likeness=other.likeness, url=f"/documents/{other.id}")
            for other in library.links(entry.id)
        ],
        warnings=[*entry.warnings, *dict.fromkeys(f.code for f in library.findings(entry.revision))],
        counts=counts,
        provisions=_tree(outline, None),
    )


def text_body(entry: Entry, library: Library) -> TextBody:
    """A document's text."""
    pages = [page_body(p) for p in library.pages(entry.revision)]
    text = library.text(entry.revision)
    return TextBody(id=entry.id, language=entry.identity.language, text=text, pages=pages)


def page_body(page: Page) -> PageBody:
    """A page of a document."""
    return PageBody(
        number=page.number,
        start=page.start,
        end=page.end,
        source=page.source,
        confidence=page.confidence,
        uncertain=is_unsure(page.confidence),
    )


def _tree(outline: Outline, address: str | None) -> list[ProvisionBody]:
    return [
        ProvisionBody(
            address=p.address,
            kind=p.kind,
            label=p.label,
            title=p.title,
            start=p.start,
            end=p.end,
            children=_tree(outline, p.address),
        )
        for p in outline.children(address)
    ]
