"""Whether the figures of a statement are its sources': document numbers, dates, units of documents, quantities."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from assistant.checks.amounts import amounts
from assistant.checks.bounds import carries
from assistant.checks.dates import When
from assistant.checks.figures import Dated, Figures
from assistant.checks.text import Fault

_DUE = re.compile(r"\b(?:due(?: on| in| by)?|hạn(?: là)?|compared (?:with|to)|so với)(?: ngày| năm)? $", re.IGNORECASE)
_DASH_BEFORE, _DASH_BEHIND = re.compile(r"/\d{1,4} - $"), re.compile(r" - \d{1,2}/")
_OF_DOCUMENTS = frozenset({"article", "clause", "point", "chapter", "section", "annex"})
_ALIKE = {"rank": "level"}  # "hạng II", "specialist level II"
_LAST_DAY = re.compile(
    r"\b(?:hạn (?:cuối|chót)?|thời hạn|chậm nhất|muộn nhất|deadline|last day|latest)\b.*\b(?:là|is|are|was|vào)(?: ngày| hết| cuối| the end of| the close of)* $",
    re.IGNORECASE,
)


_IS_LAST = re.compile(
    r" (?:is|are|was|là) (?:the )?(?:last|latest|final|hạn|thời hạn|ngày cuối|tháng cuối)\b", re.IGNORECASE
)
_REACHED = re.compile(r"\b(?:reach\w*|attain\w*|đạt)\b[^.;]*$", re.IGNORECASE)
Wording = Literal["kept", "free", "across"]  # as in the source, in words of its own, in the other language


def compare_figures(
    said: Figures, sources: list[Figures], context: list[Figures], wording: Wording = "kept"
) -> Iterator[Fault]:
    """What the statement's figures say that its sources' do not; context gives only the document's own."""
    yield from _numbers(said, [*sources, *context])
    yield from _dates(said, sources, context, wording)
    yield from _places(said, [*sources, *context], wording)
    yield from amounts(said, sources, " ".join(f.text for f in (*sources, *context)), free=wording != "kept")


def _numbers(said: Figures, known: list[Figures]) -> Iterator[Fault]:
    keys = {n.key for f in known for n in f.numbers}
    parts = {(n.serial, str(n.year or "")) for f in known for n in f.numbers}
    parts |= {(s, y) for f in known for s, y, *_ in f.short}
    there = ", ".join(dict.fromkeys(n.printed for f in known for n in f.numbers))
    for n in said.numbers:
        if n.key not in keys:
            yield Fault("document_number", n.printed, there)
    for serial, year, start, end in said.short:
        if not any(serial == s and (not year or year == y) for s, y in parts):
            yield Fault("document_number", said.text[start:end], there)


def _dates(said: Figures, sources: list[Figures], context: list[Figures], wording: Wording) -> Iterator[Fault]:
    years = frozenset(y for f in (*sources, *context) for y in f.years)
    own = [d for f in context for d in f.dates]
    for d in said.dates:
        printed = said.text[d.when.start : d.when.end]
        fitting = [_due(f.text, s) for f in sources for s in f.dates if d.when.fits(s.when, years)]
        if not fitting:
            if any(d.when.fits(o.when, years) for o in own) or _is_amount(d.when, sources):
                continue
            yield Fault("date", printed, _printed_dates(sources))
        elif wording != "kept" and d.bound == "until" and any(_reached(f.text, s) for f in sources for s in f.dates):
            continue  # what is reached on a day is reached by then
        elif wording != "kept" and not d.bound and any(s.bound == "from" for s in fitting):
            continue  # told in words of its own, "September against January" is from the one to the other
        elif not any(_bounded(said.text, d, s) for s in fitting) and not _takes_effect(said.text, d, fitting):
            yield Fault("qualifier", f"{d.bound} {printed}".strip(), fitting[0].bound)


def _reached(text: str, known: Dated) -> bool:
    return not known.bound and bool(_REACHED.search(text[: known.when.start]))


def _bounded(text: str, said: Dated, known: Dated) -> bool:
    """Whether the bound of a date is its source's; "the last day for it is ..." says "no later than"."""
    before = re.split(r"[.;\n]", text[: said.when.start])[-1]
    last = not said.bound and bool(_LAST_DAY.search(before) or _IS_LAST.match(text, said.when.end))
    return known.bound == "due" or carries(known.bound, "until" if last else said.bound)


def _due(text: str, known: Dated) -> Dated:
    """A date on which something is due is also that until which it is to be done; one compared with, that since when.

    So are the two of "6/7 - 17/7": from, until.
    """
    due = not known.bound and (
        _DUE.search(text[: known.when.start])
        or _DASH_BEFORE.search(text[: known.when.start])
        or _DASH_BEHIND.match(text, known.when.end)
    )
    return replace(known, bound="due") if due else known


def _takes_effect(text: str, said: Dated, fitting: Iterable[Dated]) -> bool:
    """Whether only "on" and "from" differ: the same for what takes effect, or begins."""
    onset = re.search(
        r"hiệu lực|effect|force|bắt đầu|begin|start|khai giảng|áp dụng|apply|applies", text, re.IGNORECASE
    )
    return bool(onset) and {said.bound, *(f.bound for f in fitting)} <= {"", "from"}


def _is_amount(when: When, sources: list[Figures]) -> bool:
    """Whether a bare year is a number of the source after all ("1992 lượt" for "1.992 lượt")."""
    bare = when.year and not (when.month or when.day or when.quarter)
    return bool(bare) and any(float(when.year or 0) in q.values for f in sources for q in f.quantities)


def _printed_dates(figures: list[Figures]) -> str:
    return ", ".join(f.text[d.when.start : d.when.end] for f in figures for d in f.dates)


def _places(said: Figures, known: list[Figures], wording: Wording) -> Iterator[Fault]:
    there = {(_ALIKE.get(kind, kind), value) for f in known for kind, value, *_ in f.places}
    for kind, value, start, end in said.places:
        if wording == "across" and kind not in _OF_DOCUMENTS:
            continue  # "cấp", "level": a word of many uses
        if (_ALIKE.get(kind, kind), value) not in there:
            yield Fault("number", said.text[start:end])
