"""What a text lays down: that something is forbidden, required, allowed or left free; the first word for it counts."""

import re
from typing import Literal

from corpus.folding import language_of
from corpus.messages import Language
from corpus.units import same_length

Force = Literal["forbidden", "required", "allowed", "free"]
_FORCES: dict[Language, tuple[tuple[Force, re.Pattern[str]], ...]] = {
    "vi": (
        ("free", re.compile(r"\bkhong (?:can|phai|bat buoc|yeu cau)\b")),
        ("forbidden", re.compile(r"\b(?:khong duoc(?: phep)?|khong the|nghiem cam|cam)\b"
            # "Không phúc khảo kết quả thi vấn đáp."
            r"|^\W*(?:\w{1,2}[.)]\s+)?khong(?= (?!qua|duoi|it|kem|con|ke|bao|co|phai|can|bat|yeu|dat|du)\w)")),
        ("required", re.compile(r"\b(?:phai|bat buoc)\b")),
        ("allowed", re.compile(r"\b(?:duoc(?: phep)?|co the)\b")),
    ),
    "en": (
        ("free", re.compile(r"\b(?:(?:is|are|be) not (?:required|obliged)|do(?:es)? not (?:need|have) to|need not"
            r"|not mandatory|optional)\b")),
        ("forbidden", re.compile(r"\b(?:(?:must|may|shall|can) not|cannot|mustn't|can't"
            r"|(?:is|are) (?:prohibited|forbidden|not allowed|not permitted)(?: from| to)?)\b"
            # "results are not re-marked"
            # "No job position shall be created"
            r"|\bno (?!later|more|less|longer|fewer|earlier|older)(?:[\w-]+ ){1,8}?(?:may|shall|must|can|is|are)\b"
            r"|\b(?:is|are) not(?= (?!required|obliged|allowed|permitted|limited)[\w-]+ed\b)")),
        ("required", re.compile(r"\b(?:must|shall|(?:is|are) (?:required|obliged) to|mandatory|have to|has to)\b")),
        ("allowed", re.compile(r"\b(?:may|can|(?:is|are) (?:allowed|permitted|entitled) to)\b")),
    ),
}  # fmt: skip
AGAINST: dict[Force, frozenset[Force]] = {
    "free": frozenset({"required"}),
    "required": frozenset({"free", "forbidden"}),
    "forbidden": frozenset({"allowed", "required"}),
    "allowed": frozenset({"forbidden"}),
}


def force_of(text: str) -> tuple[Force | None, int]:
    """What a text lays down (may, must, may not, need not), and where its word for that ends; the first one counts."""
    even, patterns = same_length(text), _FORCES[language_of(text)]  # "can" is "cần" without its marks
    found = [(m.start(), -m.end(), force, m.end()) for force, p in patterns if (m := p.search(even))]
    if not found:
        return None, 0
    _, _, force, end = min(found)
    return force, end
