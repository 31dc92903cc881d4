"""Answers: right, rightly refused, cited word for word? Runs the product's own ingestion and walk."""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant import llm
from assistant.answer import Answer, Citation, Statement, WriterName
from assistant.assistant import Assistant
from corpus.corpus import Corpus
from corpus.errors import RequestError
from corpus.settings import read_settings
from evals.judge import VERDICTS, Case, Verdict, judge, read_cases, sources, stated
from evals.show import Cell, Table, along
from ingest.files import IncomingFile, files_under
from ingest.job import Summary, ingest

SAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "samples" / "dossier"
CASES = Path(__file__).resolve().parent / "cases"


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one case came out."""

    case: Case
    verdict: Verdict
    reasons: tuple[str, ...]
    outcome: str
    confidence: float
    text: str
    sources: tuple[str, ...]
    statements: int
    unsupported: int
    citations: int
    verbatim: int
    milliseconds: float
    writer: WriterName = "quoted"
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some cases; `good` is the share that is right or rightly refused."""

    cases: int
    good: float
    right: int
    refused_rightly: int
    wrong: int
    refused_wrongly: int
    answered_wrongly: int
    unsupported: int
    citations: int
    verbatim: float


@dataclass(frozen=True, slots=True)
class AnswersResult:
    """All cases over one folder of documents."""

    documents: int
    passages: int
    set_aside: tuple[str, ...]
    cases: tuple[CaseResult, ...]


def evaluate(documents: Path, cases: Path, index: Path | None = None) -> AnswersResult:
    """Indexes the documents, asks every case, judges the answers."""
    asked = read_cases(cases)
    # VANBAN_LLM names a language model; without it the quoting writer answers
    with opened(documents, index) as (corpus, summary), llm.opened(corpus.settings) as model:
        assistant = Assistant(corpus, model)
        results = tuple(ask(assistant, case) for case in along(asked, "Asking"))
        held = corpus.library.entries()
        aside = tuple(a.name for a in summary.set_aside)
        return AnswersResult(len(held), sum(e.passages for e in held), aside, results)


@contextmanager
def opened(documents: Path, index: Path | None = None) -> Iterator[tuple[Corpus, Summary]]:
    """A folder of documents as a corpus, in a temporary folder or in `index`, where the unchanged is not read again."""
    files = files_under([documents])
    if not files:
        raise RequestError("nothing-to-index", path=documents)
    with opened_in_runs([files], index) as (corpus, (summary,)):
        yield corpus, summary


@contextmanager
def opened_in_runs(
    runs: Sequence[Sequence[IncomingFile]], index: Path | None = None
) -> Iterator[tuple[Corpus, tuple[Summary, ...]]]:
    """The same for files that arrive one run after the other."""
    with ExitStack() as stack:
        folder = index or Path(stack.enter_context(tempfile.TemporaryDirectory())) / "data"
        corpus = Corpus(read_settings(folder))
        stack.callback(corpus.close)
        keys = {f.key for files in runs for f in files}
        others = [e.id for e in corpus.library.entries() if e.source.key not in keys]
        if others:
            # more documents would be searched than the cases were written for; they may be somebody's, so they stay
            detail = f"{corpus.settings.data} also holds {', '.join(others[:3])}; name a folder of its own"
            raise RequestError("bad-request", detail=detail)
        summaries = []
        for files in runs:
            with corpus.writing():
                summaries.append(ingest(corpus, files))
        yield corpus, tuple(summaries)


def ask(assistant: Assistant, case: Case) -> CaseResult:
    """One case, asked and judged."""
    began = time.perf_counter()
    answer = assistant.ask(case.question, as_of=case.as_of)
    milliseconds = (time.perf_counter() - began) * 1000
    found = judge(case, answer)
    return CaseResult(
        case, found.verdict, found.reasons, answer.outcome, answer.confidence, stated(answer), sources(answer),
        statements=len(answer.statements), unsupported=sum(not supported(s, answer) for s in answer.statements),
        citations=len(answer.citations), verbatim=sum(verbatim(assistant.corpus, c) for c in answer.citations),
        milliseconds=round(milliseconds, 2), writer=answer.writer, note=answer.note,
    )  # fmt: skip


def supported(statement: Statement, answer: Answer) -> bool:
    """Whether a statement is said to be supported and has a citation that is really there."""
    marks = {c.mark for c in answer.citations}
    return statement.support != "unsupported" and bool(statement.citations) and marks.issuperset(statement.citations)


def verbatim(corpus: Corpus, citation: Citation) -> bool:
    """Whether the words quoted are those of the document's text at the place named."""
    text = corpus.library.text(citation.document.revision)
    return bool(citation.quote) and text[citation.start : citation.end] == citation.quote


def tally(results: Sequence[CaseResult]) -> Tally:
    """Counts the verdicts."""
    counts = {v: sum(r.verdict == v for r in results) for v in VERDICTS}
    citations = sum(r.citations for r in results)
    return Tally(
        len(results), (counts["right"] + counts["refused_rightly"]) / len(results) if results else 0.0, **counts,
        unsupported=sum(r.unsupported for r in results), citations=citations,
        verbatim=sum(r.verbatim for r in results) / citations if citations else 1.0,
    )  # fmt: skip


def grouped(results: Iterable[CaseResult], name: Callable[[Case], str]) -> dict[str, Tally]:
    """A tally for each group of cases, by name."""
    groups: dict[str, list[CaseResult]] = {}
    for r in results:
        groups.setdefault(name(r.case), []).append(r)
    return {group: tally(groups[group]) for group in sorted(groups)}


def by_kind(result: AnswersResult) -> dict[str, Tally]:
    """A tally for each kind of question."""
    return grouped(result.cases, lambda c: c.kind)


def by_language(result: AnswersResult) -> dict[str, Tally]:
    """A tally for each language."""
    return grouped(result.cases, lambda c: c.language)


def as_data(result: AnswersResult) -> dict[str, object]:
    """The result as it is given out as JSON."""
    return {
        "documents": result.documents,
        "generated": sum(r.writer == "generated" for r in result.cases),
        "passages": result.passages,
        "set_aside": list(result.set_aside),
        "all": asdict(tally(result.cases)),
        "by_kind": {k: asdict(t) for k, t in by_kind(result).items()},
        "by_language": {k: asdict(t) for k, t in by_language(result).items()},
        "cases": [{**r.case.model_dump(), **{k: v for k, v in asdict(r).items() if k != "case"}} for r in result.cases],
    }


def tables(result: AnswersResult) -> list[Table]:
    """The result as tables: the tallies, then every case that came out badly."""
    rows = [("all", tally(result.cases)), *by_language(result).items(), *by_kind(result).items()]
    columns = ("cases of", "cases", "good", "right", "refused rightly", "wrong", "refused wrongly", "answered wrongly",
               "unsupported", "citations", "verbatim")  # fmt: skip
    note = f"{result.documents} documents, {result.passages} passages. good = right or rightly refused."
    if result.set_aside:
        note += f" Set aside: {', '.join(result.set_aside)}."
    bad = [r for r in result.cases if r.verdict not in ("right", "refused_rightly")]
    why = ("case", "question", "verdict", "why", "confidence")
    return [
        Table("Answers", columns, tuple((name, *_cells(t)) for name, t in rows), note),
        Table("Cases that came out badly", why, tuple(map(_bad_row, bad))),
    ]


def _cells(t: Tally) -> tuple[Cell, ...]:
    return (t.cases, t.good, t.right, t.refused_rightly, t.wrong, t.refused_wrongly, t.answered_wrongly, t.unsupported,
            t.citations, t.verbatim)  # fmt: skip


def _bad_row(r: CaseResult) -> tuple[Cell, ...]:
    return r.case.id, r.case.question, r.verdict.replace("_", " "), "; ".join(r.reasons), r.confidence
