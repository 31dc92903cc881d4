"""The clauses of an article with their points, by the marks of their lines, and what a clause goes on about.

Knows marks and references; of questions only what names another doer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import Evidence

_CLAUSE = re.compile(r"\(?(\d{1,2}[a-zđ]?)[.)]\s")
_POINT = re.compile(r"\(?[a-zđ]{1,2}[\d]?[)/]\s")
_DEED = r"(?:offen[cs]e|violation|act)"
# a clause that goes on about whom or what an earlier one tells: "Phạm tội thuộc ...", "Người này ...", "In that case"
_GOES_ON = re.compile(
    r"(?:(?:người|pháp nhân|tổ chức)(?: thương mại)? )?(?:phạm tội|tái phạm)\b|người chuẩn bị phạm tội này\b"
    r"|(?:(?:trong|đối với|ngoài ra)[, ]+)?"
    r"(?:người|tổ chức|đối tượng|trường hợp|hành vi|cơ quan|đơn vị|vi phạm)(?: \w+){0,3} (?:này|đó|nêu trên|nói trên)\b"
    rf"|(?:whoever )?commit(?:s|ting)? (?:the|this|such|that) {_DEED}\b|the (?:{_DEED}|offender|violator)\b"
    rf"|(?:in |for )?(?:this|that|such an?|such) (?:case|person|body|{_DEED})\b"
)
_OFFENCE = re.compile(
    r"phạm tội\b|người (?:chuẩn bị )?phạm tội\b"
    r"|commit(?:s|ting)? (?:the|this) offen[cs]e\b|the (?:offen[cs]e|offender)\b"
)
_ANOTHER = re.compile(
    r"(?P<body>pháp nhân|tổ chức\b|(?:a |the )?(?:commercial )?legal (?:person|entity))"
    r"|(?P<attempt>(?:người |hành vi )?chuẩn bị|prepar|whoever prepares)"
)
_AS_NAMED = {
    "body": (
        "pháp nhân",
        "tổ chức",
        "doanh nghiệp",
        "công ty",
        "phap nhan",
        "to chuc",
        "doanh nghiep",
        "legal",
        "compan",
    ),
    "attempt": ("chuẩn bị", "chuan bi", "prepar"),
}
_OTHER_CLAUSE = re.compile(
    r"(?:(?:quy định|nêu|nói|theo|vi phạm|thuộc)(?: tại| ở)?"
    r"|(?:referred to|specified|prescribed|stipulated|set out|mentioned|provided for|laid down)(?: in| at| under| by)?)"
    r"(?: (?:các )?(?:điểm|points?) [^.;:]{1,30}?)? (?:các )?(?:khoản|clauses?|paragraphs?) \(?(\d{1,2})\b"
    r"(?!\)?,? (?:(?:và|hoặc|and|or|of) )?(?:điều|articles?) \d)"  # of another article
)
_BUT_NOT = re.compile(
    r"\b(?:trừ|ngoài|không thuộc|không phải|khác với|except|other than|unless|apart from)\b[^.;:]{0,60}$"
)
_OPENS = 200  # characters: what a clause is about stands at its beginning


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its number, its own sentences, and its points, each with all of its statements."""

    number: str
    opening: tuple[Evidence, ...]
    points: tuple[tuple[Evidence, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words of the clause without its points."""
        return " ".join(e.text for e in self.opening)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.opening[0].start

    def has(self, e: Evidence) -> bool:
        """Whether a statement is of the clause."""
        return any(o.start <= e.start < o.end for o in (*self.opening, *(s for p in self.points for s in p)))


def clauses_of(text: str, statements: Sequence[Evidence]) -> list[Clause]:
    """The clauses that the statements of one article make up; none where its clauses bear no marks."""
    found: list[tuple[str, list[Evidence], list[list[Evidence]]]] = []
    for e in sorted(statements, key=lambda e: e.start):
        if e.heading:
            continue
        opens = text[max(0, e.start - 1) : e.start] in ("", "\n")
        mark = _CLAUSE.match(e.text) if opens else None
        if mark is not None:
            found.append((mark[1], [e], []))
        elif not found:
            continue
        elif opens and _POINT.match(e.text):
            found[-1][2].append([e])
        elif found[-1][2]:
            found[-1][2][-1].append(e)
        else:
            found[-1][1].append(e)
    return [Clause(n, tuple(o), tuple(tuple(p) for p in points)) for n, o, points in found]


def goes_on(clause: Clause, before: Sequence[Clause]) -> list[Clause]:
    """The earlier clauses whose case a clause goes on about; none where it stands for itself."""
    opening = _opening(clause)
    named = {m[1] for m in _OTHER_CLAUSE.finditer(opening) if not _BUT_NOT.search(opening[: m.start()])}
    if named:
        return [c for c in before if c.number in named]
    return list(before) if _GOES_ON.match(opening) else []


def of_the_heading(clause: Clause) -> bool:
    """Whether a clause goes on about the offence that its article is about, whoever commits it."""
    return _OFFENCE.match(_opening(clause)) is not None


def names_another(clause: Clause, question: str) -> bool:
    """Whether a clause is about another doer or deed than the question, which would name it: a body, who prepares."""
    named = _ANOTHER.match(_opening(clause))
    return named is not None and not any(n in question.lower() for n in _AS_NAMED[named.lastgroup or ""])


def _opening(clause: Clause) -> str:
    return _CLAUSE.sub("", clause.text, count=1)[:_OPENS].lower()
