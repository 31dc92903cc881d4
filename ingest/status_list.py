"""Lists of states from elsewhere (CSV or JSON: number, status, dates, source) to entries. Knows nothing of stores.

A row with `effective_from` and `effective_to` is up to three states: not yet, the one named, expired.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from corpus.dates import find_dates
from corpus.entered import Entered
from corpus.errors import RequestError
from corpus.folding import fold
from corpus.validity import Status

_NAMES: dict[str, tuple[str, ...]] = {
    "number": ("number", "official number", "so hieu", "so ky hieu", "so"),
    "status": ("status", "validity status", "state", "tinh trang", "tinh trang hieu luc", "hieu luc", "trang thai"),
    "from": ("effective from", "from", "ngay co hieu luc", "tu ngay", "ngay hieu luc", "first"),
    "to": ("effective to", "to", "until", "ngay het hieu luc", "den ngay", "expires"),
    "issued": ("issued", "date of issue", "ngay ban hanh"),
    "source": ("source", "source url", "source name", "nguon", "url"),
    "why": ("why", "reason", "repeal reason", "ly do", "note", "ghi chu"),
}
_STATES: dict[str, Status] = {
    **{s.value.replace("_", " "): s for s in Status},
    "con hieu luc": Status.IN_FORCE, "dang co hieu luc": Status.IN_FORCE, "co hieu luc": Status.IN_FORCE,
    "active": Status.IN_FORCE, "effective": Status.IN_FORCE, "chua co hieu luc": Status.NOT_YET,
    "het hieu luc": Status.EXPIRED, "het hieu luc toan bo": Status.EXPIRED, "khong con phu hop": Status.EXPIRED,
    "repealed": Status.EXPIRED, "replaced": Status.EXPIRED, "inactive": Status.EXPIRED,
    "het hieu luc mot phan": Status.PARTLY_EXPIRED, "ngung hieu luc": Status.SUSPENDED,
    "tam ngung hieu luc": Status.SUSPENDED, "chua xac dinh": Status.UNKNOWN,
}  # fmt: skip


def status_of(said: str) -> Status:
    """A state by any of its names; raises RequestError."""
    found = _STATES.get(" ".join(fold(said).replace("_", " ").split()))
    if found is None:
        raise RequestError("status-unknown-word", said=said[:60], states=", ".join(s.value for s in Status))
    return found


def checked(entered: Entered) -> Entered:
    """The entry, if it can be one; raises RequestError."""
    if entered.document is None and entered.key is None:
        raise RequestError("status-number", said=entered.number[:80])
    if not entered.who.strip() or not entered.why.strip():
        raise RequestError("status-who")
    if entered.first is not None and entered.until is not None and entered.until <= entered.first:
        raise RequestError("status-days", first=entered.first, until=entered.until)
    return entered


def read_status_list(
    name: str, content: bytes, who: str, why: str, meant: Callable[[Entered], Entered] = lambda e: e
) -> tuple[list[Entered], list[tuple[int, str]]]:
    """The entries of a list, and the rows that could not be read, each with the reason's code; raises RequestError.

    `meant` tells the document of an entry that names it by its title; it may refuse one, too.
    """
    entries: list[Entered] = []
    refused: list[tuple[int, str]] = []
    for n, row in enumerate(_rows(name, content), 1):
        try:
            entries.extend([meant(e) for e in _entries(row, name, who, why)])
        except RequestError as error:
            refused.append((n, error.code))
    if not entries and refused:
        raise RequestError("status-list-unread", name=name)
    return entries, refused


def _rows(name: str, content: bytes) -> list[Mapping[str, str]]:
    try:
        text = content.decode("utf-8-sig")
        found: Any = json.loads(text) if text.lstrip()[:1] in "[{" else list(csv.DictReader(io.StringIO(text)))
    except (UnicodeDecodeError, json.JSONDecodeError, csv.Error) as error:
        raise RequestError("status-list-unread", name=name) from error
    if isinstance(found, dict):
        found = next((v for v in found.values() if isinstance(v, list)), [])
    if not found or not all(isinstance(row, dict) for row in found):
        raise RequestError("status-list-unread", name=name)
    return [_named(row.items()) for row in found]


def _named(cells: Iterable[tuple[object, object]]) -> dict[str, str]:
    """The cells that are known, by our names for them; of several for one, the first in the order of the names."""
    even = {" ".join(fold(str(k)).replace("_", " ").split()): str(v).strip() for k, v in cells if v not in (None, "")}
    return {
        ours: next(even[n] for n in names if n in even) for ours, names in _NAMES.items() if even.keys() & set(names)
    }


def _entries(row: Mapping[str, str], name: str, who: str, why: str) -> Iterator[Entered]:
    number, status = row.get("number", ""), status_of(row.get("status", ""))
    if not number:
        raise RequestError("status-number", said=number)
    first, until = _day(row.get("from")), _day(row.get("to"))
    told = Entered(
        number, status, who=who, why=row.get("why") or why, source=row.get("source") or name,
        issued=_day(row.get("issued")),
    )  # fmt: skip
    begun = Status.IN_FORCE if status in (Status.NOT_YET, Status.EXPIRED) else status
    if first is not None:
        yield replace(told, status=Status.NOT_YET, until=first)
    if first is not None or status not in (Status.NOT_YET, Status.EXPIRED):
        yield replace(told, status=begun, first=first, until=until)
    if until is not None or status is Status.EXPIRED:
        yield replace(told, status=Status.EXPIRED, first=until)
    if first is None and status is Status.NOT_YET:
        yield told


def _day(said: str | None) -> date | None:
    if not said:
        return None
    found = find_dates(said)
    if not found:
        raise RequestError("status-list-unread", name=said[:40])
    return found[0].value
