"""From, until or by which event time is counted: the same as in the source? Knows words and their order, no meaning.

Events of offices are few: a decision is signed, a dossier received, a text takes effect. Each is known here by the words
for it in both languages, so that "from the day of signing" for "from the day of receipt" is seen though neither word
stands in the other text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from assistant.checks.free import is_free
from assistant.checks.side import Side
from assistant.checks.text import Fault
from assistant.checks.words import Word

_SINCE = re.compile(
    r"\b(?:(?:kể|tính) từ(?: (?:ngày|khi|lúc))?|từ (?:ngày|khi|lúc)|sau (?:ngày|khi)|from the (?:date|day|time)|after|since|upon"
    r"|(?<=days )of|(?<=months )of|(?<=years )of)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:(?:cho )?đến (?:ngày|khi)|trước (?:ngày|khi)|until|till|before|prior to|up to)\b", re.IGNORECASE
)
_AIM = re.compile(
    r"\b(?:để|nhằm|thì|mà|vẫn|cũng|in order|to|still|also|then|continues?|appl(?:y|ies)|goes|go)\b", re.IGNORECASE
)  # ends an event
_IDLE = frozenset({"date", "day", "time", "ngày", "khi", "which", "when", "vnd"})
_BINDING = frozenset({"must", "may", "forbid", "deny", "exempt"})
_DENYING = frozenset({"deny", "forbid", "exempt", "must"})
_EVENT, _WINDOW = {"en": 3, "vi": 4}, 8  # telling words of an event
# the words of each event, in both languages
_EVENTS: tuple[tuple[str, str], ...] = (
    ("signed", r"ký|sign(?:s|ed|ing|ature)?"),
    ("received", r"nhận|tiếp nhận|recei(?:ve[sd]?|ving|pt)|get(?:s|ting)?|arriv\w+"),
    ("sent", r"gửi|nộp|trình|submi\w+|sen[dt]\w*|lodg\w+|fil(?:ed|ing)"),
    ("issued", r"ban hành|issu(?:e|ed|es|ing|ance)|promulgat\w+"),
    ("made known", r"công bố|thông báo|niêm yết|công khai|announc\w+|publi(?:sh\w*|cation|c)|notif\w+|notice"),
    ("in force", r"hiệu lực|thi hành|effect\w*|(?:in|into) force"),
    ("approved", r"phê duyệt|duyệt|thông qua|approv\w+|adopt\w+|pass(?:ed|ing)"),
    ("opened", r"khai giảng|khai mạc|bắt đầu|open\w*|beg[aiu]n\w*|start\w*|commenc\w+"),
    ("closed", r"bế giảng|bế mạc|kết thúc|hoàn thành|clos\w+|end(?:s|ed|ing)?|complet\w+|finish\w*"),
    ("found", r"phát hiện|discover\w*|detect\w*|f(?:ind|ound)\w*"),
    ("expired", r"hết hạn|hết thời hạn|deadline|expir\w+"),
    ("retired", r"nghỉ hưu|về hưu|retir\w+"),
    ("graduated", r"tốt nghiệp|graduat\w+"),
    ("appointed", r"bổ nhiệm|appoint\w*"),
    ("back", r"về nước|trở về|return\w*"),
)
_OF_EVENT = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _EVENTS)

Marker = Literal["since", "until", "either"]


def compare_events(said: Side, source: Side) -> Iterator[Fault]:
    """Time that is counted from, or up to, another event than in the source."""
    theirs = list(_counted_from(source, _WINDOW))
    everywhere = source.reading.forms
    free = is_free(said.reading, source.reading)
    for kind, at, event in _counted_from(said, _EVENT[said.reading.language]):
        known = [w.form for w in event if w.form in everywhere]
        same = [[w.form for w in window] for k, _, window in theirs if _alike(k, kind)]
        other = [[w.form for w in window] for k, _, window in theirs if not _alike(k, kind)]
        if not known or any(set(known) <= set(w) for w in same) or not theirs:
            continue
        before = {w.form for w in said.words if w.end <= at}
        if any(len(before & set(w)) * 2 >= len(w) for w in other):
            continue  # "a decision after an opinion" is "an opinion before a decision"
        turned = any(set(known) <= set(w) for w in other)
        if turned or (same and not free):
            yield Fault("order", " ".join(w.form for w in event), " ".join((same or other)[0]))

    for kind, _, event in _counted_from(said, _WINDOW):
        rivals = [window for k, _, window in theirs if _alike(k, kind) and _named(_words(window, source))]
        words = _words(event, said)
        if rivals and (mine := _named(words)) and not mine & _named(source.reading.text):
            yield Fault("order", words, " ".join(w.form for w in rivals[0]))


def _alike(one: Marker, other: Marker) -> bool:
    return one == other or "either" in (one, other)


def _words(event: Sequence[Word], side: Side) -> str:
    return side.reading.text[event[0].start : event[-1].end]


def _named(text: str) -> set[str]:
    """The events of offices that a text tells of."""
    return {name for name, pattern in _OF_EVENT if pattern.search(text)}


def _not_until(side: Side, start: int) -> Marker:
    """The marker of an "until" or "before": where it is denied ("cannot be issued until it is agreed"), either."""
    word = side.reading.at(start)
    sentence = side.reading.words[word].sentence if word < len(side.reading.words) else -1
    opens = not side.reading.text[:start].strip() or side.reading.text[:start].rstrip()[-1] in ".;:"
    denied = any(o.kind in _DENYING and (o.end <= start or opens) and o.sentence == sentence for o in side.operators)
    return "either" if denied else "until"


def _counted_from(side: Side, most: int) -> Iterator[tuple[Marker, int, list[Word]]]:
    text = side.reading.text
    found: list[tuple[int, int, Marker]] = [(*m.span(), "since") for m in _SINCE.finditer(text)]
    found += [(*m.span(), _not_until(side, m.start())) for m in _UNTIL.finditer(text)]
    found.sort()
    for n, (start, end, kind) in enumerate(found):
        until = found[n + 1][0] if n + 1 < len(found) else len(text)
        until = min([until, *(a for a, _ in side.figures.covered if a >= end)])
        until = min([until, *(o.start for o in side.operators if o.start >= end and o.kind in _BINDING)])
        until = min([until, *(m.start() for m in _AIM.finditer(text, end))])
        words = [w for w in side.words if end <= w.start < until and w.form not in _IDLE]
        event = [w for w in words if w.clause == words[0].clause][:most]
        if event and (until - end > 1):
            yield kind, start, event
