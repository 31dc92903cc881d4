"""A table by year as a plot, in SVG: a line for each of its rows. Knows nothing of where the table comes from."""

import io
import re

from assistant.sheet import Sheet, SheetSection
from corpus.errors import RequestError

_YEAR = re.compile(r"^\D{0,12}((?:19|20)\d\d)\D{0,3}$")
_NUMBER = re.compile(r"^\D{0,12}(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\s*(%?)")
_TOTAL = re.compile(r"^\W*(?:tổng|cộng|tỷ trọng|total|share)", re.IGNORECASE)
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#000000")


def by_year_svg(section: SheetSection) -> str:
    """The rows of a table with years for columns as lines; raises RequestError where nothing can be drawn."""
    years = {i: int(m[1]) for i, name in enumerate(section.columns) if (m := _YEAR.match(name))}
    lines = {
        row.cells[0]: points
        for row in section.rows
        if not _TOTAL.match(row.cells[0])
        and len(points := [(y, v) for i, y in years.items() if (v := _value(row.cells[i])) is not None]) > 1
    }
    if not lines:
        raise RequestError("plot-nothing")
    return _drawn(section.title, lines)


def first_by_year(sheet: Sheet) -> str:
    """The plot of a sheet's first table by year; raises RequestError where it has none."""
    for section in sheet.sections:
        if sum(bool(_YEAR.match(name)) for name in section.columns) > 1:
            return by_year_svg(section)
    raise RequestError("plot-nothing")


def _value(cell: str) -> float | None:
    match = _NUMBER.match(cell)
    if match is None:
        return None
    printed = match[1]
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", printed)
    return float(re.sub(r"[.,]", "", printed) if grouped else printed.replace(",", "."))


def _drawn(title: str, lines: dict[str, list[tuple[int, float]]]) -> str:
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 4.5), layout="constrained")
    FigureCanvasSVG(figure)
    axes = figure.subplots()
    for number, (name, points) in enumerate(lines.items()):
        years, values = zip(*points, strict=True)
        axes.plot(years, values, marker="o", color=_COLOURS[number % len(_COLOURS)], label=name)
    axes.set_xticks(sorted({year for points in lines.values() for year, _ in points}))
    axes.set_ylim(bottom=0)
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_title(title, fontsize=11)
    figure.legend(loc="outside lower center", ncols=2, frameon=False, fontsize=8)
    file = io.StringIO()
    # letters as letters, so that they can be found; no date and no chance in it: the same table gives the same file
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "vanban"}):
        figure.savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue()
