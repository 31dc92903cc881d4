"""Whether a document stood, on the day, as a question takes for granted: in force, ended, since when, by what."""

from dataclasses import replace

from assistant.mentions import find_mentions
from assistant.premises.validity import Validity
from assistant.question import understand
from assistant.references import Named, resolve
from assistant.search import View
from assistant.validity.asked import Aspect
from assistant.validity.between import between
from assistant.validity.relations import told_of
from assistant.validity.told import Asking, Told, course
from corpus.corpus import Corpus
from corpus.messages import Language
from corpus.validity import Interval, Status

_LIVE = frozenset({Status.IN_FORCE, Status.PARTLY_EXPIRED})
_YES_OR_NO: dict[Language, str] = {"vi": "{} không?", "en": "Is it so that {}?"}


def named_in(corpus: Corpus, view: View, claim: str) -> Named:
    """The documents that a claim names."""
    return resolve(corpus, understand(claim), view.entries.values())


def stood(asking: Asking, named: Named, claimed: Validity) -> Told | None:
    """How it stood, denied where that is not as claimed; None where no document says."""
    if claimed.claimed == "done":
        return _of_two(asking, named)
    unit = named.places[0][1] if named.places else None
    about = replace(asking, entry=named.entries[0], unit=unit)
    if about.state.status is Status.UNKNOWN:
        return None
    aspect = _otherwise(about, claimed)
    return Told("", ()) if aspect is None else replace(told_of(about, aspect), denied=True)


def _of_two(asking: Asking, named: Named) -> Told | None:
    mentions = find_mentions(asking.question)
    if len(mentions) != 2 or len(named.entries) < 2:
        return None
    question = _YES_OR_NO[understand(asking.question).language].format(asking.question.rstrip(" .;,"))
    return between(replace(asking, question=question), find_mentions(question), named.entries)


def _otherwise(asking: Asking, claimed: Validity) -> Aspect | None:
    """What is to be told of the document in place of what is claimed; None where it stood as claimed."""
    state = asking.state.status
    if claimed.claimed == "holds" and state in _LIVE:
        return "since" if _another(claimed, _begin(asking, _LIVE)) else None
    if claimed.claimed == "holds":
        return "until" if state is Status.EXPIRED else "in_force"
    if state in _LIVE:
        return "since"
    if claimed.claimed == "over" and state is Status.EXPIRED:
        return "until" if _another(claimed, _begin(asking, frozenset({Status.EXPIRED}))) else None
    as_claimed = {"paused": Status.SUSPENDED, "not_yet": Status.NOT_YET}
    return None if as_claimed.get(claimed.claimed, state) is state else "in_force"


def _begin(asking: Asking, states: frozenset[Status]) -> Interval | None:
    return next((i for i in course(asking) if i.status in states and i.first), None)


def _another(claimed: Validity, begin: Interval | None) -> bool:
    """Whether it began on another day, or in another year, than is claimed."""
    if begin is None or begin.first is None:
        return False
    if claimed.day is not None:  # the last day in force and the first one out of it are both called the end
        return abs((claimed.day - begin.first).days) > (1 if begin.status is Status.EXPIRED else 0)
    return claimed.year is not None and claimed.year != begin.first.year
