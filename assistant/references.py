"""Documents and units that a question names: a named one is fetched, not guessed. Knows nothing of search."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.cited_by import terms_guessed
from assistant.described import described
from assistant.mentions import Mention, find_mentions, fits
from assistant.question import Question
from corpus.binding import own_name
from corpus.corpus import Corpus
from corpus.dates import find_dates
from corpus.document import Outline, Provision
from corpus.folding import fold, words
from corpus.identity import TYPE_NAMES, TYPE_WORDS
from corpus.rows import Entry
from corpus.units import UnitReference, has_such, joins, same_length, units_called

_DATE_BEHIND = 40  # characters
_YEAR_BEHIND = re.compile(r"\s*[,(]?\s*(?:nam|of|issued in|ban hanh nam|dated)\s+(?P<year>(?:19|20)\d{2})(?!\s*-\s*\d)")
_OF_ISSUE = re.compile(r"[\s,(]*(?:(?:ban hanh|ky|issued)\s+)?(?:ngay|dated|of|on)?\s*")


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: documents that are here, numbers that are nowhere, units with their documents.

    `missing` are units that the document named has not; `rivals` are the documents that a short number may mean where
    it may mean several, one list for each such number; `short` are the short numbers that mean one, `described` the
    descriptions that fit one.
    """

    entries: tuple[Entry, ...] = ()
    unknown: tuple[Mention, ...] = ()
    places: tuple[tuple[Entry, Provision], ...] = ()
    missing: tuple[tuple[Entry, UnitReference], ...] = ()
    rivals: tuple[tuple[Mention, tuple[Entry, ...]], ...] = ()
    short: tuple[tuple[Mention, Entry], ...] = ()
    described: tuple[tuple[Mention, Entry], ...] = ()

    @property
    def unit(self) -> Provision | None:
        """The first unit named."""
        return self.places[0][1] if self.places else None

    @property
    def unit_missing(self) -> bool:
        """Whether no unit named is there."""
        return bool(self.missing) and not self.places


def resolve(corpus: Corpus, question: Question, entries: Iterable[Entry]) -> Named:
    """Looks up the numbers and the units named; a short form ("Quyết định 25/2022") only if one number fits.

    A document may be described as well ("the 2021 resolution").
    """
    everything = list(entries)
    found: dict[Mention, list[Entry]] = {}
    unknown: list[Mention] = []
    rivals: list[tuple[Mention, tuple[Entry, ...]]] = []
    mentions = find_mentions(question.text)
    for mention in mentions:
        matches = sorted(called(mention, everything), key=lambda e: e.identity.language != question.language)
        matches = _of_place(question.text, corpus, _as_dated(question.text, mention, matches))
        if len(works(corpus, matches)) > 1:
            rivals.append((mention, tuple(matches)))
        else:
            found[mention] = matches
        if not matches and mention.sure and not _is_cited(corpus, mention):
            unknown.append(mention)
    read = [m for m in mentions if found.get(m) or m in unknown or any(m == rival for rival, _ in rivals)]
    found |= (by_description := described(question, everything, read))
    mentions = sorted([*read, *by_description], key=lambda m: m.start)
    named = dict.fromkeys(e for matches in found.values() for e in matches)
    ordered = sorted(named, key=lambda e: e.identity.language != question.language)
    places, missing = _units(corpus, question, mentions, found, ordered)
    by_number = {m: matches[0] for m, matches in found.items() if m.number is None and matches}
    told = {m: by_number.pop(m) for m in by_description}
    short = tuple(by_number.items())
    return Named(
        tuple(ordered), tuple(unknown), tuple(places), tuple(missing), tuple(rivals), short, tuple(told.items())
    )


def spelt_out(text: str, named: Named) -> str:
    """The question with whole numbers in place of the short ones that mean one document."""
    return _with_numbers(text, named.short)


def by_numbers(text: str, named: Named) -> str:
    """The question with a number in place of each description of a document."""
    return _with_numbers(text, named.described)


def less_descriptions(text: str, named: Named) -> str:
    """The question without its descriptions of documents: their years narrow down nothing that is asked."""
    for mention, _ in named.described:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _with_numbers(text: str, pairs: Iterable[tuple[Mention, Entry]]) -> str:
    for mention, entry in sorted(pairs, key=lambda pair: -pair[0].start):
        text = in_place_of(mention, entry, text)
    return text


def in_place_of(mention: Mention, entry: Entry, text: str) -> str:
    """A text with a document's whole number in place of a short one; the name of the type stays as it was typed."""
    if not mention.serial:  # it was described
        kept = TYPE_NAMES[entry.identity.type][entry.identity.language] if entry.identity.type else ""
        return f"{text[: mention.start]}{kept} {entry.identity.number}{text[mention.end :]}"
    digit = re.search(r"\d", mention.printed)
    name = re.sub(
        r"(?:số|so|no\.?|number|#)?\s*[.:]?\s*$", "", mention.printed[: digit.start() if digit else 0], flags=re.I
    )
    kept = name if all(w in TYPE_WORDS for w in fold(name).split()) else ""
    shown = f"{kept.strip()} {entry.identity.number}".strip()
    return text[: mention.start] + shown + text[mention.end :]


def works(corpus: Corpus, entries: Sequence[Entry]) -> list[list[Entry]]:
    """Documents that are one and the same (translations, copies, scans) together: numbers recur, in every term anew."""
    groups: list[list[Entry]] = []
    for entry in entries:
        same = next((g for g in groups if _one_work(corpus, g[0], entry)), None)
        if same is None:
            groups.append([entry])
        else:
            same.append(entry)
    return groups


def _one_work(corpus: Corpus, one: Entry, other: Entry) -> bool:
    a, b = one.identity, other.identity
    if a.number_key is None or a.number_key != b.number_key:
        return False
    if a.issued is None or b.issued is None or a.issued == b.issued:
        return True
    return any(other.id == linked.id for linked in corpus.library.links(one.id))  # a scan may have its date misread


def _as_dated(text: str, mention: Mention, entries: list[Entry]) -> list[Entry]:
    """Those of the date or year that stands right behind the number, if there are any."""
    behind = text[mention.end : mention.end + _DATE_BEHIND]
    dates = {d.value for d in find_dates(behind)}
    year = _YEAR_BEHIND.match(same_length(behind))
    years = {int(year["year"])} if year and not dates else set()
    fitting = [e for e in entries if (i := e.identity.issued) is not None and (i in dates or i.year in years)]
    if dates_behind(text, mention) and mention.number is not None and not mention.year and not fitting:
        return [e for e in entries if e.identity.issued is None]  # without its year a number recurs: another is meant
    return fitting or entries


def _of_place(text: str, corpus: Corpus, entries: list[Entry]) -> list[Entry]:
    """Of several issuers' documents of one number those of the place that the question names ("của tỉnh Tân Phước")."""
    groups = works(corpus, entries)
    issuers = [fold(g[0].identity.issuer or "").split() for g in groups]
    if len(groups) < 2 or not all(issuers):
        return entries
    shared = set(issuers[0]).intersection(*issuers[1:])
    even = f" {' '.join(words(fold(text)))} "
    names = [" ".join(w for w in issuer if w not in shared) for issuer in issuers]
    named = [g for g, name in zip(groups, names, strict=True) if name and f" {name} " in even]
    return named[0] if len(named) == 1 else entries


def dates_behind(text: str, mention: Mention) -> set[date]:
    """The day of issue that stands right behind a number: not "until 30/6/2025", which is asked about."""
    behind = text[mention.end : mention.end + _DATE_BEHIND]
    return {d.value for d in find_dates(behind) if _OF_ISSUE.fullmatch(same_length(behind[: d.start]))}


def _is_cited(corpus: Corpus, mention: Mention) -> bool:
    """Whether a passage prints the number, or may: a short form without a year is looked for by its serial alone."""
    if mention.number is not None:
        return corpus.keywords.frequency("folded", fold(mention.printed)) > 0
    if mention.year or mention.tail:
        if mention.year and corpus.keywords.frequency("folded", f"{mention.serial}/{mention.year}"):
            return True
        pattern = terms_guessed(mention)
        return pattern is not None and bool(corpus.keywords.standing("folded", pattern, 1))
    serials = (mention.serial, mention.serial.zfill(2))
    return any(corpus.keywords.frequency("folded", s) for s in serials)


def called(mention: Mention, entries: Iterable[Entry]) -> list[Entry]:
    """The documents that a number, as far as it was typed, may mean."""
    return [e for e in entries if e.identity.number_key is not None and _fits(mention, e.identity.number_key, e)]


def laws_named(question: str, entries: Iterable[Entry], language: str) -> list[Entry]:
    """The law that a question calls by its name, with or without its year: one, or none where several may be meant."""
    even = " ".join(fold(question).replace(",", " ").split())
    found: list[tuple[int, Entry]] = []
    for entry in entries:
        if (title := own_name(entry.identity.type, entry.identity.title)) is not None:
            name = re.search(rf"(?<!\w){re.escape(title)}(?!\w)", even)
            year = _YEAR_BEHIND.match(even, name.end()) if name else None
            issued = entry.identity.issued
            if name and (year is None or (issued is not None and issued.year == int(year["year"]))):
                found.append((len(title), entry))
    most = max((n for n, _ in found), default=0)
    longest = [e for n, e in found if n == most]
    one = {e.identity.number_key for e in longest}
    return sorted(longest, key=lambda e: e.identity.language != language) if len(one) == 1 else []


def _fits(mention: Mention, key: str, entry: Entry) -> bool:
    types, issued = entry.identity.type, entry.identity.issued
    return fits(mention, key, (types,) if types else (), str(issued.year) if issued else "")


def unit_in(outline: Outline, unit: UnitReference, text: str) -> Provision | None:
    """The unit of a document that a question names, None if it has none such.

    Of an article of the decision and one of the regulation that it promulgates, the decision's is meant, unless the
    question speaks of the regulation.
    """
    fitting = units_called(outline, unit)
    return next((u for u in fitting if _enclosure_named(text, outline, u)), next(iter(fitting), None))


_Placed = tuple[list[tuple[Entry, Provision]], list[tuple[Entry, UnitReference]]]


def _units(
    corpus: Corpus,
    question: Question,
    mentions: Sequence[Mention],
    found: dict[Mention, list[Entry]],
    entries: Sequence[Entry],
) -> _Placed:
    """Every unit named, in the document that it is named with; those that are not there apart."""
    places: list[tuple[Entry, Provision]] = []
    missing: list[tuple[Entry, UnitReference]] = []
    for unit in question.units:
        mention = _named_with(unit, mentions, question.text)
        entry = next(iter(found.get(mention, ()) if mention else entries), None)
        if entry is None:
            continue
        outline = corpus.library.outline(entry.revision)
        there = unit_in(outline, unit, question.text)
        if there is not None:
            places.append((entry, there))
        elif has_such(outline, unit):
            missing.append((entry, unit))
    return list(dict.fromkeys(places)), missing


def _named_with(unit: UnitReference, mentions: Sequence[Mention], text: str) -> Mention | None:
    """The number that a unit belongs to: the one right beside it, else the next behind it, else the last before."""
    behind = [m for m in mentions if m.start >= unit.end]
    before = [m for m in mentions if m.end <= unit.start]
    if behind and _beside(text[unit.end : behind[0].start]):
        return behind[0]
    if before and _beside(text[before[-1].end : unit.start]):
        return before[-1]
    return next(iter(behind), before[-1] if before else None)


def _beside(between: str) -> bool:
    """Whether only names of types stand between: "Điều 5 của Quy chế ban hành kèm theo Quyết định số ..."."""
    rest = [w for w in same_length(between).replace(",", " ").split() if w not in TYPE_WORDS]
    naming = {"so", "no.", "no", "ban", "hanh", "kem", "theo", "promulgated", "issued", "together", "with", "attached"}
    return joins(" " + " ".join(w for w in rest if w not in naming))


def _enclosure_named(text: str, outline: Outline, unit: Provision) -> bool:
    """Whether the question speaks of the enclosed regulation that the unit stands in ("Quy chế", "kèm theo")."""
    root = outline.get(unit.address.split(".")[0])
    if root is None or root.kind != "enclosure":
        return False
    even = fold(text)
    return fold(root.label) in even or "kem theo" in even or "promulgated" in even
