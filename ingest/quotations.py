"""Quotations that run over several paragraphs, such as an article that one document inserts into another.

What stands in them is numbered by the other document. Knows nothing of units.
"""

from typing import Literal

from ingest.clean import Cleaned

_LONGEST = 80  # paragraphs


def quoted(cleaned: Cleaned) -> set[int]:
    """The paragraphs inside a quotation that runs over several, such as an article to be inserted elsewhere.

    Only where the quotation is closed again, so that one lost mark does not swallow the rest.
    """
    inside: set[int] = set()
    opened: int | None = None
    for i, paragraph in enumerate(cleaned.paragraphs):
        turn = _turn(paragraph.text, within=opened is not None)
        if turn == "opens":
            opened = i if opened is None else opened
        elif turn == "closes" and opened is not None:
            if i - opened <= _LONGEST:
                inside.update(range(opened + 1, i + 1))
            opened = None
    return inside


def _turn(text: str, *, within: bool) -> Literal["opens", "closes", "neither"]:
    """What a paragraph leaves open or closes: its last mark decides; straight marks tell by their number alone."""
    last = max(text.rfind("“"), text.rfind("”"))
    if last >= 0:
        return "opens" if text[last] == "“" else "closes"
    if text.count('"') % 2 == 1 and (within or text.startswith('"')):
        return "closes" if within else "opens"
    return "neither"
