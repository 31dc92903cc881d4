"""Sessions: the units of the documents, shared out in order, with minutes that add up. Knows no questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.course_packs.material import HEADED, Material, title_of
from assistant.sheet import SheetSource
from corpus.document import Provision
from corpus.registers import Span

SESSION = 90  # minutes: two periods of 45
_OPENING, _REVIEW = 5, 15
_STEP = 5
MOST_SESSIONS = 40
_WORDS_A_SESSION = 6000  # characters of text that fill one session, where no number of sessions is asked for
_KINDS = HEADED - {"enclosure"}


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a session: a unit to go through ("" title: the opening, the review), and how long."""

    title: str
    minutes: int
    source: SheetSource | None = None
    span: Span | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A session; its steps' minutes add up to `minutes`."""

    number: int
    title: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(s.minutes for s in self.steps)


@dataclass(frozen=True, slots=True)
class Part:
    """A unit that is taught as one."""

    material: Material
    span: Span
    title: str
    above: str = ""


def parts_of(material: Material) -> list[Part]:
    """The units to go through, in order: articles, else headings; a document without any is one."""
    units = [u for u in _leaves(material) if material.covers(u.start)]
    # a topic may cover units below those that are taught as one elsewhere
    units += [u for u in material.units if not any(o.start < u.end and u.start < o.end for o in units)]
    units.sort(key=lambda u: u.start)
    parts = [Part(material, Span(u.start, u.end), _named(material, u), _chapter(material, u)) for u in units]
    whole = Span(0, len(material.text))
    return parts or [Part(material, whole, material.entry.identity.title or material.name())]


def _leaves(material: Material) -> list[Provision]:
    outline = material.outline
    articles = [u for u in outline if u.kind in ("article", "annex") and title_of(material.text, u)]
    if any(u.kind == "article" for u in articles):
        return articles
    heads = [u for u in outline if u.kind in _KINDS and title_of(material.text, u)]
    lowest = [u for u in heads if not any(o.start > u.start and o.end <= u.end for o in heads)]
    return lowest


def _named(material: Material, unit: Provision) -> str:
    title = title_of(material.text, unit)
    if not title:
        return material.reference(unit.start)
    return f"{unit.label}. {title}" if unit.label else title


def _chapter(material: Material, unit: Provision) -> str:
    above = (u for u in material.outline.above(material.outline.get(unit.parent)) if u.kind in _KINDS)
    chapter = next((u for u in above if title_of(material.text, u)), None)
    return _named(material, chapter) if chapter else ""


def sessions_of(parts: Sequence[Part], wanted: int | None) -> list[Session]:
    """The parts in so many sessions (else as many as the text fills), none empty, in order."""
    length = sum(_weight(p) for p in parts)
    count = wanted or max(1, min(MOST_SESSIONS, round(length / _WORDS_A_SESSION)))
    count = min(count, len(parts), MOST_SESSIONS)
    groups = _shared_out(parts, count)
    return [_session(n, group) for n, group in enumerate(groups, 1)]


def _weight(part: Part) -> int:
    return max(1, part.span.end - part.span.start)


def _shared_out(parts: Sequence[Part], count: int) -> list[list[Part]]:
    """The parts cut into `count` runs of about the same length."""
    groups: list[list[Part]] = []
    total, begun, seen = sum(map(_weight, parts)), 0, 0
    for n, part in enumerate(parts):
        seen += _weight(part)
        left, missing = len(parts) - n - 1, count - len(groups) - 1
        full = seen >= total * (len(groups) + 1) / count and len(groups) < count - 1
        if n >= begun and (full or left == missing) and missing > 0:
            groups.append(list(parts[begun : n + 1]))
            begun = n + 1
    groups.append(list(parts[begun:]))
    return groups


def _session(number: int, parts: Sequence[Part]) -> Session:
    free = SESSION - _OPENING - _REVIEW
    minutes = shared_minutes([_weight(p) for p in parts], free)
    steps = [
        Step(p.title, m, p.material.source(_head(p)), p.span, p.material.entry.id)
        for p, m in zip(parts, minutes, strict=True)
    ]
    above = list(dict.fromkeys(p.above for p in parts if p.above))
    title = "; ".join(above) if 0 < len(above) <= 2 else f"{parts[0].title} – {parts[-1].title}"
    return Session(number, title if len(parts) > 1 else parts[0].title, (Step("", _OPENING), *steps, Step("", _REVIEW)))


def _head(part: Part) -> Span:
    """A unit's first line: what a source unit is cited by."""
    text = part.material.text
    end = text.find("\n", part.span.start, part.span.end)
    return Span(part.span.start, end if end > part.span.start else min(part.span.end, part.span.start + 300))


def shared_minutes(weights: Sequence[int], minutes: int) -> list[int]:
    """Minutes by weight, in steps of five (of one where there are many), at least one step each; they add up."""
    step = next((s for s in (_STEP, 1) if len(weights) * s <= minutes), None)
    if step is None:
        # more parts than minutes: the longest get one each
        ranked = sorted(range(len(weights)), key=lambda i: (-weights[i], i))[:minutes]
        return [int(i in ranked) for i in range(len(weights))]
    units, total = minutes // step - len(weights), sum(weights) or 1
    exact = [w * units / total for w in weights]
    given = [int(e) for e in exact]
    for i in sorted(range(len(weights)), key=lambda i: (given[i] - exact[i], i))[: units - sum(given)]:
        given[i] += 1
    return [(g + 1) * step for g in given]
