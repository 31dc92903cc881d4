"""What a search found as the contract's body, and the filters of a call. Decides nothing."""

from api.document_bodies import brief
from api.find import Found, Place, Results
from api.schemas.found import LookedThroughBody, MarkBody, PassageBody, PlaceBody, ReadingBody, SearchBody, WhyBody
from api.schemas.sent import FiltersBody
from assistant.reading import Reading
from corpus.document import unit_name
from corpus.messages import Language


def search_body(query: str, results: Results, language: Language, *, explain: bool) -> SearchBody:
    """The whole outcome, its sentences in one language; with `explain` how it came about."""
    looked, filters = results.looked, results.filters
    return SearchBody(
        query=query,
        results=[passage_body(f, explain=explain) for f in results.found],
        remarks=[r.text(language) for r in results.remarks],
        searched=LookedThroughBody(
            documents=looked.admitted,
            of_documents=looked.documents,
            passages=looked.passages,
            filters=FiltersBody(
                types=list(filters.types),
                issuers=list(filters.issuers),
                documents=list(filters.documents),
                issued_from=filters.issued_from,
                issued_to=filters.issued_to,
                collections=list(filters.collections),
                units=list(filters.units),
            ),
        ),
        reading=_reading(looked.reading, language) if explain else None,
    )


def passage_body(found: Found, *, explain: bool) -> PassageBody:
    """One passage found."""
    passage = found.place.passage
    return PassageBody(
        passage=found.place.id,
        score=round(found.score, 4),
        document=brief(found.place.document),
        path=passage.path,
        page=passage.page,
        text=found.text,
        start=passage.start,
        end=passage.end,
        url=found.place.url,
        also=[_place(place) for place in found.also],
        named=found.named,
        number=found.number,
        why=_why(found) if explain else None,
    )


def _place(place: Place) -> PlaceBody:
    document, passage = brief(place.document), place.passage
    return PlaceBody(passage=place.id, document=document, path=passage.path, page=passage.page, url=place.url)


def _why(found: Found) -> WhyBody:
    at = found.place.passage.start
    return WhyBody(
        words=list(found.words),
        marks=[MarkBody(word=w.word, start=at + w.start, end=at + w.end) for w in found.marks],
        stages={name: round(share, 4) for name, share in found.stages.items()},
    )


def _reading(reading: Reading, language: Language) -> ReadingBody:
    asked = reading.question
    return ReadingBody(
        language=asked.language,
        words=list(reading.words),
        unknown=list(reading.unknown),
        meant=reading.meant,
        expansions=list(reading.expansions),
        numbers=list(reading.numbers),
        unit=named_unit(reading, language),
        documents=list(reading.documents),
    )


def named_unit(reading: Reading, language: Language) -> str | None:
    """The unit that was named, as it is cited: "Điều 5, khoản 2"."""
    unit = reading.question.unit
    return ", ".join(unit_name(kind, mark, language) for kind, mark in unit.named) if unit else None
