"""The words by which questions and statements are compared, read from vocabulary.toml. Knows nothing of questions."""

import tomllib
from pathlib import Path

from corpus.folding import stem

_DATA = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))

ASKING_ENGLISH: frozenset[str] = frozenset(_DATA["english"]["asking"].split())
OF_KIND_ENGLISH: dict[str, frozenset[str]] = {k: frozenset(v.split()) for k, v in _DATA["english"]["asking_of"].items()}
ASKING_VIETNAMESE: tuple[tuple[str, ...], ...] = tuple(tuple(p.split()) for p in _DATA["vietnamese"]["asking"])
WHOLE_VIETNAMESE: tuple[tuple[str, ...], ...] = tuple(tuple(p.split()) for p in _DATA["vietnamese"]["whole"])
LIGHT_ENGLISH: frozenset[str] = frozenset(stem(w) for w in _DATA["english"]["light"].split())
LIGHT_VIETNAMESE: frozenset[str] = frozenset(_DATA["vietnamese"]["light"].split())
SAME_VIETNAMESE: tuple[tuple[str, str], ...] = tuple((a, b) for a, b in _DATA["vietnamese"]["same"])


def _same_english() -> dict[str, frozenset[str]]:
    rows: dict[str, set[str]] = {}
    for line in _DATA["english"]["same"]:
        row = {stem(w) for w in line.split()}
        for word in row:
            rows.setdefault(word, set()).update(row)
    return {word: frozenset(row) for word, row in rows.items()}


SAME_ENGLISH: dict[str, frozenset[str]] = _same_english()
