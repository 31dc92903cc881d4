"""A short question that names nothing stays with the document of the conversation: "Mã vị trí là gì?" after a decision.

It is asked of that document with what the question before was about, and as it stands. What a whole question asks of
all documents is not for this: only a few words, no document, no unit, no definition.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.earlier import ATTRIBUTE_WORDS, Turn, document_of, spoken_of
from assistant.evidence import Evidence
from assistant.meant import Meant
from assistant.question import Question, understand
from assistant.references import resolve
from corpus.corpus import Corpus
from corpus.folding import fold, words
from corpus.rows import Entry

_ABOUT = {"vi": "đối với", "en": "for"}
_DEFINES = re.compile(r"\b(?:là|được hiểu|means?|is understood)\b", re.IGNORECASE)
_HEAD = 12  # characters before what is defined: the mark of the clause, an article
# words of content: a longer question says itself what it is about; a Vietnamese word is often two of them
_SHORT = {"en": 5, "vi": 8}
# a longer one may be about something else, where that answers it better
_PLAINLY_SHORT = {"en": 3, "vi": 5}
_FEW = 2  # with so few of its own, the topic is a part of the question


def staying(
    corpus: Corpus, question: str, meant: Meant, history: Sequence[Turn], entries: Iterable[Entry]
) -> list[Meant]:
    """The question as one about the document that the conversation is about, in two readings; none if about any."""
    asked, named = meant.asked, meant.named
    if not history or meant.choices or named.entries or named.unknown or asked.units or asked.numbers:
        return []
    if len(asked.content) > _SHORT[asked.language] or asked.aim not in ("answer", "count"):
        return []
    document = document_of(history)
    found = _called(corpus, document, list(entries)) if document else ()
    if not found:
        return []
    as_it_stands = replace(meant, named=replace(named, entries=found))
    defines = asked.kind == "definition"
    told, known = ({fold(w) for w in words(t)} for t in (meant.whole, question))
    if not told <= known:
        return [] if defines else [as_it_stands]  # made whole from the conversation already
    topic = spoken_of(history)
    if not topic or all(fold(w) in known for w in words(topic)):
        return [] if defines else [as_it_stands]
    about = _ABOUT[asked.language]
    if asked.language == "vi" and not asked.marked:
        topic, about = fold(topic), fold(about)
    whole = f"{asked.text.rstrip(' ?!.')} {about} {topic}?"
    of_topic = replace(as_it_stands, asked=understand(whole), whole=whole)
    return [of_topic] if defines else [of_topic, as_it_stands]


def _called(corpus: Corpus, name: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The documents that a turn calls by their number; by their title where they have none."""
    found = resolve(corpus, understand(name), entries).entries
    return found or tuple(e for e in entries if e.identity.number is None and e.identity.title == name)


def hangs(question: str, meant: Meant) -> bool:
    """Whether a question opens as one that goes on: "còn ... thì bao lâu?", "so is it allowed?"."""
    return len(words(meant.whole)) < len(words(question))


def may_be_elsewhere(asked: Question) -> bool:
    """Whether a question is long enough to be about something that was not spoken of."""
    return len(asked.content) > _PLAINLY_SHORT[asked.language]


def is_bare(asked: Question) -> bool:
    """Whether a question has so few words of its own that what was spoken of is needed with it."""
    own = [w for w in asked.content if fold(w) not in ATTRIBUTE_WORDS]
    return len(own) <= _FEW


def defined(asked: Question, statements: Iterable[Evidence]) -> bool:
    """Whether statements define what a question names: "Concurrent job position means ..."."""
    if asked.kind != "definition":
        return False
    name = " ".join(asked.content).lower()
    return any(_DEFINES.search(s.text) and name in s.text.lower()[: len(name) + _HEAD] for s in statements)


def says_of_it(asked: Question, statements: Iterable[Evidence]) -> bool:
    """Whether statements have a word of the question itself, besides those that may be asked of anything."""
    own = {fold(w) for w in asked.content} - ATTRIBUTE_WORDS
    told = {fold(w) for s in statements for w in words(" ".join((s.text, s.path, s.above, *s.header)))}
    return not own or bool(own & told)
