"""What is said where there is no answer: what was looked through, what of the question stands nowhere.

Which documents come nearest is `nearest_words`': who shows them as links says it in his own way.
"""

from collections.abc import Sequence

from assistant.answer import Searched
from assistant.evidence import Evidence
from assistant.meant import no_unit
from assistant.references import Named
from assistant.relevance import Relevance
from corpus.messages import Language, message


def what_is_missing(
    named: Named, relevance: Relevance, evidence: Sequence[Evidence], searched: Searched, language: Language
) -> str:
    """The sentences, one after the other."""
    if searched.passages == 0:
        return message("answer-nothing-indexed", language)
    lines = [message("answer-not-found", language, documents=searched.documents, passages=searched.passages)]
    lines += [message("missing-number", language, number=n.printed) for n in named.unknown]
    lines += [no_unit(entry, unit, language) for entry, unit in named.missing]
    terms = relevance.missing(evidence)[:4]
    if terms and not named.unknown:
        lines.append(message("missing-terms", language, terms=", ".join(terms)))
    return " ".join(lines)
