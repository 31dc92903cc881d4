"""A checklist as a sheet, for every export. Knows the words of the columns, not the formats."""

from collections.abc import Mapping

from assistant.checklists.items import Checklist, Item
from assistant.sheet import Sheet, SheetRow, SheetSection
from corpus.dates import day_words
from corpus.messages import Language, message

_TASKS = (
    "number", "task", "lead", "coordinators", "deadline", "product", "condition", "strength", "assignee", "note",
)  # fmt: skip
_PAPERS = ("number", "paper", "condition", "assignee", "deadline", "note")
_LOCKED = frozenset({"task", "paper", "lead", "coordinators", "deadline", "product", "condition", "strength"})


def to_sheet(checklist: Checklist) -> Sheet:
    """The checklist's items as rows under its sections; what the sources leave open says so."""
    speaks = checklist.language
    columns = _PAPERS if checklist.kind == "dossier" else _TASKS
    numbers = {item.id: n for n, item in enumerate(_in_order(checklist), 1)}
    sections = [
        SheetSection(s.title, tuple(_row(i, columns, numbers, checklist) for i in items))
        for s in checklist.sections
        if (items := checklist.of_section(s.id))
    ]
    looked = checklist.searched
    searched = message("checklist-searched", speaks, documents=looked.documents, passages=looked.passages)
    return Sheet(
        kind="checklist",
        title=checklist.title,
        language=speaks,
        columns=tuple(message(f"checklist-column-{c}", speaks) for c in columns),
        sections=tuple(sections),
        made=checklist.made.date(),
        layout="party" if checklist.party else "state",
        notes=(*checklist.remarks, searched),
    )


def _in_order(checklist: Checklist) -> list[Item]:
    return [i for s in checklist.sections for i in checklist.of_section(s.id)]


def _row(item: Item, columns: tuple[str, ...], numbers: Mapping[str, int], checklist: Checklist) -> SheetRow:
    speaks = checklist.language
    silent = message("not-stated", speaks) if item.locked else ""
    cells = {
        "number": str(numbers[item.id]),
        "task": item.task,
        "paper": item.task,
        "lead": item.lead or silent,
        "coordinators": "; ".join(item.coordinators) or silent,
        "deadline": _deadline(item, silent, speaks),
        "product": item.product or silent,
        "condition": item.condition or silent,
        "strength": message(f"strength-{item.strength}", speaks) if item.strength else "",
        "assignee": item.assignee,
        "note": " ".join(filter(None, (item.note, *_remarks(item, numbers, checklist)))),
    }
    locked = frozenset(n for n, c in enumerate(columns) if item.locked and c in _LOCKED)
    state = "done" if item.done else "open"
    undated = item.deadline or "" if item.falls_due is None else ""
    late = (item.day,) if item.day and not item.due and item.inclusive is False else ()
    shown = tuple(cells[c] for c in columns)
    return SheetRow(shown, item.sources, item.falls_due, state, locked, item.id, undated, too_late=late)


def _deadline(item: Item, silent: str, speaks: Language) -> str:
    phrase = item.deadline or (day_words(item.day, speaks) if item.day else silent)
    if item.deadline and item.day and item.inclusive is False:
        phrase = message("checklist-day-excluded", speaks, phrase=phrase, day=day_words(item.day, speaks))
    own = message("checklist-due-set", speaks, day=day_words(item.due, speaks)) if item.due else ""
    return "; ".join(filter(None, (phrase, own)))


def _remarks(item: Item, numbers: Mapping[str, int], checklist: Checklist) -> list[str]:
    """What is to be minded: other sources say otherwise, another paper will do, it has no source."""
    speaks, remarks = checklist.language, []
    others = ", ".join(str(numbers[a]) for a in item.against if a in numbers)
    if others:
        remarks += [message(f"checklist-against-{what}", speaks, numbers=others) for what in item.contested]
    if item.group:
        same = [str(numbers[i.id]) for i in checklist.items if i.group == item.group]
        if len(same) > 1:
            remarks.append(message("checklist-one-of", speaks, numbers=", ".join(same)))
    if not item.locked:
        remarks.append(message("checklist-added", speaks))
    return remarks
