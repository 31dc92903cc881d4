"""What is said where there is no answer: what was looked through, what of the question stands nowhere.

Which documents come nearest is `nearest_words`': who shows them as links says it in his own way.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from assistant.answer import Searched
from assistant.evidence import Evidence
from assistant.meant import no_unit
from assistant.question import Question
from assistant.references import Named
from assistant.relevance import Relevance
from corpus.messages import Language, message

_MOST = 4  # phrases that are named
_WORD = re.compile(r"\d+(?:[.,/:]\d+)+|[^\W_]+")  # as corpus.folding has words
# syllables that are words by themselves, and half of no other
_BY_THEMSELVES = frozenset({
    "không", "chưa", "phải", "được", "có", "cần", "nên", "trước", "sau", "từ", "đến", "các",
    "mỗi", "mọi", "cả", "trên", "dưới", "ngoài", "qua", "đang", "vẫn", "còn", "chỉ", "rất",
})  # fmt: skip

Heard = Callable[[str, str], bool]  # whether two words stand side by side in any document


def what_is_missing(
    named: Named, relevance: Relevance, evidence: Sequence[Evidence], searched: Searched, language: Language
) -> str:
    """The sentences, one after the other."""
    if searched.passages == 0:
        return message("answer-nothing-indexed", language)
    lines = [message("answer-not-found", language, documents=searched.documents, passages=searched.passages)]
    lines += [message("missing-number", language, number=n.printed) for n in named.unknown]
    lines += [no_unit(entry, unit, language) for entry, unit in named.missing]
    phrases = missing_phrases(relevance.question, relevance.missing(evidence), relevance.heard)[:_MOST]
    if phrases and not named.unknown:
        lines.append(message("missing-terms", language, terms=", ".join(phrases)))
    return " ".join(lines)


def missing_phrases(question: Question, missing: Sequence[str], heard: Heard) -> list[str]:
    """What stands nowhere, as it was asked for, in the order of the missing words: neighbours are one phrase.

    A Vietnamese word is mostly two syllables, of which one alone may stand in many others: of "tiêm phòng" the first
    is missing, and both are named. A neighbour that makes a word of the documents with the one on its other side
    ("hồ sơ tiêm phòng") is not taken along.
    """
    phrases = [question.text[start:end] for start, end in _spans(question, frozenset(missing), heard)]
    by_word = {word: phrase for phrase in reversed(phrases) for word in _WORD.findall(phrase)}
    return list(dict.fromkeys(by_word.get(word, word) for word in missing))


def _spans(question: Question, missing: frozenset[str], heard: Heard) -> Iterator[tuple[int, int]]:
    """Where the phrases of the question stand that have a missing word."""
    for run in _runs(question):
        text = [m.group() for m in run]
        gone = [w in missing for w in text]
        taken = _with_halves(text, gone, heard) if question.language == "vi" else gone
        for is_taken, group in groupby(zip(run, taken, strict=True), key=lambda pair: pair[1]):
            if is_taken:
                matches = [match for match, _ in group]
                yield matches[0].start(), matches[-1].end()


def _with_halves(text: Sequence[str], gone: Sequence[bool], heard: Heard) -> list[bool]:
    """Which syllables are missing, or the half of a word whose other half is: taken two by two from the left."""

    def is_free(at: int, other: int) -> bool:
        """Whether a syllable makes no word with the one on its other side."""
        if text[at].lower() in _BY_THEMSELVES:
            return False
        inside = 0 <= other < len(text)
        return not inside or not heard(text[min(at, other)], text[max(at, other)])

    taken, at = list(gone), 0
    while at < len(text):
        behind = at + 1 < len(text)
        if gone[at] and behind and not gone[at + 1]:
            taken[at + 1] = is_free(at + 1, at + 2)
            at += 1 + taken[at + 1]
        elif not gone[at] and behind and gone[at + 1]:
            taken[at] = is_free(at, at - 1)
            at += 1 + taken[at]
        else:
            at += 2 if behind and gone[at] else 1
    for at, next_to in enumerate(gone[:-1]):  # words of three: "trang thiết bị"
        if next_to and not taken[at + 1]:
            taken[at + 1] = is_free(at + 1, at + 2)
    return taken


def _runs(question: Question) -> Iterator[list[re.Match[str]]]:
    """The words of a question that say something, as they stand side by side: nothing but spaces or hyphens between."""
    saying, run = frozenset(question.content), list[re.Match[str]]()
    for match in _WORD.finditer(question.text):
        if run and (match.group() not in saying or question.text[run[-1].end() : match.start()].strip(" -")):
            yield run
            run = []
        if match.group() in saying:
            run.append(match)
    if run:
        yield run
