"""What stands between the documents and units that a statement names: what joins them, brackets.

Patterns fit folded words.
"""

import re

# at the end of what stands before the next one
JOINED = re.compile(
    r"(?:[,;]|(?<!\w)(?:va|and|hoac|cung voi|cung nhu))\s*(?:va\s+|and\s+|dong thoi\s+)?(?:cac\s+|the\s+)?$"
)
# "ngày hết hiệu lực: 01/11/2025", a column of a list: the verb says of what the day is
NAMED_DAY = re.compile(r"(?:ngay|thoi diem|date of|day of)\s+$")


def leaves_bracket_open(between: str) -> bool:
    """Whether what follows stands in a bracket: it is told aside."""
    return between.count("(") > between.count(")")
