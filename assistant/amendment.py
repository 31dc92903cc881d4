"""What an amending text does to the wording of another, instruction by instruction. Types only: how they are read is
`amending`'s, how they are carried out `consolidate`'s.

Everything is found by offsets into the amending document: `text[start:end]` are the words of the instruction, of the
new wording, of the phrases that go and come.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.units import UnitReference

Span = tuple[int, int]


class Act(StrEnum):
    """What is done to the units named, or to words in them."""

    AMEND = "amend"  # sửa đổi, sửa đổi và bổ sung: the unit gets a new wording
    SUPPLEMENT = "supplement"  # bổ sung with no place said: a new unit, or more words in one that is there
    INSERT = "insert"  # bổ sung Điều 5a vào sau Điều 5
    ANNUL = "annul"  # bãi bỏ
    SWAP = "swap"  # thay thế cụm từ A bằng cụm từ B
    DROP = "drop"  # bỏ cụm từ A
    ADD_WORDS = "add_words"  # bổ sung cụm từ B vào sau cụm từ A
    RENUMBER = "renumber"  # khoản 3 được đánh số lại thành khoản 4


class Portion(StrEnum):
    """What of a unit is meant, where it is not the whole."""

    TITLE = "title"  # tên Điều 5
    LEAD = "lead"  # đoạn mở đầu khoản 2
    OTHER = "other"  # đoạn thứ hai, gạch đầu dòng thứ nhất: named, and not carried out


@dataclass(frozen=True, slots=True)
class Amendment:
    """One instruction.

    `number_key` names the document that it is about (None: the text does not say by number), `enclosed`: the regulation
    that this promulgates. `units` are steps small to large; none, with words to swap, means everywhere. `anchor` is the
    unit behind which (`before`: before which) a new one goes; `renumbered` are the new names, in the order of `units`.
    `new` is the new wording or phrase, `old` the phrase that goes, or beside which words are added. `day` is stated by
    the instruction itself. `corrects`: it holds from the beginning of what it corrects.
    """

    act: Act
    start: int
    end: int
    source_unit: str | None = None
    number_key: str | None = None
    enclosed: bool = False
    units: tuple[UnitReference, ...] = ()
    exceptions: tuple[UnitReference, ...] = ()
    anchor: UnitReference | None = None
    before: bool = False
    renumbered: tuple[UnitReference, ...] = ()
    new: Span | None = None
    old: Span | None = None
    portion: Portion | None = None
    day: date | None = None
    corrects: bool = False
