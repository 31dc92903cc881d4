"""Both or one of them: where a source asks for this and that, a statement may not ask for this or that, nor turned.

Knows the words that join, and those on both sides of them.
"""

import re
from collections.abc import Iterator

from assistant.checks.side import Side
from assistant.checks.text import Fault
from assistant.checks.words import Reading

_AND = frozenset({"and", "và"})
_OR = frozenset({"or", "hoặc", "hay"})
_LOOSE = frozenset({"not", "no", "never", "neither", "nobody", "any", "each", "every", "without", "if", "unless", "either",
                    "options", "ways", "whether", "cách", "không", "chưa", "mọi", "mỗi", "từng", "nếu", "cả", "nào", "ai"})  # fmt: skip
# "the buying and seeking of posts is fought": neither is let be
_STOPPED = re.compile(
    r"\b(?:combat\w*|prevent\w*|prohibit\w*|forbid\w*|ban(?:s|ned)?|fight\w*|chống|ngăn|phòng ngừa|cấm)\b",
    re.IGNORECASE,
)
_NEAR = 2  # words before and behind what joins them


def compare_joined(said: Side, source: Side) -> Iterator[Fault]:
    """An "or" of the statement between words that the source only joins by "and", and the other way about."""
    if _STOPPED.search(source.reading.text) or any(
        w.form in _LOOSE for side in (said, source) for w in side.reading.words
    ):
        return  # "neither this nor that", "whoever does this or that": each way may be the same
    theirs = list(_joined(source.reading))
    bound = all(
        any(o.kind == "must" for o in side.operators) for side in (said, source)
    )  # "this and that are two ways": either will do
    for before, behind, kind, word in _joined(said.reading):
        same = [k for b, a, k, _ in theirs if b and a and b[-1:] == before[-1:] and a[:1] == behind[:1]]
        if same and kind not in same and bound:
            yield Fault("qualifier", word)


def _joined(reading: Reading) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], str, str]]:
    words = reading.words
    for i, w in enumerate(words):
        printed = reading.text[w.start : w.end].lower()
        kind = "and" if printed in _AND else "or" if printed in _OR else ""
        if kind:
            before = tuple(v.form for v in words[max(0, i - 2 * _NEAR) : i] if v.telling)[-_NEAR:]
            behind = tuple(v.form for v in words[i + 1 : i + 1 + 2 * _NEAR] if v.telling)[:_NEAR]
            yield before, behind, kind, printed
