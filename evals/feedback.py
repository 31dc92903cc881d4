"""What readers said of answers, as cases to look at: `python -m evals feedback --data DIR`. Judges nothing."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from assistant.feedback import Feedback, Opinion
from corpus.errors import NotFoundError
from evals.show import Table

_SHOWN = 80  # characters


def read(data: Path) -> list[Opinion]:
    """All feedback of a data folder, the oldest first; raises NotFoundError where there is none."""
    kept = Feedback(data)
    if not kept.file.is_file():
        raise NotFoundError("feedback-none", path=data)
    try:
        return kept.all()
    finally:
        kept.close()


def as_data(opinions: Sequence[Opinion]) -> dict[str, object]:
    """Each with its question, the answer as it was shown, and what was said of it."""
    said = [
        {
            "at": o.at.isoformat(),
            "verdict": o.verdict,
            "comment": o.comment,
            "question": o.question,
            "answer": json.loads(o.answer) if o.answer else None,
        }
        for o in opinions
    ]
    return {"counts": dict(Counter(o.verdict for o in opinions)), "feedback": said}


def tables(opinions: Sequence[Opinion]) -> list[Table]:
    """How often which, then each."""
    counts = tuple((verdict, n) for verdict, n in Counter(o.verdict for o in opinions).most_common())
    rows = tuple(
        (f"{o.at:%Y-%m-%d}", o.verdict, o.question[:_SHOWN], _outcome(o), o.comment[:_SHOWN]) for o in opinions
    )
    return [
        Table("What readers said", ("verdict", "answers"), counts),
        Table("One by one", ("day", "verdict", "question", "outcome", "comment"), rows),
    ]


def _outcome(opinion: Opinion) -> str | None:
    return json.loads(opinion.answer)["outcome"] if opinion.answer else None
