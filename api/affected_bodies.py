"""From what rests on a changed document to its body. Decides nothing."""

from api.schemas.affected import AffectedBody, RestingAnswerBody, RestingBody
from api.validity_bodies import Shown
from assistant.affected import Affected
from assistant.affected_kept import Resting


def affected_body(found: Affected, shown: Shown, *, every_answer: bool = False) -> AffectedBody:
    """What rests on a document, as a body; with `every_answer` for whoever runs the archive."""
    listed = [a for a in found.answers if every_answer or a.conversation is not None]
    return AffectedBody(
        document=found.entry.id,
        since=found.first,
        changes=[shown.relation(e) for e in found.changes],
        documents=[shown.relation(e) for e in found.documents],
        checklists=[_resting(c) for c in found.checklists],
        courses=[_resting(c) for c in found.courses],
        answers=[
            RestingAnswerBody(
                question=a.question, as_of=a.as_of, citations=a.citations, conversation=a.conversation, turn=a.turn
            )
            for a in listed
        ],
        answers_of_others=len(found.answers) - len(listed),
    )


def _resting(r: Resting) -> RestingBody:
    return RestingBody(id=r.id, title=r.title, items=r.items, made=r.made)
