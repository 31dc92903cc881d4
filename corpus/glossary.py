"""The glossary: what stands for what in Vietnamese officialdom, in both languages (glossary.tsv).

Knows how a name is recognised in a text; knows nothing of indexes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.folding import exact, fold, stem, words
from corpus.messages import Language

_FILE = Path(__file__).parent / "glossary.tsv"
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the glossary: the names of one thing in Vietnamese and in English, and its abbreviations."""

    vi: tuple[str, ...]
    en: tuple[str, ...]
    short: tuple[str, ...] = ()

    def names(self, language: Language) -> tuple[str, ...]:
        """Its names in one language."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Glossary:
    """The lines, and by which words each is known: with marks, without, in English (stemmed), abbreviated."""

    entries: tuple[Entry, ...]
    marked: dict[Key, tuple[int, ...]]
    bare: dict[Key, tuple[int, ...]]
    english: dict[Key, tuple[int, ...]]
    short: dict[str, tuple[int, ...]]
    longest: dict[str, int]  # the words, in any of these forms, with which a name begins: of how many words it is

    def longest_from(self, word: str) -> int:
        """Of how many words the longest name is that may begin with a word; 1 for any abbreviation."""
        folded = fold(word)
        return max(self.longest.get(form, 1) for form in (exact(word), folded, stem(folded)))

    def of_abbreviation(self, word: str) -> tuple[int, ...]:
        """The lines whose abbreviation a word is, as written; in small letters too if nobody can pronounce it."""
        found = self.short.get(word, ())
        if found or len(word) < 4 or not (word.isupper() or word.islower()):
            return found
        plain = fold(word)
        if word.islower() and sum(c in "aeiouy" for c in plain) > 1:
            return ()
        return self.short.get(f"~{plain}", ())


def marked_key(text: str) -> Key:
    """The syllables of a phrase with their marks, the place of the tone evened out."""
    return tuple(exact(w) for w in words(text))


def bare_key(text: str) -> Key:
    """The syllables of a phrase without marks."""
    return tuple(fold(w) for w in words(text))


def english_key(text: str) -> Key:
    """The stems of an English phrase."""
    return tuple(stem(fold(w)) for w in words(text))


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    """The shipped glossary."""
    entries = tuple(
        _entry(line) for line in _FILE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")
    )
    marked = _known(entries, lambda e: map(marked_key, e.vi))
    # a single syllable without its marks may be a dozen words: only phrases are known by them
    bare = _known(entries, lambda e: (k for k in map(bare_key, e.vi) if len(k) > 1))
    english = _known(entries, lambda e: map(english_key, e.en))
    short = _known(entries, lambda e: ((s,) for s in _spellings(e.short)))
    longest: dict[str, int] = {}
    for key in (*marked, *bare, *english):
        longest[key[0]] = max(len(key), longest.get(key[0], 0))
    return Glossary(entries, marked, bare, english, {key[0]: lines for key, lines in short.items()}, longest)


def _entry(line: str) -> Entry:
    vi, en, *rest = (cell.strip() for cell in line.split("\t"))
    short = tuple(s.strip() for s in rest[0].split(",")) if rest and rest[0] else ()
    return Entry(_parted(vi), _parted(en), short)


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(";") if name.strip())


def _spellings(short: Iterable[str]) -> Iterable[str]:
    for s in short:
        yield s
        if len(s) >= 4:
            yield f"~{fold(s)}"  # HDND, hdnd: long enough to be nothing else


def _known(entries: tuple[Entry, ...], keys: Callable[[Entry], Iterable[Key]]) -> dict[Key, tuple[int, ...]]:
    known: dict[Key, dict[int, None]] = {}
    for number, entry in enumerate(entries):
        for key in keys(entry):
            if key:
                known.setdefault(key, {})[number] = None
    return {key: tuple(lines) for key, lines in known.items()}
