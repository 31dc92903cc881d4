"""Short answers: does what is quoted hold the few words that answer? Runs the product's own walk over a public set."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.answer import Answer
from assistant.assistant import Assistant
from corpus.errors import RequestError
from corpus.passage import Passage, PassageKey
from evals.bench import BenchCorpus, BenchQuery, indexed, read_lines, read_queries, read_relevant
from evals.intervals import Interval, interval
from evals.judge import REFUSALS, even, stated
from evals.show import Table, along


@dataclass(frozen=True, slots=True)
class Shown:
    """One question as it was answered: was it, does the answer hold the words, does it cite a right text."""

    answered: bool
    holds: bool
    cites: bool
    citations: int
    verbatim: int


@dataclass(frozen=True, slots=True)
class ShortAnswersResult:
    """Shares of all questions, but `verbatim`, which is one of all citations."""

    questions: int
    answered: float
    holds: Interval
    holds_and_cites: float
    citations: int
    verbatim: float | None


def evaluate(corpus: Path, queries: Path, answers: Path, qrels: Path, index: Path | None = None) -> ShortAnswersResult:
    """Indexes the texts and asks every question that has a short answer ({query, answer} lines)."""
    short = {str(r["query"]): str(r["answer"]) for r in read_lines(answers, ("query", "answer"))}
    asked = [q for q in read_queries(queries) if q.id in short]
    if not asked:
        raise RequestError("bad-request", detail=f"{answers}: no question of {queries} has an answer here")
    with indexed(corpus, index) as bench:
        return score(_asked(bench, asked, short, read_relevant(qrels)))


def _asked(
    bench: BenchCorpus, asked: Sequence[BenchQuery], short: dict[str, str], right: dict[str, set[str]]
) -> list[Shown]:
    assistant = Assistant(bench.corpus)
    places = bench.corpus.library.passages(list(bench.owners))
    return [
        _judged(bench, places, assistant.ask(q.text), short[q.id], right.get(q.id, set()))
        for q in along(asked, "Asking")
    ]


def _judged(
    bench: BenchCorpus, places: Mapping[PassageKey, Passage], answer: Answer, short: str, right: set[str]
) -> Shown:
    text = bench.corpus.library.text
    own = sum(text(c.document.revision)[c.start : c.end] == c.quote for c in answer.citations)
    cites = any(
        key.revision == c.document.revision and places[key].start <= c.start < places[key].end
        for c in answer.citations
        for key, name in bench.owners.items()
        if name in right
    )
    answered = answer.outcome not in REFUSALS
    return Shown(answered, answered and even(short) in even(stated(answer)), cites, len(answer.citations), own)


def score(shown: Sequence[Shown]) -> ShortAnswersResult:
    """The figures of questions already asked."""
    citations = sum(s.citations for s in shown)
    return ShortAnswersResult(
        questions=len(shown),
        answered=sum(s.answered for s in shown) / len(shown),
        holds=interval([float(s.holds) for s in shown]),
        holds_and_cites=sum(s.holds and s.cites for s in shown) / len(shown),
        citations=citations,
        verbatim=sum(s.verbatim for s in shown) / citations if citations else None,
    )


def as_data(name: str, result: ShortAnswersResult) -> dict[str, object]:
    """The result as it is given out as JSON."""
    return {"set": name, **asdict(result)}


def table(name: str, result: ShortAnswersResult) -> Table:
    """One set."""
    columns = (
        "set",
        "questions",
        "answered",
        "holds the answer",
        "... and cites a right text",
        "citations",
        "verbatim",
    )
    row = (name, result.questions, result.answered, str(result.holds), result.holds_and_cites, result.citations,
           result.verbatim)  # fmt: skip
    return Table("Short answers", columns, (row,), "The words that answer are in what is quoted.")
