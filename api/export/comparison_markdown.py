"""A comparison as Markdown: the summary, then each difference with both wordings. Decides nothing."""

from collections.abc import Sequence

from api.export.as_markdown import MARKUP
from api.export.comparison import Printed
from assistant.comparison.runs import Run
from corpus.messages import message


def comparison_markdown(content: Printed) -> bytes:
    """What only one text has is struck through (~~ ~~) on the left and bold on the right."""
    speaks = content.language
    lines = [f"# {_inline(content.title)}", "", *(f"{_inline(note)}\n" for note in content.notes)]
    if content.rows:
        lines += [f"## {message('compare-summary', speaks)}", ""]
        lines += [f"{n}. {_inline(line)}" for n, line in enumerate(content.summary, 1)]
        lines += ["", f"## {message('compare-in-detail', speaks)}", ""]
        lines.append(f"| {' | '.join(map(_inline, (message('compare-difference', speaks), *content.columns)))} |")
        lines.append("| --- | --- | --- |")
        for row in content.rows:
            old, new = _cell(row.left, row.old), _cell(row.right, row.new)
            lines.append(f"| {_inline(row.kind)} | {old} | {new} |")
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


def _cell(name: str, runs: Sequence[Run]) -> str:
    words = "".join(_run(r) for r in runs)
    return "<br>".join(filter(None, (f"**{_inline(name)}**" if name else "", words)))


def _run(run: Run) -> str:
    sign = {"same": "", "removed": "~~", "added": "**"}[run.mark]
    pieces = (_inline(part) for part in run.text.split("\n"))
    return "<br>".join(f"{sign}{piece}{sign}" if piece else "" for piece in pieces)


def _inline(text: str) -> str:
    return MARKUP.sub(r"\\\1", " ".join(text.split(" ")).replace("\n", " "))
