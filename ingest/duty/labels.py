"""A label before a colon: who acts, a step, a year ("Sở Nội vụ: Chủ trì ...", "Bước 1: ...", "Về giống: ...").

A line of its own may fill a slot of the task above it: "Đơn vị chủ trì: Sở Tài chính", "Deadline: before June 30".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.registers import Duty, Span
from ingest.deadlines import cell_deadline
from ingest.duty.actors import acting_vi, names_body, trimmed
from ingest.duty.actors_english import acting_en
from ingest.duty.bodies import bodies
from ingest.duty.scope import Scope, after_mark, below
from ingest.duty.start import verb_first
from ingest.duty.words import ORDERS_VI, VERBS_VI

Slot = Literal["lead", "with", "when", "product"]

_LABEL = re.compile(r"[^:.;\n]{2,110}:\s+(?=\S)")
_BODY = r"(?:các )?(?:cơ quan|đơn vị|đối tượng|bộ phận|người|phòng)(?:(?:,| và|, và) (?:cơ quan|đơn vị|cá nhân))*"
_EN_BODY = r"(?:agenc(?:y|ies)|units?|bod(?:y|ies)|organi[sz]ations?)"
_BY_RULE = re.compile(r"(?:thực hiện|thanh toán|áp dụng|chi|tính) theo\s|(?:as|in accordance with|under)\s")
_ROLE = re.compile(
    r"(?:là|từ \d|có \d|gồm \d|không quá \d)"
)  # "Chánh Thanh tra: là người đứng đầu, chịu trách nhiệm ..."
# "Tên đề án: ...", "Quy mô: ..." say what something is
_FACT = re.compile(
    r"(?:tên|quy mô|địa điểm|phạm vi|mục tiêu|mục đích|sự cần thiết|nguồn vốn|nguồn kinh phí|tổng (?:mức"
    r"|kinh phí|dự toán)"
    r"|địa bàn|name|scale|scope|location|objectives?|purpose|funding)(?!\w)"
)
# a role in a line of its own, and the names that may follow "Giám đốc các Sở:" though a verb is among them
_ROLE_OF = re.compile(
    r"(?:các )?(?:cơ quan|đơn vị|cấp|chủ thể|tổ chức)\s(?:(?:có thẩm quyền )?(?:thẩm định|phê duyệt|quyết định|tổ chức"
    r"|quản lý|trình|lập|chủ quản|chủ đầu tư|ban hành|cấp|nhận|tiếp nhận)|chủ quản|tư vấn)(?!\w)"
)
_LISTS_BODIES = re.compile(r"(?:[Cc]ác )?(?:Sở|Bộ|Ban|Vụ|Cục|[Ss]ở, (?:ban, )?ngành|[Nn]gành|Phòng)$")
_SHORT_LABEL = 60  # characters
_ASKS_PAPERS = re.compile(r"\s(?:cần|cần có|gồm|gồm có|phải có(?: một trong)? (?:những |các )?giấy tờ)$")
_SLOTS: dict[Slot, re.Pattern[str]] = {
    "lead": re.compile(
        rf"{_BODY} (?:chịu trách nhiệm |được giao )?(?:chủ trì|thực hiện|đầu mối|báo cáo|phụ trách)(?: thực hiện)?"
        rf"|(?:lead|leading|implementing|responsible|presiding|reporting) {_EN_BODY}"
    ),
    "with": re.compile(rf"{_BODY} phối hợp(?: thực hiện)?|(?:coordinating|co-ordinating|supporting) {_EN_BODY}"),
    "when": re.compile(
        r"(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành))*|(?:completion )?(?:deadline|time(?: limit)?)"
        r"|time of completion"
    ),
    "product": re.compile(r"(?:sản phẩm|kết quả)(?: (?:đầu ra|cần đạt|dự kiến))?|(?:expected )?(?:product|output)s?"),
}


@dataclass(frozen=True, slots=True)
class SlotLine:
    """A line that fills a slot of the duties of the unit `over`."""

    line: Span
    over: str
    slot: Slot
    value: Span


def slot_line(text: str, lower: str, line: Span) -> tuple[Slot, Span] | None:
    """The slot that a line fills, and with which words; None where it is an ordinary line."""
    at = after_mark(text, line.start, line.end)
    match = _LABEL.match(text, at, line.end)
    if match is None:
        return None
    name = lower[at : match.end()].rstrip(" :")
    slot = next((s for s, pattern in _SLOTS.items() if pattern.fullmatch(name)), None)
    value = trimmed(text, match.end(), line.end)
    if slot is None or value.end <= value.start:
        return None
    if (
        slot in ("lead", "with")
        and names_body(lower, value.start, value.end) is None
        and not text[value.start].isupper()
    ):
        return None
    return slot, value


def past_label(text: str, lower: str, at: int, end: int, scope: Scope) -> tuple[int, Scope]:
    """Where the words behind a label begin, and what holds for them; all as it was where there is no label."""
    match = _LABEL.match(text, at, end)
    if match is None:
        return at, scope
    colon, rest = text.rindex(":", at, match.end()), match.end()
    if _ROLE_OF.match(lower, at, colon) and _only_names(text, lower, rest, end):
        return rest, replace(scope, topic="none")  # "Cơ quan thẩm định: Sở Xây dựng;" says who, not what
    if colon - at < _SHORT_LABEL and verb_first(lower, at, _word_end(lower, at)) and _acts(text, lower, rest, end):
        return rest, scope  # "Mở rộng thị trường: Các ngành tổ chức ..."
    if _says_something(text, lower, at, colon):
        return at, scope
    verb = None if _LISTS_BODIES.search(text, at, colon) else VERBS_VI.at(lower, rest, _word_end(lower, rest))
    body = names_body(lower, at, colon) is not None
    if body and text[rest].isupper() and verb is None and not text[at:rest].isascii():
        named = names_body(lower, rest, end) is not None
        return (rest, scope) if named and "(" in text[at:colon] else (at, scope)  # "Giám đốc các Sở: Tài chính, Y tế"
    if not (text[rest].isupper() or (body and (verb is not None or _ROLE.match(lower, rest, end)))):
        return at, scope
    if not body and _FACT.match(lower, at, colon) and "thực hiện:" not in lower[at : colon + 1]:
        return rest, replace(scope, topic="none")
    if _ASKS_PAPERS.search(lower, at, colon):
        return rest, replace(scope, topic="none")  # "Đối với tổ chức kinh tế cần: Giấy chứng nhận ..." is a dossier
    if not body and _BY_RULE.match(lower, rest, end):
        return rest, replace(scope, topic="rule")  # "Chi làm thêm giờ: Thực hiện theo Thông tư ..."
    under = below(text, lower, Span(at, colon + 1), scope)
    return rest, under if under.who is not None or under.topic == "none" else scope


def _says_something(text: str, lower: str, start: int, end: int) -> bool:
    """Whether the words before a colon are already a sentence or an order, not a mere name."""
    first = _word_end(lower, start)
    if verb_first(lower, start, first) or ORDERS_VI.at(lower, start, first) is not None:
        return True
    if text[start:end].isascii():
        return acting_en(text, start, end) is not None or lower.startswith("to ", start)
    acting = acting_vi(text, lower, start, end)
    return acting is not None and not acting.weak


def _acts(text: str, lower: str, start: int, end: int) -> bool:
    """Whether a sentence with who acts begins here."""
    if names_body(lower, start, end) is None:
        return False
    acting = acting_vi(text, lower, start, end)
    return acting is not None and acting.who is not None and not acting.past


def _only_names(text: str, lower: str, start: int, end: int) -> bool:
    """Whether nothing but the names of bodies is left."""
    return names_body(lower, start, end) is not None and acting_vi(text, lower, start, end) is None


def _word_end(lower: str, at: int) -> int:
    while at < len(lower) and lower[at].isalnum():
        at += 1
    return at


def filled(text: str, duties: Sequence[Duty], lines: Sequence[SlotLine], heads: dict[str, Span]) -> Iterator[Duty]:
    """The duties with what the lines beside them say; the heading above such lines is a task where nothing else is."""
    runs: dict[str, list[list[SlotLine]]] = {}
    for line in lines:
        of = runs.setdefault(line.over, [])
        new = not of or any(of[-1][-1].line.start < d.whole.start < line.line.start for d in duties)
        if new or any(other.slot == line.slot for other in of[-1]):
            of.append([])
        of[-1].append(line)
    done: dict[int, Duty] = {}
    made: list[Duty] = []
    for over, groups in runs.items():
        inside = [n for n, d in enumerate(duties) if over and (d.address == over or d.address.startswith(f"{over}."))]
        for run in groups:
            before = [n for n in inside if duties[n].whole.start < run[0].line.start]
            if not inside and over in heads and any(line.slot == "lead" for line in run):
                head = heads[over]
                task = Duty(head, over, "assigned", trimmed(text, after_mark(text, head.start, head.end), head.end))
                made.append(_with(text, task, run))
            elif len(groups) == 1:
                leads = [line for line in run if line.slot == "lead"]
                for n in inside:
                    one = done.get(n, duties[n])
                    done[n] = _with(text, one, run if inside == before == [n] else leads)
            elif before:
                done[before[-1]] = _with(text, duties[before[-1]], run)
    yield from (done.get(n, d) for n, d in enumerate(duties))
    yield from made


def _with(text: str, duty: Duty, run: Sequence[SlotLine]) -> Duty:
    """A duty with its empty slots filled; its words reach to the last line that tells of it."""
    for line in run:
        value, whole = line.value, Span(duty.whole.start, max(duty.whole.end, line.line.end))
        if line.slot == "lead" and duty.lead is None:
            duty = replace(duty, lead=value)
        elif line.slot == "with" and not duty.coordinators:
            duty = replace(duty, coordinators=bodies(text, value.start, value.end), whole=whole)
        elif line.slot == "when" and duty.deadline is None:
            duty = replace(duty, deadline=cell_deadline(text, value.start, value.end), whole=whole)
        elif line.slot == "product" and duty.product is None:
            duty = replace(duty, product=value, whole=whole)
    return duty
