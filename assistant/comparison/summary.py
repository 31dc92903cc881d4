"""What changed, in a sentence for each difference. Knows the two texts and their units, no formats."""

from collections import Counter
from collections.abc import Sequence

from assistant.compare import KINDS, Aligned, Kind
from assistant.comparing import DocumentsCompared
from assistant.comparison.text import Compared, Span
from assistant.comparison.units import Unit
from corpus.messages import Language, message

_SHOWN = 3  # changes of one unit that are told in words
_LONG = 80  # characters of a wording that is told


def kind_words(a: Aligned, language: Language) -> str:
    """What became of a unit: "moved, with other words"."""
    name = message(f"compare-kind-{a.kind}", language)
    if a.reworded and a.kind in ("moved", "renumbered", "split", "merged"):
        return message("compare-and-reworded", language, kind=name)
    return name


def names_of(units: Sequence[Unit], text: str, language: Language) -> str:
    """The units as they are cited, in one line."""
    return "; ".join(_name(u, text, language) for u in units)


def _name(unit: Unit, text: str, language: Language) -> str:
    if unit.kind == "order":
        return message("compare-ordered", language, unit=unit.path, order=unit.title) if unit.title else unit.path
    if unit.kind == "head":
        return message("compare-head", language)
    if unit.path:
        return unit.path
    start = unit.own[0][0] if unit.own else unit.start
    return message("compare-unnamed", language, words=_short(text, ((start, unit.end),)))


def sentence(a: Aligned, texts: tuple[Compared, Compared], language: Language) -> str:
    """One difference in words: where it is, what became of it, and the first of its changed words."""
    left, right = (names_of(us, c.text, language) for us, c in zip((a.left, a.right), texts, strict=True))
    ordered = any(u.kind == "order" for u in a.right)
    moved = left and right and right != left and not ordered
    place = message("compare-said-became", language, left=left, right=right) if moved else ""
    told = [f"{place or right or left}: {kind_words(a, language)}"]
    if a.kind in ("added", "removed"):
        (c, unit) = (texts[1], a.right[0]) if a.kind == "added" else (texts[0], a.left[0])
        words = _short(c.text, unit.own) if unit.own else unit.title
        return f"{told[0]} — “{words}”" if words else told[0]
    changes = [w for w in a.words if w.change != "same"]
    for w in changes[:_SHOWN]:
        old, new = _short(texts[0].text, w.left), _short(texts[1].text, w.right)
        code = {"replaced": "words", "added": "added", "removed": "removed", "same": ""}[w.change]
        told.append(message(f"compare-said-{code}", language, old=old, new=new))
    if len(changes) > _SHOWN:
        told.append(message("compare-said-more", language, count=len(changes) - _SHOWN))
    return "; ".join(told)


def _short(text: str, spans: Sequence[Span]) -> str:
    words = " ".join(" ".join(text[a:b].split()) for a, b in spans)
    if len(words) <= _LONG:
        return words
    return words[:_LONG].rsplit(" ", 1)[0] + " …"


def counts(found: DocumentsCompared) -> dict[Kind, int]:
    """How many differences of each kind there are, and how many units are as they were."""
    told = Counter(a.kind for a in found.differences)
    same = sum(not a.told and not a.parts for _, a in found.comparison.walk())
    return {**{k: told[k] for k in KINDS if told[k]}, "same": same}


def counts_words(found: DocumentsCompared, language: Language) -> str:
    """The same in a sentence."""
    numbers = counts(found)
    same = numbers.pop("same", 0)
    if not numbers and found.mode != "translation":
        return message("compare-none", language)
    listed = ", ".join(f"{message(f'compare-kind-{k}', language)} {n}" for k, n in numbers.items()) or "0"
    return message("compare-counts", language, counts=listed, same=same)


def title_of(found: DocumentsCompared, language: Language) -> str:
    """What the comparison is called."""
    left, right = (e.identity.number or e.identity.title for e in (found.left, found.right))
    return message("compare-title", language, left=left, right=right)


def notes(found: DocumentsCompared, language: Language) -> list[str]:
    """How the texts were compared, and how many differences there are."""
    left, right = (e.identity.number or e.id for e in (found.left, found.right))
    return [message(f"compare-mode-{found.mode}", language, left=left, right=right), counts_words(found, language)]
