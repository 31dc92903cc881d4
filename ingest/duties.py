"""Duties out of a document: who has to do what, by when. Walks its units in order; what a heading says holds below it.

Knows nothing of stores. How a sentence names its actor is in `duty.actors`, what a heading means in `duty.scope`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.document import Document, Outline, Provision
from corpus.registers import Deadline, Duty, Span
from corpus.sentences import statements
from ingest.duty.actors import lowered
from ingest.duty.labels import SlotLine, filled, slot_line
from ingest.duty.parts import Reader
from ingest.duty.read import Words
from ingest.duty.rows import table_duties
from ingest.duty.scope import Scope, after_mark, below, lists_functions, topic_of
from ingest.duty.subject import subject_of
from ingest.prepared import Prepared

_OPENING = (
    "căn cứ",
    "theo đề nghị",
    "xét ",
    "pursuant",
    "at the proposal",
    "considering",
    "on the basis",
    "- căn cứ",
    "theo báo cáo",
)
# before its first unit a text tells why it was written; only an order counts there
_ORDERING = re.compile(r"(?<!\w)(?:đề nghị|yêu cầu|chỉ thị|giao(?! thông)) |\b(?:requests?|requested|requires?) ")
_LATE_HEADING = re.compile(r"[IVXivx]{1,5}\.\s[^.;:]{4,120}[:.]?$")
# "1.2. Về nguồn vốn" and, where dashes follow, "b. Thu hút vốn nước ngoài."
_LATE_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}\.?\s[^.;:]{4,120}$")
_NUMBERED_STOP = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[a-zđ][.)])\s[^.;:,]{4,100}\.$")
_DASH_FOLLOWS = re.compile(r"\s*\n\s*[-–+]\s*\w")
_YEARLY = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi) năm(?!\w)|\b(?:annual|yearly|every year|each year)\b", re.IGNORECASE)
# "Báo cáo 6 tháng gửi trước ngày 15 tháng 7": what is reported again and again is due on that day every year
_REPORTED = re.compile(
    r"báo cáo (?:[^\W\d_]+ ){0,3}?(?:(?:hằng |hàng )?năm(?! \d)|(?:0?[369]|sáu|ba|chín) tháng|(?:hằng "
    r"|hàng )?quý(?! [\dIVX])"
    r"|sơ kết|tổng kết năm)(?!\w)|\b(?:annual|yearly|half-year(?:ly)?|semi-annual|six-month(?:ly)?|quarterly) report",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:với|gồm|về) (?:các |những )?nội dung[^:\n]{0,30} sau(?: đây)?\s*:$"
    r"|the following (?:contents|information|matters)\s*:$",
    re.I,
)
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REPORT_NEAR = 120  # characters from a report's name to its day
_HEADING_MOST = 120  # characters; a longer title is a sentence
_LISTS_PAPERS = re.compile(r"(?:thủ tục|hồ sơ|giấy tờ|tài liệu)[^:\n]{0,30}gồm(?: có)?\s*:$")
_TITLED = ("chapter", "part", "section", "subsection")  # their title stands on a line of its own
_CLOSING = ("nơi nhận", "recipients", "kính gửi", "to:")
_RETROSPECTIVE = frozenset(("report", "news", "notice"))


def duties(prepared: Prepared) -> tuple[Duty, ...]:
    """The duties in reading order, each with its words and the slots that they fill."""
    walk = _Walk(prepared)
    found = list(filled(prepared.document.text, list(walk.found()), walk.lines, walk.heads))
    yearly = (_each_year(prepared, duty) for duty in found)
    return tuple(sorted(yearly, key=lambda d: (d.whole.start, d.action.start)))


def _each_year(prepared: Prepared, duty: Duty) -> Duty:
    """A day without a year below a heading "Báo cáo định kỳ hằng năm" comes again every year."""
    due = duty.deadline
    if due is None or due.kind != "date" or due.day is not None:
        return duty
    if _of_a_report(prepared.document.text, duty, due):
        return replace(duty, deadline=replace(due, kind="recurring", every="year"))
    unit = prepared.units.get(duty.address)
    headings = [above.title for above in prepared.units.above(unit)] if unit is not None else []
    if not any(_YEARLY.search(heading) for heading in headings if len(heading) < _HEADING_MOST):
        return duty
    return replace(duty, deadline=replace(due, kind="recurring", every="year"))


def _for_all(text: str, line: Span, due: Deadline | None) -> Deadline | None:
    """The deadline of an opening line if all that follows has it: "Trong thời hạn 5 ngày ..., Sở A có trách nhiệm:"."""
    if due is None or _CONTENTS.search(text, line.start, line.end):
        return None
    if due.kind != "date":
        return due
    opens = due.phrase.start <= after_mark(text, line.start, line.end) + 1
    return due if opens or line.end - due.phrase.end <= 2 else None


def _of_a_report(text: str, duty: Duty, due: Deadline) -> bool:
    """Whether a day without a year is that of a report that comes again, and no year is named beside it."""
    begin = max(duty.whole.start, due.phrase.start - _REPORT_NEAR)
    near = re.split(r"[.;]\s", text[begin : due.phrase.end])[-1]
    return _REPORTED.search(near) is not None and _A_YEAR.search(near) is None


def _is_late_heading(text: str, line: Span) -> bool:
    """Whether a line is a heading that the outline did not take for one."""
    if _LATE_HEADING.match(text, line.start, line.end):
        return True
    numbered = _LATE_NUMBERED.match(text, line.start, line.end) or _NUMBERED_STOP.match(text, line.start, line.end)
    return numbered is not None and _dashes_follow(text, line.end)


def _dashes_follow(text: str, at: int) -> bool:
    return _DASH_FOLLOWS.match(text, at) is not None


@dataclass(slots=True)
class _Walk:
    prepared: Prepared
    document: Document = field(init=False)
    outline: Outline = field(init=False)
    lower: str = field(init=False)
    reader: Reader = field(init=False)
    scopes: dict[str, Scope] = field(default_factory=dict)
    titled: dict[str, Scope | None] = field(default_factory=dict)
    opened: list[tuple[str, list[Duty]]] = field(default_factory=list)
    lines: list[SlotLine] = field(default_factory=list)
    heads: dict[str, Span] = field(default_factory=dict)
    subject: Span | None = None  # the body that the text says to be an agency, whose tasks it then tells
    leading: dict[str, tuple[str, Scope]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.document, self.outline = self.prepared.document, self.prepared.units
        self.lower = lowered(self.document.text)
        retrospective = self.document.identity.type in _RETROSPECTIVE
        self.reader = Reader(Words(self.document.text, self.lower, retrospective))

    def found(self) -> Iterator[Duty]:
        text, done = self.document.text, set[str]()
        filled: set[str] = set()
        body = self._body()
        for start, end, unit in self.prepared.statements:
            if start < body:
                continue
            if unit is not None and unit.kind in ("row", "table"):
                table = unit if unit.kind == "table" else self.outline.get(unit.parent)
                if table is not None and table.address not in done:
                    done.add(table.address)
                    yield from table_duties(text, self.outline, table)
                continue
            self.subject = subject_of(text, self.lower, Span(start, end)) or self.subject
            for duty in self._statement(Span(start, end), unit):
                filled.add(duty.address)
                yield duty
        yield from self._unfilled(filled)

    def _unfilled(self, filled: set[str]) -> Iterator[Duty]:
        """Opening lines ("... sau đây:") are duties themselves where nothing below them is one."""
        for address, opened in self.opened:
            beside = address.rpartition(".")[0] if address.rpartition(".")[0] in self.leading else None
            under = any(f == address or f.startswith(f"{address}.") or f.rpartition(".")[0] == beside for f in filled)
            if address and not under:
                yield from (duty for duty in opened if duty.lead is not None or duty.strength != "assigned")

    def _body(self) -> int:
        """Where the text that can lay down duties begins: behind its head and its bases."""
        text, lower = self.document.text, self.lower
        first = next((u.start for u in self.outline if u.kind not in ("enclosure",)), 0)
        begin = 0
        for start, end in statements(text[:first]):
            short = end - start < 60 and text[end - 1] != ":"
            if short or lower.startswith(_OPENING, start) or lower.startswith("kính gửi", start):
                begin = end
        return begin

    def _statement(self, place: Span, unit: Provision | None) -> Iterator[Duty]:
        address = unit.address if unit else ""
        if not address and self._outside(place):
            return
        scope = self._scope(unit)
        opens, text = unit is not None and place.start == unit.start, self.document.text
        if (slot := slot_line(text, self.lower, place)) is not None:
            over = unit.parent or address if unit is not None and opens else address
            self.lines.append(SlotLine(place, over, *slot))
            return
        late = not opens and unit is not None and _is_late_heading(text, place)
        if text[place.end - 1] == ":" and not late:
            opened: list[Duty] = []
            if not _LISTS_PAPERS.search(self.lower, place.start, place.end):
                opened = list(self.reader.read(place, address, scope))
                if _CONTENTS.search(text, place.start, place.end) and any(d.deadline for d in opened):
                    yield from opened  # what its points say is what is in it
                else:
                    self.opened.append((address, opened))
            due = _for_all(text, place, opened[-1].deadline) if opened else None
            told = below(text, self.lower, place, scope)
            self.scopes[address] = replace(told, due=due or told.due)
            if opens and unit is not None and unit.parent and not self.outline.children(address):
                self.leading[unit.parent] = (text[place.start], self.scopes[address])
        elif late and unit is not None:
            # a heading that the outline did not take for one holds for what follows, wherever it stands
            told = below(
                text, self.lower, place, Scope() if _LATE_HEADING.match(text, place.start, place.end) else scope
            )
            self.scopes.update({a.address: told for a in self.outline.above(unit)})
        elif unit is not None and (opens or unit.kind in _TITLED) and self._is_heading(place, unit):
            self.scopes[address] = below(text, self.lower, place, scope)
            self.heads.setdefault(address, place)
        else:
            found = list(self.reader.read(place, address, scope))
            self._goes_on_below(found, place, unit, scope)
            yield from found

    def _goes_on_below(self, found: list[Duty], place: Span, unit: Provision | None, scope: Scope) -> None:
        """Who acts in the sentence that a unit opens with acts in its points too:"
        " "Vụ A chủ trì giúp Bộ trưởng. 1. ..."."""
        if not found or unit is None or found[-1].lead is None:
            return
        children = self.outline.children(unit.address)
        if children and place.end <= children[0].start and scope.topic in ("tasks", "neutral"):
            self.scopes[unit.address] = Scope("tasks", found[-1].lead, found[-1].assigner)

    def _outside(self, place: Span) -> bool:
        """Whether words in no unit are none of the text's own: its head, its recipients, its signature."""
        units = self.document.provisions
        if not units:
            return False
        last = max(u.end for u in units)
        if place.start >= last or place.end - place.start < 40 or self.lower.startswith(_CLOSING, place.start):
            return True
        opens = self.document.text[place.end - 1] == ":"
        return not (opens or _ORDERING.search(self.lower, place.start, place.end))

    def _is_heading(self, place: Span, unit: Provision) -> bool:
        """Whether a unit's first line only names what comes below."""
        text = self.document.text
        if unit.kind in _TITLED:
            return True
        more = bool(text[place.end : unit.end].strip())
        if unit.kind in ("clause", "point") and _NUMBERED_STOP.match(text, place.start, place.end):
            return _dashes_follow(text, place.end)
        return more and text[place.end - 1] not in ".;!?" and place.end - place.start < 300

    def _scope(self, unit: Provision | None) -> Scope:
        """What the headings above a unit say; tasks of nobody named are those of the body that the text is about."""
        scope = self._said_above(unit)
        if scope.topic == "tasks" and scope.own and scope.who is None and scope.led is None:
            return replace(scope, who=self.subject)
        return scope

    def _said_above(self, unit: Provision | None) -> Scope:
        """What the headings above a unit say; the nearest decides."""
        for above in self.outline.above(unit):
            if above.address in self.scopes:
                return self.scopes[above.address]
            if (led := self._led(above)) is not None:
                return led
            if above.address not in self.titled and above is not unit:
                self.titled[above.address] = self._titled(above)
            titled = self.titled.get(above.address)
            if titled is not None:
                self.scopes[above.address] = titled
                return titled
        outside = self.scopes.get("", Scope())
        # what a line in no unit says of the table or list behind it is not said of the articles that follow
        return outside if unit is None or outside.topic not in ("rule", "none") else Scope()

    def _titled(self, unit: Provision) -> Scope | None:
        """What the title of a unit says, which may stand in one line with more: a topic and whose tasks they are."""
        topic = topic_of(unit.title) if unit.title else None
        if topic is None:
            return None
        begin = self.document.text.find(unit.title, unit.start, unit.start + len(unit.title) + 40)
        scope = Scope(topic, own=topic == "tasks" and lists_functions(unit.title))
        if begin < 0 or topic not in ("tasks", "power") or len(unit.title) > 200:
            return scope
        told = below(self.document.text, self.lower, Span(begin, begin + len(unit.title)), scope)
        return told if told.who is not None else scope

    def _led(self, unit: Provision) -> Scope | None:
        """What a line before a unit says for it: "* Văn phòng Sở:" holds for the "- ..." that follow beside it."""
        if unit.kind not in ("dash", "plus") or unit.parent not in self.leading:
            return None
        mark, scope = self.leading[unit.parent]
        return scope if mark != self.document.text[unit.start] else None
