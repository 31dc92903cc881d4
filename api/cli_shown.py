"""How the command line shows things: tables, progress, answers. Decides nothing."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.style import Style
from rich.table import Table
from rich.text import Text

from corpus.identity import TYPE_NAMES
from corpus.legibility import how_read, unsure_pages
from corpus.messages import Language, message

if TYPE_CHECKING:
    from assistant.answer import Answer
    from corpus.corpus import Corpus
    from corpus.doctor import Findings
    from corpus.document import Page
    from corpus.rows import Entry
    from corpus.validity import Interval
    from ingest.job import Progress as Step
    from ingest.job import Summary

# a file or a pipe has no edge at which ids would have to be cut
_out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 400)
_err = Console(stderr=True, highlight=False)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Files a second so far."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "-/s")


@contextmanager
def progress(total: int, language: Language) -> Iterator[Callable[["Step"], None]]:
    """A bar with the file, step and page it is at, on stderr so that the output stays clean; on a terminal only."""
    columns = (MofNCompleteColumn(), BarColumn(24), _Rate(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=_err, transient=True, disable=not _err.is_terminal) as bar:
        task = bar.add_task("", total=total)

        def tell(step: "Step") -> None:
            doing = escape(without_controls(_doing(step, language)))
            bar.update(task, completed=step.done, total=step.total, description=doing)

        yield tell


def _doing(step: "Step", language: Language) -> str:
    """What is happening now: "report.pdf: recognising, page 3 of 12"."""
    words = [message(f"step-{step.step}", language)]
    if step.page is not None and step.pages is not None:
        words.append(message("step-page", language, page=step.page, pages=step.pages))
    return f"{step.name[-40:]}: {', '.join(words)}"


def summary(run: "Summary", language: Language) -> None:
    """What a run did, with the reasons of what was set aside and the folders whose documents were kept."""
    for aside in run.set_aside:
        plain(message("set-aside", language, name=aside.name, reason=aside.reason(language)))
    for folder in run.kept:
        plain(message("folder-kept", language, folder=folder))
    plain(
        message(
            "summary",
            language,
            added=len(run.added),
            updated=len(run.updated),
            unchanged=run.unchanged,
            set_aside=len(run.set_aside),
            passages=run.passages,
            seconds=f"{run.seconds:.1f}",
        )
    )
    if run.moved or run.removed:
        plain(message("summary-moved", language, moved=len(run.moved), removed=len(run.removed)))
    if run.extracted:
        plain(message("summary-extracted", language, count=run.extracted))
    if run.related:
        plain(message("summary-related", language, count=run.related))


def documents(
    listed: Sequence[tuple["Entry", list["Page"]]], language: Language, states: Mapping[int, "Interval"] | None = None
) -> None:
    """The indexed documents as a table, each with its state and how it was read."""
    if not listed:
        plain(message("nothing-indexed", language))
        return
    table = Table(box=None, pad_edge=False)
    for name in ("id", "number", "type", "issuer", "issued", "status", "passages", "read"):
        table.add_column(message(f"column-{name}", language), justify="right" if name == "passages" else "left")
    for e, pages in listed:
        i = e.identity
        kind = TYPE_NAMES[i.type][language] if i.type else "-"
        issued = i.issued.isoformat() if i.issued else "-"
        state = (states or {}).get(e.revision)
        held = message(f"status-{state.status.value}", language) if state else "-"
        shown = (e.id, i.number or "-", kind, i.issuer or "-", issued, held, str(e.passages), _read(pages, language))
        table.add_row(*(escape(without_controls(cell)) for cell in shown))
    _out.print(table, soft_wrap=False)


def _read(pages: list["Page"], language: Language) -> str:
    """How the pages were read; with the numbers of those that have to be checked."""
    sure = min((p.confidence for p in pages if p.confidence is not None), default=None)
    read = message(f"read-{how_read(pages)}", language, sure=_percent(sure))
    unsure = ", ".join(map(str, unsure_pages(pages)[:8]))
    return f"{read} {message('read-unsure', language, pages=unsure)}" if unsure else read


def _percent(sure: float | None) -> str:
    return "-" if sure is None else f"{sure * 100:.0f}"


def answer(given: "Answer", language: Language) -> None:
    """The statements with their marks, then what they rest on."""
    if given.understood:
        plain(message("understood", language, question=given.understood))
    plain(given.text)
    if given.note:
        plain(f"({given.note})")
    for c in given.citations:
        plain("")
        plain(f"[{c.mark}] {place_of(c.document, c.path, c.page, language)}")
        if c.uncertain:
            plain("    " + message("cited-unsure", language, sure=_percent(c.page_confidence)))
        plain(f"    “{c.quote}”")


def conversation(id: str, language: Language) -> None:
    """How to go on asking; on a terminal only, so that an answer in a file is the same every time."""
    if _out.is_terminal:
        plain("")
        plain(message("go-on", language, id=id))


def findings(corpus: "Corpus", found: "Findings", language: Language) -> None:
    """What the doctor found."""
    if found.clean:
        entries = corpus.library.entries()
        passages = sum(e.passages for e in entries)
        counts = {"documents": len(entries), "passages": passages, "vectors": corpus.vectors.count()}
        plain(message("doctor-clean", language, **counts))
        return
    lines = {
        "doctor-half-written": {"count": found.half_written},
        "doctor-vectors": {"missing": found.vectors_missing, "extra": found.vectors_extra},
        "doctor-codes": {"count": found.codes_missing},
        "doctor-keywords": {"missing": found.words_missing, "extra": found.words_extra},
        "doctor-originals": {"count": found.originals_missing},
        "doctor-registers": {"count": found.registers_old},
        "doctor-relations": {"count": found.relations_old},
    }
    for code, facts in lines.items():
        if any(facts.values()):
            plain(message("doctor-found", language, what=message(code, language, **facts)))


def engine(corpus: "Corpus", language: Language) -> None:
    """What runs the model on this machine, how like the original, and why nothing faster."""
    choice = corpus.embedding.choice
    model = corpus.embedding.model_name
    facts: dict[str, object] = {"model": model, "engine": choice.engine, "precision": choice.precision}
    if choice.reason:
        plain(message("doctor-engine-slower", language, **facts, reason=choice.reason))
    elif choice.cosine is None:
        plain(message("doctor-engine-unchecked", language, **facts))
    else:
        plain(message("doctor-engine", language, **facts, cosine=f"{choice.cosine:.5f}"))


def place_of(entry: "Entry", path: str, page: int | None, language: Language) -> str:
    """A place in a document on one line: number, unit, page."""
    shown = message("cited-page", language, page=page) if page else ""
    return " · ".join(filter(None, (entry.identity.number or entry.identity.title, path, shown)))


def plain(line: str) -> None:
    """A line as it is."""
    # documents may hold square brackets, which rich would read as markup
    _out.print(without_controls(line), markup=False)


def without_controls(text: str) -> str:
    """A text that the terminal only prints: what documents and names hold could move its cursor or set its title."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def marked(text: Text, style: Style) -> None:
    """A passage's words, indented, those in this style marked: by it on a terminal, by «» elsewhere."""
    # of the same length, so that the marks stay where they are
    text = Text(without_controls(text.plain), spans=text.spans)
    if not _out.is_terminal:
        spans = sorted((s for s in text.spans if s.style == style), key=lambda s: -s.start)
        for span in spans:
            text = Text.assemble(text[: span.start], "«", text[span.start : span.end].plain, "»", text[span.end :])
    _out.print(Text("       ").append_text(text))
