"""Figures for the documentation, as SVG. The same figures give the same file; knows nothing of what they measure."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from evals.intervals import Interval

# told apart by people who do not see red and green alike (Okabe and Ito)
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00")
_LIMIT = "#333333"


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot: a line for each name, over the sizes; `limit` is drawn across."""

    title: str
    unit: str
    lines: Mapping[str, Sequence[float | None]]
    limit: float | None = None


def intervals(groups: Mapping[str, Mapping[str, Interval]], name: str) -> str:
    """Bars with their intervals: a cluster for each group, a bar in it for each series."""
    series = list(dict.fromkeys(key for bars in groups.values() for key in bars))
    figure, (axes,) = _sheet(8.5, 0.75 * len(groups) + 1.3, 1)
    height = 0.8 / len(series)
    places = range(len(groups))[::-1]
    for i, key in enumerate(series):
        found = [bars[key] for bars in groups.values()]
        at = [place + 0.4 - (i + 0.5) * height for place in places]
        spread = [[b.mean - b.low for b in found], [b.high - b.mean for b in found]]
        error = {"ecolor": _LIMIT, "elinewidth": 1}
        axes.barh(at, [b.mean for b in found], height, xerr=spread, color=COLOURS[i], error_kw=error, label=key)
    axes.set_yticks(list(places), list(groups))
    axes.set_xlim(0, 1)
    axes.set_xlabel(name)
    figure.legend(loc="outside lower center", ncols=len(series), frameon=False)
    return _svg(figure)


def bars(panels: Mapping[str, Mapping[str, float]]) -> str:
    """Plain bars, a panel for each unit, the values written at their ends."""
    most = max(len(values) for values in panels.values())
    figure, axes = _sheet(4.6 * len(panels) + 1.4, 0.38 * most + 1, len(panels))
    for i, (ax, (title, values)) in enumerate(zip(axes, panels.items(), strict=True)):
        names = list(values)[::-1]
        drawn = ax.barh(names, [values[n] for n in names], color=COLOURS[i])
        ax.bar_label(drawn, fmt="{:,.4g}", padding=3, fontsize=8)
        ax.margins(x=0.2)
        ax.set_title(title, fontsize=10)
        if i:
            ax.set_yticklabels([])
    return _svg(figure)


def growth(sizes: Sequence[int], panels: Sequence[Panel]) -> str:
    """How figures grow with the size of an archive: a panel each, sizes as powers of ten."""
    figure, axes = _sheet(4.2 * len(panels), 3.4, len(panels))
    for ax, panel in zip(axes, panels, strict=True):
        for (name, values), colour in zip(panel.lines.items(), COLOURS, strict=False):
            known = [(size, value) for size, value in zip(sizes, values, strict=True) if value is not None]
            ax.plot([s for s, _ in known], [v for _, v in known], marker="o", color=colour, label=name)
        if panel.limit is not None:
            ax.axhline(panel.limit, color=_LIMIT, linestyle=":", linewidth=1, label=f"asked: {panel.limit:g}")
        ax.set_xscale("log")
        ax.set_xticks(list(sizes), [_short(size) for size in sizes])
        ax.minorticks_off()
        ax.set_ylim(bottom=0)
        ax.set_title(panel.title, fontsize=10)
        ax.set_ylabel(panel.unit)
        ax.set_xlabel("passages")
        if len(panel.lines) > 1 or panel.limit is not None:
            ax.legend(frameon=False, fontsize=8)
    return _svg(figure)


def _short(size: int) -> str:
    million, thousand = size / 1_000_000, size / 1000
    return f"{million:g}M" if million >= 1 else f"{thousand:.3g}k" if thousand >= 1 else str(size)


def _sheet(width: float, height: float, panels: int) -> tuple[Figure, list[Axes]]:
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasSVG(figure)
    axes = list(figure.subplots(1, panels, squeeze=False)[0])
    for ax in axes:
        ax.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _svg(figure: Figure) -> str:
    file = io.StringIO()
    # letters as letters, so that they can be found; no date and no chance in it, so that a rerun can be compared
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "vanban"}):
        figure.savefig(file, format="svg", metadata={"Date": None})
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"
