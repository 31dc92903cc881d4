"""Which words a statement puts for which: phrases replaced, taken out, put in, and misprints set right.

Knows nothing of the document that they stand in.
"""

import re

from corpus.relations import Swap

_PHRASE = r"[“\"«]([^“”\"«»]{1,400})[”\"»]"
_SWAP = re.compile(
    rf"(?:thay(?: thế)?|replac\w+|thay đổi|sửa(?: đổi)?|đính chính|corrects?)\s+(?:các\s+|the\s+)?"
    rf"(?:(?:cụm từ|từ ngữ|từ|phrases?|words?)\s*:?\s*)?{_PHRASE}[^“”\"«»]{{0,80}}?"
    rf"(?:bằng|thành|with|by)\s+(?:các\s+|the\s+)?(?:(?:cụm từ|từ ngữ|từ|phrases?|words?)\s*:?\s*)?{_PHRASE}",
    re.IGNORECASE,
)
# the same where the words are the subject
_SWAPPED = re.compile(
    rf"(?:cụm từ|từ ngữ|từ|phrases?|words?)\s*:?\s*{_PHRASE}[^“”\"«»]{{0,300}}?(?:được|bị|is|are|be)\s+(?:hereby\s+)?"
    rf"(?:(?:thay(?: thế)?|sửa(?: đổi)?|đính chính|điều chỉnh|replaced|changed|amended|corrected|substituted)\s+"
    rf"(?:lại\s+)?(?:bằng|thành|là|bởi|with|by|to(?:\s+read)?)\s*:?\s*(?:các\s+|the\s+)?"
    rf"(?:(?:cụm từ|từ ngữ|từ|phrases?|words?)\s*:?\s*)?{_PHRASE}|(?:bãi bỏ|bỏ|hủy bỏ|huỷ bỏ|deleted|removed|omitted))",
    re.IGNORECASE,
)
# "... đã in “A”, nay đính chính là “B”", "“A” sửa thành “B”", "đính chính mức thu ... từ “A” thành “B”"
_CORRECTED = re.compile(
    rf"{_PHRASE}[^“”\"«»]{{0,80}}?(?:đính chính|sửa|corrected|changed)\s+(?:lại\s+)?(?:thành|là|bằng|to(?:\s+read)?|as)"
    rf"\s*:?\s*(?:(?:cụm từ|từ ngữ|từ|số|the words?)\s*:?\s*)?{_PHRASE}"
    rf"|(?:đính chính|sửa|correct\w*)\s[^“”\"«»;]{{1,160}}?{_PHRASE}\s*(?:thành|là|to(?:\s+read)?)\s*:?\s*{_PHRASE}",
    re.IGNORECASE,
)
_DROP = re.compile(
    rf"(?:bãi bỏ|hủy bỏ|huỷ bỏ|bỏ|removes?|deletes?|annuls?|removing|deleting)\s+(?:các\s+|the\s+)?(?:cụm từ|từ"
    rf" ngữ|từ|phrases?|words?)\s*:?\s*{_PHRASE}",
    re.IGNORECASE,
)
_PUT = re.compile(
    rf"(?:bổ sung|adds?|inserts?|adding|inserting)\s+(?:các\s+|the\s+)?(?:cụm từ|từ ngữ|từ|phrases?"
    rf"|words?)\s*:?\s*{_PHRASE}[^“”\"«»]{{0,60}}?"
    rf"(?P<where>trước|sau|before|after)\s+(?:các\s+|the\s+)?(?:cụm từ|từ ngữ|từ|phrases?|words?)\s*:?\s*{_PHRASE}",
    re.IGNORECASE,
)


def swaps_in(text: str) -> tuple[Swap, ...]:
    """The phrases put for others, taken out or put in beside others, in the order of how they are said."""
    found = [Swap(m[1].strip(), m[2].strip()) for m in _SWAP.finditer(text)]
    found += [Swap(m[1].strip(), (m[2] or "").strip()) for m in _SWAPPED.finditer(text)]
    found += [Swap(m[1].strip(), "") for m in _DROP.finditer(text)]
    found = found or [Swap((m[1] or m[3]).strip(), (m[2] or m[4]).strip()) for m in _CORRECTED.finditer(text)]
    for m in _PUT.finditer(text):
        new, old = m[1].strip(), m[3].strip()
        ahead = m["where"].lower() in ("trước", "before")
        found.append(Swap(old, f"{new} {old}" if ahead else f"{old} {new}"))
    return tuple(found)


def sets_right(text: str) -> bool:
    """Whether a misprint is set right in so many words: "“A” sửa thành “B”"."""
    return _CORRECTED.search(text) is not None
