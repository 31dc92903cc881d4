"""What is answered where nothing that held on the day does: what answers best but did not hold, or what followed it."""

from dataclasses import replace

from assistant.asked import Asked
from assistant.draft import Draft
from assistant.evidence import gather
from assistant.finder import PASSAGES, Finder
from assistant.out_of_force import Outdated, out_of_force
from assistant.write import write


def outdated(finder: Finder, least: float, asked: Asked) -> Outdated | None:
    """What answers best, where it did not hold on the day."""
    meant = asked.meant
    if asked.filters is None or meant.choices:
        return None
    return out_of_force(finder.search, meant.asked, meant.named, asked.relevance, asked.filters, least, asked.speaks)


def in_what_followed(finder: Finder, least: float, asked: Asked, late: Outdated) -> Draft | None:
    """What the text that took the place of one says, in another language: beside it, it stood no chance."""
    if asked.meant.named.entries or asked.filters is None:
        return None
    spoken = late.not_held.document.identity.language
    ids = tuple(
        b.document.id
        for b in late.not_held.by
        if b.document.identity.language != spoken
        and asked.filters.admit(b.document)
        and asked.held.holds(b.document.revision)
    )
    if not ids:
        return None
    question = asked.meant.asked
    hits = finder.search.find(question.text, PASSAGES, replace(asked.filters, documents=ids))
    evidence = finder.allowed(gather(finder.corpus, asked.view, hits), asked.meant.named, asked.filters)
    draft = write(finder.corpus, question, evidence, asked.relevance, hits)
    return draft if draft.statements and draft.confidence >= least / 2 else None
