"""What heads a unit of a document, and whether it names a thing of its own. Knows nothing of topics."""

import re

from corpus.document import Outline, Provision
from corpus.units import same_length

_LONGEST = 250  # characters
_TWO_LINES = frozenset({"part", "chapter", "section", "subsection", "annex", "enclosure", "form"})
HEADED = _TWO_LINES | {"article", "roman", "heading", "letter"}
_MAY_BE_HEADED = frozenset({"clause", "subclause", "point", "dash"})
_LONGEST_LINE = 150  # ... of a first line that heads what stands below it
_OF_TITLE = 80  # characters of a title by which it is known again
_OR = re.compile(r"[,;]\s+|\s+(?:và|hoặc|va|hoac|and|or)\s+", re.IGNORECASE)
_MARK = re.compile(
    r"^\W*(?:(?:phần|chương|mục|tiểu mục|điều|part|chapter|section|article|clause)\s+[\w.]+|[ivxlc]+|[\d.]+|[a-zđ])"
    r"[.):\-]*\s+",
    re.IGNORECASE,
)
# how a thing is done, not which: a heading of such words alone is about what its chapter is about
_OF_ANY_PROCEDURE = re.compile(
    r"\b(?:trinh tu|thu tuc|quy trinh|cac buoc|buoc|thoi han|thoi gian|tham quyen|giai quyet|thanh phan|ho so|co quan"
    r"|hoi dong|ket qua|tiep nhan|kiem tra|sat hach|xu ly|thuc hien|luu y|cach thuc|nop|nhan|tra|thong bao|dieu kien"
    r"|doi tuong|tieu chuan|hinh thuc|noi dung|yeu cau|so luong|cac truong hop|truong hop|de nghi"
    r"|va|cua|ve|viec|gom|theo|cho"
    r"|procedures?|process|orders?|steps?|time|limits?|deadlines?|competence|authority|settlement|settling|dossiers?"
    r"|files|papers|agency|agencies|councils?|results?|receipt|receiving|verification|verifying|checking|handling"
    r"|conditions?|notes|contents?|submission|submitting|cases?|requests?|forms?"
    r"|of|for|and|the|an?|in|on|to|by)\b"
)


def heading(text: str, outline: Outline, unit: Provision) -> str:
    """What heads a unit: its first line; of a chapter, whose title stands below its number, up to what it holds."""
    end = min(unit.end, unit.start + _LONGEST)
    if unit.kind not in _TWO_LINES:
        return text[unit.start : end].split("\n")[0]
    first = next((u.start for u in outline.children(unit.address) if u.start > unit.start), end)
    return " ".join(text[unit.start : min(end, first)].split("\n")[:3])


def is_headed(text: str, unit: Provision) -> bool:
    """Whether a unit has a heading: by its kind, or a first line that is no sentence, with more below it."""
    if unit.kind in HEADED:
        return True
    if unit.kind not in _MAY_BE_HEADED:
        return False
    first, _, rest = text[unit.start : unit.end].strip().partition("\n")
    return bool(rest.strip()) and len(first) <= _LONGEST_LINE and first.rstrip()[-1:] not in ".;:,"


def unmarked(heading: str) -> str:
    """A heading without the number it bears."""
    return _MARK.sub("", heading)


def repeats(heading: str, title: str) -> bool:
    """Whether a heading has its document's title over again, or begins as it does: what the document does by itself.

    "Ban hành kèm theo Quyết định này Quy chế ...", "Điều 1. Phê duyệt Đề án" in a decision that approves one.
    """
    head, whole = same_length(unmarked(heading)).strip(" .:"), same_length(title)
    return bool(head and whole) and (whole[:_OF_TITLE] in head or whole.startswith(head))


def named_in(heading: str) -> list[str]:
    """The things that a heading names side by side, without its mark; those that only say how are left out."""
    parts = _OR.split(unmarked(heading))
    return [p for p in parts if not is_of_any_procedure(p)]


def is_of_any_procedure(heading: str) -> bool:
    """Whether a heading says how, when or by whom something is done, and not what."""
    return not thing_words(heading)


def thing_words(heading: str) -> list[str]:
    """The words of a heading that say what it is about, as they stand."""
    text = unmarked(heading)
    folded = _OF_ANY_PROCEDURE.sub(lambda m: " " * len(m.group()), same_length(text))
    return [text[m.start() : m.end()] for m in re.finditer(r"[^\W\d_]+", folded)]
