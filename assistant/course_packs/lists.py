"""Listed points as short questions: "State all seven papers". Reads the tree of units; knows no registers."""

from collections.abc import Iterator

from assistant.course_packs.material import Material, plain
from assistant.course_packs.questions import Question, ask_list
from corpus.document import Provision
from corpus.registers import Span

_LEAST, _MOST = 3, 9  # points that one can be asked to state
_LONGEST = 200  # characters of a point or of the words before the list
_MARKED = frozenset({"point", "dash"})


def lists_of(material: Material) -> Iterator[tuple[Span, Question]]:
    """Every unit whose words lead up to a list of points."""
    for unit in material.outline:
        if not material.covers(unit.start):
            continue
        points = material.outline.children(unit.address)
        if not _LEAST <= len(points) <= _MOST or any(p.kind not in _MARKED for p in points):
            continue
        intro = _intro(material, unit, points[0])
        items = [_item(material, p) for p in points]
        if intro and all(3 <= len(i) <= _LONGEST for i in items) and len({i.lower() for i in items}) == len(items):
            span = Span(unit.start, unit.end)
            yield span, ask_list(material, span, intro, items)


def _intro(material: Material, unit: Provision, first: Provision) -> str:
    """The words right before the first point, if they say that a list follows."""
    lines = [line.strip() for line in material.text[unit.start : first.start].splitlines() if line.strip()]
    if not lines or not lines[-1].endswith(":") or len(lines[-1]) > _LONGEST or lines[-1][0].islower():
        return ""
    words = lines[-1]
    mark = words.split(" ", 1)
    return mark[1] if len(mark) > 1 and mark[0].rstrip(".)").isdigit() else words


def _item(material: Material, point: Provision) -> str:
    words = " ".join(material.text[point.start : point.end].split())
    mark, _, rest = words.partition(" ")
    return plain(rest if mark.endswith((")", "-", "/", ".", "•", "+")) or mark == "–" else words)
