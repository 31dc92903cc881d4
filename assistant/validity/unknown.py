"""What is said of a document that a question names and that is not indexed itself."""

from collections.abc import Sequence
from datetime import date

from assistant.in_force import InForce
from assistant.mentions import Mention
from assistant.out_of_force import names_of, shown
from assistant.proofs import sentences
from assistant.references import dates_behind
from assistant.search import View
from assistant.validity.asked import Aspect
from assistant.validity.told import MOST, Told
from corpus.corpus import Corpus
from corpus.messages import Language, message
from corpus.relations import CHANGING, ENDING, Relation, RelationKind
from corpus.validity import Status

_K = RelationKind


def of_unknown(
    corpus: Corpus,
    view: View,
    held: InForce,
    question: str,
    unknown: Sequence[Mention],
    aspect: Aspect,
    language: Language,
) -> Told | None:
    """What is said of a document that is named but not indexed; None where nothing is."""
    named, number = next(((m, m.number) for m in unknown if m.number is not None), (None, None))
    if named is None or number is None or aspect not in ("in_force", "until", "replaced_by", "amended", "guided_by"):
        return None
    kinds = CHANGING if aspect != "guided_by" else frozenset({_K.GUIDES, _K.DETAILS})
    said = [(v, r) for v, r in corpus.library.said_of_number(number.key, kinds) if v in view.entries]
    days = dates_behind(question, named)
    said = [(v, r) for v, r in said if r.target.issued in days] or said  # a number without a year recurs
    if not said:
        return None
    entries = [view.entries[v] for v, _ in said]
    others = ", ".join(names_of(view, [e.id for e in entries], language))
    places = [(view.entries[v], r.start, r.end) for v, r in said]
    since = min(
        (d for v, r in said if r.kind in ENDING and r.whole and (d := begins(corpus, v, r)) is not None), default=None
    )
    day = shown(held.day, language)
    if since is None or aspect in ("amended", "guided_by"):
        lead = message("validity-not-indexed", language, number=number.printed, others=others)
    elif aspect == "in_force" and since <= held.day:
        told = {"number": number.printed, "day": day, "since": shown(since, language), "others": others}
        lead = message("validity-ended-by", language, **told)
    else:
        lead = message(
            "validity-until-by", language, number=number.printed, since=shown(since, language), others=others
        )
    return Told(lead, sentences(corpus, places, language)[:MOST])


def begins(corpus: Corpus, revision: int, relation: Relation) -> date | None:
    """From when a statement holds: as it says, else from when its document does."""
    live = (Status.IN_FORCE, Status.PARTLY_EXPIRED)
    course = corpus.library.intervals_of([revision], whole=True).get(revision, ())
    return relation.day or next((i.first for i in course if i.status in live), None)
