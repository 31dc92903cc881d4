"""Which of two documents in conflict prevails, by rank and date: told beside both, never decided silently.

Law 64/2025/QH15, Art. 4 and 58: the higher rank; of one issuer, the later text. Party texts form a ladder of their own
and are never ranked against the State's; dispatches, plans and reports are no norms and have no rank.
"""

from dataclasses import replace
from datetime import date

from assistant.answer import Answer
from corpus.competence import is_party, place_of, rank_of
from corpus.folding import fold
from corpus.messages import Language, message
from corpus.rows import Entry


def with_precedence(answer: Answer) -> Answer:
    """An answer whose documents are in conflict, with how they stand to each other."""
    entries = list({c.document.id: c.document for c in answer.citations}.values())
    if answer.outcome != "conflicting" or len(entries) < 2:
        return answer
    return replace(answer, lead=told_of(entries[0], entries[1], answer.language))


def told_of(one: Entry, other: Entry, language: Language) -> str:
    """How two documents in conflict stand to each other."""
    names = {"one": _name(one, language), "other": _name(other, language)}
    if is_party(one.identity.number_key) != is_party(other.identity.number_key):
        return message("conflict-party-state", language, **names)
    ranks = _rank(one), _rank(other)
    if None in ranks:
        return message("conflict-unranked", language, **names)
    places = place_of(one.identity.issuer), place_of(other.identity.issuer)
    if None not in places and places[0] != places[1]:
        ranks = places  # whatever a province lays down stands above what its districts do
    if ranks[0] != ranks[1]:
        first, second = (one, other) if (ranks[0] or 0) < (ranks[1] or 0) else (other, one)
        return message("conflict-rank", language, higher=_name(first, language), lower=_name(second, language))
    days = one.identity.issued, other.identity.issued
    keys = {(e.identity.number_key or "").split("|")[-1] for e in (one, other)}
    issuers = {fold(e.identity.issuer) for e in (one, other) if e.identity.issuer}
    # all councils sign alike: of which place one is, its name tells
    same = len(keys) == 1 and (len(issuers) < 2 or keys.isdisjoint({"hdnd", "ubnd"}))
    if same and None not in days and days[0] != days[1]:
        first, second = (one, other) if (days[0] or date.min) > (days[1] or date.min) else (other, one)
        return message("conflict-later", language, later=_name(first, language), earlier=_name(second, language))
    return message("conflict-unranked", language, **names)


def _rank(entry: Entry) -> int | None:
    return rank_of(entry.identity.number_key, entry.identity.type)


def _name(entry: Entry, language: Language) -> str:
    day = entry.identity.issued
    number = entry.identity.number or entry.identity.title
    shown = f"{day:%d/%m/%Y}" if day and language == "vi" else day.isoformat() if day else ""
    return f"{number} ({shown})" if shown else number
