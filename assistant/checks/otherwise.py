"""What an operator of one text is in the other by other means: a bound, a syllable, another word that denies or binds.

"Nobody may hold more than one" says "only one"; "is not among them" says "except"; "unadjusted" says "not adjusted".
Knows operators and the words beside them.
"""

import re
from collections.abc import Sequence

from assistant.checks.free import binds_otherwise, denies_otherwise, is_free
from assistant.checks.operators import Found
from assistant.checks.side import NEGATIONS, Side, anchor_of
from assistant.checks.words import form_of

_WAIVED = re.compile(r"waived|excused|exempted", re.IGNORECASE)
_WAY = re.compile(
    r" (?:được |làm |là |be |do so )?(?P<way>bằng văn bản|in writing|công khai|publicly)\b", re.IGNORECASE
)
_CHOICE = re.compile(r"\b(?:or|either|hoặc|hay)\b", re.IGNORECASE)
_VALID = re.compile(r"\b(?:valid|validity|có giá trị|thời hạn sử dụng|hiệu lực)\b", re.IGNORECASE)
_USED = re.compile(r"\b(?:used?|rely|relied|hold|dùng|sử dụng)\b", re.IGNORECASE)
_EMPOWERED = frozenset({"có quyền", "được quyền", "entitled", "entitled to"})
_TOLD = re.compile(r"\b(?:đã|has|have|had|was|were|been)\b", re.IGNORECASE)
_ALREADY = re.compile(r"\b(?:đã|rồi)\b", re.IGNORECASE)
_BEYOND = {(">", "within"), (">", "<="), ("<=", ">"), ("<", ">="), (">=", "<")}
_BARS = re.compile(r"\b(?:refus\w+|reject\w*|exclud\w+|barred|banned|loại|hết|mất|thôi)\b", re.IGNORECASE)
_ONLY_OTHERWISE = re.compile(
    r"\b(?:mới(?: được| có| phải| là)|riêng|(?:không|chẳng) ai|không (?:có )?\w+ (?:khác|nào)|alone|limited to|restricted|reserved"
    r"|confined|just|sole|no (?:other|one)|nobody|nothing else|none)\b",
    re.IGNORECASE,
)
_AIMING = re.compile(r"^(?:Muốn|Để|To|In order to|For|If|Nếu|Whoever|Anyone)\b")
_LEFT_OUT = (
    "includ", "count", "among", "belong", "cover", "appl", "subject", "tính", "gồm", "kể", "thuộc", "áp dụng", "nằm trong",
)  # fmt: skip
_GOVERNING = NEGATIONS | {"must", "duty", "may", "right", "should", "each", "if"}
_CONDITIONS = frozenset({"if", "only", "before", "after", "deny", "forbid", "must"})
_NAMED = 2  # words that tell what is left out
_BEHIND = 30  # characters behind a negation
_NEXT = 12  # characters between a word and the figure right behind it
_SOON = 40  # characters between a word and the figure that it bears on


def denials(side: Side, used: frozenset[int] | None = None) -> int:
    """How often a text denies; of a source, in the clauses that a statement comes from."""
    return sum(o.kind in NEGATIONS and (used is None or o.clause in used) for o in side.operators)


def repeats(op: Found, said: Side, source: Side) -> bool:
    """Whether a negation only says again, of the second of two things, what the source denies of "one or the other"."""
    before = any(o.kind in NEGATIONS and o.sentence == op.sentence and o.end <= op.start for o in said.operators)
    return before and any(o.kind in NEGATIONS and _CHOICE.search(source.reading.text, o.end) for o in source.operators)


def turned_about(said: Side, source: Side) -> bool:
    """Whether what holds up to a bound is told of what is beyond it: "nobody over 50" for "those up to 50"."""
    beyond = any(
        (q.bound, k.bound) in _BEYOND and q.values & k.values and q.unit == k.unit
        for q in said.figures.quantities
        for k in source.figures.quantities
    )
    if _order_turned(said, source):
        return True
    mine, theirs = ((denials(side) + len(_BARS.findall(side.reading.text))) % 2 for side in (said, source))
    return beyond and mine != theirs and is_free(said.reading, source.reading)


def _order_turned(said: Side, source: Side) -> bool:
    """Whether what is so after something is told not to be so before it."""
    orders = [{o.kind for o in side.operators} & {"before", "after"} for side in (said, source)]
    one_each = all(len(kinds) == 1 for kinds in orders) and orders[0] != orders[1]
    denied = [sum(o.kind in ("deny", "forbid") for o in side.operators) % 2 for side in (said, source)]
    return one_each and denied[0] != denied[1] and is_free(said.reading, source.reading)


def not_every(op: Found, other: Side) -> bool:
    """Whether "not every" stands for a denial of what is said of every one: "it is not necessary that every"."""
    every = any(o.kind in ("each", "all") for o in other.operators)
    return op.said.lower().startswith(("not", "không")) and every and denials(other) > 0


def not_yet(op: Found, source: Side) -> bool:
    """Whether a "not yet" denies nothing that its source tells as done: it then speaks of what is still to come."""
    return op.said.lower() == "chưa" and not _ALREADY.search(source.reading.text)


def right_by_a_denial(anchor: Sequence[str], source: Side) -> bool:
    """Whether the source denies the word that an operator bears on."""
    denied = (
        next((w.form for w in source.words if w.start >= o.end), "") for o in source.operators if o.kind in NEGATIONS
    )
    return any(form in anchor[:1] for form in denied)


def denies_before(op: Found, side: Side) -> bool:
    """Whether an exception is one to a denial: "not A, except B" is "only B"."""
    return any(o.kind in NEGATIONS and o.sentence == op.sentence and o.end <= op.start for o in side.operators)


def of_what(op: Found, said: Side, source: Side) -> bool:
    """Whether what is waived stands before the word: "repayment is waived" is "no repayment is required"."""
    if not _WAIVED.search(op.said):
        return False
    before = {w.form for w in said.words if w.end <= op.start and w.sentence == op.sentence}
    return any(
        o.kind in NEGATIONS and anchor_of(o, source)[:1] and anchor_of(o, source)[0] in before for o in source.operators
    )


def within_a_word(op: Found, source: Side, said: Side) -> bool:
    """Whether a "not" is said by a syllable of the word that it bears on: "unadjusted"."""
    if op.kind != "deny" or source.reading.language != "en":
        return False
    anchor = anchor_of(op, source)[:1]
    return any(
        said.reading.text[w.start : w.end].lower().startswith(("un", "in", "non", "im"))
        and form_of(said.reading.text[w.start : w.end][2:].lower() or "x", "en") in anchor
        for w in said.words
    )


def told_otherwise(op: Found, said: Side, source: Side) -> bool:
    """Whether a statement in words of its own has another one that denies, or binds, in the operator's place."""
    if op.kind in NEGATIONS:
        return denies_otherwise(said.reading, source.reading)
    if op.kind == "only":
        return stresses(op, source) or bool(_ONLY_OTHERWISE.search(said.reading.text))
    if op.kind in ("must", "may"):
        opposite = {"may": "must", "must": "may"}[op.kind]
        return not any(o.kind == opposite for o in said.operators) and binds_otherwise(said.reading)
    return False


def said_left_out(op: Found, source: Side, said: Side) -> bool:
    """Whether a statement says by a negation what an exception says: "is not among them" for "excluding it"."""
    anchor = anchor_of(op, source)[:2]
    denied = [o for o in said.operators if o.kind in NEGATIONS and leaves_out(o, said)]
    return bool(denied) and (not anchor or any(w in said.forms for w in anchor))


def says_left_out(op: Found) -> bool:
    """Whether an exception is worded as something left out, which a negation may say too."""
    return any(w in op.said.lower() for w in (*_LEFT_OUT, "ngoài", "outside"))


def told_of(op: Found, side: Side, other: Side) -> bool:
    """Whether the other text tells of what an exception leaves out: then its words may say so in another way.

    "Unless" is "if not", so that any condition of the other text may say it.
    """
    if op.said.lower() == "unless" and any(o.kind in _CONDITIONS for o in other.operators):
        return True
    left_out = [w.form for w in side.words if w.start >= op.end and w.sentence == op.sentence][:_NAMED]
    return bool(left_out) and other.forms.issuperset(left_out)


def leaves_out(op: Found, side: Side) -> bool:
    """Whether a negation says that something is not among others: "is not counted"."""
    behind = side.reading.text[op.end : op.end + _BEHIND].lower()
    return any(w in behind for w in _LEFT_OUT)


def limited_to(op: Found, source: Side, said: Side) -> bool:
    """Whether "only one" is said by a bound: "no more than one"."""
    least = (q for q in source.figures.quantities if 0 <= q.start - op.end < _SOON)
    most = frozenset[float]().union(*(q.values for q in said.figures.quantities if q.bound == "<="))
    return any(q.values & most for q in least)


def stresses(op: Found, side: Side) -> bool:
    """Whether an "only" does no more than call a reported count small: "only 98 of 300 have been sent"."""
    bound = any(o.sentence == op.sentence and o.kind in _GOVERNING for o in side.operators)
    beside = any(0 <= q.start - op.end < _NEXT for q in side.figures.quantities)
    return beside and not bound


def counts_only(op: Found, said: Side, source: Side) -> bool:
    """Whether an "only" stresses that a figure is small ("only 61 are left"), or says its bound ("once only")."""
    beside = [q for q in said.figures.quantities if 0 <= q.start - op.end < _SOON or 0 <= op.start - q.end < 2]
    known = [k for k in source.figures.quantities if k.bound in ("", "<=", "<")]
    return any(q.values & k.values for q in beside for k in known)


def in_that_way(op: Found, said: Side, source: Side) -> bool:
    """Whether a must only bears on the way in which it is done: "may do so in writing" is "has to be in writing"."""
    way = _WAY.match(said.reading.text, op.end)
    return way is not None and way["way"].lower() in source.reading.text.lower()


def of_all(said: Side, source: Side) -> bool:
    """Whether a provision holds of all though it does not say so: it speaks of no part of them, and of what shall be."""
    if any(100.0 in q.values for side in (said, source) for q in side.figures.quantities):
        return True  # "all costs" is "100 % of the costs"
    partly = any(o.kind in ("some", "most", "only", "except") for o in source.operators)
    told = source.figures.quantities and any(q.unit == "%" for q in source.figures.quantities)
    return not partly and not told and is_free(said.reading, source.reading) and not _TOLD.search(source.reading.text)


def open_to(op: Found, said: Side, source: Side) -> bool:
    """Whether a source without "may" leaves it open: it gives a choice, calls a thing valid, or gives a body the power."""
    if any(o.kind in ("must", "forbid") for o in source.operators):
        return False
    words = said.reading.text[op.start : op.start + _SOON].lower()
    if _CHOICE.search(source.reading.text) and (
        _CHOICE.search(said.reading.text) or len(said.words) * 2 < len(source.words)
    ):
        return True
    if _VALID.search(source.reading.text) and _USED.search(words):
        return True
    return op.said.lower() in _EMPOWERED


def needed_for(said: Side, source: Side) -> bool:
    """Whether "only if" is said by what is needed for it: "to set a lower one, consent is needed"."""
    binds = any(o.kind in ("must", "duty") for o in said.operators)
    return binds and any(o.kind == "only" for o in source.operators) and bool(_AIMING.search(said.reading.text))


def limited(side: Side, op: Found | None = None) -> bool:
    """Whether it says how much at most: "at most 50 % may be" is "must not exceed 50 %"."""
    sentences = {w.start: w.sentence for w in side.reading.words}
    limits = [sentences.get(q.start) for q in side.figures.quantities if q.bound == "<="]
    return bool(limits) if op is None else op.sentence in limits
