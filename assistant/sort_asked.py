"""What sort of thing is asked for by its noun, or by name: "khoa nào", "which bank", "giám đốc tên là gì".

A statement that holds nothing of that sort is no answer, however near the rest of its words are. Knows one statement at
a time, and nothing of scores.
"""

import re
from functools import lru_cache

from assistant.evidence import Evidence
from assistant.kind_asked import ASKS_NAME
from assistant.kinds import place_asked
from assistant.question import Question
from corpus.folding import CAPITALS, fold, has_diacritics
from corpus.persons import names_person


class _Asked:
    """How a sort is asked for: with its marks where the question has any ("trưởng nào" is no "trường nào")."""

    def __init__(self, vi: str, en: str) -> None:
        self._marked = re.compile(rf"\b(?:{vi})\b", re.IGNORECASE)
        self._bare = re.compile(rf"\b(?:{fold(vi)})\b|\b(?:which|what) (?:[\w-]+ )?(?:{en})\b")

    def within(self, question: str) -> bool:
        """Whether a question asks for it."""
        return (
            self._marked.search(question) if has_diacritics(question) else self._bare.search(fold(question))
        ) is not None


_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Dr|Comrade|[Ôô]ng|[Bb]à|[Đđ]ồng chí)\.? [{CAPITALS}]")
# how a sort is asked for in each language, and how things of it are called in either
_SORTS = tuple(
    (_Asked(vi, en), re.compile(rf"\b(?:{called})", re.IGNORECASE))
    for vi, en, called in (
        ("khoa nào", "facult(?:y|ies)", r"khoa\b|facult"),
        ("phòng (?:ban |chuyên môn )?nào", "divisions?", r"phòng\b|division|office|bureau"),
        ("văn phòng nào", "offices?",
         r"phòng\b|\bsở\b|\bban\b|\bvụ\b|\bcục\b|office|division|bureau|department|agency|committee"),
        ("(?:nhà )?trường nào", "(?:schools?|universit(?:y|ies)|colleges?)",
         r"trường\b(?! hợp)|học viện|school|universit|college|academy"),
        ("ngân hàng nào", "banks?", r"ngân hàng|\bbank"),
        ("(?:công ty|nhà thầu|hãng) nào", "(?:compan(?:y|ies)|firms?|contractors?|vendors?|suppliers?)",
         r"công ty|doanh nghiệp|nhà thầu|tập đoàn|compan|firm\b|contractor|enterprise|vendor|supplier|corporation"),
        ("bệnh viện nào", "hospitals?", r"bệnh viện|hospital"),
        ("(?:bằng(?: cấp)?|trình độ(?: \\w+){0,2}) (?:gì|nào)", "(?:degrees?|qualifications?)",
         r"bằng\b|trình độ|đại học|cao đẳng|trung cấp|thạc s|tiến s|cử nhân|chuyên ngành|degree|bachelor|master|doctor"
         r"|universit|college|qualif|diploma|graduat|major"),
    )
)  # fmt: skip


@lru_cache(maxsize=64)  # asked of every statement
def _asked(question: Question) -> tuple[bool, tuple[re.Pattern[str], ...]]:
    """Whether a person is asked for by name, and what a statement must hold of the sorts that are asked for."""
    folded = fold(question.text)
    # a list may have its sort in the line that opens it
    sorts = [called for asks, called in _SORTS if question.kind != "list" and asks.within(question.text)]
    place = place_asked(folded)
    by_name = question.kind == "who" and ASKS_NAME.search(folded) is not None
    return by_name, (*sorts, *(() if place is None else (place,)))


def holds_sort(question: Question, e: Evidence) -> bool:
    """False for a statement that names nobody where a name is asked for, or nothing of the sort that is."""
    by_name, sorts = _asked(question)
    if by_name and not (names_person(e.with_lead) or _TITLED.search(e.with_lead)):
        return False
    if not sorts or e.lead_in:
        return True
    text = "\n".join((e.with_lead, *e.header, e.above))
    return all(sort.search(text) for sort in sorts)
