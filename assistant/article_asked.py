"""A whole article where it is asked for by its subject: "Quy định thế nào về hồ sơ dự tuyển?" asks for the article of
that name as "Điều 5 quy định gì?" asks for Article 5. Knows headings, not how an article reads on a day.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from assistant.evidence import Evidence
from assistant.mentions import beside_names, find_mentions
from assistant.question import Question
from assistant.terms import Term, bag
from corpus.corpus import Corpus
from corpus.document import Provision
from corpus.fields import is_stopword
from corpus.folding import exact, fold, stem, words
from corpus.messages import Language
from corpus.rows import Entry

_ASKS_ALL = re.compile(
    r"\bquy dinh (?:\w+ ){0,2}(?:nhu )?(?:the )?nao\b|\bquy dinh (?:nhung )?gi\b|\bnhu the nao\W*$|\bra sao\W*$"
    r"|^(?:hay )?(?:mo ta|trinh bay|neu)\b|\bnoi (?:gi|the nao) ve\b"
    r"|\bwhat (?:does|do|did) .{3,80} (?:say|provide|state|lay down) (?:about|on|for|of)\b"
    r"|^(?:please )?(?:describe|explain|outline)\b"
    r"|\bwhat are the (?:rules|provisions|regulations) (?:on|for|about|of)\b"
    r"|\bhow (?:is|are) .{3,80} (?:regulated|provided for|laid down|governed)\b"
)
_KINDS = frozenset({"fact", "list"})
_ENOUGH = 0.8  # of the heading's words, and of the question's own
_LONGEST = 4000  # characters of an article that is shown whole
_UNIT = re.compile(r"^(?:Điều|Article)\s+\w+\s*[.:]?\s*", re.IGNORECASE)
_ASKED_WITH = frozenset(
    ("mo", "ta", "trinh", "bay", "neu", "noi", "nhu", "the", "nao", "ra", "sao", "viec", "nam", "theo")
    + ("describe", "explain", "outline", "rules", "provisions", "regulations")
)


def article_asked(
    corpus: Corpus, question: Question, terms: Sequence[Term], evidence: Iterable[Evidence]
) -> tuple[Entry, Provision] | None:
    """The article among those found whose heading is what the question asks about; None where it asks for less."""
    if question.kind not in _KINDS or not _ASKS_ALL.search(fold(question.text)):
        return None
    beside = beside_names(question.content, find_mentions(question.text))
    seen: set[tuple[int, str]] = set()
    for e in evidence:
        if e.entry.identity.language != question.language:
            continue
        outline = corpus.library.outline(e.entry.revision)
        unit = next((u for u in outline.above(outline.innermost(e.start)) if u.kind == "article"), None)
        if unit is None or (e.entry.revision, unit.address) in seen or unit.end - unit.start > _LONGEST:
            continue
        seen.add((e.entry.revision, unit.address))
        heading = _UNIT.sub("", corpus.library.text(e.entry.revision)[unit.start : unit.end].split("\n")[0])
        if _is_about(heading, e.title, terms, beside, question.language):
            return e.entry, unit
    return None


def _is_about(heading: str, title: str, terms: Sequence[Term], beside: Collection[str], language: Language) -> bool:
    """Whether a heading has what the question asks, and little else; what only names its document aside."""
    there, document = bag(heading, language), bag(title, language)
    own = [t for t in terms if t.word in beside and not t.forms & document and fold(t.word) not in _ASKED_WITH]
    asked = frozenset(form for t in terms for form in t.forms)
    said = [w for w in words(heading) if not is_stopword(w, marked=True)]
    met = [w for w in said if {stem(fold(w))} & asked or (language == "vi" and {exact(w), fold(w)} & asked)]
    total = sum(t.weight for t in own)
    share = sum(t.weight for t in own if t.forms & there) / total if total else 0.0
    return bool(own and said) and share >= _ENOUGH and len(met) >= _ENOUGH * len(said)
