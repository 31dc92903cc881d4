"""The two official layouts in figures. Knows nothing of how they are drawn.

State: Decree 30/2020/NĐ-CP, Annex I. Party: Guideline 36-HD/VPTW; the rule of five hyphens, the post that is not bold
and the underlined recipients are those of Guideline 05-HD/VPTW.
"""

from dataclasses import dataclass

from assistant.sheet import Layout


@dataclass(frozen=True, slots=True)
class Figures:
    """Sizes in points, lengths in millimetres. `line` is an exact line pitch in points (None: single)."""

    top: int
    bottom: int
    left: int
    right: int
    parent: float
    issuer: float
    number: float
    title: float
    motto: float
    place: float
    type: float
    summary: float
    body: float
    indent: float
    line: float | None
    page: float = 14


STATE = Figures(
    top=20, bottom=20, left=30, right=15, parent=12, issuer=12, number=13, title=12, motto=13, place=13,
    type=14, summary=14, body=14, indent=12.7, line=None,
)  # fmt: skip
PARTY = Figures(
    top=20, bottom=20, left=30, right=15, parent=14, issuer=14, number=14, title=15, motto=0, place=14,
    type=16, summary=14, body=14, indent=10, line=18,
)  # fmt: skip
LAYOUTS: dict[Layout, Figures] = {"state": STATE, "party": PARTY}

FONT = "Times New Roman"
NOTE_SIZE = 10.0
POINTS = 72 / 25.4  # in a millimetre
SHORT_SIDE, LONG_SIDE = 210, 297  # A4
_WIDE, _CROWDED = 7, 10  # columns from which on a page lies, and from which on its words are small


def lies(columns: int) -> bool:
    """Whether tables of so many columns need the page to lie."""
    return columns >= _WIDE


def table_size(columns: int) -> float:
    """How large the words of a table are: neither rule says; as large as fits the number of columns."""
    return 10.0 if columns >= _CROWDED else 11.0 if lies(columns) else 12.0
