"""Many passages asked for in one statement to SQLite. Knows no table."""

import json
from collections.abc import Iterable

from sqlalchemy import Integer, Subquery, func, select, type_coerce

from corpus.passage import PassageKey


def keyed(keys: Iterable[PassageKey]) -> Subquery:
    """The keys as a table (`revision`, `ordinal`) to join with: one statement and one plan for any number of them."""
    wanted = func.json_each(json.dumps([[k.revision, k.ordinal] for k in keys])).table_valued("value")
    revision, ordinal = (func.json_extract(wanted.c.value, f"$[{i}]") for i in (0, 1))
    columns = type_coerce(revision, Integer).label("revision"), type_coerce(ordinal, Integer).label("ordinal")
    return select(*columns).subquery()
