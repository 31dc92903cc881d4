"""Follow-ups: questions that hang on the ones before them. Each is asked three ways, judged alike.

In its conversation; without it, which is the floor; and as the whole question that it stands for, which is the ceiling.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.earlier import Turn
from assistant.meant import turn
from evals.answers import SAMPLES, opened
from evals.judge import Case, Judgement, judge, read_as, stated
from evals.show import Table, along

FOLLOW_UPS = Path(__file__).resolve().parent / "followups"
Way = Literal["conversation", "alone", "whole"]
WAYS: tuple[Way, ...] = get_args(Way)


class FollowUp(Case):
    """A case with the questions asked before it (`history`), and the whole question that it stands for."""

    history: tuple[str, ...] = Field(min_length=1)
    whole: str = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class FollowUpResult:
    """How one follow-up came out, each way; `understood` is the question that was made of it."""

    case: FollowUp
    judged: dict[Way, Judgement]
    understood: str
    text: str

    def good(self, way: Way) -> bool:
        """Whether the answer was right, or rightly none."""
        return self.judged[way].verdict in ("right", "refused_rightly")


def evaluate(index: Path | None = None, cases: Path = FOLLOW_UPS, documents: Path = SAMPLES) -> list[FollowUpResult]:
    """Asks every conversation over the sample dossier, or over other documents."""
    asked = read_as(FollowUp, cases)
    with opened(documents, index) as (corpus, _):
        assistant = Assistant(corpus)
        return [ask(assistant, case) for case in along(asked, "Asking")]


def converse(assistant: Assistant, questions: Sequence[str], day: date | None = None) -> Answer:
    """The answer to the last question, the others asked before it."""
    history: list[Turn] = []
    for question in questions[:-1]:
        history.append(turn(assistant.ask(question, as_of=day, history=history)))
    return assistant.ask(questions[-1], as_of=day, history=history)


def ask(assistant: Assistant, case: FollowUp) -> FollowUpResult:
    """One follow-up, asked in all ways."""
    answer = converse(assistant, (*case.history, case.question), case.as_of)
    judged: dict[Way, Judgement] = {
        "conversation": judge(case, answer),
        "alone": judge(case, assistant.ask(case.question, as_of=case.as_of)),
        "whole": judge(case, assistant.ask(case.whole, as_of=case.as_of)),
    }
    return FollowUpResult(case, judged, answer.understood or answer.question, stated(answer))


def as_data(results: Sequence[FollowUpResult]) -> dict[str, object]:
    """The results as they are given out as JSON."""
    return {
        "cases": len(results),
        "good": {way: _share(results, way) for way in WAYS},
        "asked": [
            {
                **r.case.model_dump(mode="json"), "understood": r.understood, "text": r.text,
                "verdicts": {way: j.verdict for way, j in r.judged.items()},
                "reasons": r.judged["conversation"].reasons,
            }
            for r in results
        ],
    }  # fmt: skip


def tables(results: Sequence[FollowUpResult]) -> list[Table]:
    """The results as tables: the shares, then every follow-up that came out badly in its conversation."""
    groups = {"all": list(results)} | {g: [r for r in results if r.case.language == g] for g in ("vi", "en")}
    rows = tuple((name, len(rs), *(_share(rs, way) for way in WAYS)) for name, rs in groups.items())
    bad = [r for r in results if not r.good("conversation")]
    shown = tuple((r.case.id, r.case.question, r.understood, "; ".join(r.judged["conversation"].reasons)) for r in bad)
    note = "right or rightly refused: in the conversation, asked alone, asked as the whole question it stands for."
    return [
        Table("Follow-ups", ("cases of", "cases", "conversation", "alone", "whole"), rows, note),
        Table("Follow-ups that came out badly", ("case", "question", "understood", "why"), shown),
    ]


def _share(results: Sequence[FollowUpResult], way: Way) -> float | None:
    return sum(r.good(way) for r in results) / len(results) if results else None
