"""Where the words looked for stand in a text, to be marked in what is shown. Knows nothing of scores."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.reading import Reading
from corpus.folding import WORD, exact, fold, has_diacritics, stem, words
from corpus.messages import Language


@dataclass(frozen=True, slots=True)
class FoundWord:
    """A word that was looked for, or a name of several, where it stands in a text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is looked for, and the forms of its words one after the other."""

    word: str
    forms: tuple[str, ...]


def words_found(reading: Reading, text: str, language: Language) -> list[FoundWord]:
    """The question's words in a text, with their marks if typed with any, and the other names that were looked for."""
    known: dict[str, list[_Wanted]] = {}
    for wanted in sorted(_wanted(reading, language), key=lambda w: -len(w.forms)):
        known.setdefault(wanted.forms[0], []).append(wanted)
    tokens = list(WORD.finditer(text))
    told = [{*_forms(t.group(), language, marked=True), *_forms(t.group(), language, marked=False)} for t in tokens]
    found: list[FoundWord] = []
    after = 0  # what is inside a name is not found again
    for i, token in enumerate(tokens):
        wanted_here = _longest(known, told, i) if i >= after else None
        if wanted_here is not None:
            after = i + len(wanted_here.forms)
            found.append(FoundWord(wanted_here.word, token.start(), tokens[after - 1].end()))
    return found


def _wanted(reading: Reading, language: Language) -> Iterable[_Wanted]:
    figures = [w for number in reading.numbers for w in words(number) if any(c.isdigit() for c in w)]
    for word in (*reading.words, *figures):
        for form in _forms(word, language, marked=reading.question.marked):
            yield _Wanted(word, (form,))
    for name in reading.expansions:
        as_written = has_diacritics(name) or name.isupper()  # an abbreviation is no syllable without its marks
        forms = tuple(_forms(w, language, marked=as_written)[-1] for w in words(name))
        if forms:
            yield _Wanted(name, forms)


def _longest(known: dict[str, list[_Wanted]], told: Sequence[set[str]], i: int) -> _Wanted | None:
    """The longest of what begins at a token."""
    here = [
        wanted
        for form in told[i]
        for wanted in known.get(form, ())
        if len(wanted.forms) <= len(told) - i and all(f in told[i + n] for n, f in enumerate(wanted.forms))
    ]
    return max(here, key=lambda w: (len(w.forms), w.word), default=None)


def _forms(word: str, language: Language, *, marked: bool) -> tuple[str, ...]:
    """The forms under which a word is the same; each begins with what it is a form of."""
    if marked:
        return (f"={exact(word)}",)
    bare = fold(word)
    return (bare, f"~{stem(bare)}") if language == "en" else (bare,)
