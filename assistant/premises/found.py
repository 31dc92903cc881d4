"""What the documents say of what a question takes for granted."""

from dataclasses import dataclass

from assistant.asked import Asked
from assistant.best_first import rank
from assistant.draft import Draft
from assistant.evidence import Evidence, within
from assistant.finder import PASSAGES, Finder
from assistant.of_itself import of_itself
from assistant.premise import Premise
from assistant.premises.contradicted import contradicted
from assistant.premises.denied import denied
from assistant.premises.elsewhere import said_elsewhere
from assistant.premises.otherwise import otherwise
from assistant.premises.slots import Slot
from assistant.premises.state import named_in, stood
from assistant.question import understand
from assistant.relevance import Scored
from assistant.validity.told import Asking, Told
from assistant.write import write
from corpus.folding import fold
from corpus.messages import Language, message

_WHO_SIGNED: dict[Language, str] = {"vi": "Ai ký {}?", "en": "Who signed {}?"}


def on_the_premise(finder: Finder, least: float, asked: Asked) -> Draft | None:
    """What the documents say of what the question takes for granted, where they do not answer the question."""
    meant = asked.meant
    if meant.premise is None or meant.premise.passing or not meant.premise.asks:
        return None
    if meant.choices or meant.named.unknown or meant.named.places:
        return None
    question = understand(meant.premise.asks)
    hits, evidence = finder.found(question, meant.named, asked.filters, asked.view)
    draft = write(finder.corpus, question, evidence, finder.relevance(question, meant.named, asked.view), hits)
    return draft if draft.statements and draft.confidence >= least else None


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The statements that say otherwise than a premise, and how it is instead, where that is told in words of ours."""

    evidence: tuple[Evidence, ...]
    told: str = ""


def against(finder: Finder, asked: Asked) -> Otherwise | None:
    """What says otherwise than what the question takes for granted; None if nothing does."""
    premise = asked.meant.premise
    if premise is None or asked.meant.choices:
        return None
    told = _stood(finder, asked, premise)
    if told is not None:
        return Otherwise(tuple(told.evidence), told.lead) if told.denied else None
    return _said_otherwise(finder, asked, premise)


def _stood(finder: Finder, asked: Asked, premise: Premise) -> Told | None:
    """How a document stood, where the question takes that for granted and the documents say."""
    if premise.validity is None:
        return None
    named = named_in(finder.corpus, asked.view, premise.claim)
    if not named.entries or named.rivals or named.unknown:
        return None
    asking = Asking(finder.corpus, asked.view, asked.held, named.entries[0], None, asked.speaks, premise.claim)
    return stood(asking, named, premise.validity)


def _said_otherwise(finder: Finder, asked: Asked, premise: Premise) -> Otherwise | None:
    """Statements that say another thing than the one claimed."""
    if premise.asks:
        found = contradicted(premise, _scored(finder, asked, premise.asks))
        if found is not None:
            return Otherwise((found,))
    for slot in premise.slots:
        there = (
            _other_signer(finder, slot, asked)
            if slot.kind == "signer"
            else otherwise(slot, [_scored(finder, asked, asks) for asks in slot.asks])
        )
        if there or slot.kind == "signer":
            return Otherwise(there) if there else None
    return _denied(finder, asked, premise) or _elsewhere(finder, asked, premise)


def _denied(finder: Finder, asked: Asked, premise: Premise) -> Otherwise | None:
    """A statement that says "not" of the same."""
    if not premise.plain and (premise.figures or premise.force is None):
        return None
    found = denied(premise.claim, _scored(finder, asked, f"{premise.claim}?"))
    return Otherwise((found,)) if found is not None else None


def _elsewhere(finder: Finder, asked: Asked, premise: Premise) -> Otherwise | None:
    """Another document than the one named that says it."""
    found = said_elsewhere(finder, asked, premise.claim)
    if found is None:
        return None
    names = {
        "number": found[0].identity.number,
        "other": found[1].entry.identity.number or found[1].entry.identity.title,
    }
    return Otherwise((found[1],), message("premise-elsewhere", asked.speaks, **names))


def _other_signer(finder: Finder, slot: Slot, asked: Asked) -> tuple[Evidence, ...]:
    """The signature of the one document named, where it is another's."""
    entries = asked.meant.named.entries
    signer = entries[0].identity.signer if entries else None
    if not signer or fold(slot.value) in fold(signer):
        return ()
    question = understand(_WHO_SIGNED[asked.meant.language].format(entries[0].identity.number or ""))
    return tuple(of_itself(finder.corpus, question, entries, asked.view.entries.values())[:1])


def _scored(finder: Finder, asked: Asked, asks: str) -> list[Scored]:
    """The statements found for a question about the premise, the best first."""
    named, question = asked.meant.named, understand(asks)
    if named.places:
        evidence = [e for entry, unit in named.places for e in within(finder.corpus, entry, unit)]
    else:
        _, evidence = finder.found(question, named, asked.filters, asked.view)
    return rank(evidence, finder.relevance(question, named, asked.view))[:PASSAGES]
