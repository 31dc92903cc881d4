"""A thing named in short after it was named in full: "the council" after "the Examination and Assessment Council",
"đề án" after "Đề án nâng cao chất lượng công chức". Knows the words of both questions only.
"""

import re

from assistant.mentions import find_mentions
from corpus.units import same_length

# what is called by a longer name first and by its head then
_HEADS_VI = (
    "hoi dong|ban chi dao|ban soan thao|to giup viec|de an|chuong trinh|ke hoach|du an|chien luoc|hoi nghi|cuoc hop"
    "|quy che|lop"
)
_HEADS_EN = "council|committee|board|team|commission|project|programme|program|plan|conference|meeting|strategy|class"
_SHORT_VI = re.compile(
    rf"(?<!\w)(?P<head>{_HEADS_VI})(?=\s*(?:$|[?,.]|(?:do|nay|ay|thi|la|co|gom|hop|phai|duoc|bi|can|ai|khi|bao|may|se|da"
    r"|nhu|dien ra|to chuc|bat dau|ket thuc)(?!\w)))"
)
_SHORT_EN = re.compile(
    rf"(?<!\w)(?:the|that|this)\s+(?P<head>{_HEADS_EN})(?=\s*(?:$|[?,.]|(?:is|are|was|were|have|has|had|be|meets?|held"
    r"|do|does|did|starts?|ends?|takes?|cost|to|by|in|on|at)(?!\w)))"
)
_NO_NAME_VI = r"(?!(?:la|co|gom|duoc|bi|phai|do|thi|khi|nao|gi|ai|bao|may|theo|hop|khai mac|dien ra)(?!\w))"
_NO_NAME_EN = r"(?!(?:is|are|was|were|do|does|did|have|has|had|under|according|held|chaired|in)(?!\w))"


def bodies_named(question: str, before: str) -> str:
    """The question with the full name, as it stands in the question before, of what it names in short."""
    if find_mentions(question):
        return question
    said = _SHORT_EN.search(same_length(question))
    vietnamese = said is None
    said = said or _SHORT_VI.search(same_length(question))
    if said is None:
        return question
    for full in (_name_vi if vietnamese else _name_en)(said["head"]).finditer(same_length(before)):
        shown = before[full.start() : full.end()]
        if len(shown.split()) <= len(said["head"].split()):
            continue
        # a document called by its number is carried along otherwise
        return question if find_mentions(shown) else question[: said.start("head")] + shown + question[said.end() :]
    return question


def _name_vi(head: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){head}(?:\s+{_NO_NAME_VI}[^\s?,.;]+){{2,9}}")


def _name_en(head: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<=the\s)(?:[\w’'-]+\s+){{0,5}}?{head}(?:\s+(?:of|for|on|to)(?:\s+{_NO_NAME_EN}[\w’'-]+){{1,8}})?(?!\w)"
    )
