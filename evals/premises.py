"""Premises: questions that take something for granted. A false premise has to be set right, a true one taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from assistant.answer import Answer
from assistant.assistant import Assistant
from evals.answers import SAMPLES, opened
from evals.judge import REFUSALS, Case, holds, judge, read_as, stated
from evals.show import Table, along

PREMISES = Path(__file__).resolve().parent / "premises"
# of a false premise: the documents' own words are shown; nothing is answered; it is answered as if it were so
# of a true one: as any case, or it is called false
Reception = Literal["corrected", "refused", "accepted", "right", "wrong", "refused_wrongly", "doubted"]
GOOD = ("corrected", "right")


class Premise(Case):
    """A case whose question takes `premise` for granted; `must` is what the documents say of it where it is false."""

    premise: str = Field(min_length=1)
    holds: bool


@dataclass(frozen=True, slots=True)
class PremiseResult:
    """How one came out."""

    case: Premise
    reception: Reception
    lead: str
    text: str


def evaluate(index: Path | None = None, cases: Path = PREMISES, documents: Path = SAMPLES) -> list[PremiseResult]:
    """Asks every question over the sample dossier, or over other documents."""
    asked = read_as(Premise, cases)
    with opened(documents, index) as (corpus, _):
        assistant = Assistant(corpus)
        return [_asked(assistant, case) for case in along(asked, "Asking")]


def received(case: Premise, answer: Answer) -> Reception:
    """What became of the premise in an answer."""
    if case.holds:
        if answer.lead and not answer.choices:
            return "doubted"
        verdict = judge(case, answer).verdict
        return verdict if verdict in ("right", "wrong") else "refused_wrongly"
    if answer.outcome in REFUSALS:
        return "refused"
    text = stated(answer)
    return "corrected" if all(holds(text, group) for group in case.must) else "accepted"


def _asked(assistant: Assistant, case: Premise) -> PremiseResult:
    answer = assistant.ask(case.question, as_of=case.as_of)
    return PremiseResult(case, received(case, answer), answer.lead or "", stated(answer))


def as_data(results: Sequence[PremiseResult]) -> dict[str, object]:
    """The results as they are given out as JSON."""
    return {
        "cases": len(results),
        "false": {r: _count(results, r, holds=False) for r in get_args(Reception)[:3]},
        "true": {r: _count(results, r, holds=True) for r in get_args(Reception)[3:]},
        "said_to_be_false": sum(bool(r.lead) for r in results if not r.case.holds),
        "asked": [
            {**r.case.model_dump(mode="json"), "reception": r.reception, "lead": r.lead, "text": r.text}
            for r in results
        ],
    }  # fmt: skip


def tables(results: Sequence[PremiseResult]) -> list[Table]:
    """The results as tables: the counts, then every premise that was not received as it should be."""
    receptions: tuple[Reception, ...] = get_args(Reception)
    false = tuple(_count(results, r, holds=False) for r in receptions[:3])
    true = tuple(_count(results, r, holds=True) for r in receptions[3:])
    bad = tuple(
        (r.case.id, r.case.question, r.reception, r.lead, r.text) for r in results if r.reception not in GOOD
    )  # fmt: skip
    return [
        Table("False premises", receptions[:3], (false,), "corrected: the documents' own words on it are shown."),
        Table("True premises", receptions[3:], (true,), "doubted: said not to hold."),
        Table("Premises that were not received well", ("case", "question", "reception", "lead", "text"), bad),
    ]


def _count(results: Sequence[PremiseResult], reception: str, *, holds: bool) -> int:
    return sum(r.reception == reception for r in results if r.case.holds == holds)
