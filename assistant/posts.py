"""Posts and kinds of people as they are named, in either language: which post, where it stands, what is done to whom.

"Trưởng phòng thuộc sở", "truong phong", "Head of Division under a department" are one post. Knows no documents.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from corpus.folding import fold, stem, words
from corpus.units import same_length

_FILE = Path(__file__).parent / "posts.toml"
_EQUIVALENT = re.compile(r"(?<!\w)(?:(?:va|hoac|,) )?(?:tuong duong)|(?:(?:or|and) )?equivalent")
_VI = "va hoac cac cua thuoc nguoi duoc lam chuc vu danh vi tri viec giu cho ve"
_EN = "the of or and an to for a be is in person post position title who holding as under become becoming"
_PLAIN = frozenset(_VI.split(" ") + _EN.split(" "))


@dataclass(frozen=True, slots=True)
class NamedPost:
    """A post named in a text: its key, where it stands ("" where the text does not say), the place of its words."""

    key: str
    scope: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Who:
    """Whom some words are about: posts, what is done to them, kinds of people; the other words by their stems."""

    posts: tuple[NamedPost, ...] = ()
    acts: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    rest: frozenset[str] = field(default=frozenset())

    @property
    def keys(self) -> frozenset[str]:
        """The posts' keys."""
        return frozenset(p.key for p in self.posts)


@dataclass(frozen=True, slots=True)
class _Names:
    posts: re.Pattern[str]
    scopes: re.Pattern[str]
    acts: re.Pattern[str]
    kinds: re.Pattern[str]
    below: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _names() -> _Names:
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    posts = table["post"]
    scope, act, kind = (_one((row["key"], row["words"]) for row in table[name]) for name in ("scope", "act", "kind"))
    below = {p["key"]: frozenset(p.get("above", ())) for p in posts}
    return _Names(_one((p["key"], [*p["vi"], *p["en"]]) for p in posts), scope, act, kind, below)


def _one(rows: Iterable[tuple[str, list[str]]]) -> re.Pattern[str]:
    """One pattern for all rows, the longest spelling first; a group's name tells the row."""
    spelled = sorted(((s, key) for key, spellings in rows for s in spellings), key=lambda pair: -len(pair[0]))
    groups = (f"(?P<{key.replace('-', '_')}__{n}>{s})" for n, (s, key) in enumerate(spelled))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?!\w)")


def _key(match: re.Match[str]) -> str:
    return str(match.lastgroup).rpartition("__")[0].replace("_", "-")


@lru_cache(maxsize=8192)
def who(text: str) -> Who:
    """Whom a text is about."""
    names, even = _names(), same_length(text)
    posts = _posts(even, names)
    acts = frozenset(map(_key, names.acts.finditer(even)))
    left = _EQUIVALENT.sub(" ", even)
    for pattern in (names.posts, names.acts, names.kinds, names.scopes):
        left = pattern.sub(" ", left)
    rest = frozenset(stem(fold(w)) for w in words(left)) - _PLAIN
    return Who(
        posts,
        acts - {"appoint"} if "reappoint" in acts else acts,
        frozenset(map(_key, names.kinds.finditer(even))),
        frozenset(map(_key, names.scopes.finditer(even))),
        frozenset(w for w in rest if len(w) > 1),
    )


def _posts(even: str, names: _Names) -> tuple[NamedPost, ...]:
    """The posts in order; a scope belongs to all posts named since the one before it."""
    marks = sorted(
        [(m.start(), m.end(), "post", _key(m)) for m in names.posts.finditer(even)]
        + [(m.start(), m.end(), "scope", _key(m)) for m in names.scopes.finditer(even)]
        + [(i, i + 1, "stop", "") for i, c in enumerate(even) if c in ";|\n"]
    )
    found: list[NamedPost] = []
    waiting: list[NamedPost] = []
    for start, end, what, key in marks:
        if what == "post":
            waiting.append(NamedPost(key, "", start, end))
        else:
            found.extend(NamedPost(p.key, key, p.start, p.end) for p in waiting)
            waiting = []
    return tuple([*found, *waiting])


def without_acts(text: str) -> str:
    """The text without the words for what is done to somebody: "đào tạo sau đại học" is no degree that is asked for."""
    return _names().acts.sub(" ", same_length(text))


def one_post(asked: NamedPost, named: NamedPost) -> bool:
    """Whether two names may mean one post: the same key, and no two different places."""
    return asked.key == named.key and (not asked.scope or not named.scope or asked.scope == named.scope)


def is_above(one: str, other: str) -> bool:
    """Whether the first post stands above the second in the same line."""
    return other in _names().below.get(one, frozenset())
