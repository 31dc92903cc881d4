"""Items put in sections: the stages of work, the text's own steps, the agencies, or the provisions that list papers."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.checklists.found import Found
from assistant.checklists.items import Item, Kind, Section
from assistant.checklists.stages import in_stages, stage_of, step_above
from corpus.folding import fold
from corpus.library import Library
from corpus.messages import Language, message

_LONGEST = 200  # characters of a heading


def in_sections(
    found: Sequence[Found], kind: Kind, library: Library, language: Language
) -> tuple[tuple[Section, ...], tuple[Item, ...]]:
    """The sections of a kind of checklist, and the items in their order."""
    if kind == "assignment":
        return _sorted(found, [_lead(f.item, language) for f in found], last="-")
    if kind == "dossier":
        return _sorted(found, [_provision(f) for f in found])
    steps = [_step(f, library) for f in found]
    if len({s.id for s in steps if s}) > 1 and all(steps):
        return _sorted(found, [s for s in steps if s])
    stages = [f.stage or stage_of(f.item.task) for f in found]
    titled = {s: Section(s, message(f"stage-of-work-{s}", language)) for s in in_stages(stages)}
    place = {s: n for n, s in enumerate(titled)}
    return _sorted(found, [titled[s] for s in stages], order=place.__getitem__)


def _sorted(
    found: Sequence[Found], sections: Sequence[Section], *, last: str = "", order: Callable[[str], int] | None = None
) -> tuple[tuple[Section, ...], tuple[Item, ...]]:
    """Sections by first appearance, or in an order of their own; within one the items stay in theirs."""
    there = {s.id: s for s in reversed(sections)}
    ids = list(dict.fromkeys(s.id for s in sections))
    ids.sort(key=order or (lambda id: int(id == last)))
    place = {id: n for n, id in enumerate(ids)}
    items = [replace(f.item, section=s.id) for f, s in zip(found, sections, strict=True)]
    return tuple(there[id] for id in ids), tuple(sorted(items, key=lambda i: place[i.section]))


def _lead(item: Item, language: Language) -> Section:
    if item.lead is None:
        return Section("-", message("checklist-lead-not-stated", language))
    return Section(f"lead-{fold(item.lead)[:_LONGEST]}", item.lead[:_LONGEST])


def _provision(found: Found) -> Section:
    source = found.item.sources[0]
    unit, entry = found.place.unit, found.place.entry
    path = (
        ", ".join(source.path.split(", ")[:-1])
        if unit and unit.kind in ("point", "dash", "plus", "row")
        else source.path
    )
    label = entry.identity.number or entry.identity.title
    return Section(f"{entry.id}#{path}"[:_LONGEST], ", ".join(filter(None, (path, label)))[:_LONGEST])


def _step(found: Found, library: Library) -> Section | None:
    entry = found.place.entry
    text = library.text(entry.revision)
    unit = step_above(library.outline(entry.revision), found.place.unit, text)
    if unit is None:
        return None
    heading = text[unit.start : unit.end].split("\n")[0][:_LONGEST].rstrip(" .:;")
    return Section(f"{entry.id}#{unit.address}"[:_LONGEST], " ".join(heading.split()))
