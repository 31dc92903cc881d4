"""The cases, and the judging of one answer against one case. Knows nothing of how answers are made."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.answer import Answer, Outcome
from assistant.question import understand
from assistant.which_document import asks_which_document
from corpus.errors import NotFoundError, RequestError
from corpus.folding import nfc
from corpus.messages import Language
from evals.bench import read_lines

CaseKind = Literal[
    "fact", "number", "date", "deadline", "who", "list", "definition", "yesno", "place", "absent", "trap",
    "find", "unit", "compare", "conflict", "partial",
    "in_force", "since", "until", "replaced", "amended", "wording", "basis", "guides", "consolidated",
]  # fmt: skip
Said = Literal["yes", "no"]
Verdict = Literal["right", "refused_rightly", "wrong", "refused_wrongly", "answered_wrongly"]
VERDICTS: tuple[Verdict, ...] = ("right", "refused_rightly", "wrong", "refused_wrongly", "answered_wrongly")
_OPENING = re.compile(r"(có|không|yes|no)[.,:;]")  # “Không quá 45 tuổi” and “No job position shall” are no verdicts
REFUSALS: frozenset[Outcome] = frozenset({"not_found", "clarify"})


class Case(BaseModel):
    """A question over known documents, and what a right answer holds.

    `must`: each entry has to be in the answer, in one of its alternatives (parted by `|`); `must_not`: none may be;
    `documents`: file names without their suffix, any of which is a right source; `verdict`: what a yes/no question has
    to be answered with, where the answer opens with a verdict at all; `as_of`: the day to answer for, else today.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    language: Language
    kind: CaseKind
    outcome: Outcome
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    verdict: Said | None = None
    as_of: date | None = None

    @property
    def answerable(self) -> bool:
        """Whether the documents say it."""
        return self.outcome not in REFUSALS


C = TypeVar("C", bound=Case)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and what speaks against the answer."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()


def read_cases(path: Path) -> list[Case]:
    """The cases of a .jsonl file, or of those in a folder; raises NotFoundError or RequestError, naming the place."""
    return read_as(Case, path)


def read_as(kind: type[C], path: Path) -> list[C]:
    """The same for cases that say more."""
    if not path.exists():
        raise NotFoundError("path-missing", path=path)
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    cases: dict[str, C] = {}
    for file in files:
        for row in read_lines(file):
            try:
                case = kind.model_validate(row)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(map(str, first["loc"]))
                detail = f"{file}, case {row.get('id')}: {where}: {first['msg']}"
                raise RequestError("bad-request", detail=detail) from error
            if case.id in cases:
                raise RequestError("bad-request", detail=f"{file}: the case {case.id} is there twice")
            cases[case.id] = case
    if not cases:
        raise RequestError("bad-request", detail=f"{path} holds no case (a .jsonl file, or a folder of them)")
    return list(cases.values())


def judge(case: Case, answer: Answer, said: str | None = None) -> Judgement:
    """Whether an answer is what the case asks for; `said`: its words, where more counts than its statements."""
    refused = answer.outcome in REFUSALS
    if refused and not case.answerable:
        return Judgement("refused_rightly")
    if not case.answerable:
        return Judgement("answered_wrongly", ("the documents do not say it",))
    if refused:
        return Judgement("refused_wrongly", ("the documents say it",))
    reasons = tuple(_objections(case, answer, stated(answer) if said is None else said))
    return Judgement("wrong" if reasons else "right", reasons)


def stated(answer: Answer) -> str:
    """What an answer says, its citation marks left out: a mark must not pass for a figure.

    A document that was asked for is named before what it says.
    """
    named = [answer.lead] if answer.lead and asks_which_document(understand(answer.question)) else []
    return "\n".join([*named, *(s.text for s in answer.statements)])


def verdict(answer: Answer) -> Said | None:
    """The plain yes or no that an answer opens with."""
    first = even(stated(answer)).lstrip('[("“')
    words = {"có": "yes", "yes": "yes", "không": "no", "no": "no"}
    opening = _OPENING.match(first)
    return cast("Said", words[opening[1]]) if opening else None


def sources(answer: Answer) -> tuple[str, ...]:
    """The files cited, without their suffix ("05-nq-tu-2021.en"), each once."""
    return tuple(dict.fromkeys(Path(c.document.source.name).stem for c in answer.citations))


def holds(text: str, group: str) -> bool:
    """Whether one of the alternatives stands in the text, case and spacing aside."""
    plain = even(text)
    return any(even(alternative) in plain for alternative in group.split("|"))


def even(text: str) -> str:
    """A text as it is compared: NFC, small letters, single spaces."""
    return " ".join(nfc(text).casefold().split())


def _objections(case: Case, answer: Answer, text: str) -> Iterable[str]:
    cited = sources(answer)
    if answer.outcome != case.outcome:
        yield f"comes as {answer.outcome}, not {case.outcome}"
    yield from (f"lacks “{group}”" for group in case.must if not holds(text, group))
    yield from (f"says “{group}”" for group in case.must_not if holds(text, group))
    if case.verdict is not None and verdict(answer) not in (case.verdict, None):
        yield f"says {verdict(answer)}, not {case.verdict}"
    if case.documents and not set(case.documents) & set(cited):
        yield f"cites {_named(cited)}, not {_named(case.documents)}"


def _named(files: Sequence[str]) -> str:
    return " or ".join(files) if files else "nothing"
