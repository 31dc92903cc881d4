"""Requirements as a sheet: a row for each, with verdict, reason, what would settle it, document and quote.

Decides nothing: it only says in one language what was found.
"""

from dataclasses import fields
from datetime import date

from assistant.levels import level_said
from assistant.profile import Grade, Held, Measure, Profile, Worked
from assistant.requirements import Group, Requirements, Weighed
from assistant.sheet import Sheet, SheetRow, SheetSection
from assistant.sourced import sourced
from assistant.standard import Standard
from corpus.corpus import Corpus
from corpus.dates import day_words
from corpus.messages import Language, message

_COLUMNS = ("kind", "requirement", "has", "verdict", "why", "settles", "force")
_QUOTE = 1
_TITLE = 120  # characters
_SCOPES = frozenset({"department", "district", "commune", "province"})
_UNSAID = frozenset({"complete"})


def as_sheet(corpus: Corpus, found: Requirements, language: Language) -> Sheet:
    """The sheet, with or without a person; with nothing found its notes say what was searched."""
    person = found.profile is not None
    shown = [i for i, name in enumerate(_COLUMNS) if person or name in ("kind", "requirement", "settles", "force")]
    groups = [g for g in found.groups if g.rows]
    return Sheet(
        kind="requirements",
        title=message("requirements-title", language, post=found.asked.text),
        language=language,
        columns=tuple(message(f"column-{_COLUMNS[i]}", language) for i in shown),
        sections=tuple(_section(corpus, found, group, shown, language) for group in groups),
        made=date.today(),
        notes=_notes(found, language),
        names=tuple(_COLUMNS[i] for i in shown),
    )


def _notes(found: Requirements, language: Language) -> tuple[str, ...]:
    notes = [message("requirements-as-of", language, day=day_words(found.as_of, language))]
    if found.profile is not None:
        notes.append(message("requirements-person", language, told=told(found.profile, language)))
    if not any(g.rows for g in found.groups):
        notes.append(message("requirements-none", language, count=len(found.searched)))
    if found.searched:
        names = "; ".join(e.identity.number or e.identity.title for e in found.searched)
        notes.append(message("requirements-searched", language, documents=names))
    return tuple(notes)


def told(profile: Profile, language: Language) -> str:
    """A profile in one line, so that somebody sees how free words were read."""
    said: list[str] = []
    for field in fields(profile):
        value = getattr(profile, field.name)
        if field.name not in _UNSAID and value is not None and (value != () or field.name != "planned_for"):
            said.append(f"{message(f'profile-field-{field.name}', language)}: {_plain(value, language)}")
    return "; ".join(said) or "-"


def _plain(value: object, language: Language) -> str:
    if isinstance(value, tuple):
        return ", ".join(_plain(v, language) for v in value) or message("said-none", language)
    if isinstance(value, bool):
        return message("said-yes" if value else "said-no", language)
    if isinstance(value, date):
        return day_words(value, language)
    if isinstance(value, Worked | Held):
        return _time_said(value, language)
    if isinstance(value, Measure):
        return f"{value.kind} {_plain(value.day, language) if value.day else ''}".strip()
    if isinstance(value, Grade):
        return f"{value.year} {level_said(value.grade, language)}"
    return level_said(str(value), language)


def _time_said(at: Worked | Held, language: Language) -> str:
    length = message("said-months", language, months=at.months) if at.months is not None else ""
    until = _plain(at.until, language) if at.until else ""
    run = f"{_plain(at.since, language)}-{until}" if at.since else ""
    name = at.field if isinstance(at, Worked) else at.post
    return " ".join(filter(None, (name, length if name else length.strip("()"), run)))


def _section(corpus: Corpus, found: Requirements, group: Group, shown: list[int], language: Language) -> SheetSection:
    title = message("requirements-general", language) if group.general else title_of(found, group, language)
    rows = tuple(_row(corpus, found, row, shown, language, f"{title}-{i}") for i, row in enumerate(group.rows, 1))
    overall = None if group.general else found.overall(group)
    notes = () if overall is None else (overall_said(found, group, language),)
    return SheetSection(title, rows, notes)


def title_of(found: Requirements, group: Group, language: Language) -> str:
    """The post and where it stands; for a kind of people the document's words for them."""
    told = {p.scope for p in found.asked.who.posts}
    if group.scope in _SCOPES and found.asked.who.posts and group.scope not in told:
        return message(f"scope-{group.scope}", language, post=found.asked.text)
    if group.scope and not found.asked.who.posts:
        return group.rows[0].first.subject.rstrip(" :")[:_TITLE]
    return found.asked.text


def overall_said(found: Requirements, group: Group, language: Language) -> str:
    """In a sentence how the person stands: the verdict, and of how many rows each."""
    rows = [*group.rows, *(row for g in found.groups if g.general and g is not group for row in g.rows)]
    states = [row.finding.state for row in rows if row.finding is not None and row.applies]
    names = {state: message(f"verdict-{state}", language) for state in ("met", "not_met", "unknown", "judgement")}
    counts = ", ".join(f"{name.lower()} {states.count(state)}" for state, name in names.items() if state in states)
    return f"{names[found.overall(group) or 'unknown']}: {counts}."


def _row(corpus: Corpus, found: Requirements, row: Weighed, shown: list[int], language: Language, id: str) -> SheetRow:
    finding = row.finding
    joined = f" {message('alternatives', language)} ".join(dict.fromkeys(_said(s) for s in row.standards))
    verdict = message(f"verdict-{finding.state if row.applies else 'superseded'}", language) if finding else ""
    cells = (
        message(f"about-{row.first.requirement.attribute}", language),
        joined,
        level_said(finding.has, language) if finding else "",
        verdict,
        message(finding.why, language, **finding.shown(language)) if finding and finding.why else "",
        message(_settles(row), language) if _settles(row) else "",
        "; ".join(dict.fromkeys(_force(s, language) for s in row.standards)),
    )
    sources = [sourced(corpus, s.entry, s.requirement.whole) for s in row.standards]
    if row.exception is not None:
        sources.append(sourced(corpus, row.exception.entry, row.exception.span))
    state = finding.state if finding and row.applies else ""
    locked = frozenset(shown.index(i) for i in shown if i == _QUOTE)
    return SheetRow(tuple(cells[i] for i in shown), tuple(sources), None, state, locked, id)


def _said(s: Standard) -> str:
    return s.asked.replace("\n", " ")


def _settles(row: Weighed) -> str:
    if row.finding is not None and row.finding.settles:
        return row.finding.settles
    return _SETTLES.get(row.first.requirement.attribute, "settle-judge")


_SETTLES = {
    "age": "settle-age",
    "experience": "settle-experience",
    "degree": "settle-degree",
    "political_theory": "settle-theory",
    "state_management": "settle-certificate",
    "language": "settle-certificate",
    "informatics": "settle-certificate",
    "certificate": "settle-certificate",
    "training": "settle-certificate",
    "post_held": "settle-post",
    "planning": "settle-planning",
    "health": "settle-health",
    "discipline": "settle-discipline",
    "grading": "settle-grading",
    "assets": "settle-assets",
    "citizenship": "settle-citizenship",
    "membership": "settle-membership",
    "term_left": "settle-term",
}


def _force(s: Standard, language: Language) -> str:
    """The document and since when: with what it amends, or by what it is amended."""
    issued, document = _day(s.entry.identity.issued, language), s.entry.identity.number or s.entry.identity.title
    if s.replaced_by:
        return message(
            "force-until", language, document=document, issued=issued, until=_day(s.until, language), by=s.replaced_by
        )
    if s.replaces:
        since = _day(s.effective, language)
        return message("force-later", language, document=document, issued=issued, since=since, what=s.replaces)
    return f"{document}, {issued}"


def _day(day: date | None, language: Language) -> str:
    return day_words(day, language) if day else "-"
