"""Questions for a document by what it says or does: the answer names it before it quotes it."""

import re
from collections.abc import Collection
from dataclasses import replace

from assistant.answer import Answer
from assistant.citation_style import document_cited
from assistant.question import Question
from corpus.folding import fold
from corpus.identity import TYPES

_NAMES = "|".join(
    sorted({re.escape(fold(n)) for _, vi, en, *_ in TYPES for n in (vi, *en)}, key=lambda n: (-len(n), n))
)
_SAYS = (
    r"says?|said|states?|provides?|regulates?|governs?|deals?|covers?|concerns?|mentions?|guides?|amends?|replaces?"
    r"|repeals?|reports?|sets?"
)
# "which documents are needed", "cần tài liệu nào" ask for papers
_ASKS = re.compile(
    rf"\b(?:van ban|{_NAMES}) nao\b(?! (?:phai nop|can nop|can co))"
    r"|\btai lieu nao (?:quy dinh|noi|neu|ghi|huong dan|de cap|bao cao)\b"
    rf"|\b(?:which|what) (?:\w+ )?(?:document|text|{_NAMES})\b(?! (?:number|date|title))"
    rf"|\b(?:which|what) (?:\w+ )?(?:documents|texts) (?:{_SAYS})\b"
)


def asks_which_document(question: Question) -> bool:
    """Whether a document is asked for: "văn bản nào quy định ...", "which decision replaced ..."."""
    return _ASKS.search(fold(question.text)) is not None


def named_first(answer: Answer, question: Question, named: Collection[str]) -> Answer:
    """The answer with the document that its first statement cites named before it, where one is asked for.

    `named` are the ids of the documents that the question names itself.
    """
    first = next((m for s in answer.statements for m in s.citations), None)
    if answer.lead or answer.outcome != "answered" or first is None or not asks_which_document(question):
        return answer
    document = next(c.document for c in answer.citations if c.mark == first)
    return answer if document.id in named else replace(answer, lead=f"{document_cited(document.identity)}:")
