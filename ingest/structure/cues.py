"""The words by which an official text says that it ends, that another begins, what a table is.

Knows nothing of units.
"""

import re
from collections.abc import Sequence

from corpus.folding import CAPITALS, fold
from corpus.identity import type_of_heading

_CLOSING = re.compile(
    rf"^(?:Nơi nhận|Recipients|T\s*/?\s*M\.?\s+[{CAPITALS}]|K\s*/?\s*T\.?\s+[{CAPITALS}]"
    rf"|T\s*/?\s*L\.?\s+[{CAPITALS}]|TUQ\.|ON BEHALF OF|BY ORDER OF|\(Đã ký\)|\(Signed\))"
)
_ENCLOSED = re.compile(
    r"^\(?\s*(?:Ban hành\s+)?kèm theo|^\(?\s*(?:Issued|Promulgated|Attached|Enclosed)\b.{0,20}\b(?:with|to)\b",
    re.IGNORECASE,
)
_OTHER_TYPES = (
    "dieu le", "noi quy", "quy trinh", "de cuong", "danh muc", "bang gia", "quy chuan", "chien luoc", "bo tieu chi",
    "charter", "by-laws", "list of", "rules", "procedure", "strategy",
)  # fmt: skip
_CONTENTS = re.compile(r"^(?:MỤC LỤC|TABLE OF CONTENTS|CONTENTS)$", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:Bảng|BẢNG|Table|TABLE)(?:\s+(?:số|SỐ|No\.?))?\s+\d{1,3}(?:\.\d{1,2})*\b")
_NOT_TITLE = re.compile(
    r"^(?:\(|TÊN |CỘNG H(?:ÒA|OÀ) XÃ|Độc lập|ĐẢNG CỘNG|SOCIALIST REPUBLIC|Independence|BỘ |ỦY BAN|UBND|SỞ |CƠ QUAN"
    r"|Số\s*:|No\.|…|\.\.)"
)


def closes(text: str) -> bool:
    """Whether a line begins the recipients or the signature.

    A post alone ("CHỦ TỊCH QUỐC HỘI") does not say so: it heads decisions and stands in tables and forms as well.
    """
    return bool(_CLOSING.match(text))


def comes_with_another(text: str) -> bool:
    """Whether a line says that its text is issued with another ("Ban hành kèm theo Quyết định số ...")."""
    return bool(_ENCLOSED.match(text))


def names_type(text: str) -> bool:
    """Whether a line opens with a type of text that may be enclosed in another."""
    return type_of_heading(text) is not None or fold(text).startswith(_OTHER_TYPES)


def is_caption(text: str) -> bool:
    """Whether a line names the table below it."""
    return bool(_CAPTION.match(text))


def is_head_of_form(text: str) -> bool:
    """Whether a line under an annex's or a form's name is not yet its title."""
    return bool(_NOT_TITLE.match(text))


def contents(texts: Sequence[str]) -> set[int]:
    """The lines of a table of contents: each ends with the number of its page."""
    inside: set[int] = set()
    within = False
    for i, text in enumerate(texts):
        if _CONTENTS.match(text.strip()):
            within = True
        elif within and re.search(r"[\s.…]\d{1,4}$", text):
            inside.add(i)
        elif text:
            within = False
    return inside
