"""How a search was read, to be shown beside what it found: language, words, numbers, unit, documents named.

Knows nothing of scores.
"""

from dataclasses import dataclass

from assistant.mentions import beside_names, find_mentions
from assistant.question import Question, understand
from assistant.references import called
from assistant.search import View
from corpus.corpus import Corpus
from corpus.expansion import Expansion
from corpus.folding import fold, stem


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of the words: `unknown` of them stand in no document, `documents` are the ids of those named.

    `words` are those that carry the question, its names left out. `meant` is the question as it was probably meant,
    where that is not what was typed; `expansions` are other names that were looked for as well.
    """

    question: Question
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    documents: tuple[str, ...]
    unknown: tuple[str, ...]
    meant: str | None = None
    expansions: tuple[str, ...] = ()


def read_search(corpus: Corpus, expansion: Expansion, view: View) -> Reading:
    """Reads what was typed, as it was meant."""
    asked = understand(expansion.meant)
    mentions = find_mentions(expansion.meant)
    named = [e.id for m in mentions for e in called(m, view.by_serial.get(m.serial, ()))]
    carrying = tuple(dict.fromkeys(beside_names(asked.content, mentions) if mentions else asked.content))
    return Reading(
        asked,
        carrying,
        tuple(dict.fromkeys(m.printed for m in mentions)),
        tuple(dict.fromkeys(named)),
        tuple(w for w in carrying if not _stands(corpus, w)),
        expansion.meant if expansion.retyped else None,
        tuple(dict.fromkeys(name.text for concept in expansion.concepts for name in concept.names)),
    )


def _stands(corpus: Corpus, word: str) -> bool:
    """Whether a word, marked or not, or another form of it stands in any passage."""
    bare = fold(word)
    return any(corpus.keywords.frequency(field, term) for field, term in (("folded", bare), ("stem", stem(bare))))
