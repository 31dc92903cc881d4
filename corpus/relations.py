"""What one document says about another, statement by statement: kinds, targets, units, dates. Not how they are found.

Every statement keeps the sentence that makes it, as offsets into the text of the document that says it. A target need
not be indexed: it is named, and bound to a document when one answers to that name.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.units import UnitReference


class RelationKind(StrEnum):
    """What a document does to another, by the statuses and relations that vbpl.vn keeps."""

    BASED_ON = "based_on"  # căn cứ ban hành
    DETAILS = "details"  # quy định chi tiết
    GUIDES = "guides"  # hướng dẫn (thi hành)
    AMENDS = "amends"  # sửa đổi, sửa đổi và bổ sung; word swaps
    SUPPLEMENTS = "supplements"  # bổ sung only: adds units or words, takes none away
    REPLACES = "replaces"  # thay thế: the whole, or named units
    ANNULS = "annuls"  # bãi bỏ, hủy bỏ: the whole, or named units
    EXPIRES = "expires"  # says that another ceases ("X hết hiệu lực kể từ ngày ..."), not by what
    CORRECTS = "corrects"  # đính chính
    CONSOLIDATES = "consolidates"  # hợp nhất
    SUSPENDS = "suspends"  # đình chỉ, ngưng hiệu lực
    RESUMES = "resumes"  # ends a suspension
    EXTENDS = "extends"  # kéo dài thời hạn áp dụng
    CONTINUES = "continues"  # tiếp tục áp dụng: what would end with another text goes on, for ever or until a day
    POSTPONES = "postpones"  # lùi thời điểm có hiệu lực
    REFERS_TO = "refers_to"  # dẫn chiếu


# what changes another's validity or wording; the rest only connects the two
CHANGING = frozenset({
    RelationKind.AMENDS, RelationKind.SUPPLEMENTS, RelationKind.REPLACES, RelationKind.ANNULS, RelationKind.EXPIRES,
    RelationKind.CORRECTS, RelationKind.SUSPENDS, RelationKind.RESUMES, RelationKind.EXTENDS, RelationKind.CONTINUES,
    RelationKind.POSTPONES,
})  # fmt: skip
# what ends the validity of what it names
ENDING = frozenset({RelationKind.REPLACES, RelationKind.ANNULS, RelationKind.EXPIRES})


@dataclass(frozen=True, slots=True)
class Target:
    """The document that is meant, as far as it is named.

    `number_key` is `identity.Number.key`; a law cited without a number has `name`, folded, and mostly a year. Numbers
    recur: `type`, `issued` (or `year`) tell those apart that share one. `enclosed`: what is meant is the regulation
    that the document promulgates ("Quy chế ban hành kèm theo Quyết định số ...").
    """

    printed: str
    number_key: str | None = None
    name: str | None = None
    type: str | None = None
    issued: date | None = None
    year: int | None = None
    enclosed: bool = False


@dataclass(frozen=True, slots=True)
class Swap:
    """Words that take the place of others: "thay cụm từ “...” bằng cụm từ “...”"; `new` is empty where they go."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement about another document.

    `source_unit` is the address of the innermost unit that states it (None: the preamble or the title). `units` are the
    units of the target that it is about, steps small to large (`UnitReference.steps`), none: the whole, or with
    `partial` a part that is not named by units ("một số điều", "các quy định về ..."). `day` is from when, `until` the
    last day of what ends by itself; `day` is None where the text states none. `start:end` is the sentence,
    `phrase_start:phrase_end` the words that say what is done. `exceptions` are units left as they were: for ever, or
    until the day `until`.
    """

    kind: RelationKind
    target: Target
    start: int
    end: int
    phrase_start: int
    phrase_end: int
    source_unit: str | None = None
    units: tuple[UnitReference, ...] = ()
    exceptions: tuple[UnitReference, ...] = ()
    partial: bool = False
    day: date | None = None
    until: date | None = None
    swaps: tuple[Swap, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it is about all of the target."""
        return not self.units and not self.partial and not self.swaps


@dataclass(frozen=True, slots=True)
class Effect:
    """A day that a document states of itself (or of units of its own): from when it holds, or until when.

    `ends` tells which: `day` is then the first day on which it holds no more. `start:end` is the sentence.
    """

    day: date
    start: int
    end: int
    units: tuple[UnitReference, ...] = ()
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a document says and that cannot be right; `code` is that of a message, `facts` what it names."""

    code: str
    start: int = 0
    end: int = 0
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Statements:
    """All that one document states about others and about its own validity, each kind in reading order."""

    relations: tuple[Relation, ...] = ()
    effects: tuple[Effect, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
