"""What the documents say of what a question takes for granted."""

from assistant.asked import Asked
from assistant.best_first import rank
from assistant.draft import Draft
from assistant.evidence import Evidence, within
from assistant.finder import PASSAGES, Finder
from assistant.of_itself import of_itself
from assistant.premise import contradicted
from assistant.premise_otherwise import otherwise
from assistant.premise_slots import Slot
from assistant.question import understand
from assistant.relevance import Scored
from assistant.write import write
from corpus.folding import fold
from corpus.messages import Language

_WHO_SIGNED: dict[Language, str] = {"vi": "Ai ký {}?", "en": "Who signed {}?"}


def on_the_premise(finder: Finder, least: float, asked: Asked) -> Draft | None:
    """What the documents say of what the question takes for granted, where they do not answer the question."""
    meant = asked.meant
    if meant.premise is None or meant.premise.passing:
        return None
    if meant.choices or meant.named.unknown or meant.named.places:
        return None
    question = understand(meant.premise.asks)
    hits, evidence = finder.found(question, meant.named, asked.filters, asked.view)
    draft = write(finder.corpus, question, evidence, finder.relevance(question, meant.named, asked.view), hits)
    return draft if draft.statements and draft.confidence >= least else None


def against(finder: Finder, asked: Asked) -> tuple[Evidence, ...]:
    """The statements that say otherwise than what the question takes for granted; none if none does."""
    meant = asked.meant
    if meant.premise is None or meant.choices:
        return ()
    if meant.premise.asks:
        found = contradicted(meant.premise, _scored(finder, asked, meant.premise.asks))
        if found is not None:
            return (found,)
    for slot in meant.premise.slots:
        if slot.kind == "signer":
            return _other_signer(finder, slot, asked)
        there = otherwise(slot, [_scored(finder, asked, asks) for asks in slot.asks])
        if there:
            return there
    return ()


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
