"""A statement to duties: its parts at semicolons, what each asks for, and the slots. Knows nothing of the outline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.registers import Deadline, Duty, Span
from ingest.deadlines import besides, find_deadlines, strongest
from ingest.duty import slots as duty_slots
from ingest.duty.actors import acting_vi, names_body, trimmed
from ingest.duty.actors_english import can_act
from ingest.duty.english import read_english
from ingest.duty.labels import past_label
from ingest.duty.limited import by_its_limit
from ingest.duty.read import Read, Words, trimmed_start
from ingest.duty.scope import Scope, after_mark
from ingest.duty.start import point
from ingest.duty.vietnamese import entitles, names_ordered, read_vietnamese
from ingest.duty.words import ORDERS_VI, VERBS_VI

_PARTS = re.compile(r";(?=\s)|,(?= and (?:shall|must) )")
_EFFECT = re.compile(
    r"(?P<from>(?:(?<!đã )có|hết) hiệu lực(?! pháp luật)|takes? effect|comes? into (?:force|effect))"
    r"|thay thế (?:quyết định|nghị"
    r"|thông|chương|quy|các)|bãi bỏ (?:các )?quyết định (?!không)"
    r"|được hiểu|(?<!\w)là việc"
    r"|(?:quyết định|quy định|nghị quyết|thông tư|kế hoạch|quy chế|chương trình) này (?:quy định|áp dụng|phân cấp"
    r"|hướng dẫn"
    r"|gồm)|this (?:regulation|decision|circular|plan) (?:applies|provides|prescribes)"
    r"|(?<!được )ban hành kèm theo thông"
    r"|^ban hành kèm theo"
    r"|this \w+ shall be (?:disseminated|published)"
)
# "...; to be completed in 2026": when what came before has to be done
_COMPLETION = re.compile(
    r"(?:hoàn thành|xong|(?:to be |with the \w+ )?completed)\s+(?:trước|trong|vào|chậm|quý|tháng|năm|before|by|in)\s"
)
# "2. Đồng chí A, Chánh Thanh tra Sở - Phó Trưởng đoàn;" is a member of a list of names
_MEMBER = re.compile(
    r"\s?[-–:]\s?(?:là |làm )?(?:ủy viên|thành viên|(?:phó )?trưởng (?:ban|đoàn|nhóm)|phó (?:ban|đoàn|nhóm"
    r"|chủ tịch hội đồng)"
    r"|thư ký|tổ trưởng|tổ phó|chủ tịch hội đồng)(?:\s[^\W\d_]+){0,4}\s*[.;]?$"
)
_SINCE = re.compile(r"(?<!\w)(?:ngày|khi|date|day|after|before|until|when)\s")
_SPLIT = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:và|and)\s+|\s*;\s*")


@dataclass(frozen=True, slots=True)
class _Group:
    """Parts that are one duty; its deadline stands before `core`."""

    span: Span
    read: Read
    core: int


@dataclass(slots=True)
class Reader:
    """Reads the statements of one text in order."""

    words: Words
    _last: tuple[str, Span | None] = field(default=("", None))

    def read(self, place: Span, address: str, scope: Scope) -> Iterator[Duty]:
        """The duties in one statement."""
        mark = after_mark(self.words.text, place.start, place.end)
        at, scope = past_label(self.words.text, self.words.lower, mark, place.end, scope)
        if (
            scope.topic == "none"
            or self._tells_effect(at, place.end)
            or _MEMBER.search(self.words.lower, at, place.end)
        ):
            return
        if mark > place.start:
            self._last = ("", None)
        elif self._last[0] == address:
            scope = replace(scope, who=self._last[1])  # the sentence before named who goes on acting
        for group in self._groups(Span(at, place.end), address, scope):
            first = place.start if group.span.start == at else group.span.start
            whole = trimmed_start(self.words.text, first, group.span.end)
            yield from self._duties(whole, group, address, scope.due)

    def _tells_effect(self, start: int, end: int) -> bool:
        """Whether a sentence says from when a text holds or what it is about, not by when something is to be done."""
        match = _EFFECT.search(self.words.lower, start, min(end, start + 260))
        return match is not None and not (match["from"] and _SINCE.search(self.words.lower, start, match.start()))

    def _groups(self, place: Span, address: str, scope: Scope) -> list[_Group]:
        groups: list[_Group] = []
        begin = place.start
        parts = self._parts(place)
        for n, part in enumerate(parts):
            span = Span(begin, part.end)
            read = self._part(span, scope, bool(groups))
            completes = groups and _COMPLETION.match(self.words.lower, point(self.words, span), part.end)
            if groups and (read is None or completes):
                last = groups[-1]
                groups[-1] = _Group(Span(last.span.start, part.end), last.read, part.end if completes else last.core)
            elif read is not None:
                groups.append(_Group(span, read, part.end))
                if read.who is not None and read.who != scope.who:
                    scope = replace(scope, who=read.who, strength=read.strength)
                    self._last = (address, read.who)
            elif self._goes_on(span) or self._completes(parts[n + 1 : n + 2]):
                continue
            begin = part.end
        return groups

    def _completes(self, following: list[Span]) -> bool:
        """Whether the next part only says by when: "...; hoàn thành trước ngày 15 tháng 8 hằng năm"."""
        return any(_COMPLETION.match(self.words.lower, point(self.words, p), p.end) is not None for p in following)

    def _goes_on(self, part: Span) -> bool:
        """Whether a part is the beginning of a list of bodies whose predicate comes behind the semicolon."""
        at = point(self.words, part)
        text, lower = self.words.text, self.words.lower
        order = ORDERS_VI.at(lower, at, self.words.word_end(at))
        if order is not None:
            return names_ordered(self.words, Span(at, part.end), order)
        named = names_body(lower, at, part.end) is not None or can_act(text[at : min(part.end, at + 120)])
        return named and acting_vi(text, lower, at, part.end) is None

    def _parts(self, place: Span) -> list[Span]:
        found = _PARTS.finditer(self.words.text, place.start, place.end)
        cuts = [place.start, *(m.end() for m in found if not self._in_brackets(place.start, m.start())), place.end]
        return [Span(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if self.words.text[a:b].strip()]

    def _in_brackets(self, start: int, at: int) -> bool:
        before = self.words.text[max(start, at - 400) : at]
        return before.count("(") > before.count(")")

    def _part(self, part: Span, scope: Scope, later: bool) -> Read | None:
        at = point(self.words, part)
        if at >= part.end:
            return None
        rest = Span(at, part.end)
        self.words.before = Span(part.start, at)
        if self.words.is_vietnamese(part):
            if entitles(self.words, part.start, at):
                return None
            read = read_vietnamese(self.words, rest, scope, later)
        else:
            read = read_english(self.words, rest, scope)
        return read or by_its_limit(self.words, part, at, scope)

    def _duties(self, whole: Span, group: _Group, address: str, due: Deadline | None) -> Iterator[Duty]:
        read = group.read
        found = find_deadlines(self.words.text, whole.start, min(group.core, whole.end))
        timed = [d for d in found if d.kind != "vague"]
        cuts = [c for d, following in zip(timed, timed[1:], strict=False) if (c := self._cut(d, following)) is not None]
        edges = [whole.start, *(at for cut in cuts for at in (cut.start, cut.end)), whole.end]
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            span = trimmed_start(self.words.text, a, b)
            inside = [d for d in found if span.start <= d.phrase.start and d.phrase.end <= span.end]
            part = read if a == whole.start else replace(read, action=span.start)
            first = strongest(inside)
            more = besides(inside, first, [d for d in inside if self._of_its_own(d)])
            yield replace(self._duty(span, part, address, first or due), also_due=more)

    def _of_its_own(self, due: Deadline) -> bool:
        """Whether "in time" tells of a further thing to do: "nộp trong 5 ngày, định kỳ báo cáo ..."."""
        before = self.words.lower[max(0, due.phrase.start - 4) : due.phrase.start]
        at = self.words.past_blanks(due.phrase.end, len(self.words.lower))
        verb = VERBS_VI.at(self.words.lower, at, self.words.word_end(at))
        return verb is not None and before.endswith((", ", "; ", " và "))

    def _cut(self, first: Deadline, following: Deadline) -> Span | None:
        """Two days of one sentence are two duties if something to do stands between them."""
        match = _SPLIT.search(self.words.text, first.phrase.end, following.phrase.start)
        if match is None or match.start() - first.phrase.end > 60:
            return None
        if "(" in self.words.text[first.phrase.end : following.phrase.start]:
            return None
        both = first.kind == following.kind == "recurring" and first.every != following.every
        if (following.phrase.start - match.end() < 4 and not both) or _COMPLETION.match(self.words.lower, match.end()):
            return None
        return Span(match.start(), match.end())

    def _duty(self, whole: Span, read: Read, address: str, deadline: Deadline | None) -> Duty:
        text, start, end = self.words.text, max(read.action, whole.start), whole.end
        last = deadline is not None and deadline.phrase.start > start and end - deadline.phrase.end < 3
        action_end = deadline.phrase.start if deadline is not None and last else end
        return Duty(
            whole, address, read.strength, trimmed(text, start, action_end), lead=read.who,
            coordinators=duty_slots.coordinators(text, start, end), assigner=self._other(read),
            product=duty_slots.product(text, start, end), report_to=duty_slots.report_to(text, start, end),
            deadline=deadline, condition=duty_slots.condition(text, whole.start, end),
            exception=duty_slots.exception(text, whole.start, end),
        )  # fmt: skip

    def _other(self, read: Read) -> Span | None:
        """Who assigns, if it is not the one who has to act."""
        who, assigner = read.who, read.assigner
        same = assigner is not None and who is not None and assigner.of(self.words.text) == who.of(self.words.text)
        return None if same else assigner
