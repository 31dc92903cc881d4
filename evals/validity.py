"""Validity: are questions about a day answered with what was in force on it, and is that proved?

All families lie in one index, as in an office's archive; every question is asked as of its day.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.answer import Answer
from assistant.assistant import Assistant
from corpus.errors import RequestError
from evals import wordings
from evals.answers import opened_in_runs
from evals.families import FAMILIES, Dated, Family, names_day, proves, read_families
from evals.judge import Said, Verdict, judge
from evals.show import Cell, Table, along
from evals.wordings import Compared, Looked, compare, look

_MARKS = re.compile(r"\s*\[\d+\]")
# of an answer's first line: how it opens, else what it says of validity ("không còn hiệu lực" holds "còn hiệu lực")
_SAID: tuple[tuple[Said, re.Pattern[str]], ...] = (
    ("yes", re.compile(r"^(?:có|còn|đã có|vẫn|yes)\b", re.IGNORECASE)),
    ("no", re.compile(r"^(?:không|chưa|đã hết|hết|no|not)\b", re.IGNORECASE)),
    ("no", re.compile(r"hết hiệu lực(?! một phần)|không còn hiệu lực|chưa có hiệu lực"
                      r"|\b(?:not|not yet|no longer) (?:in force|effective)|\bcease[sd]? to be effective", re.I)),
    ("yes", re.compile(r"(?:còn|đang|vẫn) (?:có )?hiệu lực|\b(?:is|was|still) in force", re.IGNORECASE)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """How one question came out. `proved`: every proof is quoted; `cited`: every proof's document is cited."""

    family: str
    case: Dated
    verdict: Verdict
    reasons: tuple[str, ...]
    proved: bool
    cited: bool
    outcome: str
    text: str

    @property
    def good(self) -> bool:
        """Whether the answer is right, and proved where there is something to prove."""
        return self.verdict == "refused_rightly" or (self.verdict == "right" and self.proved)


@dataclass(frozen=True, slots=True)
class Validity:
    """The questions, the wordings, and the bad input (which is looked at where no families are named)."""

    asked: tuple[Asked, ...]
    compared: tuple[Compared, ...]
    looked: tuple[Looked, ...]


def evaluate(folder: Path = FAMILIES, index: Path | None = None, only: Sequence[str] = ()) -> Validity:
    """Ingests the families, as their documents arrive, asks every question and compares every wording."""
    known = read_families(folder)
    if unknown := set(only) - {f.name for f in known}:
        detail = f"{folder} holds no family {', '.join(sorted(unknown))}"
        raise RequestError("bad-request", detail=detail)
    families = [f for f in known if not only or f.name in only]
    runs = [run for family in families for run in family.runs]
    with opened_in_runs(runs, index) as (corpus, _):
        assistant = Assistant(corpus)
        every = [(family, case) for family in families for case in family.questions]
        asked = tuple(ask(assistant, family, case) for family, case in along(every, "Asking"))
        compared = tuple(compare(corpus.library, families))
    return Validity(asked, compared, () if only else tuple(look()))


def ask(assistant: Assistant, family: Family, case: Dated) -> Asked:
    """One question, asked as of its day and judged."""
    return judged(family.name, case, assistant.ask(case.question, as_of=case.as_of))


def judged(family: str, case: Dated, answer: Answer) -> Asked:
    """What one answer is worth: as any case's, and whether it names the days, gives the verdict, quotes the proof."""
    text = said(answer)
    found = judge(case, answer, text)
    reasons = list(found.reasons)
    if found.verdict in ("right", "wrong"):
        reasons += [f"lacks the day {group}" for group in case.days if not names_day(text, group)]
        if case.verdict is not None and (verdict := yes_or_no(text)) != case.verdict:
            reasons.append(f"says {verdict}, not {case.verdict}")
    outcome: Verdict = "wrong" if reasons and found.verdict == "right" else found.verdict
    quotes = [(Path(c.document.source.name).stem, c.quote) for c in answer.citations]
    proved = all(any(proves(p, *quote) for quote in quotes) for p in case.proof)
    cited = all(any(document in p.document.split("|") for document, _ in quotes) for p in case.proof)
    return Asked(family, case, outcome, tuple(reasons), proved, cited, answer.outcome, text)


def said(answer: Answer) -> str:
    """What an answer says, its lead included, its citation marks left out."""
    return _MARKS.sub("", answer.text)


def yes_or_no(text: str) -> Said | None:
    """The verdict of an answer's first line."""
    first = text.strip().split("\n", 1)[0]
    return next((word for word, pattern in _SAID if pattern.search(first)), None)


def as_data(result: Validity) -> dict[str, object]:
    """The results as they are given out as JSON."""
    results = result.asked
    return {
        "questions": len(results),
        "good": _share(results, lambda r: r.good),
        "families": {name: _share(rs, lambda r: r.good) for name, rs in _groups(results, lambda r: r.family).items()},
        "kinds": {name: _share(rs, lambda r: r.good) for name, rs in _groups(results, lambda r: r.case.kind).items()},
        "asked": [
            {
                **r.case.model_dump(mode="json"), "family": r.family, "judged": r.verdict, "reasons": r.reasons,
                "proved": r.proved, "cited": r.cited, "came_as": r.outcome, "text": r.text,
            }
            for r in results
        ],
        "wordings": [asdict(c) for c in result.compared],
        "bad_input": [{**asdict(one), "missed": one.missed, "too_much": one.too_much} for one in result.looked],
    }  # fmt: skip


def tables(result: Validity) -> list[Table]:
    """The results as tables: by family, by kind and language, and every question that came out badly; the wordings."""
    results = result.asked
    columns = ("questions", "good", "right", "refused rightly", "wrong", "proved", "proof's document cited")
    note = "good: right and proved, or rightly refused. proved: the words that prove it are quoted."
    groups = {
        "Families": _groups(results, lambda r: r.family) | {"all": list(results)},
        "Kinds of question": _groups(results, lambda r: r.case.kind) | _groups(results, lambda r: r.case.language),
    }
    bad = tuple(
        (r.case.id, r.case.as_of.isoformat(), r.case.question, _why(r), r.text[:300]) for r in results if not r.good
    )
    shown = [
        Table(title, ("of", *columns), tuple((name, *_cells(rs)) for name, rs in rows.items()), note)
        for title, rows in groups.items()
    ]
    badly = Table("Questions that came out badly", ("case", "as of", "question", "why", "said"), bad)
    return [*shown, badly, *wordings.tables(result.compared, result.looked)]


def _why(result: Asked) -> str:
    proof = [] if result.proved else [f"does not quote “{p.words}” of {p.document}" for p in result.case.proof]
    return "; ".join([result.verdict.replace("_", " "), *result.reasons, *proof])


def _cells(results: Sequence[Asked]) -> tuple[Cell, ...]:
    def count(verdict: Verdict) -> int:
        return sum(r.verdict == verdict for r in results)

    wrong = count("wrong") + count("refused_wrongly") + count("answered_wrongly")
    return (
        len(results), _share(results, lambda r: r.good), count("right"), count("refused_rightly"), wrong,
        sum(r.proved for r in results), sum(r.cited for r in results),
    )  # fmt: skip


def _groups(results: Sequence[Asked], name: Callable[[Asked], str]) -> dict[str, list[Asked]]:
    groups: dict[str, list[Asked]] = {}
    for r in results:
        groups.setdefault(name(r), []).append(r)
    return dict(sorted(groups.items()))


def _share(results: Sequence[Asked], holds: Callable[[Asked], bool]) -> float:
    return sum(map(holds, results)) / len(results) if results else 0.0
