"""A cell's value as its number format shows it: 15%, 1,234.50, 007, 31/03/2024.

The decimal mark and the marks between thousands are those of the format itself, dates are day first. Knows no files.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]\-]*)(?:-[^\]]*)?\]')
_DROPPED = re.compile(r"\[[^\]]*\]|_.|\*.")
_NUMBER = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?")
_MOST_DIGITS = 11  # as Excel shows a number without a format
_HUGE = 1e15  # beyond it digits are no longer exact
_LONGEST = 200  # characters of a number format that are looked at


def shown(value: object, number_format: str = "General") -> str:
    """The value as a person sees it."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime() | date() | time():
            return _moment(value, number_format)
        case timedelta():
            return str(value)
        case int() | float():
            return _number(value, number_format[:_LONGEST])
        case _:
            return str(value)


def _moment(value: datetime | date | time, number_format: str) -> str:
    pattern = _DROPPED.sub("", re.sub(r'"[^"]*"', "", number_format)).lower()
    clock = "%H:%M" if isinstance(value, time) or (isinstance(value, datetime) and (value.hour or value.minute)) else ""
    if isinstance(value, time):
        return value.strftime(clock)
    has_day, has_year = "d" in pattern, "y" in pattern
    if not has_day and has_year:
        return f"{value.month:02d}/{value.year:04d}" if "m" in pattern else f"{value.year:04d}"
    day = f"{value.day:02d}/{value.month:02d}" + ("" if has_day and not has_year else f"/{value.year:04d}")
    return f"{day} {value.strftime(clock)}" if clock and ("h" in pattern or not has_day) else day


def _number(value: int | float, number_format: str) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    if abs(value) >= _HUGE:
        return f"{value:.{_MOST_DIGITS}g}"
    code = number_format.split(";")[0]
    literals: list[str] = []

    def kept(match: re.Match[str]) -> str:
        literals.append(next((g for g in match.groups() if g is not None), ""))
        return "\x00"

    code = _DROPPED.sub("", _QUOTED.sub(kept, code))
    found = _NUMBER.search(code)
    if found is None or "e" in code.lower().replace("general", "") or "/" in code:
        return _general(value)
    percent = "%" in code
    number = _patterned(value, found.group(), percent)
    if number is None:
        return _general(value)
    waiting = iter(literals)
    text = code[: found.start()] + "\x01" + code[found.end() :]
    text = re.sub("\x00", lambda _: next(waiting, ""), text)
    return " ".join(text.replace("\x01", number).split())


def _patterned(value: int | float, pattern: str, percent: bool) -> str | None:
    whole, _, part = pattern.partition(".")
    try:
        exact = Decimal(str(value)) * (100 if percent else 1)
        thousands = len(whole) - len(whole.rstrip(","))
        exact = exact.scaleb(-3 * thousands).quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
        text = f"{exact:{',' if ',' in whole.rstrip(',') else ''}.{len(part)}f}"
    except (InvalidOperation, ValueError, OverflowError):
        return None
    if part:
        needed = len(part.rstrip("#?"))
        digits = text.rpartition(".")[2]
        cut = digits[:needed] + digits[needed:].rstrip("0")
        text = text.rpartition(".")[0] + (f".{cut}" if cut else "")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    head, dot, tail = digits.partition(".")
    return sign + head.zfill(whole.count("0")) + dot + tail if "," not in whole else text


def _general(value: int | float) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:.{_MOST_DIGITS}g}" if not 1e11 <= abs(value) < _HUGE else f"{value:.0f}"
