"""Facts to ask about: one slot (a number, a day, a body) in one statement of a document, out of its registers.

A statement that is not whole on its own line, or a slot that cannot be singled out, gives no fact. Knows no wording.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.course_packs.bounds import DAY, Bound, bound_at, measure_of
from assistant.course_packs.material import Material, plain
from assistant.course_packs.names import name_at, shown_name
from corpus.registers import Deadline, Duty, Span

About = Literal["lead", "deadline", "figure", "requirement", "definition", "abbreviation", "list"]
SlotKind = Literal["number", "day", "name"]

_MARK = re.compile(
    r"(?:(?:Điều|Article|Chương|Chapter|Mục|Section)\s+[\dIVXLC]{1,6}[a-zđ]?\.?\s+)?"
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}[a-zđ]?[.)]|\d{1,2}-|[IVX]{1,5}[.)-]|[a-zđ]{1,2}\d?[)/.]|[-+•–*])\s+)?"
)
_NO_RULE = re.compile(
    r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Pursuant to|At the (?:proposal|request)|Nơi nhận|Recipients)\b"
)
_HANGING = re.compile(
    r"(?:trong đó|và|hoặc|nhưng|còn|riêng|đồng thời|đối với|nếu|thì"
    r"|of which|including|and|or|but|which|that|where|who)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?:\s?%)?(?![\w/]|[.,-]\d)")
# a number behind one of these is part of a name
_NAMED = re.compile(
    r"(?:Điều|khoản|điểm|Chương|Phụ lục|[Mm]ục|[Mm]ẫu|[Ss]ố|tháng|quý|năm|khóa|cấp|hạng|bậc|nhiệm kỳ|giai đoạn|No\.?"
    r"|Articles?|Clauses?|Points?|Annex|Section|[Ff]orm|level)\s*(?:số\s*)?$"
)
_RANGE = re.compile(r"\d\s*(?:[-–]|đến|to)\s*$")
_RANGE_ON = re.compile(r"\s*%?\s*(?:[-–]|đến|to)\s*\d")
MOST_SHOWN = 420  # characters: who reads longer questions has forgotten how they began
_SHORT = 30
_BEARABLE = 280
_REFERRING = re.compile(r"\b(?:đó|ấy|nói trên|nêu trên|such|thereof|thereafter|of them)\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """A slot of a statement: `whole` is shown, `slot` is asked for (outside `whole`: it stands in a heading above).

    `measure` is the word after a number ("tiet"), so that only numbers of one thing are compared.
    """

    about: About
    material: Material
    whole: Span
    slot: Span
    kind: SlotKind
    bound: Bound = "exact"
    measure: str = ""
    row: bool = False

    @property
    def answer(self) -> str:
        """The slot's words; a body's name as options show it."""
        words = self.slot.of(self.material.text)
        return words if self.kind == "number" else shown_name(words) if self.kind == "name" else plain(words)

    @property
    def inside(self) -> bool:
        """Whether the slot stands in the statement itself."""
        return self.whole.start <= self.slot.start and self.slot.end <= self.whole.end

    @property
    def shown(self) -> str:
        """The statement on one line."""
        return " ".join(self.whole.of(self.material.text).split())


def facts_of(material: Material) -> list[Fact]:
    """Every fact of what a course covers, one for each slot, in reading order."""
    found: dict[int, Fact] = {}
    for fact in _all(material):
        if fact.kind == "name" or fact.slot.start not in found:
            found.setdefault(fact.slot.start if fact.inside else -fact.whole.start, fact)
    return sorted(found.values(), key=lambda f: (f.whole, f.slot))


def _all(material: Material) -> Iterator[Fact]:
    registers = material.registers
    duties = [d for d in registers.duties if material.covers(d.whole.start)]
    for duty in duties:
        if duty.deadline is not None:
            yield from _deadline(material, duty.deadline)
    for asked in registers.requirements:
        if asked.value is not None and asked.operator not in ("has", "has_not") and material.covers(asked.whole.start):
            yield from _number(material, asked.words, "requirement")
    for figure in registers.figures:
        if material.covers(figure.whole.start):
            yield from _number(material, figure.printed, "figure")
    for duty in duties:
        yield from _lead(material, duty)


def _deadline(material: Material, deadline: Deadline) -> Iterator[Fact]:
    # the year may stand behind the phrase
    reach = min(len(material.text), deadline.phrase.end + 12)
    days = [d for d in DAY.finditer(material.text, deadline.phrase.start, reach) if d.start() < deadline.phrase.end]
    if deadline.kind in ("date", "recurring") and len(days) == 1:
        slot = Span(days[0].start(), days[0].end())
        whole = whole_at(material, slot)
        if whole is not None:
            yield Fact("deadline", material, whole, slot, "day", bound_at(material.text, whole, slot))
    elif deadline.kind == "relative" and not days:
        yield from _number(material, deadline.phrase, "deadline")


def _number(material: Material, words: Span, about: About) -> Iterator[Fact]:
    text = material.text
    numbers = list(_NUMBER.finditer(text, words.start, min(len(text), words.end + 2)))
    numbers = [n for n in numbers if n.start() < words.end]
    if len(numbers) != 1 and not (about == "requirement" and numbers):
        return
    slot = Span(numbers[0].start(), numbers[0].end())
    whole = whole_at(material, slot)
    if whole is None or _part_of_more(text, whole, slot):
        return
    row, bound = "|" in whole.of(text), bound_at(text, whole, slot)
    if bound == "exact" and re.fullmatch(r"0?1", slot.of(text)):
        return  # "one study day": the number is only an article
    yield Fact(about, material, whole, slot, "number", bound, measure_of(text, slot.end), row)


def _part_of_more(text: str, whole: Span, slot: Span) -> bool:
    """Whether a number is an end of a range, part of a day, of a year, of a number of a document or of a unit."""
    before, after = text[whole.start : slot.start], text[slot.end : whole.end]
    if _RANGE.search(before) or _RANGE_ON.match(after) or re.match(r"\s*[/)]", after):
        return True
    if any(d.start() < slot.end and slot.start < d.end() for d in DAY.finditer(text, whole.start, whole.end)):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", slot.of(text)):
        return True
    return bool(_NAMED.search(before))


def _lead(material: Material, duty: Duty) -> Iterator[Fact]:
    lead = duty.lead
    if lead is None or name_at(material.text, lead, material.language) is None:
        return
    # the body's own words in the statement single it out; in a heading above, the whole statement is its task
    whole = whole_at(material, lead) if _within(lead, duty.whole) else whole_at(material, duty.action)
    if whole is None or "|" in whole.of(material.text):
        return
    if not _within(lead, whole) and lead.end > whole.start:
        return
    yield Fact("lead", material, whole, lead, "name")


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def whole_at(material: Material, slot: Span) -> Span | None:
    """The statement around a slot, without its mark: the part between semicolons where that stands by itself."""
    text = material.text
    sentence = material.sentence_at(slot.start, slot.end)
    if sentence is None:
        return None
    start = sentence.start
    if (mark := _MARK.match(text, start, sentence.end)) is not None:
        start = mark.end()
    if start > slot.start or _NO_RULE.match(text, start):
        return None
    part = _part(text, Span(start, sentence.end), slot)
    return part if _stands_alone(material, part, sentence) else None


def _part(text: str, sentence: Span, slot: Span) -> Span:
    if text[sentence.start : sentence.end].count('"') or "|" in text[sentence.start : sentence.end]:
        return sentence
    start, end = sentence.start, sentence.end
    behind = text.rfind(";", start, slot.start)
    ahead = text.find(";", slot.end, end)
    cut = Span(behind + 2 if behind >= 0 else start, ahead if ahead >= 0 else end)
    later = text[cut.end + 1 : end].strip()
    whole = cut.end - cut.start >= _SHORT and not _HANGING.match(text, cut.start)
    if not whole or (later and _HANGING.match(later)) or _REFERRING.search(text, cut.start, cut.end):
        return sentence
    # a part that goes on another one may have its subject there: it is shown alone only where both are long
    begun = text[cut.start].isupper() or cut.end - start > _BEARABLE
    return cut if begun else Span(start, cut.end)


def _stands_alone(material: Material, part: Span, sentence: Span) -> bool:
    """Whether a statement is whole: of bearable length, begun and ended, not a line broken off."""
    text, words = material.text, part.of(material.text)
    if not _SHORT <= len(words) <= MOST_SHOWN:
        return False
    if "|" in words:
        return True
    if words.count("(") != words.count(")") or words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    # a line that begins with a small letter goes on another one, one that ends bare goes on in the next
    if part.start == sentence.start and text[sentence.start].islower():
        return False
    return text[sentence.end - 1] in '.;!”"/' and not words.rstrip().endswith(":")
