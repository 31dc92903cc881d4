"""What people may do to a checklist: tick, assign, date, note, add, move, remove; name and order its sections.

The source's words stay locked. A change either holds or is refused; applied again to the same checklist it gives the
same. Knows nothing of stores.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, get_args

from assistant.checklists.items import MOST_ITEMS, Checklist, Item, Section
from corpus.errors import RequestError
from corpus.folding import nfc

Op = Literal["set", "add", "move", "remove", "title", "section", "rename", "place", "restore"]
Own = Literal["done", "assignee", "due", "note"]
Words = Literal["task", "lead", "coordinators", "deadline", "day", "product", "condition"]
Field = Literal[Own, Words]
OWN: tuple[Own, ...] = get_args(Own)
WORDS: tuple[Words, ...] = get_args(Words)
_LONGEST = 4000  # characters of what people write into one field
MOST_CHANGES = 500  # at once
_MOST_SECTIONS = 200

Value = bool | date | str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One step. `set`: a field of an item. `add`: an item with `values`, of the id `item`, in a section. `move`: to
    behind `after` (None: to the top), or into a section. `remove`: an item. `title` and `section` (a new one, of the
    id `section`): its name in `value`. `rename`: a section, to `value`. `place`: a section behind another one, `after`
    (None: to the top). `restore`: all of it as in the version `value`, which only who keeps the versions can do.
    """

    op: Op
    item: str = ""
    field: Field | None = None
    value: Value = None
    section: str = ""
    after: str | None = None
    values: tuple[tuple[Field, Value], ...] = ()


def changed(checklist: Checklist, changes: Sequence[Change]) -> Checklist:
    """The checklist after all changes in their order; raises RequestError, and then none of them holds."""
    few_enough(len(changes))
    for change in changes:
        if change.op not in _APPLY:
            raise _invalid(change, "-")
        checklist = _APPLY[change.op](checklist, change)
    return replace(checklist, version=checklist.version + 1)


def few_enough(changes: int) -> None:
    """Raises RequestError where more changes are sent than one call takes."""
    if changes > MOST_CHANGES:
        raise RequestError("checklist-changes-too-many", sent=changes, limit=MOST_CHANGES)


def restored(present: Checklist, earlier: Checklist) -> Checklist:
    """An earlier version as the next one."""
    return replace(earlier, version=present.version + 1)


def with_ids(checklist: Checklist, changes: Sequence[Change]) -> list[Change]:
    """Changes with an id for each item and section that they add, as they are kept; ids are never used twice."""
    last = max((int(i.id[1:]) for i in checklist.items if i.id[1:].isdigit()), default=0)
    taken = f"{checklist.version + 1}"  # an item removed earlier leaves its id to nobody
    named: list[Change] = []
    for number, change in enumerate(changes, 1):
        if change.op == "add":
            change = replace(change, item=f"a{taken}-{last + number}")
        elif change.op == "section":
            change = replace(change, section=f"s{taken}-{number}")
        named.append(change)
    return named


def _set(checklist: Checklist, change: Change) -> Checklist:
    item = _item(checklist, change.item)
    if change.field is None:
        raise _invalid(change, "field")
    return _with(checklist, _filled(item, change.field, change))


def _add(checklist: Checklist, change: Change) -> Checklist:
    if len(checklist.items) >= MOST_ITEMS:
        raise RequestError("checklist-full", limit=MOST_ITEMS)
    section = change.section or (checklist.sections[-1].id if checklist.sections else "")
    item = Item(change.item, _section(checklist, section), "")
    for field, value in change.values:
        item = _filled(item, field, replace(change, field=field, value=value))
    if not item.task.strip():
        raise _invalid(replace(change, field="task"), "-")
    placed = replace(checklist, items=(*checklist.items, item))
    return _placed(placed, item, change.after) if change.after else placed


def _move(checklist: Checklist, change: Change) -> Checklist:
    item = _item(checklist, change.item)
    if change.section:
        item = replace(item, section=_section(checklist, change.section))
    return _placed(_with(checklist, item), item, change.after)


def _remove(checklist: Checklist, change: Change) -> Checklist:
    gone = _item(checklist, change.item)
    return replace(checklist, items=tuple(i for i in checklist.items if i.id != gone.id))


def _title(checklist: Checklist, change: Change) -> Checklist:
    return replace(checklist, title=_name(change))


def _new_section(checklist: Checklist, change: Change) -> Checklist:
    if len(checklist.sections) >= _MOST_SECTIONS:
        raise RequestError("checklist-sections-full", limit=_MOST_SECTIONS)
    return replace(checklist, sections=(*checklist.sections, Section(change.section, _name(change))))


def _rename_section(checklist: Checklist, change: Change) -> Checklist:
    id, name = _section(checklist, change.section), _name(change)
    sections = tuple(replace(s, title=name) if s.id == id else s for s in checklist.sections)
    return replace(checklist, sections=sections)


def _place_section(checklist: Checklist, change: Change) -> Checklist:
    """A section behind another one, or first; its items go along, for they name it."""
    id = _section(checklist, change.section)
    if change.after is not None and _section(checklist, change.after) == id:
        return checklist
    placed = next(s for s in checklist.sections if s.id == id)
    others = [s for s in checklist.sections if s.id != id]
    at = next((n for n, s in enumerate(others, 1) if s.id == change.after), 0)
    return replace(checklist, sections=(*others[:at], placed, *others[at:]))


_APPLY = {
    "set": _set, "add": _add, "move": _move, "remove": _remove, "title": _title, "section": _new_section,
    "rename": _rename_section, "place": _place_section,
}  # fmt: skip


def _filled(item: Item, field: Field, change: Change) -> Item:
    """An item with a field set; words of a source are locked, and every value has to be of the field's kind."""
    if item.locked and field in WORDS:
        raise RequestError("checklist-locked", field=field, item=item.id)
    value = _fitting(field, change)
    if field == "coordinators":
        names = (name.strip() for name in str(value or "").split(";"))
        return replace(item, coordinators=tuple(filter(None, names)))
    filled: dict[str, Any] = {field: value}
    return replace(item, **filled)


def _fitting(field: Field, change: Change) -> Value:
    value = change.value
    if field == "done":
        if not isinstance(value, bool):
            raise _invalid(change, repr(value))
        return value
    if field in ("due", "day"):
        return None if value is None else _date(change)
    if value is None:
        return "" if field in ("task", "assignee", "note") else None
    return _text(change)


def _date(change: Change) -> date:
    """A day, also as it is written in JSON."""
    if isinstance(change.value, str):
        try:
            return date.fromisoformat(change.value)
        except ValueError as error:
            raise _invalid(change, repr(change.value)[:80]) from error
    if not isinstance(change.value, date):
        raise _invalid(change, repr(change.value))
    return change.value


def _text(change: Change) -> str:
    """A text, also one that was kept as JSON and looks like a day."""
    value = change.value.isoformat() if isinstance(change.value, date) else change.value
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise _invalid(change, repr(value)[:80])
    return nfc(value).strip()


def _name(change: Change) -> str:
    if not (name := _text(change)):
        raise _invalid(change, "-")
    return name


def _placed(checklist: Checklist, item: Item, after: str | None) -> Checklist:
    """The item behind another one, in whose section it then stands; at the top of its own without one."""
    if after == item.id:
        return checklist
    others = [i for i in checklist.items if i.id != item.id]
    if after is None:
        at = next((n for n, i in enumerate(others) if i.section == item.section), len(others))
    else:
        behind = _item(checklist, after)
        item = replace(item, section=behind.section)
        at = others.index(behind) + 1
    return replace(checklist, items=(*others[:at], item, *others[at:]))


def _with(checklist: Checklist, item: Item) -> Checklist:
    return replace(checklist, items=tuple(item if i.id == item.id else i for i in checklist.items))


def _item(checklist: Checklist, id: str) -> Item:
    found = next((i for i in checklist.items if i.id == id), None)
    if found is None:
        raise RequestError("checklist-item-unknown", item=id[:80])
    return found


def _section(checklist: Checklist, id: str) -> str:
    if all(s.id != id for s in checklist.sections):
        raise RequestError("checklist-section-unknown", section=id[:80])
    return id


def _invalid(change: Change, reason: str) -> RequestError:
    return RequestError("checklist-change-invalid", op=change.op, field=change.field or "-", reason=reason)
