"""Many passages asked for in one statement to SQLite. Knows no table."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Integer, Subquery, bindparam, func, select, type_coerce

from corpus.passage import PassageKey

_NAME = "keys"
_MANY = 500  # values in one condition
_Value = TypeVar("_Value", int, str)


def keyed() -> Subquery:
    """The keys of `named_keys` as a table (`revision`, `ordinal`) to join with: one plan for any number of them."""
    wanted = func.json_each(bindparam(_NAME)).table_valued("value")
    revision, ordinal = (func.json_extract(wanted.c.value, f"$[{i}]") for i in (0, 1))
    columns = type_coerce(revision, Integer).label("revision"), type_coerce(ordinal, Integer).label("ordinal")
    return select(*columns).subquery()


def named_keys(keys: Iterable[PassageKey]) -> dict[str, str]:
    """The value to execute a statement over `keyed` with."""
    return {_NAME: json.dumps(list(keys))}


def parts(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """Revisions or keys, as many at a time as fit into one condition."""
    for i in range(0, len(values), _MANY):
        yield values[i : i + _MANY]
