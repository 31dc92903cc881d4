"""A place of a document as the offices write it: in the style of State documents, in that of Party documents.

State documents go from the small unit to the large one and give number, date, issuer and subject when they cite for the
first time (Decree 30/2020/NĐ-CP, Annex I); Party documents put the date between commas, in figures. English puts the
same in the order of the official translations.
"""

import re
from dataclasses import dataclass
from datetime import date

from corpus.dates import MONTH_NAMES
from corpus.document import Identity, Outline
from corpus.identity import TYPE_NAMES, find_numbers

_SMALL = frozenset({"of", "the", "and", "for", "in"})


@dataclass(frozen=True, slots=True)
class Cited:
    """The same place in both styles."""

    state: str
    party: str


def cited(identity: Identity, outline: Outline, start: int) -> Cited:
    """How the unit that holds an offset is cited."""
    unit = outline.innermost(start)
    within = _units(outline.path(unit.address if unit else None), identity.language)
    state, party = (_document(identity, style) for style in ("state", "party"))
    subject = _continued(identity.title)
    return Cited(f"{within}{state} {subject}", f"{within}{party} {subject}")


def document_cited(identity: Identity) -> str:
    """How a document is cited for the first time, with its subject, in the style of its own kind."""
    numbers = find_numbers(identity.number or "")
    told = _document(identity, "party" if numbers and numbers[0].party else "state")
    return told if told == identity.title else f"{told} {_continued(identity.title)}"


def _continued(title: str) -> str:
    """A title as the sentence goes on with it: "ban hành Quy chế ..."; one in capitals stays as it is."""
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title


def _units(path: str, language: str) -> str:
    """The units, small to large; what is enclosed with a document is said to be."""
    steps = [step for step in path.split(", ") if step]
    if not steps:
        return ""
    enclosed = len(steps) > 1 and not re.search(r"\d", steps[0]) and steps[0][0].isupper()
    if language == "en":
        told = ", ".join(reversed(steps))
        return f"{told} {'promulgated together with' if enclosed else 'of'} "
    small_to_large = " ".join(reversed(steps))
    return f"{small_to_large} ban hành kèm theo " if enclosed else f"{small_to_large} "


def _document(identity: Identity, style: str) -> str:
    english = identity.language == "en"
    names = TYPE_NAMES.get(identity.type or "")
    name = names["en" if english else "vi"].capitalize() if names else ""
    told = " ".join(part for part in (name, _number(identity.number, english), "") if part).strip()
    if identity.issued:
        told += _dated(identity.issued, style, english)
    if identity.issuer:
        told += f" {'of the' if english else 'của'} {in_sentence(identity.issuer, identity.place)}"
    return told or identity.title


def _number(number: str | None, english: bool) -> str:
    return f"{'No.' if english else 'số'} {number}" if number else ""


def _dated(day: date, style: str, english: bool) -> str:
    if style == "party":
        return f", {'dated' if english else 'ngày'} {day:%d/%m/%Y}"
    if english:
        return f" dated {MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"
    # days under ten and the months 1 and 2 take a zero before them (Decree 30/2020/NĐ-CP, Annex I)
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f" ngày {day.day:02d} tháng {month} năm {day.year}"


def in_sentence(issuer: str, place: str | None) -> str:
    """An issuer printed in capitals as it stands in a sentence: "Ủy ban nhân dân tỉnh Lam Giang"."""
    if not issuer.isupper():
        return issuer
    if issuer.isascii():
        return " ".join(w if w in _SMALL else w.capitalize() for w in issuer.lower().split())
    told = issuer.capitalize()
    for name in (place or "").split():
        told = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", name, told)
    return told
