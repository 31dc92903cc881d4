"""Is the check right? Errors planted into true statements, and true ones said otherwise; precision of citations.

Runs the product's own check. Knows how errors are planted (evals/planted.py), not how they are found.
"""

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import Answer
from assistant.check import Checked, check
from corpus.folding import language_of
from corpus.sentences import statements
from evals.answers import SAMPLES
from evals.bench import read_lines
from evals.intervals import Interval, interval, percentile
from evals.planted import Planted, Said, plant
from evals.show import Table, along
from ingest.files import content_of, files_under
from ingest.reading import document_of

PARAPHRASES = Path(__file__).parent / "citations" / "paraphrases.jsonl"
UNTRUTHS = Path(__file__).parent / "citations" / "untruths.jsonl"
_SHORT, _LONG = 40, 500
_STRESSES = (["only"], ["chỉ"])


class Paraphrase(BaseModel):
    """A sentence said otherwise without changing what it says; `quote` stands in the document.

    The check was made on those that are not `held_out`: what it says of these is no measure of new ones.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    language: str
    document: str
    quote: str
    statement: str
    held_out: bool = False


class Untruth(Paraphrase):
    """A sentence in other words that says what its quote does not: `kind` is what is wrong in it, for people to read.

    actor: another does it, or it is done to another; figure: said of another thing; item: of another item of a list;
    time: from, until or by another event; thing: another thing; condition: dropped, added or turned; bound, negation
    and modal: turned.
    """

    kind: str = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Tried:
    """One statement put to the check: of which kind it is, and what came out in how long."""

    kind: str
    how: str
    language: str
    statement: str
    source: str
    result: Checked
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether the check found nothing."""
        return self.result.support != "unsupported"


@dataclass(frozen=True, slots=True)
class CitationsResult:
    """All that was tried: with an error each planted by rule, true, and made untrue by hand."""

    planted: tuple[Tried, ...]
    true: tuple[Tried, ...]
    untrue: tuple[Tried, ...] = ()


def evaluate(documents: Path = SAMPLES, paraphrases: Path = PARAPHRASES, most: int = 120) -> CitationsResult:
    """Reads the documents, plants errors in their statements, and puts those and the true ones to the check."""
    texts = read_texts(documents)
    true = list(true_statements(texts))
    planted = [
        _try(p.kind, p.how, p.language, p.statement, p.source) for p in along(plant(true, most=most), "Checking")
    ]
    said = [p for p in read_paraphrases(paraphrases) if p.document in texts]
    planted += [
        _try(p.kind + ", in a paraphrase", p.how, p.language, p.statement, p.source) for p in _in_paraphrases(said)
    ]
    fair = [_try(kind, "", t.language, text, t.text) for kind, text, t in quotes(true)]
    fair += [_paraphrased(p) for p in said]
    untrue = [_untrue(u) for u in read_untruths() if u.document in texts]
    return CitationsResult(tuple(planted), tuple(fair), tuple(untrue))


def read_texts(documents: Path) -> dict[str, str]:
    """The texts of the documents, as they are read for the index, by file name."""
    return {f.path.name: document_of(f, content_of(f), "0").document.text for f in files_under([documents])}


def true_statements(texts: Mapping[str, str]) -> Iterable[Said]:
    """The statements of the documents that are neither a heading nor a page of a table, each once."""
    seen: set[str] = set()
    for name, text in texts.items():
        for start, end in statements(text):
            words = text[start:end]
            if _SHORT <= end - start <= _LONG and " | " not in words and words not in seen and not words.isupper():
                seen.add(words)
                yield Said(words, language_of(words), name)


def quotes(true: Sequence[Said], most: int = 150) -> Iterable[tuple[str, str, Said]]:
    """Statements in the source's words: whole, with trimmed ends, typed otherwise, one of two sources."""
    step = max(1, len(true) // most)
    for i, one in enumerate(true[::step]):
        text = one.text
        yield "quote", text, one
        trimmed = text.lstrip("-+• ").rstrip(" .;:,")
        yield "quote, ends trimmed", trimmed, one
        yield (
            "quote, typed otherwise",
            " ".join(text.split()).replace("“", '"').replace("”", '"').replace(" - ", " – "),
            one,
        )
        if i % 2 and i:
            yield "quote, one of two sources", text, Said(f"{true[i - 1].text}\n{text}", one.language, one.document)


def read_paraphrases(path: Path = PARAPHRASES) -> list[Paraphrase]:
    """The paraphrases written by hand."""
    return [Paraphrase.model_validate(row) for row in read_lines(path)]


def read_untruths(path: Path = UNTRUTHS) -> list[Untruth]:
    """The untrue sentences written by hand."""
    return [Untruth.model_validate(row) for row in read_lines(path)]


def _in_paraphrases(said: Sequence[Paraphrase]) -> Iterable[Planted]:
    """Errors planted into sentences that are not their source's words to begin with: harder to see."""
    for p in said:
        for made in plant([Said(p.statement, p.language, p.document)]):
            was = made.how.split(" -> ")[0].split()
            # a "must" or an "only" that only the paraphrase had is no loss
            if not (made.kind == "modal" or was[:1] in _STRESSES) or (was and _says(was[0], p.quote)):
                yield replace(made, source=p.quote)


def _says(word: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)(?! (?:tiêu|thị|đạo|số|huy|định|dẫn))", text, re.IGNORECASE))


def _paraphrased(p: Paraphrase) -> Tried:
    kind = "paraphrase, held out" if p.held_out else "paraphrase"
    return _try(kind, p.id, p.language, p.statement, p.quote)


def _untrue(u: Untruth) -> Tried:
    kind = f"{u.kind}, held out" if u.held_out else u.kind
    return _try(kind, u.id, u.language, u.statement, u.quote)


def _try(kind: str, how: str, language: str, statement: str, source: str) -> Tried:
    began = time.perf_counter()
    result = check(statement, source.split("\x00"), (_OWN,))
    return Tried(kind, how, language, statement, source, result, time.perf_counter() - began)


# what stands above every statement of these documents: their number is known to the check, as it is in an answer
_OWN = "Quyết định số 18/2024/QĐ-UBND\nDecision No. 25/2022/QD-UBND"


def precision(answers: Sequence[Answer]) -> Interval | None:
    """The share of citations that are needed: without it, the others of its statement do not carry it (ALCE)."""
    needed = [float(n) for answer in answers for n in _needed(answer)]
    return interval(needed) if needed else None


def recall(answers: Sequence[Answer]) -> Interval | None:
    """The share of statements that their citations carry, taken together (ALCE)."""
    carried = [float(_carried(s.text, _quotes(answer, s.citations))) for answer in answers for s in answer.statements]
    return interval(carried) if carried else None


def _needed(answer: Answer) -> Iterable[bool]:
    for s in answer.statements:
        together = _carried(s.text, _quotes(answer, s.citations))
        for mark in s.citations:
            alone = _carried(s.text, _quotes(answer, (mark,)))
            others = _quotes(answer, [m for m in s.citations if m != mark])
            yield together and (alone or not (others and _carried(s.text, others)))


def _quotes(answer: Answer, marks: Iterable[int]) -> list[tuple[str, str]]:
    wanted = set(marks)
    return [(c.quote, f"{c.document.identity.number or ''} {c.document.identity.title or ''}\n{c.path}")
            for c in answer.citations if c.mark in wanted]  # fmt: skip


def _carried(statement: str, cited: Sequence[tuple[str, str]]) -> bool:
    if not cited:
        return False
    result = check(statement, [quote for quote, _ in cited], [above for _, above in cited])
    return result.support != "unsupported"


def as_data(result: CitationsResult) -> dict[str, object]:
    """The result as it is given out as JSON."""
    seconds = [t.seconds for t in (*result.planted, *result.true)]
    return {
        "planted": len(result.planted),
        "caught": {kind: _figures([float(not t.passed) for t in tried]) for kind, tried in _kinds(result.planted)},
        "true": len(result.true),
        "false_alarms": {kind: _figures([float(not t.passed) for t in tried]) for kind, tried in _kinds(result.true)},
        "untrue": len(result.untrue),
        "untruths_caught": {k: _figures([float(not t.passed) for t in tried]) for k, tried in _kinds(result.untrue)},
        "verbatim": _share([t.result.support == "verbatim" for t in result.true if t.kind.startswith("quote")]),
        "ms_p50": round(1000 * percentile(seconds, 0.5), 2),
        "ms_p95": round(1000 * percentile(seconds, 0.95), 2),
        "missed": [_shown(t) for t in result.planted if t.passed][:200],
        "untruths_missed": [_shown(t) for t in result.untrue if t.passed],
        "wrongly_caught": [_shown(t) for t in result.true if not t.passed],
    }


def tables(result: CitationsResult) -> list[Table]:
    """What was caught, and what was caught wrongly."""
    columns = ("kind", "language", "statements", "share")
    seconds = [t.seconds for t in (*result.planted, *result.true)]
    time_ = f"{1000 * percentile(seconds, 0.5):.1f} ms a statement (p95 {1000 * percentile(seconds, 0.95):.1f} ms)."
    return [
        Table("Planted errors caught", columns, tuple(_rows(result.planted)), time_),
        Table("False alarms on true statements", columns, tuple(_rows(result.true)), "With 95 % intervals."),
        Table("Untruths in free wording caught", columns, tuple(_rows(result.untrue)), "Written by hand."),
    ]


def _rows(tried: Sequence[Tried]) -> Iterable[tuple[str | int | float | None, ...]]:
    for kind, of_kind in [*_kinds(tried), ("all", list(tried))]:
        for language in ("vi", "en"):
            spoken = [float(not t.passed) for t in of_kind if t.language == language]
            if spoken:
                yield kind, language, len(spoken), str(interval(spoken))


def _kinds(tried: Iterable[Tried]) -> list[tuple[str, list[Tried]]]:
    found: dict[str, list[Tried]] = {}
    for t in tried:
        found.setdefault(t.kind, []).append(t)
    return sorted(found.items())


def _figures(values: Sequence[float]) -> dict[str, float]:
    drawn = interval(values)
    return {
        "statements": len(values),
        "share": round(drawn.mean, 4),
        "low": round(drawn.low, 4),
        "high": round(drawn.high, 4),
    }


def _share(values: Sequence[bool]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None


def _shown(t: Tried) -> dict[str, str]:
    faults = "; ".join(f"{f.kind}: {f.said} / {f.found}" for f in t.result.faults)
    return {"kind": t.kind, "how": t.how, "statement": t.statement, "source": t.source, "faults": faults}
