"""What a document is, as far as it is plainly written: number, type, issuer, date, title, signer. Never guessed.

Every value keeps the place where it was read and how sure it is: 1 where it stands in its own place, less where it was
put right, inferred from another value, or read by text recognition.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus.dates import find_dates
from corpus.document import Identity, Stated
from corpus.folding import fold, language_of
from corpus.identity import Number
from corpus.sentences import statements
from ingest.clean import Cleaned
from ingest.identity.bases import legal_bases, passed
from ingest.identity.closing import Closing, closing_of
from ingest.identity.head import DATELINE, Head, Piece, blank_date, head_of
from ingest.identity.issuers import enacting_issuer, issuer_of_code, on_two_lines, printed_issuer
from ingest.identity.kind import Kind, kind_of, number_of
from ingest.identity.news import is_news, numbers_named
from ingest.identity.spots import Spot
from ingest.identity.titles import Title, first_line, headline, title_of

_PASSED = {"law", "code", "ordinance", "constitution", "resolution", "precedent"}
_BEFORE_DAY = re.compile(r"(?:[nN]gày|[dD]ated?|Issued on|Date of issue)\s*:?|[^\W\d_][^\d,.;:]{1,38}")
_AFTER_NUMBER = re.compile(r"[\s,]*(?:dated|ngày|NGÀY|of)?\s*")
_UNSURE = 0.7  # for recognised text whose confidence is not known


@dataclass(frozen=True, slots=True)
class _Dateline:
    place: Spot | None = None
    issued: Spot | None = None
    value: date | None = None
    blank: bool = False


def identify(cleaned: Cleaned, name: str, title: str | None = None) -> Identity:
    """The identity of a document; what it does not say stays None.

    The title falls back to the first line, then to the file's own `title`, then to its `name`.
    """
    head = head_of(cleaned)
    closing = closing_of(cleaned, head.body if head.body < len(cleaned.text) else 0)
    number = number_of(head)
    if number is None and is_news(cleaned, head, closing):
        return _report(cleaned, name, title)
    kind = kind_of(head, number, cleaned)
    identity = _official(cleaned, head, kind, number, closing)
    found = title_of(head, kind, cleaned.text) or first_line(cleaned)
    stated = [*identity.stated, *(_stated("title", [found.spot]) if found else [])]
    return replace(
        identity, title=_short(found.text if found else title or name), stated=_weighed(cleaned, stated)
    )  # fmt: skip


def _official(
    cleaned: Cleaned, head: Head, kind: Kind | None, number: tuple[Number, Spot] | None, closing: Closing
) -> Identity:
    line = _dateline(head)
    issuer = _issuer(head, number[0] if number else None)
    code = kind.code if kind else None
    if line.issued is None and not line.blank and number is not None:
        line = _beside(cleaned.text, number[1])
    if line.issued is None and not line.blank and code in _PASSED and (words := passed(cleaned.text)):
        line = replace(line, issued=words[1], value=date.fromisoformat(words[1].value))
        issuer = issuer or words[0]
    bases = legal_bases(cleaned)
    values = {
        "number": number and number[1], "type": kind and kind.spot, "issuer": issuer, "place": line.place,
        "issued": line.issued, "signer": closing.signer, "signer_post": closing.post,
    }  # fmt: skip
    stated = [s for field, spot in values.items() if spot for s in _stated(field, [spot])]
    stated += [*_stated("legal_bases", bases), *_stated("recipients", closing.recipients)]
    return Identity(
        title="",
        language=language_of(cleaned.text[:20_000]),
        number=number[0].printed if number else None,
        number_key=number[0].key if number else None,
        type=code,
        issuer=issuer.value if issuer else None,
        issued=line.value,
        place=line.place.value if line.place else None,
        signer=closing.signer.value if closing.signer else None,
        signer_post=closing.post.value if closing.post else None,
        legal_bases=tuple(b.value for b in bases),
        recipients=tuple(r.value for r in closing.recipients),
        stated=tuple(stated),
    )


def _report(cleaned: Cleaned, name: str, title: str | None) -> Identity:
    """A report about documents: its headline and date, and the numbers that it names, none of which is its own."""
    found: Title | None = headline(cleaned, title)
    about = numbers_named(cleaned.text)
    day = next((d for p in head_of(cleaned).pieces[:6] if len(p.text) < 60 for d in find_dates(p.text)[:1]), None)
    place = next((p for p in head_of(cleaned).pieces[:6] if day and find_dates(p.text)[:1] == [day]), None)
    spots = [*_stated("title", [found.spot] if found else []), *_stated("about", about)]
    if day and place:
        spots += _stated("issued", [Spot("", place.start + day.start, place.start + day.end, 0.8)])
    return Identity(
        title=_short(found.text if found else title or name),
        language=language_of(cleaned.text[:20_000]),
        type="news",
        issued=day.value if day else None,
        about=tuple(a.value for a in about),
        stated=_weighed(cleaned, spots),
    )


def _dateline(head: Head) -> _Dateline:
    """Place and day of signing; a draft that leaves the day blank has a place and no date."""
    lines = [found for piece in head.pieces if len(piece.text) <= 140 and (found := _read_dateline(piece))]
    placed = [line for line in lines if line.place is not None]
    return next(iter(placed or lines), _Dateline())


def _beside(text: str, number: Spot) -> _Dateline:
    """The date right after the number: "Decree No. 30/2020/ND-CP dated March 5, 2020"."""
    after = text[number.end : number.end + 60]
    between = _AFTER_NUMBER.match(after)
    day = next((d for d in find_dates(after) if between and d.start <= between.end()), None)
    if day is None:
        return _Dateline()
    return _Dateline(None, Spot("", number.end + day.start, number.end + day.end, 0.9), day.value)


def _read_dateline(piece: Piece) -> _Dateline | None:
    text = piece.text
    line = DATELINE.match(text)
    place = Spot(line.group("place"), piece.start, piece.start + line.end("place")) if line else None
    if blank_date(text) and len(text) < 90:
        return _Dateline(place, blank=True)
    day = next(iter(find_dates(text)[-1:]), None)
    if day is None or day.end < len(text.rstrip(" .")) - 1:
        return None
    before = text[: day.start].strip()
    spot = Spot("", piece.start + day.start, piece.start + day.end)
    if line and line.end() >= day.start - 1:
        if fold(line.group("place")).startswith("hom nay"):  # minutes and contracts open with their day
            return _Dateline(None, replace(spot, sure=0.8), day.value)
        return _Dateline(place, spot, day.value)
    if not before or _BEFORE_DAY.fullmatch(before):
        return _Dateline(None, replace(spot, sure=0.9), day.value)
    return None


def _issuer(head: Head, number: Number | None) -> Spot | None:
    printed, enacting = printed_issuer(head.pieces), enacting_issuer(head.pieces)
    if printed is not None:
        name, first, last = on_two_lines(head.pieces, *printed, enacting)
        return Spot(name, first.start, last.end)
    if enacting is not None:
        return Spot(enacting.text, enacting.start, enacting.end, 0.9)
    known = issuer_of_code(number) if number else None
    return Spot(known, number.start, number.end, 0.7) if number and known else None


def _stated(field: str, spots: Iterable[Spot]) -> Iterator[Stated]:
    return (Stated(field, s.start, s.end, s.sure) for s in spots)


def _weighed(cleaned: Cleaned, stated: Iterable[Stated]) -> tuple[Stated, ...]:
    """What was recognised is at most as sure as the recognition of its page, and of its own line."""
    read = [p for p in cleaned.pages if p.source == "ocr"]

    def weight(at: int) -> float:
        page = next((p for p in read if p.start <= at < p.end), None)
        if page is None:
            return 1.0
        line = cleaned.paragraphs[bisect_right(cleaned.starts, at) - 1].confidence
        sure = _UNSURE if page.confidence is None else page.confidence
        return sure if line is None else min(sure, line)

    return tuple(replace(s, confidence=round(s.confidence * weight(s.start), 3)) for s in stated)


def _short(title: str) -> str:
    """At most 600 characters, cut between words; the first sentence of a long paragraph."""
    line = " ".join(title.split())
    if len(line) <= 600:
        return line
    start, end = statements(line)[0]
    return line[start:end] if end - start <= 600 else line[:599].rsplit(" ", 1)[0] + "…"
