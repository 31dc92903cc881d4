"""Dates as official texts print them, in both languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
MONTH_NAMES = tuple(m.capitalize() for m in MONTHS)  # as they are printed
MONTH_NAME = "|".join(MONTH_NAMES)  # a pattern of any of them
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTH = "|".join(f"{m}|{m[:3]}" for m in MONTHS)
# inside "ngày ... tháng ... năm ..." a lost mark, a lost space, dots to write on, and an O for a 0 leave no doubt
_GAP = r"[\s.…]*"
_DIGITS = r"[\dOol]"
_PATTERNS = (
    re.compile(
        rf"\bng[àaáảãạ]y{_GAP}(?P<d>{_DIGITS}{{1,2}}){_GAP}th[áaàảãạ]ng{_GAP}(?P<m>{_DIGITS}{{1,2}})"
        rf"{_GAP}n[ăaâáàắằ]m{_GAP}(?P<y>[12]{_DIGITS}{{3}})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<name>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})", re.IGNORECASE),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?P<name>{_MONTH})\.?,?\s+(?P<y>\d{{4}})", re.IGNORECASE
    ),
    re.compile(r"\b(?:day|date)\s+(?P<d>\d{1,2}),?\s+month\s+(?P<m>\d{1,2}),?\s+year\s+(?P<y>\d{4})", re.IGNORECASE),
    re.compile(r"(?<![\d/.-])(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d{2})(?![\d/])"),
    re.compile(r"(?<![\d/.-])(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
)
_LIKE_DIGITS = str.maketrans("Ool", "001")


def day_words(day: date, language: str) -> str:
    """A day as it is written: 31/03/2024 or 31 March 2024."""
    return day.strftime("%d/%m/%Y") if language == "vi" else f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date and where it stands in the text."""

    value: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnrealDate:
    """Where a day stands in a text that no calendar has."""

    start: int
    end: int


def find_dates(text: str) -> list[PrintedDate]:
    """Whole dates in the order they stand; 31/02/2024 and the like are none."""
    return sorted(_find(text), key=lambda d: d.start)


def unreal_dates(text: str) -> list[UnrealDate]:
    """What is printed as a whole date and is none: 31/02/2024, 2024-13-01."""
    return [UnrealDate(m.start(), m.end()) for m, value in _read(text) if value is None]


def _find(text: str) -> Iterator[PrintedDate]:
    for match, value in _read(text):
        if value is not None:
            yield PrintedDate(value, match.start(), match.end())


def _read(text: str) -> Iterator[tuple[re.Match[str], date | None]]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = _digits(parts["m"]) if parts.get("m") else _month(parts["name"])
            try:
                yield match, date(_digits(parts["y"]), month, _digits(parts["d"]))
            except ValueError:
                yield match, None


def _digits(printed: str) -> int:
    return int(printed.translate(_LIKE_DIGITS))


def _month(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name.lower()[:3]))
