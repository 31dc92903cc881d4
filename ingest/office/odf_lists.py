"""The numbers of lists in OpenDocument texts, as the program shows them (ODF 1.3 part 3, 16.30 and 19.880).

They stand in no text. Counts along while the text is read in order. Knows nothing of paragraphs.
"""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from ingest.list_labels import shown_number
from ingest.office.odf_names import STYLE, TEXT, named

_DEEPEST = 10
_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is shown."""

    kind: str = ""  # "1", "a", "A", "i", "I"; "" shows no number, "-" a bullet
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    displayed: int = 1  # how many levels the label names
    doubled: bool = False
    pattern: str = ""  # newer programs write the whole label as "%1%.%2%."


@dataclass(slots=True)
class Counter:
    """Where a list stands: the count of each level that has begun."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class ListStyles:
    """The list styles of a document, and the numbering of its headings."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in (r for r in roots if r is not None):
            for style in root.iter(f"{TEXT}list-style"):
                self._styles[named(style, STYLE, "name")] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self.outline = _levels(style)

    def level(self, style: str, level: int) -> Level:
        """How a level of a list style is shown; nothing where the style does not say."""
        return self._styles.get(style, {}).get(level, Level())

    def label(self, counter: Counter, level: int, start: int | None = None) -> str:
        """Counts one item on and gives its label: "" for none, "-" for a bullet."""
        shown = self.level(counter.style, level)
        return _counted(
            counter.counts, {n: self.level(counter.style, n) for n in range(1, level + 1)}, shown, level, start
        )

    def heading_label(self, counts: dict[int, int], level: int, start: int | None = None) -> str:
        """The same for a heading outside of lists."""
        return _counted(counts, self.outline, self.outline.get(level, Level()), level, start)


def _counted(counts: dict[int, int], levels: dict[int, Level], shown: Level, level: int, start: int | None) -> str:
    counts[level] = start if start is not None else counts.get(level, shown.start - 1) + 1
    for below in [n for n in counts if n > level]:
        del counts[below]
    if shown.kind in ("", "-"):
        return shown.kind
    if shown.pattern:
        return _PLACE.sub(lambda m: _number(counts, levels, int(m.group(1))), shown.pattern).strip()
    first = max(1, level - shown.displayed + 1)
    numbers = [_number(counts, levels, n) for n in range(first, level + 1)]
    return f"{shown.prefix}{'.'.join(n for n in numbers if n)}{shown.suffix}".strip()


def _number(counts: dict[int, int], levels: dict[int, Level], level: int) -> str:
    shown = levels.get(level, Level("1"))
    kind = shown.kind if shown.kind not in ("", "-") else ""
    return shown_number(counts.get(level, shown.start), kind, shown.doubled) if kind else ""


def _levels(style: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        number = named(element, TEXT, "level")
        if number.isdigit() and int(number) <= _DEEPEST:
            levels[int(number)] = _level(element)
    return levels


def _level(element: etree._Element) -> Level:
    if element.tag in (f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image"):
        return Level("-")
    pattern = next((v for k, v in element.attrib.items() if str(k).endswith("}num-list-format")), "")
    level = Level(
        named(element, STYLE, "num-format"),
        named(element, STYLE, "num-prefix"),
        named(element, STYLE, "num-suffix"),
        doubled=named(element, STYLE, "num-letter-sync") == "true",
        pattern=str(pattern),
    )
    start, displayed = named(element, TEXT, "start-value"), named(element, TEXT, "display-levels")
    return replace(
        level, start=int(start) if start.isdigit() else 1, displayed=int(displayed) if displayed.isdigit() else 1
    )
