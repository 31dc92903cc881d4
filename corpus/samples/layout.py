"""How the rules lay out state and Party documents: titles, sizes, as what a block is set. Knows nothing of Word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.samples.markup import Block, Source

NATION = {
    ("state", "vi"): ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    ("state", "en"): ("SOCIALIST REPUBLIC OF VIETNAM", "Independence - Freedom - Happiness"),
    ("party", "vi"): ("ĐẢNG CỘNG SẢN VIỆT NAM", ""),
    ("party", "en"): ("COMMUNIST PARTY OF VIETNAM", ""),
}
LONG_HEADING = 150
LONG_TITLE = 60
LONG_ISSUER = 24


@dataclass(frozen=True)
class Look:
    """Sizes of one layout: margins and widths in millimetres, letters and lines in points."""

    left: float
    right: float
    header: tuple[float, float]
    issuer: float
    nation: float
    number: float
    kind: float
    line: float
    indent: float
    recipients: float
    body: float = 14
    before: float = 6


STATE = Look(
    left=30, right=20, header=(62, 104), issuer=13, nation=13, number=13, kind=14, line=0, indent=12.7, recipients=11
)
PARTY = Look(
    left=30, right=15, header=(78, 88), issuer=14, nation=15, number=14, kind=16, line=18, indent=10, recipients=12
)


def nation_lines(source: Source) -> tuple[str, str]:
    """The title of the state or the Party, and the motto."""
    return NATION[source.layout, source.language]


def listed(items: tuple[str, ...]) -> list[str]:
    """The items of a list of recipients, each with its dash."""
    return [item if item.startswith("- ") else f"- {item}" for item in items]


def lead_and_rest(text: str) -> tuple[str, str]:
    """Splits an article that is a whole sentence after its number: only the number is set bold then."""
    found = re.match(r"(?:Điều|Article) \d+[a-zđ]?\.(?=\s)", text)
    if found and (text[-1] in ".;:" or len(text) > LONG_HEADING):
        return found[0], text[found.end() :]
    return text, ""


def body_mark(block: Block) -> str:
    """The mark to lay a block out by: an outline item that is a whole sentence is no heading but a clause."""
    sentence = block.text[-1:] in (".", ";") and len(block.text) > LONG_TITLE
    if block.mark in ("h2", "h3") and (sentence or len(block.text) > LONG_HEADING):
        return "clause"
    if block.mark == "plain" and block.text.isupper() and len(block.text) < LONG_TITLE:
        return "enact"
    return block.mark


def folded_issuer(issuer: str) -> str:
    """The name of a body on two lines where it is too long for its column."""
    if len(issuer) <= LONG_ISSUER:
        return issuer
    for start in (" TỈNH ", " OF "):
        head, found, tail = issuer.partition(start)
        if found:
            return f"{head}\n{found.strip()} {tail}"
    return issuer
