"""What is asked: language, kind, the words that carry it, the numbers and units named. Knows nothing of documents."""

import re
from dataclasses import dataclass

from assistant.asking import Aim, aim_of
from assistant.kind_asked import Kind, kind_of
from assistant.kinds import MEASURED, counted_in
from assistant.vocabulary import ASKING_ENGLISH, ASKING_VIETNAMESE, OF_KIND_ENGLISH, WHOLE_VIETNAMESE
from corpus.fields import is_stopword
from corpus.folding import fold, has_diacritics, language_of, nfc, words
from corpus.identity import Number, find_numbers
from corpus.messages import Language
from corpus.unit_lists import every_unit
from corpus.units import UnitReference

_POSTS = frozenset({"post", "posts", "position", "positions", "title", "titles", "role", "roles", "job", "jobs"})


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood."""

    text: str
    language: Language
    marked: bool
    kind: Kind
    content: tuple[str, ...]
    numbers: tuple[Number, ...]
    unit: UnitReference | None
    counted: tuple[str, ...] = ()
    bases: bool = False
    aim: Aim = "answer"
    units: tuple[UnitReference, ...] = ()


def understand(text: str) -> Question:
    """Reads a question; what it does not make out stays open (kind "fact", no unit)."""
    even = " ".join(nfc(text).split())
    folded = fold(_MACHINE.sub("thiết bị", even)).rstrip(" ?!.")
    language = language_of(even)
    marked = has_diacritics(even)
    kind = kind_of(folded, language)
    numbers = tuple(find_numbers(even))
    counted = counted_in(folded, language) if kind in ("number", "deadline", "fact") else ()
    if kind == "fact":
        kind, counted = ("number", counted) if counted in MEASURED else (kind, ())  # "what fee", "how large a bonus"
    content = _content(even, numbers, language, kind, marked=marked)
    units = tuple(every_unit(even))
    return Question(
        even,
        language,
        marked,
        kind,
        content,
        numbers,
        units[0] if units else None,
        counted,
        bool(_BASES.search(folded)),
        aim_of(folded, named=bool(units)),
        units,
    )


_MACHINE = re.compile(r"\bmáy\b", re.IGNORECASE)  # without its marks it would ask how many: "mấy"
_BASES = re.compile(r"\b(?:can cu|co so phap ly|theo de nghi|legal bas[ie]s|basis|pursuant|proposal of)\b")


def _content(
    text: str, numbers: tuple[Number, ...], language: Language, kind: Kind, *, marked: bool
) -> tuple[str, ...]:
    """The words that carry the question, in order; numbers of documents and names of units are looked up apart."""
    rest = text
    for number in reversed(numbers):
        rest = rest[: number.start] + " " + rest[number.end :]
    for start, end in sorted({(unit.start, unit.end) for unit in every_unit(rest)}, reverse=True):
        rest = rest[:start] + " " + rest[end:]
    found = words(rest)
    asking = _asking_english(found, kind) if language == "en" else _asking_vietnamese(found, marked=marked)
    kept = [w for i, w in enumerate(found) if i not in asking and not is_stopword(w, marked=marked)]
    if numbers or kept or len(rest) < len(text):
        return tuple(kept)
    return tuple(w for w in found if not is_stopword(w, marked=marked))


def _asking_english(found: list[str], kind: Kind) -> set[int]:
    holds = len(found) > 1 and found[0].lower() in ("what", "which") and found[1].lower() in _POSTS
    of_others = {w for name, its in OF_KIND_ENGLISH.items() if kind not in name.split() for w in its}
    asking = ASKING_ENGLISH - of_others
    dropped = asking | _POSTS | {"hold", "holds", "held", "have", "has"} if holds else asking
    return {i for i, w in enumerate(found) if w.lower() in dropped or w.lower().removesuffix("s") in dropped}


def _asking_vietnamese(found: list[str], *, marked: bool) -> set[int]:
    """Places of the phrases that ask; compared with their marks where the question has any."""
    even = [w.lower() if marked else fold(w) for w in found]
    asking: set[int] = set()
    whole: set[int] = set()
    for phrase in WHOLE_VIETNAMESE if marked else ():
        for i in range(len(even) - len(phrase) + 1):
            if tuple(even[i : i + len(phrase)]) == phrase:
                whole.update(range(i, i + len(phrase)))
    for phrase in ASKING_VIETNAMESE:
        wanted = list(phrase) if marked else [fold(w) for w in phrase]
        if not marked and len(wanted) == 1 and wanted[0] not in ("ai", "gi", "nao", "may"):
            continue  # a single syllable without marks is too many words at once
        for i in range(len(even) - len(wanted) + 1):
            if even[i : i + len(wanted)] == wanted:
                asking.update(range(i, i + len(wanted)))
    return asking - whole
