"""Whether another document says what a question takes for granted that the one it names says."""

from dataclasses import replace

from assistant.asked import Asked
from assistant.best_first import rank
from assistant.evidence import Evidence
from assistant.finder import PASSAGES, Finder
from assistant.mentions import find_mentions
from assistant.premises.slots import without_documents
from assistant.question import understand
from assistant.references import Named, resolve, works
from assistant.relevance import Scored
from assistant.search import Filters
from corpus.rows import Entry

_FEWEST = 5  # words of content: a shorter claim is found anywhere
_SAYS_IT = 0.85  # share of the claim's words that the other document's statement has to hold, without its title
_LACKS_IT = 0.6  # ... and no statement of the one named so much, its title read with it
_APART = 0.3


def said_elsewhere(finder: Finder, asked: Asked, claim: str) -> tuple[Entry, Evidence] | None:
    """The document named, and the statement of another one that says it; None where the one named may say it."""
    view = asked.view
    named = resolve(finder.corpus, understand(claim), view.entries.values())
    question = understand(f"{without_documents(claim)}?")
    if len(find_mentions(claim)) != 1 or not named.entries or named.rivals or named.places:
        return None
    if len(question.content) < _FEWEST or not all(asked.held.holds(e.revision) for e in named.entries):
        return None
    key = named.entries[0].identity.number_key
    alike = [e for e in view.entries.values() if key and e.identity.number_key == key]
    same = {e.id for e in works(finder.corpus, [named.entries[0], *alike])[0]}
    filters = asked.filters or Filters()
    inside = _scored(finder, asked, claim, replace(filters, documents=tuple(same)))
    anywhere = [s for s in _scored(finder, asked, claim, filters) if s.evidence.entry.id not in same]
    there = max((s.features.covered_title for s in inside), default=0.0)
    other = max(anywhere, key=lambda s: (s.features.covered_above, s.score), default=None)
    if other is None or other.features.covered_above < _SAYS_IT or there > _LACKS_IT:
        return None
    return (named.entries[0], other.evidence) if other.features.covered_above - there >= _APART else None


def _scored(finder: Finder, asked: Asked, claim: str, filters: Filters) -> list[Scored]:
    question = understand(f"{without_documents(claim)}?")
    _, evidence = finder.found(question, Named(), filters, asked.view)
    return rank(evidence, finder.relevance(question, Named(), asked.view))[:PASSAGES]
