"""The report: one HTML file with every table and plot in it, to be opened or sent as it is. Measures nothing."""

import base64
import os
import platform
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assistant.model import threshold
from corpus.errors import RequestError
from evals import abstention, answers, lot, plots, retrieval, speed
from evals.show import Table, cell, is_number

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1c2128;
  background: #fff; margin: 0 auto; max-width: 72rem; padding: 1.5rem; }
h1 { font-size: 1.7rem; margin: 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid #d5dae0; padding-bottom: .25rem; }
p.meta, caption { color: #57606a; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem;
  margin: 1.5rem 0; }
dl div { border: 1px solid #d5dae0; border-radius: .5rem; padding: .6rem .9rem; }
dt { color: #57606a; font-size: .875rem; }
dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: 0 0 1rem; }
caption { caption-side: bottom; text-align: left; padding: .4rem 0; }
th { text-align: left; font-weight: 600; background: #f3f5f7; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid #e4e8ec; vertical-align: top; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
td.n { white-space: nowrap; }
figure { margin: 1rem 0; }
figure img { max-width: 100%; height: auto; }
figcaption { color: #57606a; font-size: .9rem; }
"""


def write(results: lot.Lot, file: Path) -> Path:
    """Writes the report and gives its place; raises RequestError where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page(results), encoding="utf-8")
    except OSError as error:
        raise RequestError("bad-request", detail=f"{file} cannot be written: {error.strerror}") from error
    return file


def page(results: lot.Lot) -> str:
    """The whole page."""
    sections = "".join(
        f"<section><h2>{escape(title)}</h2>{''.join(parts)}</section>" for title, parts in _sections(results) if parts
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>vanban: evaluation</title><style>{_STYLE}</style></head><body>"
        f"<h1>vanban: is it right, and how fast</h1>"
        f'<p class="meta">{escape(_meta())}</p>{_tiles(results)}{sections}</body></html>\n'
    )


def _meta() -> str:
    try:
        product = version("vanban")
    except PackageNotFoundError:
        product = "not installed"
    now = datetime.now().astimezone()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{now:%Y-%m-%d %H:%M %Z} · vanban {product} · Python {platform.python_version()} · {machine}"


def _tiles(results: lot.Lot) -> str:
    total = answers.tally(results.answers.cases)
    tiles = [
        ("right or rightly refused", f"{total.good:.0%} of {total.cases}"),
        ("citations word for word", f"{total.verbatim:.0%} of {total.citations}"),
        ("ask, warm: p50 / p95", f"{results.speed.ask.p50:.0f} / {results.speed.ask.p95:.0f} ms"),
        ("empty folder to first answer", f"{results.speed.first.seconds:.0f} s"),
    ]
    return "<dl>" + "".join(f"<div><dt>{escape(t)}</dt><dd>{escape(d)}</dd></div>" for t, d in tiles) + "</dl>"


def _sections(results: lot.Lot) -> Iterator[tuple[str, list[str]]]:
    said, bad = answers.tables(results.answers)
    kinds = _plot(plots.verdicts(answers.by_kind(results.answers)), "Answers by kind of question")
    yield "Answers over the sample dossier", [_table(said), kinds, _samples_plot(results)]
    yield bad.title, [_table(bad)] if bad.rows else ["<p>None.</p>"]
    yield "Retrieval", _retrieval(results.retrieval)
    yield "Abstention", _abstention(results.abstention)
    yield "Speed and memory", [*map(_table, speed.tables(results.speed)), _latency_plot(results.speed)]


def _retrieval(found: dict[str, retrieval.RetrievalResult]) -> list[str]:
    if not found:
        return ["<p>No set was there to measure on.</p>"]
    recalls = plots.recalls({name: r.recall_at_10.mean for name, r in found.items()})
    return [_table(retrieval.table(found)), _plot(recalls, "Share of right passages among the first ten, by set")]


def _abstention(found: dict[str, abstention.AbstentionResult]) -> list[str]:
    if not found:
        return ["<p>No set was there to measure on.</p>"]
    drawn = []
    for name, r in found.items():
        can = [q.confidence for q in r.questions if q.answerable]
        cannot = [q.confidence for q in r.questions if not q.answerable]
        drawn.append(_plot(plots.confidences(can, cannot, r.threshold), f"Confidence on {name}"))
    return [_table(abstention.table(found)), *drawn]


def _samples_plot(results: lot.Lot) -> str:
    can = [r.confidence for r in results.answers.cases if r.case.answerable]
    cannot = [r.confidence for r in results.answers.cases if not r.case.answerable]
    return _plot(plots.confidences(can, cannot, threshold()), "Confidence on the cases over the sample dossier")


def _latency_plot(result: speed.SpeedResult) -> str:
    ways = {"in process": result.ask} | ({"over HTTP": result.server.ask} if result.server else {})
    limits = {name: limit for name, limit in speed.LIMITS.items() if name.startswith("ask")}
    return _plot(plots.latencies(ways, limits), "Times of single questions, warm, one after the other")


def _table(table: Table) -> str:
    numbers = [any(is_number(row[i]) for row in table.rows) for i in range(len(table.columns))]
    head = "".join(_cell("th", c, number=n) for c, n in zip(table.columns, numbers, strict=True))
    body = "".join(f"<tr>{_row(map(cell, row), numbers)}</tr>" for row in table.rows)
    note = f"<caption>{escape(table.note)}</caption>" if table.note else ""
    return f'<div class="scroll"><table>{note}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _row(cells: Iterable[str], numbers: list[bool]) -> str:
    return "".join(_cell("td", c, number=n) for c, n in zip(cells, numbers, strict=True))


def _cell(tag: str, text: str, *, number: bool) -> str:
    align = ' class="n"' if number else ""
    return f"<{tag}{align}>{escape(text)}</{tag}>"


def _plot(png: bytes, caption: str) -> str:
    image = base64.b64encode(png).decode()
    words = escape(caption)
    return f'<figure><img src="data:image/png;base64,{image}" alt="{words}"><figcaption>{words}</figcaption></figure>'
