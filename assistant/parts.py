"""A question of two parts ("how many ... and by when ...?") and what of it is answered. Knows nothing of documents."""

import re

from corpus.folding import fold

_JOINED = re.compile(r",?\s+(?:và|va|and|đồng thời)\s+|;\s+", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:bao nhieu|bao lau|bao gio|may|khi nao|ngay nao|nam nao|luc nao|ai|gi|nao|o dau|the nao|vi sao)\b"
    r"|\b(?:how|what|when|who|whom|which|where|why)\b"
)
_OF_EACH = re.compile(r"\b(?:moi (?:noi|ben|loai|cap|don vi)|each|respectively)\b")
_SHORTEST = 2  # words


def parts(question: str) -> tuple[str, str] | None:
    """The two parts of a question, each with its own asking word; None if it asks for one thing."""
    for joint in _JOINED.finditer(question):
        first, second = question[: joint.start()].strip(), question[joint.end() :].strip(" ?.!")
        if _OF_EACH.search(fold(question)):
            return None
        # "ở cấp huyện và cấp xã mỗi nơi mấy người" asks once, of both
        if all(_ASKS.search(fold(p)) and len(p.split()) > _SHORTEST for p in (first, second)):
            return first, second
    return None
