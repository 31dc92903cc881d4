"""What the documents ask of somebody: the requirements, out of the registers of the documents that search finds.

Knows nothing of profiles.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.posts import Who, one_post, who
from assistant.search import Filters, Search
from assistant.standard import Standard
from assistant.twins import one_language
from corpus.document import Outline
from corpus.messages import Language
from corpus.registers import Registers, Requirement
from corpus.rows import Entry

RegistersOf = Callable[[int], Registers]
_PASSAGES = 60
_STANDARDS = ("tiêu chuẩn, điều kiện của {}", "standards and conditions for {}")
_FOR = re.compile(r"\s*(?:\([^()]{1,12}\)\s*)?(?:đối với|for)\s(?P<whom>[^;.,\n|\d]{3,200})")
_HEAD = 300  # characters of the line that opens a list
_OF_VOTES = frozenset({"percent", "point", "set"})
_OF_PEOPLE = frozenset({"post", "rank", "candidate", "other"})
_APPOINT = frozenset({"appoint"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The post or the kind of person asked about."""

    text: str
    who: Who
    language: Language

    @property
    def acts(self) -> frozenset[str]:
        """What is to be done: a post is what somebody is appointed to."""
        return self.who.acts or (_APPOINT if self.who.posts else frozenset())


def documents_on(search: Search, asked: Asked, filters: Filters | None) -> list[Entry]:
    """The documents whose passages speak of the standards of a post, one of each pair of translations."""
    queries = (_STANDARDS[asked.language == "en"].format(asked.text), asked.text)
    found = (h.key.revision for query in queries for h in search.find(query, _PASSAGES, filters))
    view = search.view
    return one_language(view, [view.entries[r] for r in dict.fromkeys(found) if r in view.entries], asked.language)


def standards_of(search: Search, asked: Asked, entries: Iterable[Entry], registers: RegistersOf) -> list[Standard]:
    """The requirements that fit, document by document."""
    library = search.corpus.library
    found: list[Standard] = []
    for entry in entries:
        requirements = registers(entry.revision).requirements
        if not requirements:
            continue
        text, outline = library.text(entry.revision), library.outline(entry.revision)
        all_ = [
            Standard(entry, r, text, outline, _subject(r, text, outline))
            for r in requirements
            if r.subject_kind in _OF_PEOPLE and r.attribute not in ("document", "count") and not _of_votes(r)
        ]
        found.extend(_fitting(asked, all_))
    return found


def _of_votes(r: Requirement) -> bool:
    """Whether it asks for votes or points: of a procedure, not of the person before it."""
    return r.attribute == "other" and r.unit in _OF_VOTES


def _fitting(asked: Asked, all_: Sequence[Standard]) -> list[Standard]:
    """Those that name the post (or the kind of person); with a post also those for everybody who is appointed."""
    direct = [s for s in all_ if _names(asked, s)]
    if not asked.who.posts or not direct:
        return direct
    return [s for s in all_ if s in direct or (not s.about.posts and _acts(s) & asked.acts)]


def _names(asked: Asked, standard: Standard) -> bool:
    about = standard.about
    if asked.who.posts:
        return any(one_post(a, p) for a in asked.who.posts for p in about.posts)
    if asked.acts:
        kinds = kinds_of(standard)
        fit = not asked.who.kinds or not kinds or bool(asked.who.kinds & kinds)
        return fit and not about.posts and bool(_acts(standard) & asked.acts)
    return bool(asked.who.rest) and asked.who.rest <= about.rest


def _acts(standard: Standard) -> frozenset[str]:
    """What is done to whom the standard is for."""
    return next((w.acts for w in _nearest(standard) if w.acts), frozenset())


def kinds_of(standard: Standard) -> frozenset[str]:
    """The kinds of people that a standard is for."""
    return next((w.kinds for w in _nearest(standard) if w.kinds), frozenset())


def _nearest(standard: Standard) -> Iterator[Who]:
    """Whom its subject, else its statement, else the headings above, else the title are about."""
    yield standard.about
    yield who(standard.whole)
    for unit in standard.outline.above(standard.outline.get(standard.requirement.address)):
        line = standard.text[unit.start : unit.end].split("\n")[0][:_HEAD]
        yield who(f"{line} {unit.title}")
    yield who(standard.entry.identity.title)


def _subject(requirement: Requirement, text: str, outline: Outline) -> str:
    """The words for whom it is: its subject, the words behind it ("... đối với trưởng phòng"), or the line above it."""
    said = requirement.subject.of(text) if requirement.subject else ""
    behind = _FOR.match(text, requirement.words.end)
    if behind and not who(said).posts and who(behind["whom"]).posts:
        return behind["whom"]
    if said and (who(said).posts or who(said).acts or who(said).kinds):
        return said
    return " ".join(filter(None, (said, _lead(requirement, text, outline))))


def _lead(requirement: Requirement, text: str, outline: Outline) -> str:
    """The line that opens the list which a requirement is an item of."""
    unit = outline.get(requirement.address)
    parent = outline.get(unit.parent) if unit else None
    if parent is None or parent.start >= requirement.whole.start:
        return ""
    above = text[parent.start : requirement.whole.start]
    lines = [line for line in above.split("\n")[:4] if line.rstrip().endswith(":")]
    return lines[0][:_HEAD] if lines else ""


def scope_of(asked: Asked, standard: Standard) -> str:
    """Where the post stands that a standard is for; "" where it does not say, or is for everybody."""
    for post in standard.about.posts:
        if any(one_post(a, post) for a in asked.who.posts):
            return post.scope
    return ""


def is_general(asked: Asked, standard: Standard) -> bool:
    """Whether a standard is for everybody who is appointed, not for the post alone."""
    return bool(asked.who.posts) and not standard.about.posts
