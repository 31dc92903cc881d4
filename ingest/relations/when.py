"""From when and until when what a statement says of a document holds: which of its days are told of which document."""

import re
from datetime import timedelta

from corpus.dates import find_dates
from corpus.relations import ENDING
from corpus.relations import RelationKind as Kind
from corpus.units import EXCEPT, same_length
from ingest.relations.days import Days, days_in
from ingest.relations.joints import NAMED_DAY, leaves_bracket_open
from ingest.relations.mentioned import Mentioned
from ingest.relations.statement import Statement
from ingest.relations.verbs import Verb

# behind these a document is told of as what once changed another, and no next one: "(đã được sửa đổi theo ...)"
_TOLD = re.compile(
    r"(?<!\w)(?:da|as|already|previously|which (?:was|has been|is))\s(?:[^.;]{0,80}?\s)?(?:theo|boi|tai|bang|under|by"
    r"|in)\s+(?:cac\s+|the\s+)?$"
    r"|(?<!\w)(?:quy dinh|neu|ghi|prescribed|stated|provided for) (?:tai|o|in|by|under)\s+(?:cac\s+|the\s+)?$"
)


def days_of(statement: Statement, kind: Kind, m: Mentioned, verb: Verb | None) -> Days:
    """From when it holds; of what ends but for some units, the last day of these, where the statement says it."""
    behind = _behind(statement, m, verb)
    if verb is not None and verb.kind is Kind.EXPIRES and NAMED_DAY.search(statement.even[: verb.start]):
        printed = next(iter(find_dates(behind)), None)
        if printed is not None and not behind[: printed.start].strip(" :"):
            return Days(printed.value)
    but = EXCEPT.search(same_length(behind))
    if but is None or kind not in ENDING:
        return days_in(behind)
    own, kept = days_in(behind[: but.start()]), days_in(behind[but.start() :])
    return Days(own.day, kept.until or (kept.day - timedelta(1) if kept.day else None))


def _behind(statement: Statement, m: Mentioned, verb: Verb | None) -> str:
    """Where the days of a document stand: behind it and its verb, up to the next document or verb."""
    begin = max(m.end, verb.end if verb and verb.passive else 0)
    behind = (o for o in statement.found if o.start > m.start and o.start >= begin)
    end = next((o.first for o in behind if not _is_told(statement.even, begin, o.first)), len(statement.bare))
    later = [v.start for v in statement.verbs if v.start >= begin]
    return statement.bare[begin : max(begin, min([end, *later]))]


def _is_told(even: str, begin: int, at: int) -> bool:
    """Whether a document further on is named only to tell of one before it."""
    return _TOLD.search(even[:at]) is not None or leaves_bracket_open(even[begin:at])
