"""Plots of the results as PNG. Knows nothing of pages."""

import io
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from evals.answers import Tally
from evals.judge import VERDICTS
from evals.speed import Latency

# told apart by people who do not see red and green alike (Okabe and Ito)
_COLOURS = {
    "right": "#009e73",
    "refused_rightly": "#56b4e9",
    "wrong": "#d55e00",
    "refused_wrongly": "#e69f00",
    "answered_wrongly": "#cc79a7",
}
_CAN, _CANNOT, _LINE = "#0072b2", "#d55e00", "#333333"
_DOTS = 110


def verdicts(groups: Mapping[str, Tally]) -> bytes:
    """Answers by kind of question: one stacked bar each."""
    figure, axes = _sheet(8, 0.42 * len(groups) + 1.4)
    names = list(groups)[::-1]
    left = [0] * len(names)
    for verdict in VERDICTS:
        counts = [int(getattr(groups[n], verdict)) for n in names]
        axes.barh(names, counts, left=left, color=_COLOURS[verdict], label=verdict.replace("_", " "))
        left = [a + b for a, b in zip(left, counts, strict=True)]
    axes.set_xlabel("cases")
    figure.legend(loc="outside lower center", ncols=len(VERDICTS), frameon=False)
    return _png(figure)


def confidences(can: Sequence[float], cannot: Sequence[float], at: float) -> bytes:
    """How sure the assistant was, of what can be answered and of what cannot, with the shipped threshold."""
    figure, axes = _sheet(8, 3)
    bins = [i / 20 for i in range(21)]
    axes.hist(can, bins=bins, alpha=0.65, color=_CAN, label="answerable")
    axes.hist(cannot, bins=bins, alpha=0.65, color=_CANNOT, label="not answerable")
    axes.axvline(at, color=_LINE, linestyle="--", label=f"threshold {at:.2f}")
    axes.set_xlabel("confidence")
    axes.set_ylabel("questions")
    axes.legend(frameon=False)
    return _png(figure)


def recalls(values: Mapping[str, float]) -> bytes:
    """Recall@10 by set."""
    figure, axes = _sheet(8, 0.42 * len(values) + 1.2)
    names = list(values)[::-1]
    bars = axes.barh(names, [values[n] for n in names], color=_CAN)
    axes.bar_label(bars, fmt="%.3f", padding=3)
    axes.set_xlim(0, 1.1)
    axes.set_xlabel("Recall@10")
    return _png(figure)


def latencies(measured: Mapping[str, Latency], limits: Mapping[str, float]) -> bytes:
    """Times of single questions, one line a way of asking, with the limits."""
    figure, axes = _sheet(8, 3)
    for (name, latency), colour in zip(measured.items(), (_CAN, _CANNOT), strict=False):
        times = sorted(latency.milliseconds)
        axes.step(times, [(i + 1) / len(times) for i in range(len(times))], where="post", color=colour, label=name)
    for name, limit in limits.items():
        axes.axvline(limit, color=_LINE, linestyle=":", linewidth=1)
        axes.annotate(name, (limit, 0.02), xytext=(3, 0), textcoords="offset points", fontsize=8)
    axes.set_xlabel("milliseconds")
    axes.set_ylabel("share of questions answered")
    axes.set_ylim(0, 1.02)
    axes.set_xlim(left=0)
    axes.legend(frameon=False, loc="center right")
    return _png(figure)


def _sheet(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)  # draws into memory: no screen is needed, and none is looked for
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _png(figure: Figure) -> bytes:
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=_DOTS)
    return file.getvalue()
