"""A statement to duties: its parts at semicolons, and in each who has to do what. Knows nothing of the outline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.registers import Deadline, Duty, Span, Strength
from ingest import duty_slots
from ingest.deadlines import find_deadlines, strongest
from ingest.duty_actors import Acting, acting_en, acting_vi, can_act, names_body, trimmed
from ingest.duty_scope import Scope, after_mark
from ingest.duty_words import BASE_EN, MODALS_VI, ORDERS_VI, ORIENTING, POWERS_EN, POWERS_VI, VERBS_VI

_PARTS = re.compile(r";(?=\s)")
_EFFECT = re.compile(
    r"(?:có|hết) hiệu lực|thay thế (?:quyết định|nghị|thông|chương|quy|các)|bãi bỏ (?:quyết|các quyết)|takes? effect"
    r"|comes? into (?:force|effect)"
    r"|được hiểu|(?:quyết định|quy định|nghị quyết|thông tư|kế hoạch|quy chế|chương trình) này (?:quy định|áp dụng"
    r"|phân cấp|hướng dẫn|gồm)"
    r"|this (?:regulation|decision|circular|plan) (?:applies|provides|prescribes)|ban hành kèm theo"
)
_LEADING = re.compile(
    r"(?:(?:để|khi|nếu|trường hợp|trong trường hợp|đối với|trong quá trình|căn cứ|trên cơ sở|sau khi|trong thời hạn"
    r"|định kỳ|hằng|hàng|"
    r"trước ngày|chậm nhất|riêng|ngoài ra|đồng thời|tiếp đó|mỗi|từ (?:năm|ngày|tháng)|trong|vào|thời gian tới"
    r"|sau ngày|theo)(?!\w)"
    r"|(?:in|if|when|where|to|for|after|within|by|before|every|each|at the|along with|regarding|therefore|accordingly"
    r"|in particular|"
    r"concluding|based|on the basis)\b)[^,\n]{0,220},\s+",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"(?<!\w)(?<!diện )(?<!nếu )(?<!mà )(?<!không )(?:phải(?! là| không)|không được(?! cấp| hưởng)|nghiêm cấm"
    r"|bắt buộc|có trách nhiệm|"
    r"chịu trách nhiệm)(?!\w)"
)
_MODAL_EN = re.compile(
    r"\b(?:must|shall)(?: not| only)?\b|\b(?:is|are) (?:strictly )?(?:prohibited|forbidden|not allowed)\b"
)
_STANDARD = re.compile(
    r"(?:phải\s+)?(?:có|đạt|là người|bảo đảm)\s+(?:ít nhất\s+|đủ\s+)?(?:\d+\s+\w+\s+)?(?:trình độ|kinh nghiệm|bằng"
    r"|chứng chỉ|tiêu chuẩn|"
    r"năng lực|phẩm chất|sức khỏe|tuổi|thời gian công tác|đủ)"
    r"|(?:have|be|hold|possess|meet)\s+(?:at least |a |an |the )?(?:\d+ \w+ of )?(?:[a-z]+ )?(?:experience|degree"
    r"|certificate|qualif\w+|standards|aged)",
    re.IGNORECASE,
)
_STATE = re.compile(r"phải (?:nhiều|ít|đủ|cao|thấp|phù hợp)|shall (?:be understood|mean|include)|phải nộp (?:phí|lệ)")
_DONE = re.compile(
    r"được\s+(?:gửi|giải quyết|thực hiện|ban hành|công khai|báo cáo|trả|hoàn thành|xem xét|lập|nộp|thông báo|niêm yết"
    r"|rà soát)"
)
_REQUEST_EN = re.compile(
    r"\b(?:requests?|requested|proposes?|proposed|urges?|urged|asks?|asked|requires?|required|directs?|directed"
    r"|instructs?|instructed|"
    r"suggests?|suggested|assigns?|assigned|orders?|ordered)\s+(?:that\s+)?(?=\w)"
)
_TO_DO_EN = re.compile(r"\s(?:to|be|must|should|shall|not to)\s")
_PROPOSE_EN = re.compile(r"(?:It is |)(?:propose|request|suggest)(?:d|s)? (?:that )?", re.IGNORECASE)
_FIRST_EN = re.compile(r"(?:To |Not to |Do not )?(?:[a-z]+ly )?(?P<verb>[A-Za-z]+)\b")
_RHYTHM = ("mỗi ", "hằng ", "hàng ", "định kỳ ", "trước ngày", "chậm nhất", "trong thời hạn")
_THEN = re.compile(r"\sthì\s+")
_SPLIT = re.compile(r"\s*,\s*|\s+(?:và|and)\s+|\s*;\s*")
_NOUN = re.compile(r"(?:này|đó|trên)(?!\w)|of\b")


@dataclass(frozen=True, slots=True)
class _Read:
    """A part's actor and predicate, as far as the words and the heading tell them."""

    strength: Strength
    action: int
    who: Span | None = None
    assigner: Span | None = None


@dataclass(slots=True)
class Reader:
    """Reads statements of one text; `past` marks a report or news, where a plain sentence tells what was done."""

    text: str
    lower: str
    past: bool = False
    _last: tuple[str, Span | None] = field(default=("", None))

    def read(self, place: Span, address: str, scope: Scope) -> Iterator[Duty]:
        """The duties in one statement."""
        at = after_mark(self.text, place.start, place.end)
        if scope.topic == "none" or _EFFECT.search(self.lower, at, min(place.end, at + 260)):
            return
        if scope.who is None and at == place.start and self._last[0] == address:
            scope = replace(scope, who=self._last[1])
        groups: list[tuple[Span, _Read]] = []
        begin = at
        for part in self._parts(at, place.end):
            read = self._part(Span(begin, part.end), scope, bool(groups))
            if read is None:
                if groups:
                    groups[-1] = (Span(groups[-1][0].start, part.end), groups[-1][1])
                if groups or acting_vi(self.text, self.lower, self._skip(part), part.end) is not None:
                    begin = part.end
                continue
            groups.append((Span(begin, part.end), read))
            begin = part.end
            if read.who is not None and read.who != scope.who:
                scope = replace(scope, who=read.who, strength=read.strength)
                self._last = (address, read.who)
        for span, read in groups:
            first = place.start if span.start == at else span.start
            yield from self._duties(trimmed_start(self.text, first, span.end), read, address)

    def _parts(self, start: int, end: int) -> list[Span]:
        cuts = [
            start,
            *(m.end() for m in _PARTS.finditer(self.text, start, end) if not self._in_brackets(start, m)),
            end,
        ]
        return [Span(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if self.text[a:b].strip()]

    def _in_brackets(self, start: int, at: re.Match[str]) -> bool:
        before = self.text[max(start, at.start() - 400) : at.start()]
        return before.count("(") > before.count(")")

    def _part(self, part: Span, scope: Scope, later: bool) -> _Read | None:
        start = self._skip(part)
        if start >= part.end:
            return None
        vietnamese = not self.text[start : part.end].isascii()
        return (
            self._vietnamese(Span(start, part.end), scope, later)
            if vietnamese
            else self._english(Span(start, part.end), scope)
        )

    def _skip(self, part: Span) -> int:
        """Past what stands before the subject: conditions, times, "đồng thời"."""
        at = part.start
        while at < part.end and self.text[at] in ' \t,;"“':
            at += 1
        for _ in range(3):
            match = _LEADING.match(self.text, at, part.end)
            if match is None or _REQUEST_EN.search(match.group()):
                break
            if then := _THEN.search(self.lower, match.start(), match.end()):
                return then.end()
            if _verb_first(self.lower, match.start()) or (
                names_body(self.lower, at, part.end) and acting_vi(self.text, self.lower, at, match.end())
            ):
                break
            at = match.end()
        if self.lower.startswith(_RHYTHM, at) and (due := find_deadlines(self.text, at, min(part.end, at + 160))):
            at = due[0].phrase.end if due[0].phrase.start == at else at
            while at < part.end and self.text[at] in " ,":
                at += 1
        return self._behind_commas(at, part.end) if at > part.start else at

    def _behind_commas(self, at: int, end: int) -> int:
        """An enumeration may go on behind the first comma: "nếu có khó khăn, vướng mắc, các cơ quan ..."."""
        begin = at
        for _ in range(3):
            if names_body(self.lower, begin, end) is not None or _verb_first(self.lower, begin):
                return begin
            comma = self.text.find(", ", begin, min(end, begin + 120))
            if comma < 0:
                break
            begin = comma + 2
        return at

    # --- Vietnamese --------------------------------------------------------------------------------------------------

    def _vietnamese(self, part: Span, scope: Scope, later: bool) -> _Read | None:
        start = part.start
        first = _word_end(self.lower, start)
        order = ORDERS_VI.at(self.lower, start, first)
        if order is not None and (read := self._order(part, start + len(order), order, scope.assigner)):
            return read
        acting = acting_vi(self.text, self.lower, start, part.end)
        if acting is not None and (after := self._consequence(part, acting.predicate)) is not None:
            start, first = after, _word_end(self.lower, after)
            part = Span(start, part.end)
            acting = acting_vi(self.text, self.lower, start, part.end)
        if acting is not None and acting.who is not None and (read := self._actor_first(part, acting, scope)):
            return read
        if self._begins_with_verb(start, first) and (scope.topic == "tasks" or scope.who or later):
            return self._verb_first(part, scope)
        return self._bound(part, scope)

    def _consequence(self, part: Span, predicate: int) -> int | None:
        """Where a conditional sentence says what follows: behind "thì"."""
        match = _THEN.search(self.lower, part.start, min(part.end, part.start + 260))
        return match.end() if match is not None and match.start() > predicate - 30 else None

    def _order(self, part: Span, after: int, order: str, assigner: Span | None) -> _Read | None:
        """ "Giao Sở Nội vụ chủ trì ...": who is told, and what."""
        at = after
        while at < part.end and self.text[at].isspace():
            at += 1
        asked: Strength = "requested" if order.endswith(("yêu cầu", "đề nghị", "kiến nghị")) else "assigned"
        acting = acting_vi(self.text, self.lower, at, part.end)
        if acting is None or acting.who is None or acting.past:
            return None
        if acting.word in ("phải", "không được"):
            asked = "must" if acting.word == "phải" else "must_not"
        return _Read(asked, acting.predicate, acting.who, assigner)

    def _actor_first(self, part: Span, acting: Acting, scope: Scope) -> _Read | None:
        if acting.past or (self.past and not acting.modal and scope.topic != "tasks"):
            return None
        order = ORDERS_VI.at(self.lower, acting.predicate, _word_end(self.lower, acting.predicate))
        if order is not None and not acting.modal:
            read = self._order(part, acting.predicate + len(order), order, acting.who)
            if read is not None:
                return read
        if acting.modal:
            return self._modal(part, acting)
        due = self._due(part)
        if acting.word in POWERS_VI and scope.topic != "tasks" and not due:
            return None
        if scope.topic == "power" and not due:
            return None
        strength: Strength = "orientation" if acting.word in ORIENTING else "assigned"
        return _Read(strength, acting.predicate, acting.who, scope.assigner)

    def _modal(self, part: Span, acting: Acting) -> _Read | None:
        rest = self.lower[acting.predicate : min(part.end, acting.predicate + 80)]
        if _STANDARD.match(rest) or _STATE.match(rest):
            return None
        strengths: dict[str, Strength] = {
            "phải": "must", "cần phải": "must", "bắt buộc": "must", "cần": "must", "không được": "must_not",
            "nghiêm cấm": "must_not", "chưa được": "must_not", "không được phép": "must_not", "có thể": "may",
            "được phép": "may", "có quyền": "may", "được quyền": "may",
        }  # fmt: skip
        strength = strengths.get(acting.word, "assigned")
        return _Read(strength, acting.predicate, acting.who)

    def _begins_with_verb(self, start: int, first: int) -> bool:
        return VERBS_VI.at(self.lower, start, first) is not None or MODALS_VI.at(self.lower, start, first) is not None

    def _verb_first(self, part: Span, scope: Scope) -> _Read | None:
        first = _word_end(self.lower, part.start)
        verb = MODALS_VI.at(self.lower, part.start, first) or VERBS_VI.at(self.lower, part.start, first) or ""
        if self.past and scope.topic != "tasks":
            return None
        if scope.topic == "power" and not self._due(part):
            return None
        strength: Strength = scope.strength or ("orientation" if verb in ORIENTING else "assigned")
        if verb == "phải":
            strength = "must"
        elif verb.startswith("không"):
            strength = "must_not"
        elif verb in ("có thể", "được phép", "có quyền"):
            strength = "may"
        return _Read(strength, part.start, scope.who, scope.assigner)

    def _bound(self, part: Span, scope: Scope) -> _Read | None:
        """A sentence whose subject cannot act ("Quyết định kỷ luật được gửi trong ..."), bound by a word or a day."""
        modal = _MODAL.search(self.lower, part.start, min(part.end, part.start + 300))
        if modal is not None and modal.start() > part.start:
            rest = self.lower[modal.start() : min(part.end, modal.start() + 80)]
            if _STANDARD.match(rest) or _STATE.match(rest):
                return None
            strength: Strength = "must_not" if modal.group() in ("không được", "nghiêm cấm") else "must"
            return _Read(strength, modal.start(), self._nearest(part.start, modal.start()))
        done = _DONE.search(self.lower, part.start, part.end)
        if done is not None and self._due(part) and not self.past:
            return _Read("must", part.start)
        return None

    def _nearest(self, start: int, end: int) -> Span | None:
        """The body named right before a modal, behind the last comma."""
        at = max(start, self.text.rfind(",", start, end) + 1)
        span = trimmed(self.text, at, end)
        return span if names_body(self.lower, span.start, span.end) is not None else None

    # --- English -----------------------------------------------------------------------------------------------------

    def _english(self, part: Span, scope: Scope) -> _Read | None:
        start, text = part.start, self.text
        match = _PROPOSE_EN.match(text, start, part.end)
        if match and (read := self._told_en(Span(match.end(), part.end), "requested", scope.assigner)):
            return read
        if read := self._request_en(part):
            return read
        first = _FIRST_EN.match(text, start, part.end)
        infinitive = first is not None and first.group().startswith(("To ", "Not to ", "Do not "))
        if first is not None and (infinitive or text[start].isupper()) and first["verb"].lower() in BASE_EN:
            in_place = scope.topic == "tasks" or scope.who is not None
            acts = acting_en(text, start, part.end) if not infinitive else None
            named = acts is not None and acts.who is not None and acts.modal
            if not named and (in_place or (self.past and first["verb"].lower() in ORIENTING)):
                low = first["verb"].lower()
                strength: Strength = scope.strength or ("orientation" if low in ORIENTING else "assigned")
                strength = "must_not" if first.group().lower().startswith(("not", "do not")) else strength
                return _Read(strength, start, scope.who, scope.assigner)
        return self._sentence_en(part, scope)

    def _request_en(self, part: Span) -> _Read | None:
        """ "The Deputy Prime Minister requested that the approval ... must be completed", "assigns X to lead"."""
        match = _REQUEST_EN.search(self.text, part.start, min(part.end, part.start + 260))
        if match is None or re.search(
            r"\b(?:is|are|was|were|be|been|as|not|to|also|and)(?: hereby)?\s$",
            self.text[max(part.start, match.start() - 12) : match.start()],
        ):
            return None
        who = trimmed(self.text, max(part.start, self.text.rfind(", ", part.start, match.start()) + 1), match.start())
        if not can_act(who.of(self.text)):
            who = trimmed(self.text, part.start, match.start())
        if not who.of(self.text) or (not can_act(who.of(self.text)) and not re.search(r"[A-Z]", who.of(self.text))):
            return None
        asked: Strength = (
            "assigned" if match.group().startswith(("assign", "direct", "instruct", "order")) else "requested"
        )
        told = self._told_en(Span(match.end(), part.end), asked, who)
        return told if told is None or told.who is not None or match.group().endswith("that ") else None

    def _told_en(self, rest: Span, strength: Strength, assigner: Span | None) -> _Read | None:
        match = _TO_DO_EN.search(self.text, rest.start, min(rest.end, rest.start + 320))
        if match is None:
            return None
        who = trimmed(self.text, rest.start, match.start())
        return _Read(strength, match.start() + 1, who if can_act(who.of(self.text)) else None, assigner)

    def _sentence_en(self, part: Span, scope: Scope) -> _Read | None:
        acting = acting_en(self.text, part.start, part.end)
        if acting is None:
            return None
        rest = self.text[acting.predicate : min(part.end, acting.predicate + 90)]
        if acting.word == "will":
            return _Read("assigned", acting.predicate, acting.who) if acting.who and self._due(part) else None
        if acting.modal:
            bare = re.sub(r"^(?:must|shall|should|needs? to|may)(?: not)?\s+", "", rest)
            if _STANDARD.match(bare) or _STATE.match(rest):
                return None
            strength = _strength_en(acting.word)
            weak = strength == "may" and acting.who is None
            return None if weak else _Read(strength, acting.predicate, acting.who)
        charge = re.match(r"takes? (?:charge|the lead|responsib)|presid|(?:is|are) in charge", rest)
        if charge is None and (
            self.past or scope.topic == "power" or (acting.word in POWERS_EN and scope.topic != "tasks")
        ):
            return None if not self._due(part) or self.past else _Read("assigned", acting.predicate, acting.who)
        if acting.word == "directs" and (told := _TO_DO_EN.search(self.text, acting.predicate, part.end)):
            who = trimmed(self.text, acting.predicate + 8, told.start())
            if can_act(who.of(self.text)):
                return _Read("assigned", told.start() + 1, who, acting.who)
        return _Read("assigned", acting.predicate, acting.who, scope.assigner)

    # --- slots -------------------------------------------------------------------------------------------------------

    def _due(self, part: Span) -> bool:
        """Whether the words set a day, a length of time or a rhythm."""
        return any(d.kind != "vague" for d in find_deadlines(self.text, part.start, part.end))

    def _duties(self, whole: Span, read: _Read, address: str) -> Iterator[Duty]:
        found = [d for d in find_deadlines(self.text, whole.start, whole.end) if d.phrase.start >= whole.start]
        timed = [d for d in found if d.kind != "vague"]
        cuts = [c for d, following in zip(timed, timed[1:], strict=False) if (c := self._cut(d, following)) is not None]
        edges = [whole.start, *(at for cut in cuts for at in (cut.start, cut.end)), whole.end]
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            span = trimmed_start(self.text, a, b)
            inside = [d for d in found if span.start <= d.phrase.start and d.phrase.end <= span.end]
            yield self._duty(
                span, read if a == whole.start else replace(read, action=span.start), address, strongest(inside)
            )

    def _other(self, read: _Read) -> Span | None:
        """Who assigns, if it is not the one who has to act."""
        who, assigner = read.who, read.assigner
        same = assigner is not None and who is not None and assigner.of(self.text) == who.of(self.text)
        return None if same else assigner

    def _cut(self, first: Deadline, following: Deadline) -> Span | None:
        """Two days of one sentence are two duties if something to do stands between them."""
        match = _SPLIT.match(self.text, first.phrase.end, following.phrase.start)
        if match is None or following.phrase.start - match.end() < 4:
            return None
        return Span(match.start(), match.end())

    def _duty(self, whole: Span, read: _Read, address: str, deadline: Deadline | None) -> Duty:
        text, start, end = self.text, max(read.action, whole.start), whole.end
        action_end = (
            deadline.phrase.start
            if deadline and deadline.phrase.start > start and end - deadline.phrase.end < 3
            else end
        )
        return Duty(
            whole, address, read.strength, trimmed(text, start, action_end), lead=read.who,
            coordinators=duty_slots.coordinators(text, start, end), assigner=self._other(read),
            product=duty_slots.product(text, start, end), report_to=duty_slots.report_to(text, start, end),
            deadline=deadline, condition=duty_slots.condition(text, whole.start, end),
            exception=duty_slots.exception(text, whole.start, end),
        )  # fmt: skip


def trimmed_start(text: str, start: int, end: int) -> Span:
    """A span without the blanks at its edges; the statement's own marks stay."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _word_end(lower: str, start: int) -> int:
    at = start
    while at < len(lower) and lower[at].isalnum():
        at += 1
    return at


def _verb_first(lower: str, start: int) -> bool:
    verb = VERBS_VI.at(lower, start, _word_end(lower, start))
    return verb is not None and verb not in ("định kỳ", "căn cứ")


def _strength_en(word: str) -> Strength:
    if word.startswith("may"):
        return "must_not" if "not" in word else "may"
    if "not" in word or "prohibited" in word or "forbidden" in word:
        return "must_not"
    if word.startswith(("must", "shall", "need", "should")) or "required" in word or "obliged" in word:
        return "must"
    if "requested" in word or "proposed" in word:
        return "requested"
    return "may" if re.search(r"allowed|permitted|entitled|right", word) else "assigned"
