"""What a checklist is asked for: the subject without the words that ask, and the kind. Compares folded words."""

import re
from dataclasses import dataclass

from assistant.checklists.items import Kind
from assistant.mentions import find_mentions
from corpus.folding import language_of, nfc
from corpus.identity import TYPES
from corpus.messages import Language
from corpus.units import same_length

# the words that ask for a list are no part of its subject
_ASKING = (
    re.compile(
        r"(?:please )?(?:(?:draft|make|create|prepare|write|build|give me|i need) )?(?:an? |the |me an? )?"
        r"(?:(?:draft )?check-?list|to-?do list|task list|list of (?:the )?(?:tasks|duties|steps|things to do))"
        r"(?: draft)?(?:\s*:| (?:for|of|on|about|to)(?= )|$)\s*"
    ),
    re.compile(
        r"(?:(?:hay|xin|vui long|giup toi) )?(?:(?:lap|soan|tao|du thao|xay dung|cho toi|toi can) )?(?:mot |ban )?"
        r"(?:(?:danh muc|danh sach|bang ke) (?:cac )?(?:cong )?viec(?: (?:can|phai) lam)?|(?:danh muc|bang) kiem(?: tra)?"
        r"|check-?list|nhung viec (?:can|phai) lam)(?:\s*:| (?:de|cho|ve|khi|cua|trong)(?= )|$)\s*"
    ),
    re.compile(r"(?:what (?:must|should|shall|does|do|has to)|who does what|how to|the steps (?:to|for|of))(?: |$)"),
)
_ENDING = re.compile(
    r"\s+(?:can |phai |bao )?(?:gom|co|chua|nop|can) (?:nhung |cac )?(?:gi|giay to gi|giay to nao|tai lieu gi)$"
    r"|\s+(?:nhu the nao|ra sao|the nao)$|\s+(?:contain|include|consist of|comprise)$"
    r"|\s+(?:theo (?:tung )?(?:co quan|don vi)|by (?:agency|agencies|unit|department))$"
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("dossier", re.compile(
        r"^(?:thanh phan |cac |nhung )?(?:ho so|giay to)\b|\bthanh phan ho so\b|\bho so\b.{0,80}\b(?:gom|can|co) (?:nhung |cac )?(?:gi|giay to)"
        r"|\bgiay to (?:nao|can|phai)\b|\bnhung giay to\b"
        r"|\b(?:dossier|submission|application|file)\b.{0,80}\b(?:contain|include|consist|comprise|papers?)|^(?:the )?(?:dossier|papers|documents) (?:of|for|required|needed)\b"
        r"|\b(?:papers|documents) (?:required|needed|to (?:submit|hand in))\b")),
    ("assignment", re.compile(
        r"\b(?:phan cong|giao viec|giao nhiem vu|ai lam gi|trach nhiem (?:cua )?(?:cac|tung)|theo (?:tung )?(?:co quan|don vi)|(?:co quan|don vi) nao)\b"
        r"|\b(?:assign(?:ments?|ed)|who does what|(?:duties|tasks|responsibilities) (?:by|of|per|for each)|by (?:agency|agencies|unit|department))\b")),
    ("procedure", re.compile(
        r"\b(?:quy trinh|trinh tu|thu tuc|cac buoc|thoi han)\b|\b(?:procedures?|process|steps|how to|time limits?)\b")),
)  # fmt: skip
# with a document named, words that only say "do what it says" ask for all of it
_ALL_OF_IT = re.compile(
    r"\b(?:thuc hien|trien khai|thi hanh|tuan thu|theo|trong|cua|tai|giao|nhiem vu|cong viec|trach nhiem|phan cong|quy trinh"
    r"|trinh tu|thu tuc|cac buoc|thoi han|ho so|thanh phan|giay to|cac|nhung|viec"
    r"|implement(?:ing|ation)?|carry(?:ing)? out|comply(?:ing)? with|under|in|of|the|by|from|to|for|duties|tasks|responsibilities"
    r"|assignments?|procedures?|steps|time limits?|dossier|submission|papers|required)\b"
)
_PAPERS = re.compile(
    r"\b(?:(?:thanh phan |cac |nhung )*(?:ho so|giay to)(?: (?:can|phai) (?:nop|co))?"
    r"|(?:the )?(?:dossiers?|papers|documents|files?|submissions?|applications?)"
    r"(?: (?:required|needed|to (?:submit|hand in)|to be (?:submitted|handed in)))?(?: (?:of|for))?)\b"
)
_NAMES = sorted({same_length(n) for _, vi, en, *_ in TYPES for n in (vi, *en)}, key=lambda n: (-len(n), n))
_TYPES = re.compile(rf"\b(?:{'|'.join(map(re.escape, _NAMES))}|so|no|number|dated|ngay)\b\.?")


@dataclass(frozen=True, slots=True)
class Topic:
    """What was typed, the subject that is looked for, the kind that it tells (None: none), its language."""

    typed: str
    subject: str
    told: Kind | None
    language: Language


def read_topic(typed: str) -> Topic:
    """Takes a topic apart; what only asks for a list is left out of the subject."""
    even = " ".join(nfc(typed).split()).strip(" ?!.")
    folded = same_length(even)
    told = next((kind for kind, pattern in _KINDS if pattern.search(folded)), None)
    start = 0
    for pattern in _ASKING:
        if match := pattern.match(folded, start):
            start = match.end()
    end = match.start() if (match := _ENDING.search(folded, start)) else len(even)
    subject = even[start:end].strip(" :,-") or even
    return Topic(typed, subject, told, language_of(even))


def without_papers(subject: str) -> str:
    """What the papers are for: that they are papers, every list of papers says."""
    rest = " ".join(_cut(subject, _PAPERS).split()).strip(" :,-")
    return rest if any(c.isalpha() for c in rest) else subject


def _cut(text: str, pattern: re.Pattern[str]) -> str:
    folded, kept, at = same_length(text), [], 0
    for match in pattern.finditer(folded):
        kept.append(text[at : match.start()])
        at = match.end()
    return " ".join((*kept, text[at:]))


def beside_documents(subject: str) -> str:
    """The subject without the numbers of documents in it."""
    for mention in sorted(find_mentions(subject), key=lambda m: -m.start):
        subject = subject[: mention.start] + " " + subject[mention.end :]
    return subject


def asks_all(rest: str) -> bool:
    """Whether what stands beside the name of a document singles nothing out in it."""
    return not re.sub(r"[\W_]", "", _ALL_OF_IT.sub(" ", _TYPES.sub(" ", same_length(rest))))
