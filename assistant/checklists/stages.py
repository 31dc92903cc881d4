"""In which stage a task stands: prepare, submit, appraise, approve, implement, report. Reads verbs, not subjects."""

import re
from collections.abc import Iterable
from typing import Literal

from corpus.document import Outline, Provision
from corpus.units import same_length

Stage = Literal["prepare", "submit", "appraise", "approve", "implement", "report"]
STAGES: tuple[Stage, ...] = ("prepare", "submit", "appraise", "approve", "implement", "report")

_VERBS: dict[Stage, str] = {
    "prepare": r"xay dung|bien soan|soan thao|lap|du thao|chuan bi|ra soat|thong ke|khao sat|lay y kien|niem yet|hoan chinh|sua chua"
    r"|prepar\w*|draft\w*|develop\w*|build\w*|compil\w*|draw(?:n|s|ing)? up|revis\w*|survey\w*|review and|consult\w*|post(?:ed|s)? for",
    "submit": r"gui|nop|(?<!chuong )(?<!qua )(?<!quy )(?<!tien )trinh(?! tu| do)|de nghi tham dinh|dang ky"
    r"|submit\w*|send\w*|sent|forward\w*|register\w*|lodg\w*|hand(?:s|ed)? in",
    "appraise": r"tham dinh|tham tra|cho y kien|xem xet(?!,? (?:va )?(?:quyet dinh|phe duyet|ban hanh|thong qua|cong nhan))|apprais\w*|verif\w*|examin\w*|assess\w*|scrutin\w*",
    "approve": r"phe duyet|quyet dinh|ban hanh|cong nhan|thong qua|approv\w*|decid\w*|promulgat\w*|recogni[sz]\w*",
    "implement": r"trien khai|thuc hien|to chuc|bo tri|quan triet|cap phat|thanh toan|implement\w*|organi[sz](?:e|es|ed|ing)|carr(?:y|ied|ies) out|deploy\w*|arrang\w*|pay\w*",
    "report": r"bao cao|tong ket|so ket|danh gia|kiem tra|giam sat|theo doi|don doc|tong hop|giai trinh"
    r"|report\w*|evaluat\w*|inspect\w*|supervis\w*|monitor\w*|urg(?:e|es|ing)|summari[sz]\w*|explain\w*",
}  # fmt: skip
_ANY = re.compile("|".join(rf"(?P<{stage}>\b(?:{verbs})\b)" for stage, verbs in _VERBS.items()))
# what the first verb alone would put elsewhere: a dossier is looked through, a decision comes out
_PHRASES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("appraise", re.compile(
        r"^\W*(?:\w+ ){0,6}?(?:kiem tra|thong bao|yeu cau)\b[^.;]{0,60}\b(?:ho so|bo sung|day du|chua du|thieu sot)\b"
        r"|^\W*(?:\w+ ){0,6}?(?:examines?|checks?|notice|notif\w+)\b[^.;]{0,60}\b(?:incomplete|complete|supplement\w*)\b"
        r"|\bkiem tra,? sat hach\b")),
    ("approve", re.compile(
        r"^\W*(?:the )?(?:\w+ )?(?:quyet dinh|decisions?)\b[^.;]{0,60}"
        r"\b(?:duoc (?:ban hanh|ky)|(?:is|are|must be|shall be) (?:issued|promulgated|signed))\b")),
)  # fmt: skip
# "according to the decision of ...", "a report": what such words name is a paper, not what is to be done
_PAPER = re.compile(r"decisions?|reports?|quyet dinh|bao cao|assessments?")
_NOUN = re.compile(r"(?:\b(?:theo|cac|mot|cua|so|ban|the|this|a|an|said|under|with|by the|to the) ?)$")
_STEP = re.compile(
    r"^\W*(?:buoc|giai doan|step|phase|stage)\s+(?:thu\s+)?(?:\d{1,2}|[ivx]{1,4}|nhat|hai|ba|mot|one|two|three)\b"
)


def stage_of(action: str) -> Stage:
    """The stage of the first verb that tells one; "implement" where none does."""
    folded = same_length(action)
    told = next((stage for stage, phrase in _PHRASES if phrase.search(folded)), None)
    if told is not None:
        return told
    noun: Stage | None = None
    for match in _ANY.finditer(folded):
        stage: Stage = next(s for s in STAGES if match[s])
        if not _PAPER.fullmatch(match.group()) or not _NOUN.search(folded, max(0, match.start() - 8), match.start()):
            return stage
        noun = noun or stage
    return noun or "implement"


def step_above(outline: Outline, unit: Provision | None, text: str) -> Provision | None:
    """The step ("Bước 2", "Phase 1") that a unit stands in, as its document heads it."""
    return next((u for u in outline.above(unit) if is_step(text[u.start : min(u.end, u.start + 80)])), None)


def is_step(heading: str) -> bool:
    """Whether a heading numbers a step."""
    return bool(_STEP.match(same_length(heading)))


def in_stages(stages: Iterable[str]) -> list[str]:
    """The stages that occur, in the order of work; conditions come first, papers are handed in once prepared."""
    there = set(stages)
    return [s for s in ("meet", "prepare", "papers", *STAGES[1:]) if s in there]
