"""A day as it is typed on the command line: 2024-06-01 or 01/06/2024. Knows no single option."""

from datetime import datetime

from corpus.errors import RequestError

_FORMATS = ("%Y-%m-%d", "%d/%m/%Y")


def typed_day(typed: str) -> datetime:
    """The day that was typed; raises RequestError, which is said in the language spoken, for what is none."""
    for format in _FORMATS:
        try:
            return datetime.strptime(typed.strip(), format)
        except ValueError:
            continue
    raise RequestError("no-such-day", typed=typed)
