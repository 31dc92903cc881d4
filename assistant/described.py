"""Documents that a question describes instead of naming: "the 2021 resolution", "theo quy định phân cấp 2025".

A description is the name of a type with a year (or a month, or a period) and perhaps a word of the subject. It counts
where it fits one work of the catalogue and no other. Knows titles, types and days; knows nothing of statements.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.mentions import Mention
from assistant.question import Question
from corpus.dates import MONTHS
from corpus.expansion import expand
from corpus.fields import is_stopword
from corpus.folding import fold, stem, words
from corpus.identity import TYPES, types_of_heading
from corpus.messages import Language
from corpus.rows import Entry
from corpus.units import same_length

_TITLED = 0.5  # share of the subject's words that a title or an issuer's name has to hold
_VIETNAMESE = {fold(vi): frozenset(types_of_heading(vi)) for _, vi, *_ in TYPES}
_ENGLISH = {fold(name): frozenset(types_of_heading(name)) for _, _, en, *_ in TYPES for name in en}
_ENGLISH["letter"] = _ENGLISH["official letter"]
_ENGLISH |= {f"{name}s": types for name, types in list(_ENGLISH.items()) if not name.endswith("s")}
# what people call any text that lays down rules
_LAYING_DOWN = frozenset({"statute", "regulation"})
_LOOSELY = _LAYING_DOWN | {"decision", "circular", "decree", "joint-circular"}
_SUBJECT = r"(?P<subject>(?:\s+(?!(?:19|20)\d\d|theo\b|under\b)[\w-]+){0,9}?)"
_YEAR_HERE = r"(?P<year>(?:19|20)\d\d)(?P<last>\s*[-–]\s*(?:19|20)\d\d)?(?![\w/]|[.-]\d)"
_YEAR = rf"(?<![\w/.-]){_YEAR_HERE}"


def _any_of(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=lambda n: (-len(n), n)))


_NOT_IT = (
    r"(?<!\btruoc )(?<!\btruoc khi co )(?<!\bthay cho )(?<!\bthay the )(?<!\bbai bo )(?<!\bsua doi )(?<!\bchua co )"
    r"(?<!\bkhac )(?<!\bnao )(?<!\bduoc )"  # "văn bản nào hướng dẫn ...", "được quy định ...": there it is a verb
)
_IN_VIETNAMESE = re.compile(
    rf"{_NOT_IT}(?<!\w)(?P<type>{_any_of(_VIETNAMESE)})(?!\w){_SUBJECT}"
    r"[\s,(]+"
    rf"(?:thang\s+(?P<month>\d{{1,2}})\s*(?:nam\s+|[/-]\s*)(?=\d{{4}})|nam\s+|giai doan\s+|nhiem ky\s+)?{_YEAR_HERE}"
)
_IN_ENGLISH = (
    re.compile(
        rf"(?:^|(?<=\bthe )|(?<=\bunder )|(?<=\bthat )|(?<=\bour )|(?<=\bits )|(?<='s ))"
        rf"(?:(?P<month>{_any_of(MONTHS)})\s+)?{_YEAR}(?P<subject>(?:\s+[\w-]+){{0,5}}?)\s+(?P<type>{_any_of(_ENGLISH)})(?!\w)"
    ),
    re.compile(
        rf"(?<!\w)(?P<type>{_any_of(_ENGLISH)})(?!\w){_SUBJECT}[\s,(]+"
        r"(?:(?:of|from|dated|issued in|adopted in|for|period)\s+(?:the\s+)?)?"
        rf"(?:(?P<month>{_any_of(MONTHS)})\s+)?{_YEAR}"
    ),
)
_INSTEAD = re.compile(r"\b(?:before|prior to|until|replac\w+|repeal\w+|amend\w+|chang\w+|unlike)\s+(?:the\s+|our\s+)?$")
# words between the type and its year that are no subject: how it came about, whose it is, that it applies
_BESIDE = frozenset(
    words(
        "cua ve viec ban hanh nam so ky tu do tinh nay cu moi dang ap dung hien hieu luc co duoc ngay thang giai doan"
        " nhiem thi the of on for from issued adopted dated in force period about concerning regarding new old current"
        " year its our"
    )
)
# an English description runs on no further than these
_ENDS = frozenset(
    words(
        "is was were are be been being did does do must may shall will can has have had to by at that which who what"
        " when how say says hold holds set sets give gives"
    )
)
_PROMULGATES = re.compile(
    r"^(?:(?:ve viec |v/v )?(?:ban hanh|phe duyet)"
    r"|(?:on )?(?:promulgating|promulgation of|issuing|approving|approval of))\s+(?:the\s+)?"
)


@dataclass(frozen=True, slots=True)
class _Description:
    types: frozenset[str]
    year: int
    last: int | None  # of a period
    month: int | None
    subject: tuple[str, ...]
    start: int
    end: int


def described(question: Question, entries: Sequence[Entry], taken: Sequence[Mention]) -> dict[Mention, list[Entry]]:
    """The descriptions that fit one work, as mentions, each with its documents; `taken` are the numbers named."""
    found: dict[Mention, list[Entry]] = {}
    for told in _descriptions(question):
        if any(told.start < m.end and m.start < told.end for m in (*taken, *found)):
            continue
        fitting = _fitting(told, question.language, entries)
        if len({e.identity.number_key for e in fitting}) == 1:
            printed = question.text[told.start : told.end]
            found[Mention(printed, "", str(told.year), "", told.types, told.start, told.end)] = fitting
    return found


def _descriptions(question: Question) -> Iterator[_Description]:
    even = same_length(question.text)
    patterns = (_IN_VIETNAMESE,) if question.language == "vi" else _IN_ENGLISH
    for match in sorted((m for p in patterns for m in _each(p, even)), key=lambda m: (m.start(), -m.end())):
        if _INSTEAD.search(even[: match.start()]):
            continue
        told = match["subject"].split()
        if question.language == "en" and any(w in _ENDS for w in told):
            continue
        subject = tuple(w for w in told if w not in _BESIDE and not is_stopword(w, marked=False))
        month = match["month"]
        yield _Description(
            (_VIETNAMESE if question.language == "vi" else _ENGLISH)[match["type"]],
            int(match["year"]),
            int(match["last"].strip(" -–")) if match["last"] else None,
            None if month is None else int(month) if month.isdigit() else MONTHS.index(month) + 1,
            subject,
            match.start(),
            match.end(),
        )


def _each(pattern: re.Pattern[str], even: str) -> Iterator[re.Match[str]]:
    """Every match, also those inside another: of "the decision under the 2025 regulation" the regulation is dated."""
    at = 0
    while (match := pattern.search(even, at)) is not None:
        yield match
        at = match.start() + 1


def _fitting(told: _Description, language: Language, entries: Sequence[Entry]) -> list[Entry]:
    """The documents of one work or several, best described ones only."""
    dated = [e for e in entries if e.identity.number_key and _of_that_time(told, e)]
    for types in (told.types, told.types | _LAYING_DOWN, told.types | _LOOSELY):
        if types != told.types and not told.types & _LAYING_DOWN:
            break
        shares = {e.identity.number_key: 0.0 for e in dated if types & _types_of(e)}
        for e in dated:
            if e.identity.number_key in shares:
                shares[e.identity.number_key] = max(shares[e.identity.number_key], _titled(told.subject, e))
        best = max(shares.values(), default=0.0)
        if shares and (not told.subject or best >= _TITLED):
            keys = {key for key, share in shares.items() if share == best}
            return sorted(
                (e for e in dated if e.identity.number_key in keys), key=lambda e: e.identity.language != language
            )
    return []


def _of_that_time(told: _Description, entry: Entry) -> bool:
    issued = entry.identity.issued
    if told.last is not None:
        period = re.search(rf"{told.year}\s*[-–]\s*{told.last}", entry.identity.title)
        return period is not None or (issued is not None and issued.year in (told.year - 1, told.year))
    return issued is not None and issued.year == told.year and told.month in (None, issued.month)


@lru_cache(maxsize=4096)
def _types_of_title(kind: str | None, title: str) -> frozenset[str]:
    even = " ".join(fold(title).split())
    promulgates = _PROMULGATES.match(even)
    beside = types_of_heading(even[promulgates.end() :]) if promulgates else ()
    return frozenset((*((kind,) if kind else ()), *beside))


def _types_of(entry: Entry) -> frozenset[str]:
    """The type of a document, and of what it promulgates or approves: a decision is called by its regulation's name."""
    return _types_of_title(entry.identity.type, entry.identity.title)


def _titled(subject: tuple[str, ...], entry: Entry) -> float:
    """The share of the subject that a document's title or its issuer's name holds, by another name too.

    Vietnamese syllables count where they stand beside each other: each of them is part of many words.
    """
    if not subject:
        return 1.0
    named = fold(f"{entry.identity.title} {entry.identity.issuer or ''}")
    ordered = words(named)
    there = {form for w in ordered for form in (w, stem(w))}
    if entry.identity.language == "vi" and len(subject) > 1:
        beside = set(pairwise(ordered))
        paired = (both for both in pairwise(subject) if both in beside)
        held = {w for both in paired for w in both}
    else:
        held = {w for w in subject if {w, stem(w)} & there or all({p, stem(p)} & there for p in w.split("-"))}
    for parts, names in _by_other_names(subject):
        if names.search(named):
            held |= parts
    return len(held) / len(subject)


@lru_cache(maxsize=64)
def _by_other_names(subject: tuple[str, ...]) -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """The words of a subject that name a thing, with its other names; read once for all the titles held against it."""
    concepts = expand(" ".join(subject)).concepts
    return tuple(
        (
            frozenset(subject) & frozenset(fold(c.named).split()),
            re.compile(rf"(?<!\w)(?:{_any_of(fold(name.text) for name in c.names)})(?!\w)"),
        )
        for c in concepts
    )
