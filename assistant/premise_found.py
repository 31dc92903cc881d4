"""What the documents say of what a question takes for granted."""

from assistant.asked import Asked
from assistant.best_first import rank
from assistant.draft import Draft
from assistant.evidence import Evidence, within
from assistant.finder import PASSAGES, Finder
from assistant.premise import contradicted
from assistant.question import understand
from assistant.write import write


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


def against(finder: Finder, asked: Asked) -> Evidence | None:
    """The statement that says otherwise than what the question takes for granted, if there is one."""
    meant = asked.meant
    if meant.premise is None or meant.choices:
        return None
    question = understand(meant.premise.asks)
    if meant.named.places:
        evidence = [e for entry, unit in meant.named.places for e in within(finder.corpus, entry, unit)]
    else:
        _, evidence = finder.found(question, meant.named, asked.filters, asked.view)
    scored = rank(evidence, finder.relevance(question, meant.named, asked.view))
    return contradicted(meant.premise, scored[:PASSAGES])
