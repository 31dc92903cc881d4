"""Whether the quantities of a statement are its sources': the number, its unit, its bound."""

import re
from collections.abc import Iterator

from assistant.checks.bounded import is_bounded
from assistant.checks.bounds import Bound
from assistant.checks.figures import LASTING, SCALES, Figures, Quantity
from assistant.checks.rates import find_rates
from assistant.checks.reckoned import is_reckoned, is_rounded
from assistant.checks.text import Fault

_FREE = {
    "age",
    "times",
    "money",
    "periods",
    "points",
}  # a unit that may be left unsaid where the words around it tell it
_PARTITIVE = re.compile(
    r"\b(?:of (?:the|those|its|their|all)|trong(?: số| tổng số)?|trên(?: tổng số)?) $", re.IGNORECASE
)
_COPULA = re.compile(r"\b(?:is|are|be|was|là) $", re.IGNORECASE)
# "the three years that one must have worked", "unless two thirds are there": how many at least is said elsewhere
_DEFINITE = re.compile(
    r"\b(?:the|those|these|unless|until|only (?:if|when|where)|khi chưa(?: có)?|nếu chưa(?: có)?) $", re.IGNORECASE
)
_THAT_IS = re.compile(r"\b(?:tức(?: là)?|nghĩa là|i\.e\.,?|that is,?|or) $", re.IGNORECASE)
_BOUNDING = re.compile(
    r"\b(?:ít nhất|tối thiểu|không dưới|at least|minimum|no (?:less|fewer)|tối đa|không quá|at most|no more|maximum)\b",
    re.IGNORECASE,
)
_FEW = frozenset({2.0, 3.0, 4.0, 5.0})
_MILD = frozenset({">=", "<=", "within", "about"})
_MOST_COUNTED = 9
_ABOUT = 2.0  # points that a share may be off where it is told so
_LAST = re.compile(r" (?:và|hoặc|and|or|hay) ")
_CONVERTED = ({"years": 12.0, "months": 1.0}, {"weeks": 7.0, "days": 1.0}, {"hours": 60.0, "minutes": 1.0})
_TIMES = LASTING | {"minutes"}
# a figure that nothing counted follows
_ENDS = re.compile(r"\s*(?:[.,;:)]|$|(?:for|so với|đối với|cho|to|against)\b)")
# a bound, the source's, and by how much the source's figure is more; those of what lies beyond go with a denial
_NEXT = frozenset({(">", ">=", 1.0), ("<", "<=", -1.0), (">=", ">", -1.0), ("<=", "<", 1.0)})
_TURNED = frozenset({("<=", ">=", 1.0), (">=", "<=", -1.0), ("", ">=", 1.0), ("", "<=", -1.0)})
_DENIES = re.compile(
    r"\b(?:not?|never|cannot|nobody|none|void|invalid|unless|fails?|barred|excluded|refused|không|chưa|cấm|mất|loại|hết|chẳng)\b",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"[,;] | (?:và|and|hoặc|or) |\n")
_AFTERNOON = re.compile(r"chiều|tối|p\.? ?m", re.IGNORECASE)
_RATIO = re.compile(r" ?(?:out of|in|of every|trên|trong(?: số)?|/) ?", re.IGNORECASE)


def amounts(said: Figures, sources: list[Figures], around: str, *, free: bool = False) -> Iterator[Fault]:
    """The quantities that no source has, or has with another bound; `around`: all texts, for what a header says.

    Where a statement is `free`, told in words of its own, a bound may be in any words of a source that has none by the
    figure.
    """
    known = [q for f in sources for q in f.quantities]
    for q in said.quantities:
        if not q.demanded:
            continue
        printed = said.text[q.start : q.end]
        same = [k for k in known if _same_amount(q, k, around)]
        same = [k for k in same if k.unit == q.unit] or same
        if not same and (
            _counts_a_list(q, said, sources, free=free) or is_rounded(q, known) or is_reckoned(q, said, sources)
        ):
            continue
        if not same and (_as_a_share(q, said, known) or _as_often(q, said, sources)):
            continue
        if not same and (_elided(q, said, known) or _any_one(q, known) or _by_the_next(q, said, known)):
            continue
        if not same:
            yield Fault(
                "number", printed, ", ".join(f.text[k.start : k.end] for f in sources for k in f.quantities)[:200]
            )
        elif free and q.bound in _MILD and any(not k.bound for k in same):
            continue
        elif not any(is_bounded(q, k, _named_bound(said.text, q), said, sources) for k in same) and not partitive(
            said.text, q
        ):
            yield Fault("qualifier", f"{q.bound} {printed}".strip(), same[0].bound)


def _elided(q: Quantity, said: Figures, known: list[Quantity]) -> bool:
    """Whether a bare figure leaves its unit to one beside it: "thirty working days for the first, sixty for the other"."""
    if q.unit or not _ENDS.match(said.text, q.end):
        return False
    first = max(said.text.rfind(mark, 0, q.start) for mark in (". ", "\n"))
    units = {
        o.unit
        for o in said.quantities
        if o.unit in _TIMES and first < o.start and "\n" not in said.text[q.end : o.start]
    }
    return any(q.values & k.values and k.unit in units for k in known)


def _any_one(q: Quantity, known: list[Quantity]) -> bool:
    """Whether "in one year" only says in which time, and the source gives no length of time at all."""
    return q.values == frozenset({1.0}) and q.bound == "within" and not any(k.unit in _TIMES for k in known)


def _by_the_next(q: Quantity, said: Figures, known: list[Quantity]) -> bool:
    """Whether whole things are bounded by the next number: "more than four" is "at least five", told turned or not."""
    steps = {(k.bound, min(k.values) - min(q.values)) for k in known if not q.unit and not k.unit}
    if any((q.bound, *step) in _NEXT for step in steps):
        return True
    return any((q.bound, *step) in _TURNED for step in steps) and bool(_DENIES.search(said.text))


def _as_a_share(q: Quantity, said: Figures, known: list[Quantity]) -> bool:
    """Whether "seven out of ten" is the source's 70 %, "about four out of five" its 79 %."""
    for one, other in zip(said.quantities, said.quantities[1:], strict=False):
        if q in (one, other) and _RATIO.fullmatch(said.text[one.end : other.start]):
            shares = {round(100 * a / b, 6) for a in one.values for b in other.values if b}
            near = _ABOUT if "about" in (one.bound, other.bound) else 0.0
            return any(k.unit == "%" and any(abs(s - v) <= near for s in shares for v in k.values) for k in known)
    return False


def _counts_a_list(q: Quantity, said: Figures, sources: list[Figures], *, free: bool) -> bool:
    """Whether a small number says how many things are listed, in the statement or in its source.

    One in digits or with a bound may stand for another number: told freely, it does not where the source has none unsaid.
    """
    if q.unit or min(q.values) > _MOST_COUNTED:
        return False
    printed = said.text[q.start : q.end]
    if free and not _rivals(q, said, sources):
        return any(min(q.values) <= max(_most_items(f.text), _ones(f)) for f in sources)
    if q.bound not in ("", "within") or not printed.isalpha() or not q.values <= _FEW:
        return False
    (many,) = q.values
    if said.text[q.start].isalpha() and any(2 <= many <= _most_items(f.text) for f in sources) and not q.bound:
        return True
    listed = [_items(text) for text in (said.text, *(f.text for f in sources))]
    return any(many in counts for counts in listed)


def _rivals(q: Quantity, said: Figures, sources: list[Figures]) -> bool:
    """Whether a source has the number with a unit, or one without a unit that is left unsaid: it may stand for that."""
    told = [o.values for o in said.quantities]
    known = [k for f in sources for k in f.quantities if k.demanded]
    return any(k.values & q.values or not (k.unit or any(k.values & t for t in told)) for k in known)


def _ones(source: Figures) -> int:
    """How many single things a text tells of: one of this and one of that are two."""
    return sum(q.values == frozenset({1.0}) for q in source.quantities)


def _most_items(text: str) -> int:
    """How many things a text can list at most; what a sentence counts in words is mostly counted from a list."""
    return 1 + len(_JOINTS.findall(text))


def _items(text: str) -> set[float]:
    """How many things the lists of a text may have: two about an "and", one more for each comma before it."""
    found: set[float] = set()
    for part in re.split(r"[.;:()\n]", text):
        for match in _LAST.finditer(part):
            commas = part[: match.start()].rstrip(",").count(", ")
            found |= {float(n) for n in range(2, commas + 3)}
    for sentence in re.split(r"[.\n](?:\s|$)", text):
        if ";" in sentence:
            found.add(float(sentence.rstrip("; ").count(";") + 1))
    return found


def _as_often(q: Quantity, said: Figures, sources: list[Figures]) -> bool:
    """Whether a quantity only tells how often, and its source says so in other units: "twice a year", "six-monthly"."""
    mine = [r for r in find_rates(said.text) if r.start < q.end and q.start < r.end]
    return bool(mine) and bool({r.a_year for r in mine} & {r.a_year for f in sources for r in find_rates(f.text)})


def _named_bound(text: str, q: Quantity) -> Bound:
    """The bound that the sentence names before it tells of what: "the maximum age for study is 50"."""
    if q.bound:
        return q.bound
    before = re.split(r"[.;,\n]", text[: q.start])[-1]
    if re.search(r"\d", before) or not _COPULA.search(before):
        return q.bound
    if re.search(r"\b(?:maximum|tối đa|cao nhất|nhiều nhất)\b", before, re.IGNORECASE):
        return "<="
    return ">=" if re.search(r"\b(?:minimum|tối thiểu|thấp nhất|ít nhất)\b", before, re.IGNORECASE) else q.bound


def partitive(text: str, q: Quantity) -> bool:
    """Whether it only says of how many: "16 of the 40 periods" says nothing of whether more than 40 may be."""
    before = text[: q.start]
    again = _THAT_IS.search(before) and _BOUNDING.search(re.split(r"[.;\n]", before)[-1].removesuffix("i.e. "))
    return not q.bound and bool(_PARTITIVE.search(before) or _DEFINITE.search(before) or again)


def _same_amount(said: Quantity, known: Quantity, around: str) -> bool:
    if said.values & known.values:
        if said.unit == known.unit or (not said.unit and known.unit in _FREE):
            return True
        if (said.unit, known.unit) == ("years", "age"):
            return True  # "a maximum age of 45 years"
        return not known.unit and (said.unit in _FREE or _in_header(said, around))
    if said.unit == known.unit == "hours" and _AFTERNOON.search(said.unit_text):
        return bool({v + 12 for v in said.values} & known.values)
    for factors in _CONVERTED:
        if {said.unit, known.unit} <= set(factors):
            return bool({v * factors[said.unit] for v in said.values} & {v * factors[known.unit] for v in known.values})
    # a table's header may give the unit: "Kinh phí (triệu đồng)"
    scaled = {v * SCALES.get(s, 1.0) for v in known.values for s in SCALES if s in said.unit_text.lower()}
    return not known.unit and bool(said.values & scaled) and _in_header(said, around)


def _in_header(said: Quantity, around: str) -> bool:
    return bool(said.unit_text) and f"({said.unit_text.lower()}" in around.lower().replace("( ", "(")
