"""Questions from facts, by template: multiple choice, true or false, fill-in. Each is whole or it is not made.

Whether it gives its answer away is seen to here; whether the answer is the only right one is for `course_packs.check`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from assistant.course_packs.facts import About, Fact
from assistant.course_packs.material import Material, bare, plain, title_of
from assistant.course_packs.options import day_and_month, value_of
from assistant.course_packs.reckoning import reckoned
from assistant.course_packs.rows import Cell, cell_of
from assistant.sheet import SheetSource
from corpus.folding import fold
from corpus.messages import Language, message
from corpus.registers import Span

Form = Literal["choice", "true_false", "fill_in", "short"]
Level = Literal["easy", "medium", "hard"]
FORMS: tuple[Form, ...] = ("choice", "true_false", "fill_in", "short")
BLANK = "____"
OPTIONS = 4
_RESTATED = re.compile(r"(\s*[^\W\d_]*(?:\s+[^\W\d_]+){0,3})\s*\([^()]{0,40}\d[^()]{0,40}\)")
_POST = re.compile(r"(?:Giám đốc|Chủ tịch|Phó|Trưởng|Chánh|Hiệu trưởng|Bí thư|Bộ trưởng|Thủ tướng)\b")
_SINGULAR_VERB = re.compile(
    r"\s+(?:must|shall|may|will|should|has|is|was|also\s+\w+s|(?!This\b|this\b)[a-z]+(?:[^s\W]s|es|ies))\b(?!['’])"
)
_WORD_NUMBER = re.compile(r"[^\W\d_]\s*\(\s*$")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its key. `right` is the place of the right option; `accepted` are all spellings of a fill-in.

    `span` are the words that it is about, so that no other question of a pack shows them.
    """

    form: Form
    about: About
    level: Level
    stem: str
    answer: str
    sources: tuple[SheetSource, ...]
    document: str
    span: Span
    options: tuple[str, ...] = ()
    right: int | None = None
    accepted: tuple[str, ...] = ()
    shown: str = ""


Refused = Callable[[Fact, str], bool]


def place_and_title(fact: Fact) -> dict[str, str]:
    """Where a question says that its words stand: the place, and the heading above unless that holds the answer."""
    material, at = fact.material, fact.whole.start
    under = ""
    unit = material.titled(at)
    if unit is not None and fact.inside:
        title = title_of(material.text, unit)
        if title and not gives_away(title, fact.answer, fact):
            under = " " + message("course-under", material.language, title=title)
    return {"place": material.reference(at, rows=not fact.row), "under": under}


def gives_away(shown: str, answer: str, fact: Fact) -> bool:
    """Whether words that are shown hold the answer."""
    if fact.kind == "number":
        wanted = value_of(answer)
        return any(value_of(n) == wanted for n in re.findall(r"(?<![\w.,/-])\d+(?:[.,]\d+)*", shown))
    return bare(answer) in fold(" ".join(shown.split()))


def parts(fact: Fact) -> tuple[str, str]:
    """What stands before and behind the slot, less a bracket that says the number again: "03 years (36 months)"."""
    text = fact.material.text
    before = text[fact.whole.start : fact.slot.start]
    after = text[fact.slot.end : fact.whole.end]
    if fact.kind == "number" and (again := _RESTATED.match(after)) is not None:
        after = again.group(1) + after[again.end() :]
    return _line(before), _line(after).rstrip(" .;:")


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def askable(fact: Fact) -> bool:
    """Whether the rest of the statement does not tell the answer."""
    if not fact.inside:
        return not gives_away(fact.shown, fact.answer, fact)
    before, after = parts(fact)
    if fact.kind == "number" and _WORD_NUMBER.search(before):
        return False  # "three (03)": the word tells it
    rest = before + " " + after
    return not gives_away(rest, fact.answer, fact) and not (fact.kind == "number" and reckoned(rest, fact.answer))


# --- multiple choice


def choice(fact: Fact, wrong: Sequence[str], random: Random, level: Level) -> Question | None:
    """A question with four options, of which the wrong ones are `wrong`; None where it cannot be put."""
    if not askable(fact) or len(wrong) < OPTIONS - 1:
        return None
    cell = cell_of(fact) if fact.row else None
    if fact.row and cell is None:
        return None
    answer = _shown(fact, fact.answer, cell)
    options = [answer, *(_shown(fact, w, cell) for w in wrong[: OPTIONS - 1])]
    if fact.kind == "number":
        if any(re.match(r"0\d", o) for o in options):  # 07 beside 8 is 07 beside 08
            options = [re.sub(r"^\d(?![\d.,])", r"0\g<0>", o) for o in options]
            answer = options[0]
        options.sort(key=_figure)
    else:
        random.shuffle(options)
    stem = _cell_stem(fact, cell) if cell else _stem(fact)
    right = options.index(answer)
    return replace(_question(fact, "choice", level, stem, answer), options=tuple(options), right=right)


def _figure(option: str) -> float:
    """The figure that an option begins with."""
    printed = re.match(r"[\d.,]+(?:\s?%)?", option)
    return (printed and value_of(printed.group())) or 0.0


def _shown(fact: Fact, value: str, cell: Cell | None) -> str:
    if cell is not None:
        return cell.value.replace(fact.answer, value)
    return value


def _stem(fact: Fact) -> str:
    """The stem of a choice: the statement with a question word in it where that is grammatical, else with a blank."""
    language, where = fact.material.language, place_and_title(fact)
    if not fact.inside:
        return message("course-whose-task", language, place=where["place"], words=fact.shown.rstrip(" .;"))
    before, after = parts(fact)
    if (asked := _in_place(fact, before, after)) is not None:
        return message("course-asked-in-place", language, **where, words=asked)
    code = {"number": "course-which-number", "day": "course-which-day", "name": "course-which-body"}[fact.kind]
    if fact.kind == "name":
        before = re.sub(r"\b[Tt]he $", "", before)
    return message(code, language, **where, words=f"{before}{BLANK}{after}")


def _in_place(fact: Fact, before: str, after: str) -> str | None:
    """The statement as a question; None where the language does not ask like that."""
    language = fact.material.language
    if language == "vi":
        asked = _asking_word(fact)
    elif fact.kind == "name" and _SINGULAR_VERB.match(after):
        before = re.sub(r"\b[Tt]he $", "", before)
        if before.strip() and not before.rstrip().endswith(","):
            return None
        asked = message("course-what-body", language)
    else:
        return None
    return f"{before}{asked if before.strip() else asked[:1].upper() + asked[1:]}{after}"


def _asking_word(fact: Fact) -> str:
    if fact.kind == "name":
        return message("course-who" if _POST.match(fact.answer) else "course-what-body", "vi")
    if fact.kind == "day":
        return message("course-what-day", "vi")
    return message("course-which-share" if fact.answer.endswith("%") else "course-how-many", "vi")


def _cell_stem(fact: Fact, cell: Cell) -> str:
    where = place_and_title(fact)
    return message("course-cell", fact.material.language, **where, column=cell.column, row=cell.row)


# --- true or false


def true_or_false(fact: Fact, false: str | None, level: Level) -> Question | None:
    """The statement as it is, or with `false` in its slot."""
    language = fact.material.language
    cell = cell_of(fact) if fact.row else None
    if not fact.inside or (fact.row and cell is None) or (false is not None and not askable(fact)):
        return None
    if cell is not None:
        value = cell.value if false is None else cell.value.replace(fact.answer, false)
        words = message("course-cell-is", language, column=cell.column, row=cell.row, value=value)
    else:
        before, after = parts(fact)
        words = fact.shown.rstrip(" .;:") if false is None else f"{before}{_article(fact)}{false}{after}"
    stem = message("course-true-or-false", language, **place_and_title(fact), words=words)
    said = (message("course-true", language), message("course-false", language))
    right = 0 if false is None else 1
    answer = said[0] if false is None else message("course-false-because", language, words=_key_words(fact, cell))
    return replace(_question(fact, "true_false", level, stem, answer), options=said, right=right)


def _article(fact: Fact) -> str:
    """The article that stands in a body's slot, which its shown name has lost."""
    found = re.match(r"[Tt]he ", fact.slot.of(fact.material.text)) if fact.kind == "name" else None
    return found.group() if found else ""


def _key_words(fact: Fact, cell: Cell | None) -> str:
    return cell.value if cell else fact.answer


# --- fill-in


def fill_in(fact: Fact, level: Level) -> Question | None:
    """The statement with a blank for its number or day; other words could be put in several ways."""
    if fact.kind == "name" or not fact.inside or fact.row or not askable(fact):
        return None
    before, after = parts(fact)
    code = "course-fill-number" if fact.kind == "number" else "course-fill-day"
    stem = message(code, fact.material.language, **place_and_title(fact), words=f"{before}{BLANK}{after}")
    return replace(_question(fact, "fill_in", level, stem, fact.answer), accepted=spellings(fact.answer))


def spellings(answer: str) -> tuple[str, ...]:
    """The ways to write a number or a day: "03", "3"; "January 31", "31/1", "31/01"."""
    bare_number = re.sub(r"(?<!\d)0+(?=\d)", "", answer)
    found = [answer, bare_number, bare_number.replace(" ", "") if answer.endswith("%") else bare_number]
    if (day := day_and_month(answer)) is not None:
        year = re.search(r"\d{4}", answer)
        tail = f"/{year.group()}" if year else ""
        found += [f"{day[0]}/{day[1]}{tail}", f"{day[0]:02d}/{day[1]:02d}{tail}"]
    return tuple(dict.fromkeys(found))


def _question(fact: Fact, form: Form, level: Level, stem: str, answer: str) -> Question:
    material = fact.material
    whole = Span(min(fact.whole.start, fact.slot.start), fact.whole.end) if fact.inside else fact.whole
    sources = [material.source(whole)]
    if not fact.inside:
        sources.insert(0, material.source(heading_of(material, fact.slot)))
    made = Question(form, fact.about, level, stem, answer, tuple(sources), material.entry.id, fact.whole)
    return replace(made, shown=fact.shown)


def heading_of(material: Material, slot: Span) -> Span:
    """The line that a slot outside a statement stands in."""
    return material.sentence_at(slot.start, slot.end) or slot


# --- definitions and lists


def ask_term(
    material: Material, whole: Span, term: str, meaning: str, wrong: Sequence[str], random: Random
) -> Question:
    """Which term is explained by these words?"""
    options = [term, *wrong[: OPTIONS - 1]]
    random.shuffle(options)
    stem = message("course-which-term", material.language, place=material.reference(whole.start), words=plain(meaning))
    return Question(
        "choice", "definition", "easy", stem, term, (material.source(whole),), material.entry.id, whole,
        tuple(options), options.index(term), shown=plain(meaning),
    )  # fmt: skip


def term_true_or_false(material: Material, whole: Span, term: str, meaning: str, false: str | None) -> Question:
    """Whether a term means these words, or those of another term."""
    language: Language = material.language
    facts = {"place": material.reference(whole.start), "term": term, "words": plain(false or meaning)}
    stem = message("course-term-or-not", language, **facts)
    said = (message("course-true", language), message("course-false", language))
    answer = said[0] if false is None else message("course-false-because", language, words=plain(meaning))
    return Question(
        "true_false", "definition", "easy", stem, answer, (material.source(whole),), material.entry.id, whole,
        said, 0 if false is None else 1, shown=plain(false or meaning),
    )  # fmt: skip


def ask_meaning(material: Material, whole: Span, term: str, meaning: str) -> Question:
    """What does a term mean? To be answered in one's own words."""
    stem = message("course-what-meaning", material.language, place=material.reference(whole.start), term=term)
    key = plain(meaning)
    source = (material.source(whole),)
    return Question("short", "definition", "medium", stem, key, source, material.entry.id, whole, shown=key)


def ask_long_form(material: Material, whole: Span, short: str, long: str) -> Question:
    """What does an abbreviation stand for?"""
    stem = message("course-stands-for", material.language, place=material.name(), term=short)
    source = (material.source(whole),)
    return Question(
        "fill_in", "abbreviation", "easy", stem, plain(long), source, material.entry.id, whole, accepted=(plain(long),)
    )


def ask_list(material: Material, whole: Span, intro: str, items: Sequence[str]) -> Question:
    """State all that is listed in a unit."""
    unit = material.titled(whole.start)
    title = title_of(material.text, unit) if unit else ""
    under = " " + message("course-under", material.language, title=title) if title else ""
    facts = {"count": len(items), "place": material.reference(whole.start), "under": under, "words": intro}
    stem = message("course-list-all", material.language, **facts)
    key = "; ".join(f"({n}) {item}" for n, item in enumerate(items, 1))
    return Question("short", "list", "hard", stem, key, (material.source(whole),), material.entry.id, whole)
