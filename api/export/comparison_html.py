"""A comparison as one page of HTML: nothing outside it is needed to read or print it. Decides nothing.

What only one text has is marked by `del` and `ins`, struck through and underlined, and said in words to who listens to
the page: colour alone tells nothing.
"""

import base64
import hashlib
from collections.abc import Sequence
from html import escape

from api.export.comparison import Printed, Row
from assistant.comparison.runs import Run
from corpus.messages import Language, message

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --old: #9b211622; --new: #1b6e3322; }
body { margin: 1.5rem auto; max-width: 90rem; padding: 0 1rem; font: 16px/1.55 "Times New Roman", Tinos, serif; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.75rem 0 .5rem; font-size: 1.2rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: .5rem .7rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
thead th { background: var(--soft); }
th.kind { width: 15%; font-weight: 600; }
td { white-space: pre-line; }
.name { display: block; font-weight: 600; margin-bottom: .25rem; white-space: normal; }
del { text-decoration: line-through; text-decoration-thickness: 1.5px; background: var(--old); }
ins { text-decoration: underline; text-decoration-thickness: 1.5px; font-weight: 600; background: var(--new); }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  thead { display: table-header-group; }
}
"""
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def comparison_html(content: Printed) -> bytes:
    """The page, in the language of the content."""
    speaks = content.language
    title = escape(content.title)
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
        f"<title>{title}</title><style>{_STYLE}</style>"
    )
    parts = [f"<h1>{title}</h1>", *(f"<p>{escape(note)}</p>" for note in content.notes)]
    if content.rows:
        parts.append(f"<p>{escape(message('compare-legend', speaks))}</p>")
        parts.append(_heading("compare-summary", speaks))
        parts.append("<ol>" + "".join(f"<li>{escape(line)}</li>" for line in content.summary) + "</ol>")
        parts += [_heading("compare-in-detail", speaks), _table(content)]
    main = "".join(parts)
    page = f'<!doctype html>\n<html lang="{speaks}"><head>{head}</head><body><main>{main}</main></body></html>\n'
    return page.encode("utf-8", "replace")


def _heading(code: str, language: Language) -> str:
    return f"<h2>{escape(message(code, language))}</h2>"


def _table(content: Printed) -> str:
    first = escape(message("compare-difference", content.language))
    sides = "".join(f'<th scope="col">{escape(name)}</th>' for name in content.columns)
    head = f'<tr><th scope="col" class="kind">{first}</th>{sides}</tr>'
    return (
        f"<table><thead>{head}</thead><tbody>{''.join(_row(r, content.language) for r in content.rows)}</tbody></table>"
    )


def _row(row: Row, language: Language) -> str:
    sides = zip((row.left, row.right), (row.old, row.new), strict=True)
    cells = "".join(f"<td>{_named(name)}{_words(runs, language)}</td>" for name, runs in sides)
    return f'<tr><th scope="row" class="kind">{escape(row.kind)}</th>{cells}</tr>'


def _named(name: str) -> str:
    return f'<span class="name">{escape(name)}</span>' if name else ""


def _words(runs: Sequence[Run], language: Language) -> str:
    return "".join(_run(run, language) for run in runs)


def _run(run: Run, language: Language) -> str:
    if run.mark == "same":
        return escape(run.text)
    tag = "del" if run.mark == "removed" else "ins"
    said, end = (escape(message(f"compare-word-{code}", language)) for code in (run.mark, "end"))
    return f'<{tag}><span class="said">[{said} </span>{escape(run.text)}<span class="said"> {end}]</span></{tag}>'
