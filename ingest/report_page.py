"""The report of a run as one page: nothing outside it is needed to read or print it. Decides nothing."""

import base64
import hashlib
from collections.abc import Sequence
from html import escape

from corpus.identity import TYPE_NAMES
from corpus.legibility import is_unsure
from corpus.messages import message
from ingest.report import OUTCOMES, Report, ReportedFile, ReportedIdentity

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --wrong: #9b2116; --soft: #8881; }
@media (prefers-color-scheme: dark) { :root { --wrong: #ffa79b; } }
body { margin: 1.5rem auto; max-width: 90rem; padding: 0 1rem; font: 15px/1.5 system-ui, Arial, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 1.75rem 0 .5rem; font-size: 1.15rem; }
dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0; }
dt { font-size: .85rem; }
dd { margin: 0; font-size: 1.3rem; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--soft); }
tbody th { width: 22%; font-weight: 600; overflow-wrap: anywhere; }
.small { display: block; font-size: .85rem; font-weight: 400; }
.check { color: var(--wrong); font-weight: 600; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; margin: 0; padding: 0; font-size: 9pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
"""
# what a browser may use of the page: its own style and nothing else
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


class _Html(str):
    """Markup; every other string is text and gets escaped."""


def _tag(name: str, *children: str, **attributes: str) -> _Html:
    given = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    inner = "".join(c if isinstance(c, _Html) else escape(c) for c in children)
    return _Html(f"<{name}{given}>{inner}</{name}>")


def as_html(report: Report) -> str:
    """The report as a page of its own, in the report's language."""
    speaks = report.language
    title = message("report-title", speaks)
    made = message("report-made", speaks, when=f"{report.made:%d/%m/%Y %H:%M}", seconds=f"{report.seconds:.1f}")
    head = _Html(
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style>"
    )
    main = _tag("main", _tag("h1", title), _tag("p", made), _totals(report), *_kept(report), *_tables(report))
    return f"<!doctype html>\n{_tag('html', _tag('head', head), _tag('body', main), lang=speaks)}\n"


def _totals(report: Report) -> _Html:
    shown = [(f"outcome-{o}", report.counts.get(o, 0)) for o in OUTCOMES]
    shown.append(("column-passages", report.passages))
    rows = [_tag("div", _tag("dt", message(n, report.language)), _tag("dd", str(v))) for n, v in shown]
    return _tag("dl", *rows)


def _kept(report: Report) -> list[_Html]:
    return [_tag("p", message("folder-kept", report.language, folder=f), class_="check") for f in report.kept]


def _tables(report: Report) -> list[_Html]:
    """What asks for somebody's attention first, then what was read, then what had not changed."""
    groups = {
        "report-aside": [f for f in report.files if f.outcome == "set-aside"],
        "report-read": [f for f in report.files if f.outcome in ("added", "updated")],
        "report-rest": [f for f in report.files if f.outcome in ("moved", "removed", "unchanged")],
    }
    parts: list[_Html] = []
    for name, files in groups.items():
        if files:
            parts.append(_tag("h2", f"{message(name, report.language)} ({len(files)})"))
            parts.append(_table(report, files))
    return parts


_COLUMNS = ("outcome", "read", "identity", "units", "notes")


def _table(report: Report, files: list[ReportedFile]) -> _Html:
    """One row a file; of files that were set aside there is only the reason to tell."""
    columns = ("notes",) if all(f.outcome == "set-aside" for f in files) else _COLUMNS
    names = [_tag("th", message(f"column-{c}", report.language), scope="col") for c in ("file", *columns)]
    rows = [_row(report, f, columns) for f in files]
    return _tag("table", _tag("thead", _tag("tr", *names)), _tag("tbody", *rows))


def _row(report: Report, file: ReportedFile, columns: Sequence[str]) -> _Html:
    where = [_tag("span", file.key, class_="small")] if file.key != file.name else []
    cells = [_tag("td", *_cell(report, file, c)) for c in columns]
    return _tag("tr", _tag("th", file.name, *where, scope="row"), *cells)


def _cell(report: Report, file: ReportedFile, column: str) -> Sequence[str]:
    if column == "outcome":
        return [message(f"outcome-{file.outcome}", report.language)]
    if column == "read":
        return _read(report, file)
    if column == "identity":
        return _identity(report, file.identity) if file.identity else ["–"]
    if column == "units":
        units = {"articles": file.articles, "units": file.units, "passages": file.passages}
        return [message("report-units", report.language, **units) if file.passages else "–"]
    return _notes(file)


def _read(report: Report, file: ReportedFile) -> list[str]:
    if file.how is None or file.outcome in ("set-aside", "removed"):
        return ["–"]
    sure = "–" if file.confidence is None else f"{file.confidence * 100:.0f}"
    words = [message(f"read-{file.how}", report.language, sure=sure)]
    if file.pages:
        words.append(message("read-pages", report.language, pages=file.pages))
    check = [_tag("span", message("read-check", report.language), class_="check small")] if file.uncertain else []
    return [", ".join(words), *check]


def _identity(report: Report, found: ReportedIdentity) -> list[str]:
    kind = TYPE_NAMES[found.type][report.language] if found.type else None
    values = {
        "type": kind,
        "number": found.number,
        "issuer": found.issuer,
        "place": found.place,
        "issued": f"{found.issued:%d/%m/%Y}" if found.issued else None,
        "signer": found.signer,
    }
    shown = [_sure(report, name, value, found) for name, value in values.items() if value]
    parts: list[str] = [_tag("span", _sure(report, "title", found.title, found), lang=found.language)]
    return [*parts, *(_tag("span", line, class_="small") for line in shown)]


def _sure(report: Report, name: str, value: str, found: ReportedIdentity) -> _Html:
    sure = found.sure.get(name, 1.0)
    label = [] if name == "title" else [f"{message(f'column-{name}', report.language)}: "]
    doubt = message("read-sure", report.language, sure=f"{sure * 100:.0f}")
    marks = [" ", _tag("span", doubt, class_="check" if is_unsure(sure) else "")] if sure < 1 else []
    return _Html("".join(p if isinstance(p, _Html) else escape(p) for p in (*label, value, *marks)))


def _notes(file: ReportedFile) -> list[_Html]:
    reasons = [_tag("span", file.reason.text, class_="small check")] if file.reason else []
    return [*reasons, *(_tag("span", w.text, class_="small") for w in file.warnings)]
