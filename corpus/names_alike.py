"""What a name also goes by: abbreviated, spelt out, without marks, in the other language. After the glossary.

Gives the keys that register_entries.name_key gives for names in a text; knows nothing of where they are looked for.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from corpus.folding import exact, fold, has_diacritics, stem, words
from corpus.glossary import Entry, Glossary, glossary
from corpus.keystrokes import as_meant
from corpus.messages import Language
from corpus.register_entries import name_key

_MOST = 24  # keys of one name
_LONG = 200  # characters of a name that are read
# bodies that are called after what they look after: the glossary knows many such things, and few of the bodies
_BODIES = (("sở", "department"), ("bộ", "ministry"))
# a body of a level: "Ủy ban nhân dân tỉnh", "provincial People's Committee"
_LEVELS = (("tỉnh", "provincial"), ("huyện", "district"), ("xã", "commune"))


@lru_cache(maxsize=256)
def keys_alike(said: str) -> tuple[str, ...]:
    """The keys of a name as it was typed and of its other names, its own first; none if there is no word in it."""
    said = said.strip()[:_LONG]
    run = _without_article(words(as_meant(said)))
    found = dict.fromkeys([name_key(said), name_key(" ".join(run))])
    found.update(dict.fromkeys(name_key(name) for name in _other_names(run)))
    return tuple(islice((key for key in found if key), _MOST))


def _other_names(run: list[str]) -> Iterator[str]:
    known = glossary()
    whole = [name for entry in _entries(run, known) for name in _names(entry)]
    yield from whole
    if not whole:
        yield from _put_together(run, known)
        yield from _of_level(run, known)
        yield from _partly(run, known)


def _entries(run: list[str], known: Glossary) -> list[Entry]:
    """The lines that a run of words is a name of, in whichever language it reads as one."""
    if len(run) == 1 and (numbers := _of_abbreviation(run[0], known)):
        return [known.entries[n] for n in numbers]
    numbers = known.marked.get(tuple(exact(w) for w in run), ())
    if not numbers and not has_diacritics(" ".join(run)):
        numbers = known.bare.get(tuple(fold(w) for w in run), ())
        numbers += known.english.get(tuple(stem(fold(w)) for w in run), ())
    return [known.entries[n] for n in dict.fromkeys(numbers)]


def _of_abbreviation(word: str, known: Glossary) -> tuple[int, ...]:
    # where a name is asked for, small letters that nobody can pronounce are no word
    return known.of_abbreviation(word) or (known.short.get(word.upper(), ()) if _is_clear(word) else ())


def _names(entry: Entry) -> Iterator[str]:
    yield from entry.vi
    yield from entry.en
    yield from filter(_is_clear, entry.short)


def _is_clear(short: str) -> bool:
    """Whether an abbreviation can be nothing else when folded: TU would be "tư", "từ" and "tu" as well."""
    plain = fold(short)
    return len(plain) >= 3 and " " not in short and (len(plain) >= 4 or not any(c in "aeiouy" for c in plain))


def _put_together(run: list[str], known: Glossary) -> Iterator[str]:
    """The name of a body in the other language, from the name of what it looks after."""
    key = _key(run)
    for vi, en in _BODIES:
        of = f"{en} of"
        if key[:1] == _key([vi]) and len(key) > 1:
            yield from (f"{of} {rest}" for rest in _translated(run[1:], known, "en"))
        elif key[:2] == _key(of.split()) and len(key) > 2:
            yield from (f"{vi} {rest}" for rest in _translated(run[2:], known, "vi"))


def _of_level(run: list[str], known: Glossary) -> Iterator[str]:
    """The name of a province's, district's or commune's body in the other language."""
    for vi, en in _LEVELS:
        if _key(run[-1:]) == _key([vi]):
            yield from (f"{en} {name}" for entry in _entries(run[:-1], known) for name in entry.en)
        elif _key(run[:1]) == _key([en]):
            yield from (
                f"{name} {vi}" for e in _entries(run[1:], known) for name in (*e.vi, *filter(_is_clear, e.short))
            )


def _translated(run: list[str], known: Glossary, to: Language) -> Iterator[str]:
    """What is looked after, thing by thing, in the other language; nothing if one of them has no name there."""
    here, there = ("and", "và") if to == "vi" else ("và", "and")
    parts: list[list[str]] = [[]]
    for word in run:
        if fold(word) == fold(here):
            parts.append([])
        else:
            parts[-1].append(word)
    choices = [[name for entry in _entries(part, known) for name in entry.names(to)] for part in parts]
    return (f" {there} ".join(choice) for choice in islice(product(*choices), _MOST))


def _partly(run: list[str], known: Glossary) -> Iterator[str]:
    """The name with the names in it spelt out or abbreviated: "UBND tỉnh" for "Ủy ban nhân dân tỉnh"."""
    choices: list[list[str]] = []
    at = 0
    while at < len(run):
        length = next((n for n in range(len(run) - at, 0, -1) if _alike(run[at : at + n], known)), 1)
        part = run[at : at + length]
        choices.append([" ".join(part), *_alike(part, known)])
        at += length
    return (" ".join(choice) for choice in islice(product(*choices), _MOST))


def _alike(part: list[str], known: Glossary) -> list[str]:
    """Other names in the same language of what a part of a name may be."""
    if len(part) == 1 and not _of_abbreviation(part[0], known):
        return []
    key = _key(part)
    found: list[str] = []
    for entry in _entries(part, known):
        said_in_english = any(_key(words(name)) == key for name in entry.en)
        found += [*(entry.en if said_in_english else entry.vi), *filter(_is_clear, entry.short)]
    return found


def _without_article(run: list[str]) -> list[str]:
    return run[1:] if len(run) > 1 and run[0].lower() in ("the", "các", "cac") else run


def _key(run: Iterable[str]) -> list[str]:
    return [stem(fold(word)) for word in run]
