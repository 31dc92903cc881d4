"""Which requirement a later document of the corpus amends, from when on. Not validity in full: only amended units.

Reads "Sửa đổi khoản 2 Điều 5 ... như sau" and what it is of; knows nothing of people.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from assistant.search import View
from assistant.standard import Standard
from corpus.corpus import Corpus
from corpus.dates import find_dates
from corpus.document import Outline, Provision
from corpus.identity import find_numbers
from corpus.rows import Entry
from corpus.units import UnitReference, named_units, same_length, units_called

_AMENDS = re.compile(
    r"(?<!\w)(?:sua doi|bo sung|thay the|amend(?:s|ed|ing)?|supplement(?:s|ed|ing)?|replac(?:e|es|ed|ing))(?!\w)"
)
_EFFECT = re.compile(r"co hieu luc|takes? effect|comes? into (?:force|effect)|effective")
_SIGNED = re.compile(r"(?:ke )?tu ngay ky|on the date of (?:its )?signing|from the date of signing|ban hanh")
_OPENING = 400  # characters at the head of a unit that say what it does
_NEAR = 120  # characters from "có hiệu lực" to its date


def effective_day(corpus: Corpus, entry: Entry) -> date | None:
    """The day from which a document says that it holds, else the day of its issue."""
    text = corpus.library.text(entry.revision)
    even = same_length(text)
    for match in _EFFECT.finditer(even):
        near = text[match.end() : match.end() + _NEAR].split("\n")[0]
        if _SIGNED.search(same_length(near[:40])):
            return entry.identity.issued
        found = find_dates(near)
        if found:
            return found[0].value
    return entry.identity.issued


def with_amendments(corpus: Corpus, view: View, standards: Sequence[Standard]) -> list[Standard]:
    """The standards, each told from when to when it holds: what a later document amends ends there."""
    days = {e.revision: effective_day(corpus, e) for e in {s.entry.revision: s.entry for s in standards}.values()}
    dated = [replace(s, effective=days[s.entry.revision]) for s in standards]
    found = {i: targets for i, s in enumerate(dated) if (targets := list(_amended_units(corpus, view, s)))}
    for later, targets in found.items():
        for i, s in enumerate(dated):
            unit = next((u for e, u in targets if e.revision == s.entry.revision and _inside(s, u)), None)
            if unit is None or not _one_thing(s, dated[later]):
                continue
            day, name = dated[later].effective, dated[later].entry.identity.number or dated[later].entry.id
            dated[i] = replace(s, until=day, replaced_by=name)
            told = f"{s.entry.identity.number or s.entry.id} {s.outline.path(unit.address)}"
            dated[later] = replace(dated[later], replaces=told)
    return dated


def _inside(s: Standard, unit: Provision) -> bool:
    return unit.start <= s.requirement.whole.start and s.requirement.whole.end <= unit.end


def _one_thing(earlier: Standard, later: Standard) -> bool:
    """Whether two entries lay down the same thing: a unit that is amended may ask for several."""
    one, other = earlier.requirement, later.requirement
    return one.attribute == other.attribute or {one.attribute, other.attribute} == {"experience", "post_held"}


def _amended_units(corpus: Corpus, view: View, s: Standard) -> Iterable[tuple[Entry, Provision]]:
    """The units of other documents of the corpus that the unit around a standard amends."""
    heads = [_head(s, unit) for unit in s.outline.above(s.outline.innermost(s.requirement.whole.start))]
    amending = [h for h in heads if _AMENDS.search(same_length(h))]
    units = next((u for h in amending if (u := named_units(h))), [])
    if not units:
        return
    keys = {n.key for h in (*heads, s.entry.identity.title) for n in find_numbers(h)}
    for entry in view.entries.values():
        if entry.identity.number_key in keys and entry.revision != s.entry.revision:
            yield from ((entry, u) for u in _called(corpus.library.outline(entry.revision), units[0]))


def _called(outline: Outline, reference: UnitReference) -> list[Provision]:
    return units_called(outline, reference)


def _head(s: Standard, unit: Provision) -> str:
    """The first line of a unit, without what it quotes."""
    line = s.text[unit.start : min(unit.end, unit.start + _OPENING)].split("\n")[0]
    return re.split(r"[“\"]", line)[0]
