"""What stands between the documents and units that a statement names: what joins them, brackets.

Patterns fit folded words.
"""

import re

from ingest.relations.verbs import TYPE_NAMES

# at the end of what stands before the next one
JOINED = re.compile(
    r"(?:[,;]|(?<!\w)(?:va|and|hoac|cung voi|cung nhu))\s*(?:va\s+|and\s+|dong thoi\s+)?(?:cac\s+|the\s+)?$"
)
# what may stand before the first document or unit and says nothing of its own
NAMES = re.compile(
    rf"(?<!\w)(?:{TYPE_NAMES}|ban hanh|kem|theo|so|no|cua|of|the|cac|tai|va|and|from|ve|dated?|to|in|noi"
    rf" dung)(?!\w)|\W+"
)
# "ngày hết hiệu lực: 01/11/2025", a column of a list: the verb says of what the day is
NAMED_DAY = re.compile(r"(?:ngay|thoi diem|date of|day of)\s+$")


def leaves_bracket_open(between: str) -> bool:
    """Whether what follows stands in a bracket: it is told aside."""
    return between.count("(") > between.count(")")
