"""Who holds a role, told without a verb: "Thư ký Hội đồng: Trưởng phòng Tổ chức", "Vụ trưởng Vụ Pháp chế - Ủy viên".

Decisions name the members of boards and committees in this form. Knows nothing of scores.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.question import Question
from assistant.terms import in_order
from corpus.folding import fold
from corpus.messages import Language

_MARK = re.compile(r"^(?:\W*(?:\d{1,2}|[a-zđ]{1,2}|[ivx]{1,4})\s*[.)])?\W*", re.IGNORECASE)
_SEAM = re.compile(r":\s|\s*[-–]\s*(?=[^\W\d])|\s+\|\s+")
_LONGEST = 12  # words: a longer part is no label
_ASKS_FOR_HOLDER = re.compile(r"^ai (?:la|giu|lam)\b|\bla ai$|^who (?:is|was|holds|serves as)\b")
_NOT_OF_ROLE = frozenset(fold(w) for w in ("ai", "là", "giữ", "làm", "chức", "chức vụ", "who", "the", "hold", "serv"))


def role_asked(question: Question) -> tuple[str, ...]:
    """The words of the role whose holder is asked for, as they are compared; none where something else is asked."""
    if not _ASKS_FOR_HOLDER.search(fold(question.text).strip(" ?.!")):
        return ()
    forms = in_order(" ".join(question.content), question.language)
    return tuple(w for w in forms if w not in _NOT_OF_ROLE)


def names_role(text: str, role: Sequence[str], language: Language) -> bool:
    """Whether a line sets somebody beside that role: a label of the role's words only, its first word among them."""
    asked: Collection[str] = frozenset(role)
    return (
        any(said[0] == role[0] and all(w in asked for w in said) for said in _labels(text, language)) if role else False
    )


def _labels(text: str, language: Language) -> Iterator[tuple[str, ...]]:
    """What may be a label: the words before the first colon or dash of a line, and those behind its last."""
    bare = _MARK.sub("", text, count=1).rstrip(" .;,/")
    seams = list(_SEAM.finditer(bare))
    for label in (bare[: seams[0].start()], bare[seams[-1].end() :]) if seams else ():
        said = in_order(label, language)
        if said and len(said) <= _LONGEST:
            yield said
